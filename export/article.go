package export

import (
	"math"

	"onrecord"
)

// An Article makes the objects of one Reading.
type Article struct {
	r          *onrecord.Reading
	offsets    *onrecord.Offsets
	entities   map[onrecord.EntityID]*onrecord.Entity
	statements map[onrecord.StatementID]*onrecord.Statement
	relations  map[onrecord.StatementID][]*onrecord.Relation // by their ends
	beyond     *Beyond
}

// Of prepares r, which must not change while the Article is used.
func Of(r *onrecord.Reading) *Article {
	a := &Article{r, onrecord.NewOffsets(r.Doc.Text), make(map[onrecord.EntityID]*onrecord.Entity, len(r.Entities)),
		make(map[onrecord.StatementID]*onrecord.Statement, len(r.Statements)), map[onrecord.StatementID][]*onrecord.Relation{}, &Beyond{}}
	for i := range r.Statements {
		a.statements[r.Statements[i].ID] = &r.Statements[i]
	}
	for i := range r.Entities {
		a.entities[r.Entities[i].ID] = &r.Entities[i]
	}
	for i := range r.Relations {
		rel := &r.Relations[i]
		a.relations[rel.From.Statement] = append(a.relations[rel.From.Statement], rel)
		if rel.To.Statement != rel.From.Statement {
			a.relations[rel.To.Statement] = append(a.relations[rel.To.Statement], rel)
		}
	}
	return a
}

// Document is the article's own line.
func (a *Article) Document() Document {
	doc := a.r.Doc
	d := Document{
		Type: "document", ID: string(doc.ID), Article: doc.Article,
		Title: orNull(doc.Title), Byline: list(doc.Byline), Outlet: orNull(doc.Outlet), URL: orNull(doc.URL),
		Boilerplate: a.points(doc.Boilerplate...), SHA256: doc.SHA256,
		Language: orNull(doc.Language), Unread: orNull(doc.Unread), Reader: orNull(a.r.Reader.String()),
	}
	if !doc.Published.IsZero() {
		d.Published = &Published{string(doc.Published.EDTF), string(doc.Published.Basis)}
	}
	if doc.Extracted {
		d.Text = &doc.Text
	}
	return d
}

// Entities are the article's entities, in order of their first mention.
func (a *Article) Entities() []Entity {
	out := make([]Entity, len(a.r.Entities))
	for i := range a.r.Entities {
		e := &a.r.Entities[i]
		roles := make([]Role, len(e.Roles))
		for j, role := range e.Roles {
			roles[j] = Role{role.Title, orNull(role.Organisation), a.points(role.Words)}
		}
		out[i] = Entity{"entity", string(e.ID), a.r.Doc.Article, e.Name, string(e.Kind), a.points(e.Mentions...), roles}
	}
	return out
}

// Statements are the article's statements, by position.
func (a *Article) Statements() []Statement {
	out := make([]Statement, 0, len(a.r.Statements))
	for _, st := range inOrder(a.r.Statements) {
		out = append(out, a.Statement(st))
	}
	return out
}

// Statement is the line of st, a statement of this article.
func (a *Article) Statement(st *onrecord.Statement) Statement {
	candidates := make([]Speaker, 0, len(st.Others))
	for _, id := range st.Others {
		if e := a.speaker(id); e != nil {
			candidates = append(candidates, *e)
		}
	}
	hops := make([]Hop, len(st.Via))
	for i, hop := range st.Via {
		hops[i] = Hop{string(hop.Kind), orNull(hop.Name), orNull(hop.Entity), a.points(hop.Words)}
	}
	line := Statement{
		Type: "statement", ID: string(st.ID), Article: a.r.Doc.Article, Kind: string(st.Kind),
		Content:  Words{Join(a.r.Doc.Text, st.Content), a.points(st.Content...)},
		Verbatim: a.points(st.Verbatim...), Cue: a.words(st.Cue), Source: a.words(st.Source),
		Speaker: a.speaker(st.Speaker), Candidates: candidates, Role: orNull(st.Role), SpeakerScore: rounded(st.SpeakerScore),
		Anonymity: string(st.Anonymity), Act: string(st.Act), Via: hops,
		Addressee: a.words(st.Addressee), Venue: a.words(st.Venue), Occasion: a.words(st.Occasion), Medium: a.words(st.Medium), Said: a.said(st.Said),
		Same: orNull(st.Same), Score: rounded(st.Score),
		Model: orNull(a.r.Reader.Model), Why: list(st.Why), Corrected: a.corrected(st), Issues: a.standings(st),
	}
	if u := a.utterance(st); u != nil {
		line.Outlets, line.Independent = u.Outlets, u.Independent
	}
	return line
}

func (a *Article) said(c onrecord.Claimed) *Said {
	if c.IsZero() {
		return nil
	}
	s := &Said{EDTF: string(c.EDTF), From: orNull(c.From), Until: orNull(c.Until), Basis: string(c.Basis), Spans: a.points(c.Words)}
	if !c.Words.IsZero() {
		s.Text = orNull(c.Words.In(a.r.Doc.Text))
	}
	return s
}

func (a *Article) speaker(id onrecord.EntityID) *Speaker {
	e := a.entities[id]
	if e == nil {
		return nil
	}
	return &Speaker{string(e.ID), e.Name, string(e.Kind)}
}

func (a *Article) words(s onrecord.Span) *Words {
	if s.IsZero() {
		return nil
	}
	return &Words{s.In(a.r.Doc.Text), a.points(s)}
}

// points converts the spans that are present.
func (a *Article) points(spans ...onrecord.Span) [][2]int {
	out := make([][2]int, 0, len(spans))
	for _, s := range spans {
		if !s.IsZero() {
			out = append(out, a.offsets.Points(s))
		}
	}
	return out
}

// rounded keeps four decimals of a score.
func rounded(score float64) float64 { return math.Round(score*1e4) / 1e4 }

func orNull[T ~string](s T) *string {
	if s == "" {
		return nil
	}
	text := string(s)
	return &text
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
