package date

import (
	"strings"

	"onrecord"
)

// The rules, in order, each in the file of its name:
//
//	clause      a time in the clause of the cue or in its noun phrase
//	            (before.go, after.go); an occasion, "Speaking on Tuesday"
//	shared      the clause that "saying …", "even as …" or "in which …" hangs on
//	named       what the clause names again: "at the debate", "the email said"
//	bound       "hours after Monday's vote", "two days after", "after"
//	carry       the speaker's last statement, appearance or act, while no other
//	            time, tense or occasion has come between
//	answer      a question and its answer have one time
//	lead        the debate or interview that the article begins with
//	inferred    not after publication
//
// and, when all statements are read,
//
//	headline    a headline's statement has the time of the same speaker's
//	            statement in the body that it quotes
//	ahead       what is said first and dated by the quotation that follows

// A place is a statement seen as tokens.
type place struct {
	cue, cueEnd       int
	source, sourceEnd int // 0, 0 when not in the cue's sentence
	content           []onrecord.Span
	first, end        int // of the cue's sentence
}

// claim gives statement i its time.
func (c *claimer) claim(i int) {
	st := &c.r.Statements[i]
	at, ok := c.place(st)
	if !ok {
		c.infer(st)
		return
	}
	c.appear(at.cue)
	if p, rule, ok := c.stated(at); ok && (p.known || p.future) {
		if p.future || !c.give(st, p, rule) {
			c.infer(st)
			return
		}
		c.keep(i, at, st.Said, p.coarse)
		c.write(st, at)
		return
	}
	switch {
	case c.tail(i, at), c.sharesClause(i, at), c.beside(i, at), c.named(i, at), c.after(i, at),
		c.carry(i, at), c.answers(i, at), c.wasAsked(i, at), c.talked(i, at):
		c.write(st, at)
	default:
		c.infer(st)
	}
}

// place finds the tokens of a statement; it fails when there is no cue.
func (c *claimer) place(st *onrecord.Statement) (place, bool) {
	var at place
	at.cue, at.cueEnd = c.tokens(st.Cue)
	if at.cue >= at.cueEnd || len(c.r.Sentences) == 0 {
		return at, false
	}
	sentence := c.r.Sentences[c.sentence[at.cue]]
	at.first, at.end = max(0, sentence.First), min(sentence.End, len(c.low))
	at.first = c.afterDateline(at.first, at.cue)
	at.source, at.sourceEnd = c.tokens(st.Source)
	if at.source < at.first || at.sourceEnd > at.end {
		at.source, at.sourceEnd = 0, 0
	}
	at.content = st.Content
	return at, at.cue >= at.first && at.cueEnd <= at.end
}

// give writes the time that phrase p says; it fails when nothing of it lies
// before publication.
func (c *claimer) give(st *onrecord.Statement, p phrase, rule string) bool {
	t, ok := c.claimed(p)
	if ok {
		st.Said = t
		st.Why = append(st.Why, "time: "+rule+", “"+oneLine(t.Words.In(c.r.Doc.Text))+"”")
	}
	return ok
}

// claimed is the time that a phrase says, as far as it lies before publication.
func (c *claimer) claimed(p phrase) (onrecord.Claimed, bool) {
	first, last := p.value.Bounds()
	value := p.value
	if c.last != "" && last > c.last {
		if first > c.last {
			return onrecord.Claimed{}, false
		}
		last = c.last
		value = Between(first, last)
	}
	return onrecord.Claimed{EDTF: Of(value), From: first, Until: dayAfter(last), Basis: p.basis, Words: c.words(p)}, true
}

func dayAfter(d onrecord.Day) onrecord.Day {
	if d == "" {
		return ""
	}
	return addDays(d, 1)
}

// oneLine shortens words for a Why.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// infer: nothing says when, but no statement is made after it was printed.
func (c *claimer) infer(st *onrecord.Statement) {
	if c.last == "" {
		st.Why = append(st.Why, "time: not stated, and publication unknown")
		return
	}
	if c.until.IsZero() {
		c.until = onrecord.Claimed{EDTF: "../" + onrecord.EDTF(c.last), Until: dayAfter(c.last), Basis: "inferred"}
	}
	st.Said = c.until
	st.Why = append(st.Why, "time: not stated, so not after publication")
}
