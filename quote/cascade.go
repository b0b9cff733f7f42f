package quote

import (
	"onrecord/linear"
)

// The labels of the cascade model, which reads one cue's surroundings and
// finds that cue's source and content.
const (
	cO uint8 = iota
	cBSource
	cISource
	cBContent
	cIContent
	cascadeLabels
)

// The window of a cue: its paragraph, at most so many sentences around it, and
// the next paragraph when a colon leads to it.
// In a sentence that never ends the window is cut to so many tokens.
const (
	sentencesBefore = 4
	sentencesAfter  = 8
	tokensBefore    = 250
	tokensAfter     = 500
)

// A draft is what the paragraph model says of a document's tokens; running
// counts let the cascade see what stands between two places.
type draft struct {
	labels           []uint8
	source, content  []uint8      // marginal probabilities in five steps
	cueP, openP      []float64    // of being in a cue, of beginning one
	proposed         []tokenRange // cues to read: the best labelling's, and likely others
	cues, quotes     []int32      // how many begin before token i
	sources, pieces  []int32
	commas, likelies []int32
}

// steps puts a probability into one of five steps.
func steps(p float64) uint8 {
	switch {
	case p < 0.1:
		return 0
	case p < 0.35:
		return 1
	case p < 0.65:
		return 2
	case p < 0.9:
		return 3
	}
	return 4
}

// count fills the running counts from the labels.
func (d *draft) count(v *view) {
	n := len(d.labels)
	for _, s := range []*[]int32{&d.cues, &d.quotes, &d.sources, &d.pieces, &d.commas, &d.likelies} {
		*s = make([]int32, n+1)
	}
	for i, y := range d.labels {
		d.cues[i+1] = d.cues[i] + int32(bit(y == lBCue))
		d.sources[i+1] = d.sources[i] + int32(bit(y == lBSource))
		d.pieces[i+1] = d.pieces[i] + int32(bit(y == lBContent))
		d.quotes[i+1] = d.quotes[i] + int32(bit(v.col[i].quote == qOpens))
		d.commas[i+1] = d.commas[i] + int32(bit(v.col[i].lemma == commaHash))
		d.likelies[i+1] = d.likelies[i] + int32(bit(v.col[i].cue >= likely))
	}
}

// A cueView is a cue with what the features ask of it.
type cueView struct {
	first, end int // tokens
	head       int
	chain      []int // the head and its ancestors
	class      uint32
	lemma      uint32
	form       uint32 // all the cue's lemmas
	next       *columns
	before     *columns
	quoted     int32
	window     tokenRange
}

const maxChain = 5

func (v *view) cue(first, end int) cueView {
	c := cueView{first: first, end: end, head: first, quoted: v.quoted[first]}
	best := -1
	for i := first; i < end; i++ {
		c.form = mix(90, c.form, v.col[i].lemma, 0)
		rank := 0
		if h := v.r.Tokens[i].Head; h < first || h >= end {
			rank = 20
		}
		rank += int(v.col[i].cue)
		if v.col[i].class == 'V' || v.col[i].class == 'N' {
			rank += 10
		}
		if rank > best {
			best, c.head = rank, i
		}
	}
	c.lemma, c.class = v.col[c.head].lemma, uint32(v.col[c.head].class)
	sent := v.r.Sentences[v.sentOf[c.head]]
	for at := c.head; at >= sent.First && at < sent.End && len(c.chain) < maxChain; at = v.r.Tokens[at].Head {
		c.chain = append(c.chain, at)
	}
	c.window = v.window(int(v.sentOf[first]), first, end)
	whole := tokenRange{0, len(v.col)}
	c.next, c.before = v.at(end, whole), v.at(first-1, whole)
	return c
}

func (v *view) window(sentence, first, end int) tokenRange {
	lo, hi := sentence, sentence
	para := v.r.Sentences[sentence].Paragraph
	for lo > 0 && lo > sentence-sentencesBefore && v.r.Sentences[lo-1].Paragraph == para {
		lo--
	}
	for hi+1 < len(v.r.Sentences) && hi < sentence+sentencesAfter {
		if p := v.r.Sentences[hi+1].Paragraph; p != para {
			if p != para+1 || v.col[v.r.Sentences[hi].End-1].lemma != colonHash {
				break
			}
			para = p
		}
		hi++
	}
	return tokenRange{max(v.r.Sentences[lo].First, first-tokensBefore), min(v.r.Sentences[hi].End, end+tokensAfter)}
}

// cueSequence appends to s the features of a cue's window. Features that do not
// depend on the cue come from static; without it they are left out, since a
// reading keeps their sums once for the document.
func (v *view) cueSequence(c *cueView, d *draft, s *linear.Sequence, static [][]uint32) {
	for i := c.window.First; i < c.window.End; i++ {
		if static != nil {
			s.Features = append(s.Features, static[i]...)
		}
		s.Features = v.relativeFeatures(i, c, d, s.Features)
		s.Close(v.context(i, c.window.First))
	}
}

// relativeFeatures appends what token i is to the cue c.
func (v *view) relativeFeatures(i int, c *cueView, d *draft, out []uint32) []uint32 {
	col := &v.col[i]
	side, dist := uint32(1), uint32(0)
	lo, hi := i, c.first
	switch {
	case i < c.first:
		side, dist = 0, distance(c.first-i)
	case i >= c.end:
		side, dist, lo, hi = 2, distance(i-c.end+1), c.end, i
	default:
		lo, hi = i, i
	}
	w := c.window
	near := min(dist, 5)
	tag, quote := col.tag, uint32(col.quote)
	delta := uint32(v.sentOf[i]-v.sentOf[c.head]+16) | side<<8
	a1, b1 := v.at(i-1, w), v.at(i+1, w)
	out = append(out,
		mix(100, side, 0, 0), mix(101, side, dist, 0), mix(102, side, c.lemma, 0), mix(103, side, c.lemma, near), mix(104, side, c.class, dist),
		mix(105, side, c.form, near), mix(106, delta, 0, 0), mix(107, delta, c.lemma, 0), mix(108, delta, quote, c.class),
		mix(109, side, tag, near), mix(110, side, col.form, 0), mix(111, side, a1.tag, tag), mix(112, side, tag, b1.tag), mix(113, side, col.name, tag),
		mix(114, side, c.next.form, near), mix(115, side, c.next.tag, c.lemma), mix(116, side, c.before.form, near), mix(117, side, c.before.tag, c.lemma),
		mix(118, side, a1.form, near), mix(119, side, b1.form, near), mix(120, side, col.lemma, c.lemma),
	)
	out = v.betweenFeatures(i, lo, hi, side, c, d, out)
	return v.pathFeatures(i, side, c, out)
}

// betweenFeatures: what stands between the token and the cue, and what the
// paragraph model says.
func (v *view) betweenFeatures(i, lo, hi int, side uint32, c *cueView, d *draft, out []uint32) []uint32 {
	few := func(counts []int32) uint32 { return uint32(min(counts[hi]-counts[lo], 4)) }
	cues, quotes, sources, pieces := few(d.cues), few(d.quotes), few(d.sources), few(d.pieces)
	commas, likelies := few(d.commas), few(d.likelies)
	y := uint32(d.labels[i])
	y0, y2 := uint32(7), uint32(7)
	if i > c.window.First {
		y0 = uint32(d.labels[i-1])
	}
	if i+1 < c.window.End {
		y2 = uint32(d.labels[i+1])
	}
	q := uint32(3)
	if v.quoted[i] >= 0 {
		q = bit(v.quoted[i] == c.quoted)
	}
	q |= uint32(v.col[i].quote)<<2 | bit(c.quoted >= 0)<<4
	ps, pc := uint32(d.source[i]), uint32(d.content[i])
	mine := bit(int(v.anchor[i]) == c.head) | bit(v.anchor[i] >= 0)<<1
	return append(out,
		mix(130, side, cues, 0), mix(131, side, quotes, q), mix(132, side, commas, 0), mix(133, side, likelies, 0), mix(134, side, cues, q),
		mix(135, side, y, 0), mix(136, side, y0<<6|y<<3|y2, 0), mix(137, side, y, cues), mix(138, side, pieces<<3|cues, y), mix(139, side, sources<<3|cues, y),
		mix(140, side, ps, 0), mix(141, side, pc, 0), mix(142, side, pc<<3|cues, c.class), mix(143, side, ps<<3|cues, c.class),
		mix(144, side, mine, cues), mix(145, side, mine<<3|y, 0), mix(146, side, q, c.lemma), mix(147, side, q, uint32(v.col[i].class)),
		mix(148, side, y, c.lemma), mix(149, side, commas<<6|cues<<3|y, 0),
	)
}

// pathFeatures: how the token hangs in the tree under the cue's head or one of
// its ancestors.
func (v *view) pathFeatures(i int, side uint32, c *cueView, out []uint32) []uint32 {
	col := &v.col[i]
	if v.sentOf[i] != v.sentOf[c.head] {
		return append(out, mix(160, side, uint32(col.quote), 0))
	}
	level, link := -1, -1
	for at, n := i, 0; at >= 0 && at < len(v.col) && n < 64 && level < 0; at, n = v.r.Tokens[at].Head, n+1 {
		for k, a := range c.chain {
			if a == at {
				level = k
				break
			}
		}
		if level < 0 {
			link = at
		}
	}
	up := uint32(0)
	if level > 0 {
		up = v.col[c.chain[level-1]].rel
	}
	down, edge := uint32(7), uint32(0)
	if link >= 0 {
		down = v.col[link].rel
		edge = bit(int(v.left[link]) == i) | bit(int(v.right[link]) == i)<<1 | bit(link == i)<<2
	}
	k := uint32(level + 1)
	code := mix(161, k, up, down)
	return append(out,
		mix(162, code, 0, 0), mix(163, code, c.lemma, 0), mix(164, code, edge, side), mix(165, code, col.tag, 0), mix(166, code, c.class, side),
		mix(167, k, side, edge), mix(168, code, edge, col.tag), mix(169, k, down, side), mix(170, code, uint32(col.quote), 0),
		mix(171, code, c.next.tag, edge), mix(172, code, col.lemma, 0),
	)
}
