package issue

// A clause is a run of words without a mark or a conjunction that begins
// another. Its sign is the product of the signs of its predicates and of what
// turns them, as far as they bear on an action of the issue.

// A clause is read as a verdict on the issue.
type reading struct {
	sign        int // 0: none
	sure        float64
	direct      bool // the action stands in the clause itself
	turns       int  // predicates and negations that were multiplied
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
	if verbsToBe[s.ws[i].norm] || subjects[s.ws[i].norm] || modals[s.ws[i].norm] || negators[s.ws[i].norm] || cognition[s.ws[i].norm] {
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
