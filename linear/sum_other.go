//go:build !amd64

package linear

const wide = false

func sumRows3(*byte, *uint32, int, uint, *sum3) {}

func sumRows(*byte, *uint32, int, int, *int32) {}

func sumPairs(*uint64, *uint32, int, uint32, *[2 * stride]uint16) {}

func sumWords(*uint64, *uint32, int, uint32, *[stride]uint16) {}
