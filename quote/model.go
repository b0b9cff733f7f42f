package quote

import (
	"sort"

	"onrecord/encoder"
	"onrecord/linear"
)

// A model is what was learned: cues and drafts from whole paragraphs, then each
// cue's source and content.
type model struct {
	lexicon   *lexicon
	paragraph *linear.CRF
	cascade   *linear.CRF
	ranker    *linear.CRF
	both      *linear.Pair // paragraph and cascade, which share features; nil in training
	deep      *deep        // nil: the linear models alone
}

// A scratch is memory that one reading after another can use.
type scratch struct {
	seq, rel linear.Sequence
	lattice  linear.Lattice
	second   linear.Lattice
	third    linear.Lattice
	deep     encoder.Scratch
	padded   []float32 // the encoder's scores of a cue's window
	before   []float64 // the cascade's probabilities without them
}

// A candidate is a cue with the source and content read for it.
type candidate struct {
	cue     tokenRange
	source  tokenRange // empty when none
	content []tokenRange
	cueP    float64 // mean probability of the cue's tokens
	sourceP float64
	contP   float64
	edgeP   float64 // mean probability that the content's pieces begin where they do
	openP   float64 // probability that the cue begins where it does
	alone   *alone  // what each kind of model says by itself, nil without the encoder
	score   float64
	why     []string
	spoken  bool // word for word though without marks: a turn of a transcript, a signed letter
}

// draft runs the paragraph model over a document and proposes cues, more of them
// the larger cueBias (in log odds). The second result holds the cascade's scores
// of each token's own features, when the model has a cascade.
func (m *model) draft(v *view, in *insight, cueBias float64, sc *scratch) (*draft, []int32) {
	n := len(v.col)
	d := &draft{labels: make([]uint8, n), source: make([]uint8, n), content: make([]uint8, n), cueP: make([]float64, n), openP: make([]float64, n)}
	var base []int32
	if m.cascade != nil {
		base = make([]int32, n*int(cascadeLabels))
	}
	for k, p := range v.paras {
		sc.seq.Reset()
		v.paragraph(tokenRange{p.First, p.End}, &sc.seq)
		m.emissions(sc)
		if in != nil {
			in.noteCues(tokenRange{p.First, p.End}, m.paragraph.Marginals(&sc.seq, &sc.lattice))
			m.paragraph.Blend(&sc.lattice, in.keep(k, in.blend.LabelKeep), in.labels(tokenRange{p.First, p.End}), in.blend.LabelWeight)
		}
		marginals := m.paragraph.Marginals(&sc.seq, &sc.lattice)
		for i := p.First; i < p.End; i++ {
			row := marginals[(i-p.First)*int(paragraphLabels):]
			d.source[i] = steps(row[lBSource] + row[lISource])
			d.content[i] = steps(row[lBContent] + row[lIContent])
			d.cueP[i], d.openP[i] = row[lBCue]+row[lICue], row[lBCue]
		}
		copy(d.labels[p.First:p.End], m.paragraph.Best(&sc.seq, &sc.lattice))
		d.proposed = append(d.proposed, labelSpansFrom(d.labels[p.First:p.End], lBCue, p.First)...)
		if cueBias != 0 {
			for i := range p.End - p.First {
				m.paragraph.Bias(&sc.lattice, i, int(lBCue), cueBias)
			}
			biased := m.paragraph.Best(&sc.seq, &sc.lattice)
			for _, r := range labelSpansFrom(biased, lBCue, p.First) {
				if !touchesCue(d.labels, r) {
					d.proposed = append(d.proposed, r)
				}
			}
		}
		if m.cascade != nil {
			copy(base[p.First*int(cascadeLabels):], sc.second.Scores(&sc.seq, int(cascadeLabels)))
		}
	}
	d.count(v)
	return d, base
}

// emissions fills sc.lattice and, when there is a cascade, sc.second with the
// scores of a paragraph's own features.
func (m *model) emissions(sc *scratch) {
	if m.both != nil {
		m.both.Emissions(&sc.seq, &sc.lattice, &sc.second)
		return
	}
	m.paragraph.Emissions(&sc.seq, &sc.lattice)
	if m.cascade != nil {
		m.cascade.Emissions(&sc.seq, &sc.second)
	}
}

// labelSpans lists the runs that begin with a label.
func labelSpans(labels []uint8, begin uint8) []tokenRange {
	var out []tokenRange
	for i := 0; i < len(labels); i++ {
		if labels[i] != begin {
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] == begin+1 {
			j++
		}
		out = append(out, tokenRange{i, j})
		i = j - 1
	}
	return out
}

// labelSpansFrom is labelSpans for labels of the tokens from first on.
func labelSpansFrom(labels []uint8, begin uint8, first int) []tokenRange {
	out := labelSpans(labels, begin)
	for i := range out {
		out[i].First += first
		out[i].End += first
	}
	return out
}

func touchesCue(labels []uint8, r tokenRange) bool {
	for i := r.First; i < r.End; i++ {
		if labels[i] == lBCue || labels[i] == lICue {
			return true
		}
	}
	return false
}

// candidates reads every proposed cue of a document and ranks what was read.
func (m *model) candidates(v *view, cueBias float64, sc *scratch) []candidate {
	return m.candidatesWith(v, m.deep.see(v, sc), cueBias, sc)
}

// candidatesWith is candidates when the encoder has seen the document, or with
// nil when it has not.
func (m *model) candidatesWith(v *view, in *insight, cueBias float64, sc *scratch) []candidate {
	d, base := m.draft(v, in, cueBias, sc)
	var out []candidate
	for _, cue := range d.proposed {
		if v.col[cue.First].quote >= qOpens && cue.End == cue.First+1 {
			continue // a quotation mark alone signals nothing
		}
		if c := m.read(v, d, in, base, cue, sc); len(c.content) > 0 {
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].cue.First < out[b].cue.First })
	v.controlled(out)
	if m.ranker != nil {
		m.rank(v, out, d, sc)
	}
	if in != nil {
		in.blend.scorer.rescore(v, out)
	} else if m.deep != nil {
		for k := range out {
			out[k].why = append(out[k].why, "encoder: not asked, the document is too long")
		}
	}
	return out
}

// read runs the cascade for one cue.
func (m *model) read(v *view, d *draft, in *insight, base []int32, cue tokenRange, sc *scratch) candidate {
	c := v.cue(cue.First, cue.End)
	sc.rel.Reset()
	v.cueSequence(&c, d, &sc.rel, nil)
	m.cascade.Emissions(&sc.rel, &sc.second)
	scores := sc.second.Scores(&sc.rel, int(cascadeLabels))
	for k, s := range base[c.window.First*int(cascadeLabels) : c.window.End*int(cascadeLabels)] {
		scores[k] += s
	}
	var before []float64
	if in != nil {
		before = append(sc.before[:0], m.cascade.Marginals(&sc.rel, &sc.second)...)
		sc.before = before
		m.blendRoles(v, in, cue, c.window, sc)
	}
	for i := cue.First; i < cue.End; i++ { // the cue is neither source nor content
		for y := 1; y < int(cascadeLabels); y++ {
			scores[(i-c.window.First)*int(cascadeLabels)+y] -= 1 << 20
		}
	}
	marginals := m.cascade.Marginals(&sc.rel, &sc.second)
	labels := m.cascade.Best(&sc.rel, &sc.second)
	out := candidate{cue: cue, openP: d.openP[cue.First]}
	for i := cue.First; i < cue.End; i++ {
		out.cueP += d.cueP[i] / float64(cue.End-cue.First)
	}
	mean := func(r tokenRange, y uint8) float64 { return meanOf(marginals, r, y) }
	for _, r := range labelSpans(labels, cBSource) {
		if p := mean(r, cBSource); p > out.sourceP {
			out.sourceP = p
			out.source = tokenRange{r.First + c.window.First, r.End + c.window.First}
		}
	}
	size := 0
	for _, r := range labelSpans(labels, cBContent) {
		out.contP += mean(r, cBContent) * float64(r.End-r.First)
		out.edgeP += marginals[r.First*int(cascadeLabels)+int(cBContent)]
		size += r.End - r.First
		out.content = append(out.content, tokenRange{r.First + c.window.First, r.End + c.window.First})
	}
	if size > 0 {
		out.contP /= float64(size)
		out.edgeP /= float64(len(out.content))
	}
	if in != nil {
		out.alone = in.alone(&out, before, sc.padded, c.window.First)
	}
	return out
}

// meanOf is the mean probability that the tokens of r begin or go on a source or
// content, given rows of the cascade's labels.
func meanOf(rows []float64, r tokenRange, begin uint8) float64 {
	sum := 0.0
	for i := r.First; i < r.End; i++ {
		row := rows[i*int(cascadeLabels):]
		sum += row[begin] + row[begin+1]
	}
	return sum / float64(r.End-r.First)
}

// blendRoles joins the encoder's scores to those of the cascade, which sc.second
// holds for the cue's window.
func (m *model) blendRoles(v *view, in *insight, cue, window tokenRange, sc *scratch) {
	scores, w := in.roles(v, cue, window)
	padded := sc.padded[:0]
	padded = append(padded, make([]float32, (w.First-window.First)*int(cascadeLabels))...)
	padded = append(padded, scores...)
	padded = append(padded, make([]float32, (window.End-w.End)*int(cascadeLabels))...)
	sc.padded = padded
	m.cascade.Blend(&sc.second, in.keep(v.paragraphAt(cue.First), in.blend.RoleKeep), padded, in.blend.RoleWeight)
}
