package encoder

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// article is paragraphs like those of a news article: 23, of 48 pieces in the
// mean.
func article() []Paragraph {
	rng := rand.New(rand.NewPCG(21, 22))
	var ps []Paragraph
	for i := range 23 {
		ps = append(ps, randomParagraph(rng, 4+2*i))
	}
	return ps
}

// BenchmarkEncode takes an article through six layers.
func BenchmarkEncode(b *testing.B) {
	for _, k := range supported() {
		b.Run(k.name, func(b *testing.B) {
			m, ps := randomModel(b, k), article()
			m.layers = slices.Repeat(m.layers, 6)
			var sc Scratch
			m.Encode(ps[:1], &sc)
			pieces := 0
			for _, p := range ps {
				pieces += len(p.Pieces)
			}
			b.ResetTimer()
			for range b.N {
				m.Encode(ps, &sc)
			}
			b.ReportMetric(float64(pieces*b.N)/b.Elapsed().Seconds(), "pieces/s")
		})
	}
}

// BenchmarkProduct multiplies a sweep of rows by the matrices of a layer.
func BenchmarkProduct(b *testing.B) {
	for _, k := range supported() {
		m := randomModel(b, k)
		l := &m.layers[0]
		for name, w := range map[string]*matrix{"qkv": &l.qkv, "out": &l.out, "up": &l.up, "down": &l.down} {
			b.Run(k.name+"/"+name, func(b *testing.B) {
				x, y, scale := make([]uint8, sweep*w.in), make([]float32, sweep*w.out), make([]float32, sweep)
				for range b.N {
					k.product(y, x, scale, sweep, w)
				}
				b.ReportMetric(float64(sweep*w.in*w.out*b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
			})
		}
	}
}

// BenchmarkRows takes a row through each of the other inner loops; attention is
// that of all heads in a window of fifty rows.
func BenchmarkRows(b *testing.B) {
	const window = 50
	rng := rand.New(rand.NewPCG(23, 24))
	x, y, q := normal(rng, inner, 1), normal(rng, inner, 1), make([]uint8, inner)
	qkv, work := normal(rng, (window+lanes)*3*Width, 1), make([]float32, attentionWork)
	out := make([]float32, (window+lanes)*Width)
	n := &layerNorm{normal(rng, Width, 1), normal(rng, Width, 1)}
	for _, k := range supported() {
		run := func(name string, f func()) {
			b.Run(k.name+"/"+name, func(b *testing.B) {
				for range b.N {
					f()
				}
			})
		}
		run("quantize", func() { k.quantize(q[:Width], x[:Width]) })
		run("quantizeInner", func() { k.quantize(q, x) })
		run("normalize", func() { k.normalize(x[:Width], y[:Width], n) })
		run("gelu", func() { copy(x, y); k.gelu(x) })
		run("add", func() { k.add(out[:Width], y[:Width]) })
		run("addBytes", func() { k.addBytes(out[:Width], q[:Width], 0.1) })
		run("dot", func() { k.dot(x[:Width], y[:Width]) })
		run("attend", func() {
			for h := range heads {
				k.attend(out[h*headWidth:], qkv[h*headWidth:], work, window)
			}
		})
	}
}
