package quote

import "onrecord/linear"

// featuresVersion names the features of both models; change it whenever a
// feature changes, so that a model made with others is refused.
const featuresVersion = "quote 2"

// The labels of the paragraph model. A source, cue or content is a run of one
// beginning and any number of insides.
const (
	lO uint8 = iota
	lBSource
	lISource
	lBCue
	lICue
	lBContent
	lIContent
	paragraphLabels
)

// The contexts of an edge between two tokens.
const (
	eParagraph uint8 = iota
	eSentence
	eSentenceAfterQuote
	eOpensQuote
	eAfterQuote
	eAfterComma
	eOther
	edgeContexts
)

// context says what kind of edge leads to token i of a paragraph that begins
// at first.
func (v *view) context(i, first int) uint8 {
	switch {
	case i == first:
		return eParagraph
	case v.sentOf[i] != v.sentOf[i-1]:
		if v.col[i-1].quote == qCloses {
			return eSentenceAfterQuote
		}
		return eSentence
	case v.col[i].quote == qOpens:
		return eOpensQuote
	case v.col[i-1].quote == qCloses:
		return eAfterQuote
	case v.col[i-1].lemma == commaHash:
		return eAfterComma
	}
	return eOther
}

var (
	commaHash = hashString(",")
	colonHash = hashString(":")
	bound     = columns{form: 1, lemma: 1, tag: 1, name: 1, shape: 1, rel: 1}
)

// paragraph appends to s the features of the paragraph p.
func (v *view) paragraph(p tokenRange, s *linear.Sequence) {
	env := v.environment(p)
	for i := p.First; i < p.End; i++ {
		s.Features = v.tokenFeatures(i, p, &env, s.Features)
		s.Close(v.context(i, p.First))
	}
}

type tokenRange struct{ First, End int }

// An environment holds what is the same for, or runs along, the tokens of a
// paragraph.
type environment struct {
	leftCue, rightCue []int32 // nearest likely cue strictly left and right, -1 none
	hasQuote, hasCue  []bool  // by sentence, from the paragraph's first
	firstSentence     int32
}

func (v *view) environment(p tokenRange) environment {
	n := p.End - p.First
	e := environment{leftCue: make([]int32, n), rightCue: make([]int32, n)}
	if n == 0 {
		return e
	}
	e.firstSentence = v.sentOf[p.First]
	sentences := int(v.sentOf[p.End-1]-e.firstSentence) + 1
	e.hasQuote, e.hasCue = make([]bool, sentences), make([]bool, sentences)
	last := int32(-1)
	for i := p.First; i < p.End; i++ {
		e.leftCue[i-p.First] = last
		s := v.sentOf[i] - e.firstSentence
		e.hasQuote[s] = e.hasQuote[s] || v.quoted[i] >= 0
		if v.col[i].cue >= likely {
			last = int32(i)
			e.hasCue[s] = true
		}
	}
	last = -1
	for i := p.End - 1; i >= p.First; i-- {
		e.rightCue[i-p.First] = last
		if v.col[i].cue >= likely {
			last = int32(i)
		}
	}
	return e
}

func (v *view) at(i int, p tokenRange) *columns {
	if i < p.First || i >= p.End {
		return &bound
	}
	return &v.col[i]
}

func distance(d int) uint32 {
	if d < 0 {
		d = -d
	}
	switch {
	case d < 5:
		return uint32(d)
	case d < 8:
		return 5
	case d < 13:
		return 6
	case d < 25:
		return 7
	}
	return 8
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// tokenFeatures appends the features of token i in its paragraph.
func (v *view) tokenFeatures(i int, p tokenRange, e *environment, out []uint32) []uint32 {
	c := &v.col[i]
	a1, a2, a3 := v.at(i-1, p), v.at(i-2, p), v.at(i-3, p)
	b1, b2, b3 := v.at(i+1, p), v.at(i+2, p), v.at(i+3, p)
	q3 := uint32(a1.quote)<<4 | uint32(c.quote)<<2 | uint32(b1.quote)
	cue, cls := uint32(c.cue), uint32(c.class)
	out = append(out,
		mix(1, 0, 0, 0),
		mix(2, c.form, 0, 0), mix(3, a1.form, 0, 0), mix(4, b1.form, 0, 0), mix(5, a2.form, 0, 0), mix(6, b2.form, 0, 0),
		mix(7, a1.form, c.form, 0), mix(8, c.form, b1.form, 0),
		mix(9, c.tag, 0, 0), mix(10, a1.tag, 0, 0), mix(11, b1.tag, 0, 0), mix(12, a2.tag, a1.tag, c.tag),
		mix(13, a1.tag, c.tag, b1.tag), mix(14, c.tag, b1.tag, b2.tag), mix(15, a1.tag, c.tag, 0), mix(16, c.tag, b1.tag, 0),
		mix(17, c.lemma, c.tag, 0), mix(18, a1.lemma, c.lemma, 0), mix(19, c.lemma, b1.lemma, 0),
		mix(20, c.shape, bit(i == p.First), 0), mix(21, c.prefix, 0, 0), mix(22, c.suffix, c.tag, 0),
		mix(23, c.name, 0, 0), mix(24, a1.name, c.name, b1.name),
		mix(25, cue, cls, 0), mix(26, uint32(a1.cue), cue, 0), mix(27, cue, uint32(b1.cue), 0),
		mix(28, uint32(a2.cue), uint32(a1.cue), 1), mix(29, uint32(b1.cue), uint32(b2.cue), 1),
		mix(30, q3, 0, 0), mix(31, q3, c.form, 0), mix(32, q3, cue, cls), mix(33, q3, c.tag, 0),
		mix(34, c.lemma, b1.tag, b2.tag), mix(35, c.lemma, a1.tag, a2.tag), mix(36, a3.form, 0, 0), mix(37, b3.form, 0, 0),
		mix(38, a1.lemma, b1.lemma, 3), mix(39, cue, b1.lemma, cls), mix(40, cue, a1.lemma, cls),
	)
	out = v.cueFeatures(i, p, e, out)
	out = v.sentenceFeatures(i, p, e, out)
	return v.treeFeatures(i, p, out)
}

// cueFeatures: the nearest likely cues on both sides.
func (v *view) cueFeatures(i int, p tokenRange, e *environment, out []uint32) []uint32 {
	c := &v.col[i]
	l, r := e.leftCue[i-p.First], e.rightCue[i-p.First]
	dl, dr, ll, lr := uint32(15), uint32(15), uint32(0), uint32(0)
	if l >= 0 {
		dl, ll = distance(i-int(l))|bit(v.sentOf[l] != v.sentOf[i])<<4, v.col[l].lemma
	}
	if r >= 0 {
		dr, lr = distance(int(r)-i)|bit(v.sentOf[r] != v.sentOf[i])<<4, v.col[r].lemma
	}
	q := uint32(c.quote)
	return append(out,
		mix(50, dl, q, 0), mix(51, dr, q, 0), mix(52, ll, min(dl, 5), 0), mix(53, lr, min(dr, 5), 0),
		mix(54, dl, dr, q), mix(55, ll, c.tag, 0), mix(56, lr, c.tag, 0), mix(57, dl, c.tag, 0), mix(58, dr, c.tag, 0),
	)
}

// sentenceFeatures: where in sentence and paragraph, and what they hold.
func (v *view) sentenceFeatures(i int, p tokenRange, e *environment, out []uint32) []uint32 {
	c := &v.col[i]
	s := v.sentOf[i]
	k := s - e.firstSentence
	sent := v.r.Sentences[s]
	from, to := distance(i-sent.First), distance(sent.End-1-i)
	state := bit(e.hasQuote[k]) | bit(e.hasCue[k])<<1
	if k > 0 {
		state |= 4 | bit(e.hasQuote[k-1])<<3 | bit(e.hasCue[k-1])<<4
	}
	if int(k)+1 < len(e.hasQuote) {
		state |= 32 | bit(e.hasQuote[k+1])<<6 | bit(e.hasCue[k+1])<<7
	}
	first := &v.col[sent.First]
	return append(out,
		mix(60, from, 0, 0), mix(61, to, c.tag, 0), mix(62, state, 0, 0), mix(63, state, c.tag, 0), mix(64, state, uint32(c.quote), uint32(c.cue)),
		mix(65, from, uint32(min(k, 3)), uint32(min(p.First, 1))), mix(66, first.form, min(from, 5), 0), mix(67, v.col[sent.End-1].form, bit(from == 0), uint32(c.quote)),
	)
}

// treeFeatures: head, dependents, and the nearest likely cue above.
func (v *view) treeFeatures(i int, p tokenRange, out []uint32) []uint32 {
	c := &v.col[i]
	h := &bound
	dir := uint32(0)
	if head := v.r.Tokens[i].Head; head >= p.First && head < p.End {
		h = &v.col[head]
		dir = 1 + bit(head > i)
	}
	kids := uint32(c.kids)
	out = append(out,
		mix(70, c.rel, dir, 0), mix(71, c.rel, h.lemma, 0), mix(72, c.rel, h.tag, c.tag), mix(73, uint32(h.cue), c.rel, uint32(h.class)),
		mix(74, kids, uint32(c.cue), uint32(c.class)), mix(75, kids&0x3F, c.lemma, 0), mix(76, kids&0x3F, c.tag, c.rel),
		mix(77, c.lemma, c.rel, 0), mix(78, uint32(c.cue), c.rel, h.tag),
	)
	a := v.anchor[i]
	if a < 0 {
		return append(out, mix(80, 0, 0, 0))
	}
	rel, side, edge := v.under(i, int(a))
	lemma := v.col[a].lemma
	return append(out,
		mix(81, rel, side, edge), mix(82, rel, lemma, side), mix(83, rel, edge, lemma), mix(84, rel, side, c.tag), mix(85, rel, side, uint32(c.quote)),
		mix(86, uint32(v.col[a].cue), rel, edge),
	)
}

// under says how token i hangs under its ancestor a: the relation of a's
// dependent above i, its side, and whether i is at an edge of that
// dependent's subtree.
func (v *view) under(i, a int) (rel, side, edge uint32) {
	if i == a {
		return 7, 0, 0
	}
	at := i
	for steps := 0; v.r.Tokens[at].Head != a && steps < 64; steps++ {
		at = v.r.Tokens[at].Head
	}
	edge = bit(int(v.left[at]) == i) | bit(int(v.right[at]) == i)<<1 | bit(at == i)<<2
	return v.col[at].rel, 1 + bit(at > a), edge
}
