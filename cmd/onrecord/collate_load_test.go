//go:build unix

package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/article"
	"onrecord/collation"
	"onrecord/reader"
	"onrecord/relation"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/syndication"
)

// TestCollateLoad adds articles to a large record and to an empty one, and
// compares. It takes long, so it runs only when told how many statements the
// large record has:
//
//	ONRECORD_COLLATE=1000000 ONRECORD_COLLATE_DB=/tmp/big.db go test ./cmd/onrecord -run TestCollateLoad -v -timeout 6h
//
// ONRECORD_COLLATE_ADD says how many articles are added, 1,000 if it does not;
// ONRECORD_COLLATE_DB keeps the large record without what was added, and goes
// on building it when it is there. The articles are those of TestLoad, read
// once by the fast model, repeated with other names, words and days; every
// tenth that is added is a copy of one that is there.
func TestCollateLoad(t *testing.T) {
	statements, err := strconv.Atoi(os.Getenv("ONRECORD_COLLATE"))
	if err != nil {
		t.Skip("skipped: it takes long; set ONRECORD_COLLATE to a number of statements")
	}
	add, err := strconv.Atoi(os.Getenv("ONRECORD_COLLATE_ADD"))
	if err != nil {
		add = 1000
	}
	m := newMultiplier(t)
	path := os.Getenv("ONRECORD_COLLATE_DB")
	if path == "" {
		path = filepath.Join(t.TempDir(), "big.db")
	}
	held := m.build(t, path, statements)
	small := addTo(t, filepath.Join(t.TempDir(), "small.db"), m, 0, add)
	mustRun(t, "backup", "--db", path, path+".copy")
	defer os.Remove(path + ".copy")
	large := addTo(t, path+".copy", m, held, add)
	for _, model := range []reader.Model{reader.Fast, reader.Accurate} {
		each := m.pace(t, model)
		reading := each * time.Duration(add)
		t.Logf("with reading by the %s model, %.1f ms of processor time an article: %.2f", model, 1e3*each.Seconds(),
			(large.cpu+reading).Seconds()/(small.cpu+reading).Seconds())
	}
	t.Logf("large against empty, by processor time, without reading: %.2f; memory %.2f", large.cpu.Seconds()/small.cpu.Seconds(), float64(large.memory)/float64(small.memory))
}

// pace is the processor time that reading an article takes.
func (m *multiplier) pace(t *testing.T, model reader.Model) time.Duration {
	t.Helper()
	rd, err := reader.New(model)
	if err != nil {
		t.Fatal(err)
	}
	const some = 100
	used := usage(thisProgram)
	for i := range some {
		k := i * len(m.texts) / some
		if _, err := rd.Read(article.Page{Article: fmt.Sprint(k), Bytes: []byte(m.texts[k]), Raw: true, Published: "2010-01-01"}); err != nil {
			t.Fatal(err)
		}
	}
	return (usage(thisProgram) - used) / some
}

// The articles of the large record are of these days, in no order; those that
// are added are of the days that follow, as news are.
const loadDays, newDays = 1800, 40

// lately is the number from k on of an article of the last days.
func lately(k, held int) int {
	for range held {
		if k*7919%loadDays >= loadDays-newDays {
			return k
		}
		k = (k + 1) % held
	}
	return k
}

// A loaded says what an addition took.
type loaded struct {
	cpu    time.Duration
	memory int // MB at the most that is not a file's
}

// addTo adds n articles that a record of the first held ones does not have.
func addTo(t *testing.T, path string, m *multiplier, held, n int) (l loaded) {
	t.Helper()
	st, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	debug.FreeOSMemory()
	c := collation.New(st)
	used, start := usage(thisProgram), time.Now()
	var puts time.Duration
	joined, third := 0, 0
	for from := 0; from < n; from += batchSize {
		var rs []*onrecord.Reading
		for i := from; i < min(from+batchSize, n); i++ {
			k, day := m.beyond+i, loadDays+i*newDays/n
			if i%10 == 0 && held > 0 {
				k = lately(i*7%held, held) // a copy, under another address
				day = k * 7919 % loadDays
			}
			rs = append(rs, m.reading1(k, day, fmt.Sprintf("https://example.org/new/%d", i)))
		}
		before := usage(thisProgram)
		if _, err := st.Put(t.Context(), rs); err != nil {
			t.Fatal(err)
		}
		puts += usage(thisProgram) - before
		l.memory = max(l.memory, memory("RssAnon"))
		if to := from + batchSize; to < n && to%collation.Size != 0 {
			continue // as onrecord add does
		}
		done, err := c.Run(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		joined += done.Joined
		l.memory = max(l.memory, memory("RssAnon"))
		if third == 0 && from > n/3 {
			third = l.memory
		}
	}
	l.cpu = usage(thisProgram) - used
	t.Logf("%d articles added to %d: %v of processor time, of which %v to put them, %v by the clock; %d statements joined; memory at most %d MB, in the first third %d",
		n, held, l.cpu.Round(time.Millisecond), puts.Round(time.Millisecond), time.Since(start).Round(time.Second), joined, l.memory, third)
	return l
}

// A multiplier makes many readings of few: the words of each are exchanged for
// others of the same length, so that all places stay.
type multiplier struct {
	texts    []string
	readings []*onrecord.Reading
	class    map[string]int
	classes  [][]string
	beyond   int // what is made from this number on is in no record
}

var loadWord = regexp.MustCompile(`[A-Za-z]{4,}`)

func newMultiplier(t *testing.T) *multiplier {
	texts := corpusTexts(t)
	rd, err := reader.New(reader.Fast)
	if err != nil {
		t.Fatal(err)
	}
	m := &multiplier{texts: texts, class: map[string]int{}, beyond: 1 << 30}
	counts := map[string]int{}
	jobs := func(yield func(reader.Job) bool) {
		for i, text := range texts {
			for _, w := range loadWord.FindAllString(text, -1) {
				counts[w]++
			}
			p := &article.Page{Article: fmt.Sprint(i), Bytes: []byte(text), Raw: true, Published: "2010-01-01"}
			if !yield(reader.Job{Article: p.Article, Load: func() (*article.Page, error) { return p, nil }}) {
				return
			}
		}
	}
	for res := range rd.All(context.Background(), jobs) {
		if res.Err == nil && res.Reading != nil && len(res.Reading.Statements) > 0 {
			res.Reading.Tokens, res.Reading.Sentences, res.Reading.Quotations = nil, nil, nil
			m.readings = append(m.readings, res.Reading)
		}
	}
	m.classify(counts)
	runtime.GC()
	return m
}

// classify puts words of one length together, names and others, but for the
// commonest, which hold sentences together.
func (m *multiplier) classify(counts map[string]int) {
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	at := map[string]int{}
	for i, w := range words {
		upper := w[0] < 'a'
		if !upper && i < 400 {
			continue
		}
		// Common words give way to common ones, so that how often words come
		// stays as it was.
		key := fmt.Sprint(upper, len(w), int(math.Log2(float64(counts[w]))))
		k, ok := at[key]
		if !ok {
			k = len(m.classes)
			at[key] = k
			m.classes = append(m.classes, nil)
		}
		m.class[w] = k<<20 | len(m.classes[k])
		m.classes[k] = append(m.classes[k], w)
	}
}

// exchange gives each word way to another of its class; the first time all
// words stay.
func (m *multiplier) exchange(text string, turn int) string {
	if turn == 0 {
		return text
	}
	return loadWord.ReplaceAllStringFunc(text, func(w string) string {
		k, ok := m.class[w]
		if !ok {
			return w
		}
		class := m.classes[k>>20]
		return class[(k&(1<<20-1)+turn*7919)%len(class)]
	})
}

// reading1 makes number k of all readings, of a day and under an address.
func (m *multiplier) reading1(k, shift int, address string) *onrecord.Reading {
	old := m.readings[k%len(m.readings)]
	turn := k / len(m.readings)
	doc := *old.Doc
	doc.Text = m.exchange(doc.Text, turn)
	doc.Article, doc.URL, doc.Outlet = address, address, fmt.Sprintf("Outlet %d", k%31)
	doc.SHA256 = address
	doc.Published = shifted(onrecord.Claimed{EDTF: "2010-01-01", From: "2010-01-01", Until: "2010-01-02", Basis: "given"}, shift)
	doc.ID = doc.ComputeID()
	r := &onrecord.Reading{Doc: &doc, Reader: old.Reader}
	entity := map[onrecord.EntityID]onrecord.EntityID{"": ""}
	for _, e := range old.Entities {
		was := e.ID
		e.Doc, e.Name = doc.ID, m.exchange(e.Name, turn)
		e.ID = e.ComputeID()
		entity[was] = e.ID
		r.Entities = append(r.Entities, e)
	}
	statement := map[onrecord.StatementID]onrecord.StatementID{"": ""}
	for _, s := range old.Statements {
		was := s.ID
		s.Doc = doc.ID
		s.ID = s.ComputeID()
		statement[was] = s.ID
		s.Speaker, s.Said = entity[s.Speaker], shifted(s.Said, shift)
		s.Others, s.Via = slices.Clone(s.Others), slices.Clone(s.Via)
		for i := range s.Others {
			s.Others[i] = entity[s.Others[i]]
		}
		for i := range s.Via {
			s.Via[i].Entity = entity[s.Via[i].Entity]
		}
		r.Statements = append(r.Statements, s)
	}
	for i := range r.Statements {
		r.Statements[i].Same = statement[r.Statements[i].Same]
	}
	for _, rel := range old.Relations {
		rel.Doc, rel.By = doc.ID, entity[rel.By]
		for _, e := range []*onrecord.End{&rel.From, &rel.To} {
			e.Statement, e.Owner, e.Said = statement[e.Statement], entity[e.Owner], shifted(e.Said, shift)
		}
		rel.ID = rel.ComputeID()
		r.Relations = append(r.Relations, rel)
	}
	return r
}

// shifted is a time some days later.
func shifted(c onrecord.Claimed, days int) onrecord.Claimed {
	later := func(d onrecord.Day) onrecord.Day {
		t, err := time.Parse(time.DateOnly, string(d))
		if err != nil {
			return ""
		}
		return onrecord.Day(t.AddDate(0, 0, days).Format(time.DateOnly))
	}
	c.From, c.Until = later(c.From), later(c.Until)
	switch {
	case c.From != "":
		c.EDTF = onrecord.EDTF(c.From)
	case c.Until != "":
		c.EDTF = "../" + onrecord.EDTF(c.Until)
	}
	return c
}

// build makes the large record, or goes on with it. What is in it is not
// compared with each other, which would take most of the time: each statement is
// kept as if it were alone.
func (m *multiplier) build(t *testing.T, path string, statements int) (held int) {
	t.Helper()
	st, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	start := time.Now()
	for {
		s, err := st.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		held = s.Documents
		t.Logf("%d articles, %d statements, %.0f MB after %v", s.Documents, s.Statements, float64(s.Bytes)/1e6, time.Since(start).Round(time.Second))
		if f := os.Getenv("ONRECORD_COLLATE_LOG"); f != "" {
			os.WriteFile(f, fmt.Appendf(nil, "%d articles, %d statements after %v\n", s.Documents, s.Statements, time.Since(start)), 0o666)
		}
		if s.Statements >= statements || time.Since(start) > buildTime() {
			return held
		}
		for range 32 {
			var rs []*onrecord.Reading
			for range batchSize {
				rs = append(rs, m.reading1(held, held*7919%loadDays, fmt.Sprintf("https://example.org/%d", held)))
				held++
			}
			if _, err := st.Put(t.Context(), rs); err != nil {
				t.Fatal(err)
			}
			if err := keepAlone(t.Context(), st); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// buildTime is how long building may take, to be gone on with later.
func buildTime() time.Duration {
	if d, err := time.ParseDuration(os.Getenv("ONRECORD_COLLATE_TIME")); err == nil {
		return d
	}
	return 24 * time.Hour
}

// keepAlone keeps of pending documents what is needed to find them.
func keepAlone(ctx context.Context, st store.Store) error {
	docs, state, err := st.Pending(ctx, batchSize)
	if err != nil {
		return err
	}
	c := &store.Collated{State: state, Docs: docs, DocPrints: map[onrecord.DocumentID][]uint64{}}
	reports, err := st.Reports(ctx, docs...)
	if err != nil {
		return err
	}
	for i := range reports {
		s := store.Sketch{Statement: reports[i].Statement}
		s.Terms, s.Prints, s.First, s.Last = relation.Trace(&reports[i])
		c.Sketches = append(c.Sketches, s)
		c.Components = append(c.Components, []onrecord.StatementID{s.Statement})
	}
	for _, id := range docs {
		r, err := st.Document(ctx, id)
		if err != nil {
			return err
		}
		c.DocPrints[id] = syndication.Read(r.Doc).Prints()
	}
	return st.Collate(ctx, c)
}
