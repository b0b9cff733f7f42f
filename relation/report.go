package relation

import (
	"slices"

	"onrecord"
)

// Report gives Kind Reported to statements whose content only names what was
// said, or who was meant, without words of it ("walked back his remarks"). It
// adds such statements where a verb of the lexicon has somebody for a subject,
// and the questions that statements answer, if no statement has their words. It
// reads r.Doc, r.Sentences, r.Tokens and the spans of r.Statements.
func Report(r *onrecord.Reading) {
	v := newView(r)
	defer v.release()
	rep := reporter{view: v}
	v.questions(rep.question)
	v.frames(rep.frame)
	if len(rep.added) > 0 {
		r.Statements = append(r.Statements, rep.added...)
		slices.SortStableFunc(r.Statements, func(a, b onrecord.Statement) int { return first(&a) - first(&b) })
	}
}

// A reporter collects the statements that Report adds.
type reporter struct {
	*view
	added []onrecord.Statement
	taken []bool // tokens of added statements; nil as long as there is none
}

// question adds a question, where no statement has its words.
func (rep *reporter) question(q question) {
	if rep.free(q.asked, q.end) {
		rep.add(rep.questionStatement(q), q.asked, q.end)
	}
}

// frame marks the statement of a frame as wordless, or adds one.
func (rep *reporter) frame(f *frame) {
	if f.st != none {
		if st := &rep.r.Statements[f.st]; rep.wordless(f) && st.Kind == onrecord.Indirect {
			st.Kind = onrecord.Reported
		}
		return
	}
	if !rep.strong(f) {
		return
	}
	p, end := rep.phraseOf(f.subject), rep.extent(f.object)
	if p.first < f.group.verb && f.group.verb < f.object.first && rep.free(p.first, end) {
		rep.add(rep.reported(f, p, end), p.first, end)
	}
}

// free reports tokens [first, end) without quotation marks that no statement
// has in its cue or content.
func (rep *reporter) free(first, end int) bool {
	for k := first; k < end; k++ {
		if rep.cue[k] != none || rep.content[k] != none || quoteMark(rep.low[k]) || rep.taken != nil && rep.taken[k] {
			return false
		}
	}
	return true
}

// add adds a statement of tokens [first, end).
func (rep *reporter) add(st onrecord.Statement, first, end int) {
	if rep.taken == nil {
		rep.taken = make([]bool, len(rep.low))
	}
	for k := first; k < end; k++ {
		rep.taken[k] = true
	}
	st.Doc = rep.r.Doc.ID
	st.ID = st.ComputeID()
	rep.added = append(rep.added, st)
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
// something said.
func (v *view) strong(f *frame) bool {
	if f.passive || f.bare || f.verb.received || f.whose.end > 0 || !f.hedge.IsZero() || !v.names(f) {
		return false
	}
	return v.dependent(f.group.verb, "nsubj") != none && v.low[f.subject] != "who"
}

// reported is the statement that a strong frame makes: the subject p, and the
// object up to token end.
func (v *view) reported(f *frame, p phrase, end int) onrecord.Statement {
	return onrecord.Statement{
		Kind: onrecord.Reported, Cue: f.cue, Source: v.span(p.first, p.end), Content: []onrecord.Span{v.span(f.object.first, end)},
		Score: addedLeast, Why: []string{"cue: " + f.cue.In(v.r.Doc.Text) + ", of a relation"},
	}
}

// questionStatement is the statement that a question makes.
func (v *view) questionStatement(q question) onrecord.Statement {
	cue := v.span(q.asked, q.asked+1)
	if v.at(q.first-1) == "about" {
		cue = v.span(q.asked, q.first)
	}
	return onrecord.Statement{
		Kind: onrecord.Indirect, Cue: cue, Content: []onrecord.Span{v.span(q.first, q.end)},
		Score: questionScore, Why: []string{"cue: asked, without a subject", "source: none found"},
	}
}
