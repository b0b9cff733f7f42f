package entity

import (
	"onrecord"
)

// The weights of a pronoun's person; those of how near it stands are in
// salience.go. The lead is the one that matters: of 46 choices that led by 1.0
// to 2.2, read again when the rules were younger, 9 were wrong.
const (
	introWeight    = 1.2
	unknownGender  = 0.8
	unnamedPenalty = 1.0
	enoughLead     = 0.6
	worstScore     = -2.5
)

// nearest takes for a pronoun the one spoken of before that fits best. Two
// that are near in score stay unknown. "They" and "it" mean a source of the
// sentence before or nobody: of 4 looked at that were given a name farther
// off, 3 were wrong.
func (d *draft) nearest(st, at int, kind pronounKind) source {
	if who := d.namedAfter(at, kind); who != none {
		return source{who: who, form: "pronoun", why: "pronoun, of the subject after it", head: at, sieve: relativeSieve}
	}
	told := none
	if st != none {
		told = d.toldWho(at)
	}
	found := d.spokenOf(at, func(s *seen, sentences, paragraphs int) (candidate, bool) {
		c, ok := d.fits(s, kind)
		if !ok || told != none && s.who == told || st != none && d.inOwnContent(st, s.token) || (kind == they || kind == it) && (!s.said || sentences > 1 || paragraphs > 0) {
			return c, false
		}
		if s.introduced && paragraphs <= 1 && st != none && d.r.Statements[st].Kind == onrecord.Direct {
			c.score += introWeight // a name is introduced, then quoted
		}
		return c, true
	})
	return d.choose(found, at)
}

// toldWho is the person named right after a pronoun's verb: in "he told Lee"
// he is not Lee.
func (d *draft) toldWho(at int) int {
	k := at + 1
	for k < len(d.low) && k < at+4 && d.verb(k) {
		k++
	}
	if k == at+1 || k >= len(d.low) {
		return none
	}
	if m := d.mentionAt(k); m != nil && m.kind == onrecord.Person && m.title == k {
		return m.who
	}
	return none
}

// choose takes the best candidate when it leads enough.
func (d *draft) choose(found []candidate, at int) source {
	if len(found) == 0 {
		return d.candidates(nil, "pronoun", at)
	}
	lead := leadOf(found)
	if found[0].who != none && found[0].score > worstScore && lead >= enoughLead {
		return source{who: found[0].who, form: "pronoun", why: "pronoun, nearest that fits", head: at, sure: len(found) == 1, sieve: pronounSieve, lead: lead}
	}
	return d.candidates(whoOf(found), "pronoun", at)
}

// fits makes a candidate of what was spoken of: of several of one name, those
// that the pronoun leaves.
func (d *draft) fits(s *seen, kind pronounKind) (candidate, bool) {
	if s.epithet {
		// Somebody, but who is not known: it stands in the way of the others.
		_, ok := d.agrees(s.who, kind)
		return candidate{who: none, others: []int{s.who}}, ok
	}
	if s.who != none {
		fit, ok := d.agrees(s.who, kind)
		return candidate{who: s.who, score: fit}, ok
	}
	if s.open && (kind == he || kind == she) {
		// Whoever that was, this may be the same: it stands in the way too.
		was, ok := pronouns[d.low[s.token]]
		return candidate{who: none, others: s.others}, !ok || was == kind
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
		return candidate{who: left[0], score: fit}, true
	}
	return candidate{who: none, others: left}, true
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
