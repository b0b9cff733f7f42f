// Package storetest says what a store must do, as tests that any engine runs.
package storetest

import (
	"strings"

	"onrecord"
)

// An Article is a page to make a Reading of: a title, a line a saying, a line a
// relation.
type Article struct {
	Address   string // the path it was read from
	URL       string
	Outlet    string
	Title     string
	Published string // a day, "2017-12-13"; empty for unknown
	Sayings   []Saying
	Relations []Related
	Unread    string
}

// A Saying is one line of an Article: `SOURCE CUE TO CONTENT, WHERE AT IN VIA`
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
	To      string // the addressee
	Via     string // kind and name of hops, parted by " | ": "told The Observer | reported"
	Where   string // the venue
	At      string // the occasion
	In      string // the medium
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
	line := func(write func()) {
		at := b.Len()
		write()
		doc.Paragraphs = append(doc.Paragraphs, onrecord.Span{Start: at, End: b.Len()})
		b.WriteString("\n")
	}
	for _, s := range a.Sayings {
		line(func() { r.Statements = append(r.Statements, s.statement(put)) })
	}
	for _, rel := range a.Relations {
		line(func() { r.Relations = append(r.Relations, rel.relation(put)) })
	}
	doc.Text = b.String()
	doc.ID = doc.ComputeID()
	a.name(r)
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
	if s.Speaker != "" {
		st.SpeakerScore = 0.75
	}
	st.Source = put(or(s.Source, or(s.Speaker, "somebody")))
	put(" ")
	st.Cue = put(or(s.Cue, "said"))
	st.Addressee = some(put, s.To)
	for _, piece := range strings.Split(s.Content, " | ") {
		put(" ")
		st.Content = append(st.Content, put(piece))
		put(",")
	}
	st.Venue, st.Occasion, st.Medium = some(put, s.Where), some(put, s.At), some(put, s.In)
	if s.Via != "" {
		for _, hop := range strings.Split(s.Via, " | ") {
			kind, name, _ := strings.Cut(hop, " ")
			put(" ")
			st.Via = append(st.Via, onrecord.Hop{Kind: onrecord.HopKind(kind), Name: name, Words: put(hop)})
		}
	}
	return st
}

// name makes the entities and gives everything its ID.
func (a Article) name(r *onrecord.Reading) {
	n := &naming{r, map[string]int{}}
	for i, s := range a.Sayings {
		n.mention(s.Speaker, r.Statements[i].Source, s.Role)
	}
	for i, rel := range a.Relations {
		n.mention(rel.From.Owner, r.Relations[i].From.Words, "")
		n.mention(rel.To.Owner, r.Relations[i].To.Words, "")
		n.mention(rel.By, r.Relations[i].Cue, "")
	}
	for i := range r.Entities {
		r.Entities[i].ID = r.Entities[i].ComputeID()
	}
	for i, s := range a.Sayings {
		st := &r.Statements[i]
		st.Doc = r.Doc.ID
		st.ID = st.ComputeID()
		st.Speaker = n.id(s.Speaker)
		if s.Speaker == "" && len(r.Entities) > 0 {
			st.Others = []onrecord.EntityID{r.Entities[0].ID}
		}
		for j := range st.Via {
			st.Via[j].Entity = n.id(st.Via[j].Name)
		}
	}
	for i := range a.Relations {
		n.relation(&r.Relations[i], a.Relations[i])
	}
}

// naming finds the entities of a Reading by name.
type naming struct {
	r  *onrecord.Reading
	at map[string]int
}

func (n *naming) mention(name string, words onrecord.Span, role string) {
	if name == "" {
		return
	}
	at, ok := n.at[name]
	if !ok {
		at = len(n.r.Entities)
		n.at[name] = at
		n.r.Entities = append(n.r.Entities, onrecord.Entity{Doc: n.r.Doc.ID, Name: name, Kind: onrecord.Person})
	}
	e := &n.r.Entities[at]
	if !words.IsZero() {
		e.Mentions = append(e.Mentions, words)
	}
	if role != "" {
		e.Roles = append(e.Roles, onrecord.Role{Title: role, Words: words})
	}
}

// id is empty for a name that is no entity's.
func (n *naming) id(name string) onrecord.EntityID {
	at, ok := n.at[name]
	if !ok {
		return ""
	}
	return n.r.Entities[at].ID
}

func or[T ~string](s, otherwise T) T {
	if s == "" {
		return otherwise
	}
	return s
}

// some puts words after a space, and nothing for none.
func some(put func(string) onrecord.Span, words string) onrecord.Span {
	if words == "" {
		return onrecord.Span{}
	}
	put(" ")
	return put(words)
}
