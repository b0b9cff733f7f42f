// Package entitytest builds Readings for the tests of entity and date: from
// texts with marks, and from PolNeAR where that corpus lies.
//
// A marked text has <s1>sources</s1>, <c1>cues</c1> and <q1>content</q1> of
// statement 1, and so on; a mark with two numbers, <s12>, belongs to both.
// Names are told from the lines that begin the text:
//
//	PERSON: Ann Lee, Lee
//	ORGANIZATION: Harbour Board
//	published: 2019-05-08
//	headline: yes
//
// Tags come from a short list of words, heads are all roots: enough for rules
// that scan, not for those that follow the parse.
package entitytest

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"onrecord"
)

var (
	markRE  = regexp.MustCompile(`</?([scq])([0-9]+)>`)
	tokenRE = regexp.MustCompile(`\d{4}-\d\d-\d\d|[A-Z]\.(?:[A-Z]\.)*|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|n['’]t|['’](?:s|re|ve|ll|d|m)\b|[\p{L}\p{N}@#$_]+(?:[-.&][\p{L}\p{N}]+)*|--|\S`)
)

// Reading reads a marked text.
func Reading(marked string) (*onrecord.Reading, error) {
	head, body, _ := strings.Cut(strings.TrimSpace(marked), "\n\n")
	doc := &onrecord.Document{Article: "case", Language: "en"}
	names := map[string]string{}
	headline := false
	for _, line := range strings.Split(head, "\n") {
		key, value, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, fmt.Errorf("marked text: line %q is not key: value", line)
		}
		switch key {
		case "published":
			doc.Published = onrecord.Claimed{EDTF: onrecord.EDTF(value), Basis: "given"}
		case "byline":
			doc.Byline = []string{value}
		case "headline":
			headline = true
		default:
			for _, name := range strings.Split(value, ", ") {
				names[name] = key
			}
		}
	}
	r := &onrecord.Reading{Doc: doc}
	marks := unmark(r, body)
	Prepare(r, headline)
	split(r)
	if err := statements(r, marks); err != nil {
		return nil, err
	}
	roughTags(r, names)
	return r, r.Check()
}

type mark struct {
	kind   string
	number byte
	span   onrecord.Span
}

// unmark takes the marks out of the body, which becomes the Text.
func unmark(r *onrecord.Reading, body string) []mark {
	var text strings.Builder
	var marks []mark
	open := map[string]int{}
	last := 0
	for _, m := range markRE.FindAllStringSubmatchIndex(body, -1) {
		text.WriteString(body[last:m[0]])
		last = m[1]
		id := body[m[2]:m[5]]
		if body[m[0]+1] != '/' {
			open[id] = text.Len()
			continue
		}
		for _, n := range []byte(body[m[4]:m[5]]) {
			marks = append(marks, mark{body[m[2]:m[3]], n, onrecord.Span{Start: open[id], End: text.Len()}})
		}
	}
	text.WriteString(body[last:])
	r.Doc.Text = text.String()
	return marks
}

// Prepare sets the paragraphs, the headline and the ID of a document, and the
// quotations.
func Prepare(r *onrecord.Reading, headline bool) {
	at := 0
	for _, line := range strings.SplitAfter(r.Doc.Text, "\n") {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" {
			start := at + strings.Index(line, trimmed)
			r.Doc.Paragraphs = append(r.Doc.Paragraphs, onrecord.Span{Start: start, End: start + len(trimmed)})
		}
		at += len(line)
	}
	if headline && len(r.Doc.Paragraphs) > 0 {
		r.Doc.Headline = r.Doc.Paragraphs[0]
	}
	r.Doc.ID = r.Doc.ComputeID()
	for _, p := range r.Doc.Paragraphs {
		quotations(r, p)
	}
}

// quotations finds double quotation marks, two single ones among them, within
// a paragraph.
func quotations(r *onrecord.Reading, p onrecord.Span) {
	text := r.Doc.Text[:p.End]
	open, size := -1, 0
	for at := p.Start; at < p.End; at++ {
		n := markSize(text[at:])
		if n == 0 {
			continue
		}
		if open < 0 {
			open, size = at, n
		} else {
			r.Quotations = append(r.Quotations, quotation(text, open, size, at, at+n, true))
			open = -1
		}
		at += n - 1
	}
	if open >= 0 {
		r.Quotations = append(r.Quotations, quotation(text, open, size, p.End, p.End, false))
	}
}

func markSize(text string) int {
	for _, mark := range []string{"“", "”", "\"", "''"} {
		if strings.HasPrefix(text, mark) {
			return len(mark)
		}
	}
	return 0
}

func quotation(text string, start, size, inner, end int, closed bool) onrecord.Quotation {
	return onrecord.Quotation{
		Span: onrecord.Span{Start: start, End: end}, Inner: onrecord.Span{Start: start + size, End: inner},
		Closed: closed, Opening: text[start : start+size],
	}
}

// split cuts paragraphs into tokens, and into sentences after a stop.
func split(r *onrecord.Reading) {
	for n, p := range r.Doc.Paragraphs {
		first := len(r.Tokens)
		text := p.In(r.Doc.Text)
		for _, m := range tokenRE.FindAllStringIndex(text, -1) {
			r.Tokens = append(r.Tokens, onrecord.Token{Span: onrecord.Span{Start: p.Start + m[0], End: p.Start + m[1]}, Head: -1, Rel: "root", Name: "O"})
			w := text[m[0]:m[1]]
			rest := text[m[1]:]
			if w == "." || w == "?" || w == "!" || (w == "”" || w == "\"") && strings.HasPrefix(rest, " ") && endsStop(text[:m[0]]) {
				if rest != "" && rest[0] != '"' && !strings.HasPrefix(rest, "”") && !lowerNext(rest) {
					r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: len(r.Tokens), Paragraph: n})
					first = len(r.Tokens)
				}
			}
		}
		if first < len(r.Tokens) {
			r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: len(r.Tokens), Paragraph: n})
		}
	}
}

func endsStop(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
}

func lowerNext(s string) bool {
	for _, c := range strings.TrimSpace(s) {
		return unicode.IsLower(c)
	}
	return false
}

func statements(r *onrecord.Reading, marks []mark) error {
	byNumber := map[byte]*onrecord.Statement{}
	for _, m := range marks {
		st := byNumber[m.number]
		if st == nil {
			st = &onrecord.Statement{Doc: r.Doc.ID}
			byNumber[m.number] = st
		}
		switch m.kind {
		case "s":
			st.Source = m.span
		case "c":
			st.Cue = m.span
		case "q":
			st.Content = append(st.Content, m.span)
		}
	}
	for n := byte('0'); n <= '9'; n++ {
		if st := byNumber[n]; st != nil {
			Finish(r, st)
			r.Statements = append(r.Statements, *st)
		}
	}
	if len(r.Statements) < len(byNumber) {
		return fmt.Errorf("marked text: statements are numbered 0 to 9")
	}
	return nil
}

// Finish computes a statement's Verbatim, Kind and ID from its spans.
func Finish(r *onrecord.Reading, st *onrecord.Statement) {
	covered, all := 0, 0
	for _, c := range st.Content {
		all += c.Len()
		for _, q := range r.Quotations {
			v := onrecord.Span{Start: max(c.Start, q.Inner.Start), End: min(c.End, q.Inner.End)}
			if v.Start < v.End {
				st.Verbatim = append(st.Verbatim, v)
				covered += min(c.End, q.End) - max(c.Start, q.Start)
			}
		}
	}
	switch {
	case len(st.Content) == 0:
		st.Kind = onrecord.Reported
	case covered == 0:
		st.Kind = onrecord.Indirect
	case covered >= all-2:
		st.Kind = onrecord.Direct
	default:
		st.Kind = onrecord.Mixed
	}
	st.ID = st.ComputeID()
}

// roughTags tags from lists, and names from the names given: the longest first.
func roughTags(r *onrecord.Reading, names map[string]string) {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		w := t.In(r.Doc.Text)
		t.Lemma = strings.ToLower(w)
		t.Tag = roughTag(w)
	}
	list := make([]string, 0, len(names))
	for name := range names {
		list = append(list, name)
	}
	sort.Strings(list)
	slices.SortStableFunc(list, func(a, b string) int { return len(a) - len(b) })
	for _, name := range list {
		for at := 0; ; {
			i := strings.Index(r.Doc.Text[at:], name)
			if i < 0 {
				break
			}
			s := onrecord.Span{Start: at + i, End: at + i + len(name)}
			at = s.End
			for k := range r.Tokens {
				if s.Contains(r.Tokens[k].Span) {
					r.Tokens[k].Name = names[name]
				}
			}
		}
	}
}
