package onrecord

import (
	"sort"
	"unicode/utf8"
)

// Offsets converts between bytes of a text and Unicode code points. It keeps
// one number for every 64 bytes of a text that is not ASCII, and none for one
// that is.
type Offsets struct {
	text  string
	marks []int // marks[i]: code points before byte 64*i; nil for ASCII
}

const offsetStride = 64

// NewOffsets prepares text, which must be valid UTF-8, for conversion.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text}
	if isASCII(text) {
		return o
	}
	o.marks = make([]int, 0, len(text)/offsetStride+1)
	points := 0
	for i := range len(text) {
		if i%offsetStride == 0 {
			o.marks = append(o.marks, points)
		}
		if utf8.RuneStart(text[i]) {
			points++
		}
	}
	return o
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Point returns the number of code points before the byte offset at, which
// must lie on a code point's edge.
func (o *Offsets) Point(at int) int {
	if o.marks == nil {
		return at
	}
	mark := min(at/offsetStride, len(o.marks)-1)
	if mark < 0 {
		return 0
	}
	points := o.marks[mark]
	for i := mark * offsetStride; i < at; i++ {
		if utf8.RuneStart(o.text[i]) {
			points++
		}
	}
	return points
}

// Byte returns the byte offset of the code point numbered point, the length of
// the text when there are fewer.
func (o *Offsets) Byte(point int) int {
	if o.marks == nil {
		return min(point, len(o.text))
	}
	mark := sort.SearchInts(o.marks, point+1) - 1
	at, points := mark*offsetStride, o.marks[mark]
	for at < len(o.text) && (points < point || !utf8.RuneStart(o.text[at])) {
		if utf8.RuneStart(o.text[at]) {
			points++
		}
		at++
	}
	return at
}

// Points converts a span of bytes to a pair of code point offsets.
func (o *Offsets) Points(s Span) [2]int { return [2]int{o.Point(s.Start), o.Point(s.End)} }

// Bytes converts a pair of code point offsets to a span of bytes.
func (o *Offsets) Bytes(points [2]int) Span {
	return Span{o.Byte(points[0]), o.Byte(points[1])}
}
