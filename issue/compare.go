package issue

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// A Stand is a position with what is known of the statement that takes it.
type Stand struct {
	onrecord.Position
	Utterance onrecord.StatementID // the first report of its utterance; empty: itself
	Kind      onrecord.Kind
	Act       onrecord.Act
	Said      onrecord.Claimed
	Headline  bool

	spread int // of the time, see spread
}

// utterance is what the stand reports.
func (s *Stand) utterance() onrecord.StatementID {
	return cmp.Or(s.Utterance, s.Statement)
}

// Compare says how positions on one issue stand to earlier ones: each to the
// last position of the same speaker that was surely taken before, to the last
// one of another speaker of the same principal, and to an opposite one that
// another speaker of the side took at about the same time. Changes are ordered
// by time of the later statement. The work grows with the number of stands, but
// for sorting them.
func Compare(all []Stand) []onrecord.Change {
	stands := distinct(all)
	var out []onrecord.Change
	for _, lane := range lanes(stands, func(s *Stand) string { return s.Key }) {
		out = append(out, follow(lane)...)
	}
	for _, lane := range lanes(stands, principal) {
		out = append(out, between(lane)...)
	}
	when := map[onrecord.StatementID]int{}
	for i := range stands {
		when[stands[i].Statement] = i
	}
	slices.SortFunc(out, func(a, b onrecord.Change) int {
		return cmp.Or(cmp.Compare(when[a.Later], when[b.Later]), cmp.Compare(when[a.Earlier], when[b.Earlier]), strings.Compare(string(a.Kind), string(b.Kind)))
	})
	return out
}

// principal is by whom the speakers of one side are known together.
func principal(s *Stand) string { return nameOfKey(cmp.Or(s.For, s.Key)) }

// lanes parts stands by a key, in order of the keys.
func lanes(stands []*Stand, key func(*Stand) string) [][]*Stand {
	by := map[string][]*Stand{}
	var keys []string
	for _, s := range stands {
		k := key(s)
		if k == "" {
			continue
		}
		if by[k] == nil {
			keys = append(keys, k)
		}
		by[k] = append(by[k], s)
	}
	slices.Sort(keys)
	var out [][]*Stand
	for _, k := range keys {
		out = append(out, by[k])
	}
	return out
}

// distinct orders stands by time and keeps of each utterance and speaker the report that says
// most of the position: in the speaker's words before the outlet's. Where
// reports of one utterance take opposite positions, none is kept.
func distinct(stands []Stand) []*Stand {
	own := slices.Clone(stands)
	sorted := make([]*Stand, len(own))
	for i := range own {
		own[i].spread = spread(own[i].Said)
		sorted[i] = &own[i]
	}
	slices.SortFunc(sorted, byWorth)
	type one struct {
		utterance onrecord.StatementID
		key       string
	}
	kept := map[one]*Stand{}
	var out []*Stand
	torn := map[one]bool{}
	for _, s := range sorted {
		if s.Key == "" {
			continue
		}
		u := one{s.utterance(), s.Key}
		if k := kept[u]; k == nil {
			kept[u] = s
		} else if k.Pole != s.Pole {
			torn[u] = true
		}
	}
	for u, s := range kept {
		if !torn[u] {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, byTime)
	return out
}

// byWorth orders reports of one utterance, best first.
func byWorth(a, b *Stand) int {
	return cmp.Or(cmp.Compare(rank(a.Kind), rank(b.Kind)), cmp.Compare(a.spread, b.spread), cmp.Compare(b.Score, a.Score), strings.Compare(string(a.Statement), string(b.Statement)))
}

func rank(k onrecord.Kind) int {
	switch k {
	case onrecord.Direct:
		return 0
	case onrecord.Mixed:
		return 1
	}
	return 2
}

// spread is 0 for a time of one day, 1 for a longer one, 2 for an open one.
func spread(c onrecord.Claimed) int {
	switch {
	case c.From == "" || c.Until == "":
		return 2
	case isDay(c):
		return 0
	}
	return 1
}

// byTime orders by the end of the time of saying, then by worth. What has no
// end comes last.
func byTime(a, b *Stand) int {
	return cmp.Or(strings.Compare(last(a.Said), last(b.Said)), strings.Compare(string(a.Said.From), string(b.Said.From)), byWorth(a, b))
}

func last(c onrecord.Claimed) string { return cmp.Or(string(c.Until), "~") }

// precedes reports that a was surely said before b: its time ends before the
// other's begins.
func precedes(a, b *Stand) bool {
	return a.Said.Until != "" && b.Said.From != "" && a.Said.Until <= b.Said.From
}

// follow compares each stand of one speaker, given by the end of its time, with
// the last that surely precedes it.
func follow(lane []*Stand) []onrecord.Change {
	byFrom := make([]int, len(lane))
	for i := range byFrom {
		byFrom[i] = i
	}
	slices.SortStableFunc(byFrom, func(a, b int) int { return strings.Compare(string(lane[a].Said.From), string(lane[b].Said.From)) })
	marks := landmarks(lane)
	var out []onrecord.Change
	before := -1
	for _, i := range byFrom {
		for before+1 < len(lane) && precedes(lane[before+1], lane[i]) {
			before++
		}
		if before < 0 || before == i || !precedes(lane[before], lane[i]) {
			continue
		}
		for _, k := range atOnce(lane, before) {
			if c, ok := change(lane[k], lane[i]); ok {
				out = append(out, c)
			}
		}
		if k := marks[before].contrary(lane, lane[i]); k >= 0 && lane[k].Said != lane[before].Said {
			if c, ok := change(lane[k], lane[i]); ok {
				c.Caveats = append(c.Caveats, since(lane[before]))
				out = append(out, c)
			}
		}
	}
	return out
}

// atOnce are, of the stands of the same time as the one at i, the first of each
// pole: byTime put the one that says most before the others. Who rules talks out
// and in the same speech names a condition for them said both.
func atOnce(lane []*Stand, i int) []int {
	first := i
	for first > 0 && lane[first-1].Said == lane[i].Said {
		first--
	}
	out := []int{first}
	for k := first + 1; k <= i; k++ {
		if lane[k].Pole != lane[first].Pole {
			return append(out, k)
		}
	}
	return out
}

// change says how b, which is later, stands to a.
func change(a, b *Stand) (onrecord.Change, bool) {
	kind, why := compare(a, b)
	if kind == "" {
		return onrecord.Change{}, false
	}
	c := onrecord.Change{Issue: b.Issue, Kind: kind, Earlier: a.Statement, Later: b.Statement, Score: min(a.Score, b.Score),
		Why: why, Caveats: caveats(a, b), Position: [2]onrecord.Position{a.Position, b.Position}}
	c.ID = c.ComputeID()
	return c, true
}

// clearly is the difference in certainty that counts as one. "Will" against
// "would" is none; "will" against "might" is.
const clearly = 0.3

// compare is the kind of a change, empty where nothing can be said.
func compare(a, b *Stand) (onrecord.ChangeKind, []string) {
	poles := string(a.Pole) + ", then " + string(b.Pole)
	aIf, bIf := len(a.Conditions) > 0, len(b.Conditions) > 0
	switch {
	case a.Pole != b.Pole && !swings(&a.Position) && !swings(&b.Position):
		if !plain(a) || !plain(b) {
			return "", nil
		}
		return onrecord.Turns, []string{poles}
	case aIf && bIf && !share(a.Conditions, b.Conditions):
		return "", nil
	case bIf && !aIf:
		return onrecord.AddsCondition, []string{poles, "condition added: " + listed(b.Conditions)}
	case aIf && !bIf:
		return onrecord.DropsCondition, []string{poles, "condition dropped: " + listed(a.Conditions)}
	case aIf && bIf:
		return onrecord.Same, []string{poles, "the same condition: " + listed(a.Conditions) + " / " + listed(b.Conditions)}
	case a.Pole != b.Pole:
		return "", nil
	case b.Certainty <= a.Certainty-clearly:
		return onrecord.Softens, []string{poles, "less certain"}
	case b.Certainty >= a.Certainty+clearly:
		return onrecord.Hardens, []string{poles, "more certain"}
	}
	return onrecord.Same, []string{poles}
}

// plain reports a position that is said plainly enough to be set against an
// opposite one: not hedged, and of the issue by name. To be the outlet's words, to be
// named by one word only and to be said by two predicates together each take from
// the score; plainScore leaves room for one of these.
func plain(s *Stand) bool { return s.Certainty >= plainSure && s.Score >= plainScore }

const (
	plainSure  = 0.6
	plainScore = 0.7
)

func listed(conditions []string) string { return quote(strings.Join(conditions, "; ")) }

// swings reports a position that a condition turns: who says "no talks until
// the guns are silent" is for talks once they are, so it is neither opposed to
// a position for nor to one against.
func swings(p *onrecord.Position) bool {
	if p.Pole != onrecord.Against {
		return false
	}
	for _, c := range p.Conditions {
		switch first, _, _ := strings.Cut(strings.ToLower(c), " "); first {
		case "unless", "until", "till", "before", "without", "except", "save":
			return true
		}
	}
	return false
}

// share reports that two lists of conditions have a word of content in common.
func share(a, b []string) bool {
	seen := contentOf(a)
	for w := range contentOf(b) {
		if seen[w] {
			return true
		}
	}
	return false
}

// contentOf are the words of content of conditions, cut to their stems' length.
func contentOf(list []string) map[string]bool {
	out := map[string]bool{}
	for _, c := range list {
		for _, w := range words(c) {
			if len(w.norm) > 3 && !function[w.norm] && !light[w.norm] && !conditionNouns[w.norm] && !conditionWords[w.norm] {
				out[w.norm[:min(len(w.norm), 5)]] = true
			}
		}
	}
	return out
}

var conditionWords = set("only unless until provided providing condition long before without once when first after")
