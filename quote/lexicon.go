package quote

import (
	"encoding/binary"
	"fmt"
	"sort"

	"onrecord/linear"
)

// A lexicon says how often a word is part of a cue, by lemma and word class, in
// ten buckets. In training each document sees the lexicon of all others, or the
// buckets would give the answers away.
//
// In a model file it is rows of eight bytes sorted by key: key uint32, cue count
// uint16, other count uint16 (both capped).
type lexicon struct {
	counts map[uint32][2]uint32 // key: times in a cue, times not
}

func lexKey(lemma uint32, class byte) uint32 { return mix(1, lemma, uint32(class), 0) }

// bucketOf is 0 for a word not seen, else rises with P(cue).
func bucketOf(cue, other uint32) uint8 {
	if cue+other < 2 || cue == 0 {
		if cue+other == 0 {
			return 0
		}
		return 1
	}
	p := float64(cue) / (float64(cue+other) + 1)
	for i, limit := range []float64{0.002, 0.01, 0.04, 0.1, 0.2, 0.35, 0.55} {
		if p < limit {
			return uint8(i + 2)
		}
	}
	return 9
}

func (l *lexicon) bucket(lemma uint32, class byte) uint8 {
	c := l.counts[lexKey(lemma, class)]
	return bucketOf(c[0], c[1])
}

// add counts a word.
func (l *lexicon) add(key uint32, isCue bool, by int32) {
	c := l.counts[key]
	if isCue {
		c[0] = uint32(int32(c[0]) + by)
	} else {
		c[1] = uint32(int32(c[1]) + by)
	}
	l.counts[key] = c
}

func (l *lexicon) bytes() []byte {
	keys := make([]uint32, 0, len(l.counts))
	for k, c := range l.counts {
		if c[0]+c[1] > 1 {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	var out []byte
	for _, k := range keys {
		c := l.counts[k]
		out = binary.LittleEndian.AppendUint32(out, k)
		out = binary.LittleEndian.AppendUint16(out, uint16(min(c[0], 65535)))
		out = binary.LittleEndian.AppendUint16(out, uint16(min(c[1], 65535)))
	}
	return out
}

func openLexicon(f *linear.File) (*lexicon, error) {
	n := int(f.Params["lexicon"])
	b, err := f.Bytes("lexicon", 8*n)
	if err != nil {
		return nil, fmt.Errorf("cue lexicon: %w", err)
	}
	l := &lexicon{counts: make(map[uint32][2]uint32, n)}
	for ; len(b) > 0; b = b[8:] {
		l.counts[binary.LittleEndian.Uint32(b)] = [2]uint32{uint32(binary.LittleEndian.Uint16(b[4:])), uint32(binary.LittleEndian.Uint16(b[6:]))}
	}
	return l, nil
}
