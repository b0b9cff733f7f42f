package main

import (
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/corpus"
	"onrecord/token"
)

func measureTokens() *cobra.Command {
	var polnear, split string
	var differences int
	c := &cobra.Command{
		Use:   "tokens",
		Short: "Compare own tokens and sentences with the corpus's",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			readings, err := readSilver(polnear, split)
			if err != nil {
				return err
			}
			reportTokens(c.OutOrStdout(), readings, differences)
			return nil
		},
	}
	polnearFlag(c, &polnear)
	c.Flags().StringVar(&split, "split", "dev", "train or dev")
	c.Flags().IntVar(&differences, "differences", 0, "print the most frequent differences")
	return c
}

// A tally counts agreement of two sets of spans.
type tally struct{ both, own, other int }

func (t tally) String() string {
	p, r := float64(t.both)/float64(t.own), float64(t.both)/float64(t.other)
	return fmt.Sprintf("P %.2f R %.2f F1 %.2f (%d own, %d theirs)", 100*p, 100*r, 200*p*r/(p+r), t.own, t.other)
}

func (t *tally) add(own, other []onrecord.Span, missed func(onrecord.Span, bool)) {
	t.own += len(own)
	t.other += len(other)
	for i, j := 0, 0; i < len(own) || j < len(other); {
		switch {
		case i < len(own) && j < len(other) && own[i] == other[j]:
			t.both++
			i++
			j++
		case j == len(other) || i < len(own) && own[i].End <= other[j].End:
			missed(own[i], true)
			i++
		default:
			missed(other[j], false)
			j++
		}
	}
}

func reportTokens(w io.Writer, readings []silverReading, differences int) {
	var tokens, sentences tally
	counts := map[string]int{}
	size := 0
	for _, r := range readings {
		text := r.Doc.Text
		size += len(text)
		note := func(kind string) func(onrecord.Span, bool) {
			return func(s onrecord.Span, own bool) {
				if differences > 0 {
					counts[fmt.Sprintf("%s %-6s %q", kind, map[bool]string{true: "own", false: "theirs"}[own], s.In(text))]++
				}
			}
		}
		own, ends := spans(r.Reading)
		theirs, theirEnds := silverSpans(r.silver)
		tokens.add(own, theirs, note("token"))
		sentences.add(ends, theirEnds, note("end"))
	}
	start := time.Now()
	for _, r := range readings {
		token.Split(&onrecord.Reading{Doc: r.Doc})
	}
	fmt.Fprintf(w, "tokens        %v\nsentence ends %v\nspeed         %.1f MB/s\n", tokens, sentences,
		float64(size)/1e6/time.Since(start).Seconds())
	printCounts(w, counts, differences)
}

func spans(r *onrecord.Reading) (tokens, ends []onrecord.Span) {
	for _, t := range r.Tokens {
		tokens = append(tokens, t.Span)
	}
	for _, s := range r.Sentences {
		end := r.Tokens[s.End-1].End
		ends = append(ends, onrecord.Span{Start: max(0, end-12), End: end})
	}
	return tokens, ends
}

// silverSpans are the corpus's tokens, and the last bytes of its sentences.
func silverSpans(s *corpus.Silver) (tokens, ends []onrecord.Span) {
	for _, rows := range s.Sentences {
		for _, row := range rows {
			tokens = append(tokens, row.Span)
		}
		end := rows[len(rows)-1].End
		ends = append(ends, onrecord.Span{Start: max(0, end-12), End: end})
	}
	return tokens, ends
}

func printCounts(w io.Writer, counts map[string]int, most int) {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if counts[keys[i]] != counts[keys[j]] {
			return counts[keys[i]] > counts[keys[j]]
		}
		return keys[i] < keys[j]
	})
	for _, k := range keys[:min(most, len(keys))] {
		fmt.Fprintf(w, "%5d %s\n", counts[k], k)
	}
}
