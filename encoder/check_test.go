package encoder

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"onrecord/models"
)

// A check is a made-up window and what the trainer's network says of it, in
// floats; train/export.py --check writes them.
type check struct {
	Pieces     [][]int32
	Inputs     [][Inputs]uint8
	First, End int
	Relative   [][3]uint8
	Labels     [][]float32
	Roles      [][]float32
}

// TestTrainer compares the answers of the built-in model with the trainer's, as
// far as bytes can repeat floats.
func TestTrainer(t *testing.T) {
	b := models.Bytes("encoder")
	data, err := os.ReadFile("testdata/check.json")
	if b == nil || errors.Is(err, fs.ErrNotExist) {
		t.Skip("no model is built in, or no answers of its trainer are in testdata")
	}
	m, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	var checks []check
	if err := json.Unmarshal(data, &checks); err != nil {
		t.Fatal(err)
	}
	var labels, roles comparison
	for _, c := range checks {
		var p Paragraph
		for i, pieces := range c.Pieces {
			p.Pieces = append(p.Pieces, pieces...)
			p.Close(c.Inputs[i])
		}
		var relations []Relation
		for _, r := range c.Relative {
			relations = append(relations, Relation{r[0], r[1], r[2]})
		}
		var sc Scratch
		e := m.Encode([]Paragraph{p}, &sc)
		labels.add(e.Scores, c.Labels)
		roles.add(m.Roles(e, Range{0, p.Len()}, Range{c.First, c.End}, relations, &sc), c.Roles)
	}
	labels.report(t, "labels")
	roles.report(t, "roles")
}

// A comparison counts tokens and how far answers are from what they should be.
type comparison struct {
	tokens, same int
	worst, sum   float32
}

func (c *comparison) add(have []float32, want [][]float32) {
	for _, w := range want {
		h := have[:len(w)]
		have = have[len(w):]
		c.tokens++
		if slices.Index(h, slices.Max(h)) == slices.Index(w, slices.Max(w)) {
			c.same++
		}
		for k := range w {
			c.worst = max(c.worst, h[k]-w[k], w[k]-h[k])
			c.sum += max(h[k]-w[k], w[k]-h[k]) / float32(len(w))
		}
	}
}

func (c *comparison) report(t *testing.T, what string) {
	t.Logf("%s: the same best label for %d of %d tokens; scores differ by %.3f in the mean, %.3f at most", what, c.same, c.tokens, c.sum/float32(c.tokens), c.worst)
	if c.same*100 < c.tokens*95 {
		t.Errorf("%s: the trainer's best label for %d of %d tokens, want 95 of 100; testdata/check.json must be of the same checkpoint as the model", what, c.same, c.tokens)
	}
}
