package people

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"onrecord"
)

func TestRead(t *testing.T) {
	falk := onrecord.Holding{List: "l", Line: 2, Person: "Robert Falk", Position: "Secretary of State", Start: "2017-02-01", End: "2018-03-31", From: "2017-02-01", Until: "2018-04-01"}
	with := func(change func(*onrecord.Holding)) onrecord.Holding {
		h := falk
		change(&h)
		return h
	}
	for _, c := range []struct {
		name, text string
		want       []onrecord.Holding
		skipped    string
	}{
		{"as governments are published", "position,person,personID,start,end\nSecretary of State,Robert Falk,Q3,2017-02-01,2018-03-31\n",
			[]onrecord.Holding{with(func(h *onrecord.Holding) { h.Identifier = "Q3" })}, ""},
		{"another order, other names of columns", "\uFEFFName;Office;Department;Until;Since;colour\r\n Robert  Falk ;Secretary of State;State;2018-03-31;2017-02-01;red\r\n",
			[]onrecord.Holding{with(func(h *onrecord.Holding) { h.Organisation = "State" })}, ""},
		{"tabs, other names", "person\taliases\ttitle\tfrom\tto\nRobert Falk\tBob Falk; R. Falk|Robert Falk\tSecretary of State\t2017-02-01T00:00:00Z\t2018-03-31\n",
			[]onrecord.Holding{with(func(h *onrecord.Holding) { h.OtherNames = []string{"Bob Falk", "R. Falk"} })}, ""},
		{"dates in part", "person,position,start,end\nRobert Falk,Secretary of State,2017-02,2018\n",
			[]onrecord.Holding{with(func(h *onrecord.Holding) { h.Start, h.End, h.Until = "2017-02", "2018", "2019-01-01" })}, ""},
		{"still in office", "person,position,start,end\nRobert Falk,Secretary of State,2017-02-01,present\n",
			[]onrecord.Holding{with(func(h *onrecord.Holding) { h.End, h.Until = "", "" })}, ""},
		{"no dates", "person,position\n\nRobert Falk,Secretary of State\n",
			[]onrecord.Holding{{List: "l", Line: 3, Person: "Robert Falk", Position: "Secretary of State"}}, ""},
		{"lines that cannot be", "person,position,start,end\nA,B,soon,\nRobert Falk,Secretary of State,2017-02-01,2018-03-31\n,B,,\nA,,,\nA,B,2018,2017\nA,B,2017-02-30,\n",
			[]onrecord.Holding{with(func(h *onrecord.Holding) { h.Line = 3 })},
			`l:2: start "soon" is no date: write it as 2018-03-31, 2018-03 or 2018|l:4: no person|l:5: no position|l:6: it ends 2017, before it starts 2018|l:7: start "2017-02-30" is no date: write it as 2018-03-31, 2018-03 or 2018`},
		{"Popolo by id", `{"persons":[{"id":"p1","name":"Robert Falk","other_names":[{"name":"Bob Falk"}],"identifiers":[{"scheme":"x","identifier":"1"},{"scheme":"wikidata","identifier":"Q3"}]}],
			"posts":[{"id":"s","label":"Secretary of State","organization_id":"o"}],"organizations":[{"id":"o","name":"Cabinet"}],
			"memberships":[{"person_id":"nobody","post_id":"s"},{"person_id":"p1","post_id":"s","start_date":"2017-02-01","end_date":"2018-03-31"}]}`,
			[]onrecord.Holding{with(func(h *onrecord.Holding) {
				h.OtherNames, h.Identifier, h.Organisation = []string{"Bob Falk"}, "Q3", "Cabinet"
			})}, "l:1: no person"},
		{"Popolo, the dates of a legislative period", `{"persons":[{"id":"p1","name":"Robert Falk"}],"organizations":[{"id":"o","name":"Diet"}],"events":[{"id":"term/1","start_date":"2017-02-01"}],
			"memberships":[{"person_id":"p1","organization_id":"o","role":"member","legislative_period_id":"term/1","end_date":"2018-03-31"}]}`,
			[]onrecord.Holding{with(func(h *onrecord.Holding) {
				h.Line, h.Identifier, h.Organisation, h.Position = 1, "p1", "Diet", "member"
			})}, ""},
		{"Popolo, a person's own memberships", `{"persons":[{"id":"p1","name":"Robert Falk","memberships":[{"role":"Secretary of State","organization":{"name":"Cabinet"},"start_date":"2017-02-01","end_date":"2018-03-31"}]}]}`,
			[]onrecord.Holding{with(func(h *onrecord.Holding) { h.Line, h.Identifier, h.Organisation = 1, "p1", "Cabinet" })}, ""},
	} {
		l, err := Read("l", strings.NewReader(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.want, l.Holdings); diff != "" || strings.Join(l.Skipped, "|") != c.skipped {
			t.Errorf("%s (-want +have):\n%s\npassed over: %q, want %q", c.name, diff, l.Skipped, c.skipped)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "list l: it is empty"},
		{"  \n", "list l: it is empty"},
		{"a,b\n1,2\n", `list l: line 1 names no column "person": it must name columns such as position,person,personID,start,end`},
		{"person,colour\nA,red\n", `line 1 names no column "position"`},
		{"person,position\n", "no line of it says who held which office"},
		{"person,position,start\nA,B,soon\n", `no line of it says who held which office: l:2: start "soon" is no date`},
		{"person,position\n\"A,B\n", "between quotation marks"},
		{"\xff\xfe\x00", "not a text in UTF-8"},
		{"[1]", "Popolo is an object"},
		{"{\n\n\"persons\": 3}", "line 3: not Popolo JSON"},
		{"{\n\"persons\": [}", "line 2: not Popolo JSON"},
		{"{}", "no memberships"},
		{`{"memberships":[{"role":"B","start_date":"soon","person":{"name":"A"}}]}`, `l:1: start "soon" is no date`},
	} {
		if l, err := Read("l", strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Read(%q): %v, %v; want %q", c.text, l, err, c.want)
		}
	}
	long := "person,position\nA," + strings.Repeat("b", maxField+1) + "\n"
	if _, err := Read("l", strings.NewReader(long)); err == nil || !strings.Contains(err.Error(), "bytes in one field") {
		t.Errorf("a long field: %v", err)
	}
}

// FuzzRead holds the package to its promise: sound holdings, or an error that
// names the file.
func FuzzRead(f *testing.F) {
	f.Add(cabinet)
	f.Add("person;position;from\nA;B;2017\n\"x")
	f.Add(`{"persons":[{"id":"p","name":"A"}],"memberships":[{"person_id":"p","role":"B","start_date":"2017-13"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		l, err := Read("a list", strings.NewReader(text))
		if err != nil {
			if l != nil || !strings.HasPrefix(err.Error(), "list a list: ") {
				t.Errorf("Read(%q): %v, %v", text, l, err)
			}
			return
		}
		for i := range l.Holdings {
			if err := Check(&l.Holdings[i]); err != nil || l.Holdings[i].List != "a list" || i > 0 && l.Holdings[i].Line <= l.Holdings[i-1].Line {
				t.Errorf("Read(%q): holding %+v: %v", text, l.Holdings[i], err)
			}
		}
	})
}

// FuzzCompare asks lists of any titles about claims of any words: no panic, and
// a verdict that rests on holdings, but for "unlisted".
func FuzzCompare(f *testing.F) {
	f.Add("Secretary of State", "Cabinet", "Robert Falk", "then-US secretary of state", "2017-08-01")
	f.Add("ambassador to", "the", "", "to the", "2017")
	f.Fuzz(func(t *testing.T, position, body, name, title, day string) {
		l := New([]onrecord.Holding{{List: "l", Line: 1, Person: "Robert Falk", Position: position, Organisation: body, From: "2017-01-01"},
			{List: "l", Line: 2, Person: name, Position: title, Until: "2018-01-01"}})
		c := l.Compare(Claim{Name: name, Title: title, Organisation: body, From: onrecord.Day(day)})
		if (c.Verdict == Unlisted) != (len(c.Holdings) == 0) || (c.Words == "") != (c.Verdict == Unlisted) {
			t.Errorf("%q %q %q: %+v", name, title, body, c)
		}
		l.Hint(Claim{Title: title, Organisation: body, From: onrecord.Day(day)})
	})
}
