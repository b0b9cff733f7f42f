package quote

import "onrecord/linear"

// trainRanker learns from candidates that models read which did not see their
// documents.
func trainRanker(views []*view, drafts []*draft, cands [][]candidate, examples []Example, o Options) *linear.CRF {
	var seqs []linear.Sequence
	var labels [][]uint8
	for i, v := range views {
		for k := range cands[i] {
			var s linear.Sequence
			v.rankFeatures(cands[i], k, drafts[i], &s)
			y := uint8(0)
			if v.agrees(&cands[i][k], examples[i].Gold) {
				y = 1
			}
			seqs, labels = append(seqs, s), append(labels, []uint8{y})
		}
	}
	return linear.TrainCRF(seqs, labels, linear.CRFOptions{Labels: 2, Contexts: 1, Bits: o.RankBits, MinCount: 3, Rate: o.RankRate, Epochs: o.RankEpochs,
		Seed: o.Seed, Progress: func(e int, loss float64) { o.Progress("ranker epoch %d loss %.4f", e, loss) }})
}

// agrees tells whether a candidate shares words of cue, source and content with
// one annotated attribution.
func (v *view) agrees(c *candidate, gold []Gold) bool {
	share := func(tokens []int, rs ...tokenRange) bool {
		for _, t := range tokens {
			for _, r := range rs {
				if t >= r.First && t < r.End {
					return true
				}
			}
		}
		return false
	}
	toks := v.r.Tokens
	for _, g := range gold {
		if !share(tokensIn(toks, g.Cue), c.cue) || !share(tokensIn(toks, g.Content), c.content...) {
			continue
		}
		source := tokensIn(toks, g.Source)
		if share(source, c.source) || len(source) == 0 && c.source.End == 0 {
			return true
		}
	}
	return false
}
