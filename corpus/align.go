package corpus

import (
	"strings"

	"onrecord"
)

// Plain is the document of a text whose every line is a paragraph.
func Plain(name, text string) *onrecord.Document {
	doc := &onrecord.Document{Article: name, Language: "en", Text: text}
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := text[start:end]
		left := len(line) - len(strings.TrimLeft(line, blanks))
		if words := strings.Trim(line, blanks); words != "" {
			doc.Paragraphs = append(doc.Paragraphs, onrecord.Span{Start: start + left, End: start + left + len(words)})
		}
		start = end + 1
	}
	doc.ID = doc.ComputeID()
	return doc
}

const blanks = " \t\r\v\f\u00a0"

// Align gives the tokens of r, whose spans and sentences are filled, the Tag,
// Lemma, Name, Head and Rel of a silver annotation of the same text. Where the
// two tokenizations differ:
//
//   - a token over several rows takes the row that governs the others;
//   - of several tokens in one row the last takes the row, the others keep an
//     empty Tag;
//   - what stays unknown is empty: Tag, Name, and Rel with Head -1.
//
// A head outside the token's own sentence makes the token a root.
func Align(r *onrecord.Reading, s *Silver) {
	rows, sentence := flatten(s)
	rowOf := make([]int, len(r.Tokens))     // the row a token takes, -1 for none
	tokenOf := make([]int, len(rows))       // the token in which a row ends, -1 for none
	governor := func(row, lo, hi int) int { // the row in lo..hi-1 that leads out of it
		for range hi - lo {
			head := rows[row].Head
			if head < 0 || head+sentence[row] < lo || head+sentence[row] >= hi {
				break
			}
			row = head + sentence[row]
		}
		return row
	}
	next := 0
	for i := range tokenOf {
		tokenOf[i] = -1
	}
	for i, t := range r.Tokens {
		rowOf[i] = -1
		for next < len(rows) && rows[next].End <= t.Start {
			next++
		}
		lo := next
		for next < len(rows) && rows[next].End <= t.End {
			tokenOf[next] = i
			next++
		}
		if lo < next {
			rowOf[i] = governor(lo, lo, next)
		}
	}
	for _, sent := range r.Sentences {
		for i := sent.First; i < sent.End; i++ {
			t := &r.Tokens[i]
			t.Lemma, t.Tag, t.Name, t.Head, t.Rel = "", "", "", -1, ""
			row := rowOf[i]
			if row < 0 {
				continue
			}
			t.Lemma, t.Tag, t.Name = rows[row].Lemma, rows[row].Tag, rows[row].Name
			t.Rel = "root"
			if rows[row].Head < 0 {
				continue
			}
			head := tokenOf[rows[row].Head+sentence[row]]
			if head >= sent.First && head < sent.End && head != i {
				t.Head, t.Rel = head, rows[row].Rel
			}
		}
	}
}

// flatten lists the rows of all sentences, and for each row the index of the
// first row of its sentence.
func flatten(s *Silver) (rows []Row, first []int) {
	for _, sentence := range s.Sentences {
		start := len(rows)
		for _, row := range sentence {
			rows = append(rows, row)
			first = append(first, start)
		}
	}
	return rows, first
}
