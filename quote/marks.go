package quote

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// Quotation marks are read paragraph by paragraph, since a paragraph of a long
// quotation opens again even when the one before was never closed.
//
// Double marks (“ ” " „ « » and doubled singles) nest one deep at most; any
// closing mark closes any opening one, because pages mix straight and curly. A
// double mark that opens while another is open ends the open one unclosed. A
// single mark counts only where it cannot be an apostrophe: it must open after
// a space and find a partner before the paragraph ends.

// maxQuotations bounds what is kept of one document; text beyond is read as if
// it held no marks.
const maxQuotations = 100_000

// A mark is one quotation mark with what its place says about it.
type mark struct {
	onrecord.Span
	double bool
	opens  bool // can open
	closes bool // can close
}

// quotations finds the quotations of all paragraphs, in order.
func quotations(text string, paragraphs []onrecord.Span) []onrecord.Quotation {
	var out []onrecord.Quotation
	var marks []mark
	for i, p := range paragraphs {
		if len(out) > maxQuotations {
			break
		}
		marks = findMarks(text, p, marks[:0])
		goesOn := i+1 < len(paragraphs) && opensParagraph(text, paragraphs[i+1])
		out = pairMarks(text, p, marks, goesOn, out)
	}
	setDepths(out)
	return out
}

// markRunes are the marks by what they can do: 'o' open, 'c' close, 'b' both.
func markKind(r rune) (kind byte, double bool) {
	switch r {
	case '"', '＂':
		return 'b', true
	case '“', '„', '«', '‟':
		return 'o', true
	case '”', '»':
		return 'c', true
	case '‘', '‚', '‹', '`':
		return 'o', false
	case '’', '›', '´':
		return 'c', false
	case '\'':
		return 'b', false
	}
	return 0, false
}

func findMarks(text string, p onrecord.Span, out []mark) []mark {
	before := ' '
	for i := p.Start; i < p.End; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:p.End])
		}
		kind, double := markKind(r)
		if kind == 0 {
			before, i = r, i+size
			continue
		}
		if !double && i+size < p.End && strings.HasPrefix(text[i+size:p.End], text[i:i+size]) { // ‘‘ ’’ '' ``
			size, double = 2*size, true
		}
		after := ' '
		if i+size < p.End {
			after, _ = utf8.DecodeRuneInString(text[i+size : p.End])
		}
		m := mark{Span: onrecord.Span{Start: i, End: i + size}, double: double}
		m.opens = kind != 'c' && canOpen(before, after, double && kind == 'o')
		m.closes = kind != 'o' && canClose(before, after, double && kind == 'c')
		if m.opens || m.closes {
			out = append(out, m)
		}
		before, i = r, i+size
	}
	return out
}

// canOpen: after a space or an opening bracket, before something to quote. A
// mark that only opens may also stand after a dash or a letter.
func canOpen(before, after rune, sure bool) bool {
	if unicode.IsSpace(after) {
		return sure
	}
	return sure || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/:\"“‘'", before)
}

// canClose: after something quoted, not before a letter.
func canClose(before, after rune, sure bool) bool {
	if sure {
		return true
	}
	return !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// opensParagraph tells a paragraph that begins with a double mark.
func opensParagraph(text string, p onrecord.Span) bool {
	r, _ := utf8.DecodeRuneInString(text[p.Start:p.End])
	kind, double := markKind(r)
	return double && kind != 'c'
}

// pairMarks joins the marks of one paragraph. What is open at its end goes on
// when the next one opens too; else its closing mark was lost.
func pairMarks(text string, p onrecord.Span, marks []mark, goesOn bool, out []onrecord.Quotation) []onrecord.Quotation {
	open := -1 // index in marks of the open double mark
	closeAt := func(end, innerEnd int, closed bool) {
		m := marks[open]
		out = append(out, onrecord.Quotation{
			Span: onrecord.Span{Start: m.Start, End: end}, Inner: onrecord.Span{Start: m.End, End: max(m.End, innerEnd)},
			Closed: closed, Opening: text[m.Start:m.End],
		})
		sinkLast(out)
		open = -1
	}
	for i := 0; i < len(marks); i++ {
		m := marks[i]
		switch {
		case !m.double && m.opens:
			if j := partner(text, marks, i); j > 0 {
				out = append(out, onrecord.Quotation{
					Span: onrecord.Span{Start: m.Start, End: marks[j].End}, Inner: onrecord.Span{Start: m.End, End: marks[j].Start},
					Closed: true, Opening: text[m.Start:m.End],
				})
				sinkLast(out)
				if open < 0 {
					i = skipSingles(marks, i, j)
				}
			}
		case !m.double:
		case open >= 0 && (m.closes && !(m.opens && surelyOpens(text, p, m)) || closesLow(text, marks[open], m)):
			closeAt(m.End, m.Start, true)
		case m.opens:
			if open >= 0 {
				end := len(strings.TrimRightFunc(text[:m.Start], unicode.IsSpace))
				end = lostEnd(text, marks[open].End, end)
				closeAt(end, end, false)
			}
			open = i
		}
	}
	if open >= 0 {
		end := p.End
		if !goesOn {
			end = lostEnd(text, marks[open].End, end)
		}
		closeAt(end, end, false)
	}
	return out
}

// said is what stands behind a quotation whose closing mark was lost: a few
// words after a comma or the end of a sentence, then a verb of saying.
var said = regexp.MustCompile(`[,.!?](?: [\p{L}.’'-]+){0,4}? (?:said|says|told|added|adds|asked|asks|wrote|writes|replied|tweeted|explained|noted|continued|recalled|argued)\b`)

// lostEnd is where a quotation that no mark closes ends at the latest: before
// the words that say who speaks, if any, else at the end given.
func lostEnd(text string, start, end int) int {
	if at := said.FindStringIndex(text[start:end]); at != nil {
		return start + at[0] + 1
	}
	return end
}

// surelyOpens tells a straight mark with a space before it and none behind.
func surelyOpens(text string, p onrecord.Span, m mark) bool {
	if m.Start == p.Start || m.End >= p.End {
		return m.Start == p.Start
	}
	before, _ := utf8.DecodeLastRuneInString(text[:m.Start])
	after, _ := utf8.DecodeRuneInString(text[m.End:])
	return unicode.IsSpace(before) && !unicode.IsSpace(after)
}

// closesLow: “ closes what „ opened.
func closesLow(text string, open, m mark) bool {
	return text[open.Start:open.End] == "„" && text[m.Start:m.End] == "“"
}

// partner finds the mark that closes the single mark i: the first that is
// followed by no letter, and is no plural's apostrophe ("workers' rights")
// unless punctuation tells. 0 when there is none.
func partner(text string, marks []mark, i int) int {
	fallback := 0
	for j := i + 1; j < len(marks) && marks[j].Start-marks[i].Start < 2000; j++ {
		m := marks[j]
		if m.double && m.opens && !m.closes {
			continue
		}
		if m.double || !m.closes || m.Start == marks[i].End {
			continue
		}
		if text[m.Start-1] != 's' || endsClause(text, m) {
			return j
		}
		if fallback == 0 {
			fallback = j
		}
	}
	return fallback
}

func endsClause(text string, m mark) bool {
	return m.End == len(text) || strings.ContainsRune(".,;:!?)\n\"”", rune(text[m.End])) || strings.ContainsRune(".,!?", rune(text[m.Start-1]))
}

// skipSingles returns the last index up to j that holds no double mark, so that
// double marks inside a single quotation are still paired.
func skipSingles(marks []mark, i, j int) int {
	for k := i + 1; k <= j; k++ {
		if marks[k].double {
			return i
		}
	}
	return j
}

// sinkLast moves the last quotation to its place in order of start.
func sinkLast(q []onrecord.Quotation) {
	for i := len(q) - 1; i > 0 && q[i].Start < q[i-1].Start; i-- {
		q[i], q[i-1] = q[i-1], q[i]
	}
}

// setDepths marks the quotations that lie inside an earlier one.
func setDepths(q []onrecord.Quotation) {
	end := 0
	for i := range q {
		if q[i].Start < end {
			q[i].Depth = 1
			continue
		}
		end = q[i].End
	}
}
