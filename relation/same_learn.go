package relation

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"

	"onrecord"
	"onrecord/linear"
	"onrecord/wording"
)

// A SamePair is two reports of which people said whether they are of one
// utterance.
type SamePair struct {
	A, B *onrecord.Report
	Same bool
}

// TrainSame learns the model of Same and writes it: how rare terms are from
// texts, the weights from pairs. The same input gives the same bytes.
func TrainSame(out io.Writer, texts []string, pairs []SamePair, command string) error {
	m := &sameModel{}
	m.learnRarity(texts)
	rows := [ways][]example{}
	for _, p := range pairs {
		if !together(p.A, p.B) {
			continue
		}
		a, b := m.side(p.A, wording.Words(p.A.Content)), m.side(p.B, wording.Words(p.B.Content))
		if tooLittle(a, b) {
			continue
		}
		x, _, _ := featuresOf(a, b)
		k := which(a, b)
		rows[k] = append(rows[k], example{x, truth(p.Same)})
	}
	for k := range rows {
		m.weights[k] = regress(rows[k])
	}
	return m.write(out, command)
}

// An example is a pair as it is learned.
type example struct {
	x    [features]float64
	want float64
}

// pull draws weights towards 0, as so many examples that speak against each.
const pull = 1.0

// regress fits a logistic regression by Newton's method.
func regress(rows []example) (w [features]float64) {
	for range 25 {
		var g [features]float64
		var h [features][features]float64
		for i := range rows {
			x := &rows[i].x
			sum := 0.0
			for k, v := range x {
				sum += w[k] * v
			}
			p := linear.Logistic(sum)
			for k, v := range x {
				g[k] += (p - rows[i].want) * v
				if v != 0 {
					for l, u := range x[:k+1] {
						h[k][l] += p * (1 - p) * v * u
					}
				}
			}
		}
		for k := range w {
			h[k][k] += 1e-6
			if k != fBias {
				g[k] += pull * w[k]
				h[k][k] += pull
			}
		}
		for k, d := range solve(&h, g) {
			w[k] -= d
		}
	}
	return w
}

// solve solves h x = g for a positive definite h of which the lower half is
// given, by Cholesky's method, in place.
func solve(h *[features][features]float64, g [features]float64) [features]float64 {
	for j := range h {
		for k := range j {
			h[j][j] -= h[j][k] * h[j][k]
		}
		h[j][j] = math.Sqrt(max(h[j][j], 1e-12))
		for i := j + 1; i < features; i++ {
			for k := range j {
				h[i][j] -= h[i][k] * h[j][k]
			}
			h[i][j] /= h[j][j]
		}
	}
	for i := range g {
		for k := range i {
			g[i] -= h[i][k] * g[k]
		}
		g[i] /= h[i][i]
	}
	for i := features - 1; i >= 0; i-- {
		for k := i + 1; k < features; k++ {
			g[i] -= h[k][i] * g[k]
		}
		g[i] /= h[i][i]
	}
	return g
}

// learnRarity counts in how many texts a term stands. Those in less than a
// thousandth are rare.
func (m *sameModel) learnRarity(texts []string) {
	in := map[uint32]int{}
	for _, t := range texts {
		for _, term := range wording.Terms(wording.Words(t)) {
			in[term]++
		}
	}
	least := len(texts)/1000 + 2
	for term, n := range in {
		if n >= least {
			m.terms = append(m.terms, term)
		}
	}
	slices.Sort(m.terms)
	for _, term := range m.terms {
		share := math.Log(float64(len(texts))/float64(in[term])) / math.Log(float64(len(texts))/float64(least-1))
		m.rarity = append(m.rarity, uint8(math.Round(255*share)))
	}
}

func (m *sameModel) write(out io.Writer, command string) error {
	data := map[string][]byte{"rarity": m.rarity}
	for _, t := range m.terms {
		data["terms"] = binary.LittleEndian.AppendUint32(data["terms"], t)
	}
	for k := range m.weights {
		for _, w := range m.weights[k] {
			data["weights"] = binary.LittleEndian.AppendUint64(data["weights"], math.Float64bits(w))
		}
	}
	h := linear.Header{Name: sameName, Features: featureVersion, Command: command}
	if err := linear.Write(out, h, []string{"weights", "terms", "rarity"}, data); err != nil {
		return fmt.Errorf("model of utterances: %w", err)
	}
	return nil
}

// Weights are the weights of the model in words, for people.
func Weights() []string {
	var out []string
	for i, name := range featureNames {
		m := loadSame()
		out = append(out, fmt.Sprintf("%-14s %7.2f %7.2f %7.2f", name, m.weights[0][i], m.weights[1][i], m.weights[2][i]))
	}
	return out
}
