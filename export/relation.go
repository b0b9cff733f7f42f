package export

import (
	"strings"

	"onrecord"
)

// A Relation is the line of how a statement stands to another, or to a person
// or an event. From and To are the ID of a statement or an entity, or else one
// of their own: it begins with p for a statement that stands elsewhere (a
// placeholder), with v for an event. A placeholder that a record found in
// another article is named by that statement; the end says how it was found.
// What a record computes is printed with the later statement's article, and ID
// is then that of the change.
type Relation struct {
	Type    string   `json:"type"` // "relation"
	ID      string   `json:"id"`
	Article string   `json:"article"`
	Kind    string   `json:"kind"` // see onrecord.RelationKind
	From    string   `json:"from"`
	To      string   `json:"to"`
	Basis   string   `json:"basis"` // "stated", "implied", "computed"
	Cue     *Words   `json:"cue"`
	Hedge   *Words   `json:"hedge"` // "appeared to"
	By      *Speaker `json:"by"`    // who says so; null: whoever tells the story
	Score   float64  `json:"score"` // to four decimals
	Why     []string `json:"why"`
	FromEnd End      `json:"from_end"`
	ToEnd   End      `json:"to_end"`

	// Of what a record computes.
	Issue   *string  `json:"issue,omitempty"`
	Change  *string  `json:"change,omitempty"`  // see onrecord.ChangeKind
	Caveats []string `json:"caveats,omitempty"` // what else could explain it
}

// An End is what the article tells of one end of a Relation.
type End struct {
	Is    string   `json:"is"`   // "statement", "placeholder", "entity", "event"
	Text  *string  `json:"text"` // the words that name it, null where only its place does
	Spans [][2]int `json:"spans"`
	Owner *Speaker `json:"owner"` // whose statement it is, or who is meant
	Noun  *string  `json:"noun"`  // of a placeholder: "remark"
	About *Words   `json:"about"`
	Said  *Said    `json:"said"`

	Filled *FilledEnd `json:"filled,omitempty"` // of a placeholder
}

// A FilledEnd is the statement of another article that a placeholder means.
type FilledEnd struct {
	Statement string   `json:"statement"`
	Article   string   `json:"article"`
	Score     float64  `json:"score"` // to four decimals
	Why       []string `json:"why"`
}

// Relations are the article's relations, in order of their cue.
func (a *Article) Relations() []Relation {
	out := make([]Relation, len(a.r.Relations))
	for i := range a.r.Relations {
		out[i] = a.Relation(&a.r.Relations[i])
	}
	return out
}

// RelationsOf are those of which one of some statements is an end.
func (a *Article) RelationsOf(ids ...onrecord.StatementID) []Relation {
	out, wanted := []Relation{}, map[onrecord.StatementID]bool{}
	for _, id := range ids {
		wanted[id] = id != ""
	}
	for i := range a.r.Relations {
		if rel := &a.r.Relations[i]; wanted[rel.From.Statement] || wanted[rel.To.Statement] {
			out = append(out, a.Relation(rel))
		}
	}
	return out
}

// Relation is the line of rel, a relation of this article.
func (a *Article) Relation(rel *onrecord.Relation) Relation {
	return Relation{
		Type: "relation", ID: string(rel.ID), Article: a.r.Doc.Article, Kind: string(rel.Kind),
		From: a.endID(rel, &rel.From), To: a.endID(rel, &rel.To), Basis: string(rel.Basis),
		Cue: a.words(rel.Cue), Hedge: a.words(rel.Hedge), By: a.speaker(rel.By),
		Score: rounded(rel.Score), Why: list(rel.Why), FromEnd: a.end(rel, &rel.From), ToEnd: a.end(rel, &rel.To),
	}
}

func (a *Article) end(rel *onrecord.Relation, e *onrecord.End) End {
	out := End{Is: e.Is(), Spans: a.points(e.Words), Owner: a.speaker(e.Owner), Noun: orNull(e.Noun), About: a.words(e.About), Said: a.said(e.Said), Filled: a.filled(rel, e)}
	if !e.Words.IsZero() {
		out.Text = orNull(e.Words.In(a.r.Doc.Text))
	}
	return out
}

// relationCell is "kind>other" for each relation that goes from st, and
// "kind<other" for each that goes to it.
func (a *Article) relationCell(st *onrecord.Statement) string {
	var parts []string
	for _, rel := range a.relations[st.ID] {
		if rel.From.Statement == st.ID {
			parts = append(parts, string(rel.Kind)+">"+a.endID(rel, &rel.To))
		}
		if rel.To.Statement == st.ID {
			parts = append(parts, string(rel.Kind)+"<"+a.endID(rel, &rel.From))
		}
	}
	for i := range a.beyond.Changes {
		switch c := &a.beyond.Changes[i]; st.ID {
		case c.Later:
			parts = append(parts, string(c.Kind.Relation())+">"+string(c.Earlier))
		case c.Earlier:
			parts = append(parts, string(c.Kind.Relation())+"<"+string(c.Later))
		}
	}
	return strings.Join(parts, "; ")
}
