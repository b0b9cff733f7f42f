package web

import (
	"slices"
	"strings"
	"time"

	"onrecord"
)

// A chartRow is a period, the head of a year, or a time without positions.
type chartRow struct {
	Kind   string // "period", "year", "gap", "unknown"
	Y, H   int
	Label  string
	LabelY int
}

// rows are the periods in which points lie, with what stands between them.
type rows struct {
	step step
	list []rowOf
	row  map[int]int // slot to index of its row
	none int         // index of the row for points without a time, -1 for none
}

type rowOf struct {
	kind     string
	from, to int // slots
	label    string
}

// newRows cuts time as finely as mostRows allows.
func newRows(points []point, lanes int, read []monthRead) *rows {
	r := &rows{none: -1}
	var slots []int
	for r.step = stepDay; ; r.step++ {
		slots = r.slots(points, lanes)
		if len(slots) <= mostRows || r.step == stepYear {
			break
		}
	}
	r.row = map[int]int{}
	before := 0
	for i := 0; i < len(slots); i++ {
		from, to := slots[i], slots[i]
		if i+1 < len(slots) && r.isOne(from, slots[i+1], points, lanes) {
			i++
			to = slots[i]
		}
		if len(r.row) > 0 && from > before+1 {
			r.list = append(r.list, rowOf{"gap", before + 1, from - 1, r.gapLabel(before+1, from-1, points, lanes, read)})
		}
		if year := r.step.begin(from).Year(); r.step != stepYear && (len(r.row) == 0 || year != r.step.begin(before).Year()) {
			r.list = append(r.list, rowOf{"year", from, from, stepYear.name(year)})
		}
		r.row[from], r.row[to], before = len(r.list), len(r.list), to
		r.list = append(r.list, rowOf{"period", from, to, r.step.names(from, to)})
	}
	if slices.ContainsFunc(points, func(p point) bool { return p.Lane < lanes && p.First == "" && p.Last == "" }) {
		r.none = len(r.list)
		r.list = append(r.list, rowOf{kind: "unknown", label: "unknown"})
	}
	return r
}

// slots are the periods in which a point begins or ends, in order.
func (r *rows) slots(points []point, lanes int) (slots []int) {
	for _, p := range points {
		if p.Lane >= lanes {
			continue
		}
		for _, day := range []onrecord.Day{p.First, p.Last} {
			if slot, ok := r.step.slot(day); ok {
				slots = append(slots, slot)
			}
		}
	}
	slices.Sort(slots)
	return slices.Compact(slots)
}

// gapLabel says how long nobody took a position, and what was read then.
func (r *rows) gapLabel(from, to int, points []point, lanes int, read []monthRead) string {
	what := "no position"
	for _, p := range points {
		first, a := r.step.slot(p.First)
		last, b := r.step.slot(p.Last)
		if p.Lane < lanes && a && b && first < from && last > to {
			what = "no other position" // this one may have been taken then
			break
		}
	}
	label := r.step.lasting(to-from+1) + ", " + what
	switch least, most := readWithin(r.step, from, to, read); {
	case least == most:
		return label + "; " + plural(least, "article read", "articles read")
	case least == 0:
		return label + "; at most " + plural(most, "article read", "articles read")
	default:
		return label + "; " + number(least) + " to " + number(most) + " articles read"
	}
}

// isOne reports whether two periods are the ends of the same uncertain times and
// of nothing else, so that these have one row.
func (r *rows) isOne(from, to int, points []point, lanes int) bool {
	any := false
	for _, p := range points {
		first, a := r.step.slot(p.First)
		last, b := r.step.slot(p.Last)
		here := a && (first == from || first == to) || b && (last == from || last == to)
		if p.Lane >= lanes || !here {
			continue
		}
		if !a || !b || first != from || last != to {
			return false
		}
		any = true
	}
	return any
}

// anchor is the row that a point's mark stands in: that of its first day, or of
// its last where the first is open.
func (r *rows) anchor(p point) int {
	for _, day := range []onrecord.Day{p.First, p.Last} {
		if slot, ok := r.step.slot(day); ok {
			return r.row[slot]
		}
	}
	return r.none
}

// extent is the rows that the time of a point reaches over.
func (r *rows) extent(p point) (first, last int) {
	first = r.anchor(p)
	if slot, ok := r.step.slot(p.Last); ok && p.First != "" {
		return first, max(first, r.row[slot])
	}
	return first, first
}

// isUncertain reports whether the day of a point is not known.
func isUncertain(p point) bool { return p.First == "" || p.First != p.Last }

// layRows gives each row its place; labels is how many lines of them stand
// below the marks of a row.
func (c *chart) layRows(r *rows, labels map[int]int) {
	y := c.Body
	heights := map[string]int{"period": rowHeight, "unknown": rowHeight, "year": yearHeight, "gap": gapHeight}
	for i, row := range r.list {
		h := heights[row.kind]
		if n := labels[i]; n > 0 {
			h += n*labelHeight + 4
		}
		middle := y + 19
		if row.kind != "period" && row.kind != "unknown" {
			middle = y + h - 8
		}
		label := row.label
		if row.kind == "gap" && len(label)*charWidth > c.Span() {
			label = strings.NewReplacer(", no position", "", ", no other position", "").Replace(label)
		}
		c.Rows = append(c.Rows, chartRow{row.kind, y, h, label, middle})
		y += h
	}
	c.Height = y + 8
}

// between says the days that a chart reaches over, for its caption.
func between(points []point) (first, last time.Time, ok bool) {
	for _, p := range points {
		for _, day := range []onrecord.Day{p.First, p.Last} {
			t, err := time.Parse(time.DateOnly, string(day))
			if err != nil {
				continue
			}
			if !ok || t.Before(first) {
				first = t
			}
			if !ok || t.After(last) {
				last = t
			}
			ok = true
		}
	}
	return first, last, ok
}
