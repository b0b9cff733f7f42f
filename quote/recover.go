package quote

// What the models leave behind in quotation marks is not lost: a quotation that
// no statement claims continues its neighbour, is signed by the name after a
// dash, or stands as a statement whose source is not known.

// quoteTokens are the tokens of each outermost quotation.
func (v *view) quoteTokens() []tokenRange {
	out := make([]tokenRange, len(v.r.Quotations))
	for t, q := range v.quoted {
		if q < 0 {
			continue
		}
		if out[q].End == 0 {
			out[q].First = t
		}
		out[q].End = t + 1
	}
	return out
}

// recover adds what the models left behind to the statements found; doubtful
// are the candidates that were not sure enough to be kept.
func (v *view) recover(found, doubtful []candidate) []candidate {
	if len(v.r.Quotations) == 0 {
		return found
	}
	spans := v.quoteTokens()
	cover(v, found, spans)
	for q, r := range spans {
		if r.End == 0 || v.claimed(found, r) {
			continue
		}
		if k := v.continues(found, spans, q); k >= 0 {
			found[k].content = insertRange(found[k].content, r)
			found[k].why = append(found[k].why, "content: a quotation that goes on")
			continue
		}
		if c, ok := v.signed(r); ok {
			found = append(found, c)
			continue
		}
		if c, ok := v.doubted(found, doubtful, r); ok {
			found = append(found, c)
			continue
		}
		if v.isUtterance(r) {
			found = append(found, candidate{content: []tokenRange{r}, score: unattributedScore,
				why: []string{"content: in quotation marks, nobody named near it"}})
		}
	}
	return found
}

// unattributedScore is low: of such statements about one in four was annotated
// at all.
const unattributedScore = 0.25

// cover lets a piece that holds most of a quotation hold all of it.
func cover(v *view, found []candidate, spans []tokenRange) {
	taken := make([]bool, len(v.col))
	for k := range found {
		for _, r := range append(found[k].content, found[k].cue, found[k].source) {
			for t := r.First; t < r.End; t++ {
				taken[t] = true
			}
		}
	}
	for k := range found {
		for i, r := range found[k].content {
			for _, q := range spans {
				lo, hi := max(q.First, r.First), min(q.End, r.End)
				if 2*(hi-lo) <= q.End-q.First || hi-lo == q.End-q.First {
					continue
				}
				if lo > q.First && !anyTaken(taken, q.First, lo) {
					found[k].content[i].First = q.First
				}
				if hi < q.End && !anyTaken(taken, hi, q.End) {
					found[k].content[i].End = q.End
				}
			}
		}
	}
}

func anyTaken(taken []bool, first, end int) bool {
	for i := first; i < end; i++ {
		if taken[i] {
			return true
		}
	}
	return false
}

func (v *view) claimed(found []candidate, r tokenRange) bool {
	for k := range found {
		for _, c := range append(found[k].content, found[k].cue, found[k].source) {
			if c.First < r.End && r.First < c.End {
				return true
			}
		}
	}
	return false
}

// continues returns the statement that quotation q carries on, -1 if none: one
// with a quotation in the same paragraph when q is whole sentences, or the last
// of the paragraph before when q is a whole paragraph.
func (v *view) continues(found []candidate, spans []tokenRange, q int) int {
	r := spans[q]
	if !v.wholeSentences(r) {
		return -1
	}
	para := v.paragraphOf(r.First)
	best, at := -1, -1
	for k := range found {
		last := found[k].content[len(found[k].content)-1]
		p := v.paragraphOf(last.End - 1)
		if last.First < r.First && (p == para || p == para-1 && v.wholeParagraph(r)) && last.First > at {
			best, at = k, last.First
		}
	}
	if best < 0 {
		return -1
	}
	c := &found[best]
	last := c.content[len(c.content)-1]
	end := max(last.End, c.cue.End, c.source.End)
	quoted := v.quoted[last.First] >= 0
	if v.paragraphOf(last.First) == para {
		// Only the cue's sentence may stand between the two quotations.
		if quoted && v.sentOf[r.First]-v.sentOf[end-1] <= 1 {
			return best
		}
		return -1
	}
	lastOfParagraph := v.r.Sentences[v.sentOf[r.First]].First
	if quoted && v.sentOf[lastOfParagraph]-v.sentOf[end-1] <= 1 {
		return best
	}
	return -1
}

// doubted returns the best of the doubtful candidates whose content is the
// quotation r: better a doubtful source, marked by its score, than words lost.
func (v *view) doubted(found, doubtful []candidate, r tokenRange) (candidate, bool) {
	best := candidate{score: doubtfulLeast}
	for _, c := range doubtful {
		if c.score > best.score && len(c.content) == 1 && overlap(c.content[0], r)*2 > r.End-r.First &&
			v.shapeOfContent(&c) == allQuoted && !v.claimed(found, c.cue) {
			best = c
		}
	}
	if best.cue.End == 0 {
		return best, false
	}
	best.content = []tokenRange{r}
	return best, true
}

// doubtfulLeast is the least score of a candidate that may claim a quotation.
const doubtfulLeast = 0.05

func overlap(a, b tokenRange) int { return max(0, min(a.End, b.End)-max(a.First, b.First)) }

// wholeSentences tells that a quotation begins and ends where sentences do.
func (v *view) wholeSentences(r tokenRange) bool {
	first, last := v.r.Sentences[v.sentOf[r.First]], v.r.Sentences[v.sentOf[r.End-1]]
	return first.First == r.First && last.End-r.End <= 1
}

func (v *view) wholeParagraph(r tokenRange) bool {
	p := v.r.Doc.Paragraphs[v.paragraphOf(r.First)]
	first, last := v.r.Tokens[r.First], v.r.Tokens[r.End-1]
	return first.Start == p.Start && p.End-last.End <= 2
}

// signed reads `"…" — Name` at the end of a paragraph.
func (v *view) signed(r tokenRange) (candidate, bool) {
	s := v.r.Sentences[v.sentOf[r.End-1]]
	end := s.End
	for i := int(v.sentOf[r.End-1]) + 1; i < len(v.r.Sentences) && v.r.Sentences[i].Paragraph == s.Paragraph; i++ {
		end = v.r.Sentences[i].End
	}
	if r.End+1 >= end || end-r.End > 14 || !isDash(v.r.Tokens[r.End].In(v.r.Doc.Text)) {
		return candidate{}, false
	}
	if tag := v.r.Tokens[r.End+1].Tag; tag != "NNP" && tag != "NNPS" {
		return candidate{}, false
	}
	if v.col[end-1].class == '.' {
		end--
	}
	return candidate{cue: tokenRange{r.End, r.End + 1}, source: tokenRange{r.End + 1, end}, content: []tokenRange{r},
		score: 0.9, why: []string{"cue: a dash and a name after a quotation"}}, true
}

func isDash(s string) bool {
	switch s {
	case "-", "--", "–", "—", "―", "‒":
		return true
	}
	return false
}

// isUtterance tells a quotation that says something from a title, a nickname
// or a word held at arm's length: it is a sentence of its own.
func (v *view) isUtterance(r tokenRange) bool {
	if r.End-r.First < 6 || !v.wholeSentences(r) {
		return false
	}
	for t := r.First; t < r.End; t++ {
		switch v.r.Tokens[t].Tag {
		case "VBD", "VBP", "VBZ", "MD", "VB":
			return true
		}
	}
	return false
}

// insertRange puts r among the pieces in order.
func insertRange(pieces []tokenRange, r tokenRange) []tokenRange {
	at := len(pieces)
	for at > 0 && pieces[at-1].First > r.First {
		at--
	}
	out := append([]tokenRange{}, pieces[:at]...)
	out = append(out, r)
	return append(out, pieces[at:]...)
}
