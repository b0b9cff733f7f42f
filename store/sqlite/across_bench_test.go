//go:build unix

package sqlite

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

// A press prints invented articles, of which each fourth prints most of what one
// of the last twenty printed under another name.
type press struct {
	c    *storetest.Corpus
	last []storetest.Article
	n    int
	one  bool // all is said by one speaker
}

func (p *press) next() *onrecord.Reading {
	p.n++
	a := p.c.Next()
	if p.n%4 == 0 && len(p.last) == 20 {
		of := p.last[p.n/4%20]
		a.Published, a.Sayings = of.Published, append(slices.Clone(of.Sayings[:len(of.Sayings)*2/3]), a.Sayings[0])
		a.Relations = nil
	}
	for i := range a.Sayings {
		if p.one {
			a.Sayings[i].Speaker = storetest.Name(0)
		}
	}
	p.last = append(p.last, a)
	if len(p.last) > 20 {
		p.last = p.last[1:]
	}
	return a.Reading()
}

// A clock adds up processor time by what it is spent on.
type clock struct {
	of   map[string]time.Duration
	last time.Duration
}

func (c *clock) lap(what string) {
	now := cpu()
	if what != "" {
		c.of[what] += now - c.last
	}
	c.last = now
}

// benchSketch has a print for every second word, as relation.Trace has of quoted
// words, and days as it takes them.
func benchSketch(r *onrecord.Report) store.Sketch {
	s := store.Sketch{Statement: r.Statement, First: r.Said.From, Last: r.Said.Until}
	words := strings.Fields(r.Content)
	for i, w := range words {
		h := fnv.New64a()
		h.Write([]byte(strings.Join(words[i:min(i+4, len(words))], " ")))
		if i%2 == 0 && i+4 <= len(words) && r.Kind != onrecord.Indirect {
			s.Prints = append(s.Prints, h.Sum64()&^(1<<63))
		}
		if h = fnv.New64a(); i < 14 {
			h.Write([]byte(w))
			s.Terms = append(s.Terms, uint32(h.Sum64()))
		}
	}
	slices.Sort(s.Prints)
	slices.Sort(s.Terms)
	return s
}

// addAndCollate puts n articles, 64 at a time, and collates them as a collation
// does, but for what it computes.
func addAndCollate(b *testing.B, st *Store, p *press, n int) *clock {
	c := &clock{of: map[string]time.Duration{}}
	must := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	for n > 0 {
		var batch []*onrecord.Reading
		for range min(n, 64) {
			batch = append(batch, p.next())
		}
		n -= len(batch)
		c.lap("")
		_, err := st.Put(ctx, batch)
		must(err)
		c.lap("put")
		docs, state, err := st.Pending(ctx, 64)
		must(err)
		reports, err := st.Reports(ctx, docs...)
		must(err)
		c.lap("reports")
		out := &store.Collated{State: state, Docs: docs, DocPrints: map[onrecord.DocumentID][]uint64{}}
		byPrint, seen := map[uint64]onrecord.StatementID{}, map[[2]onrecord.StatementID]bool{}
		var met, ids []onrecord.StatementID
		match := func(a, b onrecord.StatementID) {
			if pair := [2]onrecord.StatementID{min(a, b), max(a, b)}; a != b && !seen[pair] {
				seen[pair] = true
				out.Matches = append(out.Matches, onrecord.Match{A: a, B: b, Score: 0.97, Why: []string{"14 words in a row", "both on 2017-12-12"}})
			}
		}
		for i := range reports {
			r := &reports[i]
			s := benchSketch(r)
			out.Sketches, ids = append(out.Sketches, s), append(ids, r.Statement)
			out.DocPrints[r.Doc] = append(out.DocPrints[r.Doc], s.Prints[:len(s.Prints)/3]...)
			c.lap("")
			if len(s.Prints) > 0 {
				near, err := st.Near(ctx, store.Nearby{Prints: s.Prints})
				must(err)
				for _, one := range near {
					met = append(met, one.Statement)
					match(one.Statement, r.Statement)
				}
				for _, one := range s.Prints {
					if other := byPrint[one]; other != "" {
						match(other, r.Statement)
					}
					byPrint[one] = r.Statement
				}
			}
			if r.Key != "" {
				near, err := st.Near(ctx, store.Nearby{Key: r.Key, From: s.First, Until: s.Last})
				must(err)
				for _, one := range near[:min(2, len(near))] {
					met = append(met, one.Statement)
				}
			}
			c.lap("near")
		}
		_, err = st.ReportsOf(ctx, met...)
		must(err)
		c.lap("reportsOf")
		comp, err := st.Component(ctx, append(ids, met...)...)
		must(err)
		c.lap("component")
		out.Components = [][]onrecord.StatementID{comp.Statements}
		joined := union{}
		for _, m := range append(comp.Matches, out.Matches...) {
			joined[joined.of(m.A)] = joined.of(m.B)
		}
		groups := map[onrecord.StatementID][]onrecord.StatementID{}
		for _, id := range comp.Statements {
			groups[joined.of(id)] = append(groups[joined.of(id)], id)
		}
		for _, g := range groups {
			if len(g) > 1 {
				out.Utterances = append(out.Utterances, onrecord.Utterance{First: g[0], Reports: g, Outlets: 1, Independent: 1})
			}
		}
		for _, id := range docs {
			_, err := st.CopiesNear(ctx, out.DocPrints[id]...)
			must(err)
		}
		c.lap("copiesNear")
		must(st.Collate(ctx, out))
		c.lap("collate")
	}
	return c
}

type union map[onrecord.StatementID]onrecord.StatementID

func (u union) of(id onrecord.StatementID) onrecord.StatementID {
	for u[id] != "" && u[id] != id {
		id = u[id]
	}
	return id
}

// BenchmarkCollate adds 1,000 articles to an empty record and to one of
// ONRECORD_ARTICLES articles, and says what each part of it costs an article.
func BenchmarkCollate(b *testing.B) {
	st, err := Open(filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	p := &press{c: storetest.NewCorpus(1)}
	some := min(1000, size())
	tell := func(name string, c *clock, wall time.Duration) {
		line := fmt.Sprintf("%-6s", name)
		all := time.Duration(0)
		for _, what := range []string{"put", "reports", "near", "reportsOf", "component", "copiesNear", "collate"} {
			all += c.of[what]
			line += fmt.Sprintf(" %s %.2f", what, c.of[what].Seconds()*1000/float64(some))
		}
		fmt.Printf("%s: %.2f ms of processor time an article, %.2f by the clock\n", line, all.Seconds()*1000/float64(some), wall.Seconds()*1000/float64(some))
	}
	for b.Loop() {
		start := time.Now()
		tell("empty", addAndCollate(b, st, p, some), time.Since(start))
		addAndCollate(b, st, p, size()-some)
		start = time.Now()
		tell("full", addAndCollate(b, st, p, some), time.Since(start))
	}
	if os.Getenv("ONRECORD_EACH") != "" {
		sizes(b, st)
	}
}

// sizes prints what each table takes of the file.
func sizes(b *testing.B, st *Store) {
	var statements int
	if err := st.read.QueryRow(`SELECT count(*) FROM statement`).Scan(&statements); err != nil {
		b.Fatal(err)
	}
	rows, err := st.read.Query(`SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC`)
	if err != nil {
		b.Fatal(err)
	}
	fmt.Println(statements, "statements; bytes a statement:")
	if err := each(rows, func() error {
		var name string
		var n int
		err := rows.Scan(&name, &n)
		if n > 1<<16 {
			fmt.Printf("%-28s %8.1f\n", name, float64(n)/float64(statements))
		}
		return err
	}); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkIssue asks for an issue that all statements of 250 articles are on.
func BenchmarkIssue(b *testing.B) {
	st, err := Open(filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	addAndCollate(b, st, &press{c: storetest.NewCorpus(1)}, 250)
	on := declareAll(b, st)
	for _, c := range []struct {
		name string
		f    func() (int, error)
	}{
		{"assignments", func() (int, error) {
			list, _, err := st.Assignments(ctx, store.StanceQuery{Issue: "all", Page: store.Page{Limit: -1}})
			return len(list), err
		}},
		{"bare changes", func() (int, error) {
			list, _, err := st.Changes(ctx, store.ChangeQuery{Issue: "all", Bare: true, Page: store.Page{Limit: -1}})
			return len(list), err
		}},
		{"20 changes", func() (int, error) {
			list, _, err := st.Changes(ctx, store.ChangeQuery{Issue: "all"})
			return len(list), err
		}},
		{"coverage", func() (int, error) { list, err := st.Coverage(ctx); return len(list), err }},
		{"utterance", func() (int, error) { u, err := st.Utterance(ctx, on[0].Statement); return len(u.Hits), err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			n, used := 0, cpu()
			for b.Loop() {
				if n, err = c.f(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n), "rows")
			b.ReportMetric(float64((cpu()-used).Microseconds())/1000/float64(b.N), "cpu-ms")
		})
	}
}

// declareAll declares an issue that all statements are on and take positions on,
// each second of which differs from the one before.
func declareAll(b *testing.B, st *Store) (on []onrecord.Assignment) {
	must := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	_, err := st.Declare(ctx, "all", "All", "words", "2026-05-01T10:00:00.000000Z")
	must(err)
	var docs []onrecord.DocumentID
	must(st.Each(ctx, func(r *onrecord.Reading) error { docs = append(docs, r.Doc.ID); return nil }))
	reports, err := st.Reports(ctx, docs...)
	must(err)
	var positions []onrecord.Position
	var changes []onrecord.Change
	for i, r := range reports {
		a := onrecord.Assignment{Issue: "all", Statement: r.Statement, Score: 0.5, Words: []onrecord.Span{{Start: 3, End: 9}}, Why: []string{"phrase: words"}}
		on = append(on, a)
		positions = append(positions, onrecord.Position{Assignment: a, Key: r.Key, Pole: onrecord.For, Conditions: []string{"if " + r.Content}, Certainty: 1})
		if i%2 == 1 {
			c := onrecord.Change{Issue: "all", Kind: onrecord.Turns, Earlier: reports[i-1].Statement, Later: r.Statement, Why: []string{"for, then against"},
				Position: [2]onrecord.Position{positions[i-1], positions[i]}}
			c.ID = c.ComputeID()
			changes = append(changes, c)
		}
	}
	_, state, err := st.Pending(ctx, 0)
	must(err)
	must(st.Assign(ctx, state, "all", on, positions))
	must(st.Recompute(ctx, state+1, "all", changes))
	return on
}

// BenchmarkMergeCollated merges the speaker of all statements of ONRECORD_ARTICLES
// articles into another, and undoes that.
func BenchmarkMergeCollated(b *testing.B) {
	st, err := Open(filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	addAndCollate(b, st, &press{c: storetest.NewCorpus(1), one: true}, size())
	list, _, err := st.Speakers(ctx, "", store.Page{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		merge := storetest.Merge(i, "person:nobody-else", list[0].Key)
		used := cpu()
		if _, err := st.Identify(ctx, []onrecord.Identification{merge}); err != nil {
			b.Fatal(err)
		}
		docs, _, err := st.Pending(ctx, 1<<30)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64((cpu() - used).Milliseconds()), "cpu-ms")
		b.ReportMetric(float64(list[0].Statements), "statements")
		b.ReportMetric(float64(len(docs)), "pending")
		if _, err := st.Identify(ctx, []onrecord.Identification{storetest.Undo(i+1, merge.ID)}); err != nil {
			b.Fatal(err)
		}
	}
}
