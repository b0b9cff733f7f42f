package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"onrecord/encoder"
	"onrecord/quote"
)

func trainBlend() *cobra.Command {
	var polnear, out, cache string
	o := quote.DefaultOptions()
	c := &cobra.Command{
		Use:   "blend",
		Short: "How the encoder and the linear models are joined",
		Long: `Fits the scores of the accurate reader: trains the finder of statements without
every twelfth article of PolNeAR's train part, which the encoder did not see
either, reads those with both, and learns from what they got right.`,
		Example: "  go run ./cmd/lab train blend --polnear ../shared/polnear --out models/blend.model",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			start := time.Now()
			o.Progress = func(format string, a ...any) {
				fmt.Fprintf(c.ErrOrStderr(), "%6.1f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, a...))
			}
			readings, err := heldOutTags(polnear, cache, 4, o.Progress)
			if err != nil {
				return err
			}
			examples, err := quoteExamples(polnear, "train", readings)
			if err != nil {
				return err
			}
			enc, err := encoder.Load()
			if err != nil {
				return err
			}
			blend, err := quote.TrainBlend(examples, enc, o)
			if err != nil {
				return err
			}
			f, err := os.Create(out)
			if err != nil {
				return err
			}
			defer f.Close()
			if err := blend.Write(f, "lab train blend"); err != nil {
				return err
			}
			return f.Close()
		},
	}
	polnearFlag(c, &polnear)
	c.Flags().StringVar(&out, "out", "models/blend.model", "model file to write")
	c.Flags().StringVar(&cache, "tags", "", "file that keeps the held-out tags between runs")
	return c
}
