package export

import "onrecord"

// An IssueLine is the line of an issue as it was declared.
type IssueLine struct {
	Type string `json:"type"` // "issue"
	ID   string `json:"id"`
	Name string `json:"name"`
	Text string `json:"text"` // its file
}

// A Ruling is the line of what a person decided on whether two statements
// report one utterance. Of one that undoes another only Undoes is set.
type Ruling struct {
	Type   string  `json:"type"` // "ruling"
	ID     string  `json:"id"`
	Kind   string  `json:"kind"` // see onrecord.RulingKind
	A      *Place  `json:"a"`
	B      *Place  `json:"b"`
	Undoes *string `json:"undoes"`
	Who    string  `json:"who"`
	Why    string  `json:"why"`
	When   string  `json:"when"` // RFC 3339
}

// A Place is where a statement stood when it was ruled on.
type Place struct {
	Document  string   `json:"document"`
	Article   string   `json:"article"`
	Statement string   `json:"statement"`
	Content   [][2]int `json:"content"`
	Cue       [][2]int `json:"cue"`
	Source    [][2]int `json:"source"`
}

// Place is p, a place in this article.
func (a *Article) Place(p *onrecord.Place) *Place {
	return &Place{string(p.Doc), a.r.Doc.Article, string(p.Statement), a.points(p.Content...), a.points(p.Cue), a.points(p.Source)}
}

// RulingOf is the line of r, a and b are its places, nil for one that undoes
// another.
func RulingOf(r *onrecord.Ruling, a, b *Place) Ruling {
	return Ruling{"ruling", string(r.ID), string(r.Kind), a, b, orNull(r.Undoes), r.Who, r.Why, string(r.When)}
}

// Line writes one line that is no article's.
func (j *JSONL) Line(line any) error {
	j.buf.Reset()
	if err := j.enc.Encode(line); err != nil {
		return err
	}
	_, err := j.w.Write(j.buf.Bytes())
	return err
}
