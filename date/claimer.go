package date

import (
	"sort"
	"strings"

	"onrecord"
)

// A claimer holds what the rules need to know of one document.
type claimer struct {
	r *onrecord.Reading
	anchor
	near64   []int    // first tokens by byte
	low      []string // the words of the tokens, in lower case
	quoted   []bool   // token stands between quotation marks
	content  []bool   // token stands in the content of a statement
	sentence []int32  // of a token
	phrases  []phrase // in order
	lineEnd  int      // token after the dateline's time
	carried  map[onrecord.EntityID]said
	written  map[string]said  // by kind of text
	entity   []entityIndex    // that a token names
	cueOf    []int32          // one more than the index of the statement whose cue a token is in
	until    onrecord.Claimed // not after publication, when it was asked for
	things   []thing          // that a token names
	index    map[onrecord.EntityID]entityIndex
	told     []appearance // in order of token
	begun    int          // of told
	main     talk         // what the article is about
}

// said is the time of a speaker's earlier statement or appearance.
type said struct {
	time      onrecord.Claimed
	statement int // that had it last; -1 for an appearance
	cue       int // token, of the last statement that it was carried to
	origin    int // token, of the cue that the time belongs to
	coarse    bool
	tense     tense // of the cue that the time belongs to
	posted    bool
	weak      bool  // of an act that is not known to be public
	spoken    bool  // the statement that had it first was of speaking
	under     *said // a day before it, which goes on when an aside such as "in 2014" ends
	occasion
}

func newClaimer(r *onrecord.Reading) *claimer {
	c := &claimer{r: r, carried: map[onrecord.EntityID]said{}, written: map[string]said{}}
	c.near64 = every64(r.Doc.Text, r.Tokens)
	c.low = make([]string, len(r.Tokens))
	for i := range r.Tokens {
		c.low[i] = strings.ToLower(r.Tokens[i].In(r.Doc.Text))
	}
	c.sentence = make([]int32, len(r.Tokens))
	for n, st := range r.Sentences {
		for i := max(st.First, 0); i < min(st.End, len(c.sentence)); i++ {
			c.sentence[i] = int32(n)
		}
	}
	c.quoted = make([]bool, len(r.Tokens))
	for _, q := range r.Quotations {
		if q.Depth == 0 {
			for i := c.token(q.Start); i < len(r.Tokens) && r.Tokens[i].Start < q.End; i++ {
				c.quoted[i] = true
			}
		}
	}
	c.content = c.contents()
	c.anchor = anchorOf(r.Doc)
	c.dateline()
	c.findPhrases()
	c.cueOf = c.cues()
	c.things = c.nouns()
	c.told = c.appearances()
	c.main = c.mainTalk()
	return c
}

// anchorOf takes publication as "today" when it is a single day.
func anchorOf(doc *onrecord.Document) anchor {
	if doc.Published.IsZero() {
		return anchor{}
	}
	e, err := Parse(string(doc.Published.EDTF))
	if err != nil {
		return anchor{}
	}
	first, last := e.Bounds()
	if first != last {
		first = ""
	}
	return anchor{first, last}
}

// findPhrases reads the time expressions outside boilerplate.
func (c *claimer) findPhrases() {
	for _, st := range c.r.Sentences {
		first, end := max(st.First, 0), min(st.End, len(c.low))
		if first >= end || c.onPage(c.r.Tokens[first].Span) {
			continue
		}
		for i := first; i < end; {
			p := c.phraseAt(i, end)
			if p.end <= i {
				i++
				continue
			}
			i = p.end
			if i <= c.lineEnd {
				continue
			}
			if p.basis == "relation" {
				for p.first > first && (amounts[c.low[p.first-1]] || c.r.Tokens[p.first-1].Tag == "CD") {
					p.first--
				}
			}
			for p.first > first && openers[c.low[p.first-1]] {
				p.first--
			}
			if k := p.first - 3; k >= first && c.low[k] == "as" && c.low[k+2] == "as" {
				p.first, p.aside = k, true // "as recently as"
			}
			p.possessive = i < end && (c.low[i] == "'s" || c.low[i] == "’s" || c.low[i] == "'" || c.low[i] == "’")
			c.phrases = append(c.phrases, p)
		}
	}
}

func (c *claimer) onPage(s onrecord.Span) bool {
	b := c.r.Doc.Boilerplate
	i := sort.Search(len(b), func(i int) bool { return b[i].End > s.Start })
	return i < len(b) && b[i].Overlaps(s)
}

func (c *claimer) capital(i int) bool {
	w := c.r.Tokens[i].In(c.r.Doc.Text)
	return w != "" && 'A' <= w[0] && w[0] <= 'Z'
}

func (c *claimer) verb(i int) bool { return strings.HasPrefix(c.r.Tokens[i].Tag, "VB") }

// finite reports a verb that begins a clause of its own.
func (c *claimer) finite(i int) bool {
	switch c.r.Tokens[i].Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

func (c *claimer) words(p phrase) onrecord.Span {
	return onrecord.Span{Start: c.r.Tokens[p.first].Start, End: c.r.Tokens[p.end-1].End}
}
