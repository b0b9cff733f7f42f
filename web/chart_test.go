package web

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"onrecord"
)

var update = flag.Bool("update", false, "write what is drawn into testdata")

// TestChart draws testdata/charts: lines "lane NAME", "read 2017-03 12", "at LANE
// FIRST LAST for|against [if] [maybe]" with "-" for an open end, and "edge FROM
// TO LABEL" between the numbers of the points; then a line "---" and the chart
// in letters.
func TestChart(t *testing.T) {
	paths, _ := filepath.Glob("testdata/charts/*.txt")
	if len(paths) == 0 {
		t.Fatal("no cases in testdata/charts")
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		given, want, _ := strings.Cut(string(raw), "---\n")
		have := inLetters(drawnCase(t, given))
		if *update {
			if err := os.WriteFile(path, []byte(given+"---\n"+have), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if have != want {
			t.Errorf("%s: have\n%s\nwant\n%s", path, have, want)
		}
	}
}

func drawnCase(t *testing.T, given string) *chart {
	var lanes []chartLane
	var points []point
	var edges []edge
	var read []monthRead
	for line := range strings.Lines(given) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		switch f[0] {
		case "lane":
			lanes = append(lanes, chartLane{Name: strings.Join(f[1:], " ")})
		case "read":
			n, _ := strconv.Atoi(f[2])
			read = append(read, monthRead{f[1], n})
		case "at":
			lane, _ := strconv.Atoi(f[1])
			p := point{Lane: lane - 1, First: onrecord.Day(strings.Trim(f[2], "-")), Last: onrecord.Day(strings.Trim(f[3], "-")), Pole: onrecord.Pole(f[4])}
			p.If, p.Tentative = slices.Contains(f[5:], "if"), slices.Contains(f[5:], "maybe")
			points = append(points, p)
		case "edge":
			from, _ := strconv.Atoi(f[1])
			to, _ := strconv.Atoi(f[2])
			edges = append(edges, edge{From: from - 1, To: to - 1, Label: strings.Join(f[3:], " ")})
		default:
			t.Fatalf("no line %q", line)
		}
	}
	return drawChart("wide", wideChart, lanes, points, edges, read)
}

// inLetters writes the rows of a chart with what stands in each lane.
func inLetters(c *chart) string {
	var b strings.Builder
	for _, row := range c.Rows {
		fmt.Fprintf(&b, "%-7s %s", row.Kind, row.Label)
		for i := range c.Lanes {
			b.WriteString(" |" + strings.Join(c.laneIn(row, i), ""))
		}
		b.WriteString("\n")
	}
	for _, l := range c.Lines {
		b.WriteString("line " + l.Path + "\n")
	}
	if c.Hidden > 0 {
		fmt.Fprintf(&b, "hidden %d\n", c.Hidden)
	}
	return b.String()
}

func (c *chart) laneIn(row chartRow, lane int) (out []string) {
	left, right := c.Lanes[lane].X, c.Lanes[lane].X+c.laneWidth
	in := func(x, y int) bool { return x >= left && x < right && y >= row.Y && y < row.Y+row.H }
	for _, m := range c.Marks {
		if !in(m.X, m.Y) {
			continue
		}
		s := map[bool]string{true: " +", false: " -"}[m.For]
		if m.Tentative {
			s += "?"
		}
		if m.If {
			s += "if"
		}
		out = append(out, s)
	}
	for _, g := range c.Groups {
		if in(g.X, g.Y) {
			out = append(out, " ["+g.Text+"]")
		}
	}
	for _, bar := range c.Bars {
		if bar.X >= left && bar.X < right && bar.Y < row.Y+row.H-4 && bar.Y+bar.H > row.Y+4 {
			out = append(out, " "+map[bool]string{true: "^"}[bar.OpenUp]+"bar"+map[bool]string{true: "v"}[bar.OpenDown])
		}
	}
	for _, l := range c.Labels {
		if in(l.X, l.Y) {
			out = append(out, " “"+l.Text+"”")
		}
	}
	return out
}

// TestChartHolds draws points at random: every one is shown or counted, marks
// lie inside and do not cover each other, and rows follow each other.
func TestChartHolds(t *testing.T) {
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		var points []point
		for range r.Intn(400) {
			p := point{Lane: r.Intn(8), Pole: []onrecord.Pole{onrecord.For, onrecord.Against}[r.Intn(2)], If: r.Intn(3) == 0}
			day := func() onrecord.Day {
				return onrecord.Day(fmt.Sprintf("%d-%02d-%02d", 2010+r.Intn(1+int(seed)%12), 1+r.Intn(12), 1+r.Intn(28)))
			}
			if r.Intn(9) > 0 {
				p.First = day()
			}
			if p.Last = p.First; r.Intn(3) == 0 {
				p.Last = max(p.First, day())
			}
			points = append(points, p)
		}
		var edges []edge
		for range r.Intn(60) {
			if n := len(points); n > 0 {
				edges = append(edges, edge{From: r.Intn(n), To: r.Intn(n), Label: "reverses"})
			}
		}
		lanes, width := make([]chartLane, 1+r.Intn(wideLanes)), wideChart
		if len(lanes) <= narrowLanes {
			width = narrowChart
		}
		c := drawChart("wide", width, lanes, points, edges, nil)
		for _, wrong := range chartWrong(c, points, len(lanes)) {
			t.Errorf("seed %d: %s", seed, wrong)
		}
	}
}

func chartWrong(c *chart, points []point, lanes int) (out []string) {
	want, have := 0, len(c.Marks)
	for _, p := range points {
		if p.Lane < lanes {
			want++
		}
	}
	for _, g := range c.Groups {
		n := 0
		fmt.Sscanf(g.Title, "%d", &n)
		have += n
		if g.X < gutter || g.X+g.W > c.Width {
			out = append(out, fmt.Sprintf("group outside: %+v", g))
		}
	}
	if have != want {
		out = append(out, fmt.Sprintf("have %d marks, grouped ones included, want %d", have, want))
	}
	for i, m := range c.Marks {
		if m.X-markHalf < gutter || m.X+markHalf > c.Width || m.Y < c.Body || m.Y > c.Height {
			out = append(out, fmt.Sprintf("mark outside: %+v", m))
		}
		for _, o := range c.Marks[:i] {
			if o.Y == m.Y && max(o.X-m.X, m.X-o.X) < 2*markHalf {
				out = append(out, fmt.Sprintf("marks over each other: %+v and %+v", o, m))
			}
		}
	}
	for i := 1; i < len(c.Rows); i++ {
		if c.Rows[i].Y != c.Rows[i-1].Y+c.Rows[i-1].H {
			out = append(out, fmt.Sprintf("row %d does not follow the one before", i))
		}
	}
	return out
}
