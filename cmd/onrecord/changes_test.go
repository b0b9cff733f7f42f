package main

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord"
	"onrecord/collation"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// ferryRecord is a record with an issue, Ada Brandt's positions of January and
// March on it, and Ole Falk's of March, who speaks for the same ministry.
func ferryRecord(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "record.db")
	st, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	said := func(speaker, day, content string) onrecord.Statement {
		r := storetest.Article{Address: "articles/" + day + speaker, Outlet: "Coast Herald", Title: "The ferry on " + day, Published: day,
			Sayings: []storetest.Saying{{Speaker: speaker, Content: content, Said: day, Kind: onrecord.Direct}}}.Reading()
		if _, err := st.Put(t.Context(), []*onrecord.Reading{r}); err != nil {
			t.Fatal(err)
		}
		return r.Statements[0]
	}
	statements := []onrecord.Statement{said("Ada Brandt", "2026-01-10", "the ferry will never be sold"), said("Ada Brandt", "2026-03-20", "the ferry can be sold if the price is right"), said("Ole Falk", "2026-03-21", "nobody sells the ferry")}
	if _, err := collation.Run(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	issueOn(t, st, statements)
	return path
}

func issueOn(t *testing.T, st *sqlite.Store, statements []onrecord.Statement) {
	t.Helper()
	ctx := t.Context()
	if _, err := st.Declare(ctx, "selling-the-ferry", "Selling the ferry", "issue Selling the ferry\n", store.InstantOf(time.Now())); err != nil {
		t.Fatal(err)
	}
	var on []onrecord.Assignment
	var positions []onrecord.Position
	for i := range statements {
		on = append(on, onrecord.Assignment{Issue: "selling-the-ferry", Statement: statements[i].ID, Score: 1})
		positions = append(positions, onrecord.Position{Assignment: on[i], Key: "person:ada-brandt", Pole: onrecord.Against, Certainty: 1})
	}
	positions[1].Pole, positions[1].Conditions, positions[2].Key = onrecord.For, []string{"if the price is right"}, "person:ole-falk"
	change := func(kind onrecord.ChangeKind, earlier, later int, why string) onrecord.Change {
		c := onrecord.Change{Issue: "selling-the-ferry", Kind: kind, Earlier: on[earlier].Statement, Later: on[later].Statement, Score: 0.9, Why: []string{why},
			Caveats: []string{"another question"}, Position: [2]onrecord.Position{positions[earlier], positions[later]}}
		c.ID = c.ComputeID()
		return c
	}
	changes := []onrecord.Change{change(onrecord.Turns, 0, 1, "against, then for"), change(onrecord.Opposes, 1, 2, "for, against")}
	for _, step := range []func(int64) error{
		func(state int64) error { return st.Assign(ctx, state, "selling-the-ferry", on, positions) },
		func(state int64) error { return st.Recompute(ctx, state, "selling-the-ferry", changes) },
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

// ran is what a command prints, and its status.
func ran(t *testing.T, words ...string) (out, errs string, status int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = run(t.Context(), words, strings.NewReader(""), &stdout, &stderr)
	return stdout.String(), stderr.String(), status
}

// inOrder reports the first of the words that does not come after the others.
func inOrder(text string, words ...string) string {
	for _, w := range words {
		_, rest, ok := strings.Cut(text, w)
		if !ok {
			return w
		}
		text = rest
	}
	return ""
}

func TestChangesCommand(t *testing.T) {
	db := ferryRecord(t)
	for _, c := range []struct {
		args   string
		words  []string
		status int
	}{
		{"", []string{"Ole Falk contradicts, compared with Ada Brandt · Selling the ferry\n", "earlier", "2026-03-20", "“the ferry can be sold if the price is right”", "later", "2026-03-21", "“nobody sells the ferry”", "why         for, against\n",
			"Ada Brandt reverses · Selling the ferry\n", "“the ferry will never be sold”", "Coast Herald 2026-01-10", "why         against, then for\n", "or          another question\n", "2 changes\n"}, 0},
		{"--speaker falk", []string{"Ole Falk contradicts", "\n1 change\n"}, 0},
		{"--speaker person:ada-brandt --kind reverses --since 2026", []string{"Ada Brandt reverses", "\n1 change\n"}, 0},
		{"--since 2026-04", []string{"No changes found: the record has 3 positions on 1 issue.\n"}, 0},
		{"--issue selling-the-ferry --limit 1", []string{"\n1 change\n", "go on with --after "}, 0},
		{"--format csv", []string{"change_id,issue,kind", ",Selling the ferry,contradicts,0.9000,", ",reverses,"}, 0},
		{"--issue trams", []string{"--issue trams: not in the record: there are selling-the-ferry"}, 1},
		{"--speaker nobody", []string{`"nobody": not in the record`}, 1},
		{"--kind lied", []string{"--kind lied: write one of [repeats "}, 2},
		{"--since someday", []string{`--since: "someday" is no time`}, 2},
		{"--format xml", []string{"--format xml: write text, jsonl, csv or atom"}, 2},
	} {
		out, errs, status := ran(t, append([]string{"changes", "--db", db}, strings.Fields(c.args)...)...)
		if missing := inOrder(out+errs, c.words...); missing != "" || status != c.status {
			t.Errorf("changes %s: status %d, want %d; no %q in\n%s%s", c.args, status, c.status, missing, out, errs)
		}
	}
}

func TestChangesAsObjects(t *testing.T) {
	db := ferryRecord(t)
	out, _, _ := ran(t, "changes", "--db", db, "--format", "jsonl")
	for line := range strings.Lines(out) {
		var c struct {
			Type           string
			Earlier, Later struct {
				Statement struct{ Content struct{ Text string } }
				Document  struct{ Published struct{ EDTF string } }
			}
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil || c.Type != "change" || c.Earlier.Statement.Content.Text == "" || c.Later.Document.Published.EDTF == "" {
			t.Errorf("%s: %v", line, err)
		}
	}
	if strings.Count(out, "\n") != 2 {
		t.Errorf("%d lines, want 2", strings.Count(out, "\n"))
	}
	out, _, _ = ran(t, "changes", "--db", db, "--format", "atom")
	var feed struct {
		Entries []struct {
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(out), &feed); err != nil || len(feed.Entries) != 2 || feed.Entries[1].Title != "Ada Brandt reverses, on Selling the ferry" || feed.Entries[1].Updated != "2026-03-20T00:00:00Z" {
		t.Errorf("%+v, %v of\n%s", feed, err, out)
	}
}

func TestCompareCommand(t *testing.T) {
	db := ferryRecord(t)
	for _, c := range []struct {
		args   []string
		words  []string
		status int
	}{
		{[]string{"Ada Brandt", "Ole Falk", "--issue", "selling-the-ferry"}, []string{"Ada Brandt\n2 positions · 0 statements without one\n", "for", "2026-03-20", "“the ferry can be sold if the price is right”", "condition: “if the price is right”", "against", "“the ferry will never be sold”",
			"Ole Falk\n1 position", "“nobody sells the ferry”", "Ole Falk contradicts", "1 change from one side to the other\n"}, 0},
		{[]string{"brandt", "--before", "2026-03", "--issue", "Selling the ferry"}, []string{"Ada Brandt before 2026-03-01\n1 position", "never be sold", "Ada Brandt from 2026-03-01 on\n1 position", "can be sold", "Ada Brandt reverses", "1 change from"}, 0},
		{[]string{"brandt", "--issue", "selling-the-ferry"}, []string{"name two speakers, or one and --before"}, 2},
		{[]string{"brandt", "falk"}, []string{"--issue must name the issue"}, 2},
		{[]string{"brandt", "--before", "..", "--issue", "selling-the-ferry"}, []string{"--before ..: write a year, month or day"}, 2},
	} {
		out, errs, status := ran(t, append([]string{"compare", "--db", db}, c.args...)...)
		if missing := inOrder(out+errs, c.words...); missing != "" || status != c.status {
			t.Errorf("compare %q: status %d, want %d; no %q in\n%s%s", c.args, status, c.status, missing, out, errs)
		}
	}
}

// watch run posts to the webhook, says what failed, and with --every stays until
// it is interrupted.
func TestWatchPosts(t *testing.T) {
	db := ferryRecord(t)
	var posts atomic.Int64
	var refuse atomic.Bool
	hook := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if refuse.Load() {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		if strings.Contains(string(body), "never be sold") {
			posts.Add(1)
		}
	}))
	defer hook.Close()
	ran(t, "watch", "--db", db, "add", "ferry", "--query", "ferry", "--from-start", "--webhook", hook.URL+"/hush")
	if out, errs, status := ran(t, "watch", "--db", db, "test", "ferry"); status != 0 || inOrder(out, hook.URL+"/… took a test with 3 statements") != "" || posts.Swap(0) != 1 {
		t.Errorf("test: status %d\n%s%s", status, out, errs)
	}
	refuse.Store(true)
	if out, errs, status := ran(t, "watch", "--db", db, "run"); status != 1 || inOrder(errs, "onrecord: watch ferry: webhook "+hook.URL+"/…, try 1: it answers 403 Forbidden\n") != "" {
		t.Errorf("refused: status %d\n%s%s", status, out, errs)
	}
	ran(t, "watch", "--db", db, "add", "moves", "--changes", "--issue", "selling-the-ferry", "--from-start")
	if out, errs, status := ran(t, "watch", "--db", db, "run", "moves"); status != 0 || inOrder(out, "moves: 2 new changes\n", "Ole Falk contradicts", "Ada Brandt reverses") != "" {
		t.Errorf("changes: status %d\n%s%s", status, out, errs)
	}
	refuse.Store(false)
	ctx, interrupt := context.WithTimeout(t.Context(), 2500*time.Millisecond)
	defer interrupt()
	var out, errs bytes.Buffer
	if status := run(ctx, []string{"watch", "--db", db, "run", "--every", "1s"}, strings.NewReader(""), &out, &errs); status != 0 || posts.Load() != 1 || inOrder(out.String(), "ferry: 3 new statements", "posted as msg_") != "" {
		t.Errorf("status %d, %d posts\n%s%s", status, posts.Load(), out.String(), errs.String())
	}
}

// Changes are not told while an article waits to be compared.
func TestWatchWaits(t *testing.T) {
	db := ferryRecord(t)
	st, err := sqlite.Open(db)
	if err != nil {
		t.Fatal(err)
	}
	r := storetest.Article{Address: "late", Title: "Late", Sayings: []storetest.Saying{{Speaker: "Ada Brandt", Content: "the pier stays"}}}.Reading()
	if _, err := st.Put(t.Context(), []*onrecord.Reading{r}); err != nil {
		t.Fatal(err)
	}
	st.Close()
	ran(t, "watch", "--db", db, "add", "moves", "--changes", "--from-start")
	if _, errs, status := ran(t, "watch", "--db", db, "run", "moves"); status != 1 || inOrder(errs, "watch moves: articles wait to be compared with the rest of the record: run onrecord collate, then this again\n") != "" {
		t.Errorf("status %d\n%s", status, errs)
	}
}

// Reports of one utterance that take one position are one line, word for word
// where there is such a one.
func TestCompareFolds(t *testing.T) {
	s := compared{at: map[string]int{}, has: map[onrecord.StatementID]bool{}}
	for _, x := range []struct {
		id, utterance onrecord.StatementID
		kind          onrecord.Kind
		pole          onrecord.Pole
	}{{"a", "u", onrecord.Indirect, onrecord.For}, {"b", "u", onrecord.Direct, onrecord.For}, {"c", "u", onrecord.Mixed, onrecord.For}, {"d", "u", onrecord.Mixed, onrecord.Against}, {"e", "v", onrecord.Direct, onrecord.For}} {
		s.take(&store.Stance{Assignment: onrecord.Assignment{Statement: x.id}, Utterance: x.utterance, Kind: x.kind, Position: &onrecord.Position{Pole: x.pole}})
	}
	have := ""
	for _, p := range s.positions {
		have += fmt.Sprint(p.Statement, "+", p.again, " ")
	}
	if want := "b+2 d+0 e+0 "; have != want || len(s.has) != 5 {
		t.Errorf("have %s of %d, want %s of 5", have, len(s.has), want)
	}
}
