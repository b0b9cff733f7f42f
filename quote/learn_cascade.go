package quote

import "onrecord/linear"

func allowedCascade(from, to int) bool {
	if to == int(cO) || to == int(cBSource) || to == int(cBContent) {
		return true
	}
	return from == to || from == to-1
}

// cascadeData makes a sequence for every annotated cue.
func cascadeData(v *view, d *draft, gold []Gold) (seqs []linear.Sequence, labels [][]uint8) {
	static := v.staticFeatures()
	for _, g := range gold {
		cue := tokensIn(v.r.Tokens, g.Cue)
		if len(cue) == 0 || len(g.Content) == 0 {
			continue
		}
		c := v.cue(cue[0], cue[len(cue)-1]+1)
		var s linear.Sequence
		v.cueSequence(&c, d, &s, static)
		y := make([]uint8, s.Len())
		put := func(tokens []int, begin uint8) {
			v.runs(tokens, func(first, end int) {
				first, end = max(first, c.window.First), min(end, c.window.End)
				for i := first; i < end; i++ {
					y[i-c.window.First] = begin + 1
				}
				if first < end {
					y[first-c.window.First] = begin
				}
			})
		}
		put(tokensIn(v.r.Tokens, g.Content), cBContent)
		put(tokensIn(v.r.Tokens, g.Source), cBSource)
		for i := c.first; i < c.end; i++ {
			y[i-c.window.First] = cO
		}
		repair(y)
		seqs, labels = append(seqs, s), append(labels, y)
	}
	return seqs, labels
}

// staticFeatures are each token's features that do not depend on a cue.
func (v *view) staticFeatures() [][]uint32 {
	out := make([][]uint32, len(v.col))
	for _, p := range v.paras {
		var s linear.Sequence
		v.paragraph(tokenRange{p.First, p.End}, &s)
		start := int32(0)
		for i, end := range s.Ends {
			out[p.First+i] = s.Features[start:end]
			start = end
		}
	}
	return out
}

// trainCascade learns from the views and their drafts, which must come from
// models that did not see them.
func trainCascade(views []*view, drafts []*draft, examples []Example, o Options) *linear.CRF {
	var seqs []linear.Sequence
	var labels [][]uint8
	for i, v := range views {
		s, y := cascadeData(v, drafts[i], examples[i].Gold)
		seqs, labels = append(seqs, s...), append(labels, y...)
	}
	return linear.TrainCRF(seqs, labels, linear.CRFOptions{
		Labels: int(cascadeLabels), Contexts: int(edgeContexts), Bits: o.CascadeBits, MinCount: o.CascadeMinCount, Rate: o.CascadeRate, Epochs: o.CascadeEpochs,
		Seed: o.Seed, Allowed: allowedCascade, Progress: func(e int, loss float64) { o.Progress("cascade epoch %d loss %.3f", e, loss) },
	})
}
