package main

import (
	"fmt"
	"os"
	"runtime"

	"golang.org/x/sync/errgroup"

	"onrecord"
	"onrecord/article"
	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/reader"
)

// annotated scores what both readers find, and of the accurate one what its
// scores are worth, and speakers and times where the annotation has them.
func (s *scorer) annotated(name, dir string) ([]eval.Line, error) {
	gold, err := annotatedIn(dir)
	if err != nil {
		return nil, err
	}
	read, err := readAll(s.reader, gold)
	if err != nil {
		return nil, err
	}
	statements := statementsOf(read)
	lines := eval.Score(gold, statements).Lines(name)
	lines = append(lines, surerHalf(name, "quote", gold, statements)...)
	lines = append(lines, eval.Calibrate(gold, statements).Lines(name, "quote")...)
	if n := eval.Names(gold, read); n.Attributions+n.AttributedSaid > 0 {
		lines = append(lines, n.Lines(name)...)
	}
	if read, err = readAll(s.fast, gold); err != nil {
		return nil, err
	}
	statements = statementsOf(read)
	lines = append(lines, eval.Score(gold, statements).Chosen(name, fastStage)...)
	return append(lines, surerHalf(name, fastStage, gold, statements)...), nil
}

// annotatedIn reads the articles of a corpus; the error of one that is not
// there is fs.ErrNotExist.
func annotatedIn(dir string) ([]corpus.Article, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	return corpus.ReadPolNeAR(dir)
}

func surerHalf(name, stage string, gold []corpus.Article, statements map[string][]onrecord.Statement) []eval.Line {
	r := eval.SurerHalf(gold, statements)
	return []eval.Line{
		{Corpus: name, Stage: stage, Measure: "surer half whole relaxed P", Value: r.LinkedRelaxed.P, Of: r.Attributions},
		{Corpus: name, Stage: stage, Measure: "surer half whole relaxed R", Value: r.LinkedRelaxed.R, Of: r.Attributions},
	}
}

// readAll reads each article once, as raw text, and returns the readings by
// name.
func readAll(rd *reader.Reader, gold []corpus.Article) (map[string]*onrecord.Reading, error) {
	articles := corpus.First(gold)
	readings := make([]*onrecord.Reading, len(articles))
	var g errgroup.Group
	g.SetLimit(runtime.NumCPU())
	for i, a := range articles {
		g.Go(func() (err error) {
			readings[i], err = rd.Read(article.Page{Article: a.Name + ".txt", Bytes: []byte(a.Text), Raw: true, Outlet: a.Outlet, Published: a.Published})
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	out := map[string]*onrecord.Reading{}
	for i, a := range articles {
		if readings[i].Doc.Text != a.Text {
			return nil, fmt.Errorf("reading %s changed its text", a.Name)
		}
		out[a.Name] = readings[i]
	}
	return out, nil
}

func statementsOf(read map[string]*onrecord.Reading) map[string][]onrecord.Statement {
	out := map[string][]onrecord.Statement{}
	for name, r := range read {
		out[name] = r.Statements
	}
	return out
}
