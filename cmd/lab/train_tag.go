package main

import (
	"bytes"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"onrecord/tag"
)

func trainTag() *cobra.Command {
	var polnear, out string
	var o tag.Options
	c := &cobra.Command{
		Use:   "tag",
		Short: "Parts of speech, lemmas, names and dependencies, from the corpus's machine annotation",
		Long: `Trains the tagger and parser on the machine annotation of PolNeAR's train
articles, writes the model and prints how it agrees with the dev articles.`,
		Example: "  go run ./cmd/lab train tag -polnear ../shared/polnear -out models/tag.model",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			start := time.Now()
			o.Command = "lab train tag"
			o.Log = func(format string, a ...any) {
				fmt.Fprintf(c.ErrOrStderr(), "%6.1f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, a...))
			}
			train, err := readSilver(polnear, "train")
			if err != nil {
				return err
			}
			o.Log("%d articles read", len(train))
			t, err := tag.Train(gold(train), o)
			if err != nil {
				return err
			}
			var model bytes.Buffer
			if err := t.Write(&model); err != nil {
				return err
			}
			if err := os.WriteFile(out, model.Bytes(), 0o644); err != nil {
				return err
			}
			o.Log("%s: %.2f MB", out, float64(model.Len())/1e6)
			dev, err := readSilver(polnear, "dev")
			if err != nil {
				return err
			}
			reportTags(c.OutOrStdout(), t, dev, false)
			return nil
		},
	}
	polnearFlag(c, &polnear)
	c.Flags().StringVar(&out, "out", "models/tag.model", "model file to write")
	c.Flags().IntVar(&o.TagEpochs, "tag-epochs", 0, "passes for parts of speech and names (0: as built in)")
	c.Flags().IntVar(&o.SelectEpochs, "select-epochs", 0, "passes that choose the features to keep (0: as built in)")
	c.Flags().IntVar(&o.ParseEpochs, "parse-epochs", 0, "passes for the parser (0: as built in)")
	return c
}
