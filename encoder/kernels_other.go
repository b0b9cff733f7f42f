//go:build !amd64

package encoder

var best = portable
