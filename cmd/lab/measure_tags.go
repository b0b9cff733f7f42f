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
	var relations bool
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
			reportTags(c.OutOrStdout(), t, readings, relations)
			return nil
		},
	}
	polnearFlag(c, &polnear)
	c.Flags().StringVar(&split, "split", "dev", "train or dev")
	c.Flags().BoolVar(&relations, "relations", false, "print UAS and LAS of each relation")
	c.Flags().StringVar(&model, "model", "", "model file; empty for the one built in")
	return c
}

// An agreement counts how own tags agree with the corpus's, over tokens whose
// annotation is known; heads and relations without punctuation.
type agreement struct {
	tokens, tags, lemmas        int
	names, ownNames, theirNames int  // tokens in a name of the same kind
	arcs, alike                 arcs // all; those of sentences that both divide alike
	relations                   map[string]arcs
}

// arcs counts arcs: all, with the right head, with the right relation too.
type arcs struct{ all, heads, labelled int }

func (a arcs) add(own, gold *onrecord.Token) arcs {
	head := own.Head == gold.Head
	return arcs{a.all + 1, a.heads + one(head), a.labelled + one(head && own.Rel == gold.Rel)}
}

func (a *agreement) add(own silverReading, gold *onrecord.Reading) {
	theirs := map[onrecord.Span]int{} // sentence → tokens
	for _, s := range own.silver.Sentences {
		theirs[onrecord.Span{Start: s[0].Start, End: s[len(s)-1].End}] = len(s)
	}
	for _, sent := range own.Sentences {
		span := onrecord.Span{Start: own.Tokens[sent.First].Start, End: own.Tokens[sent.End-1].End}
		alike := theirs[span] == sent.End-sent.First
		for i := sent.First; i < sent.End; i++ {
			a.addToken(&own.Tokens[i], &gold.Tokens[i], alike)
		}
	}
}

func (a *agreement) addToken(own, gold *onrecord.Token, alike bool) {
	if gold.Tag == "" {
		return
	}
	a.tokens++
	a.tags += one(own.Tag == gold.Tag)
	a.lemmas += one(own.Lemma == strings.ToLower(gold.Lemma))
	a.names += one(own.Name == gold.Name && gold.Name != "O")
	a.ownNames += one(own.Name != "O")
	a.theirNames += one(gold.Name != "O")
	if gold.Rel == "" || gold.Rel == "punct" {
		return
	}
	a.arcs = a.arcs.add(own, gold)
	if alike {
		a.alike = a.alike.add(own, gold)
	}
	if a.relations == nil {
		a.relations = map[string]arcs{}
	}
	a.relations[gold.Rel] = a.relations[gold.Rel].add(own, gold)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func (a arcs) String() string {
	return fmt.Sprintf("%.2f / %.2f of %d", share(a.heads, a.all), share(a.labelled, a.all), a.all)
}

func (a *agreement) print(w io.Writer) {
	fmt.Fprintf(w, "tokens compared    %d\n", a.tokens)
	fmt.Fprintf(w, "part of speech     %.2f %%\n", share(a.tags, a.tokens))
	fmt.Fprintf(w, "lemma              %.2f %%\n", share(a.lemmas, a.tokens))
	fmt.Fprintf(w, "names, tokens      P %.2f R %.2f\n", share(a.names, a.ownNames), share(a.names, a.theirNames))
	fmt.Fprintf(w, "UAS / LAS          %v\n", a.arcs)
	fmt.Fprintf(w, "  divided alike    %v\n", a.alike)
}

// printRelations prints a line for each relation of the corpus.
func (a *agreement) printRelations(w io.Writer) {
	for _, rel := range slices.Sorted(maps.Keys(a.relations)) {
		fmt.Fprintf(w, "  %-16s %v\n", rel, a.relations[rel])
	}
}

// reportTags tags the readings and prints agreement and speed.
func reportTags(w io.Writer, t *tag.Tagger, readings []silverReading, relations bool) {
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
		a.add(r, want[i])
		tokens += len(r.Tokens)
	}
	a.print(w)
	if relations {
		a.printRelations(w)
	}
	fmt.Fprintf(w, "speed              %.0f tokens/s on one core, best of five\n", float64(tokens)/best.Seconds())
}
