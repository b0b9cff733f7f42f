package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/corpus"
	"onrecord/token"
)

// A silverReading is an article tokenized by the project beside its machine
// annotation.
type silverReading struct {
	*onrecord.Reading
	silver *corpus.Silver
}

// readSilver reads the split "train" or "dev", each article once, tokenized
// and with nothing else filled.
func readSilver(polnear, split string) ([]silverReading, error) {
	articles, err := corpus.ReadPolNeAR(filepath.Join(polnear, split))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, a := range articles {
		texts[a.Name] = a.Text
	}
	silver, err := corpus.ReadCoNLL(filepath.Join(polnear, split+".conll.gz"), texts)
	if err != nil {
		return nil, err
	}
	out := make([]silverReading, len(silver))
	for i := range silver {
		r := &onrecord.Reading{Doc: corpus.Plain(silver[i].Name, texts[silver[i].Name])}
		token.Split(r)
		out[i] = silverReading{r, &silver[i]}
	}
	return out, nil
}

// gold returns the readings with the machine annotation laid over their tokens.
func gold(readings []silverReading) []*onrecord.Reading {
	out := make([]*onrecord.Reading, len(readings))
	for i, s := range readings {
		r := *s.Reading
		r.Tokens = append([]onrecord.Token(nil), s.Tokens...)
		corpus.Align(&r, s.silver)
		out[i] = &r
	}
	return out
}

// polnearFlag adds the flag that says where the corpus is.
func polnearFlag(c *cobra.Command, dir *string) {
	c.Flags().StringVar(dir, "polnear", "../shared/polnear", "folder of PolNeAR: train/, dev/, *.conll.gz")
}
