package eval

import (
	"fmt"
	"math"

	"onrecord"
	"onrecord/corpus"
)

// A Bin is the statements whose scores lie in [From, To); the highest takes 1
// in.
type Bin struct {
	From, To   float64
	Statements int
	Right      int     // whole attributions of gold, relaxed, matched one to one
	Scores     float64 // their sum
}

// A Calibration is what scores are worth: bins in falling order, the last for
// everything below 0.4.
type Calibration []Bin

// Calibrate sorts statements by score and counts those that are right. Where
// several people annotated an article, its statements count once for each.
func Calibrate(gold []corpus.Article, pred map[string][]onrecord.Statement) Calibration {
	c := Calibration{{From: 0.9, To: 1}, {From: 0.8, To: 0.9}, {From: 0.7, To: 0.8}, {From: 0.6, To: 0.7},
		{From: 0.5, To: 0.6}, {From: 0.4, To: 0.5}, {From: 0, To: 0.4}}
	for i := range gold {
		statements := pred[gold[i].Name]
		right := rightOf(&gold[i], statements)
		for j := range statements {
			c.add(statements[j].Score, right[j])
		}
	}
	return c
}

// rightOf says of each statement whether gold has it, as whole relaxed does.
func rightOf(gold *corpus.Article, statements []onrecord.Statement) []bool {
	t := newText(gold.Text)
	var p []attribution
	for i := range statements {
		p = append(p, predicted(&statements[i]))
	}
	preds, golds := t.whole(p), t.whole(goldAttributions(gold))
	right := make([]bool, len(preds))
	for _, m := range link(preds, golds) {
		right[m.pred] = alike(preds[m.pred], golds[m.gold])
	}
	return right
}

func (c Calibration) add(score float64, right bool) {
	for i := range c {
		b := &c[i]
		if score < b.From && i < len(c)-1 {
			continue
		}
		b.Statements++
		b.Scores += score
		if right {
			b.Right++
		}
		return
	}
}

// Statements counts those of all bins.
func (c Calibration) Statements() int {
	n := 0
	for _, b := range c {
		n += b.Statements
	}
	return n
}

// Error is the expected calibration error (Naeini, Cooper and Hauskrecht, AAAI
// 2015), in points: how far the mean score of a bin is from the share that is
// right, a bin weighing as much as it has statements.
func (c Calibration) Error() float64 {
	sum := 0.0
	for _, b := range c {
		sum += math.Abs(b.Scores - float64(b.Right))
	}
	return 100 * sum / float64(max(c.Statements(), 1))
}

// Lines is the reliability table as lines of a scoreboard: of a bin the share
// that is right, over its statements.
func (c Calibration) Lines(corpus, stage string) []Line {
	var out []Line
	for _, b := range c {
		measure := fmt.Sprintf("score %.1f-%.1f right", b.From, b.To)
		if b.From == 0 {
			measure = fmt.Sprintf("score below %.1f right", b.To)
		}
		out = append(out, Line{corpus, stage, measure, percent(b.Right, b.Statements), b.Statements})
	}
	return append(out, Line{corpus, stage, "score calibration error", c.Error(), c.Statements()})
}
