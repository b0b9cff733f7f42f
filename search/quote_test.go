package search_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/search"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
	"onrecord/wording"
)

// townRecord is three articles that are compared with each other: two report
// one utterance.
func townRecord(t testing.TB) *sqlite.Store {
	t.Helper()
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	for i, sayings := range [][]storetest.Saying{
		{{Speaker: "Ada Brandt", Content: "“We will not sell the ferry to anybody. The island needs it every day of the year.”", Kind: onrecord.Direct},
			{Speaker: "Ole Falk", Content: "the dockers would strike if the old cranes were taken down"}},
		{{Speaker: "Ada Brandt", Content: "“We will not sell the ferry to anybody,”", Kind: onrecord.Direct}},
		{{Speaker: "Mina Holt", Content: "“We will sell the ferry to anybody who asks.”", Kind: onrecord.Direct},
			{Speaker: "Mina Holt", Content: "a night train to the coast was planned"}},
	} {
		a := storetest.Article{Address: fmt.Sprint("articles/", i), Outlet: fmt.Sprint("Paper ", i), Title: "The town", Published: fmt.Sprint("2026-02-0", i+1), Sayings: sayings}
		if _, err := st.Put(t.Context(), []*onrecord.Reading{a.Reading()}); err != nil {
			t.Fatal(err)
		}
	}
	collate(t, st)
	return st
}

// collate joins the statements of one speaker that share a print.
func collate(t testing.TB, st store.Store) {
	t.Helper()
	docs, state, err := st.Pending(t.Context(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	reports, err := st.Reports(t.Context(), docs...)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(reports, func(a, b onrecord.Report) int {
		if a.Less(&b) {
			return -1
		}
		return 1
	})
	c := &store.Collated{State: state, Docs: docs}
	var parts [][]store.Sketch // utterances
	for _, r := range reports {
		words := wording.Words(r.Content)
		s := store.Sketch{Statement: r.Statement, Key: r.Key, Terms: wording.Terms(words), Prints: wording.Prints(words)}
		c.Sketches = append(c.Sketches, s)
		at := slices.IndexFunc(parts, func(p []store.Sketch) bool {
			return p[0].Key == s.Key && s.Key != "" && slices.ContainsFunc(p[0].Prints, func(x uint64) bool { return slices.Contains(s.Prints, x) })
		})
		if at < 0 {
			parts = append(parts, []store.Sketch{s})
			continue
		}
		m := onrecord.Match{A: parts[at][0].Statement, B: s.Statement, Score: 1, Why: []string{"a print"}}
		m.A, m.B = min(m.A, m.B), max(m.A, m.B)
		c.Matches = append(c.Matches, m)
		parts[at] = append(parts[at], s)
	}
	for _, p := range parts {
		var ids []onrecord.StatementID
		for _, s := range p {
			ids = append(ids, s.Statement)
		}
		if len(ids) > 1 {
			c.Utterances = append(c.Utterances, onrecord.Utterance{First: ids[0], Reports: ids, Outlets: len(ids), Independent: len(ids)})
		}
		c.Components = append(c.Components, slices.Sorted(slices.Values(ids)))
	}
	if err := st.Collate(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

func TestQuote(t *testing.T) {
	st := townRecord(t)
	for _, c := range []struct {
		text, speaker string
		verdict       search.Verdict
		nearest       string // "speaker: words of the record"
		differing     int
		negation      bool
		reports       int
		others        int
	}{
		{"We won't sell the ferry to anybody.", "", search.WordForWord, "Ada Brandt: “We will not sell the ferry to anybody. The", 0, false, 2, 0},
		{`"we will not sell the ferry to ANYBODY", she told us`, "", search.WordForWord, "Ada Brandt: “We will not sell", 0, false, 2, 0},
		{"The island needs it every day of the year", "brandt", search.WordForWord, "Ada Brandt", 0, false, 2, 0},
		{"The island needs it every day", "", search.Cut, "Ada Brandt: “We will not sell the ferry to anybody. The", 0, false, 2, 0},
		{"We will not sell the ferry. The island needs it.", "", search.Cut, "Ada Brandt", 0, false, 2, 0},
		{"We will sell the ferry to anybody.", "Ada Brandt", search.Cut, "Ada Brandt", 0, true, 2, 1},
		{"We will sell the ferry to anybody who asks", "person:ada-brandt", search.Differs, "Ada Brandt", 3, true, 2, 1},
		{"We will not sell the tram to anybody", "", search.Differs, "Ada Brandt", 1, false, 2, 0},
		{"if the old cranes are taken down, a strike of dockers follows", "", search.OtherWords, "Ole Falk: the dockers would", 0, false, 1, 0},
		{"We will sell the ferry to anybody who asks", "falk", search.NotFound, "", 0, false, 0, 2},
		{"The island needs it", "", search.Cut, "Ada Brandt", 0, false, 2, 0},
		{"zebras paint lighthouses", "", search.NotFound, "", 0, false, 0, 0},
		{"the ferry", "", search.Cut, "Ada Brandt", 0, false, 2, 0},
	} {
		have, err := search.Quote(t.Context(), st, search.Quotation{Text: c.text, Speaker: c.speaker})
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if have.Verdict != c.verdict || len(have.Others) != c.others || (c.nearest == "") != (len(have.Nearest) == 0) {
			t.Errorf("%s: %s with %d others, want %s with %d", c.text, have.Verdict, len(have.Others), c.verdict, c.others)
			continue
		}
		if c.nearest == "" {
			continue
		}
		n := have.Nearest[0]
		if words := n.Hit.Speaker.Name + ": " + n.Content; !strings.HasPrefix(words, c.nearest) || n.Differing != c.differing || n.Negation != c.negation || n.Hit.Reports != c.reports || len(n.ReportIDs) != c.reports {
			t.Errorf("%s:\nhave %s, %d differ, negation %v, %d reports\nwant %s, %d, %v, %d", c.text, words, n.Differing, n.Negation, n.Hit.Reports, c.nearest, c.differing, c.negation, c.reports)
		}
		if err := covers(have, &n); err != nil {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}

// covers reports whether the steps of n lead through both texts in order.
func covers(c *search.Checked, n *search.Nearest) error {
	at, to := 0, 0
	for _, e := range n.Edits {
		if !e.Full.IsZero() && (e.Full.Start < at || e.Full.End > len(n.Content)) || !e.Cut.IsZero() && (e.Cut.Start < to || e.Cut.End > len(c.Words)) {
			return fmt.Errorf("the step %+v is out of order", e)
		}
		at, to = max(at, e.Full.End), max(to, e.Cut.End)
	}
	return nil
}

func TestQuoteFolds(t *testing.T) {
	st := townRecord(t)
	have, err := search.Quote(t.Context(), st, search.Quotation{Text: "We will not sell the ferry to anybody"})
	if err != nil {
		t.Fatal(err)
	}
	var who []string
	for _, n := range have.Nearest {
		who = append(who, n.Hit.Speaker.Name)
	}
	if want := []string{"Ada Brandt", "Mina Holt"}; !slices.Equal(who, want) {
		t.Errorf("an utterance comes once: have %v, want %v", who, want)
	}
	if one, err := search.Quote(t.Context(), st, search.Quotation{Text: "We will not sell the ferry to anybody", Limit: 1}); err != nil || len(one.Nearest) != 1 {
		t.Errorf("limit 1: %d, %v", len(one.Nearest), err)
	}
	if c := have.Covered; c.Documents != 3 || c.Statements != 5 || c.First != "2026-02-01" || c.Last != "2026-02-03" {
		t.Errorf("covered %+v", c)
	}
}

// A report that was cut does not prove what a fuller one contradicts.
func TestQuoteFuller(t *testing.T) {
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for i, content := range []string{"“We will sell the old ferry to the islanders.”", "“We will sell the old ferry to the islanders only if nobody else wants it.”", "“We will sell the old ferry, which leaks, to the islanders.”"} {
		a := storetest.Article{Address: fmt.Sprint(i), Outlet: fmt.Sprint("Paper ", i), Title: "The town", Published: "2026-02-01", Sayings: []storetest.Saying{{Speaker: "Ada Brandt", Content: content, Kind: onrecord.Direct}}}
		if _, err := st.Put(t.Context(), []*onrecord.Reading{a.Reading()}); err != nil {
			t.Fatal(err)
		}
	}
	for _, joined := range []bool{false, true} {
		if joined {
			collate(t, st)
		}
		have, err := search.Quote(t.Context(), st, search.Quotation{Text: "We will sell the old ferry to the islanders."})
		if err != nil {
			t.Fatal(err)
		}
		n := have.Nearest[0]
		if n.Verdict != search.WordForWord || (n.Fuller != nil) != joined || have.Holds() == joined {
			t.Errorf("joined %v: %s, fuller %v, holds %v", joined, n.Verdict, n.Fuller != nil, have.Holds())
		}
		if joined && (n.Fuller.Verdict != search.Cut || !strings.Contains(n.Fuller.Content, "only if nobody else wants it") || n.Fuller.Doc.Article != "1") {
			t.Errorf("the fuller report: %+v", n.Fuller)
		}
	}
}

func TestQuoteUnknownSpeaker(t *testing.T) {
	st := townRecord(t)
	for name, unknown := range map[string]bool{"zebra": true, "person:zebra": true, "brandt": false, "person:ada-brandt": false, "": false, `"\x00:*`: true} {
		have, err := search.Quote(t.Context(), st, search.Quotation{Text: "the ferry", Speaker: name})
		if err != nil || have.Unknown != unknown {
			t.Errorf("%q: unknown %v, %v, want %v", name, have.Unknown, err, unknown)
		}
	}
}

func TestQuoteRefused(t *testing.T) {
	st := townRecord(t)
	for _, text := range []string{"", "  \n", "…", "“”", strings.Repeat("ferry ", search.MostWords+1)} {
		if have, err := search.Quote(t.Context(), st, search.Quotation{Text: text}); !errors.Is(err, store.ErrQuestion) {
			t.Errorf("%.20q: %v, %v", text, have, err)
		}
	}
}

// Any text is answered, or refused with a reason.
func FuzzQuote(f *testing.F) {
	st := townRecord(f)
	for _, text := range []string{"We won't “sell” it", "\x00\xff'\"*(NEAR)", "a-b a.b. U.N. 23 twenty-three", "“„”\"", "OR AND NOT -x:y", strings.Repeat("of the ", 150)} {
		f.Add(text, "brandt")
	}
	f.Fuzz(func(t *testing.T, text, speaker string) {
		have, err := search.Quote(t.Context(), st, search.Quotation{Text: text, Speaker: speaker})
		if errors.Is(err, store.ErrQuestion) {
			return
		}
		if err != nil {
			t.Fatalf("%q, %q: %v", text, speaker, err)
		}
		for _, n := range append(have.Nearest, have.Others...) {
			if err := covers(have, &n); err != nil || n.Share < 0 || n.Share > 1 || n.Verdict == search.NotFound {
				t.Errorf("%q: %+v, %v", text, n, err)
			}
		}
	})
}
