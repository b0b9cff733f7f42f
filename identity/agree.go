package identity

import (
	"cmp"
	"math"
	"slices"

	"onrecord"
	"onrecord/people"
)

// margin is by how much, in logarithms of odds, a pair must be surer than one
// that contradicts it.
const margin = 1.5

// agree turns pairs into proposals that do not contradict each other, the
// surest first: a pair joins two groups of names only if no two of the names
// that come together so are unlike, and if neither name is as likely somebody
// else's.
func (x *index) agree(pairs []pair) (out []Proposal) {
	slices.SortFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.a.Key, q.a.Key), cmp.Compare(p.b.Key, q.b.Key))
	})
	rivals := map[*fact][]pair{}
	for _, p := range pairs {
		rivals[p.a] = append(rivals[p.a], p)
		rivals[p.b] = append(rivals[p.b], p)
	}
	groups := map[*fact][]*fact{} // each fact's group; the one that stays comes first
	for _, p := range pairs {
		for _, f := range []*fact{p.a, p.b} {
			if groups[f] == nil {
				groups[f] = []*fact{f}
			}
		}
		keep, other := groups[p.a], groups[p.b]
		if keep[0] == other[0] || x.rivalled(p, rivals) || x.contradict(keep, other) {
			continue
		}
		if stays(other[0], keep[0]) {
			keep, other = other, keep
		}
		out = append(out, Proposal{Class: p.class, Identification: onrecord.Identification{Kind: onrecord.Merged,
			Key: keep[0].Key, Other: other[0].Key, Evidence: p.evidence, Score: round(p.score)}})
		all := slices.Concat(keep, other)
		for _, f := range all {
			groups[f] = all
		}
	}
	return out
}

// stays reports whether the key of a stays rather than that of b: the name with
// more statements, then the longer one.
func stays(a, b *fact) bool {
	return cmp.Or(cmp.Compare(a.statements, b.statements), cmp.Compare(len(a.Key), len(b.Key)), cmp.Compare(b.Key, a.Key)) > 0
}

// rivalled reports whether one of the two names is as likely a third's, who is
// not the other's.
func (x *index) rivalled(p pair, rivals map[*fact][]pair) bool {
	for _, f := range []*fact{p.a, p.b} {
		mine := p.other(f)
		for _, q := range rivals[f] {
			if their := q.other(f); their != mine && odds(p.score)-odds(q.score) < margin && x.unlike(mine, their) {
				return true
			}
		}
	}
	return false
}

func (p *pair) other(f *fact) *fact {
	if f == p.a {
		return p.b
	}
	return p.a
}

func odds(score float64) float64 { return math.Log(score / (1 - score)) }

// contradict reports whether two names, one of each group, are unlike.
func (x *index) contradict(a, b []*fact) bool {
	for _, f := range a {
		for _, g := range b {
			if x.unlike(f, g) {
				return true
			}
		}
	}
	return false
}

// unlike reports whether two names cannot be one person's or institution's: no
// class of evidence joins them, people parted them, or an article names both.
func (x *index) unlike(a, b *fact) bool {
	if a.Kind != onrecord.Person {
		return x.apart[[2]string{a.Key, b.Key}] || classOfInstitutions(a, b) == ""
	}
	if x.apart[[2]string{a.Key, b.Key}] || x.together(a, b) {
		return true
	}
	n, m := a.names[0], b.names[0]
	return classOf(n, m) == "" || people.Alike(n, m) == people.LastOnly && len(n.First)+len(m.First) > 1
}

// round keeps a score as it is printed, so that no last digit depends on the
// order of a sum. Evidence is never as sure as a person's decision, which is 1.
func round(score float64) float64 { return min(0.99, math.Round(score*1000)/1000) }
