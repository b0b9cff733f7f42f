package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/date"
	"onrecord/eval"
	"onrecord/issue"
	"onrecord/issue/issuetest"
	"onrecord/store"
)

const (
	changesFolder = "eval/testdata/changes"
	issuesFolder  = "eval/testdata/issues"
)

func measureChanges() *cobra.Command {
	var misses, held bool
	c := &cobra.Command{
		Use:   "changes",
		Short: "Judge positions and their changes against pairs of statements",
		Long: `Changes holds what package issue says of the pairs in eval/testdata/changes
against their labels. With --misses it prints what is not right in the
development half; of the held half (--held) nothing is ever printed but the
figures.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			half := eval.Dev
			if held {
				half = eval.Held
			}
			return printChanges(c.OutOrStdout(), half, misses && !held)
		},
	}
	c.Flags().BoolVar(&misses, "misses", false, "print what is not right in the development half")
	c.Flags().BoolVar(&held, "held", false, "count over the held half")
	return c
}

func printChanges(out io.Writer, half string, misses bool) error {
	var miss func(*eval.Pair, string, *issue.Matcher)
	if misses {
		miss = func(p *eval.Pair, answer string, m *issue.Matcher) { printMiss(out, p, answer, m) }
	}
	counts, err := changes(half, miss)
	if err != nil {
		return err
	}
	printLines(out, half, counts.Lines("changes-"+half))
	return nil
}

// changes counts over the pairs of one half; miss, unless nil, is told of the
// answers that are not right.
func changes(half string, miss func(*eval.Pair, string, *issue.Matcher)) (*eval.Changes, error) {
	files, err := filepath.Glob(filepath.Join(changesFolder, "*."+half+".tsv"))
	if err != nil {
		return nil, err
	}
	counts := &eval.Changes{}
	for _, file := range files {
		pairs, err := eval.ReadPairs(file)
		if err != nil {
			return nil, err
		}
		for i := range pairs {
			m, err := issueOf(&pairs[i])
			if err != nil {
				return nil, err
			}
			answer, err := answerPair(m, &pairs[i])
			if err != nil {
				return nil, err
			}
			counts.Add(&pairs[i], answer)
			if answer == "" {
				answer = eval.NoChange
			}
			if miss != nil && answer != pairs[i].Want {
				miss(&pairs[i], answer, m)
			}
		}
	}
	return counts, nil
}

func issueOf(p *eval.Pair) (*issue.Matcher, error) {
	path := filepath.Join(issuesFolder, p.Issue+".issue")
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("pair %s: %w", p.Number, err)
	}
	is, err := issue.Parse(path, string(b))
	if err != nil {
		return nil, err
	}
	return issue.NewMatcher(is), nil
}

// answerPair is the kind of change that is found between the two statements,
// empty for none.
func answerPair(m *issue.Matcher, p *eval.Pair) (string, error) {
	var stands []issue.Stand
	for i := range p.Said {
		r, err := reportOf(p, i)
		if err != nil {
			return "", err
		}
		_, positions := m.Read(r, "")
		for _, pos := range positions {
			stands = append(stands, issue.Stand{Position: pos, Kind: r.Kind, Act: r.Act, Said: r.Said})
		}
	}
	for _, c := range issue.Compare(stands) {
		return string(c.Kind), nil
	}
	return "", nil
}

// reportOf makes a report of a statement of a pair.
func reportOf(p *eval.Pair, i int) (*onrecord.Report, error) {
	s := &p.Said[i]
	kind, name, _ := strings.Cut(s.Speaker, ":")
	r := &onrecord.Report{Statement: onrecord.StatementID(fmt.Sprintf("s%s%s%d", p.Issue, p.Number, i)), Kind: s.Kind, Act: s.Act,
		Key: store.KeyOf(onrecord.EntityKind(kind), name), Content: s.Text, Quoted: issuetest.Quoted(s.Text)}
	if s.By != "" {
		r.Via = []onrecord.Hop{{Kind: onrecord.HopSaid}}
	}
	if s.Said != "" {
		e, err := date.Parse(string(s.Said))
		if err != nil {
			return nil, fmt.Errorf("pair %s: %w", p.Number, err)
		}
		r.Said = claimed(e)
	}
	return r, nil
}

func claimed(e date.EDTF) onrecord.Claimed {
	c := onrecord.Claimed{EDTF: date.Of(e)}
	first, last := e.Bounds()
	c.From = first
	if t, err := time.Parse(time.DateOnly, string(last)); err == nil {
		c.Until = onrecord.Day(t.AddDate(0, 0, 1).Format(time.DateOnly))
	}
	return c
}

func printMiss(out io.Writer, p *eval.Pair, answer string, m *issue.Matcher) {
	fmt.Fprintf(out, "%s %s: want %s, have %s\n", p.Issue, p.Number, p.Want, answer)
	for i := range p.Said {
		fmt.Fprintf(out, "   %s %s %s: %s\n", p.Said[i].Said, p.Said[i].Kind, p.Said[i].Act, p.Said[i].Text)
		if r, err := reportOf(p, i); err == nil {
			_, positions := m.Read(r, "")
			for _, pos := range positions {
				fmt.Fprintf(out, "      %s %.2f %q %s\n", pos.Pole, pos.Certainty, pos.Conditions, strings.Join(pos.Why, "; "))
			}
		}
	}
	fmt.Fprintf(out, "   note: %s\n", p.Note)
}
