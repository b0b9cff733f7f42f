//go:build !amd64 && !arm64

package encoder

// best is the only set there is for this machine.
var best = portable

func supported() []*kernels { return []*kernels{portable} }
