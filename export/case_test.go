package export_test

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"onrecord"
)

// A case is a file of sections "-- name --": article.txt is the text; reading
// says what stands in it, a line a thing, with key="value" pairs; the others
// hold what each format must print. Words are found where they first stand;
// "said#2" is where they stand the second time.

var section = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

func readCase(t *testing.T, path string) map[string]string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	at := section.FindAllSubmatchIndex(raw, -1)
	for i, m := range at {
		end := len(raw)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		sections[string(raw[m[2]:m[3]])] = string(raw[m[1]:end])
	}
	return sections
}

func writeCase(t *testing.T, path string, sections map[string]string, order []string) {
	t.Helper()
	var b strings.Builder
	for _, name := range order {
		fmt.Fprintf(&b, "-- %s --\n%s", name, sections[name])
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

var pair = regexp.MustCompile(`(\w+)=("[^"]*"|\S+)`)

// parseReading builds the Reading that notation describes.
func parseReading(t *testing.T, text, notation string) *onrecord.Reading {
	t.Helper()
	r := &onrecord.Reading{Doc: &onrecord.Document{Text: text, SHA256: "00"}}
	names := map[string]onrecord.EntityID{}
	for line := range strings.Lines(notation) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		p := fields{t: t, text: text, names: names}
		for _, m := range pair.FindAllStringSubmatch(rest, -1) {
			p.pairs = append(p.pairs, [2]string{m[1], strings.ReplaceAll(strings.Trim(m[2], `"`), `\n`, "\n")})
		}
		switch kind {
		case "document":
			p.document(r)
			r.Doc.ID = "d1"
		case "entity":
			e := onrecord.Entity{ID: onrecord.EntityID(fmt.Sprint("e", len(r.Entities)+1)), Doc: r.Doc.ID}
			p.entity(&e)
			names[e.Name] = e.ID
			r.Entities = append(r.Entities, e)
		case "statement":
			st := onrecord.Statement{ID: onrecord.StatementID(fmt.Sprint("s", len(r.Statements)+1)), Doc: r.Doc.ID}
			p.statement(&st)
			r.Statements = append(r.Statements, st)
		case "relation":
			r.Relations = append(r.Relations, p.relation(r))
		case "correction":
			r.Corrections = append(r.Corrections, p.correction(r))
		case "":
		default:
			t.Fatalf("reading: no such line %q", line)
		}
	}
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	return r
}

type fields struct {
	t     *testing.T
	text  string
	names map[string]onrecord.EntityID
	pairs [][2]string
}

func (f fields) document(r *onrecord.Reading) {
	doc := r.Doc
	for _, p := range f.pairs {
		switch v := p[1]; p[0] {
		case "article":
			doc.Article = v
		case "url":
			doc.URL = v
		case "outlet":
			doc.Outlet = v
		case "title":
			doc.Title = v
		case "by":
			doc.Byline = append(doc.Byline, v)
		case "published":
			doc.Published = f.claimed(v)
		case "language":
			doc.Language = v
		case "extracted":
			doc.Extracted = true
		case "boilerplate":
			doc.Boilerplate = append(doc.Boilerplate, f.find(v))
		case "unread":
			doc.Unread = v
		case "reader":
			var err error
			if r.Reader, err = onrecord.ParseReaderVersion(v); err != nil {
				f.t.Fatal(err)
			}
		default:
			f.t.Fatalf("document: no such field %q", p[0])
		}
	}
}

func (f fields) entity(e *onrecord.Entity) {
	for _, p := range f.pairs {
		switch v := p[1]; p[0] {
		case "name":
			e.Name = v
		case "kind":
			e.Kind = onrecord.EntityKind(v)
		case "at":
			e.Mentions = append(e.Mentions, f.find(v))
		case "role":
			title, _, _ := strings.Cut(v, "#")
			e.Roles = append(e.Roles, onrecord.Role{Title: title, Words: f.find(v)})
		default:
			f.t.Fatalf("entity: no such field %q", p[0])
		}
	}
}

func (f fields) statement(st *onrecord.Statement) {
	for _, p := range f.pairs {
		switch v := p[1]; p[0] {
		case "kind":
			st.Kind = onrecord.Kind(v)
		case "content":
			st.Content = append(st.Content, f.find(v))
		case "verbatim":
			st.Verbatim = append(st.Verbatim, f.find(v))
		case "cue":
			st.Cue = f.find(v)
		case "source":
			st.Source = f.find(v)
		case "speaker":
			st.Speaker = f.names[v]
		case "candidate":
			st.Others = append(st.Others, f.names[v])
		case "role":
			st.Role = v
		case "anonymity":
			st.Anonymity = onrecord.Anonymity(v)
		case "act":
			st.Act = onrecord.Act(v)
		case "addressee":
			st.Addressee = f.find(v)
		case "venue":
			st.Venue = f.find(v)
		case "via":
			kind, name, _ := strings.Cut(v, ":")
			st.Via = append(st.Via, onrecord.Hop{Kind: onrecord.HopKind(kind), Name: name, Entity: f.names[name], Words: f.find(name)})
		case "occasion":
			st.Occasion = f.find(v)
		case "medium":
			st.Medium = f.find(v)
		case "sure":
			f.number(v, &st.SpeakerScore)
		case "said":
			st.Said = f.claimed(v)
		case "score":
			f.number(v, &st.Score)
		case "why":
			st.Why = append(st.Why, v)
		default:
			f.t.Fatalf("statement: no such field %q", p[0])
		}
	}
}

func (f fields) number(v string, to *float64) {
	if _, err := fmt.Sscan(v, to); err != nil {
		f.t.Fatal(err)
	}
}

// relation reads one whose ends are "2", the number of a statement before it,
// or "noun|owner|words|about|said", of which any may be missing.
func (f fields) relation(r *onrecord.Reading) onrecord.Relation {
	rel := onrecord.Relation{Doc: r.Doc.ID, ID: onrecord.RelationID(fmt.Sprint("r", len(r.Relations)+1)), Basis: onrecord.Stated}
	for _, p := range f.pairs {
		switch v := p[1]; p[0] {
		case "kind":
			rel.Kind = onrecord.RelationKind(v)
		case "from":
			rel.From = f.end(r, v)
		case "to":
			rel.To = f.end(r, v)
		case "cue":
			rel.Cue = f.find(v)
		case "hedge":
			rel.Hedge = f.find(v)
		case "by":
			rel.By = f.names[v]
		case "basis":
			rel.Basis = onrecord.Basis(v)
		case "score":
			f.number(v, &rel.Score)
		case "why":
			rel.Why = append(rel.Why, v)
		default:
			f.t.Fatalf("relation: no such field %q", p[0])
		}
	}
	return rel
}

func (f fields) end(r *onrecord.Reading, v string) onrecord.End {
	if n, err := strconv.Atoi(v); err == nil {
		return onrecord.End{Statement: r.Statements[n-1].ID}
	}
	part := append(strings.SplitN(v, "|", 5), "", "", "", "")
	e := onrecord.End{Noun: part[0], Owner: f.names[part[1]], Said: f.claimed(part[4])}
	if part[2] != "" {
		e.Words = f.find(part[2])
	}
	if part[3] != "" {
		e.About = f.find(part[3])
	}
	return e
}

// claimed reads "2017-12-12|2017-12-12|2017-12-13|weekday|on Tuesday".
func (f fields) claimed(v string) onrecord.Claimed {
	part := append(strings.Split(v, "|"), "", "", "", "")
	if v == "" {
		return onrecord.Claimed{}
	}
	c := onrecord.Claimed{EDTF: onrecord.EDTF(part[0]), From: onrecord.Day(part[1]), Until: onrecord.Day(part[2]), Basis: onrecord.Basis(part[3])}
	if part[4] != "" {
		c.Words = f.find(part[4])
	}
	return c
}

// find returns where words stand; "words#2" is where they stand the second time.
func (f fields) find(words string) onrecord.Span {
	words, nth, _ := strings.Cut(words, "#")
	count := 1
	fmt.Sscan(nth, &count)
	at := -1
	for range count {
		next := strings.Index(f.text[at+1:], words)
		if next < 0 {
			f.t.Fatalf("the text does not hold %q", words)
		}
		at += 1 + next
	}
	return onrecord.Span{Start: at, End: at + len(words)}
}

// correction reads one of a statement that stands before it: of="2" is its
// number.
func (f fields) correction(r *onrecord.Reading) onrecord.Correction {
	c := onrecord.Correction{Doc: r.Doc.ID, When: "2026-11-22T12:00:00.000000Z", ID: onrecord.CorrectionID(fmt.Sprint("c", len(r.Corrections)+1))}
	for _, p := range f.pairs {
		switch v := p[1]; p[0] {
		case "of":
			n, err := strconv.Atoi(v)
			if err != nil || n < 1 || n > len(r.Statements) {
				f.t.Fatalf("correction: no statement %q", v)
			}
			st := &r.Statements[n-1]
			c.Statement, c.Content, c.Cue, c.Source = st.ID, st.Content, st.Cue, st.Source
			st.Corrections = append(st.Corrections, c.ID)
		case "field":
			c.Field = onrecord.CorrectionField(v)
		case "value":
			c.Value = v
		case "who":
			c.Who = v
		case "why":
			c.Why = v
		default:
			f.t.Fatalf("correction: no such field %q", p[0])
		}
	}
	return c
}
