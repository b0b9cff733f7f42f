package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/tag"
)

func measureTags() *cobra.Command {
	var polnear, split, model string
	c := &cobra.Command{
		Use:   "tags",
		Short: "Compare tags, lemmas, names and dependencies with the corpus's",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			readings, err := readSilver(polnear, split)
			if err != nil {
				return err
			}
			load := tag.Load
			if model != "" {
				load = func() (*tag.Tagger, error) {
					b, err := os.ReadFile(model)
					if err != nil {
						return nil, err
					}
					return tag.Open(b)
				}
			}
			t, err := load()
			if err != nil {
				return err
			}
			reportTags(c.OutOrStdout(), t, readings)
			return nil
		},
	}
	polnearFlag(c, &polnear)
	c.Flags().StringVar(&split, "split", "dev", "train or dev")
	c.Flags().StringVar(&model, "model", "", "model file; empty for the one built in")
	return c
}

// An agreement counts how own tags agree with the corpus's, over tokens whose
// annotation is known; heads and relations without punctuation.
type agreement struct {
	tokens, tags, lemmas        int
	byRel                       map[string][3]int // arcs, right heads, right heads and relations
	arcs, heads, labelled       int
	names, ownNames, theirNames int // tokens in a name of the same kind
}

func (a *agreement) add(own, gold *onrecord.Reading) {
	for i := range own.Tokens {
		o, g := &own.Tokens[i], &gold.Tokens[i]
		if g.Tag == "" {
			continue
		}
		a.tokens++
		a.tags += one(o.Tag == g.Tag)
		a.lemmas += one(o.Lemma == strings.ToLower(g.Lemma))
		a.names += one(o.Name == g.Name && g.Name != "O")
		a.ownNames += one(o.Name != "O")
		a.theirNames += one(g.Name != "O")
		if g.Rel == "" || g.Rel == "punct" {
			continue
		}
		if a.byRel == nil {
			a.byRel = map[string][3]int{}
		}
		c := a.byRel[g.Rel]
		a.byRel[g.Rel] = [3]int{c[0] + 1, c[1] + one(o.Head == g.Head), c[2] + one(o.Head == g.Head && o.Rel == g.Rel)}
		a.arcs++
		a.heads += one(o.Head == g.Head)
		a.labelled += one(o.Head == g.Head && o.Rel == g.Rel)
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (a *agreement) print(w io.Writer) {
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	fmt.Fprintf(w, "tokens compared    %d\n", a.tokens)
	fmt.Fprintf(w, "part of speech     %.2f %%\n", share(a.tags, a.tokens))
	fmt.Fprintf(w, "lemma              %.2f %%\n", share(a.lemmas, a.tokens))
	fmt.Fprintf(w, "names, tokens      P %.2f R %.2f\n", share(a.names, a.ownNames), share(a.names, a.theirNames))
	for _, rel := range slices.Sorted(maps.Keys(a.byRel)) {
		c := a.byRel[rel]
		fmt.Fprintf(w, "%-12s %6d %6.2f %6.2f  wrong heads %d\n", rel, c[0], share(c[1], c[0]), share(c[2], c[0]), c[0]-c[1])
	}
	fmt.Fprintf(w, "UAS / LAS          %.2f / %.2f\n", share(a.heads, a.arcs), share(a.labelled, a.arcs))
}

// reportTags tags the readings and prints agreement and speed.
func reportTags(w io.Writer, t *tag.Tagger, readings []silverReading) {
	var a agreement
	want := gold(readings)
	best, tokens := time.Duration(1<<62), 0
	for range 5 {
		start := time.Now()
		for _, r := range readings {
			t.Tag(r.Reading)
		}
		best = min(best, time.Since(start))
	}
	for i, r := range readings {
		a.add(r.Reading, want[i])
		tokens += len(r.Tokens)
	}
	a.print(w)
	fmt.Fprintf(w, "speed              %.0f tokens/s on one core, best of five\n", float64(tokens)/best.Seconds())
}
