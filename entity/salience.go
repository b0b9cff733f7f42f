package entity

import (
	"cmp"
	"slices"
)

// The window in which somebody spoken of before is looked for.
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
	fit    float64 // of a role: how well a title speaks for it
	last   int     // token of the latest mention
	near   bool    // spoken of in this sentence or the two before
}

// The weights of salience were set by hand on the development half of
// eval/testdata/sources.tsv and 87 pronouns read besides; changing one of them
// by a quarter to a half moves the 122 pronouns of that half by 2 points at
// most.
const (
	saidWeight     = 4.0
	subjectWeight  = 3.0
	pronounWeight  = 2.5
	otherWeight    = 1.5
	ownerWeight    = 1.2
	topicWeight    = 2.0
	contentSubject = 1.5
	contentWeight  = 0.8
	hereWeight     = 0.8 // in the same paragraph
	sameSentence   = 0.6
	perSentence    = 0.7
	perParagraph   = 1.2
	countWeight    = 0.12
	maxCount       = 8
)

// spokenOf scores who was spoken of before token at, best first: subjects and
// speakers before others, the nearer the better, nobody from before a break
// between reports. The function fits makes a candidate of a mention, with how
// well it fits as its score, from what lies between in sentences and paragraphs.
// What is returned holds until the next call.
func (d *draft) spokenOf(at int, fits func(s *seen, sentences, paragraphs int) (candidate, bool)) []candidate {
	found := d.scored[:0]
	for k := len(d.recent) - 1; k >= 0 && k >= len(d.recent)-maxSeen; k-- {
		s := &d.recent[k]
		if s.token >= at {
			continue
		}
		sentences, paragraphs := d.sentence[at]-d.sentence[s.token], d.paragraph(at)-d.paragraph(s.token)
		if sentences > maxSentences || paragraphs > maxParagraphs || d.section(s.token) != d.section(at) {
			break
		}
		c, ok := fits(s, sentences, paragraphs)
		if !ok {
			continue
		}
		c.last = s.token
		c.near = sentences <= epithetSentences
		c.score += weight(s) - perSentence*float64(sentences) - perParagraph*float64(paragraphs)
		if paragraphs == 0 {
			c.score += hereWeight
		}
		if sentences == 0 {
			c.score += sameSentence
		}
		found = better(found, c)
	}
	for n := range found {
		found[n].score += countWeight * float64(min(found[n].count, maxCount))
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	d.scored = found
	return found
}

// better adds a candidate to those found, or raises the same one.
func better(found []candidate, c candidate) []candidate {
	for n := range found {
		if found[n].who == c.who && slices.Equal(found[n].others, c.others) {
			found[n].score = max(found[n].score, c.score)
			found[n].near = found[n].near || c.near
			found[n].last = max(found[n].last, c.last)
			found[n].count++
			return found
		}
	}
	c.count = 1
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
	case s.topic:
		return topicWeight
	case s.owner:
		return ownerWeight
	}
	return otherWeight
}

// leadOf is how much the best is ahead of the next.
func leadOf(found []candidate) float64 {
	for _, c := range found[1:] {
		if c.who == none && c.last < found[0].last && slices.Contains(c.others, found[0].who) {
			continue // whoever that was, the best was spoken of since, and may be the same
		}
		return found[0].score - c.score
	}
	return fullLead
}

// whoOf are all beings that candidates name, best first.
func whoOf(found []candidate) []int {
	var list []int
	for _, c := range found {
		for _, who := range slices.Concat(c.others, []int{c.who}) {
			if who != none && !slices.Contains(list, who) {
				list = append(list, who)
			}
		}
	}
	return list
}
