package web

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store/sqlite"
)

// The articles in testdata are files that a person can type: lines "name:
// value", an empty line, then the text, in which {1s:words} is the source of
// statement 1, c its cue, k its content, v what is verbatim, t the time, a to
// whom, w where, o the occasion, m the medium, h the words of its hops. The kind
// and the rest of statement 1 stand in the line "1:". In the same way {r1c:words}
// is the cue of relation 1, h its hedge, f and w the words of its two ends, a
// what the second is about.

func testArticles(t testing.TB) []*onrecord.Reading {
	t.Helper()
	paths, _ := filepath.Glob("testdata/*.txt")
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

func parseArticle(t testing.TB, name, raw string) *onrecord.Reading {
	t.Helper()
	head, body, _ := strings.Cut(raw, "\n\n")
	m := markup{spans: map[string][]onrecord.Span{}}
	m.read(strings.ReplaceAll(body, `\x00`, "\x00"))
	doc := &onrecord.Document{Article: "articles/" + name, Text: m.text.String()}
	r := &onrecord.Reading{Doc: doc, Reader: onrecord.ReaderVersion{Stages: "2", Model: onrecord.Accurate}}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		headLine(t, r, &m, key, value)
	}
	for at, line := 0, ""; at < len(doc.Text); at += len(line) + 1 {
		line, _, _ = strings.Cut(doc.Text[at:], "\n")
		if line != "" {
			doc.Paragraphs = append(doc.Paragraphs, onrecord.Span{Start: at, End: at + len(line)})
		}
	}
	if at := strings.Index(doc.Text, doc.Title); doc.Title != "" && at >= 0 {
		doc.Headline = onrecord.Span{Start: at, End: at + len(doc.Title)}
	}
	finish(r)
	if err := r.Check(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

// finish computes the IDs, which follow from the rest.
func finish(r *onrecord.Reading) {
	r.Doc.ID = r.Doc.ComputeID()
	names := map[onrecord.EntityID]onrecord.EntityID{"": ""}
	for i := range r.Entities {
		e := &r.Entities[i]
		e.Doc = r.Doc.ID
		name := e.ID
		e.ID = e.ComputeID()
		names[name] = e.ID
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		st.Doc = r.Doc.ID
		st.ID, st.Speaker = st.ComputeID(), names[st.Speaker]
		for j := range st.Others {
			st.Others[j] = names[st.Others[j]]
		}
	}
	for i := range r.Relations {
		rel := &r.Relations[i]
		rel.Doc, rel.By = r.Doc.ID, names[rel.By]
		for _, e := range []*onrecord.End{&rel.From, &rel.To} {
			e.Owner = names[e.Owner]
			if n, err := strconv.Atoi(string(e.Statement)); err == nil {
				e.Statement, e.Owner = r.Statements[n-1].ID, r.Statements[n-1].Speaker
			}
		}
		rel.ID = rel.ComputeID()
	}
}

type markup struct {
	text  strings.Builder
	spans map[string][]onrecord.Span // "1s"
}

var opening = regexp.MustCompile(`^\{(r?\d+[sckvtawomhf]):`)

func (m *markup) read(body string) {
	type open struct {
		name string
		at   int
	}
	var stack []open
	for len(body) > 0 {
		if tag := opening.FindStringSubmatch(body); tag != nil {
			stack = append(stack, open{tag[1], m.text.Len()})
			body = body[len(tag[0]):]
			continue
		}
		if body[0] == '}' && len(stack) > 0 {
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			m.spans[last.name] = append(m.spans[last.name], onrecord.Span{Start: last.at, End: m.text.Len()})
		} else {
			m.text.WriteByte(body[0])
		}
		body = body[1:]
	}
}

func (m *markup) first(name string) onrecord.Span {
	if s := m.spans[name]; len(s) > 0 {
		return s[0]
	}
	return onrecord.Span{}
}

func headLine(t testing.TB, r *onrecord.Reading, m *markup, key, value string) {
	doc := r.Doc
	switch key {
	case "url":
		doc.URL = value
	case "outlet":
		doc.Outlet = value
	case "title":
		doc.Title = value
	case "by":
		doc.Byline = append(doc.Byline, value)
	case "published":
		doc.Published = claimed(value)
	case "language":
		doc.Language = value
	case "sha256":
		doc.SHA256 = value
	case "residue":
		at := strings.Index(doc.Text, value)
		line, _, _ := strings.Cut(doc.Text[at:], "\n")
		doc.Boilerplate = append(doc.Boilerplate, onrecord.Span{Start: at, End: at + len(line)})
	case "person", "organisation", "group", "document", "country":
		parts := strings.Split(value, " | ")
		e := onrecord.Entity{ID: onrecord.EntityID(parts[0]), Name: parts[0], Kind: onrecord.EntityKind(key)}
		if at := strings.Index(doc.Text, parts[0]); at >= 0 {
			e.Mentions = []onrecord.Span{{Start: at, End: at + len(parts[0])}}
		}
		for _, title := range parts[1:] {
			e.Roles = append(e.Roles, onrecord.Role{Title: title})
		}
		r.Entities = append(r.Entities, e)
	default:
		if key[0] == 'r' {
			r.Relations = append(r.Relations, relationLine(t, m, key, value))
			return
		}
		r.Statements = append(r.Statements, statementLine(t, m, key, value))
	}
}

func claimed(value string) onrecord.Claimed {
	p := append(strings.Split(value, "|"), "", "", "")
	return onrecord.Claimed{EDTF: onrecord.EDTF(p[0]), From: onrecord.Day(p[1]), Until: onrecord.Day(p[2]), Basis: onrecord.Basis(p[3])}
}

var pair = regexp.MustCompile(`(\w+)=("(?:[^"\\]|\\.)*"|\S+)`)

func statementLine(t testing.TB, m *markup, n, value string) onrecord.Statement {
	kind, rest, _ := strings.Cut(value, " ")
	st := onrecord.Statement{Kind: onrecord.Kind(kind), Content: m.spans[n+"k"], Verbatim: m.spans[n+"v"],
		Cue: m.first(n + "c"), Source: m.first(n + "s"), Act: onrecord.Asserted,
		Addressee: m.first(n + "a"), Venue: m.first(n + "w"), Occasion: m.first(n + "o"), Medium: m.first(n + "m")}
	for _, p := range pair.FindAllStringSubmatch(rest, -1) {
		v := strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(p[2], `"`), `"`), `\"`, `"`)
		switch p[1] {
		case "speaker":
			st.Speaker = onrecord.EntityID(v)
		case "other":
			st.Others = append(st.Others, onrecord.EntityID(v))
		case "role":
			st.Role = v
		case "anonymity":
			st.Anonymity = onrecord.Anonymity(v)
		case "act":
			st.Act = onrecord.Act(v)
		case "said":
			st.Said = claimed(v)
			st.Said.Words = m.first(n + "t")
		case "via":
			how, name, _ := strings.Cut(v, " ")
			hop := onrecord.Hop{Kind: onrecord.HopKind(how), Name: name}
			if words := m.spans[n+"h"]; len(st.Via) < len(words) {
				hop.Words = words[len(st.Via)]
			}
			st.Via = append(st.Via, hop)
		case "sure":
			fmt.Sscan(v, &st.SpeakerScore)
		case "score":
			fmt.Sscan(v, &st.Score)
		case "why":
			st.Why = append(st.Why, v)
		default:
			t.Fatalf("statement %s: no field %q", n, p[1])
		}
	}
	return st
}

// relationLine reads a kind and the two ends, each the number of a statement or
// "noun | owner | time", of which any may be empty.
func relationLine(t testing.TB, m *markup, n, value string) onrecord.Relation {
	kind, rest, _ := strings.Cut(value, " ")
	rel := onrecord.Relation{Kind: onrecord.RelationKind(kind), Basis: onrecord.Stated, Cue: m.first(n + "c"), Hedge: m.first(n + "h"), Score: .5}
	for _, p := range pair.FindAllStringSubmatch(rest, -1) {
		v := strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(p[2], `"`), `"`), `\"`, `"`)
		switch p[1] {
		case "from":
			rel.From = endLine(v)
			rel.From.Words = m.first(n + "f")
		case "to":
			rel.To = endLine(v)
			rel.To.Words, rel.To.About = m.first(n+"w"), m.first(n+"a")
		case "by":
			rel.By = onrecord.EntityID(v)
		case "basis":
			rel.Basis = onrecord.Basis(v)
		case "why":
			rel.Why = append(rel.Why, v)
		default:
			t.Fatalf("relation %s: no field %q", n, p[1])
		}
	}
	return rel
}

func endLine(v string) onrecord.End {
	if _, err := strconv.Atoi(v); err == nil {
		return onrecord.End{Statement: onrecord.StatementID(v)} // until the IDs are known
	}
	part := append(strings.Split(v, " | "), "", "")
	e := onrecord.End{Noun: strings.TrimSpace(part[0]), Owner: onrecord.EntityID(part[1])}
	if part[2] != "" {
		e.Said = claimed(part[2])
	}
	return e
}

// record puts articles into a record in a temporary file.
func record(t testing.TB, readings []*onrecord.Reading) *sqlite.Store {
	t.Helper()
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if _, err := st.Put(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	return st
}
