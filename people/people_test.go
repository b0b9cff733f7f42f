package people

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
)

const cabinet = `position,person,personID,start,end
President,Ada Brandt,Q1,2017-01-20,2021-01-20
President,Jonas Vik,Q2,2009-01-20,2017-01-20
Secretary of State,Robert Falk,Q3,2017-02-01,2018-03-31
Secretary of State,Mina Holt,Q4,2018-04-26,
Deputy Secretary of State,Ole Ek,Q5,2017,2018
Secretary of Defence,James Lund,Q6,2017-01,2018-12
Attorney General,Eva Lind,Q7,2017-02-09,2018-11-07
White House Press Secretary,Sara Huber Sand,Q8,2017-07-26,2019-07-01
ambassador to Norway,Kai Holm,Q9,2017-12-13,
Secretary of State of New Mexico,Una Berg,Q12,2016-12-09,
Minister of State,Tor A. Berg,Q10,2016-01-01,2016-12-31
Minister of State,Liv Dahl,Q11,2016-01-01,2016-12-31
`

func lists(t *testing.T, files ...string) *Lists {
	t.Helper()
	var all []onrecord.Holding
	for i, text := range files {
		l, err := Read([]string{"us-cabinet.csv", "uk.csv"}[i], strings.NewReader(text))
		if err != nil || len(l.Skipped) > 0 {
			t.Fatal(err, l.Skipped)
		}
		all = append(all, l.Holdings...)
	}
	return New(all)
}

func TestCompare(t *testing.T) {
	l := lists(t, cabinet)
	for _, c := range []struct {
		name, title, org, day string
		want                  Verdict
		words                 string
	}{
		{"Robert Falk", "Secretary of State", "", "2017-08-01", Agreement, "list us-cabinet.csv: Secretary of State 2017-02-01 to 2018-03-31"},
		{"Robert Falk", "US Secretary of State", "", "2017-08-01", Agreement, "Secretary of State 2017-02-01"},
		{"Bob Falk", "U.S. Secretary of State", "", "2017-08-01", Agreement, "Secretary of State 2017-02-01"},
		{"Robert W. Falk", "the secretary of state", "", "2017-08-01", Agreement, "Secretary of State"},
		{"Falk", "Secretary of State", "", "2017-08-01", Agreement, "Secretary of State"},
		{"Falk", "Secretary of State", "", "2018-08-01", Unlisted, ""},
		{"Robert Falk", "State Secretary", "", "2017-08-01", Gap, "no office of this title"},
		{"Robert Falk", "Secretary of State", "", "2018-05-02", Conflict, "Secretary of State 2017-02-01 to 2018-03-31; not on 2018-05-02, when it was held by Mina Holt"},
		{"Robert Falk", "former Secretary of State", "", "2018-05-02", Agreement, "2017-02-01 to 2018-03-31"},
		{"Robert Falk", "then-Secretary of State", "", "2019-05-02", Agreement, "2017-02-01 to 2018-03-31"},
		{"Mina Holt", "Secretary of State-designate", "", "2018-04-01", Agreement, "since 2018-04-26"},
		{"Mina Holt", "Secretary of State", "", "2018-04-01", Conflict, "not on 2018-04-01"},
		{"Mina Holt", "acting Secretary of State", "", "2020-04-01", Agreement, "since 2018-04-26"},
		{"Tom Noll", "Secretary of State", "", "2017-08-01", Conflict, "on 2017-08-01 held by Robert Falk"},
		{"Tom Noll", "Kansas Secretary of State", "", "2017-08-01", Unlisted, ""},
		{"Tom Noll", "press secretary", "White House", "2018-01-01", Conflict, "on 2018-01-01 held by Sara Huber Sand"},
		{"Tom Noll", "president", "American Unity Fund", "2018-01-01", Unlisted, ""},
		{"James Lund", "secretary", "", "2018-01-01", Agreement, "Secretary of Defence"},
		{"James Lund", "secretary", "", "2019-06-01", Gap, "no office on 2019-06-01"},
		{"Jim B. Lund", "Secretary of Defense", "", "2018-01-01", Agreement, "Secretary of Defence"},
		{"Jonas Lund", "Secretary of Defense", "", "2018-01-01", Gap, "held by James Lund, of the same last name"},
		{"Mina Holt", "head of the Elm club", "the Elm club", "2019-01-01", Gap, "no office of this title"},
		{"Tom Noll", "French Secretary of State", "", "2017-08-01", Unlisted, ""},
		{"James Lund", "Defense Secretary", "", "2018-12-20", Agreement, "2017-01 to 2018-12"},
		{"James Lund", "Defense Secretary", "", "2019-01-01", Conflict, "not on 2019-01-01"},
		{"Ole Ek", "Secretary of State", "", "2017-08-01", Conflict, "held by Robert Falk"},
		{"Ole Ek", "deputy secretary of state", "", "2017-08-01", Agreement, "2017 to 2018"},
		{"Sara Sand", "press secretary", "White House", "2018-01-01", Agreement, "White House Press Secretary"},
		{"Ada Brandt", "President", "", "2018-01-01", Agreement, "President"},
		{"Ada Brandt", "President-elect", "", "2016-12-01", Agreement, "President"},
		{"Nils Noll", "President", "", "2018-01-01", Unlisted, ""},
		{"Nils Noll", "American President", "", "2018-01-01", Conflict, "held by Ada Brandt"},
		{"Nils Noll", "President", "the Elm Institute", "2018-01-01", Unlisted, ""},
		{"Kai Holm", "ambassador to Norway", "", "2018-01-01", Agreement, "ambassador to Norway since"},
		{"Kai Holm", "ambassador to Sweden", "", "2018-01-01", Gap, "no office of this title"},
		{"Kai Holm", "adviser", "", "2016-01-01", Gap, "no office on 2016-01-01"},
		{"Kai Holm", "presidential candidate", "", "2016-01-01", Unlisted, ""},
		{"Kai Holm", "chef", "", "2016-01-01", Unlisted, ""},
		{"Nils Noll", "Minister of State", "", "2016-05-01", Gap, "does not have Nils Noll"},
		{"Nils Noll", "goalkeeper", "", "2016-05-01", Unlisted, ""},
		{"Robert Falk", "", "", "2017-08-01", Unlisted, ""},
		{"", "Secretary of State", "", "2017-08-01", Unlisted, ""},
	} {
		have := l.Compare(Claim{c.name, c.title, c.org, onrecord.Day(c.day), next(c.day)})
		if have.Verdict != c.want || !strings.Contains(have.Words, c.words) {
			t.Errorf("%s, %s %s, on %s\nhave %s %q\nwant %s %q", c.name, c.title, c.org, c.day, have.Verdict, have.Words, c.want, c.words)
		}
	}
	if have := l.Compare(Claim{Name: "Robert Falk", Title: "Secretary of State"}); have.Verdict != Agreement {
		t.Errorf("at an unknown time: %+v", have)
	}
	if have := (*Lists)(nil).Compare(Claim{Name: "Robert Falk", Title: "Secretary of State"}); have.Verdict != Unlisted {
		t.Errorf("without lists: %+v", have)
	}
}

// next is the day after one of the days above, none of which ends a month.
func next(day string) onrecord.Day {
	var y, m, d int
	fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d)
	return onrecord.Day(fmt.Sprintf("%04d-%02d-%02d", y, m, d+1))
}

func TestHolders(t *testing.T) {
	l := lists(t, cabinet, "position,person,start,end\nSecretary of State for Foreign and Commonwealth Affairs,Rolf Kern,2016-07-13,2018-07-09\nPrime Minister,Una Moor,2016-07-13,2019-07-24\n")
	for _, c := range []struct{ title, day, want string }{
		{"Secretary of State", "2017-08-01", "Robert Falk"},
		{"Secretary of State", "2018-04-10", ""},
		{"New Mexico Secretary of State", "2017-08-01", "Una Berg"},
		{"president", "2017-01-20", "Jonas Vik, Ada Brandt"},
		{"Attorney General", "2017-08-01", "Eva Lind"},
		{"British foreign secretary", "2017-08-01", "Rolf Kern"},
		{"Foreign Secretary", "2017-08-01", "Rolf Kern"},
		{"prime minister", "2017-08-01", "Una Moor"},
		{"U.K. Prime Minister", "2017-08-01", "Una Moor"},
		{"French prime minister", "2017-08-01", ""},
		{"minister", "2017-08-01", ""},
		{"", "2017-08-01", ""},
	} {
		var names []string
		for _, h := range l.Holders(c.title, "", onrecord.Day(c.day), next(c.day)) {
			names = append(names, h.Person)
		}
		if have := strings.Join(names, ", "); have != c.want {
			t.Errorf("%s on %s: have %q, want %q", c.title, c.day, have, c.want)
		}
	}
	hint := l.Hint(Claim{Title: "secretary of state", From: "2017-08-01", Until: "2017-08-02"})
	if len(hint) != 1 || hint[0] != "list us-cabinet.csv: on 2017-08-01 Robert Falk (2017-02-01 to 2018-03-31)" {
		t.Errorf("hint: %q", hint)
	}
	if hint := l.Hint(Claim{Title: "the president", From: "2017-08-01", Until: "2017-08-02"}); hint != nil {
		t.Errorf("hint for a president of any country: %q", hint)
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"Bob Falk", "Robert Falk", ShortForm}, {"Bob Falk", "Bobby Falk", ShortForm}, {"R. Falk", "Robert Falk", Initials},
		{"Robert W. Falk", "Robert Falk", Middle}, {"Robert W. Falk", "Robert William Falk", Middle}, {"Robert W. Falk", "Robert A. Falk", Different},
		{"Robert Falk Jr.", "Robert Falk", Middle}, {"Robert Falk Jr.", "Robert Falk Sr.", Different}, {"Falk", "Robert Falk", LastOnly},
		{"Mr. Falk", "Falk", Equal}, {"Rolf Falk", "Robert Falk", Different}, {"Robert Falk", "Robert Holt", Different},
		{"Bill van der Berg", "William van der Berg", ShortForm}, {"José Núñez", "Jose Nunez", Equal}, {"Sen. Eva Lind", "Eva Lind", Equal},
		{"", "", Different},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if have := Alike(ParseName(pair[0]), ParseName(pair[1])); have != c.want {
				t.Errorf("%q and %q: have %d, want %d", pair[0], pair[1], have, c.want)
			}
		}
	}
}

// TestGovernments reads real lists where they are: none of their lines but
// those whose dates contradict each other may be passed over.
func TestGovernments(t *testing.T) {
	shared := os.Getenv("ONRECORD_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	paths, _ := filepath.Glob(filepath.Join(shared, "people", "*.csv"))
	if len(paths) == 0 {
		t.Skip("no lists of governments at " + shared)
	}
	total, skipped := 0, 0
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		l, err := Read(filepath.Base(path), f)
		if err != nil {
			t.Fatal(err)
		}
		total, skipped = total+len(l.Holdings), skipped+len(l.Skipped)
		for _, s := range l.Skipped {
			t.Log(s)
			if !strings.Contains(s, "before it starts") && !strings.Contains(s, "no person") {
				t.Errorf("passed over: %s", s)
			}
		}
	}
	t.Logf("%d holdings, %d lines passed over", total, skipped)
	if total < 7000 || skipped > 40 {
		t.Errorf("%d holdings, %d lines passed over", total, skipped)
	}
}
