package export

import (
	"bytes"
	"crypto/sha1"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord"
)

// A Feed is an Atom feed (RFC 4287): statements or changes, told to who asks for
// them again and again.
//
// Times are days of the articles, at midnight UTC: when a thing came into the
// record is nobody's news, and is not kept. An entry was updated when its article
// was printed, where that is unknown when it was said, and in 1970 where
// neither is known, which its words then say; a change, when both its articles
// were printed. So a feed of the same answers has the same bytes.
type Feed struct {
	Of    string // names the feed for good, whoever serves it: "changes issue:ferry"
	Title string
	About string // what is in it, in a sentence
	Base  string // where the pages of the record are served, "https://example.org"; empty: no links to pages
	Self  string // address of the feed, with Base before it: "/changes.atom"; empty for none
	Page  string // of the page that shows the same
	Next  string // of the feed that goes on (RFC 5005); empty at the end

	entries []atomEntry
	known   map[string]bool // IDs of entries
}

// A Saying is a statement as a feed shows it. What is not known is empty.
type Saying struct {
	ID         onrecord.StatementID
	Kind       onrecord.Kind
	Act        onrecord.Act
	Speaker    string // name
	Role       string
	Source     string   // the words that name the speaker
	Candidates []string // who an unknown speaker could be
	Content    string
	Cue        string
	Way        Way
	Said       onrecord.Claimed
	Published  onrecord.Claimed
	Outlet     string
	Article    string // its title
	Address    string // of the article; only an address of the web is linked to
	Reports    int    // of the utterance, itself included; 0 when not counted
	Outlets    int
	Sources    int // independent reports
}

const atomSpace = "http://www.w3.org/2005/Atom"

type atomFeed struct {
	XMLName  xml.Name    `xml:"feed"`
	Space    string      `xml:"xmlns,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomPerson  `xml:"author"`
	Maker    string      `xml:"generator"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID      string         `xml:"id"`
	Title   string         `xml:"title"`
	Updated string         `xml:"updated"`
	Authors []atomPerson   `xml:"author"`
	Others  []atomPerson   `xml:"contributor"`
	Terms   []atomCategory `xml:"category"`
	Links   []atomLink     `xml:"link"`
	Content atomText       `xml:"content"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomLink struct {
	Rel   string `xml:"rel,attr"`
	Type  string `xml:"type,attr,omitempty"`
	Title string `xml:"title,attr,omitempty"`
	Href  string `xml:"href,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// Atom writes f to w as XML 1.0 in UTF-8.
func Atom(w io.Writer, f *Feed) error {
	out := atomFeed{
		Space: atomSpace, ID: urn("feed", f.Of), Title: plain(f.Title), Subtitle: plain(f.About), Updated: unknownTime,
		Author: atomPerson{"onrecord"}, Maker: "onrecord", Entries: f.entries,
	}
	for _, l := range []atomLink{{"self", "application/atom+xml", "", f.Self}, {"alternate", "text/html", "", f.Page}, {"next", "application/atom+xml", "", f.Next}} {
		if f.Base != "" && l.Href != "" {
			l.Href = f.Base + l.Href
			out.Links = append(out.Links, l)
		}
	}
	for i := range f.entries {
		out.Updated = max(out.Updated, f.entries[i].Updated)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "  ")
	if err := enc.Encode(&out); err != nil {
		return fmt.Errorf("atom: %w", err)
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

// add puts an entry at the end, unless its ID is there already.
func (f *Feed) add(e atomEntry) {
	if f.known == nil {
		f.known = map[string]bool{}
	}
	if !f.known[e.ID] {
		f.known[e.ID] = true
		f.entries = append(f.entries, e)
	}
}

// names is the name space of our UUIDs. It never changes.
const names = "\x9a\x41\x5c\x0e\x77\xd2\x4b\x18\x8f\x63\x2b\xd9\x5e\x10\xc4\x36"

// urn names a thing by a UUID of its name (RFC 9562, version 5), which needs no
// authority: the name is one for good already.
func urn(kind, name string) string {
	sum := sha1.Sum([]byte(names + kind + " " + name))
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// unknownTime stands where a time must stand and none is known.
const unknownTime = "1970-01-01T00:00:00Z"

// updated is the first day that is known of the first time that is known.
func updated(times ...onrecord.Claimed) string {
	for _, c := range times {
		day := string(c.From)
		if day == "" {
			day = lastDay(c.Until)
		}
		if t, err := time.Parse(time.DateOnly, day); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return unknownTime
}

// plain is words in one line, without what could steer a terminal or a page.
func plain(words string) string {
	return strings.Map(harmless, strings.Join(strings.Fields(words), " "))
}

// webAddress is an address of the web as it may stand in a link (RFC 3987),
// empty for another one.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	var b strings.Builder
	for _, r := range u.String() {
		if r <= ' ' || r == 0x7f || strings.ContainsRune("\"<>\\^`{|}", r) || harmless(r) != r || r == utf8.RuneError {
			b.WriteString(url.PathEscape(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	if _, err := url.Parse(b.String()); err != nil {
		return "" // what was escaped may not stand where it does, as in a host
	}
	return b.String()
}
