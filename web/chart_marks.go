package web

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord"
)

// A chartMark is a position. Its shape and its sign say the pole: a disc with a
// plus is for, a square with a minus against.
type chartMark struct {
	X, Y      int
	For       bool
	If        bool // in a dashed ring: it has conditions
	Tentative bool // hollow
	Href      string
	Title     string
}

// A chartBar is the time in which an uncertain position may have been taken.
type chartBar struct {
	X, Y, H  int
	OpenUp   bool // or before
	OpenDown bool // or after
}

// A chartGroup stands for positions that have no room each.
type chartGroup struct {
	X, Y, W int // X is its left edge, Y its middle
	Text    string
	Href    string
	Title   string
}

// A cell is a lane in a row.
type cell struct{ row, lane int }

// A placed is where a point stands in its cell.
type placed struct {
	cell
	slot    int  // from the left
	grouped bool // in the group at the cell's end
}

type cells struct {
	at      []placed // by point; row -1 where it is not drawn
	grouped map[cell][]int
	order   []cell // of grouped, in order
}

const groupSlots = 2 // that a group is wide

// newCells decides which points have a mark of their own: all, where a cell has
// room, else first those that edges lead from or to. These stand at the right,
// where the brackets are.
func newCells(points []point, r *rows, lanes, capacity int, edges []edge) *cells {
	c := &cells{at: make([]placed, len(points)), grouped: map[cell][]int{}}
	joined := make([]bool, len(points))
	for _, e := range edges {
		joined[e.From], joined[e.To] = true, true
	}
	in := map[cell][]int{}
	var order []cell
	for i, p := range points {
		if c.at[i].row = -1; p.Lane >= lanes {
			continue
		}
		k := cell{r.anchor(i), p.Lane}
		if in[k] == nil {
			order = append(order, k)
		}
		in[k] = append(in[k], i)
	}
	slices.SortFunc(order, func(a, b cell) int { return cmp.Or(a.row-b.row, a.lane-b.lane) })
	taken := map[cell]uint64{} // slots
	for _, k := range order {
		c.fill(k, in[k], joined, capacity, r, taken)
	}
	return c
}

// fill gives the points of a cell their slots: the group's, those of points
// without edges, and those of the others.
func (c *cells) fill(k cell, points []int, joined []bool, capacity int, r *rows, taken map[cell]uint64) {
	slices.SortStableFunc(points, func(a, b int) int {
		switch {
		case joined[a] == joined[b]:
			return 0
		case joined[b]:
			return -1
		}
		return 1
	})
	single, used := points, uint64(0)
	if len(points) > capacity {
		cut := len(points) - (capacity - groupSlots)
		c.grouped[k], single = points[:cut], points[cut:]
		c.order = append(c.order, k)
		for _, i := range c.grouped[k] {
			c.at[i] = placed{k, 0, true}
		}
		used = 1<<groupSlots - 1
	}
	for _, i := range single {
		slot := freeSlot(taken[k]|used, used, capacity)
		used |= 1 << slot
		c.at[i] = placed{k, slot, false}
	}
	for _, i := range single {
		first, last := r.extent(i)
		for row := first; row <= last; row++ {
			taken[cell{row, k.lane}] |= 1 << c.at[i].slot
		}
	}
}

// freeSlot is the first slot that no bar of an earlier point runs through, or
// that at least no mark of the same row has.
func freeSlot(taken, used uint64, capacity int) int {
	for _, bits := range []uint64{taken, used} {
		for slot := range capacity {
			if bits&(1<<slot) == 0 {
				return slot
			}
		}
	}
	return capacity - 1
}

// place is the middle of a point's mark, or of the group that it is in.
func (c *chart) place(p placed) (x, y int) {
	x = c.Lanes[p.lane].X + lanePad + p.slot*slotWidth
	if p.grouped {
		x += slotWidth / 2
	}
	return x, c.Rows[p.row].Y + rowHeight/2
}

func (c *chart) layMarks(points []point, r *rows, cells *cells) {
	for i, p := range points {
		at := cells.at[i]
		if at.row < 0 || at.grouped {
			continue
		}
		x, y := c.place(at)
		c.Marks = append(c.Marks, chartMark{x, y, p.Pole == onrecord.For, p.If, p.Tentative, p.Href, p.title()})
		if isUncertain(p) && at.row != r.none {
			c.Bars = append(c.Bars, c.bar(x, i, p, r))
		}
	}
	for _, k := range cells.order {
		x, y := c.place(placed{k, 0, false})
		c.Groups = append(c.Groups, groupOf(cells.grouped[k], points, x-slotWidth/2+1, y, c.Lanes[k.lane].Href))
	}
}

// bar reaches over the rows of the time in which a position may have been
// taken; an open end sticks out.
func (c *chart) bar(x, i int, p point, r *rows) chartBar {
	const out = 5
	first, last := r.extent(i)
	top, bottom := c.Rows[first].Y+3, c.Rows[last].Y+rowHeight-3
	b := chartBar{X: x, OpenUp: p.First == "", OpenDown: p.Last == ""}
	if b.OpenUp {
		top -= out
	}
	if b.OpenDown {
		bottom += out
	}
	b.Y, b.H = top, bottom-top
	return b
}

func groupOf(in []int, points []point, x, y int, href string) chartGroup {
	yes, no := 0, 0
	for _, i := range in {
		if points[i].Pole == onrecord.For {
			yes++
		} else {
			no++
		}
	}
	g := chartGroup{X: x, Y: y, W: groupSlots*slotWidth - 2, Href: href, Title: fmt.Sprintf("%d positions: %d for, %d against", len(in), yes, no)}
	switch {
	case yes > 99 || no > 99:
		g.Text = short(len(in))
	case no == 0:
		g.Text = "+" + short(yes)
	case yes == 0:
		g.Text = "−" + short(no)
	default:
		g.Text = "+" + short(yes) + " −" + short(no)
	}
	return g
}

// short is a count in at most three letters.
func short(n int) string {
	if n > 999 {
		return fmt.Sprintf("%dk", n/1000)
	}
	return fmt.Sprint(n)
}
