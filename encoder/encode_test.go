package encoder

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"onrecord/linear"
)

// TestBatch compares paragraphs encoded together with each encoded alone.
func TestBatch(t *testing.T) {
	m, rng := randomModel(t, best), rand.New(rand.NewPCG(3, 4))
	var ps []Paragraph
	for _, n := range []int{0, 1, 7, 0, 40, 2, 90, 30} {
		ps = append(ps, randomParagraph(rng, n))
	}
	var together, alone Scratch
	all := m.Encode(ps, &together)
	first := 0
	for i := range ps {
		n := ps[i].Len()
		e := m.Encode(ps[i:i+1], &alone)
		if e.Len() != n {
			t.Fatalf("paragraph %d of %d tokens: encoding of %d", i, n, e.Len())
		}
		if !slices.Equal(e.Hidden, all.Hidden[first*Width:][:n*Width]) || !slices.Equal(e.Scores, all.Scores[first*Labels:][:n*Labels]) {
			t.Errorf("paragraph %d of %d tokens: its encoding among others differs from that alone", i, n)
		}
		first += n
	}
	if first != all.Len() {
		t.Errorf("encoding of %d tokens, want %d", all.Len(), first)
	}
}

// TestHostile reads paragraphs that no program should make.
func TestHostile(t *testing.T) {
	m := randomModel(t, best)
	p := Paragraph{Pieces: slices.Repeat([]int32{-1, 1 << 30, math.MinInt32, 5}, 500)}
	for _, end := range []int32{0, 0, 3, 2000, 2000} {
		p.Ends = append(p.Ends, end)
		p.Inputs = append(p.Inputs, [Inputs]uint8{255, 255, 255, 255, 255, 255, 255})
	}
	var sc Scratch
	e := m.Encode([]Paragraph{p, {}}, &sc)
	for i, s := range e.Scores {
		if s != s || math.IsInf(float64(s), 0) {
			t.Fatalf("score %d is %g", i, s)
		}
	}
	roles := m.Roles(e, Range{1, 3}, Range{1, 2}, []Relation{{255, 255, 255}, {}}, &sc)
	if len(roles) != 2*RoleLabels {
		t.Errorf("%d scores of roles, want %d", len(roles), 2*RoleLabels)
	}
}

// TestOpen refuses files that are cut off or changed.
func TestOpen(t *testing.T) {
	b := random1()
	for _, n := range []int{0, 10, 100, len(b) / 2, len(b) - 1} {
		if _, err := Open(b[:n]); !errors.Is(err, linear.ErrModel) {
			t.Errorf("%d of %d bytes: error %v, want a model error", n, len(b), err)
		}
	}
	for _, n := range []int{0, 20, 30, 5000, len(b) - 2} {
		c := slices.Clone(b)
		c[n] ^= 0x10
		if _, err := Open(c); !errors.Is(err, linear.ErrModel) {
			t.Errorf("byte %d changed: error %v, want a model error", n, err)
		}
	}
}

// TestOpenWrong refuses files that are whole and say what cannot be.
func TestOpenWrong(t *testing.T) {
	for name, change := range map[string]func(*writer, *linear.Header){
		"other name":    func(_ *writer, h *linear.Header) { h.Name = "tag" },
		"other version": func(_ *writer, h *linear.Header) { h.Features = "0" },
		"no layers":     func(_ *writer, h *linear.Header) { h.Params = nil },
		"many layers":   func(_ *writer, h *linear.Header) { h.Params = map[string]float64{"layers": 1e300} },
		"missing layer": func(_ *writer, h *linear.Header) { h.Params = map[string]float64{"layers": 2} },
		"no inventory":  func(_ *writer, h *linear.Header) { h.Labels = map[string][]string{"tag": {""}} },
		"no empty value": func(_ *writer, h *linear.Header) {
			h.Labels = map[string][]string{"tag": {"A"}, "name": {""}, "rel": {""}}
		},
		"short vocabulary": func(w *writer, _ *linear.Header) { w.data["vocabulary"] = []byte("[PAD]\n[UNK]\n[CLS]\n[SEP]") },
		"no [SEP]": func(w *writer, _ *linear.Header) {
			w.data["vocabulary"] = bytes.ReplaceAll(w.data["vocabulary"], []byte("[SEP]"), []byte("x"))
		},
		"long matrix":  func(w *writer, _ *linear.Header) { w.data["layer0.up"] = append(w.data["layer0.up"], 0) },
		"not a number": func(w *writer, _ *linear.Header) { copy(w.data["norm"][8:], "\xff\xff\xff\xff") },
		"huge scale": func(w *writer, _ *linear.Header) {
			copy(w.data["mix"][pairWidth*pairWidth+4*pairWidth:], "\x00\x00\x00\x7f")
		},
	} {
		if _, err := Open(randomFile(change)); !errors.Is(err, linear.ErrModel) {
			t.Errorf("%s: error %v, want a model error", name, err)
		}
	}
}

// FuzzOpen holds that a file with any bytes changed and a checksum that fits is
// refused or gives a model that answers with finite numbers.
func FuzzOpen(f *testing.F) {
	whole := random1()
	for _, at := range []uint32{17, 21, 30, 200, 3000, 10_000, 100_000, uint32(len(whole)) - 5000} {
		f.Add(at, []byte{0xff, 0x7f, 0x80, 0x00})
	}
	p := randomParagraph(rand.New(rand.NewPCG(25, 26)), 5)
	f.Fuzz(func(t *testing.T, at uint32, changed []byte) {
		b := slices.Clone(whole)
		copy(b[int(at)%(len(b)-4):len(b)-4], changed)
		binary.LittleEndian.PutUint32(b[len(b)-4:], crc32.Checksum(b[:len(b)-4], crc32.MakeTable(crc32.Castagnoli)))
		m, err := Open(b)
		if err != nil {
			return
		}
		var sc Scratch
		e := m.Encode([]Paragraph{p}, &sc)
		for _, x := range append(m.Roles(e, Range{0, 2}, Range{1, 2}, make([]Relation, 2), &sc), e.Scores...) {
			if x != x || math.IsInf(float64(x), 0) {
				t.Fatalf("%d bytes changed at %d: an answer is %g", len(changed), at, x)
			}
		}
	})
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		d    int
		want uint8
	}{{0, 7}, {1, 8}, {2, 9}, {3, 10}, {4, 10}, {5, 11}, {9, 12}, {33, 14}, {math.MaxInt, 14}, {-1, 6}, {-2, 5}, {-3, 4}, {-5, 3}, {-33, 0}, {math.MinInt32, 0}} {
		if have := Distance(c.d); have != c.want {
			t.Errorf("Distance(%d) = %d, want %d", c.d, have, c.want)
		}
	}
}
