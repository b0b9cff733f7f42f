package quote

import (
	"fmt"

	"onrecord/encoder"
	"onrecord/linear"
)

// An alone is what the linear models and the encoder say of a candidate each by
// itself: mean probabilities of the words of its cue, content and source. The
// reasons of a statement print it.
type alone struct {
	cue, content, source opinions
	ranker               float64
}

type opinions struct{ linear, encoder float64 }

func (o opinions) String() string {
	return fmt.Sprintf("linear %.2f, encoder %.2f", o.linear, o.encoder)
}

// noteCues keeps the linear model's probabilities that tokens of p are in a cue.
func (in *insight) noteCues(p tokenRange, marginals []float64) {
	for i := range p.End - p.First {
		row := marginals[i*int(paragraphLabels):]
		in.cueLinear = append(in.cueLinear, row[lBCue]+row[lICue])
	}
}

// alone gathers the opinions of a candidate: rows and scores are the linear
// probabilities and the encoder's scores of the window that begins at start.
func (in *insight) alone(c *candidate, rows []float64, scores []float32, start int) *alone {
	out := &alone{}
	n := float64(c.cue.End - c.cue.First)
	for i := c.cue.First; i < c.cue.End; i++ {
		out.cue.linear += in.cueLinear[i] / n
		out.cue.encoder += share(in.encoding.Scores[i*encoder.Labels:][:encoder.Labels], lBCue) / n
	}
	size := 0
	for _, r := range c.content {
		r = tokenRange{r.First - start, r.End - start}
		out.content.linear += meanOf(rows, r, cBContent) * float64(r.End-r.First)
		for i := r.First; i < r.End; i++ {
			out.content.encoder += share(scores[i*encoder.RoleLabels:][:encoder.RoleLabels], cBContent)
		}
		size += r.End - r.First
	}
	if size > 0 {
		out.content.linear /= float64(size)
		out.content.encoder /= float64(size)
	}
	if c.source.End > 0 {
		r := tokenRange{c.source.First - start, c.source.End - start}
		out.source.linear = meanOf(rows, r, cBSource)
		for i := r.First; i < r.End; i++ {
			out.source.encoder += share(scores[i*encoder.RoleLabels:][:encoder.RoleLabels], cBSource) / float64(r.End-r.First)
		}
	}
	return out
}

// share is the probability of the labels begin and begin+1 by the scores of one
// token (softmax).
func share(scores []float32, begin uint8) float64 {
	top := scores[0]
	for _, v := range scores {
		top = max(top, v)
	}
	all, mine := 0.0, 0.0
	for y, v := range scores {
		e := linear.Exp(float64(v - top))
		all += e
		if y == int(begin) || y == int(begin)+1 {
			mine += e
		}
	}
	return mine / all
}
