package eval

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/corpus"
)

// relations counts the relations of the record that the article states or
// implies and that were read.
func (c *Recall) relations(gold *corpus.Record, r *onrecord.Reading) {
	for i := range gold.Relations {
		want := &gold.Relations[i]
		if want.Level != "core" || want.Basis != "stated" && want.Basis != "implied" || strings.HasSuffix(want.Kind, "_event") {
			continue
		}
		c.Related++
		if slices.ContainsFunc(r.Relations, func(rel onrecord.Relation) bool {
			return string(rel.Kind) == want.Kind && recordedEnd(gold, want.From, &rel.From, r) && recordedEnd(gold, want.To, &rel.To, r)
		}) {
			c.RelationsFound++
		} else {
			c.lose("relation: ", want.ID, " ", want.Kind, " ", want.From, " -> ", want.To)
		}
	}
}

// recordedEnd reports whether an end is the recorded one: a statement that
// shares a letter with a report of it, an entity of its name. An event or a
// topic is not compared.
func recordedEnd(gold *corpus.Record, id string, e *onrecord.End, r *onrecord.Reading) bool {
	if reports, ok := gold.Statements[id]; ok {
		return slices.ContainsFunc(r.Statements, func(st onrecord.Statement) bool {
			return st.ID == e.Statement && sharesLetter(gold, reports, &st)
		})
	}
	if entity, ok := gold.Entities[id]; ok {
		return e.Is() == "entity" && SameName(speakerName(r, e.Owner), entity.Names...)
	}
	return true
}

func sharesLetter(gold *corpus.Record, reports []string, st *onrecord.Statement) bool {
	p := predicted(st)
	for i := range gold.Attributions {
		a := &gold.Attributions[i]
		if !slices.Contains(reports, a.ID) {
			continue
		}
		for _, words := range [][]onrecord.Span{a.Content, a.Cue} {
			if letters(gold.Text, words, p[Content])+letters(gold.Text, words, p[Cue]) > 0 {
				return true
			}
		}
	}
	return false
}
