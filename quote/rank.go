package quote

import "onrecord/linear"

// The ranker looks at a whole candidate, and at the candidates around it, and
// says how likely it is that an annotator would have marked it: same cue, and
// source and content that overlap. It is a logistic regression, kept as a CRF
// over sequences of one position and two labels.

// rankFeatures appends the features of candidate k.
func (v *view) rankFeatures(cands []candidate, k int, d *draft, s *linear.Sequence) {
	c := &cands[k]
	cv := v.cue(c.cue.First, c.cue.End)
	head := &v.col[cv.head]
	cueP, contP, sourceP := tenth(c.cueP), tenth(c.contP), tenth(c.sourceP)
	if c.source.End == 0 {
		sourceP = 15
	}
	shape := v.shapeOfContent(c)
	order := orderOf(c)
	nested, rival := rivals(cands, k)
	start := &bound
	size, agree := 0, 0
	for i, r := range c.content {
		if i == 0 {
			start = &v.col[r.First]
		}
		size += r.End - r.First
		for t := r.First; t < r.End; t++ {
			if d.labels[t] >= lBContent {
				agree++
			}
		}
	}
	agreement := uint32(0)
	if size > 0 {
		agreement = uint32(5 * agree / size)
	}
	source := &bound
	gap := uint32(9)
	if c.source.End > 0 {
		source = &v.col[v.headOf(c.source)]
		gap = distance(c.cue.First-c.source.End) << 1
		if c.source.First > c.cue.First {
			gap = distance(c.source.First-c.cue.End)<<1 | 1
		}
	}
	length := min(uint32(c.cue.End-c.cue.First), 5)
	para := min(uint32(v.paragraphOf(c.cue.First)), 2)
	pieces := min(uint32(len(c.content)), 3)
	s.Features = append(s.Features,
		mix(200, 0, 0, 0), mix(201, cueP, 0, 0), mix(202, contP, 0, 0), mix(203, sourceP, 0, 0),
		mix(204, cueP, contP, 0), mix(205, cueP, contP, sourceP), mix(206, cv.lemma, 0, 0), mix(207, cv.form, 0, 0), mix(208, cv.lemma, uint32(head.class), cueP),
		mix(209, shape, pieces, 0), mix(210, shape, order, 0), mix(211, shape, cv.lemma, 0), mix(212, order, pieces, length),
		mix(213, nested, 0, 0), mix(214, nested, cueP, shape), mix(215, rival, 0, 0), mix(216, rival, cueP, contP), mix(217, nested, cv.lemma, 0),
		mix(218, start.form, cv.lemma, 0), mix(219, start.form, start.tag, 0), mix(220, start.tag, cv.lemma, 0), mix(221, distance(size), shape, 0),
		mix(222, source.tag, source.name, order), mix(223, source.lemma, 0, 0), mix(224, gap, order, 0), mix(225, source.tag, cv.lemma, 0),
		mix(226, agreement, cueP, 0), mix(227, uint32(head.cue), uint32(head.class), cueP), mix(228, head.rel, uint32(head.class), 0), mix(229, head.tag, head.rel, 0),
		mix(230, para, shape, order), mix(231, length, cueP, 0), mix(232, cv.next.form, cv.lemma, 0), mix(233, cv.before.form, cv.lemma, 0),
		mix(234, bit(cv.quoted >= 0), shape, cueP), mix(235, bit(cv.quoted >= 0), order, nested), mix(236, uint32(head.kids), uint32(head.class), 0),
		mix(237, cv.next.tag, head.tag, 0), mix(238, contP, shape, order), mix(239, sourceP, order, source.tag),
	)
	s.Close(0)
}

func tenth(p float64) uint32 {
	switch {
	case p > 0.99:
		return 11
	case p > 0.96:
		return 10
	}
	return uint32(p * 10)
}

// The shapes of a content.
const (
	allQuoted uint32 = iota
	someQuoted
	noneQuoted
)

func (v *view) shapeOfContent(c *candidate) uint32 {
	in, out := 0, 0
	for _, r := range c.content {
		for t := r.First; t < r.End; t++ {
			switch {
			case v.col[t].class == '.' && v.quoted[t] < 0:
			case v.quoted[t] >= 0:
				in++
			default:
				out++
			}
		}
	}
	switch {
	case out == 0 && in > 0:
		return allQuoted
	case in > 0:
		return someQuoted
	}
	return noneQuoted
}

// orderOf says how source, cue and content stand: two bits for the source's
// side of the cue, two for the first content's, one for content on both sides.
func orderOf(c *candidate) uint32 {
	o := uint32(0)
	if c.source.End > 0 {
		o = 1 + bit(c.source.First > c.cue.First)
	}
	if len(c.content) == 0 {
		return o
	}
	first, last := c.content[0], c.content[len(c.content)-1]
	return o | (1+bit(first.First > c.cue.First))<<2 | bit(first.First < c.cue.First && last.First > c.cue.First)<<4
}

// nearRivals is how many candidates on either side are looked at.
const nearRivals = 60

// rivals says how strong the candidates are whose content holds this cue, and
// those whose content shares words with this one's.
func rivals(cands []candidate, k int) (nested, rival uint32) {
	c := &cands[k]
	for i := max(0, k-nearRivals); i < min(len(cands), k+nearRivals+1); i++ {
		o := &cands[i]
		if i == k || o.last() < c.first() || o.first() > c.last() {
			continue
		}
		for _, r := range o.content {
			if c.cue.First >= r.First && c.cue.First < r.End {
				nested = max(nested, 1+tenth(o.cueP*o.contP)/2)
			}
			for _, mine := range c.content {
				if mine.First < r.End && r.First < mine.End {
					rival = max(rival, 1+tenth(o.cueP*o.contP)/2)
				}
			}
		}
	}
	return nested, rival
}

// headOf is the token of r whose head lies outside it.
func (v *view) headOf(r tokenRange) int {
	for i := r.First; i < r.End; i++ {
		if h := v.r.Tokens[i].Head; (h < r.First || h >= r.End) && v.col[i].class != '.' {
			return i
		}
	}
	return r.First
}

// rank sets the score of every candidate to the ranker's probability.
func (m *model) rank(v *view, cands []candidate, d *draft, sc *scratch) {
	for k := range cands {
		sc.rel.Reset()
		v.rankFeatures(cands, k, d, &sc.rel)
		m.ranker.Emissions(&sc.rel, &sc.third)
		cands[k].score = m.ranker.Marginals(&sc.rel, &sc.third)[1]
	}
}
