package wording

import "onrecord"

// An EditKind says what became of words.
type EditKind string

// The kinds of edits.
const (
	Kept    EditKind = "kept"
	LeftOut EditKind = "left out"
	Added   EditKind = "added"
	Changed EditKind = "changed"
)

// An Edit is a step from the full wording to another one.
type Edit struct {
	Kind      EditKind
	Full, Cut onrecord.Span // the words in each text, zero where it has none
	Words     [2][2]int     // the same as words [first, end) of full and of cut

	// Negation is set when the step drops, adds or turns a negation of words that
	// both wordings have: "not" in "we will not go" and "we will go".
	Negation bool
}

// Diff tells full apart from cut: edits that together cover both, in order, no
// two of one kind side by side. Runs of the same words are kept rather than
// scattered ones; a contraction is one thing. Putting the words of cut in place
// of those of full, edit by edit, makes full into cut.
func Diff(full, cut []Word) []Edit {
	pairs := align(full, cut)
	pairs.wholePlaces(full, cut)
	pairs.dropIslands(full)
	out := pairs.edits(full, cut)
	markNegations(out, full, cut)
	return out
}

// A pairing says for each word of full which of cut it is, -1 for none; what it
// names grows.
type pairing []int

// inverse says for each of n words of cut which of full it is.
func (p pairing) inverse(n int) []int {
	out := make([]int, n)
	for j := range out {
		out[j] = -1
	}
	for i, j := range p {
		if j >= 0 {
			out[j] = i
		}
	}
	return out
}

// wholePlaces takes apart what holds only a part of a contraction.
func (p pairing) wholePlaces(full, cut []Word) {
	back := p.inverse(len(cut))
	loosen := func(i int) {
		back[p[i]] = -1
		p[i] = -1
	}
	for again := true; again; {
		again = false
		for i := range p {
			if p[i] < 0 || p.whole(full, i) && pairing(back).whole(cut, p[i]) {
				continue
			}
			loosen(i)
			again = true
		}
	}
}

// whole reports that all words of the place of word i are paired.
func (p pairing) whole(words []Word, i int) bool {
	for k := i; k >= 0 && words[k].Span == words[i].Span; k-- {
		if p[k] < 0 {
			return false
		}
	}
	for k := i; k < len(words) && words[k].Span == words[i].Span; k++ {
		if p[k] < 0 {
			return false
		}
	}
	return true
}

// dropIslands takes apart single words that say little and stand between two
// changes: "to" and "of" alone do not help a reader.
func (p pairing) dropIslands(full []Word) {
	before := -1 // last paired word
	for i := 0; i < len(p); i++ {
		if p[i] < 0 {
			continue
		}
		end := i + 1
		for end < len(p) && p[end] == p[end-1]+1 {
			end++
		}
		next := end
		for next < len(p) && p[next] < 0 {
			next++
		}
		changedBefore := before >= 0 && i > before+1 && p[i] > p[before]+1
		changedAfter := next < len(p) && next > end && p[next] > p[end-1]+1
		if end-i == 1 && changedBefore && changedAfter && !full[i].Content() && !negations[full[i].Norm] && !full[i].shares(full, i) {
			p[i] = -1
			continue
		}
		before, i = end-1, end-1
	}
}

// shares reports a word with another at its place.
func (w Word) shares(words []Word, i int) bool {
	return i > 0 && words[i-1].Span == w.Span || i+1 < len(words) && words[i+1].Span == w.Span
}

// edits are the steps that a pairing makes.
func (p pairing) edits(full, cut []Word) []Edit {
	var out []Edit
	add := func(kind EditKind, i, iEnd, j, jEnd int) {
		if i < iEnd || j < jEnd {
			out = append(out, Edit{Kind: kind, Full: place(full[i:iEnd]), Cut: place(cut[j:jEnd]), Words: [2][2]int{{i, iEnd}, {j, jEnd}}})
		}
	}
	i, j := 0, 0
	for i < len(full) || j < len(cut) {
		iEnd := i
		for iEnd < len(full) && p[iEnd] < 0 {
			iEnd++
		}
		jEnd := len(cut)
		if iEnd < len(full) {
			jEnd = p[iEnd]
		}
		kind := Changed
		switch {
		case j == jEnd:
			kind = LeftOut
		case i == iEnd:
			kind = Added
		}
		add(kind, i, iEnd, j, jEnd)
		i, j = iEnd, jEnd
		for iEnd < len(full) && p[iEnd] == jEnd {
			iEnd, jEnd = iEnd+1, jEnd+1
		}
		add(Kept, i, iEnd, j, jEnd)
		i, j = iEnd, jEnd
	}
	return out
}

// place is where words stand, zero for none.
func place(words []Word) onrecord.Span {
	if len(words) == 0 {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: words[0].Start, End: words[len(words)-1].End}
}
