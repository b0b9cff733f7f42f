package issue

import "strings"

// A clause is a run of words without a mark or a conjunction that begins
// another. Its sign is the product of the signs of its predicates and of what
// turns them, as far as they bear on an action of the issue.

// A clause is read as a verdict on the issue.
type reading struct {
	sign        int // 0: none
	sure        float64
	direct      bool // the action stands in the clause itself
	first, last int  // the words that decided
}

// clauses are the ranges of words of a sentence's clauses.
func (s *scene) clauses(from, end int) [][2]int {
	var out [][2]int
	start := from
	cut := func(i int) {
		if i > start {
			out = append(out, [2]int{start, i})
		}
		start = i
	}
	for i := from + 1; i < end; i++ {
		switch {
		case s.at[i] >= 0 && s.items[s.at[i]].first < i && !s.skip[i]: // inside a pattern
		case s.ws[i].after != none || s.skip[i] != s.skip[i-1]:
			cut(i)
		case breaks[s.ws[i].norm]:
			cut(i)
		case (s.ws[i].norm == "and" || s.ws[i].norm == "or") && s.beginsClause(i+1, end):
			cut(i)
		case s.ws[i].norm == "that" && s.targetEndsAt(i):
			cut(i)
		}
	}
	cut(end)
	return out
}

var breaks = set("but because although though while whereas which who whom whose since yet when where as")

// beginsClause reports a subject or a predicate after a conjunction.
func (s *scene) beginsClause(i, end int) bool {
	for i < end && isAdverb(s.ws[i].norm) {
		i++
	}
	if i >= end {
		return false
	}
	if verbsToBe[s.ws[i].norm] || subjects[s.ws[i].norm] || modals[s.ws[i].norm] || negators[s.ws[i].norm] {
		return true
	}
	return s.isLexeme(i, attitude)
}

var subjects = set("i we he she it they you this there the that our my")

func (s *scene) isLexeme(i int, c class) bool {
	return i < len(s.at) && s.at[i] >= 0 && s.items[s.at[i]].kind == word0 && s.items[s.at[i]].class == c
}

// targetEndsAt reports an action of the issue just before word i.
func (s *scene) targetEndsAt(i int) bool {
	return i > 0 && s.at[i-1] >= 0 && s.items[s.at[i-1]].kind == target
}

// itemsIn are the items of the words [from, end) that count.
func (s *scene) itemsIn(from, end int) []item {
	var out []item
	for i := from; i < end; i++ {
		if s.at[i] >= 0 && !s.skip[i] {
			if it := s.items[s.at[i]]; it.first == i && it.end <= end {
				out = append(out, it)
			}
		}
	}
	return out
}

// read finds what a clause says of the issue. known says that an action of the issue
// was named before.
func (s *scene) read(from, end int, known bool) reading {
	if from >= end || s.skip[from] {
		return reading{}
	}
	c := clauseReader{scene: s, from: from, end: end, items: s.itemsIn(from, end), r: reading{sign: 1, sure: 1, direct: true}}
	for _, it := range c.items {
		if it.target && (it.kind != target || s.isHead(it, end)) {
			c.targets = append(c.targets, it)
		}
	}
	if len(c.targets) == 0 {
		if !known {
			return reading{}
		}
		c.r.direct = false
		c.targets = s.pronouns(from, end)
	}
	return c.judge()
}

type clauseReader struct {
	*scene
	from, end int
	items     []item
	targets   []item
	r         reading
}

// pronouns are words that may mean the action named before.
func (s *scene) pronouns(from, end int) []item {
	if i := from + 1; i < end && from > 0 && s.norm(from) == "and" && (modals[s.norm(i)] || verbsToBe[s.norm(i)]) {
		return []item{{kind: target, first: from, end: i, target: true}} // "... and should be kept"
	}
	for i := from; i < end; i++ {
		switch w := s.ws[i].norm; w {
		case "it", "them":
		case "that", "this", "one", "there":
			if i+1 < end && s.ws[i+1].after == none && !verbsToBe[s.norm(i+1)] && !modals[s.norm(i+1)] && !prepositions[s.norm(i+1)] {
				continue
			}
		case "so":
			if s.norm(i-1) != "do" && s.norm(i-1) != "doing" {
				continue
			}
		case "idea", "plan", "plans", "proposal", "scheme", "project", "offer", "move", "measure":
			if !s.hasAny(i-2, i, "the this that such") {
				continue
			}
		default:
			continue
		}
		return []item{{kind: target, first: i, end: i + 1, target: true}}
	}
	return nil
}

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
	c.r.sign, c.r.sure, c.r.first, c.r.last = p.sign, p.sure*p.hedge, p.first-1, p.last
	return c.r
}

// A product is what the items of a clause come to so far.
type product struct {
	sign    int
	sure    float64
	hedge   float64
	cap     float64 // what the negations that are pending leave
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
	if !bears || p.said && it.class == quality {
		return true
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
	p.pending, p.cap, p.sure, p.last = 0, 1, min(p.sure, level), it.end
	return true
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
var raising = set("think believe feel expect suppose imagine see want say said find dream share know thought believed come came go mean decided stand stood saw seen persuaded convinced sure certain clear")

// compares reports a negation that is turned into its opposite by a
// comparison: "nobody wants it more than I", "no weaker than".
func (c *clauseReader) compares(it item) bool {
	switch c.norm(it.first) {
	case "never": // "never been readier"
		w := c.norm(it.end + 1)
		return c.norm(it.end) == "been" && (w == "more" || w == "so" || strings.HasSuffix(w, "er") && len(w) > 4)
	case "nobody", "no", "nothing", "not":
		return c.hasAny(it.end, c.end, "more better finer worthier") && c.hasAny(it.end, c.end, "than")
	}
	return false
}

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
	if pending > 0 && i > 0 && c.isLexeme(c.items[i-1].first, flip) && c.adjoins(c.items[i-1].end, it.first) && !c.isFact(it) {
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

// orders reports an action that is a verb with its object at the beginning of a clause:
// "Raise the pension age".
func (c *clauseReader) orders(it item) bool {
	w := c.ws[it.first].norm
	return it.end-it.first >= 2 && c.opens(it.first) && c.norm(it.first-1) != "to" && (determiners[c.norm(it.first+1)] || among(c.norm(it.first+1), "it them him her")) &&
		!strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "s")
}

// isFact reports that something is not so yet, which need not be somebody's will:
// "there is no offer on the table", "no offer has been made".
func (c *clauseReader) isFact(it item) bool {
	return c.hasAny(c.from, c.end, "yet received made asked heard currently seen")
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

// takes reports an action as the object of a predicate before it.
func (c *clauseReader) takes(it item) bool {
	for _, t := range c.targets {
		if t.first >= it.end && c.clear(it.end, t.first, 2) {
			return !c.isToDo(t)
		}
	}
	return false
}

// wishes reports that nobody else wishes what happens to an action.
func (c *clauseReader) wishes(it item) bool {
	for _, other := range c.items {
		if other.first < it.first && other.kind == word0 && other.class == attitude && c.subject(c.from, other.first) == stranger {
			return false
		}
	}
	return true
}

// isToDo reports an action of which something is wanted that says nothing of
// whether it is: "we need the levy to explain itself".
func (c *clauseReader) isToDo(t item) bool {
	n := t.end
	if n+1 >= c.end || c.norm(n) != "to" || c.at[n] >= 0 {
		return false
	}
	for k := n + 1; k < min(n+4, c.end); k++ {
		if c.at[k] >= 0 && c.items0(k).class != modal {
			return false
		}
		if !verbsToBe[c.ws[k].norm] && !isAdverb(c.ws[k].norm) {
			return !c.isPlain(n + 1)
		}
	}
	return true
}

// isTaken reports an action as the subject of a predicate in the passive, of
// one that follows it under a modal, or between a wish and a participle: "want
// it stopped".
func (c *clauseReader) isTaken(it item) bool {
	for _, t := range c.targets {
		if t.end > it.first || !c.clearUp(t.end, it.first) {
			continue
		}
		ends := it.end >= c.end || c.ws[it.end].after != none
		if c.has(max(t.end, it.first-4), it.first, passives) || ends && c.has(max(t.end, it.first-3), it.first, modals) || passives[c.ws[it.first].norm] && it.end-it.first > 1 {
			return true
		}
		if t.end == it.first && participial(c.ws[it.first].norm) && c.hasAny(c.from, t.first, "want wants wanted need needs like see have get") {
			return true
		}
	}
	return false
}

var passives = set("is are was were am be been being 's has have had gets get got needs deserves")

// isSaid reports that a quality is predicated: a copula stands before it, or it
// opens its clause.
func (c *clauseReader) isSaid(it item) bool {
	if c.isHeadline() {
		return true
	}
	for k := it.first - 1; k >= max(c.from, it.first-5); k-- {
		if c.at[k] >= 0 && c.items0(k).kind == target {
			break
		}
		if copulas[c.ws[k].norm] {
			return true
		}
	}
	for k := it.first - 1; k >= c.from; k-- {
		if w := c.ws[k].norm; !isAdverb(w) && !negators[w] && w != "a" && w != "the" && w != "an" && w != "and" {
			return false
		}
	}
	return true
}

var copulas = set(`is are was were am be been being 's seem seems seemed look looks looked remain remains remained become becomes became
	as call calls called calling consider considers considered considering find finds found sound sounds makes make would'd`)

var goers = set("must should to ought")

// follows reports a status as the verb of an action before it.
func (c *clauseReader) follows(it item) bool {
	last := c.ws[it.end-1].norm
	if (last == "go" || last == "goes") && (it.end < c.end && c.ws[it.end].after == none || !c.has(it.first-2, it.first, goers)) {
		return false // "must go", not "must go to sea"
	}
	for _, t := range c.targets {
		if t.end <= it.first && c.clearUp(t.end, it.first) && (it.class != status || t.end == it.first || c.governs(it.first-1)) {
			return true
		}
	}
	return false
}

// governs reports that a verb may follow word i: it is an auxiliary, or a word of
// the issue that ends the subject.
func (c *clauseReader) governs(i int) bool {
	w := c.ws[i]
	return modals[w.norm] || auxiliaries[w.norm] || verbsToBe[w.norm] || isAdverb(w.norm) || negators[w.norm] || c.about[i] || w.upper || c.at[i] >= 0 || times[w.norm] || c.is.vocabulary[w.norm]
}

// weakDeeds mean many things: they count only where the action ends their phrase,
// "have a levy", and not in "give the levy a name".
var weakDeeds = set("see have get give gives given make take keep keeps kept keeping do bring vote work serve sit sits sat sitting move moves moved moving")

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

var determiners = set("the a an this that these those any some every each all my our your his her its their more no")

// recommends reports what others should be for or against: "members should
// reject it".
func (c *clauseReader) recommends(it item) bool {
	return c.hasAny(max(c.from, it.first-2), it.first, "should must ought") && !c.has(c.from, it.first, elsewhere)
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

// isWilled reports that what word i says is the speaker's will and not what
// others will do: what others should or must do is, too.
func (c *clauseReader) isWilled(i int) bool {
	if c.has(max(c.from, i-5), i, norms) && !c.has(c.from, i, elsewhere) {
		return true
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

// isHeadline reports a clause without a verb: "A pact the only way".
func (c *clauseReader) isHeadline() bool {
	for k := c.from; k < c.end; k++ {
		w := c.ws[k].norm
		if verbsToBe[w] || modals[w] || auxiliaries[w] || subjects[w] || c.isLexeme(k, attitude) || c.isLexeme(k, deed) {
			return false
		}
	}
	return true
}
