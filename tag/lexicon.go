package tag

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// A lexicon maps 32-bit hashes to bytes. It is an open-addressed table read in
// place: a power of two of slots, each a key (uint32, 0 for an empty slot) in
// one array and a value in the other; a key stands in the first free slot from
// its own on.
type lexicon struct {
	keys   []byte // slots × 4
	values []byte
	mask   uint32
}

func newLexicon(entries map[uint32]byte) *lexicon {
	slots := 4
	for slots < len(entries)*3/2 {
		slots *= 2
	}
	l := &lexicon{keys: make([]byte, slots*4), values: make([]byte, slots), mask: uint32(slots - 1)}
	sorted := make([]uint32, 0, len(entries))
	for k := range entries {
		sorted = append(sorted, k)
	}
	slices.Sort(sorted)
	for _, k := range sorted {
		at := k & l.mask
		for binary.LittleEndian.Uint32(l.keys[at*4:]) != 0 {
			at = (at + 1) & l.mask
		}
		binary.LittleEndian.PutUint32(l.keys[at*4:], k)
		l.values[at] = entries[k]
	}
	return l
}

// openLexicon reads a table in place. A table without an empty slot, in which
// a search would not end, is refused.
func openLexicon(keys, values []byte) (*lexicon, error) {
	n := len(values)
	if n == 0 || n&(n-1) != 0 || len(keys) != 4*n {
		return nil, fmt.Errorf("lexicon of %d values and %d bytes of keys", n, len(keys))
	}
	for i := range n {
		if binary.LittleEndian.Uint32(keys[i*4:]) == 0 {
			return &lexicon{keys, values, uint32(n - 1)}, nil
		}
	}
	return nil, fmt.Errorf("lexicon of %d values is full", n)
}

func (l *lexicon) find(key uint32) (byte, bool) {
	for at := key & l.mask; ; at = (at + 1) & l.mask {
		switch binary.LittleEndian.Uint32(l.keys[at*4:]) {
		case key:
			return l.values[at], key != 0
		case 0:
			return 0, false
		}
	}
}

// The lexicon of known forms holds in a byte the tag that a form always has,
// plus one, and whether the form is never part of a name.
const neverName = 0x80

// setKnownTag gives a word the tag that it always has, if it has one.
func (w *word) setKnownTag() bool {
	known := w.known &^ neverName
	if known == 0 {
		return false
	}
	w.tag = known - 1
	return true
}

func (w *word) nameless() bool { return w.known&neverName != 0 }
