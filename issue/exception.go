package issue

import "strings"

// Conditions that rest on a negation before them, and what only looks like one.

// times say when and not on what condition.
var times = set(`year years season seasons summer winter spring autumn fall month months week weeks day days decade century weekend tomorrow tonight today christmas
	easter noon midnight monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
	election elections recess term session holidays holiday morning evening end now then long hour hours minute minutes century time lunch dinner`)

// isTime reports that a time follows, and no clause.
func (s *scene) isTime(i, end int) bool {
	for k := i; k < min(i+5, end); k++ {
		if k > i && s.ws[k].after != none {
			return false
		}
		if w := s.ws[k].norm; times[w] || w >= "0" && w < ":" {
			return true
		}
	}
	return i >= end
}

// exception reads until, before and without: they set a condition where the
// words before them are negated.
func (s *scene) exception(from, i, end int) {
	w := s.ws[i].norm
	if w == "before" && firstPerson[s.norm(i+1)] { // "I'd eat my hat before I voted for it"
		fill(s.skip, i, s.clauseEnd(i+1, end))
		return
	}
	switch {
	case i+1 < end && s.ws[i+1].after != none: // "I have said so before"
		return
	case s.isTime(i+1, end) && w != "without", s.isOffice(i+1, end):
		return
	case w == "without" && s.targetAt(i+1, i+4):
		if i == from { // "without fees we could not pay them" argues for fees by what is not so
			fill(s.skip, i, end)
		}
		return
	case w == "before" && !s.hasVerb(i+1, end), w == "without" && s.hasAny(i-1, i, "do live survive manage cope go doing"):
		return
	}
	at := i
	switch {
	case i > from && s.ws[i-1].norm == "not":
		at = i - 1 // it is part of the condition: not until
	case s.negated(from, i), s.norm(i-1) == "wait":
	case i == from && w != "before" && s.has(i, end, negators): // "Until the guns are silent, no talks"
	default:
		return
	}
	s.addCondition(at, s.conditionEnd(i+1, end), false)
}

// targetAt reports an action of the issue that begins among the words [from, end),
// with only little words before it.
func (s *scene) targetAt(from, end int) bool {
	for i := from; i < min(end, len(s.ws)) && s.ws[i].after == none; i++ {
		if s.at[i] >= 0 && s.items[s.at[i]].kind == target {
			return true
		}
		if !determiners[s.ws[i].norm] {
			return false
		}
	}
	return false
}

// hasVerb reports what may be a verb among the words of a clause.
func (s *scene) hasVerb(i, end int) bool {
	for end = s.clauseEnd(i+1, end); i < end; i++ {
		w := s.ws[i].norm
		if verbsToBe[w] || modals[w] || auxiliaries[w] || pronouns[w] || len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) {
			return true
		}
	}
	return false
}

var pronouns = set("i we he she it they you there this")

// negated reports a negation among the last words before i.
func (s *scene) negated(from, i int) bool {
	for k := max(from, i-25); k < i; k++ {
		if !s.skip[k] && (negators[s.ws[k].norm] || s.at[k] >= 0 && s.items[s.at[k]].sign < 0) {
			return true
		}
	}
	return false
}

var negators = set("not no never nobody none nothing neither nor nowhere without hardly refuse refuses refused oppose opposes rule reject")

// isOnce reports a once that is a conjunction.
func (s *scene) isOnce(i, end int) bool {
	switch s.norm(i + 1) {
	case "again", "more", "and", "or", "said", "a", "for", "in", "upon", "supported", "opposed", "":
		return false
	}
	if s.norm(i+1) == "every" && times[s.norm(i+2)] {
		return false
	}
	return s.norm(i-1) != "at" && s.norm(i-1) != "for" && s.norm(i-1) != "just" && i+2 < end
}

// first reads "must first release", "must be released first".
func (s *scene) first(from, i, end int) {
	if s.hasAny(i-2, i, "the a our my his her their its at from very 's first") || s.norm(i+1) == "time" || s.norm(i-1) == "come" {
		return
	}
	start := s.clauseStart(from, i)
	last := s.clauseEnd(i+1, end)
	if i == start && s.norm(i+1) != "" {
		if last = s.clauseEnd(i+1, end); last == i+1 && last < end {
			last = s.clauseEnd(last+1, end)
		}
		if !s.hasAny(i, last, "must should has have need needs ought want wants expect") {
			return
		}
	} else if !s.hasAny(start, i, "must should has have had need needs ought to") && last != i+1 {
		return
	}
	s.addCondition(start, last, false)
}
