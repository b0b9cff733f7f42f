package web

import (
	"encoding/xml"
	"strings"
	"testing"
)

// TestFeeds says that each feed is well-formed and whole, with hostile words in
// it, and is at the address that its page names.
func TestFeeds(t *testing.T) {
	_, st := acrossRecord(t)
	h := New(st, Options{Log: logTo(t)})
	for address, entries := range map[string]int{"/changes": 4, "/search": 14, "/issue/" + string(tollIssue): 11, "/speaker/person:hedda-lund": 6, "/search?q=zeppelin": 0} {
		feed := form(address, "atom")
		if page := body(t, h, address); !strings.Contains(page, `<link rel="alternate" type="application/atom+xml" title="New on record" href="`+feed+`">`) {
			t.Errorf("GET %s: no link to %s", address, feed)
		}
		res := get(t, h, feed)
		if kind := res.Header.Get("Content-Type"); kind != "application/atom+xml" {
			t.Errorf("GET %s: have type %q", feed, kind)
		}
		var f struct {
			ID    string `xml:"id"`
			Links []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Entries []struct {
				ID      string `xml:"id"`
				Content string `xml:"content"`
			} `xml:"entry"`
		}
		if err := xml.NewDecoder(res.Body).Decode(&f); err != nil {
			t.Fatalf("GET %s: %v", feed, err)
		}
		if f.ID == "" || len(f.Entries) != entries {
			t.Errorf("GET %s: have %d entries and the ID %q, want %d and one", feed, len(f.Entries), f.ID, entries)
		}
		if len(f.Links) < 2 || f.Links[0].Rel != "self" || f.Links[0].Href != "http://example.com"+feed || f.Links[1].Href != "http://example.com"+address {
			t.Errorf("GET %s: have the links %v, want it and its page", feed, f.Links)
		}
		for _, e := range f.Entries {
			for _, bad := range []string{"<script", "<em>", "<img"} {
				if strings.Contains(e.Content, bad) {
					t.Errorf("GET %s: %q is not escaped in\n%s", feed, bad, e.Content)
				}
			}
		}
	}
}
