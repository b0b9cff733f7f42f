package encoder

import "golang.org/x/sys/cpu"

// best is the fastest set that this machine can run.
var best = supported()[0]

// supported is the sets that this machine can run, the fastest first.
func supported() []*kernels {
	if cpu.ARM64.HasASIMDDP {
		return []*kernels{neonDot, neon, portable}
	}
	return []*kernels{neon, portable}
}
