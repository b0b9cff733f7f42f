package encoder

// cpuid asks the processor what it is (Intel, Software Developer's Manual,
// volume 2, CPUID).
//
//go:noescape
func cpuid(leaf, subleaf uint32) (a, b, c, d uint32)

// xgetbv is which registers the operating system saves.
func xgetbv() uint32

// features tells whether the processor has AVX2, and whether it has the parts of
// AVX-512 that are used here, and the operating system lets them be used.
func features() (avx2, avx512 bool) {
	const (
		xsave, avx = 1 << 27, 1 << 28 // leaf 1, c

		two                 = 1 << 5 // leaf 7, b
		foundation, dq      = 1 << 16, 1 << 17
		bw, vl         uint = 1 << 30, 1 << 31

		vnni = 1 << 11 // leaf 7, c

		wide, wider = 0x06, 0xe6 // states of the vector registers
	)
	last, _, _, _ := cpuid(0, 0)
	if _, _, c, _ := cpuid(1, 0); last < 7 || c&(xsave|avx) != xsave|avx {
		return false, false
	}
	_, b, c, _ := cpuid(7, 0)
	saved := xgetbv()
	avx2 = saved&wide == wide && b&two != 0
	const parts = foundation | dq | bw | vl
	avx512 = avx2 && saved&wider == wider && uint(b)&parts == parts && c&vnni != 0
	return avx2, avx512
}
