package reader_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"onrecord"
	"onrecord/article"
	"onrecord/reader"
)

const plainStory = "KESTREL BAY — The mayor of Kestrel Bay said on Tuesday that the harbour would reopen in spring.\n\n" +
	"“We have waited long enough,” Mayor Edith Rowan told a crowd of about two hundred people at the harbour gate.\n\n" +
	"Her deputy, Jonas Vik, said that the work would cost four million crowns, which the town does not have.\n"

// hostile are pages that break careless programs. Statements is how many must
// be found at least; unread says that an error or an unread document is fine.
var hostile = []struct {
	name       string
	page       func() []byte
	raw        bool
	statements int
	unread     bool
}{
	{"empty", func() []byte { return nil }, false, 0, true},
	{"only white space", func() []byte { return []byte(" \n\t\u00a0\r\n") }, false, 0, true},
	{"only a byte order mark", func() []byte { return []byte("\ufeff") }, false, 0, true},
	{"noise", noise, false, 0, true},
	{"noise as raw text", noise, true, 0, true},
	{"a picture", func() []byte { return append([]byte("\x89PNG\r\n\x1a\n"), noise()...) }, false, 0, true},
	{"NUL between the letters", func() []byte { return []byte(strings.ReplaceAll(plainStory, "the ", "the\x00 ")) }, true, 0, true},
	{"UTF-16, little-endian", func() []byte { return utf16Bytes(binary.LittleEndian) }, false, 1, false},
	{"UTF-16, big-endian", func() []byte { return utf16Bytes(binary.BigEndian) }, false, 1, false},
	{"Windows-1252", func() []byte { return windows1252(plainStory) }, false, 1, false},
	{"says UTF-8, is Windows-1252", func() []byte { return windows1252(html(`<meta charset="utf-8">`)) }, false, 1, false},
	{"says UTF-16, is UTF-8", func() []byte { return []byte(html(`<meta charset="utf-16">`)) }, false, 1, false},
	{"says a charset that is none", func() []byte { return []byte(html(`<meta charset="klingon-8">`)) }, false, 1, false},
	{"invalid UTF-8 in the middle", func() []byte { return []byte(strings.Replace(plainStory, "crowd", "cr\xff\xfeowd", 1)) }, true, 1, false},
	{"cut inside a code point", func() []byte { return []byte(plainStory + "“Ende")[:len(plainStory)+2] }, true, 1, false},
	{"CR LF, and CR alone", func() []byte {
		return []byte(strings.Replace(strings.ReplaceAll(plainStory, "\n", "\r\n"), "\r\n", "\r", 1))
	}, false, 1, false},
	{"a million nested elements", func() []byte {
		return []byte("<html><body>" + strings.Repeat("<div>", 1e6) + "<p>" + plainStory + "</p>")
	}, false, 0, true},
	{"a million elements never opened", func() []byte { return []byte("<html><body><p>" + plainStory + "</p>" + strings.Repeat("</div>", 1e6)) }, false, 0, true},
	{"a page of attributes", func() []byte {
		return []byte("<html><body " + strings.Repeat(`a="b" `, 3e5) + "><p>" + plainStory + "</p>")
	}, false, 0, true},
	{"quotes never closed", func() []byte { return repeat("“He said that he would go, and nobody came.\n\n", 2000) }, true, 0, false},
	{"quotes never opened", func() []byte { return repeat("He said that he would go,” and nobody came.\n\n", 2000) }, true, 0, false},
	{"10,000 quotes in one paragraph", func() []byte { return repeat("“No,” she said. ", 10000) }, true, 5000, false},
	{"10,000 quotes, a paragraph each", func() []byte { return repeat("“No,” said Edith Rowan.\n\n", 10000) }, true, 9000, false},
	{"100,000 opening marks", func() []byte { return repeat("“", 100000) }, true, 0, true},
	{"100,000 marks of all kinds", func() []byte { return repeat(`“"'«„‘`+"`", 15000) }, true, 0, true},
	{"nested 5,000 deep", func() []byte {
		return []byte(strings.Repeat("He said: “", 5000) + "no" + strings.Repeat("”", 5000))
	}, true, 0, false},
	{"said said said", func() []byte { return repeat("said ", 50000) }, true, 0, true},
	{"a chain of 10,000 cues", func() []byte { return repeat("Edith Rowan said that ", 10000) }, true, 0, false},
	{"a word of 2 MB", func() []byte { return repeat("a", 2<<20) }, true, 0, true},
	{"a sentence of 200,000 words", func() []byte { return repeat("and the harbour ", 66666) }, true, 0, true},
	{"200,000 empty lines", func() []byte { return repeat("\n", 200000) }, true, 0, true},
	{"200,000 full stops", func() []byte { return repeat(". ", 200000) }, true, 0, true},
	{"100,000 colons at line ends", func() []byte { return repeat("A:\n", 100000) }, true, 0, true},
	{"100,000 capitals", func() []byte { return repeat("Ada Ben ", 50000) }, true, 0, true},
	{"combining marks on one letter", func() []byte { return []byte("She said e" + strings.Repeat("\u0301", 100000) + ".") }, true, 0, true},
	{"emoji and joiners", func() []byte { return repeat("“👩‍👩‍👧‍👦 é,” said Zoë Ké. ", 500) }, true, 100, false},
	{"right to left", func() []byte { return repeat("\u202e“שלום,” said Noa. \u202c", 500) }, true, 0, false},
	{"20 MB of one line", func() []byte { return repeat("word ", article.MaxText/5+1) }, true, 0, true},
}

// TestHostilePages reads each of them: no panic, an end within a minute, an
// error that names the article or a reading that passes its own check, and the
// same the second time.
func TestHostilePages(t *testing.T) {
	for _, model := range onrecord.Models {
		t.Run(string(model), func(t *testing.T) { hostilePages(t, model) })
	}
}

func hostilePages(t *testing.T, model reader.Model) {
	rd, err := reader.New(model)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			p := article.Page{Article: "hostile.page", Bytes: c.page(), Raw: c.raw}
			began := time.Now()
			r, err := rd.Read(p)
			if took := time.Since(began); took > time.Minute {
				t.Errorf("took %v, want less than a minute", took)
			}
			if err != nil {
				if !c.unread || !strings.Contains(err.Error(), "hostile.page") {
					t.Errorf("have error %.200v, want a reading or an error that names the article", err)
				}
				return
			}
			checkReading(t, r)
			if len(r.Statements) < c.statements || c.statements > 0 && r.Doc.Unread != "" {
				t.Errorf("have %d statements (unread %q), want %d or more", len(r.Statements), r.Doc.Unread, c.statements)
			}
			if len(p.Bytes) <= 1<<16 {
				if again, err := rd.Read(p); err != nil || !reflect.DeepEqual(r, again) {
					t.Errorf("a second reading differs (%v)", err)
				}
			}
		})
	}
}

func checkReading(t *testing.T, r *onrecord.Reading) {
	t.Helper()
	if err := r.Check(); err != nil {
		t.Errorf("Check: %.300v", err)
	}
	if !utf8.ValidString(r.Doc.Text) {
		t.Error("the text is not valid UTF-8")
	}
	for i := range r.Statements {
		for _, s := range append(r.Statements[i].Content, r.Statements[i].Cue, r.Statements[i].Source) {
			if s.End < len(r.Doc.Text) && !utf8.RuneStart(r.Doc.Text[s.Start]) || s.End < len(r.Doc.Text) && !utf8.RuneStart(r.Doc.Text[s.End]) {
				t.Errorf("statement %d: span %v is not on the edge of a code point", i, s)
			}
		}
	}
}

func TestTooLargeSaysSo(t *testing.T) {
	rd, err := reader.New(reader.Fast)
	if err != nil {
		t.Fatal(err)
	}
	_, err = rd.Read(article.Page{Article: "big.txt", Bytes: make([]byte, 100<<20)})
	if err == nil || !strings.Contains(err.Error(), "big.txt") {
		t.Errorf("100 MB: have %v, want an error that names the article", err)
	}
}

func repeat(s string, n int) []byte { return bytes.Repeat([]byte(s), n) }

func noise() []byte {
	rnd := rand.New(rand.NewPCG(5, 6))
	out := make([]byte, 1<<16)
	for i := range out {
		out[i] = byte(rnd.Uint32())
	}
	return out
}

func utf16Bytes(order binary.AppendByteOrder) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + plainStory)) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

// windows1252 writes the few characters of plainStory that are not ASCII.
func windows1252(s string) []byte {
	return []byte(strings.NewReplacer("“", "\x93", "”", "\x94", "—", "\x97").Replace(s))
}

func html(head string) string {
	return "<!DOCTYPE html><html><head>" + head + "<title>Harbour to reopen</title></head><body><article><h1>Harbour to reopen</h1><p>" +
		strings.ReplaceAll(strings.TrimSpace(plainStory), "\n\n", "</p><p>") + "</p></article></body></html>"
}
