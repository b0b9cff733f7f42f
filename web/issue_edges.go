package web

import (
	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// edges are the changes between points, then what articles say of how
// statements stand to each other.
func (s *stances) edges(changes []store.Departure, links []store.Link) (out []edge) {
	for i := range changes {
		c := &changes[i].Change
		from, a := s.of[c.Later]
		to, b := s.of[c.Earlier]
		if a && b && from != to && c.Kind != onrecord.Same {
			out = append(out, edge{From: from, To: to, Label: export.ChangeWords(c.Kind), Href: "/statement/" + string(c.Later) + "#changes"})
		}
	}
	seen := map[onrecord.RelationID]bool{}
	for i := range links {
		l := &links[i]
		from, guessed := endPoint(&l.From)
		to, also := endPoint(&l.To)
		a, okA := s.of[from]
		b, okB := s.of[to]
		if !okA || !okB || a == b || seen[l.ID] || l.Basis != onrecord.Stated || !isStance[l.Kind] {
			continue
		}
		seen[l.ID] = true
		label := export.RelationWords(l.Kind, true)
		if guessed || also {
			label += " *"
		}
		out = append(out, edge{From: a, To: b, Label: label, Href: "/statement/" + string(from) + "#ties", Stated: true})
	}
	return out
}

// endPoint is the statement that an end is or means, and whether that was
// computed.
func endPoint(e *store.LinkEnd) (id onrecord.StatementID, filled bool) {
	switch {
	case e.Statement != nil:
		return e.Statement.ID, false
	case e.Filled != nil:
		return e.Filled.Brief.ID, true
	}
	return "", false
}

// isStance are the relations that say how a position stands to another.
var isStance = map[onrecord.RelationKind]bool{
	onrecord.Repeats: true, onrecord.Qualifies: true, onrecord.Reverses: true, onrecord.WalksBack: true, onrecord.Contradicts: true, onrecord.Denies: true,
	onrecord.Rejects: true, onrecord.Criticises: true, onrecord.Endorses: true, onrecord.Confirms: true, onrecord.RespondsTo: true,
}
