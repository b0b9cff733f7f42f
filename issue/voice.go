package issue

import (
	"strings"

	"onrecord"
)

// Whose view a clause gives. Words of the outlet around a quotation speak of
// the speaker as he, she or they; the speaker's own words do not.

// cognition are verbs that give somebody's view.
var cognition = set(`believe believes believed think thinks thought say says said claim claims claimed argue argues argued feel feels felt tell tells told
	insist insists insisted fear fears feared reckon reckons suggest suggests suggested maintain maintains complain complains complained
	assume assumes imagine imagines pretend pretends allege alleges alleged`)

// strangers are subjects that are not the speaker.
var strangers = set(`people voters many some most critics opponents others everyone everybody somebody someone anyone those residents citizens
	parents experts economists lawyers readers viewers neighbours neighbors friends rivals anybody plenty half two three thousands millions
	pundits commentators supporters enemies polls pollsters newspapers reporters journalists who whoever somebody
	shareholders customers ratepayers taxpayers fans commuters protesters protestors demonstrators`)

// others leaves out what the statement says that others think.
func (s *scene) others() {
	for _, sen := range s.sentences {
		for i := sen[0]; i < sen[1]; i++ {
			if !cognition[s.ws[i].norm] || s.skip[i] || among(s.norm(i+1), "about by of on in") {
				continue
			}
			start := s.clauseStart(sen[0], i)
			if s.subject(start, i) != stranger {
				continue
			}
			if i+1 == sen[1] && i-start <= 4 && !among(s.norm(start), "whatever as what if no when") { // "it is safe, the engineers say"
				start = sen[0]
			}
			fill(s.skip, start, sen[1])
			break
		}
	}
}

// A whose says whose a clause is.
type whose byte

const (
	unsaid whose = iota
	speaker
	stranger
)

// subject says who the nearest subject before word i is, not before from.
func (s *scene) subject(from, i int) whose {
	if s.isPossibility(from, i) {
		return stranger
	}
	if from < i && s.norm(from) == "who" {
		return stranger
	}
	if s.hasAny(from, i, "nobody none") && s.hasAny(from, i, "has have had") {
		return stranger // "nobody here has asked for it" is no word of the speaker's own
	}
	for k := i - 1; k >= max(from, i-8); k-- {
		switch w := s.ws[k].norm; {
		case (w == "me" || w == "us") && s.hasAny(k-1, k, "before after behind around against like with of"):
			if k == s.beforeVerb(i) {
				return stranger // "the minister before me promised it"
			}
		case w == "i" || w == "we" || w == "my" || w == "our" || w == "me" || w == "us":
			return speaker
		case w == "he" || w == "she" || w == "they":
			if s.quoted[k] {
				return stranger
			}
			return speaker
		case strangers[w] && !s.hasAny(k-1, k, "have has had with") && (!someOf[w] || k == s.beforeVerb(i) || w == "half" || s.norm(k+1) == "of" || strangers[s.norm(k+1)]):
			return stranger
		case k == s.beforeVerb(i) && !s.isPlain(k) && !collective[w] && s.isFinite(i) && !s.hasAny(from, k, "i we") && !(colleagues[w] && k > 0 && firstOwn[s.ws[k-1].norm]):
			return stranger // "the treasurer proposed it", "the chamber of commerce wants it"
		case k == s.beforeVerb(i) && s.quoted[k] && s.offices[w] && !s.hasAny(from, k, "i we") && !s.ws[k].upper && !collective[w] && !s.about[k] && s.isFinite(i):
			return stranger // "the treasurer has her doubts", said by the mayor
		case k == s.beforeVerb(i) && collective[w] && (s.hasAny(k-1, k, "previous former last late then old next other") || s.isOthers(k, from) || s.quoted[k] && bodies[w] && !s.own[w] && !s.hasAny(k-3, k, "my our this")):
			return stranger // "the old council", "the guards' union"
		case k == s.beforeVerb(i) && s.isOfOthers(k, from):
			return stranger // "many families in Grell"
		case k == s.beforeVerb(i) && roles[w] && s.hasAny(k-1, k, "previous former last late then old future next other"):
			return stranger
		case k == s.beforeVerb(i) && !s.own[w] && (roles[w] || s.foreign[w] && !function[w] && !s.about[k]):
			return stranger
		case k == s.beforeVerb(i) && s.isPlural(k) && !s.own[w]:
			if k > 0 && firstOwn[s.ws[k-1].norm] && colleagues[w] && !s.hasAny(k-4, k, "some many most half") {
				return speaker
			}
			return stranger
		case s.isName(k) && k == s.beforeVerb(i):
			if s.own[w] {
				return speaker
			}
			return stranger
		}
	}
	return unsaid
}

// isOfOthers reports that the phrase that ends at k goes with a noun in the plural
// before it, for people who are not the speaker.
func (s *scene) isOfOthers(k, from int) bool {
	n := k - 1
	for n > from && determiners[s.norm(n)] {
		n--
	}
	return n-1 >= from && among(s.norm(n), "in of from at on") && s.isPlural(n-1) && !s.own[s.norm(n-1)] && !colleagues[s.norm(n-1)]
}

// isOthers reports a body that another noun goes before: "the students' union".
func (s *scene) isOthers(k, from int) bool {
	if k-1 < from || s.ws[k].after != none {
		return false
	}
	w := s.ws[k-1].norm
	return !s.isPlain(k-1) && !collective[w] && !s.ws[k-1].upper && !among(w, "entire city local central federal national regional municipal provincial")
}

// isFinite reports at i a verb of the third person or of the past, by its ending, or
// under a modal. What a thing needs or requires is the speaker's own view.
func (s *scene) isFinite(i int) bool {
	w := s.ws[i].norm
	if strings.HasPrefix(w, "need") || strings.HasPrefix(w, "requir") || strings.HasPrefix(w, "deserv") {
		return false
	}
	return modals[s.norm(i-1)] || participial(w) || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || among(w, "had fought stood stuck swore chose won led")
}

// isPossibility reports what anybody could do, or would have done: "you can cap
// the rents or build", "I would have voted for it".
func (s *scene) isPossibility(from, i int) bool {
	for k := i - 1; k >= max(from, i-4); k-- {
		switch w := s.ws[k].norm; {
		case s.norm(k+1) == "to" && among(w, "easy tempting fashionable popular convenient human"):
			return true // "it is easy to call for arms"
		case w == "right" && s.norm(k+1) == "to" && s.hasAny(k-2, k, "have has had every the no their"):
			return true
		case w == "you" && s.hasAny(k+1, k+2, "can could may might"):
			return true
		case w == "have" && s.hasAny(k-2, k, "would could might 'd"):
			return true
		}
	}
	return false
}

var firstOwn = set("my our his her their its we us")

// someOf are strangers only by themselves: "some want it", and not "I have some
// doubts".
var someOf = set("some many most half plenty two three others")

// collective are nouns for those whom a speaker speaks for as a rule.
var collective = set(`government council party board company club union federation ministry league association committee city town county
	province state country nation team group department agency authority bank firm office cabinet administration commission trust society`)

// bodies are such as others have, too: who speaks of "the company" may mean
// another one.
var bodies = set("company firm union club team bank federation association league society")

// colleagues are people for whom a speaker speaks who calls them his own; others,
// his fishermen or his voters, think for themselves.
var colleagues = set("members ministers councillors mps senators deputies delegates party troops forces people")

// isPlural reports a noun in the plural, by its ending: others than the speaker.
func (s *scene) isPlural(k int) bool {
	w := s.ws[k].norm
	if s.at[k] >= 0 || s.about[k] || function[w] || auxiliaries[w] || verbsToBe[w] {
		return false
	}
	return strings.HasSuffix(w, "men") || len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
}

// roles are nouns for people; who speaks says I.
var roles = set(`president minister premier chancellor mayor governor senator leader chairman chairwoman chair secretary spokesman spokeswoman
	predecessor successor opposition rival opponent neighbour neighbor judge king queen prince ambassador commissioner director boss founder
	colleague friend critic man woman public majority minority press`)

// beforeVerb is the last word before i that is no auxiliary, negation or
// adverb.
func (s *scene) beforeVerb(i int) int {
	k := i - 1
	for k >= 0 && (modals[s.ws[k].norm] || verbsToBe[s.ws[k].norm] || auxiliaries[s.ws[k].norm] || isAdverb(s.ws[k].norm) || negators[s.ws[k].norm]) {
		k--
	}
	return k
}

var auxiliaries = set("do does did has have had having to 's itself himself herself themselves")

// isName reports a capital that no sentence put there.
func (s *scene) isName(k int) bool {
	w := s.ws[k]
	if w.norm == "i" {
		return false
	}
	if !w.upper {
		return false
	}
	begins := k == 0 || w.after >= dash
	return !begins || s.about[k] || s.own[w.norm]
}

// unreal leaves out sentences that suppose what is not so: "Had he asked, we
// might have agreed".
func (s *scene) unreal() {
	for _, sen := range s.sentences {
		if s.supposes(sen[0], sen[1]) {
			fill(s.skip, sen[0], sen[1])
		}
	}
}

func (s *scene) supposes(from, end int) bool {
	inverted := (s.norm(from) == "had" || s.norm(from) == "were") && end-from > 4
	for i := from; i+1 < end; i++ {
		w := s.ws[i].norm
		might := w == "might" || w == "would" || w == "could" || w == "may"
		perfect := might && s.hasAny(i+1, i+4, "have") && s.has(i+2, i+6, pastForms(s, i+2, i+6))
		if inverted && might || perfect && (inverted || s.hasAny(from, end, "if had unless")) {
			return true
		}
		if (w == "might" || w == "may") && s.hasAny(from, end, "if") {
			return true
		}
	}
	return false
}

// pastForms are the participles among some words.
func pastForms(s *scene, from, end int) map[string]bool {
	out := map[string]bool{"been": true, "had": true, "gone": true, "done": true, "said": true, "voted": true, "built": true, "met": true}
	for i := from; i < min(end, len(s.ws)); i++ {
		if w := s.ws[i].norm; len(w) > 4 && w[len(w)-2:] == "ed" {
			out[w] = true
		}
	}
	return out
}

// counts reports whether a statement may take a position at all: it is the
// speaker's own, and asserts.
func counts(r *onrecord.Report) bool {
	if r.Key == "" || r.Kind == onrecord.Reported {
		return false
	}
	switch r.Act {
	case onrecord.Asked, onrecord.Declined, onrecord.Conditional, onrecord.NotSaid:
		return false
	}
	for _, hop := range r.Via {
		if hop.Kind == onrecord.HopSaid { // somebody else says that the speaker said it
			return false
		}
	}
	return true
}
