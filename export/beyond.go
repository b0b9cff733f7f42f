package export

import (
	"slices"
	"strings"

	"onrecord"
)

// A Beyond is what a record knows of an article that the article does not say.
type Beyond struct {
	Utterances map[onrecord.StatementID]onrecord.Utterance // by First: those of two reports and more
	Filled     []Filled                                    // ends of its relations that are statements of other articles
	Stands     map[onrecord.StatementID][]Standing         // on issues, of its statements
	Changes    []onrecord.Change                           // of which one of its statements is the earlier or the later
}

// A Filled is an end of a relation that was found in another article.
type Filled struct {
	onrecord.Filled
	Article string // the path or URL of that article, as it was given
}

// A Standing is an issue that a statement is on, and where it stands.
type Standing struct {
	onrecord.Assignment
	Position *onrecord.Position // nil for none
}

// With is the article with what the record knows beyond it.
func (a *Article) With(b *Beyond) *Article {
	with := *a
	with.beyond = b
	return &with
}

// utterance is what st reports with others; nil when it is alone, or nothing is
// known of that.
func (a *Article) utterance(st *onrecord.Statement) *onrecord.Utterance {
	first := st.Same
	if first == "" {
		first = st.ID
	}
	if u, ok := a.beyond.Utterances[first]; ok {
		return &u
	}
	return nil
}

// filled is what an end of rel was filled with, nil for nothing.
func (a *Article) filled(rel *onrecord.Relation, e *onrecord.End) *FilledEnd {
	for i := range a.beyond.Filled {
		if f := &a.beyond.Filled[i]; f.Relation == rel.ID && f.To == (e == &rel.To) {
			return &FilledEnd{string(f.Statement), f.Article, rounded(f.Score), list(f.Why)}
		}
	}
	return nil
}

// endID names an end: a placeholder that was filled by the statement that is
// meant.
func (a *Article) endID(rel *onrecord.Relation, e *onrecord.End) string {
	if f := a.filled(rel, e); f != nil {
		return f.Statement
	}
	return rel.EndID(e)
}

// Computed are the changes of position whose later statement is the article's,
// as relations, by the position of that statement.
func (a *Article) Computed() []Relation {
	out := []Relation{}
	for _, st := range inOrder(a.r.Statements) {
		for i := range a.beyond.Changes {
			if c := &a.beyond.Changes[i]; c.Later == st.ID {
				out = append(out, a.computed(c, st))
			}
		}
	}
	return out
}

// computed is a change as a relation from its later statement, st.
func (a *Article) computed(c *onrecord.Change, st *onrecord.Statement) Relation {
	return Relation{
		Type: "relation", ID: string(c.ID), Article: a.r.Doc.Article, Kind: string(c.Kind.Relation()),
		From: string(c.Later), To: string(c.Earlier), Basis: string(onrecord.Computed), Score: rounded(c.Score), Why: list(c.Why),
		FromEnd: End{Is: "statement", Spans: [][2]int{}, Owner: a.speaker(st.Speaker)}, ToEnd: End{Is: "statement", Spans: [][2]int{}},
		Issue: orNull(c.Issue), Change: orNull(c.Kind), Caveats: c.Caveats,
	}
}

// standings are the issues that st is on.
func (a *Article) standings(st *onrecord.Statement) []On {
	var out []On
	for _, s := range a.beyond.Stands[st.ID] {
		on := On{Issue: string(s.Issue), Score: rounded(s.Score), Why: list(s.Why)}
		if p := s.Position; p != nil {
			on.Position = &Position{string(p.Pole), list(p.Conditions), rounded(p.Certainty), p.Key, orNull(p.For)}
		}
		out = append(out, on)
	}
	return out
}

// issueCells are the issues that st is on, and in the same order its position
// on each: "for (only if the quay is mended); ".
func (a *Article) issueCells(st *onrecord.Statement) (issues, positions string) {
	var on, at []string
	for _, s := range a.standings(st) {
		cell := ""
		if p := s.Position; p != nil {
			cell = p.Pole
			if len(p.Conditions) > 0 {
				cell += " (" + strings.Join(p.Conditions, ", ") + ")"
			}
		}
		on, at = append(on, s.Issue), append(at, cell)
	}
	if !slices.ContainsFunc(at, func(cell string) bool { return cell != "" }) {
		at = nil
	}
	return strings.Join(on, "; "), strings.Join(at, "; ")
}
