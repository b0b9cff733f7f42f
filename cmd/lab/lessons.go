package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/encoder"
	"onrecord/quote"
	"onrecord/tag"
)

// lessonsCommand writes what train/ learns the encoder from.
func lessonsCommand() *cobra.Command {
	var polnear, out, cache, vocabulary, split string
	c := &cobra.Command{
		Use:   "lessons",
		Short: "Write the articles of a corpus as the encoder's trainer reads them",
		Long: `Tokenizes and tags the articles of a split, cuts the tokens into word pieces of
a vocabulary and writes one line of JSON an article, with the annotation as
labels. Articles of train are tagged by taggers that did not see them.`,
		Example: "  go run ./cmd/lab lessons --split train --vocabulary vocab.txt --out train.jsonl",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			pieces, err := os.ReadFile(vocabulary)
			if err != nil {
				return err
			}
			vocab, ok := encoder.NewVocabulary(strings.Split(strings.TrimSuffix(string(pieces), "\n"), "\n"))
			if !ok {
				return fmt.Errorf("vocabulary %s: lacks [PAD], [UNK], [CLS] or [SEP]; give the vocab.txt of an uncased BERT", vocabulary)
			}
			examples, err := lessonExamples(c, polnear, split, cache)
			if err != nil {
				return err
			}
			finder, err := quote.Load()
			if err != nil {
				return err
			}
			f, err := os.Create(out)
			if err != nil {
				return err
			}
			defer f.Close()
			w := bufio.NewWriter(f)
			lines := json.NewEncoder(w)
			for _, l := range finder.Lessons(examples, vocab, split == "train") {
				if err := lines.Encode(l); err != nil {
					return err
				}
			}
			if err := w.Flush(); err != nil {
				return err
			}
			return f.Close()
		},
	}
	polnearFlag(c, &polnear)
	c.Flags().StringVar(&split, "split", "train", "train or dev")
	c.Flags().StringVar(&out, "out", "", "file to write")
	c.Flags().StringVar(&cache, "tags", "", "file that keeps the held-out tags between runs")
	c.Flags().StringVar(&vocabulary, "vocabulary", "", "file of word pieces, one a line")
	c.MarkFlagRequired("out")
	c.MarkFlagRequired("vocabulary")
	return c
}

func lessonExamples(c *cobra.Command, polnear, split, cache string) ([]quote.Example, error) {
	start := time.Now()
	var readings []*onrecord.Reading
	if split == "train" {
		var err error
		readings, err = heldOutTags(polnear, cache, 4, func(format string, a ...any) {
			fmt.Fprintf(c.ErrOrStderr(), "%6.1f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, a...))
		})
		if err != nil {
			return nil, err
		}
	} else {
		tagger, err := tag.Load()
		if err != nil {
			return nil, err
		}
		all, err := readSilver(polnear, split)
		if err != nil {
			return nil, err
		}
		for _, s := range all {
			tagger.Tag(s.Reading)
			readings = append(readings, s.Reading)
		}
	}
	return quoteExamples(polnear, split, readings)
}
