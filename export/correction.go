package export

import (
	"slices"

	"onrecord"
)

// A Corrected is what a person decided of a statement, in its line.
type Corrected struct {
	ID    string  `json:"id"`
	Field string  `json:"field"` // "speaker", "kind", "said", "removed", "note"
	Value *string `json:"value"`
	Who   string  `json:"who"`
	Why   string  `json:"why"`
	When  string  `json:"when"` // RFC 3339
}

// A Correction is the line of a correction, with all that it takes to make it
// again in another record. Its spans are those of the statement it was made
// on, which need not be there any more.
type Correction struct {
	Type      string   `json:"type"` // "correction"
	ID        string   `json:"id"`
	Article   string   `json:"article"`
	Document  string   `json:"document"`
	Statement string   `json:"statement"`
	Content   [][2]int `json:"content"`
	Cue       [][2]int `json:"cue"`
	Source    [][2]int `json:"source"`
	Field     string   `json:"field"`
	Value     *string  `json:"value"` // for a speaker kind and name: "person:Rex Tillerson"
	From      *string  `json:"from"`  // of a time of saying, as in Said
	Until     *string  `json:"until"`
	Who       string   `json:"who"`
	Why       string   `json:"why"`
	When      string   `json:"when"` // RFC 3339
}

// Corrections are what people decided of the article's statements, in order.
func (a *Article) Corrections() []Correction {
	out := make([]Correction, len(a.r.Corrections))
	for i := range a.r.Corrections {
		c := &a.r.Corrections[i]
		out[i] = Correction{
			Type: "correction", ID: string(c.ID), Article: a.r.Doc.Article, Document: string(c.Doc), Statement: string(c.Statement),
			Content: a.points(c.Content...), Cue: a.points(c.Cue), Source: a.points(c.Source),
			Field: string(c.Field), Value: orNull(c.Value), From: orNull(c.From), Until: orNull(c.Until), Who: c.Who, Why: c.Why, When: string(c.When),
		}
	}
	return out
}

// Correction turns a line back into what it was written from; text is the
// document's.
func (c *Correction) Correction(text string) onrecord.Correction {
	offsets := onrecord.NewOffsets(text)
	first := func(points [][2]int) onrecord.Span {
		if len(points) == 0 {
			return onrecord.Span{}
		}
		return offsets.Bytes(points[0])
	}
	out := onrecord.Correction{
		ID: onrecord.CorrectionID(c.ID), Doc: onrecord.DocumentID(c.Document), Statement: onrecord.StatementID(c.Statement),
		Cue: first(c.Cue), Source: first(c.Source), Field: onrecord.CorrectionField(c.Field), Value: orEmpty(c.Value),
		From: onrecord.Day(orEmpty(c.From)), Until: onrecord.Day(orEmpty(c.Until)), Who: c.Who, Why: c.Why, When: onrecord.Instant(c.When),
	}
	for _, p := range c.Content {
		out.Content = append(out.Content, offsets.Bytes(p))
	}
	return out
}

// corrected are the corrections of one statement.
func (a *Article) corrected(st *onrecord.Statement) []Corrected {
	var out []Corrected
	for _, c := range a.correctionsOf(st) {
		out = append(out, Corrected{string(c.ID), string(c.Field), orNull(c.Value), c.Who, c.Why, string(c.When)})
	}
	return out
}

func (a *Article) correctionsOf(st *onrecord.Statement) (list []*onrecord.Correction) {
	for _, id := range st.Corrections {
		for i := range a.r.Corrections {
			if a.r.Corrections[i].ID == id {
				list = append(list, &a.r.Corrections[i])
			}
		}
	}
	return list
}

// correctors are who corrected a statement, each once, in order.
func (a *Article) correctors(st *onrecord.Statement) (who []string) {
	for _, c := range a.correctionsOf(st) {
		if !slices.Contains(who, c.Who) {
			who = append(who, c.Who)
		}
	}
	return who
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
