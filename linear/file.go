// Package linear holds the learners of the project: averaged perceptrons and
// linear-chain conditional random fields over hashed features, and the file
// that keeps what they learned.
//
// Training is deterministic: the same examples in the same order give the same
// bytes.
package linear

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// A model file is
//
//	magic    "onrecord model 1\n"
//	header   uint32 length, then JSON (Header)
//	sections for each of Header.Sections in order: its bytes, padded with zeros
//	         to a multiple of 8
//	check    CRC-32 (Castagnoli) of all before, uint32
//
// All integers are little-endian. Sections are read in place: opening a file
// allocates nothing that grows with the weights.

const magic = "onrecord model 1\n"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// ErrModel is wrapped by every error about a model file.
var ErrModel = errors.New("model file")

// A Header says what a model is and how it was made.
type Header struct {
	Name     string // "tag"
	Features string // version of the features; a model made with others is refused
	Command  string // what made it
	Labels   map[string][]string
	Params   map[string]float64
	Sections []Section
}

// A Section is a named array of bytes in a model file.
type Section struct {
	Name string
	Size int
}

// A File is an open model.
type File struct {
	Header
	data map[string][]byte
}

// Write writes a model. The sections are taken in the order of names; sizes in
// the header are filled in.
func Write(w io.Writer, h Header, names []string, data map[string][]byte) error {
	h.Sections = nil
	for _, name := range names {
		h.Sections = append(h.Sections, Section{name, len(data[name])})
	}
	head, err := json.Marshal(h)
	if err != nil {
		return err
	}
	for len(head)%8 != (8-(len(magic)+4)%8)%8 {
		head = append(head, ' ')
	}
	sum := crc32.New(castagnoli)
	out := io.MultiWriter(w, sum)
	parts := [][]byte{[]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(head))), head}
	for _, name := range names {
		parts = append(parts, data[name], make([]byte, padding(len(data[name]))))
	}
	for _, part := range parts {
		if _, err := out.Write(part); err != nil {
			return fmt.Errorf("writing model %s: %w", h.Name, err)
		}
	}
	return binary.Write(w, binary.LittleEndian, sum.Sum32())
}

func padding(n int) int { return (8 - n%8) % 8 }

// Open reads a model in place and refuses one of another name, of other
// features, or damaged.
func Open(b []byte, name, features string) (*File, error) {
	fail := func(format string, args ...any) (*File, error) {
		return nil, fmt.Errorf("%w %s: %s", ErrModel, name, fmt.Sprintf(format, args...))
	}
	if len(b) < len(magic)+8 || string(b[:len(magic)]) != magic {
		return fail("not a model of this version; make it again with lab train %s", name)
	}
	body, check := b[:len(b)-4], binary.LittleEndian.Uint32(b[len(b)-4:])
	if crc32.Checksum(body, castagnoli) != check {
		return fail("damaged (checksum differs); restore or make it again with lab train %s", name)
	}
	rest := body[len(magic):]
	size := int(binary.LittleEndian.Uint32(rest))
	if rest = rest[4:]; size > len(rest) {
		return fail("header of %d bytes in %d", size, len(rest))
	}
	f := &File{data: map[string][]byte{}}
	if err := json.Unmarshal(rest[:size], &f.Header); err != nil {
		return fail("header: %v", err)
	}
	if f.Name != name {
		return fail("is a model %q", f.Name)
	}
	if f.Features != features {
		return fail("made with features %q, this program computes %q; make it again with lab train %s", f.Features, features, name)
	}
	rest = rest[size:]
	for _, s := range f.Sections {
		if s.Size < 0 || s.Size > len(rest) || s.Size+padding(s.Size) > len(rest) {
			return fail("section %s of %d bytes in %d", s.Name, s.Size, len(rest))
		}
		f.data[s.Name] = rest[:s.Size:s.Size]
		rest = rest[s.Size+padding(s.Size):]
	}
	return f, nil
}

// Bytes returns a section, which must be size bytes long.
func (f *File) Bytes(section string, size int) ([]byte, error) {
	b, ok := f.data[section]
	if !ok || len(b) != size {
		return nil, fmt.Errorf("%w %s: section %s has %d bytes, want %d", ErrModel, f.Name, section, len(b), size)
	}
	return b, nil
}

// Section returns a section of whatever size.
func (f *File) Section(section string) ([]byte, error) {
	b, ok := f.data[section]
	if !ok {
		return nil, fmt.Errorf("%w %s: no section %s", ErrModel, f.Name, section)
	}
	return b, nil
}
