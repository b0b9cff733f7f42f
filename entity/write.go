package entity

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

func words(s string) []string { return strings.Fields(strings.ToLower(s)) }

// write puts the beings into r.Entities, in order of their first mention, and
// the speakers into the statements.
func (d *draft) write() {
	d.makeRoom()
	for i := range d.mentions {
		if m := &d.mentions[i]; m.who != none {
			b := &d.beings[m.who]
			b.mentions = append(b.mentions, d.span(m.title, m.end))
		}
	}
	for i, s := range d.sources {
		if s.who != none && s.form == "pronoun" {
			d.beings[s.who].mentions = append(d.beings[s.who].mentions, d.r.Tokens[s.head].Span)
		} else if s.who != none && d.beings[s.who].unnamed {
			d.beings[s.who].mentions = append(d.beings[s.who].mentions, d.r.Statements[i].Source)
		}
	}
	ids := d.entities()
	for i := range d.r.Statements {
		st, s := &d.r.Statements[i], d.sources[i]
		if s.who != none {
			st.Speaker = ids[s.who]
			st.SpeakerScore = s.score()
		}
		for _, who := range s.others {
			if ids[who] != "" {
				st.Others = append(st.Others, ids[who])
			}
		}
		st.Why = append(st.Why, "speaker: "+s.why)
	}
}

// makeRoom gives the mentions of all beings memory in one piece.
func (d *draft) makeRoom() {
	counts, total := make([]int32, len(d.beings)), 0
	for who := range d.beings {
		counts[who] = int32(len(d.beings[who].mentions))
	}
	for i := range d.mentions {
		if who := d.mentions[i].who; who != none {
			counts[who]++
		}
	}
	for i := range d.sources {
		if who := d.sources[i].who; who != none {
			counts[who]++ // at most
		}
	}
	for _, n := range counts {
		total += int(n)
	}
	room := make([]onrecord.Span, total)
	for who, n := range counts {
		d.beings[who].mentions = append(room[:0:n], d.beings[who].mentions...)
		room = room[n:]
	}
}

// entities fills r.Entities and returns the ID of each being.
func (d *draft) entities() []onrecord.EntityID {
	ids := make([]onrecord.EntityID, len(d.beings))
	order := make([]int, 0, len(d.beings))
	for who := range d.beings {
		b := &d.beings[who]
		slices.SortFunc(b.mentions, func(x, y onrecord.Span) int { return cmp.Or(x.Start-y.Start, y.End-x.End) })
		b.mentions = slices.Compact(b.mentions)
		if len(b.mentions) > 0 {
			order = append(order, who)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := d.beings[x].mentions[0], d.beings[y].mentions[0]
		return cmp.Or(a.Start-b.Start, b.End-a.End)
	})
	d.r.Entities = slices.Grow(d.r.Entities, len(order))
	for _, who := range order {
		b := &d.beings[who]
		e := onrecord.Entity{Doc: d.r.Doc.ID, Name: b.name, Kind: b.kind, Mentions: b.mentions, Roles: b.roles}
		if b.junior != "" && !strings.Contains(strings.ToLower(b.name), b.junior) {
			e.Name += " " + b.junior
		}
		e.ID = e.ComputeID()
		ids[who] = e.ID
		d.r.Entities = append(d.r.Entities, e)
	}
	return ids
}
