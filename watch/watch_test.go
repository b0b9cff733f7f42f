package watch_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
	"onrecord/watch"
)

// A hook is a webhook: it answers as it is told, one answer after the other,
// and keeps what came.
type hook struct {
	*httptest.Server
	mu      sync.Mutex
	answers []int // statuses; 200 when there are no more; 0: no answer in time
	bodies  []string
	heads   []http.Header
	stop    chan struct{}
}

func newHook(t *testing.T, answers ...int) *hook {
	t.Helper()
	h := &hook{answers: answers, stop: make(chan struct{})}
	h.Server = httptest.NewServer(h)
	t.Cleanup(func() { close(h.stop); h.Server.Close() })
	return h
}

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	h.mu.Lock()
	status := http.StatusOK
	if len(h.answers) > 0 {
		status, h.answers = h.answers[0], h.answers[1:]
	}
	h.bodies, h.heads = append(h.bodies, r.Method+" "+string(body)), append(h.heads, r.Header.Clone())
	h.mu.Unlock()
	switch {
	case status == 0:
		select {
		case <-h.stop:
		case <-r.Context().Done():
		}
	case status/100 == 3:
		http.Redirect(w, r, h.URL+"/elsewhere", status)
	default:
		w.WriteHeader(status)
		fmt.Fprint(w, strings.Repeat("thanks ", 100_000)) // more than is read
	}
}

func (h *hook) came() (bodies []string, heads []http.Header) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.bodies, h.heads
}

// record holds one article on the ferry.
func record(t *testing.T) *sqlite.Store {
	t.Helper()
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	add(t, st, "old", "the ferry is late")
	return st
}

func add(t *testing.T, st store.Store, name string, contents ...string) (docs []*onrecord.Reading) {
	t.Helper()
	a := storetest.Article{Address: name + ".txt", Outlet: "Coast Herald", Title: "The ferry, " + name, Published: "2026-02-02"}
	for _, c := range contents {
		a.Sayings = append(a.Sayings, storetest.Saying{Speaker: "Ada Brandt", Content: c, Said: "2026-02-01"})
	}
	r := a.Reading()
	if _, err := st.Put(t.Context(), []*onrecord.Reading{r}); err != nil {
		t.Fatal(err)
	}
	return []*onrecord.Reading{r}
}

// saved is a watch on the ferry from now on.
func saved(t *testing.T, st store.Store, w store.Watch) store.Watch {
	t.Helper()
	var err error
	if w.Told, err = st.Mark(t.Context()); err != nil {
		t.Fatal(err)
	}
	if w.Kind == "" {
		w.Kind, w.Query = store.WatchStatements, "ferry"
	}
	w.Made = store.InstantOf(time.Now())
	if err := watch.Check(w); err != nil {
		t.Fatal(err)
	}
	if err := st.Watch(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	return w
}

// run tells all watches, in a hurry.
func run(t *testing.T, st store.Store, dry bool) map[string]watch.Told {
	t.Helper()
	watches, err := st.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	teller := watch.Teller{Poster: watch.Poster{Timeout: 300 * time.Millisecond, Backoff: time.Millisecond}, DryRun: dry}
	list, err := teller.Run(t.Context(), st, watches)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]watch.Told{}
	for _, told := range list {
		out[told.Watch] = told
	}
	return out
}

// What is new is posted once; what was there, what is no answer and what was
// told already is not; a dry run posts nothing and takes nothing off.
func TestTold(t *testing.T) {
	st, h := record(t), newHook(t)
	saved(t, st, store.Watch{Name: "ferry", Webhook: h.URL + "/in?key=hidden", Secret: "whsec_" + base64.StdEncoding.EncodeToString([]byte("open sesame"))})
	if told := run(t, st, false)["ferry"]; told.Err != nil || told.Answers != 0 {
		t.Errorf("nothing is new: %+v", told)
	}
	add(t, st, "new", "the ferry is sold", "the pier stays", "no ferry will sail <again> & again")
	if told := run(t, st, true)["ferry"]; told.Err != nil || told.Answers != 2 {
		t.Errorf("a dry run: %+v, want 2 answers", told)
	}
	if bodies, _ := h.came(); len(bodies) != 0 {
		t.Errorf("a dry run posted %q", bodies)
	}
	for range 2 {
		run(t, st, false)
	}
	bodies, heads := h.came()
	if len(bodies) != 1 {
		t.Fatalf("%d posts, want 1: %q", len(bodies), bodies)
	}
	var m watch.Message
	method, body, _ := strings.Cut(bodies[0], " ")
	if err := json.Unmarshal([]byte(body), &m); err != nil || method != http.MethodPost {
		t.Fatalf("%s %s: %v", method, body, err)
	}
	if m.Type != "statements.new" || m.Watch != "ferry" || m.Query != "ferry" || len(m.Documents) != 1 || m.Documents[0].Text != nil || len(m.Statements) != 2 || len(m.Changes) != 0 {
		t.Errorf("posted %s", body)
	}
	if !strings.Contains(body, "no ferry will sail <again> & again") || strings.Contains(body, "pier") || strings.Contains(body, "is late") {
		t.Errorf("posted %s", body)
	}
	head := heads[0]
	want, err := watch.Sign("open sesame", m.ID, head.Get("webhook-timestamp"), []byte(body))
	if err != nil || head.Get("webhook-signature") != want || head.Get("webhook-id") != m.ID || head.Get("Content-Type") != "application/json" {
		t.Errorf("headers %v, want the signature %s of %s; %v", head, want, m.ID, err)
	}
	if strings.Contains(body, "sesame") || strings.Contains(body, "hidden") {
		t.Errorf("a secret is posted: %s", body)
	}
}

// The signature is that of the specification's own example.
func TestSign(t *testing.T) {
	have, err := watch.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", []byte(`{"test": 2432232314}`))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; err != nil || have != want {
		t.Errorf("have %s, %v, want %s", have, err, want)
	}
}

// What may pass is tried again with the same ID and body; what may not is said
// at once, with the way out; a watch that failed is told again, the others go
// on, and no address is in what is said.
func TestFailures(t *testing.T) {
	refused, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	refused.Close() // nobody listens there any more
	for name, c := range map[string]struct {
		answers []int
		posts   int
		err     string // empty: it was taken
	}{
		"once":     {[]int{500}, 2, ""},
		"busy":     {[]int{429, 503}, 3, ""},
		"down":     {[]int{500, 502, 503, 200}, 3, "try 3: it answers 503"},
		"gone":     {[]int{410, 200}, 1, "try 1: it answers 410 Gone"},
		"redirect": {[]int{307}, 1, "redirects are not followed, save the watch with the address that it leads to"},
		"silent":   {[]int{0, 200}, 2, ""},
		"mute":     {[]int{0, 0, 0}, 3, "try 3: "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st, h, fine := record(t), newHook(t, c.answers...), newHook(t)
			saved(t, st, store.Watch{Name: "first", Webhook: h.URL + "/hidden", Secret: "sesame"})
			saved(t, st, store.Watch{Name: "none", Webhook: "http://" + refused.Addr().String() + "/hidden"})
			saved(t, st, store.Watch{Name: "other", Webhook: fine.URL})
			add(t, st, "new", "the ferry is sold")
			all := run(t, st, false)
			told := all["first"]
			bodies, heads := h.came()
			if len(bodies) != c.posts || (told.Err == nil) != (c.err == "") || told.Err != nil && !strings.Contains(told.Err.Error(), c.err) {
				t.Errorf("%d posts, %v; want %d, %q", len(bodies), told.Err, c.posts, c.err)
			}
			for i := range bodies {
				if bodies[i] != bodies[0] || heads[i].Get("webhook-id") != heads[0].Get("webhook-id") {
					t.Errorf("try %d posts another message: %s", i+1, bodies[i])
				}
			}
			if all["none"].Err == nil || strings.Contains(fmt.Sprint(told.Err, all["none"].Err), "hidden") || strings.Contains(fmt.Sprint(told.Err), "sesame") {
				t.Errorf("said %v, %v", told.Err, all["none"].Err)
			}
			if other, _ := fine.came(); len(other) != 1 || all["other"].Err != nil {
				t.Errorf("the other watch: %d posts, %v", len(other), all["other"].Err)
			}
			if c.err == "" {
				return
			}
			if run(t, st, false); name == "redirect" {
				if bodies, _ := h.came(); len(bodies) != 2 || bodies[1] != bodies[0] {
					t.Errorf("told again: %q", bodies)
				}
			}
			if other, _ := fine.came(); len(other) != 1 {
				t.Errorf("what was told is told again: %q", other)
			}
		})
	}
}

// Many answers go out in parts, each smaller than a bound, and when one part
// fails all is told again.
func TestParts(t *testing.T) {
	st, h := record(t), newHook(t, 200, 400)
	saved(t, st, store.Watch{Name: "ferry", Webhook: h.URL})
	long := strings.Repeat("the ferry that is sold ", 2700)
	for i := range 20 {
		add(t, st, fmt.Sprint("long", i), long)
	}
	var many []string
	for i := range 70 {
		many = append(many, fmt.Sprint("the ferry number ", i))
	}
	add(t, st, "many", many...)
	if told := run(t, st, false)["ferry"]; told.Err == nil {
		t.Error("a part failed, and it counts as told")
	}
	if told := run(t, st, false)["ferry"]; told.Err != nil || told.Answers != 90 {
		t.Errorf("%+v, want 90 answers", told)
	}
	bodies, _ := h.came()
	if len(bodies) < 5 {
		t.Errorf("%d posts, want some more", len(bodies))
	}
	statements := map[string]bool{}
	for _, b := range bodies[2:] {
		var m watch.Message
		if err := json.Unmarshal([]byte(strings.TrimPrefix(b, "POST ")), &m); err != nil {
			t.Fatal(err)
		}
		for _, s := range m.Statements {
			statements[s.ID] = true
		}
		if len(b) > 1<<20+10 {
			t.Errorf("a message of %d bytes", len(b))
		}
	}
	if len(statements) != 90 || bodies[0] != bodies[2] {
		t.Errorf("%d statements were told, want 90, the first part alike", len(statements))
	}
}

// Changes are told with both statements, and not before what was added is
// compared with the rest.
func TestChanges(t *testing.T) {
	st, h := record(t), newHook(t)
	saved(t, st, store.Watch{Name: "moves", Kind: store.WatchChanges, Issue: "ferry", Webhook: h.URL})
	if told := run(t, st, false)["moves"]; !errors.Is(told.Err, watch.ErrBehind) {
		t.Errorf("documents are pending: %+v", told)
	}
	one, two := add(t, st, "one", "the ferry stays")[0], add(t, st, "two", "the ferry goes")[0]
	collate(t, st, one, two)
	if told := run(t, st, false)["moves"]; told.Err != nil || told.Answers != 1 {
		t.Fatalf("%+v, want 1 answer", told)
	}
	bodies, _ := h.came()
	var m watch.Message
	if err := json.Unmarshal([]byte(strings.TrimPrefix(bodies[0], "POST ")), &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Changes) != 1 || m.Type != "changes.new" || m.Changes[0].Earlier.Statement.Content.Text != "the ferry stays" || m.Changes[0].Later.Document.ID != string(two.Doc.ID) {
		t.Errorf("posted %s", bodies[0])
	}
	if told := run(t, st, false)["moves"]; told.Err != nil || told.Answers != 0 {
		t.Errorf("told again: %+v", told)
	}
}

// collate writes that the second reading's statement reverses the first's.
func collate(t *testing.T, st store.Store, one, two *onrecord.Reading) {
	t.Helper()
	ctx := t.Context()
	docs, state, err := st.Pending(ctx, 100)
	if err != nil {
		t.Fatal(err)
	}
	reports, err := st.Reports(ctx, docs...)
	if err != nil {
		t.Fatal(err)
	}
	c := &store.Collated{State: state, Docs: docs}
	for i := range reports {
		c.Sketches = append(c.Sketches, store.Sketch{Statement: reports[i].Statement})
	}
	if err := st.Collate(ctx, c); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Declare(ctx, "ferry", "Ferry", "issue Ferry\n", store.InstantOf(time.Now())); err != nil {
		t.Fatal(err)
	}
	var on []onrecord.Assignment
	var positions []onrecord.Position
	for i, r := range []*onrecord.Reading{one, two} {
		on = append(on, onrecord.Assignment{Issue: "ferry", Statement: r.Statements[0].ID, Score: 1})
		positions = append(positions, onrecord.Position{Assignment: on[i], Key: "person:ada-brandt", Pole: []onrecord.Pole{onrecord.For, onrecord.Against}[i], Certainty: 1})
	}
	change := onrecord.Change{Issue: "ferry", Kind: onrecord.Turns, Earlier: on[0].Statement, Later: on[1].Statement, Score: 0.9, Why: []string{"for, then against"}, Position: [2]onrecord.Position(positions)}
	change.ID = change.ComputeID()
	for _, step := range []func(state int64) error{
		func(state int64) error { return st.Assign(ctx, state, "ferry", on, positions) },
		func(state int64) error { return st.Recompute(ctx, state, "ferry", []onrecord.Change{change}) },
	} {
		_, state, err := st.Pending(ctx, 0)
		if err == nil {
			err = step(state)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// A test posts the newest answers, whatever was told, and takes nothing off.
func TestTest(t *testing.T) {
	st, h := record(t), newHook(t)
	w := saved(t, st, store.Watch{Name: "ferry", Webhook: h.URL})
	n, err := new(watch.Teller).Test(t.Context(), st, w)
	bodies, _ := h.came()
	if err != nil || n != 1 || len(bodies) != 1 || !strings.Contains(bodies[0], `"type":"statements.test"`) || !strings.Contains(bodies[0], "the ferry is late") {
		t.Errorf("%d, %v, %q", n, err, bodies)
	}
	if _, err := new(watch.Teller).Test(t.Context(), st, store.Watch{Name: "x", Kind: store.WatchStatements}); err == nil {
		t.Error("a watch without a webhook was tested")
	}
}

// An interrupted run ends soon, and what was not taken is told the next time.
func TestInterrupted(t *testing.T) {
	st, h := record(t), newHook(t, 500, 500, 500)
	saved(t, st, store.Watch{Name: "ferry", Webhook: h.URL})
	add(t, st, "new", "the ferry is sold")
	watches, err := st.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	began := time.Now()
	teller := watch.Teller{Poster: watch.Poster{Backoff: time.Hour}}
	if _, err := teller.Run(ctx, st, watches); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 5*time.Second {
		t.Errorf("after %v: %v", time.Since(began), err)
	}
	h.mu.Lock()
	h.answers = nil
	h.mu.Unlock()
	if told := run(t, st, false)["ferry"]; told.Err != nil || told.Answers != 1 {
		t.Errorf("afterwards: %+v", told)
	}
}

func TestCheck(t *testing.T) {
	for want, w := range map[string]store.Watch{
		"name of a watch":        {Name: "", Kind: store.WatchStatements},
		"that can be printed":    {Name: "a\x1b[31m", Kind: store.WatchStatements},
		"never closed":           {Name: "a", Kind: store.WatchStatements, Query: `"half`},
		"not for both":           {Name: "a", Kind: store.WatchChanges, Query: "ferry"},
		"no kind of watch":       {Name: "a", Kind: "x"},
		"http:// or https://":    {Name: "a", Kind: store.WatchStatements, Webhook: "ftp://example.org"},
		"begins with http":       {Name: "a", Kind: store.WatchStatements, Webhook: "http:///x"},
		"give a webhook too":     {Name: "a", Kind: store.WatchStatements, Secret: "x"},
		"what follows is no bas": {Name: "a", Kind: store.WatchStatements, Webhook: "http://example.org", Secret: "whsec_%"},
	} {
		if err := watch.Check(w); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", w, err, want)
		}
	}
	for address, want := range map[string]string{"https://user:pw@example.org:99/a/b?c": "https://example.org:99/…", "http://example.org": "http://example.org", "x": "…"} {
		if have := watch.Shown(address); have != want {
			t.Errorf("%s is shown as %s, want %s", address, have, want)
		}
	}
}
