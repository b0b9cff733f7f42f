package quote

import (
	"onrecord"
	"onrecord/linear"
)

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
		cue, _, y, ok := v.cueLabels(g)
		if !ok {
			continue
		}
		c := v.cue(cue.First, cue.End)
		var s linear.Sequence
		v.cueSequence(&c, d, &s, static)
		seqs, labels = append(seqs, s), append(labels, y)
	}
	return seqs, labels
}

// cueLabels are the cascade's labels in the window of an annotated cue; ok is
// false for an attribution without cue or content.
func (v *view) cueLabels(g Gold) (cue, window tokenRange, labels []uint8, ok bool) {
	tokens := tokensIn(v.r.Tokens, g.Cue)
	if len(tokens) == 0 || len(g.Content) == 0 {
		return cue, window, nil, false
	}
	cue = tokenRange{tokens[0], tokens[len(tokens)-1] + 1}
	window = v.window(int(v.sentOf[cue.First]), cue.First, cue.End)
	labels = make([]uint8, window.End-window.First)
	put := func(spans []onrecord.Span, begin uint8) {
		v.runs(tokensIn(v.r.Tokens, spans), func(first, end int) {
			first, end = max(first, window.First), min(end, window.End)
			for i := first; i < end; i++ {
				labels[i-window.First] = begin + 1
			}
			if first < end {
				labels[first-window.First] = begin
			}
		})
	}
	put(g.Content, cBContent)
	put(g.Source, cBSource)
	for i := cue.First; i < cue.End; i++ {
		labels[i-window.First] = cO
	}
	repair(labels)
	return cue, window, labels, true
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
