package eval

import (
	"strings"

	"onrecord"
)

// A part of the labels was made a second time, without sight of the first; how
// often both say the same is what a program can be asked for at most.

// Again compares second labels with the first at the same place: how many there
// are of both, and how many give the same answer first. What only stands behind
// a "|" does not count, so that leaving an answer open does not pass for
// agreement.
func (q *Question) Again(first, second []Label) (same, of int) {
	type place struct {
		article string
		points  [2]int
	}
	at := map[place]*Label{}
	for i := range first {
		at[place{first[i].Article, first[i].Points}] = &first[i]
	}
	for i := range second {
		l := at[place{second[i].Article, second[i].Points}]
		if l == nil {
			continue
		}
		of++
		if q.agree(l, &second[i]) {
			same++
		}
	}
	return same, of
}

func (q *Question) agree(a, b *Label) bool {
	x, y := a.Want, b.Want
	if q == Anonymity {
		x, y = a.Aux, b.Aux
	}
	x, _, _ = strings.Cut(x, "|")
	y, _, _ = strings.Cut(y, "|")
	switch {
	case x == y:
		return true
	case x == "-" || y == "-":
		return false
	case q == Sources:
		return SameName(x, y)
	case q == Times:
		return sameTime(onrecord.EDTF(x), onrecord.EDTF(y))
	case q == Chains:
		return sameHops(x, y)
	}
	return false
}

// sameHops compares two chains as labels write them, by the names.
func sameHops(v, w string) bool {
	a, b := hopsOf(v), hopsOf(w)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		_, x, _ := strings.Cut(a[i], ":")
		_, y, _ := strings.Cut(b[i], ":")
		if x != y && !SameName(x, y) {
			return false
		}
	}
	return true
}

// AgainLines are the agreement of both labellings as lines of a scoreboard.
func (q *Question) AgainLines(corpus string, first, second []Label) []Line {
	same, of := q.Again(first, second)
	return []Line{{corpus, "labels", q.What + " the same twice", percent(same, of), of}}
}

// RelationsAgain compares the relations of articles that were labelled twice:
// F1 of kind and cue, and of those that both have how often both ends are the
// same.
func RelationsAgain(corpus string, first, second []RelationLabel) []Line {
	var mine []RelationLabel
	again := map[string]bool{}
	for _, l := range second {
		again[l.Article] = true
	}
	for _, l := range first {
		if again[l.Article] && l.Kind != "-" {
			mine = append(mine, l)
		}
	}
	both, ends, theirs := 0, 0, 0
	used := map[int]bool{}
	for i := range second {
		l := &second[i]
		if l.Kind == "-" {
			continue
		}
		theirs++
		for j := range mine {
			m := &mine[j]
			if used[j] || m.Article != l.Article || m.Points[0] >= l.Points[1] || l.Points[0] >= m.Points[1] || !sharedKind(m.Kind, l.Kind) {
				continue
			}
			used[j] = true
			both++
			if sameEnd(m.From, l.From) && sameEnd(m.To, l.To) {
				ends++
			}
			break
		}
	}
	return []Line{
		{corpus, "labels", "relations the same twice F1", percent(2*both, len(mine)+theirs), len(mine) + theirs},
		{corpus, "labels", "both ends the same twice", percent(ends, both), both},
	}
}

func sharedKind(a, b string) bool {
	return oneOf(a, func(v string) bool { return oneOf(b, func(w string) bool { return v == w }) })
}

// sameEnd reports whether two labels can mean one end.
func sameEnd(a, b string) bool {
	x, err1 := readEnds(a)
	y, err2 := readEnds(b)
	if err1 != nil || err2 != nil {
		return false
	}
	for _, v := range x {
		for _, w := range y {
			switch {
			case v.name == "" && w.name == "" && v.points[0] < w.points[1] && w.points[0] < v.points[1]:
				return true
			case v.name != "" && (v.noun == "") == (w.noun == "") && (v.name == w.name || SameName(v.name, w.name)):
				return true
			}
		}
	}
	return false
}
