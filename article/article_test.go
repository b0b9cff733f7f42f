package article

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"onrecord"
)

const story = "The council voted on Tuesday to close the bridge, and the mayor said that it would stay closed until June.\n\n" +
	"“We have no choice,” the mayor told reporters. “The steel is older than I am.”\n\n" +
	"Residents of the island said that they had not been asked.\n"

func utf16Bytes(s string, order binary.AppendByteOrder) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, unit)
	}
	return b
}

func utf32Bytes(s string) []byte {
	var b []byte
	for _, r := range s {
		b = binary.LittleEndian.AppendUint32(b, uint32(r))
	}
	return b
}

// TestDecode: what the bytes are, what the Text must be.
func TestDecode(t *testing.T) {
	latin := strings.NewReplacer("“", "\x93", "”", "\x94").Replace(story)
	for _, c := range []struct {
		name        string
		bytes       []byte
		contentType string
		want        string
	}{
		{"UTF-8", []byte(story), "", story},
		{"UTF-8 with mark", []byte("\uFEFF" + story), "", "\uFEFF" + story},
		{"UTF-8 that HTTP calls latin", []byte(story), "text/plain; charset=iso-8859-1", story},
		{"UTF-16LE with mark", utf16Bytes("\uFEFF"+story, binary.LittleEndian), "", "\uFEFF" + story},
		{"UTF-16BE with mark", utf16Bytes("\uFEFF"+story, binary.BigEndian), "", "\uFEFF" + story},
		{"UTF-16LE without mark", utf16Bytes(story, binary.LittleEndian), "", story},
		{"UTF-32LE with mark", utf32Bytes("\uFEFF" + story), "", "\uFEFF" + story},
		{"windows-1252", []byte(latin), "", story},
		{"windows-1251 as HTTP says", []byte("\xcc\xfd\xf0 \xf1\xea\xe0\xe7\xe0\xeb."), "text/plain; charset=windows-1251", "Мэр сказал."},
		{"UTF-8 cut in a character", []byte("“Nobody asked us,” said the café’s owner.\xe2\x80"), "", "“Nobody asked us,” said the café’s owner.\uFFFD"},
		{"odd characters", []byte("A\x00 soft\u00ADhyphen, no\u00A0break.\r\nNext line.\r\n"), "", "A\x00 soft\u00ADhyphen, no\u00A0break.\r\nNext line.\r\n"},
	} {
		doc, err := Read(Page{Article: c.name, Bytes: c.bytes, ContentType: c.contentType})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if doc.Text != c.want {
			t.Errorf("%s: have %q, want %q", c.name, doc.Text, c.want)
		}
		if err := (&onrecord.Reading{Doc: doc}).Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestHTMLCharset: pages that declare a charset, rightly and wrongly.
func TestHTMLCharset(t *testing.T) {
	page := func(declared, quoted string) []byte {
		return []byte(`<html><head><meta charset="` + declared + `"><title>t</title></head><body><article><p>` + quoted +
			` said the mayor of the island, who had not been asked about the bridge before it was closed on Tuesday.</p></article></body></html>`)
	}
	for _, c := range []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"declared", page("windows-1252", "\x93No,\x94"), "“No,”"},
		{"lying", page("iso-8859-1", "“No,”"), "“No,”"},
		{"calls itself UTF-8", page("utf-8", "\x93No,\x94"), "“No,”"},
	} {
		doc, err := Read(Page{Article: c.name, Bytes: c.bytes})
		if err != nil || !strings.Contains(doc.Text, c.want) {
			t.Errorf("%s: have %v %q, want %q in it", c.name, err, doc.Text, c.want)
		}
	}
}

// TestUnreadable: what is no text ends in an error that names the file and
// says what to do.
func TestUnreadable(t *testing.T) {
	for _, c := range []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"empty", nil, "empty"},
		{"blank", []byte(" \r\n\t\n"), "empty"},
		{"only marks", []byte("\uFEFF\u200B\n"), "white space"},
		{"PDF", []byte("%PDF-1.4\nmore"), "PDF"},
		{"PNG", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "image/png"},
		{"machine code", []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00\x01\x00\x00\x00"), "binary"},
	} {
		for _, raw := range []bool{false, true} {
			_, err := Read(Page{Article: c.name + ".txt", Bytes: c.bytes, Raw: raw})
			if !errors.Is(err, onrecord.ErrNotText) || !strings.Contains(err.Error(), c.name+".txt") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: have error %v, want one that wraps ErrNotText, names the file and says %q", c.name, err, c.want)
			}
		}
	}
}

// TestUnread: text that is kept and not read, with the reason.
func TestUnread(t *testing.T) {
	french := "Le maire a déclaré mardi que le pont resterait fermé jusqu'au mois de juin. « Nous n'avons pas le choix », a-t-il dit aux journalistes.\n\n" +
		"Les habitants de l'île ont répondu qu'ils n'avaient pas été consultés, et que les bateaux ne suffiraient pas pendant l'hiver.\n"
	for _, c := range []struct{ name, text, want string }{
		{"article", story, ""},
		{"one sentence", "The mayor said that it would rain.", ""},
		{"BMW", "BMW said on Monday that it would close the plant.", ""},
		{"French", french, "not English: fr"},
		{"too short to tell", "Le maire a dit non.", ""},
		{"error page", "<html><head><title>Page not found</title></head><body><h1>404 Not Found</h1><p>The page you requested is not here.</p></body></html>", "not an article: an error page"},
		{"wall", "Log in to continue\n\nPlease log in to read this article.\n\nEmail\n\nPassword\n", "not an article: a login or subscription wall"},
		{"list", strings.Repeat("Mayor opens bridge\nBridge closed again\n", 10), "not an article: a list of links or titles"},
		{"nothing", "<html><head><title>x</title><script>var a = 1</script></head><body></body></html>", "not an article: no text"},
	} {
		doc, err := Read(Page{Article: c.name, Bytes: []byte(c.text)})
		if err != nil || doc.Unread != c.want {
			t.Errorf("%s: have %v %q, want %q", c.name, err, doc.Unread, c.want)
		}
	}
}

// TestRaw: the whole of a raw file is article, even where it looks like page or
// HTML, and only a given date is a date.
func TestRaw(t *testing.T) {
	text := "<p>Sign up for our newsletter\n\nPublished March 3, 2017\n\nThe mayor spoke.\n"
	doc, err := Read(Page{Article: "a", Bytes: []byte(text), Raw: true})
	if err != nil {
		t.Fatal(err)
	}
	if doc.Text != text || len(doc.Boilerplate) > 0 || len(doc.Paragraphs) != 3 || !doc.Published.IsZero() || doc.Extracted || doc.Unread != "" {
		t.Errorf("have %+v, want the text whole, three paragraphs, nothing marked, no date", doc)
	}
}

// TestPublished: given dates and those that pages print.
func TestPublished(t *testing.T) {
	for _, c := range []struct{ given, edtf, from, until string }{
		{"2017-08-01", "2017-08-01", "2017-08-01", "2017-08-02"},
		{"2017-12", "2017-12", "2017-12-01", "2018-01-01"},
		{"2017", "2017", "2017-01-01", "2018-01-01"},
		{"1912-04-15", "1912-04-15", "1912-04-15", "1912-04-16"},
		{"2017-12-12T23:30:00-05:00", "2017-12-12", "2017-12-12", "2017-12-13"},
		{"2017-10~", "2017-10~", "", ""},
	} {
		doc, err := Read(Page{Article: "a", Bytes: []byte(story), Published: onrecord.EDTF(c.given)})
		if err != nil {
			t.Fatal(err)
		}
		want := onrecord.Claimed{EDTF: onrecord.EDTF(c.edtf), From: onrecord.Day(c.from), Until: onrecord.Day(c.until), Basis: "given"}
		if doc.Published != want {
			t.Errorf("%s: have %+v, want %+v", c.given, doc.Published, want)
		}
	}
	for _, c := range []struct{ article, url, want string }{
		{"https://crier.example/2017/08/01/bridge", "", "2017-08-01"},
		{"a.txt", "https://crier.example/news/2017-08-01-bridge", "2017-08-01"},
		{"a.txt", "https://crier.example/news/bridge-20170801.html", "2017-08-01"},
		{"a.txt", "https://crier.example/news/12017080101", ""},
		{"2017/08/01/a.txt", "", ""},
	} {
		doc, err := Read(Page{Article: c.article, URL: c.url, Bytes: []byte(story)})
		if err != nil || string(doc.Published.EDTF) != c.want {
			t.Errorf("%s %s: have %v %+v, want %q", c.article, c.url, err, doc.Published, c.want)
		}
	}
	for line, want := range map[string]string{
		"Published March 3, 2017 4:05 pm EST":                    "2017-03-03",
		"Fri 8 Jun 2018 17.42 BST":                               "2018-06-08",
		"Sept. 3rd, 2017":                                        "2017-09-03",
		"JUNE 5, 2020 / 7:12 PM / UPDATED 2 HOURS AGO":           "2020-06-05",
		"2017-03-03 10:00":                                       "2017-03-03",
		"Updated Oct 2, 2019 at 9:41 PM":                         "",
		"A version of this appears in print on January 13, 2017": "",
		"3/11/2017":         "",
		"March 3":           "",
		"February 30, 2017": "",
	} {
		if have := publishedDay(line); have != want {
			t.Errorf("%q: have %q, want %q", line, have, want)
		}
	}
}

// TestNames: bylines as they are printed.
func TestNames(t *testing.T) {
	for line, want := range map[string]string{
		"By Jane Roe": "Jane Roe",
		"By JANE ROE and JOHN VAN DOE, Staff Writers":     "Jane Roe; John Van Doe",
		"Jane Roe and John Doe, The Ledger Project":       "Jane Roe; John Doe",
		"Written by J.D. Roe | Updated: August 19, 2018":  "J.D. Roe",
		"Posted on May 9, 2016 by tomkettle":              "",
		"The Associated Press":                            "",
		"Reporting by Astrid Moe in Oslo and Kenji Okada": "Astrid Moe; Kenji Okada",
		"Ludwig van der Berg":                             "Ludwig van der Berg",
		"Health Reporter":                                 "",
	} {
		if have := strings.Join(names(line), "; "); have != want {
			t.Errorf("%q: have %q, want %q", line, have, want)
		}
	}
}

// TestParagraphs: one paragraph a line, or several lines where they were broken
// to a width.
func TestParagraphs(t *testing.T) {
	wrapped := "The council voted on Tuesday to close the bridge, and the\nmayor said that it would stay closed until the month of\nJune at least.\n\n" +
		"\"We have no choice,\" the mayor told the reporters there.\n\"The steel is older than I am, and so are the plans for\nit.\"\n\n" +
		"Home\nSports\n\n    Residents of the island said that they had not been\nasked, and would not pay for the boats that were to take\nthem to work.\n    The boats are late.\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"lines", "One.\r\nTwo.\r\n\r\n \uFEFFThree. \u00A0\n", []string{"One.", "Two.", "Three."}},
		{"separators", "One.\u2028Two.\u2029Three.\fFour.\rFive.", []string{"One.", "Two.", "Three.", "Four.", "Five."}},
		{"wrapped", wrapped, []string{
			"The council voted on Tuesday to close the bridge, and the\nmayor said that it would stay closed until the month of\nJune at least.",
			"\"We have no choice,\" the mayor told the reporters there.\n\"The steel is older than I am, and so are the plans for\nit.\"",
			"Home", "Sports",
			"Residents of the island said that they had not been\nasked, and would not pay for the boats that were to take\nthem to work.",
			"The boats are late.",
		}},
	} {
		var have []string
		for _, p := range paragraphs(c.text) {
			have = append(have, p.In(c.text))
		}
		if strings.Join(have, "¶") != strings.Join(c.want, "¶") {
			t.Errorf("%s: have %q, want %q", c.name, have, c.want)
		}
	}
}
