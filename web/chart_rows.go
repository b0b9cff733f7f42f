package web

import (
	"math"
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
	at   []reach     // of the points
}

type rowOf struct {
	kind     string
	from, to int // slots
	label    string
}

// A reach is the periods in which a point begins and ends, as far as known.
type reach struct {
	in          bool // its lane is shown
	first, last int
	a, b        bool // whether they are known
}

// newRows cuts time as finely as mostRows allows.
func newRows(points []point, lanes int, read []monthRead) *rows {
	r := &rows{none: -1, row: map[int]int{}}
	var slots []int
	for r.step = stepDay; ; r.step++ {
		slots = r.slots(points, lanes)
		if len(slots) <= mostRows || r.step == stepYear {
			break
		}
	}
	before := 0
	for i := 0; i < len(slots); i++ {
		from, to := slots[i], slots[i]
		if i+1 < len(slots) && r.isOne(from, slots[i+1]) {
			i++
			to = slots[i]
		}
		if len(r.row) > 0 && from > before+1 {
			r.list = append(r.list, rowOf{"gap", before + 1, from - 1, r.gapLabel(before+1, from-1, read)})
		}
		if year := r.step.begin(from).Year(); r.step != stepYear && (len(r.row) == 0 || year != r.step.begin(before).Year()) {
			r.list = append(r.list, rowOf{"year", from, from, stepYear.name(year)})
		}
		r.row[from], r.row[to], before = len(r.list), len(r.list), to
		r.list = append(r.list, rowOf{"period", from, to, r.step.names(from, to)})
	}
	if slices.ContainsFunc(r.at, func(p reach) bool { return p.in && !p.a && !p.b }) {
		r.none = len(r.list)
		r.list = append(r.list, rowOf{kind: "unknown", label: "unknown"})
	}
	return r
}

// slots are the periods in which a point begins or ends, in order.
func (r *rows) slots(points []point, lanes int) (slots []int) {
	r.at = make([]reach, len(points))
	for i, p := range points {
		at := &r.at[i]
		if at.in = p.Lane < lanes; !at.in {
			continue
		}
		if at.first, at.a = r.step.slot(p.First); at.a {
			slots = append(slots, at.first)
		}
		if at.last, at.b = r.step.slot(p.Last); at.b {
			slots = append(slots, at.last)
		}
	}
	slices.Sort(slots)
	return slices.Compact(slots)
}

// gapLabel says how long nobody took a position, and what was read then.
func (r *rows) gapLabel(from, to int, read []monthRead) string {
	what := "no position"
	if slices.ContainsFunc(r.at, func(p reach) bool { return p.in && p.a && p.b && p.first < from && p.last > to }) {
		what = "no other position" // that one may have been taken then
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
func (r *rows) isOne(from, to int) bool {
	any := false
	for _, p := range r.at {
		here := p.a && (p.first == from || p.first == to) || p.b && (p.last == from || p.last == to)
		if !p.in || !here {
			continue
		}
		if !p.a || !p.b || p.first != from || p.last != to {
			return false
		}
		any = true
	}
	return any
}

// anchor is the row that the mark of a point stands in: that of its first day,
// or of its last where the first is open.
func (r *rows) anchor(i int) int {
	switch p := r.at[i]; {
	case p.a:
		return r.row[p.first]
	case p.b:
		return r.row[p.last]
	}
	return r.none
}

// extent is the rows that the time of a point reaches over.
func (r *rows) extent(i int) (first, last int) {
	first = r.anchor(i)
	if p := r.at[i]; p.a && p.b {
		return first, max(first, r.row[p.last])
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

// between says the days that points reach over, for a caption.
func between(points []point) (first, last time.Time, ok bool) {
	least, most := maxDay, minDay
	for _, p := range points {
		for _, day := range []onrecord.Day{p.First, p.Last} {
			if n, known := stepDay.slot(day); known {
				least, most, ok = min(least, n), max(most, n), true
			}
		}
	}
	return stepDay.begin(least), stepDay.begin(most), ok
}

const minDay, maxDay = math.MinInt32, math.MaxInt32
