package issue

import "strings"

// What bears on an action of the issue, and how sure it leaves the position.

// bears says whether an item bears on an action of the clause, and how sure it
// leaves the position as it stands and when it is turned.
func (c *clauseReader) bears(i int, it item, pending int) (ok bool, sure, turned float64) {
	if it.kind == phrase {
		return true, it.sure, it.denied
	}
	if it.kind == target {
		return c.actionBears(i, it, pending)
	}
	switch it.class {
	case attitude:
		m, t := c.modalBefore(it.first)
		if it.sign < 0 {
			m = t
		}
		ok := (it.target || c.takes(it)) && (c.recommends(it) || c.subject(c.from, it.first) != stranger)
		if ok && c.norm(it.first-1) == "to" {
			ok = c.wishes(it) // "my predecessor promised to end it"
		}
		return ok || c.isTaken(it) && c.wishes(it), min(it.sure, weak(m)), it.denied
	case deed:
		m, t := c.modalBefore(it.first)
		if m == 0 && (c.opens(it.first) || pending > 0 && c.near(i) || c.progresses(it)) {
			m, t = 0.95, 0.95
		}
		ok := (it.target || c.takes(it) && !c.follows(it) && !c.yields(i)) && c.isWilled(it.first)
		if statusDeeds[c.ws[it.first].norm] && c.follows(it) && c.governs(it.first-1) && (m > 0 || c.ws[it.first].norm != "open") {
			return true, max(m, 0.9), max(t, 0.9)
		}
		return m > 0 && (ok && c.isDeed(it) || !weakDeeds[c.ws[it.first].norm] && c.isDone(it)), m, t
	case quality:
		if len(c.targets) == 0 {
			return !c.r.direct && c.end-c.from <= 8 && c.leads(it), it.sure, it.denied
		}
		w := c.ws[it.first].norm
		return c.isSaid(it) && (c.follows(it) || w != "over" && w != "off" && c.takes(it)), it.sure, it.denied
	case status:
		return c.follows(it), it.sure, it.denied
	case verdict:
		return len(c.targets) > 0 || !c.r.direct, it.sure, it.denied
	case shift:
		return pending > 0, 0.9, 0.9
	case settle:
		return false, it.sure, it.sure
	}
	return false, 0, 0
}

// weak is a modal's certainty where it lowers that of an attitude: "might
// support".
func weak(m float64) float64 {
	if m == 0 || m > 0.5 {
		return 1
	}
	return m
}

// modalBefore is the modal that word i stands under, with only adverbs,
// negations and auxiliaries between them.
func (c *clauseReader) modalBefore(i int) (sure, turned float64) {
	for k := i - 1; k >= c.from; k-- {
		if w := c.ws[k].norm; w == "have" && k > c.from && c.hasAny(k+1, k+2, "been") || w == "be" || w == "been" {
			if c.at[k] < 0 || c.items0(k).class != modal {
				continue
			}
		}
		if c.at[k] >= 0 {
			it := c.items0(k)
			if it.kind == word0 && it.class == modal {
				return it.sure, it.denied
			}
			if it.kind == word0 && (it.class == flip || it.class == hedge || it.class == boost || it.class == idle) || c.ws[k].norm == "be" || c.ws[k].norm == "been" {
				continue
			}
			if it.kind == word0 && it.class == attitude && c.norm(it.end-1) == "to" && i-k <= 2 {
				return it.sure, it.denied
			}
			return 0, 0
		}
		w := c.ws[k].norm
		if !isAdverb(w) && !auxiliaries[w] && !verbsToBe[w] && w != "us" && !firstPerson[w] {
			return 0, 0
		}
		if w == "to" && (k == 0 || k == 1 && c.norm(0) == "that" || k <= 3 && c.ws[0].upper && !c.quoted[0]) && c.demands() {
			return 0.95, 0.95
		}
	}
	return 0, 0
}

func (c *clauseReader) items0(k int) item { return c.scene.items[c.at[k]] }

// demands reports an act after which an infinitive is what is promised or
// demanded: "to vote for it".
func (c *clauseReader) demands() bool {
	switch c.scene.r.Act {
	case "promised", "demanded", "threatened", "asserted":
		return true
	}
	return false
}

// opens reports a verb that opens its clause: an order, or what a headline
// announces.
func (c *clauseReader) opens(i int) bool {
	for k := i - 1; k >= c.from; k-- {
		if w := c.ws[k].norm; !isAdverb(w) && w != "and" && w != "to" && w != "please" && w != "that" && w != "not" && w != "do" {
			return false
		}
	}
	return true
}

func (c *clauseReader) near(i int) bool { return i > 0 && c.scene.isLexeme(c.items[i-1].first, flip) }

// actionBears reports an action that is itself what is willed: "will talk",
// "no talks".
func (c *clauseReader) actionBears(i int, it item, pending int) (ok bool, sure, turned float64) {
	if !c.isTarget(it) {
		return false, 0, 0
	}
	if c.hasAny(it.first-3, it.first, "than") && c.hasAny(c.from, it.first, "better finer worthier") && c.has(c.from, it.first, negators) {
		return true, 0.9, 0.9 // "nobody better than her"
	}
	if it.modal {
		return true, 0.9, 0.9
	}
	if m, t := c.modalBefore(it.first); m > 0 && !c.isNounHere(it) && c.isWilled(it.first) {
		return true, m, t
	}
	if m, t := c.exists(it); m > 0 {
		return true, m, t
	}
	if c.progresses(it) && c.subject(c.from, it.first) != stranger {
		return true, 0.95, 0.95
	}
	if pending > 0 && i > 0 && c.isLexeme(c.items[i-1].first, flip) && c.adjoins(c.items[i-1].end, it.first) && !c.isFact(it) && c.isWilled(it.first) {
		return true, 0.95, 0.95
	}
	if c.from == 0 && c.opens(it.first) && it.first > c.from && c.ws[it.first-1].norm == "to" {
		return true, 0.9, 0.9
	}
	if c.orders(it) {
		return true, 0.95, 0.95
	}
	return false, 0, 0
}

// isFact reports that something is not so yet, which need not be somebody's will:
// "there is no offer on the table", "no offer has been made".
func (c *clauseReader) isFact(it item) bool {
	return c.hasAny(c.from, c.end, "yet received made asked heard currently seen")
}

// orders reports an action that is a verb with its object at the beginning of a clause:
// "Raise the pension age".
func (c *clauseReader) orders(it item) bool {
	w := c.ws[it.first].norm
	return it.end-it.first >= 2 && c.opens(it.first) && c.norm(it.first-1) != "to" && (determiners[c.norm(it.first+1)] || among(c.norm(it.first+1), "it them him her")) &&
		!strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "s")
}

// adjoins reports that a negation before [from, end) is that of the action after it.
func (c *clauseReader) adjoins(from, end int) bool {
	for k := from; k < end; k++ {
		w := c.ws[k].norm
		if !c.isPlain(k) || pronouns[w] || auxiliaries[w] && w != "to" || verbsToBe[w] || prepositions[w] && w != "of" && w != "for" {
			return false
		}
	}
	return true
}

func (c *clauseReader) isTarget(it item) bool {
	for _, t := range c.targets {
		if t.first == it.first {
			return true
		}
	}
	return false
}

// isNounHere reports a noun after be: "will be talks" is a deed's business.
func (c *clauseReader) isNounHere(it item) bool {
	return c.ws[max(it.first-1, 0)].norm == "the" || c.ws[max(it.first-1, 0)].norm == "a"
}

// yields reports that a deed leaves its object to an attitude after it: "have no
// part in it".
func (c *clauseReader) yields(i int) bool {
	for _, it := range c.items[i+1:] {
		if it.target {
			return false
		}
		if it.kind == word0 && it.class == attitude {
			return true
		}
	}
	return false
}

func (c *clauseReader) isDeed(it item) bool {
	if !weakDeeds[c.ws[it.first].norm] || it.end-it.first > 1 {
		return true
	}
	for _, t := range c.targets {
		if t.first >= it.end {
			n := t.end
			return n >= c.end || c.isPlain(n) && !determiners[c.ws[n].norm] && c.ws[n].norm != "to" && !strings.HasSuffix(c.ws[n].norm, "ly") || participial(c.ws[n].norm)
		}
	}
	return false
}

// weakDeeds mean many things: they count only where the action ends their phrase,
// "have a levy", and not in "give the levy a name".
var weakDeeds = set("see have get give gives given make take keep keeps kept keeping do bring vote work serve sit sits sat sitting move moves moved moving")

var determiners = set("the a an this that these those any some every each all my our your his her its their more no")

// recommends reports what others should be for or against: "members should
// reject it".
func (c *clauseReader) recommends(it item) bool {
	return c.hasAny(max(c.from, it.first-2), it.first, "should must ought") && !c.has(c.from, it.first, elsewhere)
}

// isWilled reports that what word i says is the speaker's will and not what
// others will do: what others should or must do is, too.
func (c *clauseReader) isWilled(i int) bool {
	if c.has(max(c.from, i-5), i, norms) && !c.has(c.from, i, elsewhere) {
		return true
	}
	if c.norm(i-1) == "to" && !c.wishes(item{first: i}) {
		return false // "the allies have decided to deliver"
	}
	return c.subject(c.from, i) != stranger
}

// elsewhere are others of whom one may demand what one does not do.
var elsewhere = set("countries nations allies neighbours neighbors others they governments states towns cities")

var norms = set("should must ought shall be")

// exists reads "there will be talks", "there ought to be a ban": a modal and be
// before the action, after there.
func (c *clauseReader) exists(it item) (sure, turned float64) {
	for k := it.first - 1; k > c.from; k-- {
		w := c.ws[k].norm
		if (w == "be" || w == "been") && c.hasAny(c.from, k, "there") {
			if c.at[k] >= 0 && c.items0(k).class == modal { // ought to be
				return c.items0(k).sure, c.items0(k).denied
			}
			return c.modalBefore(k)
		}
		if !c.isPlain(k) && it.first-k > 3 {
			return 0, 0
		}
	}
	return 0, 0
}

// progresses reports "we are building": a participle after be.
func (c *clauseReader) progresses(it item) bool {
	if !strings.HasSuffix(c.ws[it.first].norm, "ing") {
		return false
	}
	for k := it.first - 1; k >= c.from; k-- {
		switch w := c.ws[k].norm; {
		case w == "are" || w == "am" || w == "is" || w == "was" || w == "were":
			return true
		case !isAdverb(w) && !negators[w]:
			return false
		}
	}
	return false
}

// isDone reports a deed in the passive: "should be held".
func (c *clauseReader) isDone(it item) bool {
	if !c.isTaken(it) {
		return false
	}
	for k := it.first - 1; k >= c.from; k-- {
		if w := c.ws[k].norm; !isAdverb(w) {
			return verbsToBe[w] || w == "get" || participial(c.ws[it.first].norm) && w != "to" || statusDeeds[c.ws[it.first].norm]
		}
	}
	return false
}

// statusDeeds need no object: "talks can begin".
var statusDeeds = set("begin begins start starts open continue resume proceed")

func participial(w string) bool { return strings.HasSuffix(w, "ed") }

// leads reports an item that opens its clause but for little words.
func (c *clauseReader) leads(it item) bool {
	for k := c.from; k < it.first; k++ {
		if w := c.ws[k].norm; !isAdverb(w) && !negators[w] && !verbsToBe[w] && w != "it" && w != "a" && w != "the" && w != "an" {
			return false
		}
	}
	return true
}
