package quote

import (
	"errors"

	"onrecord/encoder"
)

// heldOut tells the examples that the encoder was not trained on: every
// twelfth, as in train/train.py. What is fitted on its answers uses those.
func heldOut(i int) bool { return i%12 == 11 }

// TrainBlend fits what joins the encoder to the linear models: a finder is
// trained without the held-out examples, reads them with the encoder's help,
// and the scorer learns from what it got right. The examples must be those of
// the encoder, in order.
func TrainBlend(examples []Example, enc *encoder.Model, o Options) (*Blend, error) {
	var learn, held []Example
	for i, ex := range examples {
		if heldOut(i) {
			held = append(held, ex)
		} else {
			learn = append(learn, ex)
		}
	}
	if len(held) == 0 {
		return nil, errors.New("fewer than twelve examples: none is held out")
	}
	m := Train(learn, o).m
	m.deep = &deep{encoder: enc, blend: defaultBlend}
	var terms [][scoreTerms]float64
	var right []bool
	var sc scratch
	for _, ex := range held {
		ex.Reading.Quotations = quotations(ex.Reading.Doc.Text, ex.Reading.Doc.Paragraphs)
		v := newView(ex.Reading, m.lexicon)
		cands := m.candidates(v, proposalBias, &sc)
		for k := range cands {
			terms = append(terms, v.terms(cands, k))
			right = append(right, v.agrees(&cands[k], ex.Gold))
		}
	}
	out := defaultBlend
	out.scorer = *fitScorer(terms, right)
	o.Progress("scorer: %d candidates of %d articles", len(terms), len(held))
	return &out, nil
}
