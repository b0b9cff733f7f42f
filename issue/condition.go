package issue

import "strings"

// A condition is what a position is made to depend on.
type condition struct {
	first, end int
	loose      bool // if, once: of its own sentence only
	bound      bool // its sentence takes a position
}

// conditional finds the conditions, and what says that there is none, and
// takes both out of what the pole is read from.
func (s *scene) conditional() {
	for _, sen := range s.sentences {
		s.unconditional(sen[0], sen[1])
		s.bargain(sen[0], sen[1])
		if s.shrugs(sen[0], sen[1]) {
			continue
		}
		for i := sen[0]; i < sen[1]; i++ {
			if !s.skip[i] {
				s.conditionAt(sen[0], i, sen[1])
			}
		}
	}
}

// shrugs reports a sentence that makes nothing of what it supposes: "if there is no
// vote, so be it".
func (s *scene) shrugs(from, end int) bool {
	for i := from; i+2 < end; i++ {
		if s.ws[i].norm == "so" && s.ws[i+1].norm == "be" && s.ws[i+2].norm == "it" {
			return true
		}
	}
	return false
}

// unconditionalWays say that a position depends on nothing.
var unconditionalWays = ways(`with no {conditions|preconditions|strings} | no conditions | no preconditions | no pre conditions | without conditions | without preconditions |
	without precondition | without condition | without any {conditions|preconditions} | no strings | whether or not | or no | with or without | or without | regardless of | regardless | no matter |
	come what may | whatever {they|he|she|it|others} {do|does|say|says} | whatever happens | no ifs | unconditional* | irrespective of | without strings | without reservation | no if* | drop* {the|our|its|that|this|my} {condition*|precondition*|demand*}`)

func ways(patterns string) *finder {
	f := &finder{}
	addAll(f, strings.Join(strings.Fields(patterns), " "), 0)
	return f
}

// freeWays say so of every condition, and not only of one.
var freeWays = ways(`with no {conditions|preconditions|strings} | no conditions | no preconditions | no pre conditions | without any {condition|conditions|precondition|preconditions} | without {condition|conditions|precondition|preconditions} | without pre conditions |
	no strings attached | no strings | without strings | without {a|any} string* | unconditionally | come what may | no ifs`)

// isFree reports words that say that no condition is set, and are not
// themselves denied or refused: "we will not talk without preconditions".
func (s *scene) isFree(from, i, end int) bool {
	if w := s.ws[i].norm; w == "unconditional" {
		return !s.negated(from, i) && i+1 < end && (s.about[i+1] || s.at[i+1] >= 0 && s.items[s.at[i+1]].target || s.hasAny(i+1, i+2, "support backing yes"))
	}
	if w := s.ws[i].norm; w == "whatever" || w == "no" && s.norm(i+1) == "matter" {
		return s.hasAny(i+1, min(i+7, end), "do does say says happens happen comes think thinks what")
	}
	_, e := freeWays.longest(s.ws, i)
	return e > 0 && e <= end && (s.ws[i].norm != "without" || !s.negated(from, i))
}

func (s *scene) unconditional(from, end int) {
	for i := from; i < end; i++ {
		if free := s.isFree(from, i, end); free {
			s.free = append(s.free, condition{first: i, end: i + 1})
		} else if s.ws[i].norm == "without" && s.negated(from, i) && conditionNouns[s.norm(i+1)] {
			continue // a condition is set
		}
		if _, e := unconditionalWays.longest(s.ws, i); e > 0 && e <= end {
			first := i
			if s.ws[i].norm == "or" { // road or no road
				for first > from && s.ws[first].after == none {
					first--
				}
			}
			fill(s.skip, first, s.clauseEnd(e, end))
			i = e
		}
	}
}

// clauseEnd is the first word from i on that a mark or a clause's conjunction
// stands before.
func (s *scene) clauseEnd(i, end int) int {
	for ; i < end; i++ {
		if s.ws[i].after != none || s.ws[i].norm == "but" {
			return i
		}
	}
	return end
}

// bargain reads "Give me late buses and I'll vote for it" and "No buses, no
// vote".
func (s *scene) bargain(from, end int) {
	if among(s.ws[from].norm, "give show find bring get pay promise guarantee") && (s.norm(from+1) == "me" || s.norm(from+1) == "us") {
		for i := from + 3; i < min(end, from+20); i++ {
			if s.ws[i].norm == "and" && firstPerson[s.norm(i+1)] {
				s.addCondition(from, i, false)
				return
			}
		}
	}
	if s.ws[from].norm != "no" || end-from > 8 || s.at[from] >= 0 && s.items[s.at[from]].kind == phrase {
		return
	}
	for i := from + 2; i < end-1; i++ {
		if s.ws[i].norm == "no" && s.ws[i].after == comma && s.clauseEnd(i+1, end) == end && s.isBought(i+1, end) {
			s.addCondition(from, end, false)
		}
	}
}

// isBought reports what a condition buys: a vote, or an action of the issue.
func (s *scene) isBought(i, end int) bool {
	return s.hasAny(i, end, "vote votes support backing deal signature agreement yes") || i < end && s.at[i] >= 0 && s.items[s.at[i]].target
}

var firstPerson = set("i we")

func (s *scene) addCondition(from, end int, loose bool) {
	if from < end {
		s.conditions = append(s.conditions, condition{first: from, end: end, loose: loose})
		fill(s.skip, from, end)
	}
}

// onlyIf are the words that set a condition after "only".
var onlyIf = set("if by when after once through where with upon unless provided on")

// conditionMarks set a condition wherever they stand.
var conditionMarks = ways(`unless | provided | provided that | providing | providing that | on condition | on the condition | on one condition | as long as |
	so long as | assuming | subject to | in return for | in exchange for | in return | dependent on | {depend|depends|depended|depending} on | conditional on | conditional upon | contingent on | contingent upon | {hinge|hinges|hinged} on |
	with the proviso | on the understanding | in the event | if and only if | if and when | as and when | in its {present|current} form | in this form | in that form | as it stands now | as things stand | on our terms | on my terms | on these terms | on those terms | on the terms | save when | except if | except when`)

// conditionNouns make what they are said of a condition.
var conditionNouns = set("precondition preconditions condition conditions proviso prerequisite requirement")

func (s *scene) conditionAt(from, i, end int) {
	w := s.ws[i].norm
	if _, e := conditionMarks.longest(s.ws, i); e > 0 && e <= end {
		if !s.isOffice(e, end) {
			s.addCondition(i, s.conditionEnd(e, end), false)
		}
		return
	}
	switch w {
	case "only":
		s.only(from, i, end)
	case "if":
		if !s.notIf(from, i) {
			s.addCondition(i, s.conditionEnd(i+1, end), true)
		}
	case "until", "till", "before", "without":
		s.exception(from, i, end)
	case "once":
		if s.isOnce(i, end) {
			s.addCondition(i, s.conditionEnd(i+1, end), true)
		}
	case "first":
		s.first(from, i, end)
	default:
		if conditionNouns[w] && s.hasAny(i-4, i, "my our the one only a his her their its single sole that") && !s.hasAny(i-4, i, "no not without drop dropped") {
			start := s.clauseStart(from, i)
			s.addCondition(start, s.conditionEnd(i+1, end), false)
		}
	}
}

// conditionEnd is where the clause of a condition that goes on at i ends: with
// the sentence, before what goes on with the main clause.
func (s *scene) conditionEnd(i, end int) int {
	opens := s.opensSentence(i)
	for k := i; k < end; k++ {
		if s.ws[k].after >= dash && k > i || s.ws[k].norm == "but" {
			return k
		}
		if opens && k > i+2 && s.norm(i-1) == "without" && (pronouns[s.ws[k].norm] || modals[s.ws[k].norm]) {
			return k
		}
		if s.ws[k].after == comma && k > i && s.isMain(k, end, opens) {
			return k
		}
	}
	return end
}

// opensSentence reports that the mark of a condition before word i opens its sentence.
func (s *scene) opensSentence(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if k == 0 || s.ws[k].after >= stop {
			return true
		}
		if s.ws[k].after != none {
			return false
		}
	}
	return false
}

// isMain reports that a main clause goes on at k: a pronoun or name with a verb,
// or anything after a condition that opens the sentence.
func (s *scene) isMain(k, end int, opens bool) bool {
	if w := s.norm(k); w == "and" || w == "not" || w == "or" || w == "in" || w == "on" {
		return false
	}
	if opens {
		return true
	}
	return s.has(k, min(k+6, end), verbsToBe) || s.has(k, min(k+6, end), modals)
}

var (
	verbsToBe = set("is are was were am be been being 's")
	modals    = set("will would shall should must can could may might ought")
)

// clauseStart is the first word after the last mark before i.
func (s *scene) clauseStart(from, i int) int {
	for i > from && s.ws[i].after == none {
		i--
	}
	return i
}

// isOffice reports a clause that says for how long and not on what condition:
// "as long as I lead this party".
func (s *scene) isOffice(i, end int) bool {
	if s.norm(i) == "i" {
		return true
	}
	return s.hasAny(i, min(i+2, end), "i we he she") && s.hasAny(i, min(i+6, end), `lead live breathe am draw remain hold sit stand serve
		have lives leads led lived serve served was were are is`) && !s.hasAny(i, min(i+8, end), "paid allowed given told consulted heard")
}

// notIf reports an if that sets no condition.
func (s *scene) notIf(from, i int) bool {
	switch s.norm(i - 1) {
	case "even", "as", "what", "see", "ask", "asked", "know", "wonder", "doubt", "asking", "wondered":
		return true
	}
	switch s.norm(i + 1) {
	case "not", "any", "anything", "only", "ever", "need", "that", "so", "at", "necessary":
		return true
	case "you", "i":
		return s.hasAny(i+2, i+7, "like ask may might please prefer honest frank remember recall correctly mistaken had")
	}
	return false
}

func (s *scene) only(from, i, end int) {
	for k := i + 1; k < min(i+6, end); k++ {
		if s.ws[k].after != none {
			return
		}
		if onlyIf[s.ws[k].norm] {
			start := k
			if k == i+1 {
				start = i
			}
			s.addCondition(start, s.conditionEnd(k+1, end), false)
			return
		}
		if s.ws[k].norm == "then" {
			fill(s.skip, i, k+1)
		}
	}
}
