package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/date"
	"onrecord/eval"
	"onrecord/relation"
)

const endFolder = "eval/testdata/ends"

func measureEnds() *cobra.Command {
	var s scorer
	var misses, held, articles bool
	c := &cobra.Command{
		Use:   "ends",
		Short: "Judge which statements of other articles are taken for the ends of relations",
		Long: `Ends asks for each case of ` + endFolder + ` which of its statements the article
means, and says how often the answer is right, wrong, or not given. With
--misses it prints what is not right in the development half; of the held half
nothing is ever printed but the figures. With --articles it fills the
placeholders of PolNeAR's train articles and prints what is filled, to be read.`,
		Example: "  lab measure ends --misses\n  lab measure ends --articles",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if articles {
				return s.endsInArticles(c.OutOrStdout())
			}
			halves := []string{eval.Dev}
			if held {
				halves = append(halves, eval.Held)
			}
			for _, half := range halves {
				cases, err := readEnds(half)
				if err != nil {
					return err
				}
				printLines(c.OutOrStdout(), half, eval.ScoreEnds(cases, meant).Lines("ends-"+half))
				if misses && half == eval.Dev {
					printEnds(c.OutOrStdout(), cases)
				}
			}
			return nil
		},
	}
	polnearFlag(c, &s.polnear)
	c.Flags().BoolVar(&articles, "articles", false, "fill the placeholders of PolNeAR's train articles")
	c.Flags().BoolVar(&misses, "misses", false, "print what is not right in the development half")
	c.Flags().BoolVar(&held, "held", false, "score the held half too")
	return c
}

// endLines are the lines of both halves for the scoreboard.
func endLines() ([]eval.Line, error) {
	var out []eval.Line
	for _, half := range []string{eval.Dev, eval.Held} {
		cases, err := readEnds(half)
		if err != nil {
			return nil, err
		}
		out = append(out, eval.ScoreEnds(cases, meant).Lines("ends-"+half)...)
	}
	return out, nil
}

// readEnds reads the cases of a half, of all files whose names end with it.
func readEnds(half string) ([]eval.EndCase, error) {
	paths, err := filepath.Glob(filepath.Join(endFolder, "*"+half+".txt"))
	if err != nil {
		return nil, err
	}
	var cases []eval.EndCase
	for _, path := range paths {
		more, err := readEndFile(path)
		if err != nil {
			return nil, err
		}
		cases = append(cases, more...)
	}
	return cases, nil
}

// readEndFile reads the cases of a file and bounds their times.
func readEndFile(path string) ([]eval.EndCase, error) {
	cases, err := eval.ReadEnds(path)
	if err != nil {
		return nil, err
	}
	for i := range cases {
		c := &cases[i]
		times := []*onrecord.Claimed{&c.Said, &c.Published}
		for j := range c.Reports {
			times = append(times, &c.Reports[j].Said, &c.Reports[j].Published)
		}
		for _, t := range times {
			if err := bound(t); err != nil {
				return nil, fmt.Errorf("%s: case %s: %w", path, c.Name, err)
			}
		}
	}
	return cases, nil
}

// bound fills in the bounds of a time of which only the EDTF is given.
func bound(c *onrecord.Claimed) error {
	if c.EDTF == "" {
		return nil
	}
	e, err := date.Parse(string(c.EDTF))
	if err != nil {
		return err
	}
	var last onrecord.Day
	c.From, last = e.Bounds()
	if day, err := time.Parse(time.DateOnly, string(last)); err == nil {
		c.Until = onrecord.Day(day.AddDate(0, 0, 1).Format(time.DateOnly))
	}
	return nil
}

// meant asks for the statement that a case means.
func meant(c *eval.EndCase) (index int, ok bool) {
	index, _, _, ok = relation.Meant(wanted(c), c.Reports)
	return index, ok
}

func wanted(c *eval.EndCase) *relation.Wanted {
	return &relation.Wanted{Kind: c.Kind, Key: c.Key, Noun: c.Noun, About: c.About, Said: c.Said, By: c.Published, Published: c.Published, Context: c.Sentence}
}

func printEnds(out io.Writer, cases []eval.EndCase) {
	for i := range cases {
		c := &cases[i]
		index, score, why, ok := relation.Meant(wanted(c), c.Reports)
		grade := c.Judge(index, ok)
		if grade == eval.Right {
			continue
		}
		have, want := "none", "none"
		if ok {
			have = fmt.Sprintf("%q %.2f (%s)", c.Reports[index].Content, score, strings.Join(why, "; "))
		}
		if len(c.Answers) > 0 {
			want = fmt.Sprintf("%q", c.Reports[c.Answers[0]].Content)
		}
		fmt.Fprintf(out, "%s %s: %s of %s, %s, about %q: have %s, want %s\n", c.Name, grade, c.Noun, c.Key, c.Said.EDTF, c.About, have, want)
	}
}
