package sqlite

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord"
	"onrecord/store"
)

// Everything a question can ask is a token of the full-text index, so that one
// MATCH answers any combination: it runs through the postings in order of place
// and stops after a page, whichever part is rare. (Joining the words' hits to
// indexed columns instead costs a look-up for each hit of the commoner part.)
//
// A statement's marks are tokens that no text has: each begins with U+E000,
// which is taken out of texts and questions, and ends in a digit, which the
// stemmer leaves alone.
//
//	all0                        every statement
//	kdirect0 aasserted0 xnamed0 kind, act, anonymity
//	s17x0 s0x0                  speaker.seq; unknown
//	nrex0 ntillerson0           words of the speaker's name
//	rsecretary0 r0              words of the role; any
//	hreported0 hobserver0 h0    kinds and words of the names of hops; any
//	blawmakers0 b0              words of the addressee; any
//	ewalksback0 eany0           kinds of the relations it is an end of; any
//	othe0 ohill0 unone0         words of the outlet's name; unknown
//	ddabc…0                     document
//	ta20171212 tc2017 t0        time of saying, see times; unknown
//	pa20171212 pc2017 p0        time of publication
const markSign = "\uE000"

func mark(prefix, value string) string { return markSign + prefix + plain(value) + "0" }

// plain keeps what the tokenizer takes as part of one token.
func plain(value string) string { return strings.Join(store.NameWords(value), "") }

func speakerMark(seq int64) string { return markSign + "s" + strconv.FormatInt(seq, 10) + "x0" }

const everything = markSign + "all0"

// marksOf lists the marks of a statement, separated by spaces.
func marksOf(doc *onrecord.Document, st *onrecord.Statement, speaker *onrecord.Entity, seq int64, kinds string) string {
	all := []string{everything, mark("k", string(st.Kind)), mark("a", string(st.Act)), mark("x", string(st.Anonymity)),
		speakerMark(seq), mark("d", string(doc.ID))}
	if speaker != nil {
		all = append(all, wordMarks("n", speaker.Name)...)
	}
	if doc.Outlet == "" {
		all = append(all, mark("u", "none"))
	}
	all = append(all, wordMarks("o", doc.Outlet)...)
	all = append(all, given("r", st.Role)...)
	all = append(all, given("b", st.Addressee.In(doc.Text))...)
	all = append(all, viaMarks(st.Via)...)
	all = append(all, relationMarks(kinds)...)
	all = append(all, timeMarks("t", st.Said)...)
	all = append(all, timeMarks("p", doc.Published)...)
	return strings.Join(all, " ")
}

// given marks the words of a field that most statements have not, and that it
// has any.
func given(prefix, words string) []string {
	if words == "" {
		return nil
	}
	out := wordMarks(prefix, words)
	if len(out) > 0 {
		out = append(out, mark(prefix, ""))
	}
	return out
}

// viaMarks marks a way by the kinds and names of its hops.
func viaMarks(via []onrecord.Hop) []string {
	var words strings.Builder
	for _, h := range via {
		words.WriteString(string(h.Kind) + " " + h.Name + " ")
	}
	return given("h", words.String())
}

func relationMarks(kinds string) []string {
	var out []string
	for _, kind := range kindList(kinds) {
		out = append(out, mark("e", kind))
	}
	if len(out) > 0 {
		out = append(out, mark("e", store.Any))
	}
	return out
}

func wordMarks(prefix, name string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range store.NameWords(name) {
		if !seen[w] {
			seen[w] = true
			out = append(out, mark(prefix, w))
		}
	}
	return out
}

// Times are found by overlap. An interval is cut into the fewest whole
// decades, years, months and days, its pieces. It is marked with "a" and each
// piece and what holds the piece (a day's month, year and decade), and with
// "c" and each piece that is longer than a day. A question is cut up likewise;
// an interval overlaps its piece when the interval is marked with "a" and that
// piece, or with "c" and something that holds it.
//
// A piece is written by its digits: 201 for the 2010s, 2017, 201712, 20171212.
// Open ends of a question reach to 1600 and 2400.
func timeMarks(prefix string, c onrecord.Claimed) []string {
	from, until, ok := known(c)
	if !ok {
		return []string{markSign + prefix + "0"}
	}
	var out []string
	seen := map[string]bool{}
	add := func(m string) {
		if !seen[m] {
			seen[m] = true
			out = append(out, markSign+prefix+m)
		}
	}
	for _, p := range pieces(from, until) {
		for at := p; at != ""; at = holder(at) {
			add("a" + at)
		}
		if len(p) < 8 {
			add("c" + p)
		}
	}
	return out
}

// known is the time as a question compares it: where one end is open, the day
// at the other. Most statements are only known not to be later than the
// article; were they found at any time before, said:2003 would find nearly all
// that was printed since.
func known(c onrecord.Claimed) (from, until onrecord.Day, ok bool) {
	first, hasFirst := parseDay(c.From)
	end, hasEnd := parseDay(c.Until)
	switch {
	case hasFirst && hasEnd && first.Before(end):
		return c.From, c.Until, true
	case hasFirst:
		return c.From, onrecord.Day(first.AddDate(0, 0, 1).Format(time.DateOnly)), true
	case hasEnd:
		return onrecord.Day(end.AddDate(0, 0, -1).Format(time.DateOnly)), c.Until, true
	}
	return "", "", false
}

// overlap is the question for the intervals marked with prefix that overlap
// [from, until), as a list of marks of which one must be there.
func overlap(prefix string, from, until onrecord.Day) []string {
	var out []string
	seen := map[string]bool{}
	add := func(m string) {
		if !seen[m] {
			seen[m] = true
			out = append(out, markSign+prefix+m)
		}
	}
	for _, p := range pieces(from, until) {
		add("a" + p)
		for at := holder(p); at != ""; at = holder(at) {
			add("c" + at)
		}
	}
	return out
}

// holder is the next longer piece that holds p, empty for a decade.
func holder(p string) string {
	switch len(p) {
	case 8:
		return p[:6]
	case 6:
		return p[:4]
	case 4:
		return p[:3]
	}
	return ""
}

var (
	firstDay = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	endDay   = time.Date(2400, 1, 1, 0, 0, 0, 0, time.UTC)
)

// pieces cuts [from, until) up. What is no day counts as open.
func pieces(from, until onrecord.Day) []string {
	at, ok := parseDay(from)
	if !ok || at.Before(firstDay) {
		at = firstDay
	}
	end, ok := parseDay(until)
	if !ok || end.After(endDay) {
		end = endDay
	}
	var out []string
	for at.Before(end) {
		p, next := piece(at, end)
		out = append(out, p)
		at = next
	}
	return out
}

// piece is the longest piece that begins at the day and ends by end.
func piece(at, end time.Time) (string, time.Time) {
	y, m, d := at.Date()
	first := m == time.January && d == 1
	if next := at.AddDate(10, 0, 0); first && y%10 == 0 && !next.After(end) {
		return fmt.Sprintf("%03d", y/10), next
	}
	if next := at.AddDate(1, 0, 0); first && !next.After(end) {
		return fmt.Sprintf("%04d", y), next
	}
	if next := at.AddDate(0, 1, 0); d == 1 && !next.After(end) {
		return fmt.Sprintf("%04d%02d", y, m), next
	}
	return at.Format("20060102"), at.AddDate(0, 0, 1)
}
