package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord"
)

// ErrRuling is wrapped by the error for a ruling that says what cannot be.
var ErrRuling = errors.New("not a ruling")

// PlaceOf says where st stands.
func PlaceOf(st *onrecord.Statement) onrecord.Place {
	return onrecord.Place{Doc: st.Doc, Statement: st.ID, Content: st.Content, Cue: st.Cue, Source: st.Source}
}

// At is the number of the statement of r that stands at p, -1 for none: the one
// that p was taken of, else the one that Target finds.
func At(r *onrecord.Reading, p *onrecord.Place) int {
	return Target(r, &onrecord.Correction{Statement: p.Statement, Content: p.Content, Cue: p.Cue, Source: p.Source})
}

// CheckRuling says what is wrong with r, but for its documents.
func CheckRuling(r *onrecord.Ruling) error {
	_, badTime := time.Parse(instant, string(r.When))
	var wrong string
	switch {
	case r.ID != r.ComputeID():
		wrong = "its ID should be " + string(r.ComputeID())
	case strings.TrimSpace(r.Who) == "":
		wrong = "it does not say who made it"
	case badTime != nil:
		wrong = fmt.Sprintf("its time %q is not as in %s", r.When, instant)
	case r.Kind == onrecord.RulingUndone:
		wrong = wrongUndone(r)
	case r.Kind == onrecord.Apart || r.Kind == onrecord.Together:
		wrong = wrongPair(r)
	default:
		wrong = fmt.Sprintf("there is no kind %q", r.Kind)
	}
	if wrong != "" {
		return fmt.Errorf("ruling %s: %w: %s", r.ID, ErrRuling, wrong)
	}
	return nil
}

func wrongUndone(r *onrecord.Ruling) string {
	switch {
	case r.Undoes == "":
		return "it does not say which it undoes"
	case r.A.Statement != "" || r.B.Statement != "":
		return "an undo names nothing but what it undoes"
	}
	return ""
}

func wrongPair(r *onrecord.Ruling) string {
	for _, p := range []*onrecord.Place{&r.A, &r.B} {
		made := onrecord.Statement{Doc: p.Doc, Content: p.Content, Cue: p.Cue, Source: p.Source}
		if p.Statement != made.ComputeID() {
			return "its spans are not those of statement " + string(p.Statement)
		}
	}
	switch {
	case r.Undoes != "":
		return "only an undo undoes"
	case r.A.Statement == r.B.Statement:
		return string(r.A.Statement) + " is itself"
	}
	return ""
}

// Holds reports whether the ruling decides something now.
func (r *Ruled) Holds() bool {
	return r.Kind != onrecord.RulingUndone && r.UndoneBy == "" && !r.Superseded && r.NowA != "" && r.NowB != ""
}

// DecideRulings says what rulings decide, in the order in which they hold. now
// is the statement that stands at a place, empty for none.
func DecideRulings(rulings []onrecord.Ruling, now func(*onrecord.Place) onrecord.StatementID) []Ruled {
	out := make([]Ruled, len(rulings))
	for i, r := range rulings {
		out[i].Ruling = r
		if r.Kind != onrecord.RulingUndone {
			out[i].NowA, out[i].NowB = now(&r.A), now(&r.B)
		}
	}
	slices.SortFunc(out, func(a, b Ruled) int { return cmp.Or(cmp.Compare(a.When, b.When), cmp.Compare(a.ID, b.ID)) })
	undone := map[onrecord.RulingID]onrecord.RulingID{}
	for i := range out {
		if r := &out[i]; r.Kind == onrecord.RulingUndone && undone[r.Undoes] == "" {
			undone[r.Undoes] = r.ID
		}
	}
	last := map[[2]onrecord.StatementID]int{}
	for i := range out {
		r := &out[i]
		r.UndoneBy = undone[r.ID]
		if r.Kind == onrecord.RulingUndone || r.UndoneBy != "" {
			continue
		}
		if before, ok := last[r.pair()]; ok {
			out[before].Superseded = true
		}
		last[r.pair()] = i
	}
	return out
}

// pair is the two statements in one order: those that stand there now, else
// those that it was made on.
func (r *Ruled) pair() [2]onrecord.StatementID {
	a, b := cmp.Or(r.NowA, r.A.Statement), cmp.Or(r.NowB, r.B.Statement)
	return [2]onrecord.StatementID{min(a, b), max(a, b)}
}
