package entity

import (
	"slices"

	"onrecord"
)

// A namesake is decided by the last sentence that names one of them: the one
// introduced first, if that is there alone; another alone only in the sentence
// before and the same paragraph; of several the subject. Of 14 "namesake" lines
// of the development half of eval/testdata/sources.tsv 12 are decided, all
// rightly; of 7 others of PolNeAR's train part that were read 1 was wrong.

// spoken is the last sentence in which bearers of a last name stand.
type spoken struct {
	sentence int
	who      []int
	subject  bool // the first of them is the subject
}

// findNamesakes goes through the names in order. What it decides counts for
// those that follow.
func (d *draft) findNamesakes() {
	if !slices.ContainsFunc(d.mentions, func(m mention) bool { return m.who == none && len(m.others) >= 2 }) {
		return
	}
	last := map[string]*spoken{}
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.kind != onrecord.Person || d.quoted[m.first] {
			continue
		}
		plain, _ := split(m.parts)
		name := plain[len(plain)-1]
		if m.who == none && len(m.others) >= 2 && d.isLastName(m) {
			m.namesake = d.sameAsBefore(m, last[name])
			if m.namesake {
				m.others = nil
			}
		}
		if m.who == none || d.loud(m) {
			continue
		}
		s := last[name]
		if s == nil || s.sentence != d.sentence[m.first] {
			s = &spoken{sentence: d.sentence[m.first], subject: d.subject(m)}
			last[name] = s
		}
		if !slices.Contains(s.who, m.who) {
			s.who = append(s.who, m.who)
		}
	}
}

// isLastName: the others bear the word as a last name, not as a first.
func (d *draft) isLastName(m *mention) bool {
	plain, _ := split(m.parts)
	b := d.beings[m.others[0]].parts
	return len(plain) == 1 && len(b) >= 2 && b[len(b)-1] == plain[0]
}

// sameAsBefore sets who m means by those named in the last sentence that names
// one of them.
func (d *draft) sameAsBefore(m *mention, before *spoken) bool {
	if before == nil {
		return false
	}
	first := m.others[0]
	for _, who := range m.others {
		if d.beings[who].first < d.beings[first].first {
			first = who
		}
	}
	at := d.sentence[m.first]
	switch {
	case !slices.Contains(m.others, before.who[0]), d.titled(m):
	case len(before.who) > 1 && before.subject, before.who[0] == first && len(before.who) == 1:
		m.who = before.who[0]
	case len(before.who) > 1 && slices.Contains(before.who, first):
		m.who = first
	case len(before.who) == 1 && at-before.sentence <= 1 && d.r.Sentences[at].Paragraph == d.r.Sentences[before.sentence].Paragraph:
		m.who = before.who[0]
	}
	return m.who != none
}

// titled: "President Lee" is one who bears the title, see byTitle.
func (d *draft) titled(m *mention) bool {
	g := honorifics[m.honorific]
	return m.title < m.first && g != 'm' && g != 'f' && d.titleNoun(m.title, m.first) != none
}
