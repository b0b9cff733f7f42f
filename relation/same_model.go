package relation

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"sync"

	"onrecord/linear"
	"onrecord/models"
)

// The model of Same is three logistic regressions over the features, for two
// reports of one article, for two with words between quotation marks and for the
// rest, and how rare terms are. Its file has the sections
//
//	weights  the weights of all, float64
//	terms    hashes of terms that are not rare, uint32, ascending
//	rarity   of each a byte: 255 times the logarithm of its rarity over that of
//	         a term that is not in the list
type sameModel struct {
	weights [ways][features]float64
	terms   []uint32
	rarity  []uint8
}

const sameName = "same"

// loadSame is the model that is built in, or none, which joins nothing, so that
// it can be made again with the reader when the features change; a test says
// that it opens.
var loadSame = sync.OnceValue(func() *sameModel {
	m, err := openSame(models.Bytes(sameName))
	if err != nil {
		return nil
	}
	return m
})

func openSame(b []byte) (*sameModel, error) {
	f, err := linear.Open(b, sameName, featureVersion)
	if err != nil {
		return nil, err
	}
	m := &sameModel{}
	w, err := f.Bytes("weights", 8*ways*features)
	if err != nil {
		return nil, err
	}
	for i := range ways * features {
		m.weights[i/features][i%features] = math.Float64frombits(binary.LittleEndian.Uint64(w[8*i:]))
	}
	t, err := f.Section("terms")
	if err != nil {
		return nil, err
	}
	for i := 0; i+4 <= len(t); i += 4 {
		m.terms = append(m.terms, binary.LittleEndian.Uint32(t[i:]))
	}
	if m.rarity, err = f.Bytes("rarity", len(m.terms)); err != nil {
		return nil, fmt.Errorf("%w: terms and their rarity", err)
	}
	return m, nil
}

// rarityOf is how much a term says, up to 1.
func (m *sameModel) rarityOf(term uint32) float64 {
	if i, ok := slices.BinarySearch(m.terms, term); ok {
		return max(float64(m.rarity[i])/255, 0.05)
	}
	return 1
}

// score is how likely two reports are of one utterance.
func (m *sameModel) score(x *[features]float64, way int) float64 {
	w := &m.weights[way]
	sum := 0.0
	for i := range x {
		sum += w[i] * x[i]
	}
	return linear.Logistic(sum)
}

// which of the regressions judges a pair.
func which(a, b *side) int {
	switch {
	case a.Doc == b.Doc:
		return wayInside
	case a.quoted && b.quoted:
		return wayQuoted
	}
	return wayOther
}

const (
	wayQuoted = iota
	wayOther
	wayInside
	ways
)
