package entity

import (
	"math"
	"math/bits"
)

// A headline and a first paragraph tell what somebody below is quoted with:
// "Top aide says the tour was a show", and later "Bo Hill called the tour a
// show". What was said then tells who is described.

// The thresholds of an echo. Words count by how few statements of the article
// have them; the share is that of the first statement's words that the other
// has too. Of 72 people named near the top whose words were found again with
// echoShare and echoLead, taken as if they had not been named, 60 were found
// rightly before what they are called was compared.
const (
	echoWords  = 3    // that both have, at least
	echoShare  = 0.40 // without anything the article calls the other
	titleShare = 0.30 // when the article gives the other such a role
	echoLead   = 0.15 // over everybody else's statements
)

// echoes names those who are only described near the top of the article, and
// of whom one statement below tells the same, or who are the only ones that are
// introduced and quoted below a headline.
func (d *draft) echoes() {
	for _, i := range d.order {
		p, ok := d.describedAbove(i)
		if !ok {
			continue
		}
		if who := d.echo(i, p); who != none {
			d.name(i, who, "whose statement below tells the same")
		} else if who := d.newSpeaker(p); who != none {
			d.name(i, who, "who speaks right below a headline")
		}
	}
}

// describedAbove reports that the source of statement i is one person, near
// the top of the article, who is only described.
func (d *draft) describedAbove(i int) (*rolePhrase, bool) {
	s := &d.sources[i]
	if s.head == none || d.paragraph(s.head) >= ledeParagraphs || s.who != none && !d.beings[s.who].unnamed {
		return nil, false
	}
	if s.form != "title" && s.form != "role" && s.form != "unnamed" {
		return nil, false
	}
	first, end := d.phraseOf(d.r.Statements[i].Source)
	if first >= end || d.plural(s.head) || d.tag(first) == "WP" || institutionNouns[d.low[s.head]] {
		return nil, false
	}
	p := d.rolePhrase(first, s.head, end)
	adjective := p.kind == politics && !p.definite && d.paragraph(first) >= headlineParagraphs // "Republican calls"
	return &p, !p.owned && !p.nobody && !adjective
}

// name makes a named person of a described one.
func (d *draft) name(i, who int, why string) {
	s := &d.sources[i]
	was := s.who
	// Of 14 read in PolNeAR's train and dev parts all were right, and two more
	// that the conditions leave out now were not.
	*s = source{who: who, head: s.head, form: "role", why: why, sieve: echoSieve}
	for k := range d.sources {
		if was != none && d.sources[k].who == was {
			return
		}
	}
	if was != none {
		d.beings[was].mentions = nil // nobody else is meant by these words
	}
}

// maxEchoes bounds the statements that are compared, and maxStems the words of
// the one that they are compared with.
const (
	maxEchoes = 400
	maxStems  = 64
)

// echo is the person whose statement below has most of what statement i says.
func (d *draft) echo(i int, p *rolePhrase) int {
	own := d.stemsOf(i)
	if len(own.place) < echoWords {
		return none
	}
	has := make([]uint64, min(len(d.r.Statements), maxEchoes))
	var count [maxStems]int
	for j := range has {
		has[j] = d.shared(j, own)
		for w := has[j]; w != 0; w &= w - 1 {
			count[bits.TrailingZeros64(w)]++
		}
	}
	var weight [maxStems]float64
	total := 0.0
	for n := range len(own.place) {
		weight[n] = math.Log(float64(len(has)+2) / float64(max(1, count[n])))
		total += weight[n]
	}
	best, second, who, fit := 0.0, 0.0, none, 0.0
	for j := range has {
		f, ok := d.mayEcho(i, j, p)
		if !ok || bits.OnesCount64(has[j]) < echoWords {
			continue
		}
		share := 0.0
		for w := has[j]; w != 0; w &= w - 1 {
			share += weight[bits.TrailingZeros64(w)] / total
		}
		s := &d.sources[j]
		switch {
		case share > best:
			if s.who != who {
				second = best
			}
			best, who, fit = share, s.who, f
		case s.who != who:
			second = max(second, share)
		}
	}
	if best-second < echoLead || best < titleShare || fit <= 0 && best < echoShare {
		return none
	}
	return who
}

// mayEcho reports that statement j stands below and that its speaker may be
// who is described, and how well they fit.
func (d *draft) mayEcho(i, j int, p *rolePhrase) (float64, bool) {
	s := &d.sources[j]
	if j == i || s.who == none || s.head == none || s.head < p.head || d.sentence[s.head] == d.sentence[p.head] || d.beings[s.who].unnamed {
		return 0, false
	}
	fit, ok := d.bearing(&d.beings[s.who], p)
	return fit, ok && (p.kind != office || fit > 0 && !p.anotherOffice(&d.beings[s.who]))
}
