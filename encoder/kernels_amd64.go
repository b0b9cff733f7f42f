package encoder

// best is the fastest set that this machine can run.
var best = supported()[0]

// supported is the sets that this machine can run, the fastest first.
func supported() []*kernels {
	narrow, wide := features()
	switch {
	case wide:
		return []*kernels{avx512, avx2, portable}
	case narrow:
		return []*kernels{avx2, portable}
	}
	return []*kernels{portable}
}

// expConstants are the constants of exp and gelu as the assembly reads them.
var expConstants = [...]float32{least, most, log2e, magic, ln2, ln2Rest, e0, e1, e2, e3, e4, e5, 1, cubic, minusTwice}
