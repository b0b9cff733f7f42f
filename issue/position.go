package issue

import (
	"slices"
	"strings"

	"onrecord"
)

// position reads where the speaker of a statement stands on an issue that it
// was assigned to.
func (m *Matcher) position(r *onrecord.Report, on *onrecord.Assignment) (onrecord.Position, bool) {
	if !counts(r) || len(on.Words) == 0 {
		return onrecord.Position{}, false
	}
	i, ok := slices.BinarySearchFunc(m.issues, on.Issue, func(c *compiled, id onrecord.IssueID) int {
		return strings.Compare(string(c.is.ID), string(id))
	})
	if !ok {
		return onrecord.Position{}, false
	}
	s := m.issues[i].scene(r)
	v := s.verdict()
	if v.sign == 0 && takesPole(r.Cue) {
		s = m.issues[i].scene(withCue(r))
		v = s.verdict()
	}
	if v.sign == 0 || r.Act == onrecord.Denied && !v.deny() {
		return onrecord.Position{}, false
	}
	return s.position(on, v), true
}

// takesPole reports a cue that says more than that something was said: "ruled
// out" with the content "negotiations".
func takesPole(cue string) bool {
	ws := words(cue)
	for i := range ws {
		if id, end := lexicon.longest(ws, i); end > 0 && lexemes[id].class == attitude {
			return true
		}
	}
	return false
}

// withCue is the report with its cue before its content.
func withCue(r *onrecord.Report) *onrecord.Report {
	with := *r
	with.Content = r.Cue + " " + r.Content
	with.Quoted = nil
	for _, q := range r.Quoted {
		shift := len(r.Cue) + 1
		with.Quoted = append(with.Quoted, onrecord.Span{Start: q.Start + shift, End: q.End + shift})
	}
	return &with
}

// deny turns what is denied. Who denies a refusal is for it; who denies that
// he supports something need not be against it.
func (v *verdictOf) deny() bool {
	v.sign, v.denied = -v.sign, true
	v.sure = 0.8
	return !v.attitude
}

// A verdictOf is what the clauses of a statement come to.
type verdictOf struct {
	sign     int
	sure     float64
	direct   bool
	attitude bool
	denied   bool
	from     []reading
}

// verdict weighs the clauses: those that name the action before those that only
// mean it. Clauses against each other give nothing.
func (s *scene) verdict() verdictOf {
	var direct, meant []reading
	first, recants := s.firstAction(), s.recants()
	for k, sen := range s.sentences {
		if s.questions[k] || s.past(sen[0], sen[1]) {
			continue
		}
		for _, c := range s.clauses(sen[0], sen[1]) {
			r := s.read(c[0], c[1], first < sen[1])
			if s.hasAny(max(sen[0], c[0]-4), c[0], "might may could perhaps possibly maybe") {
				r.sure = min(r.sure, 0.45) // "might, on balance, support it"
			}
			if s.hedgedBefore(sen[0], c[0]) {
				r.sure = min(r.sure, 0.45) // "we hope that at some point they understand and then we would talk"
			}
			if r.sign != 0 && recants && s.isFormer(c[0], c[1]) {
				continue
			}
			if r.sign != 0 {
				s.binding(sen[0], sen[1])
			}
			switch {
			case r.sign == 0:
			case r.direct:
				direct = append(direct, r)
			default:
				meant = append(meant, r)
			}
		}
	}
	switch {
	case len(direct) > 0:
		return agree(direct)
	case len(meant) > 0:
		return agree(meant)
	}
	return s.depends()
}

// depends reads "the levy depends on a vote": for it, on that condition.
func (s *scene) depends() verdictOf {
	for _, c := range s.conditions {
		w := s.norm(c.first)
		if (strings.HasPrefix(w, "depend") || strings.HasPrefix(w, "hinge")) && s.targetBefore(c.first) {
			return verdictOf{sign: 1, sure: 0.6, direct: true, from: []reading{{first: c.first, last: c.end}}}
		}
	}
	return verdictOf{}
}

func (s *scene) targetBefore(i int) bool {
	for k := max(0, i-6); k < i; k++ {
		if s.at[k] >= 0 && s.items[s.at[k]].kind == target {
			return true
		}
	}
	return false
}

// hedgedBefore reports a strong hedge among the words [from, end).
func (s *scene) hedgedBefore(from, end int) bool {
	for i := from; i < end; i++ {
		if s.isLexeme(i, hedge) && s.items[s.at[i]].sure <= 0.5 && s.items[s.at[i]].end-s.items[s.at[i]].first > 1 {
			return true
		}
	}
	return false
}

// binding marks the conditions of a sentence that takes a position: those of
// other sentences depend on something else, but for those that say what they are.
func (s *scene) binding(from, end int) {
	for i := range s.conditions {
		c := &s.conditions[i]
		c.bound = c.bound || from <= c.first && c.first < end
	}
	for i := range s.free {
		c := &s.free[i]
		c.bound = c.bound || from <= c.first && c.first < end
	}
}

// firstAction is the first word of the first action of the issue, or one past the
// last word where none is named.
func (s *scene) firstAction() int {
	for i := range s.items {
		if it := s.items[i]; it.target && (it.kind != target || s.isHead(it, len(s.ws))) {
			return it.first
		}
	}
	return len(s.ws)
}

// past reports a sentence about a view of former times.
func (s *scene) past(from, end int) bool {
	for i := from; i < end; i++ {
		if _, e := formerly.longest(s.ws, i); e > 0 && e <= end {
			return true
		}
	}
	return false
}

// recants reports a speaker who says that he thought otherwise before.
func (s *scene) recants() bool {
	for i := range s.ws {
		if _, e := recanting.longest(s.ws, i); e > 0 {
			return true
		}
	}
	return false
}

var recanting = ways(`{i|we} {was|were} wrong | changed {my|our} {mind|minds} | change of heart | changed course | eat {my|our} words | take it back | take it all back |
	take that back | come round | came round | know better now | think differently now | not any more | have moved on | had second thoughts | now know better`)

// isFormer reports a clause in the past of the speaker.
func (s *scene) isFormer(from, end int) bool {
	if !s.has(from, end, firstPerson) && !s.hasAny(from, end, "he she they") {
		return false
	}
	return s.hasAny(from, end, "was were had did said thought told believed voted opposed supported backed wanted promised")
}

var formerly = ways(`used to | i once | we once | he once | she once | at the time | in the past | originally | initially | back then | until now | up to now | till now | hitherto | before now`)

func agree(all []reading) verdictOf {
	var v verdictOf
	for _, r := range all {
		if v.sign != 0 && r.sign != v.sign {
			return verdictOf{}
		}
		v.sign, v.sure, v.direct = r.sign, max(v.sure, r.sure), v.direct || r.direct
		v.from = append(v.from, r)
	}
	return v
}

func (s *scene) position(on *onrecord.Assignment, v verdictOf) onrecord.Position {
	p := onrecord.Position{Assignment: *on, Key: s.r.Key, For: s.is.principal(s.r.Key), Pole: onrecord.For, Certainty: min(v.sure, 1)}
	if v.sign < 0 {
		p.Pole = onrecord.Against
	}
	for _, c := range s.conditions {
		if c.bound || !c.loose {
			p.Conditions = append(p.Conditions, s.text(c.first, c.end))
		}
	}
	p.Why = []string{string(p.Pole) + ": " + s.decided(v)}
	if p.Unconditional = len(p.Conditions) == 0 && slices.ContainsFunc(s.free, func(c condition) bool { return c.bound }); p.Unconditional {
		p.Why = append(p.Why, "it says that no condition is set")
	}
	if v.denied {
		p.Why = append(p.Why, "it denies the opposite")
	}
	if slices.ContainsFunc(v.from, func(r reading) bool { return r.turns > mostTurns }) {
		p.Score *= byTurns
		p.Why = append(p.Why, "two words together say so")
	}
	if !v.direct {
		p.Score *= 0.8
		p.Why = append(p.Why, "the issue is named by a pronoun")
	}
	if s.r.Kind == onrecord.Indirect {
		p.Score *= 0.9
		p.Why = append(p.Why, "in the outlet's words")
	}
	return p
}

// decided quotes the words that decided.
func (s *scene) decided(v verdictOf) string {
	var out []string
	for _, r := range v.from {
		out = append(out, quote(s.text(r.first, r.last)))
	}
	return strings.Join(out, ", ")
}

// A position that two predicates or negations make together, "will not drop it",
// is misread more often than one that one word says: it counts byTurns less, and
// on the development half of the pairs 2 of 107 answers are lost by it.
const (
	mostTurns = 1
	byTurns   = 0.9
)
