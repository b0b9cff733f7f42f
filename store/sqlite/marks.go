package sqlite

import (
	"strconv"
	"strings"

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
//	ta20171212 tc2017 t0        time of saying, see times.go; unknown
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
