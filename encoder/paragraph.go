package encoder

// A Paragraph is what the encoder reads: tokens as word pieces, and what else
// is known of each.
type Paragraph struct {
	Pieces []int32         // of all tokens, one after the other; see Vocabulary.Append
	Ends   []int32         // Ends[i]: end of token i's pieces
	Inputs [][Inputs]uint8 // of each token
}

// Reset empties the paragraph and keeps its memory.
func (p *Paragraph) Reset() { p.Pieces, p.Ends, p.Inputs = p.Pieces[:0], p.Ends[:0], p.Inputs[:0] }

// Len is the number of tokens.
func (p *Paragraph) Len() int { return len(p.Ends) }

// Close ends a token whose pieces were appended to p.Pieces.
func (p *Paragraph) Close(inputs [Inputs]uint8) {
	p.Ends = append(p.Ends, int32(len(p.Pieces)))
	p.Inputs = append(p.Inputs, inputs)
}

// token is the pieces of a token: at most maxPieces, none for one that was given
// none.
func (p *Paragraph) token(i int) []int32 {
	var start int32
	if i > 0 {
		start = p.Ends[i-1]
	}
	all := p.Pieces[start:p.Ends[i]]
	return all[:min(len(all), maxPieces)]
}

// size is how many rows a token takes.
func (p *Paragraph) size(i int) int { return max(1, len(p.token(i))) }

// overlap is how many pieces two windows of a paragraph share, at least.
const overlap = 64

// A window is a part of a paragraph that is encoded at once: the tokens from
// first to end, of which those from keep to until take their vectors from it.
// A token that stands in two windows takes it from where it is farther from the
// cut.
type window struct{ first, end, keep, until int }

// next is the window after w, and whether there is one. The first follows the
// zero window.
func (p *Paragraph) next(w window) (window, bool) {
	n := p.Len()
	if w.end == n {
		return w, false
	}
	next := window{keep: w.until}
	next.first = next.keep
	if w.end > 0 {
		next.first, _ = p.overlapping(w.first, w.end)
	}
	size := 0
	for next.end = next.first; next.end < n && size+p.size(next.end) <= longestWindow; next.end++ {
		size += p.size(next.end)
	}
	next.until = n
	if next.end < n {
		_, next.until = p.overlapping(next.first, next.end)
	}
	return next, true
}

// overlapping is where the window after the one from first to end begins, and
// the token from which on that one is the better of the two.
func (p *Paragraph) overlapping(first, end int) (next, cut int) {
	shared := 0
	for next = end; next > first+1 && shared < overlap; {
		next--
		shared += p.size(next)
	}
	left := 0
	for cut = next; cut < end && left < shared-left-1; cut++ {
		left += p.size(cut)
	}
	return next, cut
}
