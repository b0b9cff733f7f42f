package web

import (
	"cmp"
	"fmt"
	"slices"
)

// A chartLine joins two marks: a bracket beside a lane, or a curve from lane to
// lane whose arrow points to the earlier.
type chartLine struct {
	Path   string
	Arrow  string // points of a polygon
	Stated bool   // dashed: an article says so
}

// layLines draws the edges and their tags.
func (c *chart) layLines(edges []drawnEdge, cells *cells) {
	lanes := make([]tracks, len(c.Lanes))
	for i := range lanes {
		lanes[i].left = c.Lanes[i].X + lanePad + cells.used(i)*slotWidth
		lanes[i].most = min(mostTracks, max(1, (c.Lanes[i].X+c.laneWidth-lanes[i].left)/trackWidth))
	}
	order := slices.Clone(edges)
	slices.SortStableFunc(order, func(a, b drawnEdge) int {
		return cmp.Compare(cells.at[a.From].row-cells.at[a.To].row, cells.at[b.From].row-cells.at[b.To].row)
	}) // the short ones innermost
	for _, e := range order {
		from, to := cells.at[e.From], cells.at[e.To]
		xf, yf := c.place(from)
		xt, yt := c.place(to)
		switch {
		case from.cell == to.cell:
			c.Lines = append(c.Lines, arc(xf, xt, yf, e.Stated))
		case from.lane != to.lane:
			c.Lines = append(c.Lines, curve(xf, yf, xt, yt, e.Stated))
		default:
			k := lanes[from.lane].take(min(yf, yt), max(yf, yt))
			c.Lines = append(c.Lines, bracket(xf+from.half(), yf+2*(k%4), xt+to.half(), yt-2*(k%4), lanes[from.lane].left+k*trackWidth, e.Stated))
		}
	}
	c.layTags(tags(edges, cells))
}

// tracks are the places for brackets at the right of a lane's marks: those that
// overlap in time have one each, as long as there is room.
type tracks struct {
	left, most int
	taken      [][][2]int // stretches of y
}

func (t *tracks) take(top, bottom int) int {
	k := slices.IndexFunc(t.taken, func(track [][2]int) bool {
		return !slices.ContainsFunc(track, func(o [2]int) bool { return top < o[1] && o[0] < bottom })
	})
	if k < 0 && len(t.taken) < t.most {
		k, t.taken = len(t.taken), append(t.taken, nil)
	}
	if k < 0 {
		k = len(t.taken) - 1
	}
	t.taken[k] = append(t.taken[k], [2]int{top, bottom})
	return k
}

// used is how many slots of a lane marks and groups take, of the fullest row.
func (c *cells) used(lane int) (n int) {
	for _, at := range c.at {
		if at.row >= 0 && at.lane == lane {
			n = max(n, at.slot+1)
			if at.grouped {
				n = max(n, at.slot+groupSlots)
			}
		}
	}
	return n
}

// half is how far a mark or a group reaches from its middle.
func (p placed) half() int {
	if p.grouped {
		return groupSlots * slotWidth / 2
	}
	return markHalf
}

const markHalf = 11 // of a mark with what stands around it

// bracket goes from the edge of a mark to the right, up beside the lane, and
// back to the earlier mark, where its arrow is.
func bracket(xf, yf, xt, yt, x int, stated bool) chartLine {
	x = max(x, xf+4, xt+9)
	return chartLine{Path: fmt.Sprintf("M%d %dH%dV%dH%d", xf, yf, x, yt, xt+5), Arrow: arrow(xt, yt, 1), Stated: stated}
}

// arc goes from a mark over those between to one in the same cell.
func arc(xf, xt, y int, stated bool) chartLine {
	top := y - rowHeight/2
	return chartLine{Path: fmt.Sprintf("M%d %dV%dH%dV%d", xf, y-9, top, xt, y-13), Arrow: fmt.Sprintf("%d,%d %d,%d %d,%d", xt, y-8, xt-3, y-14, xt+3, y-14), Stated: stated}
}

// curve goes from the side of one mark to the side of the other.
func curve(xf, yf, xt, yt int, stated bool) chartLine {
	side := 1 // of the earlier mark that the line comes to
	if xf < xt {
		side = -1
	}
	bend := max(24, (xf-xt)*side/2)
	x1, x2 := xf-side*markHalf, xt+side*(markHalf+5)
	return chartLine{
		Path:  fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, yf, x1-side*bend, yf, x2+side*bend, yt, x2, yt),
		Arrow: arrow(xt+side*markHalf, yt, side), Stated: stated,
	}
}

// arrow is a head whose tip is at x, y, and which lies at the given side of it.
func arrow(x, y, side int) string {
	return fmt.Sprintf("%d,%d %d,%d %d,%d", x, y, x+side*7, y-4, x+side*7, y+4)
}
