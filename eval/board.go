package eval

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// The scoreboard is a text file: lines that begin with # say how it is made,
// every other line has a corpus, a stage, a measure of one or more words, its
// value and the number of things it was counted over. It holds no date and is sorted, so that the same
// program and corpora write the same bytes.

// A Line is one measured value.
type Line struct {
	Corpus  string // "gold", "polnear-dev"
	Stage   string // "quote"
	Measure string // "content exact F1"
	Value   float64
	Of      int // over so many things
}

func (l Line) key() [3]string { return [3]string{l.Corpus, l.Stage, l.Measure} }

func (l Line) compare(m Line) int {
	return cmp.Or(strings.Compare(l.Corpus, m.Corpus), strings.Compare(l.Stage, m.Stage), strings.Compare(l.Measure, m.Measure))
}

// A Board is the lines of a scoreboard, sorted.
type Board []Line

const boardHead = `# What onrecord reads right. Made by: go run ./cmd/lab score; corpora with a
# slash in their name, which are damaged copies, by: go run ./cmd/lab robust
# Values are per cent unless the measure says otherwise; the last column counts
# the things a value was measured over. Lines of a corpus that is not there
# when the command runs stay as they are.
`

// ReadBoard reads a scoreboard; a file that does not exist is an empty one.
func ReadBoard(path string) (Board, error) {
	b, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("scoreboard: %w", err)
	}
	var board Board
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		l, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("scoreboard %s:%d: %w; make it again with lab score", path, i+1, err)
		}
		board = append(board, l)
	}
	return board, nil
}

func parseLine(line string) (Line, error) {
	f := strings.Fields(line)
	if len(f) < 5 {
		return Line{}, fmt.Errorf("%d columns, want corpus, stage, measure, value and count", len(f))
	}
	value, err1 := strconv.ParseFloat(f[len(f)-2], 64)
	of, err2 := strconv.Atoi(f[len(f)-1])
	if err := cmp.Or(err1, err2); err != nil {
		return Line{}, err
	}
	return Line{f[0], f[1], strings.Join(f[2:len(f)-2], " "), value, of}, nil
}

// String is the whole file.
func (b Board) String() string {
	var out strings.Builder
	out.WriteString(boardHead)
	corpus := ""
	for _, l := range b {
		if l.Corpus != corpus {
			out.WriteString("\n")
		}
		corpus = l.Corpus
		fmt.Fprintf(&out, "%-14s %-10s %-34s %8.1f %7d\n", l.Corpus, l.Stage, l.Measure, l.Value, l.Of)
	}
	return out.String()
}

// With is the board with the lines of every corpus that measured names
// replaced by those of measured.
func (b Board) With(measured []Line) Board {
	corpora := map[string]bool{}
	for _, l := range measured {
		corpora[l.Corpus] = true
	}
	out := slices.Clone(Board(measured))
	for _, l := range b {
		if !corpora[l.Corpus] {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, Line.compare)
	return out
}

// Get finds a line by its corpus, stage and measure.
func (b Board) Get(corpus, stage, measure string) (Line, bool) {
	for _, l := range b {
		if l.key() == [3]string{corpus, stage, measure} {
			return l, true
		}
	}
	return Line{}, false
}

// Changes lists what differs between two boards by more than tolerance, in the
// order of b, as "corpus stage measure: 61.0 -> 62.3".
func (b Board) Changes(to Board, tolerance float64) []string {
	var out []string
	for _, l := range b {
		m, ok := to.Get(l.Corpus, l.Stage, l.Measure)
		switch {
		case !ok:
			out = append(out, fmt.Sprintf("%s %s %s: %.1f -> gone", l.Corpus, l.Stage, l.Measure, l.Value))
		case m.Value-l.Value > tolerance || l.Value-m.Value > tolerance:
			out = append(out, fmt.Sprintf("%s %s %s: %.1f -> %.1f", l.Corpus, l.Stage, l.Measure, l.Value, m.Value))
		}
	}
	for _, m := range to {
		if _, ok := b.Get(m.Corpus, m.Stage, m.Measure); !ok {
			out = append(out, fmt.Sprintf("%s %s %s: new, %.1f", m.Corpus, m.Stage, m.Measure, m.Value))
		}
	}
	return out
}
