package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/reader"
	"onrecord/relation"
)

func trainSame() *cobra.Command {
	var s scorer
	var out string
	c := &cobra.Command{
		Use:   "same",
		Short: "Which statements report one utterance",
		Long: `Learns from the development half of ` + storyFolder + ` which statements report
one utterance, and from PolNeAR's train part how rare words are. Content and
speaker are the labels', the rest is as the accurate reader reads it; of the
pairs of its inside.tsv all is as it is read.`,
		Example: "  go run ./cmd/lab train same --out models/same.model",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if s.reader, err = reader.New(reader.Accurate); err != nil {
				return err
			}
			s.errs = c.ErrOrStderr()
			var model bytes.Buffer
			if err := s.trainSame(&model, c.OutOrStdout()); err != nil {
				return err
			}
			return os.WriteFile(out, model.Bytes(), 0o666)
		},
	}
	polnearFlag(c, &s.polnear)
	c.Flags().StringVar(&out, "out", "models/same.model", "model file to write")
	return c
}

func (s *scorer) trainSame(model, out io.Writer) error {
	articles, err := s.train()
	if err != nil {
		return err
	}
	var texts []string
	seen := map[string]bool{}
	for _, a := range articles {
		if !seen[a.Name] {
			seen[a.Name] = true
			texts = append(texts, strings.Split(a.Text, "\n")...)
		}
	}
	sets, err := s.sameSets(eval.Dev)
	if err != nil {
		return err
	}
	var pairs []relation.SamePair
	for i := range sets {
		pairs = append(pairs, sets[i].pairs()...)
	}
	inside, err := s.insidePairs(articles)
	if err != nil {
		return err
	}
	pairs = append(pairs, inside...)
	fmt.Fprintf(out, "%d texts, %d pairs\n", len(texts), len(pairs))
	return relation.TrainSame(model, texts, pairs, "lab train same")
}

// insidePairs are the labelled pairs of one article whose statements are read.
func (s *scorer) insidePairs(articles []corpus.Article) ([]relation.SamePair, error) {
	labels, err := eval.ReadInside(filepath.Join(storyFolder, "inside.tsv"), articles)
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, l := range labels {
		wanted[l.Article] = true
	}
	read, err := s.readThese(articles, wanted)
	if err != nil {
		return nil, err
	}
	reports := map[string][]onrecord.Report{}
	var out []relation.SamePair
	for _, l := range labels {
		r := read[l.Article]
		if reports[l.Article] == nil {
			reports[l.Article] = recordReports(r)
		}
		a, b := nearest(r, []onrecord.Span{l.A}), nearest(r, []onrecord.Span{l.B})
		if a >= 0 && b >= 0 && a != b {
			of := reports[l.Article]
			out = append(out, relation.SamePair{A: &of[a], B: &of[b], Same: l.Same})
		}
	}
	return out, nil
}

// pairs are all pairs of items of one speaker.
func (set *sameSet) pairs() []relation.SamePair {
	reports, item := set.reports("given")
	var out []relation.SamePair
	for i := range reports {
		for j := range i {
			if reports[i].Key == reports[j].Key {
				a, b := &set.items[item[i][0]], &set.items[item[j][0]]
				out = append(out, relation.SamePair{A: &reports[i], B: &reports[j], Same: a.Cluster == b.Cluster})
			}
		}
	}
	return out
}
