package issue

import (
	"cmp"

	"onrecord"
)

// Who asks whether somebody ever said the opposite is not helped by the last
// position before, when that went half of the way: "only if they disarm", then
// "we want to talk", then "we will talk without preconditions". So a position
// that goes further than all that was said since stands also to the latest
// earlier one that it is contrary to.

// How far a position goes to its side.
const (
	hedged = iota // or not by the issue's name
	conditional
	plainly
	unconditionally
)

// reach is how far a stand goes.
func reach(s *Stand) int {
	switch {
	case !plain(s):
		return hedged
	case len(s.Conditions) > 0:
		return conditional
	case s.Unconditional:
		return unconditionally
	}
	return plainly
}

// A landmark is for each side, up to one stand of a lane, the last stand that
// goes so far or further, and the last that sets a condition; -1 for none.
type landmark struct {
	last [2][unconditionally + 1]int
	ifs  [2]int
}

func poleIndex(p onrecord.Pole) int {
	if p == onrecord.For {
		return 0
	}
	return 1
}

// landmarks are those up to each stand of a lane.
func landmarks(lane []*Stand) []landmark {
	out := make([]landmark, len(lane))
	now := landmark{ifs: [2]int{-1, -1}}
	for p := range now.last {
		for far := range now.last[p] {
			now.last[p][far] = -1
		}
	}
	for i, s := range lane {
		p, far := poleIndex(s.Pole), reach(s)
		for k := range far + 1 {
			now.last[p][k] = i
		}
		if far == conditional {
			now.ifs[p] = i
		}
		out[i] = now
	}
	return out
}

// contrary is the stand that b is contrary to, where all on its side that was
// said since goes less far; -1 for none. Opposite ones come before a condition
// that was set at the same time.
func (m *landmark) contrary(lane []*Stand, b *Stand) int {
	p, far := poleIndex(b.Pole), reach(b)
	if far < plainly {
		return -1
	}
	k := m.last[1-p][plainly]
	if n := m.ifs[p]; far == unconditionally && n > k && (k < 0 || lane[n].Said != lane[k].Said) {
		k = n
	}
	if k < m.last[p][far] {
		return -1
	}
	return k
}

// since says what came between two stands that are compared.
func since(s *Stand) string {
	how := map[int]string{hedged: ", not plainly", conditional: ", on a condition"}[reach(s)]
	return "between them, on " + cmp.Or(string(s.Said.EDTF), "an unknown day") + ", it was “" + string(s.Pole) + "”" + how
}
