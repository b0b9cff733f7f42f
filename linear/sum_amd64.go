package linear

import "golang.org/x/sys/cpu"

// wide says whether the processor has the instructions of sum_amd64.s. They
// give the same sums as the plain functions do, so nothing else follows from it.
var wide = cpu.X86.HasAVX2

// sumRows3 adds up the rows of a Table3 that n features find; shift leaves the
// bits of a row's number. It reads nothing but the rows of those numbers and
// the rows beside them.
//
//go:noescape
func sumRows3(rows *byte, features *uint32, n int, shift uint, s *sum3)

// sumRows adds up the n rows of a Table that begin at these places, width bytes
// each, and takes the bias off; n is from 1 to MaxRows.
//
//go:noescape
func sumRows(weights *byte, rows *uint32, n, width int, scores *int32)

// sumPairs adds up the bytes of the pairs of words that n features find, from 1
// to MaxRows.
//
//go:noescape
func sumPairs(rows *uint64, features *uint32, n int, mask uint32, sums *[2 * stride]uint16)

// sumWords adds up the bytes of the words that n features find, from 1 to MaxRows.
//
//go:noescape
func sumWords(rows *uint64, features *uint32, n int, mask uint32, sums *[stride]uint16)
