package encoder

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"onrecord/linear"
)

// A writer makes the file of a model with random weights, as train/export.py
// lays it out.
type writer struct {
	rng   *rand.Rand
	names []string
	data  map[string][]byte
}

func (w *writer) put(name string, b []byte) {
	w.names = append(w.names, name)
	w.data[name] = b
}

func (w *writer) bytes(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(int8(w.rng.IntN(255) - 127))
	}
	return b
}

// floats are n random floats around centre.
func (w *writer) floats(b []byte, n int, centre, spread float64) []byte {
	for range n {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(centre+float64(spread*w.rng.NormFloat64()))))
	}
	return b
}

func (w *writer) matrix(name string, in, out int) {
	b := w.bytes(in * out)
	for o := range out {
		sum := 0
		for i := range in {
			sum += int(int8(b[o/16*16*in+i/4*64+o%16*4+i%4]))
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(int32(-128*sum)))
	}
	b = w.floats(b, out, 0.0006, 0.0001)
	w.put(name, w.floats(b, out, 0, 0.1))
}

func (w *writer) norm(name string) {
	w.put(name, w.floats(w.floats(nil, Width, 1, 0.2), Width, 0, 0.2))
}

func (w *writer) table(name string, n int) {
	w.put(name, w.floats(w.bytes(n*Width), n, 0.01, 0.001))
}

var randomPieces = strings.Fields("[PAD] [UNK] [CLS] [SEP] the mayor say ##s ##ing he it was late , . \" a b ##a ##b 日 caf ##e cafe")

var randomValues = map[string][]string{"tag": {"", "NN", "VBD"}, "name": {"", "PERSON"}, "rel": {"", "nsubj", "ccomp", "dobj"}}

// randomFile is the file of a model of one layer, after a change if there is one.
func randomFile(change func(*writer, *linear.Header)) []byte {
	const layers = 1
	w := &writer{rng: rand.New(rand.NewPCG(1, 2)), data: map[string][]byte{}}
	w.put("vocabulary", []byte(strings.Join(randomPieces, "\n")))
	w.table("pieces", len(randomPieces))
	w.table("positions", longestWindow+2)
	for i, name := range inputNames {
		n := inputSizes[i]
		if i >= InputTag {
			n = len(randomValues[name])
		}
		w.put("input."+name, w.floats(nil, n*Width, 0, 0.3))
	}
	w.norm("norm")
	for i := range layers {
		p := fmt.Sprintf("layer%d.", i)
		w.matrix(p+"qkv", Width, 3*Width)
		w.matrix(p+"out", Width, Width)
		w.matrix(p+"up", Width, inner)
		w.matrix(p+"down", inner, Width)
		w.norm(p + "norm1")
		w.norm(p + "norm2")
	}
	w.put("label", w.floats(nil, Labels*(Width+1), 0, 0.1))
	w.put("role", w.floats(nil, RoleLabels*(pairWidth+1), 0, 0.1))
	w.matrix("token", Width, pairWidth)
	w.matrix("cue", Width, pairWidth)
	w.matrix("mix", pairWidth, pairWidth)
	for i, name := range relativeNames {
		w.put("relative."+name, w.floats(nil, relativeSizes[i]*pairWidth, 0, 0.3))
	}
	h := linear.Header{Name: "encoder", Features: version, Labels: randomValues, Params: map[string]float64{"layers": float64(layers)}}
	if change != nil {
		change(w, &h)
	}
	var b bytes.Buffer
	if err := linear.Write(&b, h, w.names, w.data); err != nil {
		panic(err)
	}
	return b.Bytes()
}

var random1 = sync.OnceValue(func() []byte { return randomFile(nil) })

// randomModel is a model of one layer that uses a set of inner loops.
func randomModel(t testing.TB, k *kernels) *Model {
	m, err := Open(random1())
	if err != nil {
		t.Fatal(err)
	}
	m.kernels = k
	return m
}

// randomParagraph has n tokens of one to three pieces.
func randomParagraph(rng *rand.Rand, n int) (p Paragraph) {
	for range n {
		for range 1 + max(0, rng.IntN(4)-1) {
			p.Pieces = append(p.Pieces, int32(rng.IntN(len(randomPieces))))
		}
		var inputs [Inputs]uint8
		for k := range inputs {
			inputs[k] = uint8(rng.IntN(5))
		}
		p.Close(inputs)
	}
	return p
}
