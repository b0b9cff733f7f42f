package article

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"onrecord"
)

// decode returns the page's text and whether it is HTML. What makes the
// charset, first that applies: a byte order mark; being valid UTF-8, whatever
// is declared; what HTTP or the page declares; the bytes themselves.
func decode(p Page) (text string, isHTML bool, err error) {
	if len(bytes.TrimSpace(p.Bytes)) == 0 {
		return "", false, fmt.Errorf("%w: the file is empty; look whether it was saved or fetched whole", onrecord.ErrNotText)
	}
	if len(p.Bytes) > MaxText {
		return "", false, tooLarge("text", len(p.Bytes), MaxText)
	}
	if what := binaryKind(p.Bytes); what != "" {
		return "", false, fmt.Errorf("%w: it is %s; convert it to plain text or HTML first", onrecord.ErrNotText, what)
	}
	text, err = decodeText(p.Bytes, p.ContentType)
	if err != nil {
		return "", false, fmt.Errorf("%w: %w; save it as UTF-8", onrecord.ErrNotText, err)
	}
	if trim(text, onrecord.Span{End: len(text)}).Len() == 0 {
		return "", false, fmt.Errorf("%w: the file holds nothing but white space", onrecord.ErrNotText)
	}
	isHTML = !p.Raw && looksHTML(text)
	if isHTML && len(p.Bytes) > MaxHTML {
		return "", false, tooLarge("HTML", len(p.Bytes), MaxHTML)
	}
	return text, isHTML, nil
}

// errTooLarge is wrapped by the error for a page over the limits.
var errTooLarge = errors.New("too large")

func tooLarge(kind string, have, most int) error {
	return fmt.Errorf("%w: %d bytes of %s, at most %d are read; split the file, one article each", errTooLarge, have, kind, most)
}

// decodeText decodes b. A byte order mark stays in the text as U+FEFF; what
// cannot be decoded becomes U+FFFD, one for each maximal part of a character.
func decodeText(b []byte, contentType string) (string, error) {
	if enc := byMark(b); enc != nil {
		return decoded(b, enc)
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	if enc := declared(b, contentType); enc != nil {
		return decoded(b, enc)
	}
	return decoded(b, guessed(b))
}

func decoded(b []byte, enc encoding.Encoding) (string, error) {
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("decode as %v: %w", enc, err)
	}
	return strings.ToValidUTF8(string(out), "\uFFFD"), nil
}

// byMark returns the encoding that a byte order mark gives, or that the NUL
// bytes of unmarked UTF-16 give away; nil when neither does. The UTF-32 mark
// begins with the UTF-16 one, so it is tried first.
func byMark(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\x00\x00\xFE\xFF")):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case bytes.HasPrefix(b, []byte("\xFF\xFE\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	return unmarked16(b)
}

// unmarked16 recognises mostly Latin UTF-16 without a mark: nearly every
// second byte is NUL and hardly any other.
func unmarked16(b []byte) encoding.Encoding {
	b = b[:min(len(b), 4096)]
	var nul [2]int
	for i, c := range b {
		if c == 0 {
			nul[i%2]++
		}
	}
	half := len(b) / 2
	switch {
	case half < 4:
		return nil
	case nul[1] > half*3/4 && nul[0] < half/20:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case nul[0] > half*3/4 && nul[1] < half/20:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// declared returns the encoding that HTTP or the head of the page names, nil
// when neither does or they say UTF-8, which b was found not to be.
func declared(b []byte, contentType string) encoding.Encoding {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if enc, name := charset.Lookup(params["charset"]); enc != nil && name != "utf-8" {
			return enc
		}
	}
	if !looksHTML(strings.ToValidUTF8(string(b[:min(len(b), 4096)]), "?")) {
		return nil
	}
	enc, name, _ := charset.DetermineEncoding(b, "")
	if name == "utf-8" || !bytes.Contains(bytes.ToLower(b[:min(len(b), 4096)]), []byte("charset")) {
		return nil
	}
	return enc
}

// guessed tells damaged UTF-8 from a legacy charset, and legacy charsets from
// each other. English has few bytes above ASCII (quotation marks, dashes,
// names), too few to tell charsets by, and nearly all of it is windows-1252.
func guessed(b []byte) encoding.Encoding {
	b = b[:min(len(b), 1<<16)]
	var high, good, bad int
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
			high++
		case size > 1:
			good++
			high += size
		}
		i += size
	}
	if good > bad {
		return unicode.UTF8
	}
	if high*20 < len(b) {
		return charmap.Windows1252
	}
	if best, err := chardet.NewTextDetector().DetectBest(b); err == nil {
		if enc, _ := charset.Lookup(best.Charset); enc != nil {
			return enc
		}
	}
	return charmap.Windows1252
}

// binaryKind says what kind of file b is when it is no text, else "".
func binaryKind(b []byte) string {
	if byMark(b) != nil {
		return ""
	}
	head := b[:min(len(b), 1<<15)]
	control := 0
	for _, c := range head {
		if c < ' ' && !strings.ContainsRune("\t\n\v\f\r\b\x1b", rune(c)) {
			control++
		}
	}
	kind := http.DetectContentType(head)
	switch {
	case kind == "application/pdf":
		return "a PDF file"
	case kind != "application/octet-stream" && !strings.HasPrefix(kind, "text/") && control > 0:
		// Without control bytes it may be a text: "BMW said" begins as a bitmap.
		return "a file of type " + kind
	case control*10 > len(head): // a text may hold a stray NUL
		return "a binary file"
	}
	return ""
}

// looksHTML reports whether text begins as HTML does (WHATWG MIME sniffing),
// or as XHTML or with an element that browsers let stand first.
func looksHTML(text string) bool {
	text = strings.TrimLeft(text, "\uFEFF \t\r\n\f\u00A0")
	if !strings.HasPrefix(text, "<") {
		return false
	}
	head := text[:min(len(text), 1024)]
	if strings.HasPrefix(http.DetectContentType([]byte(head)), "text/html") {
		return true
	}
	head = strings.ToLower(head)
	for _, start := range []string{"<?xml", "<meta", "<link", "<article", "<main", "<section", "<header", "<nav", "<span", "<ul", "<img", "<center", "<!doctype", "<base", "<noscript", "<form"} {
		if strings.HasPrefix(head, start) {
			return !strings.HasPrefix(start, "<?") || strings.Contains(head, "<html")
		}
	}
	return false
}
