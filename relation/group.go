package relation

import "onrecord"

// How far the words around a verb are looked at, in tokens.
const (
	groupReach  = 8  // to the left of a verb for what denies or softens it
	clauseReach = 16 // to the left of a verb for "if"
	chain       = 6  // verbs over it that are followed
)

// Words that take a verb back, or make it only possible.
var (
	negative = set(`not n't n’t never neither nor cannot without hardly refuse refused refuses refusing decline declined declines declining
fail failed fails failing stop stopped avoid avoided avoiding instead rather unable unwilling reluctant loath far resist resisted`)
	unreal    = set("if unless whether until lest should suppose supposing hypothetically")
	modal     = set("would could should might may can will must shall 'll ’ll 'd ought cannot")
	realising = set(`continue continued continues continuing begin began begins start started forced force compelled had has have having move moved
moves rushed rush scrambled hastened quick went go goes going used uses use using took takes take proceeded managed first
appear appeared appears appearing seem seemed seems seeming was were tried pause paused chose swift later
spent seized invoked held issued released stepped turned spoke returned traveled travelled headed`)
	softening = set("appear appeared appears appearing seem seemed seems seeming")
	softly    = set("apparently seemingly partly partially largely implicitly indirectly effectively essentially somewhat reportedly tacitly obliquely subtly")
)

// A group is a verb with what stands around it.
type group struct {
	verb    int // token
	hedge   onrecord.Span
	passive bool
	bare    bool // no subject of its own: "rejecting", "to reject"
}

// group reads the words around verb i; ok is false when it is negated, only
// possible, asked or wished.
func (v *view) group(i int) (g group, ok bool) {
	g = group{verb: i}
	first, _ := v.bounds(i)
	if v.asked(i) || v.supposed(i, first) || v.inverted(i) {
		return g, false
	}
	tag := v.tag(i)
	left := i - 1
	for ; left >= first && i-left <= groupReach; left-- {
		w := v.low[left]
		switch {
		case negative[w]:
			return g, false
		case v.tag(left) == "MD" || modal[w] && v.tag(left) != "NNP" && v.verbal(left):
			return g, w == "did"
		case w == "to" && (tag == "VB" || v.tag(left) == "TO"):
			return v.infinitive(g, left, first)
		case softly[w]:
			g.hedge = v.span(left, left+1)
		case v.auxiliary(left):
			if (tag == "VBN" || tag == "VBD") && (v.lemma(left) == "be" || v.lemma(left) == "get") {
				g.passive = true
			}
		case v.tag(left) == "RB" || v.tag(left) == "RBR":
		default:
			return v.finish(g, left, first)
		}
	}
	return v.finish(g, left, first)
}

func (v *view) verbal(i int) bool { return v.tag(i) == "MD" || v.verb(i) }

func (v *view) auxiliary(i int) bool {
	switch v.lemma(i) {
	case "be", "have", "do", "get", "'s", "'ve", "’s", "’ve":
		return v.verb(i) || possessive(v.low[i])
	}
	return false
}

// finish looks at the form of a verb that no auxiliary changes.
func (v *view) finish(g group, left, first int) (group, bool) {
	switch v.tag(g.verb) {
	case "VB":
		return g, false // an imperative, or a subjunctive
	case "VBG":
		g.bare = true
		if v.unheld(g.verb, left, first) {
			return g, false
		}
	case "VBN":
		g.bare = left == g.verb-1
		g.passive = g.passive || g.bare && v.at(g.verb+1) == "by" // "scorned by Lee"
	}
	if !g.bare && left >= first && (v.low[left] == "," || v.low[left] == "and" || v.low[left] == "or" || v.low[left] == "but") {
		return g, v.sharedMood(g.verb)
	}
	return g, !g.bare || left < first || !negative[v.low[left]]
}

// unheld: "ruled out shifting", "refrained from attacking", "without denying": a deed
// that is named, not done. After a verb only one that says it began will do.
func (v *view) unheld(i, left, first int) bool {
	if left < first || left != i-1 {
		return false
	}
	switch w := v.low[left]; {
	case w == "without" || w == "against" || w == "from" || w == "of" && v.at(left-1) == "instead":
		return true
	case v.verb(left) || w == "out":
		return !realising[w] && !v.auxiliary(left)
	}
	return false
}

// sharedMood: "did not read it and rejected it" shares no "not", but "would read
// and reject it" shares "would": a second verb takes its form from the first.
func (v *view) sharedMood(i int) bool {
	for range chain {
		if v.rel(i) != "conj" || v.head(i) == none {
			return true
		}
		i = v.head(i)
		if c := v.dependent(i, "aux"); c != none && v.tag(c) == "MD" && v.tag(i) == "VB" {
			return false
		}
	}
	return true
}

// infinitive allows "to reject" under a verb that says it was done: "appeared
// to", "was forced to", "went on to".
func (v *view) infinitive(g group, to, first int) (group, bool) {
	g.bare = true
	for k := to - 1; k >= first && to-k <= groupReach; k-- {
		w := v.low[k]
		switch {
		case negative[w] || v.tag(k) == "MD" || w == "yet":
			return g, false
		case softening[w]:
			if k > first && (negative[v.low[k-1]] || v.tag(k-1) == "MD") {
				return g, false
			}
			g.hedge = v.span(k, to+1)
			return g, true
		case v.verb(k) || v.tag(k) == "JJ":
			if !realising[w] || w == "going" {
				return g, false
			}
			return g, !v.undone(k, first)
		case v.tag(k) == "CC", w == ",", w == ";":
			return g, false
		}
	}
	return g, false
}

// undone: "has not begun to", "would have to".
func (v *view) undone(k, first int) bool {
	for j := k - 1; j >= first && k-j <= 4; j-- {
		if negative[v.low[j]] || v.tag(j) == "MD" || v.low[j] == "to" {
			return true
		}
	}
	return false
}

// asked reports a sentence that ends in a question mark.
func (v *view) asked(i int) bool {
	_, end := v.bounds(i)
	for k := end - 1; k >= end-3 && k > i; k-- {
		if v.low[k] == "?" {
			return true
		}
	}
	return false
}

// supposed looks for "if" between the last comma and the verb.
func (v *view) supposed(i, first int) bool {
	for k := i - 1; k >= first && i-k <= clauseReach; k-- {
		switch w := v.low[k]; {
		case w == ",", w == ";", w == ":", w == "—", quoteMark(w):
			return false
		case unreal[w]:
			return true
		}
	}
	return false
}

// inverted: "had she praised him": the helping verb before its subject makes a
// condition.
func (v *view) inverted(i int) bool {
	a, s := v.dependent(i, "aux"), v.dependent(i, "nsubj")
	return a != none && s > a && v.low[a] == "had"
}
