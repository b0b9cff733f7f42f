// Package storetest says what a store must do, as tests that any engine runs.
package storetest

import (
	"strings"

	"onrecord"
)

// An Article is a page to make a Reading of: a title, then a line a saying.
type Article struct {
	Address   string // the path it was read from
	URL       string
	Outlet    string
	Title     string
	Published string // a day, "2017-12-13"; empty for unknown
	Sayings   []Saying
	Unread    string
}

// A Saying is one line of an Article: `SOURCE CUE CONTENT.`
type Saying struct {
	Speaker string // a person's name; empty for unknown
	Source  string // empty: the speaker's name
	Role    string
	Cue     string // empty: "said"
	Content string // pieces parted by " | "
	Said    string // a day, month or year: "2017-12-12", "2017-12"; two with "/" between; empty for unknown
	Kind    onrecord.Kind
	Act     onrecord.Act
	Anon    onrecord.Anonymity
}

// Reading makes what a reader would have found in a.
func (a Article) Reading() *onrecord.Reading {
	doc := &onrecord.Document{
		Article: a.Address, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Language: "en", SHA256: "of " + a.Address + a.Title,
		Byline: []string{"A. Writer"}, Published: Time(a.Published, "given"), Unread: a.Unread,
	}
	r := &onrecord.Reading{Doc: doc, Reader: reader}
	var b strings.Builder
	put := func(s string) onrecord.Span {
		at := b.Len()
		b.WriteString(s)
		return onrecord.Span{Start: at, End: b.Len()}
	}
	doc.Headline = put(a.Title)
	doc.Paragraphs = []onrecord.Span{doc.Headline}
	b.WriteString("\n")
	var mentions []onrecord.Span
	for _, s := range a.Sayings {
		r.Statements = append(r.Statements, s.statement(put))
		st := &r.Statements[len(r.Statements)-1]
		mentions = append(mentions, st.Source)
		doc.Paragraphs = append(doc.Paragraphs, onrecord.Span{Start: st.Source.Start, End: b.Len()})
		b.WriteString("\n")
	}
	doc.Text = b.String()
	doc.ID = doc.ComputeID()
	name(r, a.Sayings, mentions)
	return r
}

// readBy is the Reading as another reader makes it.
func (a Article) readBy(by onrecord.ReaderVersion) *onrecord.Reading {
	r := a.Reading()
	r.Reader = by
	return r
}

func (s Saying) statement(put func(string) onrecord.Span) onrecord.Statement {
	st := onrecord.Statement{
		Kind: or(s.Kind, onrecord.Indirect), Act: or(s.Act, onrecord.Asserted), Anonymity: or(s.Anon, onrecord.Named),
		Role: s.Role, Said: Time(s.Said, "test"), Score: 0.5, Why: []string{"cue: said"},
	}
	st.Source = put(or(s.Source, or(s.Speaker, "somebody")))
	put(" ")
	st.Cue = put(or(s.Cue, "said"))
	for _, piece := range strings.Split(s.Content, " | ") {
		put(" ")
		st.Content = append(st.Content, put(piece))
		put(",")
	}
	st.Via = []onrecord.Hop{{Kind: "told", Name: "reporters", Words: st.Cue}}
	return st
}

// name makes the entities and gives everything its ID.
func name(r *onrecord.Reading, sayings []Saying, mentions []onrecord.Span) {
	byName := map[string]int{}
	for i, s := range sayings {
		if s.Speaker == "" {
			continue
		}
		at, ok := byName[s.Speaker]
		if !ok {
			at = len(r.Entities)
			byName[s.Speaker] = at
			r.Entities = append(r.Entities, onrecord.Entity{Doc: r.Doc.ID, Name: s.Speaker, Kind: onrecord.Person})
		}
		e := &r.Entities[at]
		e.Mentions = append(e.Mentions, mentions[i])
		if s.Role != "" {
			e.Roles = append(e.Roles, onrecord.Role{Title: s.Role, Words: mentions[i]})
		}
	}
	for i := range r.Entities {
		r.Entities[i].ID = r.Entities[i].ComputeID()
	}
	for i, s := range sayings {
		st := &r.Statements[i]
		st.Doc = r.Doc.ID
		st.ID = st.ComputeID()
		if s.Speaker != "" {
			st.Speaker = r.Entities[byName[s.Speaker]].ID
		} else if len(r.Entities) > 0 {
			st.Others = []onrecord.EntityID{r.Entities[0].ID}
		}
	}
}

func or[T ~string](s, otherwise T) T {
	if s == "" {
		return otherwise
	}
	return s
}
