package linear

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
	"testing"
)

func written(t testing.TB, h Header, names []string, data map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, h, names, data); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFileRoundTrip(t *testing.T) {
	data := map[string][]byte{"a": {1, 2, 3}, "b": {}, "c": bytes.Repeat([]byte{9}, 1000)}
	h := Header{Name: "m", Features: "m 1", Command: "make m", Labels: map[string][]string{"x": {"A", "B"}}, Params: map[string]float64{"p": 0.1}}
	b := written(t, h, []string{"c", "a", "b"}, data)
	f, err := Open(b, "m", "m 1")
	if err != nil {
		t.Fatal(err)
	}
	if f.Command != h.Command || f.Params["p"] != 0.1 || strings.Join(f.Labels["x"], "") != "AB" {
		t.Errorf("header: have %+v, want %+v", f.Header, h)
	}
	for name, want := range data {
		have, err := f.Bytes(name, len(want))
		if err != nil || !bytes.Equal(have, want) {
			t.Errorf("section %s: have %v, %v; want %v", name, have, err, want)
		}
	}
	if _, err := f.Bytes("a", 4); !errors.Is(err, ErrModel) {
		t.Errorf("section of another size: error %v, want ErrModel", err)
	}
	if _, err := f.Section("d"); !errors.Is(err, ErrModel) {
		t.Errorf("section that is not there: error %v, want ErrModel", err)
	}
}

// TestSectionsAreAligned keeps weights where words of eight bytes begin.
func TestSectionsAreAligned(t *testing.T) {
	for size := range 17 {
		first, second := bytes.Repeat([]byte{0xab}, size+1), []byte("second section")
		h := Header{Name: "m", Command: strings.Repeat("x", size)}
		b := written(t, h, []string{"a", "b"}, map[string][]byte{"a": first, "b": second})
		for _, section := range [][]byte{first, second} {
			if at := bytes.Index(b, section); at%8 != 0 {
				t.Errorf("command of %d letters: a section begins at byte %d, want a multiple of 8", size, at)
			}
		}
	}
}

func TestFileRefuses(t *testing.T) {
	good := written(t, Header{Name: "m", Features: "m 1"}, []string{"a"}, map[string][]byte{"a": make([]byte, 64)})
	change := func(at int) []byte {
		b := bytes.Clone(good)
		b[at] ^= 1
		return b
	}
	for name, c := range map[string]struct {
		b              []byte
		name, features string
		says           string
	}{
		"empty":          {nil, "m", "m 1", "lab train m"},
		"another format": {change(3), "m", "m 1", "not a model"},
		"a bit turned":   {change(len(good) - 9), "m", "m 1", "damaged"},
		"cut":            {good[:len(good)-1], "m", "m 1", "damaged"},
		"another name":   {good, "n", "m 1", `is a model "m"`},
		"other features": {good, "m", "m 2", "lab train m"},
	} {
		_, err := Open(c.b, c.name, c.features)
		if !errors.Is(err, ErrModel) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %v, want one that says %q", name, err, c.says)
		}
	}
}

// FuzzOpen damages the header behind a checksum that fits.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(`{"Name":"m","Sections":[{"Name":"a","Size":4}]}`), []byte{1, 2, 3, 4})
	f.Add([]byte(`{"Name":"m","Sections":[{"Name":"a","Size":-8},{"Name":"b","Size":9223372036854775807}]}`), []byte{1})
	f.Add([]byte(`{`), []byte{})
	f.Fuzz(func(t *testing.T, header, body []byte) {
		b := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(header)))...)
		b = append(append(b, header...), body...)
		b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, castagnoli))
		file, err := Open(b, "m", "")
		if err != nil {
			if !errors.Is(err, ErrModel) {
				t.Errorf("error %v does not wrap ErrModel", err)
			}
			return
		}
		for _, s := range file.Sections {
			if _, err := file.Section(s.Name); err != nil {
				t.Errorf("section %s of the header: %v", s.Name, err)
			}
		}
	})
}

// FuzzOpenRaw gives any bytes at all.
func FuzzOpenRaw(f *testing.F) {
	f.Add([]byte(magic))
	f.Add(append([]byte(magic), 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := Open(b, "m", ""); err != nil && !errors.Is(err, ErrModel) {
			t.Errorf("error %v does not wrap ErrModel", err)
		}
	})
}
