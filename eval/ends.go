package eval

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"onrecord"
)

// An EndCase is a case of a file of ends, whose format stands at its top: an
// article states a relation to something that was said elsewhere, and there are
// statements of other articles that it may mean. Of times only
// the EDTF is set; keys are "person:Ann Lee".
type EndCase struct {
	Name      string // "c01"
	Kind      onrecord.RelationKind
	Key       string // of the owner
	Noun      string
	Said      onrecord.Claimed // as the article tells, may be unknown
	About     string           // likewise
	Published onrecord.Claimed
	Sentence  string // that states the relation
	Reports   []onrecord.Report
	Answers   []int // indexes into Reports; none: it is not there
}

// ReadEnds reads a file of cases.
func ReadEnds(path string) ([]EndCase, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var cases []EndCase
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if line == "" || len(cases) == 0 && strings.HasPrefix(line, "#") {
			continue
		}
		if cases, err = addEnd(cases, line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
	}
	return cases, nil
}

// addEnd reads one line of a file of ends.
func addEnd(cases []EndCase, line string) ([]EndCase, error) {
	mark, rest, _ := strings.Cut(line, " ")
	if mark == "==" {
		c, err := headOfEnd(rest)
		return append(cases, c), err
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("%q stands before the first case", line)
	}
	c := &cases[len(cases)-1]
	switch mark {
	case ">>":
		return cases, c.wanted(rest)
	case "--":
		return cases, c.candidate(rest)
	}
	c.Sentence = strings.TrimSpace(c.Sentence + " " + line)
	return cases, nil
}

func headOfEnd(rest string) (EndCase, error) {
	name, answer, ok := strings.Cut(strings.TrimPrefix(rest, "case "), "| answer:")
	c := EndCase{Name: strings.TrimSpace(name)}
	if !ok {
		return c, fmt.Errorf("case %s: no answer", c.Name)
	}
	if strings.TrimSpace(answer) == "none" {
		return c, nil
	}
	for _, a := range strings.Split(answer, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(a))
		if err != nil {
			return c, fmt.Errorf("case %s: answer %q", c.Name, answer)
		}
		c.Answers = append(c.Answers, n-1)
	}
	return c, nil
}

func (c *EndCase) wanted(rest string) error {
	f := cells(rest, 7)
	if f == nil {
		return fmt.Errorf("case %s: want 7 columns after >>", c.Name)
	}
	c.Published.EDTF, c.Kind, c.Key = onrecord.EDTF(f[0]), onrecord.RelationKind(f[2]), f[3]
	c.Noun, c.Said.EDTF, c.About = f[4], onrecord.EDTF(f[5]), f[6]
	return nil
}

func (c *EndCase) candidate(rest string) error {
	f := cells(rest, 6)
	if f == nil {
		return fmt.Errorf("case %s: want 6 columns after --", c.Name)
	}
	kind, posted, _ := strings.Cut(f[4], "/")
	r := onrecord.Report{
		Statement: onrecord.StatementID(fmt.Sprintf("%s-%02s", c.Name, f[0])), Doc: onrecord.DocumentID(f[0]), Key: f[1],
		Said: onrecord.Claimed{EDTF: onrecord.EDTF(f[2])}, Published: onrecord.Claimed{EDTF: onrecord.EDTF(f[3])},
		Kind: onrecord.Kind(kind), Act: onrecord.Asserted, Content: f[5],
	}
	if posted == "posted" {
		r.Via = []onrecord.Hop{{Kind: onrecord.HopPosted}}
	}
	if kind == string(onrecord.Direct) {
		r.Quoted = []onrecord.Span{{Start: 0, End: len(r.Content)}}
	} else if a, b := strings.Index(f[5], `"`), strings.LastIndex(f[5], `"`); a < b {
		r.Quoted = []onrecord.Span{{Start: a + 1, End: b}}
	}
	c.Reports = append(c.Reports, r)
	return nil
}

// cells are n trimmed columns with "|" between them; nil for another number.
func cells(line string, n int) []string {
	f := strings.SplitN(line, "|", n)
	if len(f) != n {
		return nil
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	return f
}

// Judge says what an answer is worth: Open where none is given and there is
// one.
func (c *EndCase) Judge(index int, ok bool) Grade {
	switch {
	case ok && slices.Contains(c.Answers, index), !ok && len(c.Answers) == 0:
		return Right
	case ok:
		return Wrong
	}
	return Open
}

// An EndScore counts answers to cases.
type EndScore struct {
	Cases, Answerable int
	Right             int // of those that are answerable
	Wrong             int // of all
}

// ScoreEnds asks for the answer to each case.
func ScoreEnds(cases []EndCase, answer func(*EndCase) (index int, ok bool)) EndScore {
	s := EndScore{Cases: len(cases)}
	for i := range cases {
		c := &cases[i]
		if len(c.Answers) > 0 {
			s.Answerable++
		}
		index, ok := answer(c)
		switch g := c.Judge(index, ok); {
		case g == Wrong:
			s.Wrong++
		case g == Right && ok:
			s.Right++
		}
	}
	return s
}

// Lines are the counts as lines of a scoreboard.
func (s EndScore) Lines(corpus string) []Line {
	return []Line{
		{corpus, "relation", "end right of those in the record", percent(s.Right, s.Answerable), s.Answerable},
		{corpus, "relation", "end wrong of all", percent(s.Wrong, s.Cases), s.Cases},
		{corpus, "relation", "end right of those given", percent(s.Right, s.Right+s.Wrong), s.Right + s.Wrong},
	}
}
