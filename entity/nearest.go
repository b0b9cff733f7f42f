package entity

import (
	"cmp"
	"slices"

	"onrecord"
)

// The window in which a pronoun's person is looked for.
const (
	maxSeen       = 48 // mentions
	maxParagraphs = 4
	maxSentences  = 12
)

// A candidate is a being, or one of several of one name, with how well it
// fits.
type candidate struct {
	who    int
	others []int
	score  float64
	count  int
}

// The weights of nearest were set by hand on the development half of
// eval/testdata/sources.tsv, where changing one of them by a quarter to a half
// moves the 70 pronouns by 3 points at most. The lead is the one that matters: of 46 choices that led by 1.0 to 2.2, read again when the rules were
// younger, 9 were wrong.
const (
	saidWeight     = 4.0
	subjectWeight  = 3.0
	pronounWeight  = 2.5
	otherWeight    = 1.5
	ownerWeight    = 1.2
	contentSubject = 2.0
	contentWeight  = 0.8
	hereWeight     = 0.8 // in the same paragraph
	sameSentence   = 0.6
	introWeight    = 1.2
	perSentence    = 0.7
	perParagraph   = 0.6
	unknownGender  = 1.5
	unnamedPenalty = 1.0
	enoughLead     = 1.0
	countWeight    = 0.08
	maxCount       = 8
	worstScore     = -2.5
)

// nearest scores who was spoken of before a pronoun: subjects and speakers
// first, the nearer the better. Two that are near in score stay unknown. "They"
// and "it" mean a source of the sentence before or nobody: of 4 looked at that
// were given a name farther off, 3 were wrong.
func (d *draft) nearest(st, at int, kind pronounKind) source {
	var found []candidate
	for k := len(d.recent) - 1; k >= 0 && k >= len(d.recent)-maxSeen; k-- {
		s := &d.recent[k]
		if s.token >= at {
			continue
		}
		sentences, paragraphs := d.sentence[at]-d.sentence[s.token], d.paragraph(at)-d.paragraph(s.token)
		if sentences > maxSentences || paragraphs > maxParagraphs {
			break
		}
		c, ok := d.fits(s, kind)
		if !ok || st != none && d.inOwnContent(st, s.token) || (kind == they || kind == it) && (!s.said || sentences > 1 || paragraphs > 0) {
			continue
		}
		c.score += weight(s) - perSentence*float64(sentences) - perParagraph*float64(paragraphs)
		if paragraphs == 0 {
			c.score += hereWeight
		}
		if sentences == 0 {
			c.score += sameSentence
		}
		if s.introduced && paragraphs <= 1 && st != none && d.r.Statements[st].Kind == onrecord.Direct {
			c.score += introWeight // a name is introduced, then quoted
		}
		found = better(found, c)
	}
	for n := range found {
		found[n].score += countWeight * float64(min(found[n].count, maxCount))
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return d.choose(found, at)
}

// choose takes the best candidate when it leads enough.
func (d *draft) choose(found []candidate, at int) source {
	if len(found) > 0 && found[0].who != none && found[0].score > worstScore && (len(found) == 1 || found[0].score-found[1].score >= enoughLead) {
		return source{who: found[0].who, form: "pronoun", why: "pronoun, nearest that fits", head: at, sure: len(found) == 1}
	}
	var list []int
	for _, c := range found {
		for _, who := range slices.Concat(c.others, []int{c.who}) {
			if who != none && !slices.Contains(list, who) {
				list = append(list, who)
			}
		}
	}
	return d.candidates(list, "pronoun", at)
}

// fits makes a candidate of what was spoken of: of several of one name, those
// that the pronoun leaves.
func (d *draft) fits(s *seen, kind pronounKind) (candidate, bool) {
	if s.epithet {
		// Somebody, but who is not known: it stands in the way of the others.
		_, ok := d.agrees(s.who, kind)
		return candidate{who: none, others: []int{s.who}, count: 1}, ok
	}
	if s.who != none {
		fit, ok := d.agrees(s.who, kind)
		return candidate{who: s.who, score: fit, count: 1}, ok
	}
	if s.open && (kind == he || kind == she) {
		// Whoever that was, this may be the same: it stands in the way too.
		was, ok := pronouns[d.low[s.token]]
		return candidate{who: none, others: s.others, count: 1}, !ok || was == kind
	}
	var left []int
	for _, who := range s.others {
		if _, ok := d.agrees(who, kind); ok {
			left = append(left, who)
		}
	}
	switch len(left) {
	case 0:
		return candidate{}, false
	case 1:
		fit, _ := d.agrees(left[0], kind)
		return candidate{who: left[0], score: fit, count: 1}, true
	}
	return candidate{who: none, others: left, count: 1}, true
}

func better(found []candidate, c candidate) []candidate {
	for n := range found {
		if found[n].who == c.who && slices.Equal(found[n].others, c.others) {
			found[n].score = max(found[n].score, c.score)
			found[n].count++
			return found
		}
	}
	return append(found, c)
}

func weight(s *seen) float64 {
	switch {
	case s.said:
		return saidWeight
	case s.content && s.subject:
		return contentSubject
	case s.content:
		return contentWeight
	case s.subject && s.pronoun:
		return pronounWeight
	case s.subject:
		return subjectWeight
	case s.owner:
		return ownerWeight
	}
	return otherWeight
}

// agrees reports that a being can be meant by a pronoun, and how well.
func (d *draft) agrees(who int, kind pronounKind) (float64, bool) {
	b := &d.beings[who]
	switch kind {
	case he, she:
		want := byte('m')
		if kind == she {
			want = 'f'
		}
		if b.kind != onrecord.Person && !b.human {
			return 0, false
		}
		if b.unnamed {
			return -unknownGender - unnamedPenalty, b.gender == 0 || b.gender == want
		}
		if b.gender == 0 {
			return -unknownGender, true
		}
		return 0, b.gender == want
	case they:
		return 0, b.kind == onrecord.Group || b.kind == onrecord.Organisation && !b.unnamed
	case it:
		return 0, b.kind == onrecord.Organisation || b.kind == onrecord.Country || b.kind == onrecord.Paper
	}
	return 0, false
}

// inOwnContent: what a statement says is not who says it.
func (d *draft) inOwnContent(st, token int) bool {
	for _, c := range d.r.Statements[st].Content {
		if c.Contains(d.r.Tokens[token].Span) {
			return true
		}
	}
	return false
}
