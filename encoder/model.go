package encoder

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"onrecord/linear"
	"onrecord/models"
)

// A model file is a container of package linear whose sections are
//
//	vocabulary      the pieces, one a line
//	pieces          table of bytes [pieces][Width]
//	positions       table of bytes [longestWindow+2][Width]
//	input.NAME      float32 [values][Width] for each of inputNames
//	norm            float32 [2][Width]: gains, biases
//	layerN.qkv      matrix Width to 3·Width; the queries hold attention's scale
//	layerN.out      matrix Width to Width
//	layerN.norm1    float32 [2][Width]
//	layerN.up       matrix Width to inner
//	layerN.down     matrix inner to Width
//	layerN.norm2    float32 [2][Width]
//	label           float32 [Labels][Width], then [Labels] biases
//	token, cue      matrices Width to pairWidth
//	relative.NAME   float32 [values][pairWidth] for distance, sentence, marks
//	mix             matrix pairWidth to pairWidth
//	role            float32 [RoleLabels][pairWidth], then [RoleLabels] biases
//
// A table of bytes is its rows as int8, then a float32 scale for each row. A
// matrix is described with its type. The header's Labels list the values of the
// inputs that are strings, the empty one first; its parameter "layers" is how
// many layers there are.

// version is the version of the network and of this layout; a file of another
// is refused.
const version = "1"

const (
	// Width is the length of a token's vector.
	Width = 384
	// Labels is how many labels a token can have: outside, then begin and
	// inside of source, cue and content.
	Labels = 7
	// RoleLabels is how many labels a token can have with respect to a cue:
	// outside, then begin and inside of source and content.
	RoleLabels = 5

	heads     = 12
	headWidth = Width / heads
	inner     = 4 * Width
	pairWidth = 256

	longestWindow = 254 // pieces; the first and last row of a window are [CLS] and [SEP]
	mostLayers    = 48
)

// The small inputs of a token; the value 0 of each is "not given".
const (
	InputCase    = iota // 1 + CaseOf
	InputQuote          // 1 + state of quotation, 0 to 3
	InputPlace          // 1 + place of the paragraph in the article, 0 to 3
	InputLexicon        // 1 + bucket of the cue lexicon, 0 to 9
	InputTag            // these three: see Model.Input
	InputName
	InputRel
	Inputs
)

var inputNames = [Inputs]string{"case", "quote", "place", "lexicon", "tag", "name", "rel"}

// inputSizes is how many values inputs have; the file says it of the strings.
var inputSizes = [Inputs]int{int(cases) + 1, 5, 5, 11}

// relativeSizes is how many values the parts of a Relation have.
var (
	relativeNames = [3]string{"distance", "sentence", "marks"}
	relativeSizes = [3]int{15, 5, 5}
)

// A Model is an encoder read from a file. It may be used by many goroutines.
type Model struct {
	kernels         *kernels
	vocabulary      *Vocabulary
	values          [Inputs]map[string]uint8
	pieces          table
	positions       table
	inputs          [Inputs][]float32
	norm            layerNorm
	layers          []layer
	label, role     dense
	token, cue, mix matrix
	relative        [3][]float32
}

type layer struct {
	qkv, out, up, down matrix
	norm1, norm2       layerNorm
}

// A layerNorm holds the gains and biases of a layer normalization.
type layerNorm struct{ gain, bias []float32 }

// A table has rows of Width bytes, each with its scale.
type table struct {
	rows  []byte
	scale []float32
}

func (t *table) row(i int32) []byte { return t.rows[int(i)*Width:][:Width] }

// A dense is a small matrix of floats, [outputs][inputs].
type dense struct{ weights, bias []float32 }

// Load opens the model that is built in.
func Load() (*Model, error) {
	b := models.Bytes("encoder")
	if b == nil {
		return nil, fmt.Errorf("%w encoder: not built in; make it with train/train.py and train/export.py", linear.ErrModel)
	}
	return Open(b)
}

// Open reads a model that train/export.py wrote. The weights are read in place:
// b must not change. Errors wrap linear.ErrModel.
func Open(b []byte) (*Model, error) {
	f, err := linear.Open(b, "encoder", version)
	if err != nil {
		return nil, err
	}
	r := &sections{file: f}
	m := &Model{kernels: best}
	r.words(m)
	n := m.vocabulary.Len()
	m.pieces, m.positions = r.table("pieces", n), r.table("positions", longestWindow+2)
	for i, name := range inputNames {
		m.inputs[i] = r.floats("input."+name, r.values(m, i)*Width)
	}
	m.norm = r.norm("norm")
	layers := f.Params["layers"]
	if !(layers >= 1 && layers <= mostLayers) {
		r.fail("%g layers, want 1 to %d", layers, mostLayers)
		layers = 0
	}
	for i := range int(layers) {
		m.layers = append(m.layers, r.layer(fmt.Sprintf("layer%d.", i)))
	}
	m.label, m.role = r.dense("label", Labels, Width), r.dense("role", RoleLabels, pairWidth)
	m.token, m.cue, m.mix = r.matrix("token", Width, pairWidth), r.matrix("cue", Width, pairWidth), r.matrix("mix", pairWidth, pairWidth)
	for i, name := range relativeNames {
		m.relative[i] = r.floats("relative."+name, relativeSizes[i]*pairWidth)
	}
	if r.err != nil {
		return nil, r.err
	}
	return m, nil
}

// Vocabulary is the model's word pieces.
func (m *Model) Vocabulary() *Vocabulary { return m.vocabulary }

// Input is the number of a value of InputTag, InputName or InputRel, 0 for one
// that the model does not know.
func (m *Model) Input(which int, value string) uint8 { return m.values[which][value] }

// sections reads a file's sections and keeps the first error.
type sections struct {
	file *linear.File
	err  error
}

func (r *sections) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%w encoder: %s", linear.ErrModel, fmt.Sprintf(format, args...))
	}
}

// bytes is a section of the given size, zeros after an error.
func (r *sections) bytes(name string, size int) []byte {
	if r.err != nil {
		return make([]byte, size)
	}
	b, err := r.file.Bytes(name, size)
	if err != nil {
		r.err = err
		return make([]byte, size)
	}
	return b
}

func (r *sections) words(m *Model) {
	b, err := r.file.Section("vocabulary")
	if err != nil {
		r.err = err
	}
	var ok bool
	if m.vocabulary, ok = NewVocabulary(strings.Split(string(b), "\n")); !ok {
		r.fail("the vocabulary has no [PAD], [UNK], [CLS] or [SEP]")
	}
}

// values fills the numbers of an input's strings and is how many values the
// input has.
func (r *sections) values(m *Model, input int) int {
	if input < InputTag {
		return inputSizes[input]
	}
	list := r.file.Labels[inputNames[input]]
	if len(list) == 0 || len(list) > math.MaxUint8 || list[0] != "" {
		r.fail("the values of %s are %d, the first of them not empty", inputNames[input], len(list))
		return 0
	}
	m.values[input] = make(map[string]uint8, len(list))
	for i, v := range list {
		m.values[input][v] = uint8(i)
	}
	return len(list)
}

func (r *sections) floats(name string, n int) []float32 {
	return r.decode(name, r.bytes(name, 4*n))
}

// decode is the floats of bytes, all of them so small that no sum of
// a layer becomes infinite.
func (r *sections) decode(name string, b []byte) []float32 {
	out := make([]float32, len(b)/4)
	for i := range out {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if !(v >= -1e4 && v <= 1e4) {
			r.fail("section %s: the number %g at %d", name, v, i)
		}
		out[i] = v
	}
	return out
}

func (r *sections) norm(name string) layerNorm {
	f := r.floats(name, 2*Width)
	return layerNorm{f[:Width], f[Width:]}
}

func (r *sections) dense(name string, out, in int) dense {
	f := r.floats(name, out*in+out)
	return dense{f[:out*in], f[out*in:]}
}

func (r *sections) table(name string, rows int) table {
	b := r.bytes(name, rows*(Width+4))
	return table{b[:rows*Width], r.decode(name, b[rows*Width:])}
}

func (r *sections) layer(p string) layer {
	return layer{
		qkv: r.matrix(p+"qkv", Width, 3*Width), out: r.matrix(p+"out", Width, Width),
		up: r.matrix(p+"up", Width, inner), down: r.matrix(p+"down", inner, Width),
		norm1: r.norm(p + "norm1"), norm2: r.norm(p + "norm2"),
	}
}

func (r *sections) matrix(name string, in, out int) matrix {
	b := r.bytes(name, in*out+12*out)
	weights, rest := b[:in*out], b[in*out:]
	start := make([]int32, out)
	for i := range start {
		start[i] = int32(binary.LittleEndian.Uint32(rest[4*i:]))
	}
	f := r.decode(name, rest[4*out:])
	return matrix{in: in, out: out, weights: weights, start: start, scale: f[:out], bias: f[out:]}
}
