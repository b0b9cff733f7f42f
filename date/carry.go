package date

import (
	"slices"
	"sort"
	"strings"

	"onrecord"
)

// simplePast reports the tense of a cue that carrying over needs: "said", or a
// participle beside it; not "had said" and not "was saying".
func (c *claimer) simplePast(at place) bool {
	for i := at.cue; i < at.cueEnd; i++ {
		switch c.r.Tokens[i].Tag {
		case "VBD":
			progressive := i+1 < at.cueEnd && c.r.Tokens[at.cueEnd-1].Tag == "VBG" && (c.low[i] == "was" || c.low[i] == "were")
			return !progressive && (c.low[i] != "had" || i+1 >= at.cueEnd)
		case "VBG":
			return !c.perfect(c.head(i))
		case "VBZ", "VBP", "MD", "VB":
			return false
		}
	}
	return false
}

// habits say that something was said at another time or at no one time.
var habits = set("once previously long often repeatedly always frequently usually regularly typically originally formerly")

// habit: "once said", "often repeated", "the last time she said so".
func (c *claimer) habit(at place) bool {
	for i := max(at.first, at.cue-3); i < at.cueEnd; i++ {
		if habits[c.low[i]] || c.low[i] == "time" && i > 0 && (c.low[i-1] == "last" || c.low[i-1] == "first") && i < at.cue {
			return true
		}
	}
	return false
}

// perfect: "has railed", "rails": what hangs on it has no one time.
func (c *claimer) perfect(verb int) bool {
	if verb < 0 || !c.verb(verb) {
		return false
	}
	if t := c.r.Tokens[verb].Tag; t == "VBZ" || t == "VBP" {
		return true
	}
	first, _ := c.near(verb)
	for i := verb - 1; i >= max(first, verb-4); i-- {
		if w := c.low[i]; (w == "has" || w == "have" || w == "'s" || w == "'ve") && c.head(i) == verb {
			return true
		}
	}
	return false
}

// carry gives a statement the time of its speaker's last one, or of the
// appearance that a sentence tells of, when both are plainly one.
func (c *claimer) carry(i int, at place) bool {
	st := &c.r.Statements[i]
	last, ok := c.carried[st.Speaker]
	if ok && last.under != nil && c.paragraph(at.cue) > c.paragraph(last.origin) {
		last = *last.under
	}
	if !ok || st.Speaker == "" || last.statement >= i || c.habit(at) || !c.simplePast(at) && (c.tense(at) != present || last.tense != present) {
		return false
	}
	if posted(st) != last.posted && c.sentence[last.cue] != c.sentence[at.cue] && !c.samePost(last, at) {
		return false // a post and a speech are two appearances
	}
	if c.occasionOf(st, at).differs(last.occasion) {
		delete(c.carried, st.Speaker)
		return false
	}
	apart := c.paragraph(at.cue) - c.paragraph(last.cue)
	if last.weak && last.statement < 0 && (len(st.Verbatim) == 0 || c.sentence[at.cue]-c.sentence[last.cue] > 1) {
		return false
	}
	if last.statement < 0 && (apart > last.reach() || len(st.Verbatim) == 0 && apart > 0) {
		return false
	}
	if last.coarse && c.paragraph(at.cue)-c.paragraph(last.origin) > 1 || c.newTime(last.cue, at) {
		if c.sentence[last.cue] != c.sentence[at.cue] {
			delete(c.carried, st.Speaker)
		}
		return false
	}
	rule := "carried over from the same speaker's"
	if last.statement < 0 {
		rule = "carried over from the speaker's appearance"
		if last.weak {
			rule = "carried over from the speaker's act"
		}
	}
	last.cue, last.statement = at.cue, i
	c.carried[st.Speaker] = last
	c.copyTime(st, last.time, rule)
	return true
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
		tense: c.tense(at), posted: posted(st), occasion: c.occasionOf(st, at)}
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
		c.carried[c.id(a.who)] = said{time: t, statement: -1, cue: a.token, origin: a.token, coarse: p.coarse, tense: past, noun: a.noun, weak: a.weak,
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

// ahead gives a statement without a time that of the same speaker's next
// statement or appearance, where the article tells first what was said and then
// when: "She lashed out on Twitter. '…,' she wrote in a tweet on Sunday." "Lee
// wants a vote. ¶ She told a rally so on Sunday."
func (c *claimer) ahead() {
	for i := len(c.r.Statements) - 2; i >= 0; i-- {
		st := &c.r.Statements[i]
		if st.Said.Basis != "inferred" || st.Speaker == "" {
			continue
		}
		next := c.nextOf(i)
		if next == nil || next.Said.Words.IsZero() {
			continue
		}
		a, ok1 := c.place(st)
		b, ok2 := c.place(next)
		if ok1 && ok2 && c.leads(st, next, a, b) {
			c.copyTime(st, next.Said, "of the same speaker's statement that follows,")
		}
	}
}

// nextOf is the statement after statement i when it has the same speaker; for
// one in the first paragraph, such as a headline, two others may come between.
func (c *claimer) nextOf(i int) *onrecord.Statement {
	st := &c.r.Statements[i]
	far := 1
	if k := c.token(st.Cue.Start); k < len(c.low) && c.paragraph(k) == 0 {
		far = 3
	}
	for j := i + 1; j <= i+far && j < len(c.r.Statements); j++ {
		if c.r.Statements[j].Speaker == st.Speaker {
			return &c.r.Statements[j]
		}
	}
	return nil
}

// leads reports that what is said at a is told again, with its time, at b: in
// the same paragraph or the next, with no time before it; from the first words
// of the article, or by a quotation that follows at once.
func (c *claimer) leads(st, next *onrecord.Statement, a, b place) bool {
	apart := c.paragraph(b.cue) - c.paragraph(a.cue)
	if apart < 0 || apart > 1 || next.Said.Words.Start < st.Cue.Start || c.timesBetween(a.first, min(b.first, c.token(next.Said.Words.Start))) {
		return false
	}
	if posted(st) != posted(next) && c.paragraph(a.cue) > 1 {
		return false
	}
	if posted(st) && posted(next) {
		return true
	}
	if c.occasionOf(st, a).differs(c.occasionOf(next, b)) {
		return false
	}
	tense := c.tense(a)
	if next.Said.Until != dayAfter(next.Said.From) && (apart > 0 || tense != past) {
		return false // "in May" and what was said in the next paragraph
	}
	if tense == future || c.afterwards(a) || tense == present && c.tense(b) == past && c.paragraph(a.cue) > 2 {
		return false
	}
	return c.paragraph(a.cue) <= 2 || len(next.Verbatim) > 0
}

// timesBetween reports a time outside content in tokens [first, end).
func (c *claimer) timesBetween(first, end int) bool {
	k := sort.Search(len(c.phrases), func(i int) bool { return c.phrases[i].first >= first })
	for ; k < len(c.phrases) && c.phrases[k].first < end; k++ {
		if p := c.phrases[k]; !p.goesOn && !c.quoted[p.first] && !c.content[p.first] {
			return true
		}
	}
	return false
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

// How many statements are looked at in a headline, and for each in the body.
const (
	maxHeadline = 8
	maxBody     = 100
)

// headline gives statements of the headline the time of the same speaker's
// statement in the body that has a run of their quoted words.
func (c *claimer) headline() {
	text := c.r.Doc.Text
	for i := range c.r.Statements[:min(len(c.r.Statements), maxHeadline)] {
		st := &c.r.Statements[i]
		if st.Said.Basis != "inferred" || st.Speaker == "" || !c.r.Doc.Headline.Contains(st.Cue) || len(st.Verbatim) == 0 {
			continue
		}
		for j := i + 1; j < min(len(c.r.Statements), i+maxBody); j++ {
			body := &c.r.Statements[j]
			if body.Speaker == st.Speaker && !body.Said.Words.IsZero() && quotes(text, st.Verbatim, body.Verbatim) {
				st.Said = body.Said
				st.Why = append(st.Why, "time: of the statement in the body that the headline quotes")
				break
			}
		}
	}
}

// quotes reports that one of the short spans, of three words or more, stands
// in one of the long ones.
func quotes(text string, short, long []onrecord.Span) bool {
	for _, s := range short {
		words := fold(s.In(text))
		for _, l := range long {
			if strings.Count(words, " ") >= 2 && strings.Contains(fold(l.In(text)), words) {
				return true
			}
		}
	}
	return false
}

// fold makes quoted words comparable: lower case, single spaces, no stop at
// the end.
func fold(s string) string {
	return strings.Trim(strings.ToLower(oneLine(s)), ".,!? ")
}
