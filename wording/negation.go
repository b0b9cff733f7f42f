package wording

var negations = set("not no never none nobody nothing neither nor nowhere without hardly cannot")

// Negation reports a word that turns what is said into its opposite.
func (w Word) Negation() bool { return negations[w.Norm] }

// markNegations marks the steps that change a negation. Where as many come as
// go, one is taken for the other that moved ("no plan", "not any plan"), and
// nothing is marked. A negation goes only where what it denies stays: in "not
// sell the ward" without all these words nothing was turned.
func markNegations(edits []Edit, full, cut []Word) {
	lost, gained := 0, 0
	for i := range edits {
		if edits[i].Kind != Kept {
			lost += count(edits[i].full(full))
			gained += count(edits[i].cut(cut))
		}
	}
	if lost == gained {
		return
	}
	for i := range edits {
		e := &edits[i]
		if e.Kind == Kept {
			continue
		}
		was, is := count(e.full(full)), count(e.cut(cut))
		stays := i+1 < len(edits) && edits[i+1].Kind == Kept
		before, after := reaches(e.full(full)), reaches(e.cut(cut))
		switch {
		case before == after || was == is || (was > is) != (lost > gained):
		case before:
			e.Negation = stays || is == 0 && e.Kind == Changed
		default:
			e.Negation = stays || was == 0 && e.Kind == Changed
		}
	}
}

func (e *Edit) full(words []Word) []Word { return words[e.Words[0][0]:e.Words[0][1]] }
func (e *Edit) cut(words []Word) []Word  { return words[e.Words[1][0]:e.Words[1][1]] }

// count counts negations.
func count(words []Word) (n int) {
	for _, w := range words {
		if w.Negation() {
			n++
		}
	}
	return n
}

// reaches reports a negation whose force goes on past the end of the words: no
// word with content comes after it.
func reaches(words []Word) bool {
	for i := len(words) - 1; i >= 0; i-- {
		if words[i].Negation() {
			return true
		}
		if words[i].Content() {
			return false
		}
	}
	return false
}
