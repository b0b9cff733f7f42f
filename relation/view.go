package relation

import (
	"sort"
	"strings"

	"onrecord"
)

// none stands for no token, statement or entity.
const none = -1

// A view is what the rules see of one Reading: of each token its word, its
// sentence, the statement it is in and the entity it names.
type view struct {
	r        *onrecord.Reading
	low      []string // words in lower case
	sentence []int32
	cue      []int32 // statement whose cue holds the token, or none
	content  []int32
	source   []int32
	mention  []int32 // entity, or none
	start    []int32 // first token of the mention that holds the token
	child    []int32 // first dependent; the others follow through next
	next     []int32
	byID     map[onrecord.EntityID]int
	by       map[onrecord.EntityID][]int // statements by speaker
	found    []onrecord.Relation
}

func newView(r *onrecord.Reading) *view {
	n := len(r.Tokens)
	all := make([]int32, 8*n)
	for i := range all {
		all[i] = none
	}
	v := &view{r: r, low: make([]string, n), byID: make(map[onrecord.EntityID]int, len(r.Entities)), by: map[onrecord.EntityID][]int{}}
	for i, column := range []*[]int32{&v.sentence, &v.cue, &v.content, &v.source, &v.mention, &v.start, &v.child, &v.next} {
		*column = all[i*n : (i+1)*n]
	}
	for i := range r.Tokens {
		v.low[i] = strings.ToLower(r.Tokens[i].In(r.Doc.Text))
	}
	v.trees()
	for i := range r.Statements {
		st := &r.Statements[i]
		if st.Speaker != "" {
			v.by[st.Speaker] = append(v.by[st.Speaker], i)
		}
		v.mark(v.cue, st.Cue, i)
		v.mark(v.source, st.Source, i)
		for _, c := range st.Content {
			v.markAll(v.content, c, i)
		}
	}
	for i := range r.Entities {
		v.byID[r.Entities[i].ID] = i
		for _, m := range r.Entities[i].Mentions {
			v.name(m, i)
		}
	}
	return v
}

// trees links each token to its dependents, in order of the text. A head in
// another sentence is none.
func (v *view) trees() {
	for s, st := range v.r.Sentences {
		first, end := max(st.First, 0), min(st.End, len(v.low))
		for i := first; i < end; i++ {
			v.sentence[i] = int32(s)
		}
		for i := end - 1; i >= first; i-- {
			if h := v.r.Tokens[i].Head; h >= first && h < end && h != i {
				v.next[i], v.child[h] = v.child[h], int32(i)
			}
		}
	}
}

// Bounds that keep the work linear in any text.
const (
	maxSpan     = 400 // tokens of one source, cue, content or name that are looked at
	maxChildren = 64  // dependents of one token
	reach       = 120 // tokens from a verb to a statement beside it
)

// markAll is mark for a content, which may be long.
func (v *view) markAll(column []int32, s onrecord.Span, i int) {
	first, end := v.tokens(s)
	for k := first; k < end; k++ {
		if column[k] == none {
			column[k] = int32(i)
		}
	}
}

// mark notes that the tokens of s belong to i; the first that comes keeps a
// token.
func (v *view) mark(column []int32, s onrecord.Span, i int) {
	first, end := v.tokens(s)
	for k := first; k < min(end, first+maxSpan); k++ {
		if column[k] == none {
			column[k] = int32(i)
		}
	}
}

// name notes a mention; a longer one wins over one inside it.
func (v *view) name(s onrecord.Span, entity int) {
	first, end := v.tokens(s)
	end = min(end, first+maxSpan)
	if first >= end {
		return
	}
	if v.mention[first] != none && v.mention[end-1] != none && int(v.start[first]) < first {
		return
	}
	for k := first; k < end; k++ {
		v.mention[k], v.start[k] = int32(entity), int32(first)
	}
}

// tokens are those that s covers, [first, end).
func (v *view) tokens(s onrecord.Span) (first, end int) {
	if s.IsZero() {
		return 0, 0
	}
	t := v.r.Tokens
	first = sort.Search(len(t), func(i int) bool { return t[i].End > s.Start })
	end = sort.Search(len(t), func(i int) bool { return t[i].Start >= s.End })
	return first, max(first, end)
}

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

func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

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
