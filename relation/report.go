package relation

import (
	"slices"

	"onrecord"
)

// Report gives Kind Reported to statements whose content only names what was
// said, or who was meant, without words of it ("walked back his remarks"), and
// adds such statements where a verb of the lexicon has somebody for a subject
// and no statement covers it, and the questions that statements answer. It reads r.Doc, r.Sentences, r.Tokens and the
// spans of r.Statements.
func Report(r *onrecord.Reading) {
	v := newView(r)
	defer v.release()
	var added []onrecord.Statement
	v.frames(func(f *frame) {
		switch {
		case f.st != none:
			if st := &r.Statements[f.st]; v.wordless(f) && st.Kind == onrecord.Indirect {
				st.Kind = onrecord.Reported
			}
		case v.strong(f):
			added = append(added, v.reported(f))
		}
	})
	v.questions(func(q question) {
		if st, ok := v.put(q); ok {
			added = append(added, st)
		}
	})
	if len(added) > 0 {
		r.Statements = append(r.Statements, added...)
		slices.SortStableFunc(r.Statements, func(a, b onrecord.Statement) int { return first(&a) - first(&b) })
	}
}

// first is where the statement begins.
func first(st *onrecord.Statement) int {
	at := -1
	for _, s := range append([]onrecord.Span{st.Cue, st.Source}, st.Content...) {
		if !s.IsZero() && (at < 0 || s.Start < at) {
			at = s.Start
		}
	}
	return at
}

// wordless reports an object that only names somebody, something said, or what
// is praised or criticised.
func (v *view) wordless(f *frame) bool {
	judged := f.class == thing && (f.verb.kind == onrecord.Criticises || f.verb.kind == onrecord.Endorses)
	return (judged || v.names(f)) && !v.ownWords(f)
}

// names reports an object that is somebody, or a noun for what is said.
func (v *view) names(f *frame) bool {
	switch f.class {
	case statement, charge, who:
		return true
	case proposal:
		return !deeds[v.lemma(f.object.head)]
	}
	return false
}

// deeds are proposals that are taken up rather than said: who rules out talks
// has said what there is to say.
var deeds = set("talk negotiation deal compromise")

// strong reports a frame that is a statement of its own: an active verb with
// its own subject, told by the narrator, and an object that names somebody or
// something said, none of which another statement holds.
func (v *view) strong(f *frame) bool {
	if f.passive || f.bare || !f.hedge.IsZero() || !v.names(f) {
		return false
	}
	if v.dependent(f.group.verb, "nsubj") == none || v.low[f.subject] == "who" {
		return false
	}
	p := v.phraseOf(f.subject)
	for k := min(p.first, f.group.verb); k < max(f.object.end, f.group.verb+1); k++ {
		if v.cue[k] != none || v.content[k] != none {
			return false
		}
	}
	return p.first < f.group.verb
}

// reported is the statement that a strong frame makes.
func (v *view) reported(f *frame) onrecord.Statement {
	p := v.phraseOf(f.subject)
	st := onrecord.Statement{
		Doc: v.r.Doc.ID, Kind: onrecord.Reported, Cue: f.cue, Source: v.span(p.first, p.end),
		Content: []onrecord.Span{v.span(f.object.first, v.extent(f.object))}, Score: 0.5,
		Why: []string{"cue: " + f.cue.In(v.r.Doc.Text) + ", of a relation"},
	}
	st.ID = st.ComputeID()
	return st
}
