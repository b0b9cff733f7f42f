package article

import (
	"fmt"
	"strings"
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"onrecord"
)

// A timeElement is a <time> with where it stands.
type timeElement struct {
	value     string
	published bool // its own attributes or its parent's say so
	afterH1   bool
}

func (m *meta) addTime(n *html.Node) {
	value := attr(n, "datetime")
	if value == "" {
		value = textOf(n)
	}
	hint := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop") + " " + attr(n, "id"))
	if strings.Contains(hint, "updated") || strings.Contains(hint, "modified") {
		if !strings.Contains(hint, "publish") {
			return
		}
	}
	for up := n.Parent; up != nil; up = up.Parent {
		switch up.Data {
		case "aside", "nav", "footer", "li":
			return
		}
	}
	said := strings.Contains(hint, "publish") || strings.Contains(hint, "pubdate") || strings.Contains(hint, "entry-date") || hasAttr(n, "pubdate")
	m.times = append(m.times, timeElement{value, said, len(m.h1) > 0})
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// published returns when the page says it was published. What is asked first
// says it most plainly; a date that is only somewhere on the page is taken
// when the search for it does not fill anything in from today.
func (m *meta) published(root *html.Node, address string) onrecord.Claimed {
	if c := published(m.data.published, "json-ld"); !c.IsZero() {
		return c
	}
	for _, name := range []string{
		"article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
		"bt:pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
		"publication_date", "publish-date", "publishdate", "publish_date", "pubdate", "date", "rnews:datepublished", "cxenseparse:recs:publishtime",
	} {
		if c := published(m.tags[name], "meta"); !c.IsZero() {
			return c
		}
	}
	if c := m.fromTimes(); !c.IsZero() {
		return c
	}
	if day := dayInURL(address); day != "" {
		return published(day, "url")
	}
	return searched(root, address)
}

func (m *meta) fromTimes() onrecord.Claimed {
	for _, t := range m.times {
		if c := published(t.value, "time"); t.published && !c.IsZero() {
			return c
		}
	}
	for _, t := range m.times {
		if c := published(t.value, "time"); t.afterH1 && !c.IsZero() {
			return c
		}
	}
	return onrecord.Claimed{}
}

// searched asks htmldate in its fast mode. It fills missing parts of a date
// from a clock, so it is asked with two clocks, and believed when it says the
// same.
func searched(root *html.Node, address string) (c onrecord.Claimed) {
	defer func() {
		if recover() != nil {
			c = onrecord.Claimed{} // a page it cannot read has no date
		}
	}()
	ask := func(clock time.Time) string {
		opts := htmldate.Options{
			UseOriginalDate: true, SkipExtensiveSearch: true, URL: address,
			MinDate: time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC), MaxDate: time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC),
			DateParserConfig: &dateparser.Configuration{CurrentTime: clock},
		}
		found, err := htmldate.FromDocument(root, opts)
		if err != nil || found.IsZero() {
			return ""
		}
		return found.Format("2006-01-02")
	}
	day := ask(time.Date(2003, 5, 17, 12, 0, 0, 0, time.UTC))
	if day == "" || day != ask(time.Date(2031, 10, 26, 12, 0, 0, 0, time.UTC)) {
		return onrecord.Claimed{}
	}
	// It calls a date without a day the first of the month.
	return published(strings.TrimSuffix(day, "-01"), "text")
}

// dayInURL finds /2017/03/05/, /2017-03-05 or /20170305 in an address.
func dayInURL(address string) string {
	for i := 0; i+1 < len(address); i++ {
		if address[i] != '/' && address[i] != '-' {
			continue
		}
		for _, layout := range []string{"2006/01/02", "2006-01-02", "20060102", "2006/1/2", "2006/jan/02"} {
			end := i + 1 + len(layout)
			if end > len(address) || end < len(address) && digit(address[end]) {
				continue
			}
			if t, err := time.Parse(layout, address[i+1:end]); err == nil && plausible(t) {
				return t.Format("2006-01-02")
			}
		}
	}
	return ""
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func plausible(t time.Time) bool { return t.Year() >= 1980 && t.Year() < 2100 }

// layouts are the ways in which pages write a time for machines, and the
// unambiguous ways in which English writes a day. Of 3/11/2017 nobody knows
// whether it is in March.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04:05",
	"2006-01-02 15:04", "2006-01-02", "2006/01/02", "20060102", "20060102T150405Z", time.RFC1123, time.RFC1123Z,
	"Mon Jan 2 15:04:05 2006", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "January 2 2006",
	"Monday, January 2, 2006", "Monday, 2 January 2006", "Monday 2 January 2006", "Mon, Jan 2, 2006", "Mon 2 Jan 2006",
}

// published reads one date as a whole, in the offset in which it is written.
// Of EDTF it knows a day, a month and a year; anything else that was given is
// kept as it is, without bounds. The zero Claimed means that s is no date.
func published(s string, basis onrecord.Basis) onrecord.Claimed {
	s = strings.TrimSpace(s)
	if s == "" {
		return onrecord.Claimed{}
	}
	if c, ok := wholePeriod(s, basis == "given"); ok {
		c.Basis = basis
		return c
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && (plausible(t) || basis == "given") {
			c := between(t.Format("2006-01-02"), t, t.AddDate(0, 0, 1))
			c.Basis = basis
			return c
		}
	}
	if basis == "given" {
		return onrecord.Claimed{EDTF: onrecord.EDTF(s), Basis: basis}
	}
	return onrecord.Claimed{}
}

// wholePeriod reads "2017" and "2017-12".
func wholePeriod(s string, trusted bool) (onrecord.Claimed, bool) {
	if t, err := time.Parse("2006-01", s); err == nil && (trusted || plausible(t)) {
		return between(s, t, t.AddDate(0, 1, 0)), true
	}
	if t, err := time.Parse("2006", s); err == nil && (trusted || plausible(t)) {
		return between(s, t, t.AddDate(1, 0, 0)), true
	}
	return onrecord.Claimed{}, false
}

func between(edtf string, from, until time.Time) onrecord.Claimed {
	day := func(t time.Time) onrecord.Day {
		return onrecord.Day(fmt.Sprintf("%04d-%02d-%02d", t.Year(), t.Month(), t.Day()))
	}
	return onrecord.Claimed{EDTF: onrecord.EDTF(edtf), From: day(from), Until: day(until)}
}
