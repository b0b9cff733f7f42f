package issue

import "strings"

// What may stand between a predicate and the action that it is about.

var (
	prepositions = set("of for to about with on in at from into over by against towards toward between off near outside beside across behind around")
	// light are nouns that stand for what follows them: "the idea of a levy".
	light = set(`wave idea ideas plan plans proposal proposals notion prospect prospects talk form kind sort version principle concept introduction
		construction creation start beginning resumption possibility option thought scheme project policy question matter issue case
		building opening launch holding formation way return end any all round rounds series part process side purpose course
		consent permission approval licence license blessing support backing bill measure motion amendment call calls steps step move moves attempt attempts effort efforts need time chance point place
		reason purpose sense use table pair set lot deal work working talks meeting meetings another table line`)
	function = set(`everything anything something nothing everyone anyone before until till after under within during since despite outside inside the a an this that these those any some every each all no such another other both either my our your his her its their whose
		i we he she it they us me him them you of for to about with on in at from into over by as and or than then there here
		is are was were am be been being do does did has have had having 's will would shall should must can could may might ought
		not so very more most much many own same new first second full big major one two three what whatever which how us let up out
		down off back through s go going get see make making make having next last seeing holding joining building letting
		direct directly formal such proposed planned further future proper real full scale early immediate good public whole`)
)

// isPlain reports a word that carries no content of its own.
func (s *scene) isPlain(i int) bool {
	w := s.ws[i].norm
	return function[w] || isAdverb(w) || light[w] || s.is.vocabulary[w] || s.about[i] || s.own[w] || s.at[i] >= 0
}

// clear reports that at most strange words of content stand in [from, end), and
// none that a preposition follows: in "paying for the road to the stadium" what
// is spoken of is the road.
func (s *scene) clear(from, end, strange int) bool {
	for i := from; i < end; i++ {
		if s.ws[i].after >= dots {
			return false
		}
		w := s.ws[i].norm
		named := s.is.vocabulary[w] && !s.about[i] && !function[w] && !light[w] && s.at[i] < 0 && i+1 < len(s.ws) && prepositions[s.norm(i+1)]
		if s.isPlain(i) && !named {
			continue
		}
		if strange--; strange < 0 {
			return false
		}
		if i+1 < len(s.ws) && prepositions[s.ws[i+1].norm] || s.norm(i+1) == "'s" {
			return false
		}
	}
	return true
}

// clearUp is clear for what stands between an action and a predicate after it:
// the action's complements, then auxiliaries.
func (s *scene) clearUp(from, end int) bool {
	strange := 0
	for i := from; i < end; i++ {
		w := s.ws[i].norm
		if w == "and" || w == "that" || w == "to" && s.norm(i+1) != "be" && i == from && i+1 < end && !s.about[i+1] && !s.ws[i+1].upper {
			return w == "and"
		}
		if !s.isPlain(i) {
			strange++
		}
	}
	return strange <= 5
}

// isHead reports that an action is the head of its phrase: no possessive, no
// compound ("stadium neighbours"), not hung on another noun ("the size of the
// levy"), and not an action on something else ("a surcharge on rubbish bags").
func (s *scene) isHead(it item, end int) bool {
	next := s.norm(it.end)
	if it.end < end && s.ws[it.end].after == none {
		if next == "'s" && !s.isCopula(it.end) {
			return false
		}
		if s.isCompound(it, end) || s.isVerbal(it) && clausal[next] {
			return false
		}
	}
	return !s.isHung(it.first) && !s.isOther(it) && !s.isSome(it)
}

// isSome reports an action of which only some are meant: "any prison in which
// people sleep on the floor".
func (s *scene) isSome(it item) bool {
	i := it.end
	if i >= len(s.ws) || s.ws[i].after != none || !s.hasAny(it.first-2, it.first, "any every a an all no those") {
		return false
	}
	return s.hasAny(i, i+1, "that which who where whose") || s.hasAny(i+1, i+2, "which whom") && prepositions[s.ws[i].norm]
}

// clausal begin a clause after a verb of saying: "I can confirm that" is no word
// for confirming anybody.
var clausal = set("that whether if how what why when who")

// isCopula tells the 's of "the levy's dead" from that of "the levy's cost".
func (s *scene) isCopula(i int) bool {
	n := i + 1
	if among(s.norm(n), "own same new first second third full big major next last future public whole good") {
		return false
	}
	return n < len(s.ws) && (function[s.ws[n].norm] || isAdverb(s.ws[n].norm) || negators[s.ws[n].norm] || s.at[n] >= 0 && s.items[s.at[n]].class != 0)
}

// isCompound reports a noun that an action only goes before.
func (s *scene) isCompound(it item, end int) bool {
	i := it.end
	if among(s.norm(i), "debate meeting meetings") && s.at[i] < 0 {
		return true
	}
	if s.isPlain(i) || s.ws[i].upper || s.ws[it.first].upper && s.ws[it.first].after < dash && it.first > 0 || times[s.ws[i].norm] || s.at[i] >= 0 {
		return false
	}
	w := s.ws[i].norm
	if strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || prepositions[w] || participles[w] {
		return false
	}
	return !s.isVerbal(it)
}

var participles = set("built held done made gone kept sold bought sent met begun set put shut cut left lost won finished here back open alive dead next last early late")

// isVerbal reports an action that is a verb here: its object follows it.
func (s *scene) isVerbal(it item) bool {
	switch p := s.norm(it.first - 1); {
	case p == "to", p == "not", modals[p], firstPerson[p], auxiliaries[p], isAdverb(p):
		return true
	case prepositions[p], p == "us":
		return strings.HasSuffix(s.norm(it.end-1), "ing") || p == "us"
	}
	return strings.HasSuffix(s.norm(it.end-1), "ing")
}

// isHung reports that the phrase that holds word i hangs on a noun of content:
// "the cost of the levy".
func (s *scene) isHung(i int) bool {
	k := i - 1
	for k >= 0 && s.ws[k+1].after == none && !prepositions[s.ws[k].norm] && (function[s.ws[k].norm] || isAdverb(s.ws[k].norm) || s.about[k] || s.ws[k].norm == "'s") && (s.at[k] < 0 || s.items[s.at[k]].kind == target) {
		k--
	}
	if k < 1 || s.ws[k+1].after != none || !prepositions[s.ws[k].norm] || s.ws[k].after != none || s.at[k] >= 0 {
		return false
	}
	head := k - 1
	if among(s.norm(head), "talks talk debate meeting meetings") && among(s.ws[k].norm, "about on over") {
		return true // "talks about membership"
	}
	if head > 0 && s.isLexeme(head, deed) && among(s.ws[head-1].norm, "the a this that next last any") && !light[s.ws[head].norm] {
		return true // "the vote on the levy"
	}
	if s.norm(head-1) == "to" || s.isPlain(head) || s.ws[head].upper && head > 0 && s.ws[head].after < stop || strings.HasSuffix(s.ws[head].norm, "ing") && s.ws[k].norm == "to" || s.ws[k].norm == "in" || s.ws[k].norm == "to" {
		return false
	}
	return true
}

// isOther reports an action on something that the issue does not name: no
// other word of the issue stands in the statement, and a phrase with a name or
// with "on" and "with" goes with it.
func (s *scene) isOther(it item) bool {
	if s.isVerbal(it) && s.hasOther(it.end) {
		return true
	}
	if s.is.namedBeside(s, it) {
		return false
	}
	if it.first > 0 && s.ws[it.first].after == none && s.strange(it.first-1) {
		return true
	}
	if it.end >= len(s.ws) || s.skip[it.end] || s.ws[it.end].after != none || !prepositions[s.ws[it.end].norm] {
		return false
	}
	for k := it.end + 1; k < min(it.end+5, len(s.ws)) && s.ws[k].after == none; k++ {
		if s.about[k] || s.is.vocabulary[s.ws[k].norm] && !function[s.ws[k].norm] || s.ws[k].upper && s.own[s.ws[k].norm] {
			return false
		}
	}
	for k := it.end + 1; k < min(it.end+5, len(s.ws)) && s.ws[k].after == none; k++ {
		if s.strange(k) {
			return true
		}
		if w := s.ws[it.end].norm; (w == "on" || w == "with") && !s.isPlain(k) && !times[s.ws[k].norm] && !s.hasAny(it.end+1, it.end+2, "a an any people anyone whom") && !(w == "on" && s.hasAny(it.end+1, it.end+2, "our my your their its his her")) {
			return true
		}
	}
	return false
}

// hasOther reports an object after a verb that is nothing of the issue: "sell
// the fire station".
func (s *scene) hasOther(i int) bool {
	if i+1 < len(s.ws) && s.ws[i].after == none && s.ws[i].norm == "to" && determiners[s.ws[i+1].norm] {
		i++ // "return to the question"
	}
	if i >= len(s.ws) || s.ws[i].after != none || !determiners[s.ws[i].norm] {
		return false
	}
	if s.norm(i-1) == "to" && (s.norm(i+1) == "question" || s.norm(i+1) == "matter" || s.norm(i+1) == "subject") {
		return true
	}
	for k := i + 1; k < min(i+5, len(s.ws)) && s.ws[k].after == none && !prepositions[s.ws[k].norm]; k++ {
		if s.about[k] || s.is.vocabulary[s.ws[k].norm] {
			return false
		}
		if !s.isPlain(k) {
			return !s.has(k+1, k+3, s.is.vocabulary)
		}
	}
	return false
}

// narrow unmarks the words of the issue that mean something else: all of them
// name a thing that a name of no side tells from the issue's.
func (s *scene) narrow(m *compiled) {
	norms := map[string]bool{}
	other := true
	for i := range s.ws {
		if s.about[i] {
			norms[s.ws[i].norm] = true
			_, end := m.about.longest(s.ws, i)
			other = other && (end == 0 || s.isOther(item{first: i, end: end}))
		}
	}
	if other && len(norms) > 0 {
		for i := range s.skip {
			s.skip[i] = true
		}
	}
}

// strange reports a name that neither the issue nor its sides have.
func (s *scene) strange(k int) bool {
	w := s.ws[k]
	return w.upper && k > 0 && w.after < dash && !s.about[k] && !s.own[w.norm] && w.norm != "i" && !modals[w.norm] && !times[w.norm] && !s.is.vocabulary[w.norm]
}

// namedBeside reports a word of the issue in the statement apart from the
// action itself.
func (is *Issue) namedBeside(s *scene, it item) bool {
	action := s.norm(it.first)
	for i := range s.ws {
		if s.about[i] && (i < it.first || i >= it.end) && s.ws[i].norm != action {
			return true
		}
	}
	return false
}
