package eval

import (
	"fmt"
	"os"
	"strings"

	"onrecord"
)

// Pairs of statements on declared issues stand in files of tab-separated lines,
// a file a half: number, issue, label, six columns for each of the two
// statements, and a note. The head of a file says what they mean.

// A Pair is two statements on one issue, and how the second stands to the
// first.
type Pair struct {
	Number string
	Issue  string // name of its file without the ending
	Want   string // a kind of change, or NoChange
	Said   [2]Saying
	Note   string
}

// NoChange is the label of a pair of which nothing can be said.
const NoChange = "none"

// A Saying is a statement of a Pair.
type Saying struct {
	Speaker string // kind and name, "person:Irena Castellan"
	Said    onrecord.EDTF
	Kind    onrecord.Kind
	By      string // empty: the outlet's plain report; "opponent"
	Act     onrecord.Act
	Text    string
}

// ReadPairs reads the pairs of a file.
func ReadPairs(path string) ([]Pair, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("pairs: %w", err)
	}
	var out []Pair
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 16 {
			return nil, fmt.Errorf("pairs %s:%d: %d columns, want 16", path, i+1, len(f))
		}
		out = append(out, Pair{f[0], f[1], f[2], [2]Saying{saying(f[3:9]), saying(f[9:15])}, f[15]})
	}
	return out, nil
}

func saying(f []string) Saying {
	return Saying{f[0], onrecord.EDTF(f[1]), onrecord.Kind(f[2]), f[3], onrecord.Act(f[4]), f[5]}
}

// Changes counts answers to pairs.
type Changes struct {
	Pairs, Unanswerable int // Unanswerable: labelled NoChange
	Answered, Right     int // any kind is an answer
	Changes             int // answers other than that it repeats
	ChangesRight        int
	ByLabel             map[string]*LabelCount
}

// A LabelCount counts the pairs of one label, how many of them were answered,
// rightly, and how many answers said the label.
type LabelCount struct{ Pairs, Answered, Right, Said int }

// Add counts the answer to a pair; an empty one is none.
func (c *Changes) Add(p *Pair, answer string) {
	if c.ByLabel == nil {
		c.ByLabel = map[string]*LabelCount{}
	}
	l := c.label(p.Want)
	c.Pairs++
	l.Pairs++
	if p.Want == NoChange {
		c.Unanswerable++
	}
	if answer == "" || answer == NoChange {
		return
	}
	right := 0
	if answer == p.Want {
		right = 1
	}
	c.Answered++
	c.Right += right
	l.Answered++
	l.Right += right
	c.label(answer).Said++
	if answer != string(onrecord.Same) {
		c.Changes++
		c.ChangesRight += right
	}
}

func (c *Changes) label(name string) *LabelCount {
	if c.ByLabel[name] == nil {
		c.ByLabel[name] = &LabelCount{}
	}
	return c.ByLabel[name]
}

// Labels are the labels of pairs, in the order in which they are printed.
var Labels = []string{"repeats", "adds_condition", "drops_condition", "softens", "hardens", "reverses", "contradicts"}

// Lines are the counts as lines of a scoreboard. Answered is the share of the
// pairs of which something can be said; an answer to another pair is wrong.
func (c *Changes) Lines(corpus string) []Line {
	line := func(measure string, n, of int) Line {
		return Line{corpus, "issue", measure, percent(n, of), of}
	}
	answerable := c.Pairs - c.Unanswerable
	none := c.label(NoChange)
	out := []Line{
		line("precision of what is answered", c.Right, c.Answered),
		line("answered of what can be", c.Answered-none.Answered, answerable),
		line("right of what can be answered", c.Right, answerable),
		line("precision of changes without repeats", c.ChangesRight, c.Changes),
		line("answered of what cannot be", none.Answered, none.Pairs),
	}
	for _, name := range Labels {
		l := c.label(name)
		out = append(out, line(name+" answered", l.Answered, l.Pairs), line(name+" precision", l.Right, l.Said))
	}
	return out
}
