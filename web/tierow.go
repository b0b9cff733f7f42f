package web

import (
	"strconv"

	"onrecord"
	"onrecord/export"
)

// A tieRow is a relation in the list beside its article.
type tieRow struct {
	N        int
	ID       string
	Verb     string
	From, To tieView
	Evidence []string
	Marked   bool // its cue stands in the text
}

// A rowTie leads from a statement in the list to the row of its relation.
type rowTie struct {
	N     int
	Arrow string
	Words string // "contradicts 3"
}

// tie lists the relations, and what stands of them beside each statement. That
// a speaker goes on is said once, where it goes on.
func (p *documentPage) tie(r *onrecord.Reading, names map[onrecord.EntityID]string, number map[onrecord.StatementID]int) map[onrecord.StatementID][]rowTie {
	a, beside := export.Of(r), map[onrecord.StatementID][]rowTie{}
	for i := range r.Relations {
		rel := &r.Relations[i]
		t := export.Tie{Kind: rel.Kind, Cue: rel.Cue.In(r.Doc.Text), Hedge: rel.Hedge.In(r.Doc.Text), By: names[rel.By], Basis: rel.Basis}
		row := tieRow{N: i + 1, ID: string(rel.ID), Verb: export.RelationWords(rel.Kind, true), Evidence: t.Evidence(), Marked: !rel.Cue.IsZero(),
			From: endOf(a, &rel.From, number), To: endOf(a, &rel.To, number)}
		p.Ties, p.Cues = append(p.Ties, row), append(p.Cues, row.ID)
		if rel.From.Statement != "" {
			beside[rel.From.Statement] = append(beside[rel.From.Statement], rowTie{row.N, "→", row.Verb + numbered(row.To)})
		}
		if rel.To.Statement != "" && rel.Kind != onrecord.Elaborates {
			beside[rel.To.Statement] = append(beside[rel.To.Statement], rowTie{row.N, "←", export.RelationWords(rel.Kind, false) + numbered(row.From)})
		}
	}
	return beside
}

// endOf names an end of a relation; a statement has its place in the list.
func endOf(a *export.Article, e *onrecord.End, number map[onrecord.StatementID]int) tieView {
	v := tieView{Tie: export.Tie{Other: a.Other(e)}}
	v.Other.Number = number[e.Statement]
	if v.Other.Number > 0 {
		v.Href = "#n" + strconv.Itoa(v.Other.Number)
	}
	return v
}

// numbered is the number of a statement, or in short what another end is.
func numbered(v tieView) string {
	switch {
	case v.Other.Number > 0:
		return " " + strconv.Itoa(v.Other.Number)
	case v.Other.Words != "":
		return " “" + firstWords(v.Other.Words, 50) + "”"
	case v.Other.Owner != "":
		return " " + v.Other.Owner
	}
	return ""
}
