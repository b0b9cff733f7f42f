package issue

import "strings"

// A clause comes to the product of the signs of what bears on the action in it:
// "refuse to drop" is for what is not dropped. What comes from elsewhere is left out: a
// negation does not reach beyond a verb that is not known.

// judge multiplies the signs of what bears on the action.
func (c *clauseReader) judge() reading {
	p := product{sign: 1, sure: 1, hedge: 1, cap: 1}
	for i, it := range c.items {
		switch {
		case it.kind == word0 && c.tunes(i, it, &p):
		case it.kind == target && p.last > 0: // the object of what was found
			if p.pending > 0 && c.isTarget(it) && c.adjoins(c.items[i-1].end, it.first) {
				p.sign, p.pending = -p.sign, 0 // "a government without them"
			}
		case !c.multiply(i, it, &p):
			return reading{}
		}
	}
	if p.last == 0 {
		return reading{}
	}
	if p.boosted && p.sure >= 0.7 {
		p.sure = 1
	}
	c.r.turns = p.turns
	c.r.sign, c.r.sure, c.r.first, c.r.last = p.sign, p.sure*p.hedge, p.first-1, p.last
	return c.r
}

// A product is what the items of a clause come to so far.
type product struct {
	sign    int
	sure    float64
	hedge   float64
	cap     float64 // what the negations that are pending leave
	turns   int     // predicates and negations that were multiplied
	pending int     // negations that nothing followed yet
	said    bool    // a quality was found: "wrong and dangerous" is one
	boosted bool
	first   int // the word after the first of what decided, 0 for none
	last    int // the word after the last
}

// tunes takes what itself has no pole: negations, hedges, modals.
func (c *clauseReader) tunes(i int, it item, p *product) bool {
	switch it.class {
	case flip:
		if !(c.norm(it.first) == "nor" && i > 0 && c.hasAny(c.from, it.first, "neither")) && !c.compares(it) {
			p.pending++
			p.cap = min(p.cap, it.sure)
			p.begin(it)
		}
	case hedge:
		p.hedge *= it.sure
	case boost:
		p.boosted = true
	case modal, idle:
	default:
		return false
	}
	return true
}

// oneBreath is how many words may stand between two predicates of which one turns
// the other: "oppose any attempt to drop it". What stands further apart was more
// often said of two things.
const oneBreath = 6

func (p *product) begin(it item) {
	if p.first == 0 {
		p.first = it.first + 1
	}
}

// multiply takes an item that bears on the action; false says that nothing can
// be said of the clause.
func (c *clauseReader) multiply(i int, it item, p *product) bool {
	bears, level, turned := c.bears(i, it, p.pending)
	bears = bears && !c.isGoverned(it)
	if it.kind == word0 && it.class == settle {
		bears = p.last > 0 && p.sign < 0 && p.pending == 0
	}
	if !bears || it.class == quality && it.kind == word0 && (p.said || p.last > 0 && !c.linked(p.last, it.first)) {
		return true
	}
	if p.last > 0 && it.first-p.last > oneBreath && it.class != shift && (it.sign < 0 || p.pending > 0) {
		return false
	}
	p.said = p.said || it.class == quality
	if it.turned {
		p.pending++
	}
	if p.pending > 0 && (!c.reaches(i) || it.class != attitude && c.isTiming()) {
		return false
	}
	if it.kind != target {
		p.sign *= it.sign
	}
	if p.pending%2 == 1 {
		p.sign, level = -p.sign, turned
		if p.cap < 1 {
			level = p.cap
		}
	}
	p.begin(it)
	p.turns += 1 + p.pending
	p.pending, p.cap, p.sure, p.last = 0, 1, min(p.sure, level), it.end
	return true
}

// linked reports a copula between what was found and a quality: "merging them
// would be wrong", and not "won't merge them to make a bad one".
func (c *clauseReader) linked(from, end int) bool {
	return c.has(from, end, verbsToBe) || c.hasAny(from, end, "seem seems seemed look looks looked remain remains sound sounds makes as")
}

// isGoverned reports that a verb that is not known stands between a subject or a
// modal and an item: "we will examine the case for it" says nothing of it.
func (c *clauseReader) isGoverned(it item) bool {
	for k := it.first - 1; k >= c.from; k-- {
		if w := c.ws[k].norm; !modals[w] && !pronouns[w] || w == "it" || w == "there" || w == "this" || w == "you" {
			continue
		}
		n := k + 1
		for n < it.first && (isAdverb(c.ws[n].norm) || verbsToBe[c.ws[n].norm] || auxiliaries[c.ws[n].norm] || negators[c.ws[n].norm]) {
			n++
		}
		return n < it.first && c.at[n] < 0 && !c.isPlain(n) && !raising[c.ws[n].norm]
	}
	return false
}

// isTiming reports a clause that says when: "no vote on it before June" is no
// word against it.
func (c *clauseReader) isTiming() bool {
	for k := c.from; k+1 < len(c.ws) && k < c.end+1; k++ {
		switch c.ws[k].norm {
		case "before", "until", "till":
			if c.isTime(k+1, len(c.ws)) && !c.hasAny(c.from, c.end, "never ever") {
				return true
			}
		}
	}
	return false
}

// reaches reports that a negation before item i turns it. In "I have never hidden that we
// support it" another verb stands between them, and what is said is not known.
func (c *clauseReader) reaches(i int) bool {
	k := i - 1
	for k >= 0 && !(c.items[k].kind == word0 && c.items[k].class == flip) {
		k--
	}
	if k < 0 {
		return true
	}
	strange := 0
	n := c.items[k].end
	for n < c.items[i].first && (isAdverb(c.ws[n].norm) || verbsToBe[c.ws[n].norm] || auxiliaries[c.ws[n].norm]) {
		n++
	}
	if w := c.norm(n - 1); n < c.items[i].first && (c.norm(c.items[k].end-1) == "not" || c.norm(c.items[k].end-1) == "never") && w != "to" && !c.isPlain(n) && !raising[c.ws[n].norm] {
		return false // the negation is of a verb that is not known: "not retreat from its plan"
	}
	for n := c.items[k].end; n < c.items[i].first; n++ {
		if !c.isPlain(n) && !raising[c.ws[n].norm] {
			strange++
		}
		if strange > 0 && (c.ws[n].norm == "that" || subjects[c.ws[n].norm] && c.ws[n].norm != "the" && c.ws[n].norm != "our" && c.ws[n].norm != "my") {
			return false
		}
	}
	return strange <= 3
}

// raising verbs pass a negation on to what they govern: "I do not think we
// should".
var raising = set("think believe feel expect suppose imagine see want find dream share know thought believed come came go mean decided stand stood saw seen persuaded convinced sure certain clear")

// compares reports a negation that is turned into its opposite by a
// comparison: "nobody wants it more than I", "no weaker than".
func (c *clauseReader) compares(it item) bool {
	switch c.norm(it.first) {
	case "never": // "never been readier"
		w := c.norm(it.end + 1)
		return c.norm(it.end) == "been" && (w == "more" || w == "so" || strings.HasSuffix(w, "er") && len(w) > 4)
	case "nobody", "no", "nothing", "not":
		return (c.hasAny(it.end, c.end, "more better finer worthier") || c.hasAny(it.end, c.end, "happier gladder prouder dearer")) && c.hasAny(it.end, c.end, "than")
	}
	return false
}
