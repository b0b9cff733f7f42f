package web

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
)

const tollIssue onrecord.IssueID = "toll-on-the-sound-bridge"

// acrossArticles are reports of what was said about a bridge, and an article
// with hostile words.
func acrossArticles(t testing.TB) []*onrecord.Reading {
	t.Helper()
	paths, _ := filepath.Glob("testdata/across/*.txt")
	var out []*onrecord.Reading
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, parseArticle(t, filepath.Base(path), string(raw)))
	}
	return out
}

// An across writes what is computed across articles as a person would say it.
type across struct {
	t        testing.TB
	st       *sqlite.Store
	readings []*onrecord.Reading
	on       []onrecord.Assignment
	taken    []onrecord.Position
	changes  []onrecord.Change
	c        store.Collated
}

// at is "toll-march 1": the first statement of an article.
func (a *across) at(name string) onrecord.StatementID {
	a.t.Helper()
	file, n, _ := strings.Cut(name, " ")
	for _, r := range a.readings {
		if r.Doc.Article == "articles/"+file+".txt" {
			i, _ := strconv.Atoi(n)
			return r.Statements[i-1].ID
		}
	}
	a.t.Fatalf("no statement %q", name)
	return ""
}

func (a *across) doc(file string) onrecord.DocumentID {
	i := slices.IndexFunc(a.readings, func(r *onrecord.Reading) bool { return r.Doc.Article == "articles/"+file+".txt" })
	return a.readings[i].Doc.ID
}

// position is taken by a statement: "for", "against", with what it depends on.
func (a *across) position(name string, pole onrecord.Pole, certainty float64, conditions ...string) {
	id := a.at(name)
	as := onrecord.Assignment{Issue: tollIssue, Statement: id, Score: .9, Why: []string{"toll"}}
	a.on = append(a.on, as)
	if pole != "" {
		a.taken = append(a.taken, onrecord.Position{Assignment: onrecord.Assignment{Issue: tollIssue, Statement: id, Score: .7, Why: []string{"“" + string(pole) + "”", "<i>read</i>"}}, Key: a.key(id), Pole: pole, Conditions: conditions, Certainty: certainty})
	}
}

func (a *across) key(id onrecord.StatementID) string {
	h, err := a.st.Statement(a.t.Context(), id)
	if err != nil {
		a.t.Fatal(err)
	}
	return h.Key
}

func (a *across) change(kind onrecord.ChangeKind, earlier, later string, why, caveats []string) {
	c := onrecord.Change{Issue: tollIssue, Kind: kind, Earlier: a.at(earlier), Later: a.at(later), Score: .8, Why: why, Caveats: caveats}
	for i, id := range []onrecord.StatementID{c.Earlier, c.Later} {
		at := slices.IndexFunc(a.taken, func(p onrecord.Position) bool { return p.Statement == id })
		c.Position[i] = a.taken[at]
	}
	c.ID = c.ComputeID()
	a.changes = append(a.changes, c)
}

func (a *across) joined(outlets, independent int, names ...string) {
	u := onrecord.Utterance{Outlets: outlets, Independent: independent}
	for _, name := range names {
		u.Reports = append(u.Reports, a.at(name))
	}
	u.First = u.Reports[0]
	for _, other := range u.Reports[1:] {
		m := onrecord.Match{A: min(u.First, other), B: max(u.First, other), Score: .9, Why: []string{"9 words in a row", "<script>alert(1)</script>"}}
		a.c.Matches = append(a.c.Matches, m)
	}
	a.c.Components, a.c.Utterances = append(a.c.Components, u.Reports), append(a.c.Utterances, u)
}

func (a *across) copied(one, other, why string) {
	x, y := a.doc(one), a.doc(other)
	a.c.Copies = append(a.c.Copies, onrecord.Copy{A: min(x, y), B: max(x, y), Score: .95, Why: []string{why}})
}

// write puts all into the record.
func (a *across) write() {
	a.t.Helper()
	ctx := a.t.Context()
	docs, state, err := a.st.Pending(ctx, 1000)
	if err != nil {
		a.t.Fatal(err)
	}
	a.c.Docs, a.c.State = docs, state
	for _, r := range a.readings {
		for i := range r.Statements {
			a.c.Sketches = append(a.c.Sketches, store.Sketch{Statement: r.Statements[i].ID, First: "2024-01-01", Last: "2024-12-31"})
		}
	}
	must := func(what string, err error) {
		a.t.Helper()
		if err != nil {
			a.t.Fatalf("%s: %v", what, err)
		}
	}
	must("collate", a.st.Collate(ctx, &a.c))
	text, err := os.ReadFile("testdata/toll.issue")
	must("issue", err)
	_, err = a.st.Declare(ctx, tollIssue, "Toll on the sound bridge", string(text), "2026-11-22T12:00:00.000000Z")
	must("declare", err)
	slices.SortFunc(a.on, func(x, y onrecord.Assignment) int { return cmp.Compare(x.Statement, y.Statement) })
	must("assign", a.st.Assign(ctx, stateOf(a.t, a.st), tollIssue, a.on, a.taken))
	must("recompute", a.st.Recompute(ctx, stateOf(a.t, a.st), tollIssue, a.changes))
}

func stateOf(t testing.TB, st *sqlite.Store) int64 {
	_, state, err := st.Pending(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// acrossRecord is a record of the articles with what is computed across them.
func acrossRecord(t testing.TB) ([]*onrecord.Reading, *sqlite.Store) {
	t.Helper()
	readings := acrossArticles(t)
	a := &across{t: t, st: record(t, readings), readings: readings}
	a.position("toll-march 1", onrecord.Against, 1)
	a.position("toll-march 2", onrecord.Against, 1)
	a.position("toll-june 1", onrecord.For, .4, "only if the islanders are exempt")
	a.position("toll-june 2", onrecord.Against, .9)
	a.position("toll-courier 1", onrecord.For, 1)
	a.position("toll-courier 2", onrecord.Against, 1)
	a.position("toll-herald 1", onrecord.For, 1)
	a.position("toll-lantern 1", onrecord.For, 1)
	a.position("toll-walked 2", onrecord.Against, 1)
	a.position("toll-june 3", "", 0)
	a.position("hostile 1", onrecord.Against, .3, `<script>alert(20)</script>`, `"><img src=x>`)
	a.change(onrecord.Turns, "toll-march 1", "toll-june 1", []string{"against, then for", "condition: only if the islanders are exempt"}, []string{"the day is uncertain"})
	a.change(onrecord.DropsCondition, "toll-june 1", "toll-courier 1", []string{"condition dropped: only if the islanders are exempt"}, nil)
	a.change(onrecord.Turns, "toll-march 1", "toll-courier 1", []string{"against, then for"}, []string{"a different question"})
	a.change(onrecord.Opposes, "toll-courier 1", "toll-courier 2", []string{"for, then against; both speak for Government"}, []string{"<script>alert(21)</script>"})
	a.change(onrecord.Same, "toll-march 2", "toll-june 2", []string{"against twice"}, nil)
	a.joined(3, 2, "toll-courier 1", "toll-herald 1", "toll-lantern 1")
	a.copied("toll-herald", "toll-lantern", "both credit Coast Wire")
	walked := readings[slices.IndexFunc(readings, func(r *onrecord.Reading) bool { return strings.HasSuffix(r.Doc.Article, "toll-walked.txt") })]
	a.c.Filled = append(a.c.Filled, onrecord.Filled{Doc: walked.Doc.ID, Relation: walked.Relations[0].ID, To: true, Statement: a.at("toll-courier 1"), Score: .77, Why: []string{"same day", "<em>same</em> owner"}})
	a.write()
	return readings, a.st
}

// TestAcrossRecord says that the record of the tests is sound.
func TestAcrossRecord(t *testing.T) {
	_, st := acrossRecord(t)
	wrong, err := st.Check(t.Context())
	if err != nil || len(wrong) > 0 {
		t.Errorf("have %v, %q; want a sound record", err, wrong)
	}
}

// acrossAddresses are one of each page that shows what is computed across
// articles.
func acrossAddresses(readings []*onrecord.Reading) []string {
	out := []string{"/issues", "/issue/" + string(tollIssue), "/issue/" + string(tollIssue) + "?speaker=person:hedda-lund&limit=2", "/changes",
		"/changes?speaker=person:hedda-lund&since=2024-06&issue=" + string(tollIssue), "/changes?kind=repeats",
		"/compare?a=person:hedda-lund&b=person:per-holm&issue=" + string(tollIssue), "/compare?a=person:hedda-lund&before=2024-06-15&issue=" + string(tollIssue),
		"/check-quote?q=we+will+wait+for+the+islands+to+agree", "/check-quote?q=script+alert+gnp.exe&speaker=%3Cb%3E", "/search?q=toll", "/speaker/person:hedda-lund"}
	for _, r := range readings {
		out = append(out, "/document/"+string(r.Doc.ID))
		for _, st := range r.Statements {
			out = append(out, "/statement/"+string(st.ID))
		}
	}
	return out
}

func TestAcrossPages(t *testing.T) {
	readings, st := acrossRecord(t)
	h := New(st, Options{Log: logTo(t)})
	pagesOf(t, h, acrossAddresses(readings))
	escapes(t, h, append(acrossAddresses(readings), "/check-quote", "/compare", "/compare?issue="+string(tollIssue)+"&a=%3Cem%3E&b=%3Cscript%3E", "/changes?speaker=%3Cem%3E"))
	script(t, readings, h, "testdata/across.script")
}

func TestAcrossErrors(t *testing.T) {
	_, st := acrossRecord(t)
	h := New(st, Options{Log: logTo(t)})
	for address, want := range map[string]struct {
		status int
		words  string
	}{
		"/issue/none": {404, "holds nothing"}, "/issue/toll-on-the-sound-bridge?limit=0": {400, "1 to 200"},
		"/issue/toll-on-the-sound-bridge?after=x":                            {400, ""},
		"/issue/toll-on-the-sound-bridge?" + strings.Repeat("speaker=a&", 7): {400, "at most 6 times"},
		"/changes.json?speaker=nobody":                                       {400, "No speaker on record"}, "/changes.csv?speaker=nobody": {400, "No speaker on record"}, "/changes?kind=lied": {400, "give repeats, adds_condition"}, "/changes?since=soon": {400, "give a day, a month or a year"}, "/changes?since=2024-13": {400, "as 2017-12-13"},
		"/check-quote.json": {400, "give the words"}, "/check-quote?q=%3F%21": {400, "no words"}, "/check-quote?q=" + strings.Repeat("a+", 1500): {400, "few sentences"},
		"/compare?issue=none": {400, "no issue"}, "/compare?before=x": {400, "give a day"},
		"/compare.json?a=person:hedda-lund&issue=toll-on-the-sound-bridge":          {400, "another speaker"},
		"/compare.json?a=person:hedda-lund&b=nobody&issue=toll-on-the-sound-bridge": {400, "No speaker on record"},
	} {
		res := get(t, h, address)
		b, _ := io.ReadAll(res.Body)
		if res.StatusCode != want.status || !strings.Contains(string(b), want.words) {
			t.Errorf("GET %s: have %d, want %d and %q:\n%.300s", address, res.StatusCode, want.status, want.words, b)
		}
	}
}
