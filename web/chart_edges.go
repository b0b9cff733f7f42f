package web

import (
	"slices"
	"strconv"
)

// A drawnEdge stands for edges that say the same from one mark, or from the
// positions of one group; To is the one that is nearest in time.
type drawnEdge struct {
	edge
	n int
}

// drawn chooses the edges that are drawn, in their order, and counts those that
// are not.
func drawn(edges []edge, cells *cells) (out []drawnEdge, hidden int) {
	type key struct {
		from  placed
		label string
	}
	at := map[key]int{}
	for _, e := range edges {
		from, to := cells.at[e.From], cells.at[e.To]
		if from.row < 0 || to.row < 0 {
			continue // of a lane that is not shown
		}
		if from == to {
			hidden++
			continue
		}
		k := key{from, e.Label}
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

// A tag says what the edges from one cell say, once.
type tag struct {
	cell
	label  string
	n      int
	href   string // of the one edge, or empty
	stated bool
}

// tags names the edges, at most mostTags in a cell.
func tags(edges []drawnEdge, cells *cells) (out []tag) {
	in := map[cell]int{}
	for _, e := range edges {
		at := cells.at[e.From].cell
		i := slices.IndexFunc(out, func(t tag) bool { return t.cell == at && t.label == e.Label })
		switch {
		case i >= 0:
			out[i].n, out[i].href = out[i].n+e.n, ""
		case in[at] < mostTags:
			in[at]++
			out = append(out, tag{at, e.Label, e.n, e.Href, e.Stated})
		}
	}
	return out
}

const mostTags = 5

// labelLines counts for each row the lines that the tags of its fullest cell
// take.
func labelLines(tags []tag) map[int]int {
	in, most := map[cell]int{}, map[int]int{}
	for _, t := range tags {
		in[t.cell]++
		most[t.row] = max(most[t.row], in[t.cell])
	}
	return most
}

func (t tag) text(letters int) string {
	text := t.label
	if t.n > 1 {
		text += " ×" + strconv.Itoa(t.n)
	}
	if len(text) > letters {
		return t.label
	}
	return text
}

func (c *chart) layTags(tags []tag) {
	below := map[cell]int{}
	for _, t := range tags {
		y := c.Rows[t.row].Y + rowHeight + below[t.cell]*labelHeight + 9
		below[t.cell]++
		if t.href == "" {
			t.href = c.Lanes[t.lane].Moved
		}
		c.Labels = append(c.Labels, chartLabel{c.Lanes[t.lane].X + 3, y, t.text((c.laneWidth - 4) / charWidth), t.href, t.stated})
	}
}
