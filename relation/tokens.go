package relation

import (
	"sort"
	"strings"

	"onrecord"
)

// tokens are those that s covers, [first, end).
func (v *view) tokens(s onrecord.Span) (first, end int) {
	if s.IsZero() {
		return 0, 0
	}
	t := v.r.Tokens
	lo, hi := 0, len(t)
	for lo < hi { // by hand: a function a step was a tenth of the time
		if m := (lo + hi) / 2; t[m].End > s.Start {
			hi = m
		} else {
			lo = m + 1
		}
	}
	end = lo
	for end < len(t) && end < lo+nearEnd && t[end].Start < s.End {
		end++
	}
	if end == lo+nearEnd {
		end = sort.Search(len(t), func(i int) bool { return t[i].Start >= s.End })
	}
	return lo, max(lo, end)
}

// nearEnd is the tokens of a span that are stepped through to its end.
const nearEnd = 12

func (v *view) tag(i int) string {
	if i < 0 || i >= len(v.low) {
		return ""
	}
	return v.r.Tokens[i].Tag
}

func (v *view) rel(i int) string { return v.r.Tokens[i].Rel }

func (v *view) lemma(i int) string { return v.r.Tokens[i].Lemma }

// at is the lower-case word of token i, empty outside the text.
func (v *view) at(i int) string {
	if i < 0 || i >= len(v.low) {
		return ""
	}
	return v.low[i]
}

// head governs i in its sentence, or none.
func (v *view) head(i int) int {
	h := v.r.Tokens[i].Head
	if h < 0 || h >= len(v.low) || h == i || v.sentence[h] != v.sentence[i] {
		return none
	}
	return h
}

// dependent is the first dependent of i with one of the relations.
func (v *view) dependent(i int, rels ...string) int {
	tried := 0
	for c := v.child[i]; c != none && tried < maxChildren; c = v.next[c] {
		tried++
		for _, rel := range rels {
			if v.rel(int(c)) == rel {
				return int(c)
			}
		}
	}
	return none
}

// bounds are the tokens of the sentence of i.
func (v *view) bounds(i int) (first, end int) {
	if v.sentence[i] == none {
		return i, i + 1
	}
	st := v.r.Sentences[v.sentence[i]]
	return max(st.First, 0), min(st.End, len(v.low))
}

// span covers tokens [first, end).
func (v *view) span(first, end int) onrecord.Span {
	if first >= end {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: v.r.Tokens[first].Start, End: v.r.Tokens[end-1].End}
}

func (v *view) noun(i int) bool { return strings.HasPrefix(v.tag(i), "NN") }

func (v *view) verb(i int) bool { return strings.HasPrefix(v.tag(i), "VB") }

func possessive(w string) bool {
	return w == "'s" || w == "’s" || w == "‘s" || w == "'" || w == "’"
}

func quoteMark(w string) bool {
	switch w {
	case "“", "”", "\"", "''", "``", "‘", "«", "»", "„":
		return true
	}
	return false
}

// entity is what token i names, nil when nothing.
func (v *view) entity(i int) *onrecord.Entity {
	if i < 0 || i >= len(v.low) || v.mention[i] == none {
		return nil
	}
	return &v.r.Entities[v.mention[i]]
}

// indexOf is the index of the statement named id.
func (v *view) indexOf(id onrecord.StatementID) (int, bool) {
	if v.ids == nil {
		v.ids = make(map[onrecord.StatementID]int, len(v.r.Statements))
		for i := range v.r.Statements {
			v.ids[v.r.Statements[i].ID] = i
		}
	}
	i, ok := v.ids[id]
	return i, ok
}

// kindOf is the kind of the entity named id.
func (v *view) kindOf(id onrecord.EntityID) onrecord.EntityKind {
	if i, ok := v.byID[id]; ok {
		return v.r.Entities[i].Kind
	}
	return ""
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// mentionSpan is the mention that holds token i.
func (v *view) mentionSpan(i int) onrecord.Span {
	first := int(v.start[i])
	end := i + 1
	for end < len(v.low) && v.mention[end] == v.mention[i] && int(v.start[end]) == first {
		end++
	}
	return v.span(first, end)
}

func (v *view) entityID(i int) onrecord.EntityID {
	if e := v.entity(i); e != nil {
		return e.ID
	}
	return ""
}

// speaks reports a token that names a person or an institution.
func (v *view) speaks(i int) bool {
	e := v.entity(i)
	return e != nil && (e.Kind == onrecord.Person || e.Kind == onrecord.Organisation || e.Kind == onrecord.Country)
}
