package export_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/export"
)

// feedOf is two statements and a change between them; words stand in each.
func feedOf(words string) *export.Feed {
	f := &export.Feed{Of: "changes issue:" + words, Title: "Changes on " + words, About: "What " + words + " changed", Base: "http://127.0.0.1:8080",
		Self: "/changes.atom?issue=" + url.QueryEscape(words), Page: "/changes?issue=" + url.QueryEscape(words), Next: "/changes.atom?after=x"}
	day := func(d string) onrecord.Claimed {
		return onrecord.Claimed{EDTF: onrecord.EDTF(d), From: onrecord.Day(d), Basis: "given"}
	}
	one := export.Saying{ID: "sone", Kind: onrecord.Direct, Act: onrecord.Asserted, Speaker: "Ada Brandt", Role: "minister of " + words,
		Content: "The ferry stays " + words, Cue: "said", Said: day("2026-01-31"), Published: day("2026-02-02"), Outlet: "Coast Herald", Article: words, Address: "https://example.org/a?q=" + words,
		Reports: 3, Outlets: 2, Sources: 1, Way: export.Way{Addressee: words}}
	two := export.Saying{ID: "stwo", Kind: onrecord.Indirect, Act: onrecord.Denied, Source: words, Candidates: []string{words}, Content: "that " + words, Cue: "denied", Outlet: words,
		Said: onrecord.Claimed{EDTF: "../2026-03", Until: "2026-04-01", Basis: "inferred"}, Address: "notes/" + words + ".txt"}
	c := onrecord.Change{Issue: "ferry", Kind: onrecord.DropsCondition, Earlier: one.ID, Later: two.ID, Why: []string{words}, Caveats: []string{"a paraphrase by " + words}}
	c.ID = c.ComputeID()
	f.Change(&c, words, &one, &two)
	f.Statement(&one)
	f.Statement(&two)
	f.Statement(&one) // is there already
	return f
}

func atom(t *testing.T, f *export.Feed) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Atom(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAtom(t *testing.T) {
	have := atom(t, feedOf("Elm & Ash"))
	const path = "testdata/feed.atom"
	if *update {
		if err := os.WriteFile(path, []byte(have), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if have != string(want) {
		t.Errorf("have\n%s\nwant\n%s", have, want)
	}
	if err := validFeed(have, 3); err != nil {
		t.Error(err)
	}
	if err := validFeed(atom(t, &export.Feed{Of: "nothing", Title: "Nothing"}), 0); err != nil {
		t.Errorf("a feed without entries: %v", err)
	}
}

// What the words are does not matter to the feed: it is valid, and nothing of
// them becomes an element of the feed or of the HTML in it.
func TestAtomHostile(t *testing.T) {
	for _, words := range []string{"", "]]><script>alert(1)</script>", `"><entry><id>x</id></entry>`, "&lt;b&gt; &amp; &#0;", "\x00\x01\x1b[31m\uFFFE\u202e", "\xff\xfe broken", strings.Repeat("long ", 10000), "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", "javascript:alert(1)", "\r\n\t"} {
		have := atom(t, feedOf(words))
		if err := validFeed(have, 3); err != nil {
			t.Errorf("%.40q: %v", words, err)
		}
	}
}

// validFeed holds text against what RFC 4287 asks of a feed, with so many
// entries: elements and how often, IDs that differ, times of RFC 3339, links
// with an address, content that is escaped HTML of the elements we use.
func validFeed(text string, entries int) error {
	var f struct {
		XMLName xml.Name
		element
		Entries []element `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := wellFormed(text); err != nil {
		return err
	}
	if err := xml.Unmarshal([]byte(text), &f); err != nil {
		return err
	}
	if f.XMLName != (xml.Name{Space: "http://www.w3.org/2005/Atom", Local: "feed"}) || len(f.Entries) != entries {
		return fmt.Errorf("%v with %d entries, want a feed with %d", f.XMLName, len(f.Entries), entries)
	}
	ids, newest := map[string]bool{}, ""
	for i, e := range append(f.Entries, f.element) {
		if err := e.valid(); err != nil {
			return fmt.Errorf("element %d: %w", i, err)
		}
		if ids[e.IDs[0]] {
			return fmt.Errorf("the ID %s comes twice", e.IDs[0])
		}
		ids[e.IDs[0]] = true
		if i < len(f.Entries) {
			newest = max(newest, e.Updated[0])
			if err := validHTML(e.Content); err != nil {
				return fmt.Errorf("element %d: %w", i, err)
			}
		} else if entries > 0 && e.Updated[0] != newest {
			return fmt.Errorf("the feed was updated %s, its newest entry %s", e.Updated[0], newest)
		}
	}
	return nil
}

// An element is a feed or an entry.
type element struct {
	IDs     []string `xml:"http://www.w3.org/2005/Atom id"`
	Titles  []string `xml:"http://www.w3.org/2005/Atom title"`
	Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
	Authors []struct {
		Name string `xml:"http://www.w3.org/2005/Atom name"`
	} `xml:"http://www.w3.org/2005/Atom author"`
	Links []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"http://www.w3.org/2005/Atom link"`
	Content string `xml:"http://www.w3.org/2005/Atom content"`
}

func (e *element) valid() error {
	if len(e.IDs) != 1 || len(e.Titles) != 1 || len(e.Updated) != 1 || len(e.Authors) == 0 || e.Authors[0].Name == "" {
		return fmt.Errorf("%d id, %d title, %d updated, authors %v; want one of each, and an author with a name", len(e.IDs), len(e.Titles), len(e.Updated), e.Authors)
	}
	if u, err := url.Parse(e.IDs[0]); err != nil || !u.IsAbs() {
		return fmt.Errorf("the ID %q is no absolute address", e.IDs[0])
	}
	if _, err := time.Parse(time.RFC3339, e.Updated[0]); err != nil {
		return err
	}
	alternates := 0
	for _, l := range e.Links {
		u, err := url.Parse(l.Href)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || l.Rel == "" || strings.ContainsAny(l.Href, " \"<>\n\uFFFD") {
			return fmt.Errorf("link %+v: %v", l, err)
		}
		if l.Rel == "alternate" {
			alternates++
		}
	}
	if alternates > 1 {
		return fmt.Errorf("%d alternates", alternates)
	}
	return nil
}

// validHTML looks for elements that we do not write.
func validHTML(text string) error {
	rest := text
	for _, tag := range []string{"p", "blockquote", "h4", "br"} {
		rest = strings.NewReplacer("<"+tag+">", "", "</"+tag+">", "").Replace(rest)
	}
	if strings.ContainsAny(rest, "<>\x00") {
		return fmt.Errorf("not ours: %.200q", rest)
	}
	return nil
}

func wellFormed(text string) error {
	dec := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// A feed of any words is valid.
func FuzzAtom(f *testing.F) {
	for _, words := range []string{"Elm & Ash", "]]>", "<a href=x>", "\xff\x00\u2028", "https://example.org/%zz \" <"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		feed := feedOf(words)
		s := export.Saying{ID: "sthree", Content: words, Address: words, Said: onrecord.Claimed{EDTF: "x", From: onrecord.Day(words)}}
		feed.Statement(&s)
		if have := atom(t, feed); validFeed(have, 4) != nil {
			t.Errorf("%q: %v in\n%s", words, validFeed(have, 4), have)
		}
	})
}
