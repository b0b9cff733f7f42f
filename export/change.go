package export

import (
	"fmt"
	"strings"

	"onrecord"
)

var changeWords = map[onrecord.ChangeKind]string{
	onrecord.Same: "repeats", onrecord.AddsCondition: "adds a condition", onrecord.DropsCondition: "drops a condition",
	onrecord.Softens: "softens", onrecord.Hardens: "hardens", onrecord.Turns: "reverses", onrecord.Opposes: "contradicts",
}

// ChangeWords says what the later statement of a change does, in neutral words.
func ChangeWords(k onrecord.ChangeKind) string {
	if words, ok := changeWords[k]; ok {
		return words
	}
	return strings.ReplaceAll(string(k), "_", " ")
}

// A Change is the line of how a later position stands to an earlier one, on an
// issue. It holds both statements, each with its document.
type Change struct {
	Type     string   `json:"type"` // "change"
	ID       string   `json:"id"`
	Issue    Issue    `json:"issue"`
	Kind     string   `json:"kind"`     // see onrecord.ChangeKind
	Relation string   `json:"relation"` // the kind of relation it is
	Basis    string   `json:"basis"`    // "computed"
	Score    float64  `json:"score"`    // to four decimals
	Why      []string `json:"why"`
	Caveats  []string `json:"caveats"` // what else could explain it
	Earlier  Stand    `json:"earlier"`
	Later    Stand    `json:"later"`
}

// An Issue names an issue in a line.
type Issue struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// A Stand is a position with the statement that takes it.
type Stand struct {
	Speaker    string    `json:"speaker"`   // key in the record
	Principal  *string   `json:"principal"` // key of whom the speaker speaks for
	Pole       string    `json:"pole"`      // "for", "against"
	Conditions []string  `json:"conditions"`
	Certainty  float64   `json:"certainty"`
	Statement  Statement `json:"statement"`
	Document   Document  `json:"document"` // without its text
}

// ChangeOf is the line of c; earlier and later are the articles of its
// statements.
func ChangeOf(c *onrecord.Change, issue string, earlier, later *Article) (Change, error) {
	out := Change{
		Type: "change", ID: string(c.ID), Issue: Issue{string(c.Issue), issue}, Kind: string(c.Kind), Relation: string(c.Kind.Relation()),
		Basis: string(onrecord.Computed), Score: rounded(c.Score), Why: list(c.Why), Caveats: list(c.Caveats),
	}
	var err error
	if out.Earlier, err = earlier.stand(c.Earlier, &c.Position[0]); err != nil {
		return out, fmt.Errorf("change %s: %w", c.ID, err)
	}
	if out.Later, err = later.stand(c.Later, &c.Position[1]); err != nil {
		return out, fmt.Errorf("change %s: %w", c.ID, err)
	}
	return out, nil
}

func (a *Article) stand(id onrecord.StatementID, p *onrecord.Position) (Stand, error) {
	st := a.statements[id]
	if st == nil {
		return Stand{}, fmt.Errorf("document %s has no statement %s", a.r.Doc.ID, id)
	}
	return Stand{
		Speaker: p.Key, Principal: orNull(p.For), Pole: string(p.Pole), Conditions: list(p.Conditions), Certainty: rounded(p.Certainty),
		Statement: a.Statement(st), Document: a.Head(),
	}, nil
}

// Head is the article's own line without its text.
func (a *Article) Head() Document {
	d := a.Document()
	d.Text = nil
	return d
}
