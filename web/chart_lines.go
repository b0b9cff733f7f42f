package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// A chartLine joins two marks: a bracket beside a lane, or a curve from lane to
// lane whose arrow points to the earlier.
type chartLine struct {
	Path   string
	Arrow  string // points of a polygon
	Stated bool   // dashed: an article says so
}

// A drawnEdge stands for edges from one point that say the same; To is the one
// that is nearest in time.
type drawnEdge struct {
	edge
	n int
}

// drawn chooses the edges between points that are drawn, in their order, and
// counts the others.
func drawn(edges []edge, points []point, r *rows, cells *cells) (out []drawnEdge, hidden int) {
	type key struct {
		from  int
		label string
	}
	at := map[key]int{}
	for _, e := range edges {
		from, to := cells.at[e.From], cells.at[e.To]
		if from.row < 0 || to.row < 0 || from == to && from.grouped {
			hidden++
			continue
		}
		k := key{e.From, e.Label}
		if i, ok := at[k]; ok {
			if out[i].n++; to.row > cells.at[out[i].To].row {
				out[i].To = e.To
			}
			continue
		}
		if len(out) == mostEdges {
			hidden++
			continue
		}
		at[k] = len(out)
		out = append(out, drawnEdge{e, 1})
	}
	return out, hidden
}

func (e drawnEdge) text() string {
	if e.n > 1 {
		return e.Label + " ×" + strconv.Itoa(e.n)
	}
	return e.Label
}

// mostLabels are the lines of labels below a cell.
const mostLabels = 4

// labelLines counts for each row the lines that the labels of its fullest cell
// take.
func labelLines(edges []drawnEdge, points []point, r *rows) map[int]int {
	in, most := map[cell]int{}, map[int]int{}
	for _, e := range edges {
		k := cell{r.anchor(points[e.From]), points[e.From].Lane}
		in[k] = min(in[k]+1, mostLabels)
		most[k.row] = max(most[k.row], in[k])
	}
	return most
}

// layLines draws the edges: brackets in tracks at the right of their lane, so
// that those which overlap in time do not fall together.
func (c *chart) layLines(edges []drawnEdge, points []point, r *rows, cells *cells) {
	type stretch struct{ top, bottom int }
	tracks := make([][][]stretch, len(c.Lanes))
	labels := map[cell]int{}
	order := slices.Clone(edges)
	slices.SortStableFunc(order, func(a, b drawnEdge) int {
		return cmp.Compare(cells.at[a.From].row-cells.at[a.To].row, cells.at[b.From].row-cells.at[b.To].row)
	}) // the short ones innermost
	for _, e := range order {
		from, to := cells.at[e.From], cells.at[e.To]
		xf, yf := c.place(from)
		xt, yt := c.place(to)
		if from.lane != to.lane {
			c.Lines = append(c.Lines, curve(xf, yf, xt, yt, e.Stated))
			continue
		}
		s := stretch{min(yf, yt), max(yf, yt)}
		lane := tracks[from.lane]
		k := slices.IndexFunc(lane, func(track []stretch) bool {
			return !slices.ContainsFunc(track, func(o stretch) bool { return s.top < o.bottom && o.top < s.bottom })
		})
		if k < 0 && len(lane) < mostTracks {
			k, lane = len(lane), append(lane, nil)
		}
		if k < 0 {
			k = mostTracks - 1
		}
		lane[k] = append(lane[k], s)
		tracks[from.lane] = lane
		x := c.Lanes[from.lane].X + c.laneWidth - 4 - (mostTracks-1-k)*trackWidth
		c.Lines = append(c.Lines, bracket(xf, yf+3*k, xt, yt-3*k, x, e.Stated))
	}
	for _, e := range edges {
		at := cells.at[e.From]
		k := at.cell
		if labels[k] == mostLabels {
			continue
		}
		y := c.Rows[at.row].Y + rowHeight + labels[k]*labelHeight + 9
		labels[k]++
		text := e.text()
		if most := (c.laneWidth - 4) / charWidth; len(text) > most {
			text = e.Label
		}
		c.Labels = append(c.Labels, chartLabel{c.Lanes[at.lane].X + 3, y, text, e.Href, e.Stated})
	}
}

const markHalf = 11 // of a mark with what stands around it

// bracket goes from a mark to the right, up beside the lane, and back to the
// earlier mark, where its arrow is.
func bracket(xf, yf, xt, yt, x int, stated bool) chartLine {
	if yf == yt {
		yf, yt = yf+3, yt-3
	}
	l := chartLine{Path: fmt.Sprintf("M%d %dH%dV%dH%d", xf+markHalf, yf, x, yt, xt+markHalf+5), Stated: stated}
	l.Arrow = arrow(xt+markHalf, yt, 1)
	return l
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
