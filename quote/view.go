package quote

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// A view is a Reading as the features see it: small integers and hashes for
// each token, computed once. Its slices are as long as r.Tokens.
type view struct {
	r      *onrecord.Reading
	col    []columns
	sentOf []int32             // sentence of each token
	quoted []int32             // outermost quotation a token stands in, -1 outside
	anchor []int32             // nearest ancestor-or-self that is a likely cue, -1 none
	left   []int32             // leftmost token of each token's subtree
	right  []int32             // rightmost
	paras  []onrecord.Sentence // token ranges of the paragraphs that have tokens
}

// columns are what features are made of.
type columns struct {
	form, lemma, tag, name, shape, prefix, suffix, rel uint32
	class                                              byte   // V, N, J, R, I (preposition), P (pronoun), '.' or x
	cue                                                uint8  // bucket of the cue lexicon, 0 to 9
	quote                                              uint8  // outside, inside, opening mark, closing mark
	kids                                               uint16 // which relations the token's dependents have
}

// The quote states of a token.
const (
	qOutside uint8 = iota
	qInside
	qOpens
	qCloses
)

// likely is the cue bucket from which a token is a likely cue.
const likely = 6

func newView(r *onrecord.Reading, lex *lexicon) *view {
	n := len(r.Tokens)
	v := &view{r: r, col: make([]columns, n), sentOf: make([]int32, n), quoted: make([]int32, n),
		anchor: make([]int32, n), left: make([]int32, n), right: make([]int32, n)}
	for i := range r.Tokens {
		v.col[i] = tokenColumns(r.Doc.Text, &r.Tokens[i])
		v.col[i].cue = lex.bucket(v.col[i].lemma, v.col[i].class)
	}
	for s, sent := range r.Sentences {
		for i := sent.First; i < sent.End; i++ {
			v.sentOf[i] = int32(s)
		}
		if len(v.paras) > 0 && v.paras[len(v.paras)-1].Paragraph == sent.Paragraph {
			v.paras[len(v.paras)-1].End = sent.End
		} else {
			v.paras = append(v.paras, sent)
		}
		v.readTree(sent)
	}
	v.readQuotes()
	return v
}

// paragraphAt is the number in v.paras of the paragraph that token i stands in.
func (v *view) paragraphAt(i int) int {
	return sort.Search(len(v.paras), func(k int) bool { return v.paras[k].End > i })
}

func tokenColumns(text string, t *onrecord.Token) columns {
	form := t.In(text)
	c := columns{
		form: hashLower(form), lemma: hashString(t.Lemma), tag: hashString(t.Tag), name: hashString(t.Name),
		rel: hashString(t.Rel), shape: shapeOf(form), class: classOf(t.Tag),
	}
	c.prefix, c.suffix = hashLower(firstRunes(form, 3)), hashLower(lastRunes(form, 3))
	return c
}

func classOf(tag string) byte {
	if tag == "" {
		return 'x'
	}
	switch tag[0] {
	case 'V', 'N', 'J', 'R', 'W':
		if tag == "RP" {
			return 'I'
		}
		return tag[0]
	case 'I', 'T':
		return 'I'
	case 'P':
		return 'P'
	case 'M':
		return 'M'
	}
	if tag[0] < 'A' || tag[0] > 'Z' {
		return '.'
	}
	return 'x'
}

func shapeOf(form string) uint32 {
	h := uint32(17)
	last, run := byte(0), 0
	for _, r := range form {
		k := byte('.')
		switch {
		case r >= 'a' && r <= 'z' || unicode.IsLower(r):
			k = 'a'
		case r >= 'A' && r <= 'Z' || unicode.IsUpper(r):
			k = 'A'
		case r >= '0' && r <= '9':
			k = '0'
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			k = 'a'
		}
		if k == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = k, 1
		}
		h = (h ^ uint32(k)) * 16777619
	}
	return h
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; i > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// kidBits are the relations whose presence among a token's dependents is a
// feature.
var kidBits = map[string]uint16{
	"nsubj": 1, "ccomp": 2, "xcomp": 4, "dobj": 8, "mark": 16, "nsubjpass": 32, "advcl": 64, "aux": 128,
	"neg": 256, "nmod": 512, "parataxis": 1024, "acl": 2048, "nmod:poss": 4096, "cop": 8192, "dep": 16384, "auxpass": 128,
}

// readTree fills, for one sentence, the dependents' relations, the anchors and
// the extents of subtrees. Heads may be wrong or run in circles: climbing is
// bounded by the sentence's length.
func (v *view) readTree(s onrecord.Sentence) {
	toks := v.r.Tokens
	inside := func(i int) bool { return i >= s.First && i < s.End }
	for i := s.First; i < s.End; i++ {
		v.left[i], v.right[i], v.anchor[i] = int32(i), int32(i), -1
		if h := toks[i].Head; inside(h) {
			v.col[h].kids |= kidBits[toks[i].Rel]
		}
	}
	for i := s.First; i < s.End; i++ {
		for at, steps := i, 0; inside(at) && steps < 64; at, steps = toks[at].Head, steps+1 {
			if v.anchor[i] < 0 && v.col[at].cue >= likely {
				v.anchor[i] = int32(at)
			}
			v.left[at], v.right[at] = min(v.left[at], int32(i)), max(v.right[at], int32(i))
		}
	}
}

func (v *view) readQuotes() {
	q := 0
	quotes := v.r.Quotations
	for i := range v.r.Tokens {
		t := v.r.Tokens[i].Span
		for q < len(quotes) && (quotes[q].End <= t.Start || quotes[q].Depth > 0) {
			q++
		}
		v.quoted[i] = -1
		if q == len(quotes) || quotes[q].Start >= t.End {
			continue
		}
		v.quoted[i] = int32(q)
		v.col[i].quote = qInside
		switch {
		case t.Start == quotes[q].Start:
			v.col[i].quote = qOpens
		case quotes[q].Closed && t.End == quotes[q].End && t.Start >= quotes[q].Inner.End:
			v.col[i].quote = qCloses
		}
	}

}
