package date

import (
	"slices"
	"sort"

	"onrecord"
)

// carry gives a statement the time of its speaker's last one, or of the
// appearance that a sentence tells of, when both are plainly one.
func (c *claimer) carry(i int, at place) bool {
	st := &c.r.Statements[i]
	last, ok := c.carried[st.Speaker]
	if !ok || st.Speaker == "" || last.statement >= i {
		return false
	}
	if last.under != nil && c.paragraph(at.cue) > c.paragraph(last.origin) {
		last = *last.under // the coarse time was an aside
		if last.statement >= i {
			return false
		}
	}
	if !c.goesOn(last, st, at) {
		return false
	}
	if c.occasionOf(st, at).differs(last.occasion) {
		delete(c.carried, st.Speaker)
		return false
	}
	if !c.within(last, st, at) {
		return false
	}
	if last.coarse && c.paragraph(at.cue)-c.paragraph(last.origin) > 1 || c.newTime(last.cue, at) {
		if c.sentence[last.cue] != c.sentence[at.cue] {
			delete(c.carried, st.Speaker)
		}
		return false
	}
	rule := "carried over from the same speaker's"
	switch {
	case last.statement < 0 && last.weak:
		rule = "carried over from the speaker's act"
	case last.statement < 0:
		rule = "carried over from the speaker's appearance"
	}
	last.cue, last.statement = at.cue, i
	c.carried[st.Speaker] = last
	c.copyTime(st, last.time, rule)
	return true
}

// goesOn reports a statement told in the past tense, or in the present like the
// last one, that is no habit and, where one of the two is a post, the same post.
func (c *claimer) goesOn(last said, st *onrecord.Statement, at place) bool {
	if c.habit(at) || !c.simplePast(at) && (c.tense(at) != present || last.tense != present) {
		return false
	}
	return posted(st) == last.posted || c.sentence[last.cue] == c.sentence[at.cue] || c.samePost(last, at)
}

// within reports a statement near enough to the last one: across paragraphs one
// must quote or plainly speak, and what was no statement reaches less far.
func (c *claimer) within(last said, st *onrecord.Statement, at place) bool {
	apart := c.paragraph(at.cue) - c.paragraph(last.cue)
	quotes := len(st.Verbatim) > 0
	if apart > 0 && (!quotes && !c.speaking(at) || last.coarse && !last.spoken) {
		return false
	}
	if last.statement >= 0 {
		return true
	}
	if last.weak && (!quotes || c.sentence[at.cue]-c.sentence[last.cue] > 1) {
		return false
	}
	return apart <= last.reach() && (quotes || apart <= 0)
}

// keep lets a statement's time be carried on to its speaker's next.
func (c *claimer) keep(i int, at place, t onrecord.Claimed, coarse bool) {
	st := &c.r.Statements[i]
	if st.Speaker == "" {
		return
	}
	var under *said
	if old, ok := c.carried[st.Speaker]; ok && coarse && !old.coarse && c.paragraph(at.cue)-c.paragraph(old.cue) <= 3 {
		under = &old
	}
	c.carried[st.Speaker] = said{under: under, time: t, statement: i, cue: max(at.cue, c.lastToken(t.Words, at)), origin: at.cue, coarse: coarse,
		tense: c.tense(at), posted: posted(st), occasion: c.occasionOf(st, at), spoken: len(st.Verbatim) > 0 || c.speaking(at)}
}

// saying are lemmas of verbs by which one speaks, rather than does something.
var saying = set(`accuse acknowledge add admit agree announce answer argue ask assert blame call challenge claim
compare concede conclude contend continue criticise criticize declare decline defend deny
describe discuss dismiss echo explain express hail insist joke lament maintain mention mock note
observe offer pitch pledge point praise predict promise propose question recall recount refuse
reiterate reject remark repeat reply respond reveal say speak state stress suggest talk tell
testify thank tout underscore urge vow warn write`)

// speaking reports a cue by which one speaks, or goes on: "also focused on",
// "pushing back".
func (c *claimer) speaking(at place) bool {
	for i := max(at.first, at.cue-1); i < at.cueEnd; i++ {
		if c.low[i] == "also" || c.r.Tokens[i].Tag == "VBG" && i >= at.cue {
			return true
		}
	}
	return c.lemmas(at)(saying)
}

// goingOn are lemmas of verbs that go on with what was written.
var goingOn = set("write add continue conclude tweet post read")

// samePost: "She tweeted on Sunday. '…,' she wrote"; "On Sunday she put up a
// picture. '…,' she tweeted".
func (c *claimer) samePost(last said, at place) bool {
	if last.posted {
		return c.lemmas(at)(goingOn)
	}
	return c.sentence[at.cue]-c.sentence[last.cue] <= 1 && (last.statement < 0 || last.occasion.class == 0 && len(c.r.Statements[last.statement].Verbatim) == 0)
}

// lastToken is the last token of the words of a time in the sentence of the cue,
// 0 when they stand elsewhere.
func (c *claimer) lastToken(words onrecord.Span, at place) int {
	_, end := c.tokens(words)
	if end > at.end || end <= at.first {
		return 0
	}
	return end - 1
}

// copyTime gives a statement a time that is another's.
func (c *claimer) copyTime(st *onrecord.Statement, t onrecord.Claimed, rule string) {
	st.Said = t
	st.Why = append(st.Why, "time: "+rule+" “"+oneLine(t.Words.In(c.r.Doc.Text))+"”")
}

// appear lets the appearances that are told before token at begin.
func (c *claimer) appear(at int) {
	for ; c.begun < len(c.told) && c.told[c.begun].token < at; c.begun++ {
		a := c.told[c.begun]
		if a.who == 0 {
			continue
		}
		p := c.phrases[a.phrase]
		t, ok := c.claimed(p)
		if !ok || a.weak && (p.coarse || c.cueOf[a.token] > 0) {
			continue
		}
		if old, ok := c.carried[c.id(a.who)]; ok && old.time.EDTF == t.EDTF && (a.weak || c.sentence[old.cue] == c.sentence[a.token]) {
			continue // the sentence is a statement's, and the speaker has its time
		}
		c.carried[c.id(a.who)] = said{time: t, statement: -1, cue: a.token, origin: a.token, coarse: p.coarse, tense: past, weak: a.weak,
			occasion: occasion{class: classes[a.noun], noun: a.noun, names: a.names}}
	}
}

// reach is how many paragraphs after the sentence that tells of an appearance
// its first statement may stand.
func (s said) reach() int {
	if s.noun == "debate" {
		return 4
	}
	return 1
}

// posted reports what was put on the net.
func posted(st *onrecord.Statement) bool {
	return slices.ContainsFunc(st.Via, func(h onrecord.Hop) bool { return h.Kind == "posted" })
}

func (c *claimer) paragraph(token int) int { return c.r.Sentences[c.sentence[token]].Paragraph }

// newTime reports that between the two cues a sentence begins with another
// time, or that the later one's sentence has a time of its own that does not
// date the saying: "after Sunday's fire, he said".
func (c *claimer) newTime(from int, at place) bool {
	k := sort.Search(len(c.phrases), func(i int) bool { return c.phrases[i].first > from })
	for ; k < len(c.phrases) && c.phrases[k].first < min(at.end, at.cueEnd+reach); k++ {
		p := c.phrases[k]
		if source, _ := at.in(c, p.first); source || !c.outside(p, at) {
			continue
		}
		if p.goesOn {
			continue
		}
		if p.first >= at.first || p.first == c.r.Sentences[c.sentence[p.first]].First {
			return true
		}
	}
	return false
}
