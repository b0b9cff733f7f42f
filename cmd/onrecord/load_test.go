//go:build unix

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord"
	"onrecord/reader"
	"onrecord/search"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// TestLoad adds many articles and asks the record that they make. It takes
// minutes, so it runs only when told how many:
//
//	ONRECORD_LOAD=20000 go test ./cmd/onrecord -run TestLoad -v -timeout 2h
//
// The texts are those of ONRECORD_CORPUS, a folder of plain texts (else the
// training texts of PolNeAR, where they are), repeated under other addresses,
// days, outlets and names of people. ONRECORD_LOAD_DB keeps the record, and
// asks it again when it is there.
func TestLoad(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("ONRECORD_LOAD"))
	if err != nil {
		t.Skip("skipped: it takes minutes; set ONRECORD_LOAD to a number of articles")
	}
	path := os.Getenv("ONRECORD_LOAD_DB")
	if path == "" {
		path = filepath.Join(t.TempDir(), "load.db")
	}
	if _, err := os.Stat(path); err != nil {
		loadAdd(t, path, n)
	}
	st, err := sqlite.OpenExisting(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	s, err := st.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("record: %d articles, %d statements, %.0f MB", s.Documents, s.Statements, float64(s.Bytes)/1e6)
	for _, order := range []store.Order{store.Newest, store.Oldest, store.Best} {
		loadSearch(t, st, order, false)
	}
	loadSearch(t, st, store.Newest, true)
	start := time.Now()
	wrong, err := st.Check(t.Context())
	if err != nil || len(wrong) > 0 {
		t.Errorf("check: %d wrong, %q …, %v", len(wrong), wrong[:min(len(wrong), 3)], err)
	}
	t.Logf("check: %v", time.Since(start).Round(time.Second))
}

// A timed store notes when each batch was added.
type timed struct {
	store.Store
	marks []loadMark
	puts  time.Duration
}

// A loadMark is the state after a batch.
type loadMark struct {
	articles  int
	at        time.Time
	cpu       time.Duration
	anonymous int // memory that is not a file's, in MB
}

func (s *timed) Put(ctx context.Context, rs []*onrecord.Reading) (int, error) {
	start := time.Now()
	added, err := s.Store.Put(ctx, rs)
	s.puts += time.Since(start)
	s.mark(len(rs))
	return added, err
}

func (s *timed) mark(n int) {
	if len(s.marks) > 0 {
		n += s.marks[len(s.marks)-1].articles
	}
	s.marks = append(s.marks, loadMark{n, time.Now(), usage(thisProgram), memory("RssAnon")})
}

func loadAdd(t *testing.T, path string, n int) {
	st, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	s := &timed{Store: st}
	r, w := io.Pipe()
	texts := corpusTexts(t)
	go func() { w.CloseWithError(writeArticles(w, texts, n)) }()
	a := &adder{st: s, in: &input{paths: []string{"-"}, stdin: r, raw: true, model: reader.Fast}, stdout: io.Discard, stderr: io.Discard}
	s.mark(0)
	if err := a.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	first, whole := s.marks[0], s.marks[len(s.marks)-1]
	t.Logf("add: %d articles of %d texts in %v, of which %v in the store; peak memory %d MB, not counting files %d MB",
		whole.articles, len(texts), whole.at.Sub(first.at).Round(time.Second), s.puts.Round(time.Second), memory("VmHWM"), whole.anonymous)
	// The first tenth warms up: the models are unpacked, the heap grows.
	var rates [2][3]float64
	for i, from := range []float64{0.1, 0.75} {
		a, b := s.after(n, from), s.after(n, from+0.25)
		k := float64(b.articles - a.articles)
		rates[i] = [3]float64{k / b.at.Sub(a.at).Seconds(), k / (b.cpu - a.cpu).Seconds(), float64(b.anonymous)}
		t.Logf("add: from %2.0f%% on: %.1f articles/s, %.1f articles per second of processor time, memory %d MB", from*100, rates[i][0], rates[i][1], b.anonymous)
	}
	t.Logf("add: end against start: %.2f by the clock, %.2f by processor time; memory %.2f", rates[1][0]/rates[0][0], rates[1][1]/rates[0][1], rates[1][2]/rates[0][2])
}

// after is the state when a share of n articles was added.
func (s *timed) after(n int, share float64) loadMark {
	i := slices.IndexFunc(s.marks, func(m loadMark) bool { return float64(m.articles) >= share*float64(n) })
	if i < 0 {
		i = len(s.marks) - 1
	}
	return s.marks[i]
}

// loadQuestions are asked of news.
var loadQuestions = strings.Split(`north korea
said
the
trump
clinton emails
"north korea"
"the president"
"white house"
campaign -trump
obama OR clinton
economy jobs
"supreme court" nomination
speaker:clinton
speaker:trump wall
speaker:unknown
speaker:unknown anon:unnamed officials
kind:direct
kind:direct immigration
kind:mixed act:denied
act:denied
act:promised tax
outlet:"outlet 7"
outlet:"outlet 7" said:2013
said:2012
said:2012-03..2012-09
said:2012-03..2012-09 trump
said:2014.. -kind:direct
published:2011
published:2011-05 speaker:sanders
police
police shooting
"said the"
climate change
syria OR iraq OR isis
"i think"
women vote
(tax OR taxes) speaker:sanders
zebra
zebra OR quagga
wall street -speaker:sanders said:2012`, "\n")

// loadSearch asks every question five times. On a machine that does other work
// too, the processor time says more than the clock.
func loadSearch(t *testing.T, st store.Store, order store.Order, facets bool) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var clock, processor []time.Duration
	slowest := map[string]time.Duration{}
	for range 5 {
		for _, text := range loadQuestions {
			q, err := search.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			start, used := time.Now(), usage(thisThread)
			if _, err := st.Find(t.Context(), store.Find{Where: q.Expr(), Order: order, Facets: facets}); err != nil {
				t.Fatal(err)
			}
			clock, processor = append(clock, time.Since(start)), append(processor, usage(thisThread)-used)
			slowest[text] = max(slowest[text], processor[len(processor)-1])
		}
	}
	t.Logf("search, %s, facets %t: by the clock p50 %v, p95 %v; by processor time p50 %v, p95 %v", order, facets,
		share(clock, 50), share(clock, 95), share(processor, 50), share(processor, 95))
	for _, text := range loadQuestions {
		if slowest[text] > 50*time.Millisecond {
			t.Logf("  %v of processor time at worst: %s", slowest[text].Round(time.Millisecond), text)
		}
	}
}

func share(all []time.Duration, percent int) time.Duration {
	slices.Sort(all)
	return all[len(all)*percent/100].Round(100 * time.Microsecond)
}

func corpusTexts(t *testing.T) []string {
	dir := os.Getenv("ONRECORD_CORPUS")
	if dir == "" {
		shared := os.Getenv("ONRECORD_SHARED")
		if shared == "" {
			shared = "../../../shared"
		}
		dir = filepath.Join(shared, "polnear", "train", "text")
	}
	var texts []string
	for _, f := range files([]string{dir}) {
		b, err := os.ReadFile(f.path)
		if err == nil && len(b) > 500 {
			texts = append(texts, string(b))
		}
	}
	if len(texts) == 0 {
		t.Skipf("skipped: no texts in %s; set ONRECORD_CORPUS to a folder of plain texts", dir)
	}
	return texts
}

var fullName = regexp.MustCompile(`\b[A-Z][a-z]+ ([A-Z][a-z]{3,})\b`)

// lastNames are the words that follow another capitalised word most often.
func lastNames(texts []string, n int) []string {
	counts := map[string]int{}
	for _, text := range texts {
		for _, m := range fullName.FindAllStringSubmatch(text, -1) {
			counts[m[1]]++
		}
	}
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return names[:min(n, len(names))]
}

// writeArticles writes n articles as JSON Lines. In the copies each of the
// commonest last names gives way to another of them.
func writeArticles(w io.Writer, texts []string, n int) error {
	names := lastNames(texts, 400)
	enc := json.NewEncoder(w)
	for i := range n {
		copyOf, text := i/len(texts), texts[i%len(texts)]
		if copyOf > 0 {
			var pairs []string
			for j, name := range names {
				pairs = append(pairs, name, names[(j+copyOf*7)%len(names)])
			}
			text = strings.NewReplacer(pairs...).Replace(text)
		}
		day := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*7919%1800)
		if err := enc.Encode(map[string]string{
			"url": fmt.Sprintf("https://example.org/%d/%d", copyOf, i), "outlet": fmt.Sprintf("Outlet %d", i%31),
			"date": day.Format(time.DateOnly), "text": text,
		}); err != nil {
			return err
		}
	}
	return nil
}

// Whose processor time: the program's, or, on Linux, the thread's.
const (
	thisProgram = syscall.RUSAGE_SELF
	thisThread  = 1
)

func usage(whose int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(whose, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// memory reads a line of /proc/self/status, in MB; 0 where there is none.
func memory(name string) int {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(b), "\n") {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			n, _ := strconv.Atoi(strings.Fields(rest)[0])
			return n / 1024
		}
	}
	return 0
}
