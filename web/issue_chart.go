package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// A laneRow is a speaker who takes positions on an issue.
type laneRow struct {
	Key, Name    string
	For, Against int
	Changes      int    // in which one of these is the later
	Href         string // of the issue's page with this lane alone
	Moved        string // of the changes of this speaker on the issue
	Shown        bool
}

// Positions counts the utterances in which the speaker takes one.
func (r laneRow) Positions() int { return r.For + r.Against }

// A stances is what was said on an issue, by utterance: reports of one utterance
// that give it one pole are one point.
type stances struct {
	rows   []laneRow
	points []point
	of     map[onrecord.StatementID]int // index of a statement's point

	reports []int // of each point
}

// stancesOf makes a point of each utterance that takes a position, in the order
// of the stances, and a row of each speaker; only is whose lanes are wanted,
// empty for all.
func stancesOf(list []store.Stance, changes []store.Departure, only []string, href func(key string) string) *stances {
	type said struct {
		utterance onrecord.StatementID
		key       string
		pole      onrecord.Pole
	}
	s := &stances{of: map[onrecord.StatementID]int{}}
	seen, rows := map[said]int{}, map[string]int{}
	for i := range list {
		st := &list[i]
		if st.Position == nil {
			continue
		}
		k := said{cmp.Or(st.Utterance, st.Statement), st.Key, st.Position.Pole}
		at, ok := seen[k]
		if !ok {
			at = len(s.points)
			seen[k] = at
			s.add(st, rows, href)
		}
		s.reports[at]++
		s.of[st.Statement] = at
		s.narrow(at, st)
	}
	for i := range changes {
		if at, ok := s.of[changes[i].Change.Later]; ok {
			s.rows[s.points[at].Lane].Changes++
		}
	}
	s.sort(only)
	return s
}

func (s *stances) add(st *store.Stance, rows map[string]int, href func(string) string) {
	row, ok := rows[st.Key]
	if !ok {
		row = len(s.rows)
		rows[st.Key] = row
		s.rows = append(s.rows, laneRow{Key: st.Key, Name: cmp.Or(st.Name, "Speaker unknown"), Href: href(st.Key), Moved: changesHref(st.Issue, "") + "&speaker=" + url.QueryEscape(st.Key)})
	}
	p := st.Position
	if p.Pole == onrecord.For {
		s.rows[row].For++
	} else {
		s.rows[row].Against++
	}
	at := len(s.points)
	s.reports = append(s.reports, 0)
	s.points = append(s.points, point{
		Lane: row, Pole: p.Pole, If: len(p.Conditions) > 0, Tentative: p.Certainty < tentative, Href: "/statement/" + string(st.Statement),
		First: st.Said.From, Last: lastOf(st.Said.Until), words: func() string { return stanceTitle(st, s.reports[at]) },
	})
}

// narrow gives a point the closest time that one of its reports has.
func (s *stances) narrow(at int, st *store.Stance) {
	p := &s.points[at]
	if st.Said.IsZero() || len(s.points) == 0 {
		return
	}
	first, last := st.Said.From, lastOf(st.Said.Until)
	if (p.First == "" || p.Last == "" || p.First != p.Last) && first != "" && last != "" && (p.First == "" || p.Last == "" || first >= p.First && last <= p.Last) {
		p.First, p.Last = first, last
	}
}

// stanceTitle is a position in words, for who does not see its mark.
func stanceTitle(st *store.Stance, reports int) string {
	when := whenOf(st.Said, "")
	text := cmp.Or(st.Name, "Speaker unknown") + ", " + when.Text
	if when.Guess {
		text += " (a guess: no words say when)"
	}
	text += ": " + standOf(st.Position).String()
	if reports > 1 {
		text += "; " + plural(reports, "report", "reports")
	}
	return text
}

// sort puts the lanes that are wanted first, then those with most changes and
// positions.
func (s *stances) sort(only []string) {
	order := make([]int, len(s.rows))
	for i := range order {
		order[i] = i
		s.rows[i].Shown = len(only) == 0 || slices.Contains(only, s.rows[i].Key)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := s.rows[a], s.rows[b]
		if x.Shown != y.Shown {
			if x.Shown {
				return -1
			}
			return 1
		}
		return cmp.Or(min(1, y.Changes)-min(1, x.Changes), y.Positions()-x.Positions(), strings.Compare(x.Key, y.Key))
	})
	lane, rows := make([]int, len(order)), make([]laneRow, len(order))
	for i, old := range order {
		lane[old], rows[i] = i, s.rows[old]
	}
	s.rows = rows
	for i := range s.points {
		s.points[i].Lane = lane[s.points[i].Lane]
	}
}

// lanes are the heads of the first lanes that are wanted, at most n.
func (s *stances) lanes(n int) (out []chartLane) {
	for _, r := range s.rows {
		if r.Shown && len(out) < n {
			out = append(out, chartLane{Name: r.Name, Href: r.Href, Moved: r.Moved})
		}
	}
	return out
}
