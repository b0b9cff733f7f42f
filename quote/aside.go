package quote

// An aside names who speaks right beside a quotation: `"…," Holm admits, "…"`
// or `added Holm, "…"`. The models miss it where the tagger took the verb for
// a noun; its place says what it is.

// besideQuote reads the aside behind or before the quotation q, which nothing
// claims, and the quotation that goes on behind it.
func (v *view) besideQuote(q int, spans []tokenRange, l *ledger) (candidate, bool) {
	r := spans[q]
	c, ok := v.asideAt(r.End, v.sentenceEnd(r.End-1))
	if !ok {
		first := v.r.Sentences[v.sentOf[r.First]].First
		c, ok = v.asideBefore(r.First, first)
	}
	if !ok || !l.free(c.cue.First, c.cue.End) || !l.free(c.source.First, c.source.End) {
		return candidate{}, false
	}
	c.content = []tokenRange{r}
	end := max(c.cue.End, c.source.End)
	if q+1 < len(spans) && end > r.End && spans[q+1].First == end+1 && v.sentOf[end] == v.sentOf[r.End-1] && l.free(spans[q+1].First, spans[q+1].End) {
		c.content = append(c.content, spans[q+1])
	}
	c.score, c.why = asideScore, []string{"cue and source: an aside beside the quotation"}
	return c, true
}

// asideScore is below what the models are sure of.
const asideScore = 0.6

func (v *view) sentenceEnd(t int) int { return v.r.Sentences[v.sentOf[t]].End }

// asideAt reads `Holm admits,` or `admits Holm,` from token at on.
func (v *view) asideAt(at, end int) (candidate, bool) {
	name := v.nameRun(at, end)
	if name > at && name < end && v.maySignal(name) && v.stops(name+1, end) {
		return candidate{source: tokenRange{at, name}, cue: tokenRange{name, name + 1}}, true
	}
	if at < end && v.maySignal(at) {
		if name = v.nameRun(at+1, end); name > at+1 && v.stops(name, end) {
			return candidate{cue: tokenRange{at, at + 1}, source: tokenRange{at + 1, name}}, true
		}
	}
	return candidate{}, false
}

// asideBefore reads `, added Holm,` that ends right before token end.
func (v *view) asideBefore(end, first int) (candidate, bool) {
	for at := end - 3; at >= first && at > end-8; at-- {
		if at > first && v.col[at-1].class != '.' || !v.maySignal(at) {
			continue
		}
		if c, ok := v.asideAt(at, end); ok && c.source.End+1 == end {
			return c, true
		}
	}
	return candidate{}, false
}

// nameRun returns the end of the names that begin at at, at when there are none.
func (v *view) nameRun(at, end int) int {
	i := at
	for i < end && i < at+5 && (v.r.Tokens[i].Tag == "NNP" || v.r.Tokens[i].Tag == "NNPS") && v.r.Tokens[i].Name == "PERSON" {
		i++
	}
	return i
}

// maySignal: a word in lower case that has been a cue, or has the ending of a
// verb that could be one.
func (v *view) maySignal(i int) bool {
	form := v.r.Tokens[i].In(v.r.Doc.Text)
	if form[0] < 'a' || form[0] > 'z' || v.quoted[i] >= 0 {
		return false
	}
	return v.col[i].cue >= likely || len(form) > 4 && (form[len(form)-1] == 's' || form[len(form)-2:] == "ed")
}

// stops: punctuation, or nothing more.
func (v *view) stops(i, end int) bool { return i >= end || v.col[i].class == '.' }
