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

// A ledger says which statement each token belongs to: its index + 1, 0 for
// none. It keeps the work linear in the text, however many statements it has.
type ledger struct {
	content, any []int32
}

func (v *view) ledger(found []candidate) *ledger {
	l := &ledger{make([]int32, len(v.col)), make([]int32, len(v.col))}
	for k := range found {
		l.enter(k, &found[k])
	}
	return l
}

func (l *ledger) enter(k int, c *candidate) {
	for _, r := range c.content {
		l.fill(r, k)
	}
	for _, r := range [2]tokenRange{c.cue, c.source} {
		for t := r.First; t < r.End; t++ {
			l.any[t] = int32(k + 1)
		}
	}
}

func (l *ledger) fill(r tokenRange, k int) {
	for t := r.First; t < r.End; t++ {
		l.content[t], l.any[t] = int32(k+1), int32(k+1)
	}
}

func (l *ledger) free(first, end int) bool {
	for t := first; t < end; t++ {
		if l.any[t] != 0 {
			return false
		}
	}
	return true
}

// recover adds what the models left behind to the statements found; doubtful
// are the candidates that were not sure enough to be kept.
func (v *view) recover(found, doubtful []candidate) []candidate {
	spans := v.quoteTokens()
	l := v.ledger(found)
	v.cover(found, spans, l)
	v.lead(found, spans, l)
	doubts := v.doubts(doubtful)
	for q, r := range spans {
		if r.End == 0 || !l.free(r.First, r.End) {
			continue
		}
		if k := v.continues(found, r, l); k >= 0 {
			found[k].content = insertRange(found[k].content, r)
			found[k].why = append(found[k].why, "content: a quotation that goes on")
			l.fill(r, k)
			continue
		}
		if c, ok := v.leftBehind(q, spans, doubts[q], l); ok {
			found = append(found, c)
			l.enter(len(found)-1, &c)
		}
	}
	return found
}

// leftBehind makes a statement of a quotation that nothing claims and that goes
// on from none.
func (v *view) leftBehind(q int, spans []tokenRange, doubts []candidate, l *ledger) (candidate, bool) {
	r := spans[q]
	if c, ok := v.signed(r); ok && l.free(c.source.First, c.source.End) {
		return c, true
	}
	if c, ok := v.besideQuote(q, spans, l); ok {
		return c, true
	}
	if c, ok := v.doubted(doubts, r, l); ok {
		return c, true
	}
	return candidate{content: []tokenRange{r}, score: unattributedScore,
		why: []string{"content: in quotation marks, nobody named near it"}}, v.isUtterance(r)
}

// unattributedScore is below every other: the words are there, who said them is
// not known. On the development articles none of 22 such statements was
// annotated so, with a content and nothing else.
const unattributedScore = 0.1

// cover lets a piece that holds most of a quotation hold all of it.
func (v *view) cover(found []candidate, spans []tokenRange, l *ledger) {
	for k := range found {
		for i := range found[k].content {
			r := &found[k].content[i]
			for _, q := range [2]int32{v.quoted[r.First], v.quoted[r.End-1]} {
				if q < 0 || 2*overlap(*r, spans[q]) <= spans[q].End-spans[q].First {
					continue
				}
				if first := spans[q].First; first < r.First && l.free(first, r.First) {
					r.First = first
				}
				if end := spans[q].End; end > r.End && l.free(r.End, end) {
					r.End = end
				}
				l.fill(*r, k)
			}
		}
	}
}

// lead joins the paragraphs of a long quotation that come before the one that
// is attributed: each opens with a mark and none but the last closes.
func (v *view) lead(found []candidate, spans []tokenRange, l *ledger) {
	for q := len(spans) - 2; q >= 0; q-- {
		r, next := spans[q], spans[q+1]
		if r.End == 0 || next.End == 0 || v.r.Quotations[q].Closed || l.content[next.First] == 0 || !l.free(r.First, r.End) {
			continue
		}
		if next.First == r.End && v.paragraphOf(next.First) == v.paragraphOf(r.First)+1 {
			k := int(l.content[next.First] - 1)
			found[k].content = insertRange(found[k].content, r)
			found[k].why = append(found[k].why, "content: a quotation that goes on")
			l.fill(r, k)
		}
	}
}

// reach is how many tokens back a quotation may find the one it continues.
const reach = 400

// continues returns the statement that the quotation r carries on, -1 if none:
// one with a quotation in the same paragraph when r is whole sentences, or the
// last of the paragraph before when r is a whole paragraph.
func (v *view) continues(found []candidate, r tokenRange, l *ledger) int {
	if !v.wholeSentences(r) {
		return -1
	}
	at := r.First - 1
	for at >= 0 && at > r.First-reach && l.content[at] == 0 {
		at--
	}
	if at < 0 || l.content[at] == 0 || v.quoted[at] < 0 {
		return -1
	}
	k := int(l.content[at] - 1)
	para, before := v.paragraphOf(r.First), v.paragraphOf(at)
	if before != para && (before != para-1 || !v.wholeParagraph(r)) {
		return -1
	}
	// Only the cue's sentence may stand between the two quotations.
	end := max(at+1, min(found[k].cue.End, r.First), min(found[k].source.End, r.First))
	if v.sentOf[r.First]-v.sentOf[end-1] > 1 {
		return -1
	}
	return k
}

// doubts lists the doubtful candidates by the quotation that their content
// begins in.
func (v *view) doubts(doubtful []candidate) map[int][]candidate {
	out := map[int][]candidate{}
	for i := range doubtful {
		c := &doubtful[i]
		if q := v.quoted[c.content[0].First]; q >= 0 && len(c.content) == 1 && c.score > doubtfulLeast && v.shapeOfContent(c) == allQuoted {
			out[int(q)] = append(out[int(q)], *c)
		}
	}
	return out
}

// doubted returns the best of the doubtful candidates whose content is the
// quotation r: better a doubtful source, marked by its score, than words lost.
func (v *view) doubted(doubts []candidate, r tokenRange, l *ledger) (best candidate, ok bool) {
	for _, c := range doubts {
		if c.score > best.score && overlap(c.content[0], r)*2 > r.End-r.First && l.free(c.cue.First, c.cue.End) {
			best, ok = c, true
		}
	}
	best.content = []tokenRange{r}
	return best, ok
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

// isUtterance tells a quotation that says something from a title, a nickname
// or a word held at arm's length: it is a sentence of its own, or long, and has
// a finite verb.
func (v *view) isUtterance(r tokenRange) bool {
	if r.End-r.First < 6 || r.End-r.First < longUtterance && !v.wholeSentences(r) {
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

// longUtterance is from how many tokens on a part of a sentence in quotation
// marks is no title.
const longUtterance = 12

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
