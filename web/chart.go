package web

import (
	"strings"
	"unicode/utf8"

	"onrecord"
)

// A chart shows positions on an issue: a lane a speaker, time downwards, a mark
// for each position. Rows are periods, alike in height; a time in which nobody
// took a position is one low row that says how long it was and how many
// articles were read then, so that a page holds ten years. A chart is computed
// from points and edges alone; the template writes what stands in it.
type chart struct {
	Class         string // "wide", "narrow"
	Width, Height int
	Body          int // y where the first row begins
	Lanes         []chartLane
	Rows          []chartRow
	Bars          []chartBar
	Marks         []chartMark
	Groups        []chartGroup
	Lines         []chartLine
	Labels        []chartLabel
	Hidden        int // edges that are not drawn
	More          int // lanes that have no room

	left, laneWidth int
	step            step
}

// A point is a position to be drawn.
type point struct {
	Lane        int
	First, Last onrecord.Day // between which it was taken, both included; empty where open
	Pole        onrecord.Pole
	If          bool // it has conditions
	Tentative   bool
	Href        string
	words       func() string // all of it; nil for none
}

// title is the position in words, for who does not see its mark.
func (p *point) title() string {
	if p.words == nil {
		return ""
	}
	return p.words()
}

// An edge leads from a point to an earlier one, both by their index.
type edge struct {
	From, To int
	Label    string // "reverses"
	Href     string
	Stated   bool // an article says so; else it is computed
}

// A chartLane is the head of a lane.
type chartLane struct {
	X     int
	Lines []string // of its name, at most two
	Href  string
	Name  string
	Moved string // address of the changes of this speaker
}

// A chartLabel names an edge, in the row of the point that it goes from.
type chartLabel struct {
	X, Y   int
	Text   string
	Href   string
	Stated bool
}

// Sizes in pixels of the chart's own grid.
const (
	gutter      = 58 // with the names of the periods
	headHeight  = 40
	rowHeight   = 30
	yearHeight  = 24
	gapHeight   = 24
	labelHeight = 14
	lanePad     = 14
	slotWidth   = 27
	trackWidth  = 8 // of a bracket
	leastTracks = 3 // for which a lane keeps room
	mostTracks  = 9
	charWidth   = 6  // of the small print, about
	nameWidth   = 76 // of the names, in tenths
)

// Lanes that a chart shows, where there is room and where there is little.
const (
	wideChart, wideLanes     = 736, 6
	narrowChart, narrowLanes = 326, 3
)

// most rows that a period is cut finely for; and edges that are drawn.
const mostRows, mostEdges = 36, 40

// drawChart lays out the points in the lanes with these names. Points of other
// lanes, and edges to them, are left out.
func drawChart(class string, width int, lanes []chartLane, points []point, edges []edge, read []monthRead) *chart {
	c := &chart{Class: class, Width: width, left: gutter, laneWidth: (width - gutter) / max(1, len(lanes))}
	for i, l := range lanes {
		l.X = c.left + i*c.laneWidth
		l.Lines = nameLines(l.Name, c.laneWidth*10/nameWidth-1)
		c.Lanes = append(c.Lanes, l)
	}
	rows := newRows(points, len(lanes), read)
	c.step = rows.step
	cells := newCells(points, rows, len(lanes), c.capacity(), edges)
	lines, hidden := drawn(edges, cells)
	c.Hidden = hidden
	c.Body = headHeight
	c.layRows(rows, labelLines(tags(lines, cells)))
	c.layMarks(points, rows, cells)
	c.layLines(lines, cells)
	return c
}

// capacity is how many marks stand beside each other in a lane.
func (c *chart) capacity() int {
	return max(2, (c.laneWidth-lanePad-leastTracks*trackWidth)/slotWidth)
}

// nameLines breaks a name into at most two lines of n letters.
func nameLines(name string, n int) (lines []string) {
	n = max(n, 6)
	for _, word := range strings.Fields(name) {
		last := len(lines) - 1
		switch {
		case last >= 0 && utf8.RuneCountInString(lines[last]+" "+word) <= n:
			lines[last] += " " + word
		case last == 1:
			lines[1] = cutRunes(lines[1]+" "+word, n)
			return lines
		default:
			lines = append(lines, cutRunes(word, n))
		}
	}
	return lines
}

// cutRunes is at most n letters of words, the last a mark where some are cut.
func cutRunes(words string, n int) string {
	runes := []rune(words)
	if len(runes) <= n {
		return words
	}
	return string(runes[:n-1]) + "…"
}

// What the template computes.

// Left is where the lanes begin, Span how wide they are, Middle their middle.
func (c *chart) Left() int   { return c.left }
func (c *chart) Span() int   { return c.Width - c.left }
func (c *chart) Middle() int { return c.left + c.Span()/2 }

// HeadY is where line i of a lane's name stands.
func (c *chart) HeadY(i int) int { return 14 + 15*i }

// YearLine is where the line below a year is.
func (c *chart) YearLine(r chartRow) int { return r.Y + r.H - 1 }

// Left and Bottom are edges of the bar.
func (b chartBar) Left() float64 { return float64(b.X) - 3.5 }
func (b chartBar) Bottom() int   { return b.Y + b.H }

// Top and Mid are where the group's shape begins and its words stand.
func (g chartGroup) Top() int { return g.Y - 9 }
func (g chartGroup) Mid() int { return g.X + g.W/2 }
