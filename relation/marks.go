package relation

import "onrecord"

// statements notes which tokens are in which statement.
func (v *view) statements() {
	for i := range v.r.Statements {
		st := &v.r.Statements[i]
		v.mark(v.cue, st.Cue, i, maxSpan)
		v.mark(v.source, st.Source, i, maxSpan)
		for _, c := range st.Content {
			v.mark(v.content, c, i, len(v.low))
		}
	}
}

// entities notes which tokens name whom.
func (v *view) entities() {
	for i := range v.r.Entities {
		v.byID[v.r.Entities[i].ID] = int32(i)
		for _, m := range v.r.Entities[i].Mentions {
			v.name(m, i)
		}
	}
}

// speakers groups the statements by who speaks, each group in order.
func (v *view) speakers() {
	for i := range v.r.Statements {
		if e, ok := v.byID[v.r.Statements[i].Speaker]; ok {
			v.groups[e]++
		}
	}
	at := int32(0)
	for e, n := range v.groups {
		v.groups[e] = at
		at += n
	}
	for i := range v.r.Statements {
		if e, ok := v.byID[v.r.Statements[i].Speaker]; ok {
			v.spoken[v.groups[e]] = int32(i)
			v.groups[e]++
		}
	}
}

// by are the statements of the entity named id, in order.
func (v *view) by(id onrecord.EntityID) []int32 {
	e, ok := v.byID[id]
	if !ok {
		return nil
	}
	first := int32(0)
	if e > 0 {
		first = v.groups[e-1]
	}
	return v.spoken[first:v.groups[e]]
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

// mark notes that the first most tokens of s belong to i; the first that comes
// keeps a token.
func (v *view) mark(column []int32, s onrecord.Span, i, most int) {
	first, end := v.tokens(s)
	for k := first; k < min(end, first+most); k++ {
		if column[k] == none {
			column[k] = int32(i)
		}
	}
}

// headlined reports a name that holds a finite verb: words of a headline, all
// in capitals.
func (v *view) headlined(first, end int) bool {
	for k := first; k < end; k++ {
		if t := v.tag(k); t == "VBZ" || t == "VBD" || t == "VBP" {
			return true
		}
	}
	return false
}

// name notes a mention; a longer one wins over one inside it.
func (v *view) name(s onrecord.Span, entity int) {
	first, end := v.tokens(s)
	end = min(end, first+maxSpan)
	if first >= end {
		return
	}
	if end-first > 2 && v.headlined(first, end) {
		return
	}
	if v.mention[first] != none && v.mention[end-1] != none && int(v.start[first]) < first {
		return
	}
	for k := first; k < end; k++ {
		v.mention[k], v.start[k] = int32(entity), int32(first)
	}
	v.male[entity] += genders[v.low[first]]
}
