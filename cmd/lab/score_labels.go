package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"onrecord"
	"onrecord/corpus"
	"onrecord/eval"
)

const labelFolder = "eval/testdata"

// againFolder holds the labels that were made a second time.
const againFolder = "eval/testdata/again"

// labelled scores hand-made answers about articles of PolNeAR's train part, the
// half that no rule was tuned on. The statements are those that the reader
// finds; its models have seen these articles, but not who speaks, nor when, nor
// how.
func (s *scorer) labelled() ([]eval.Line, error) {
	articles, err := s.train()
	if err != nil {
		return nil, err
	}
	var out []eval.Line
	for _, q := range eval.Questions {
		labels, err := eval.ReadLabels(filepath.Join(labelFolder, q.Name+".tsv"))
		if err != nil {
			return nil, err
		}
		wanted := map[string]bool{}
		for _, l := range eval.Half(eval.Held, labels) {
			wanted[l.Article] = true
		}
		read, err := s.readThese(articles, wanted)
		if err != nil {
			return nil, err
		}
		out = append(out, q.Lines(q.Name+"-held", eval.Half(eval.Held, labels), read)...)
		again, err := eval.ReadLabels(filepath.Join(againFolder, q.Name+".tsv"))
		if err != nil {
			return nil, err
		}
		out = append(out, q.AgainLines(q.Name+"-twice", labels, again)...)
	}
	return out, nil
}

// related scores stated relations against the held half of the articles that
// were labelled whole.
func (s *scorer) related() ([]eval.Line, error) {
	labels, err := eval.ReadRelations(filepath.Join(labelFolder, "relations.tsv"))
	if err != nil {
		return nil, err
	}
	again, err := eval.ReadRelations(filepath.Join(againFolder, "relations.tsv"))
	if err != nil {
		return nil, err
	}
	articles, err := s.train()
	if err != nil {
		return nil, err
	}
	held := eval.HalfOfRelations(eval.Held, labels)
	wanted := map[string]bool{}
	for _, l := range held {
		wanted[l.Article] = true
	}
	read, err := s.readThese(articles, wanted)
	if err != nil {
		return nil, err
	}
	return append(eval.Relations(held, read).Lines("relations-held"), eval.RelationsAgain("relations-twice", labels, again)...), nil
}

// readThese reads the articles that are wanted, each once.
func (s *scorer) readThese(articles []corpus.Article, wanted map[string]bool) (map[string]*onrecord.Reading, error) {
	return readAll(s.reader, slices.DeleteFunc(slices.Clone(articles), func(a corpus.Article) bool { return !wanted[a.Name] }))
}

// chains scores CoreNLP's coreference as the resolver of speakers, on the same
// labels as ours, and with the corpus's own spans.
func (s *scorer) chains() ([]eval.Line, error) {
	labels, err := eval.ReadLabels(filepath.Join(labelFolder, eval.Sources.Name+".tsv"))
	if err != nil {
		return nil, err
	}
	labels = eval.Half(eval.Held, labels)
	articles, err := s.train()
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, l := range labels {
		texts[l.Article] = ""
	}
	for _, a := range articles {
		if _, ok := texts[a.Name]; ok {
			texts[a.Name] = a.Text
		}
	}
	read, err := corpus.ReadCoNLL(filepath.Join(s.polnear, "train.conll.gz"), texts)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	silver := map[string]*corpus.Silver{}
	for i := range read {
		silver[read[i].Name] = &read[i]
	}
	return eval.SilverSpeakers(labels, silver, texts).Lines("sources-held", "corenlp-coref"), err
}
