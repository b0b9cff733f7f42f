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
