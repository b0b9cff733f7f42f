package main

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"onrecord"
	"onrecord/corpus"
	"onrecord/quote"
	"onrecord/tag"
)

func trainQuote() *cobra.Command {
	var polnear, out, cache string
	var folds int
	o := quote.DefaultOptions()
	c := &cobra.Command{
		Use:   "quote",
		Short: "Sources, cues and contents, from the corpus's annotation",
		Long: `Trains the finder of statements on PolNeAR's train articles and writes the
model. Tags come from taggers trained on the other parts of the corpus, so that
the model learns from tags as wrong as those it will get; --tags keeps them in a
file between runs.`,
		Example: "  go run ./cmd/lab train quote --polnear ../shared/polnear --out models/quote.model",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			start := time.Now()
			o.Progress = func(format string, a ...any) {
				fmt.Fprintf(c.ErrOrStderr(), "%6.1f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, a...))
			}
			readings, err := heldOutTags(polnear, cache, folds, o.Progress)
			if err != nil {
				return err
			}
			examples, err := quoteExamples(polnear, "train", readings)
			if err != nil {
				return err
			}
			o.Progress("%d articles", len(examples))
			f, err := os.Create(out)
			if err != nil {
				return err
			}
			defer f.Close()
			if err := quote.Train(examples, o).Write(f, "lab train quote"); err != nil {
				return err
			}
			return f.Close()
		},
	}
	polnearFlag(c, &polnear)
	c.Flags().StringVar(&out, "out", "models/quote.model", "model file to write")
	c.Flags().StringVar(&cache, "tags", "", "file that keeps the held-out tags between runs")
	c.Flags().IntVar(&folds, "tag-folds", 4, "parts of the corpus that are tagged by a model trained on the others")
	c.Flags().IntVar(&o.Epochs, "epochs", o.Epochs, "passes of the paragraph model")
	c.Flags().IntVar(&o.CascadeEpochs, "cascade-epochs", o.CascadeEpochs, "passes of the cascade")
	return c
}

// heldOutTags tags every train article with a model that did not see it.
func heldOutTags(polnear, cache string, folds int, log func(string, ...any)) ([]*onrecord.Reading, error) {
	if f, err := os.Open(cache); err == nil {
		defer f.Close()
		var readings []*onrecord.Reading
		if err := gob.NewDecoder(f).Decode(&readings); err != nil {
			return nil, fmt.Errorf("tags %s: %w; remove the file to make it again", cache, err)
		}
		return readings, nil
	} else if cache != "" && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	train, err := readSilver(polnear, "train")
	if err != nil {
		return nil, err
	}
	out := make([]*onrecord.Reading, len(train))
	var parts errgroup.Group
	parts.SetLimit(2)
	for fold := range folds {
		parts.Go(func() error { return tagPart(train, out, fold, folds, log) })
	}
	if err := parts.Wait(); err != nil {
		return nil, err
	}
	if cache == "" {
		return out, nil
	}
	f, err := os.Create(cache)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return out, gob.NewEncoder(f).Encode(out)
}

// tagPart tags every folds-th article from fold on with a model of the others.
func tagPart(train []silverReading, out []*onrecord.Reading, fold, folds int, log func(string, ...any)) error {
	var learn []silverReading
	for i, s := range train {
		if i%folds != fold {
			learn = append(learn, s)
		}
	}
	tagger, err := tag.Train(gold(learn), tag.Options{})
	if err != nil {
		return err
	}
	for i := fold; i < len(train); i += folds {
		out[i] = train[i].Reading
		tagger.Tag(out[i])
	}
	log("tagged part %d of %d", fold+1, folds)
	return nil
}

// quoteExamples joins readings with what the first annotator of each article
// marked.
func quoteExamples(polnear, split string, readings []*onrecord.Reading) ([]quote.Example, error) {
	articles, err := corpus.ReadPolNeAR(filepath.Join(polnear, split))
	if err != nil {
		return nil, err
	}
	byName := map[string][]quote.Gold{}
	for _, a := range corpus.First(articles) {
		for _, x := range a.Attributions {
			byName[a.Name] = append(byName[a.Name], quote.Gold{Source: x.Source, Cue: x.Cue, Content: x.Content})
		}
	}
	out := make([]quote.Example, len(readings))
	for i, r := range readings {
		out[i] = quote.Example{Reading: r, Gold: byName[r.Doc.Article]}
	}
	return out, nil
}
