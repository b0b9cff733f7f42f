package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/reader"
)

func measureLabels() *cobra.Command {
	var s scorer
	var misses bool
	c := &cobra.Command{
		Use:   "labels [" + strings.Join(questionNames(), "|") + "|relations]...",
		Short: "Judge what is read against hand-made labels of both halves",
		Long: `Labels reads the articles of eval/testdata/*.tsv with the fast reader and says
how much of each half is right; lab score writes the held half as the accurate
reader reads it. With --misses it prints what is not right in the development
half; of the held half nothing is ever printed but the figures.`,
		Example:   "  lab measure labels acts chains --misses\n  lab measure labels relations --misses",
		Args:      cobra.OnlyValidArgs,
		ValidArgs: append(questionNames(), "relations"),
		RunE: func(c *cobra.Command, names []string) (err error) {
			if s.reader, err = reader.New(reader.Fast); err != nil {
				return err
			}
			return s.measureLabels(c.OutOrStdout(), names, misses)
		},
	}
	polnearFlag(c, &s.polnear)
	c.Flags().BoolVar(&misses, "misses", false, "print what is not right in the development half")
	return c
}

func questionNames() []string {
	var names []string
	for _, q := range eval.Questions {
		if !slices.Contains(names, q.Name) {
			names = append(names, q.Name)
		}
	}
	return names
}

func (s *scorer) measureLabels(out io.Writer, names []string, misses bool) error {
	articles, err := s.train()
	if err != nil {
		return err
	}
	for _, q := range eval.Questions {
		if len(names) > 0 && !slices.Contains(names, q.Name) {
			continue
		}
		if err := s.measureQuestion(out, q, articles, misses); err != nil {
			return err
		}
	}
	if len(names) == 0 || slices.Contains(names, "relations") {
		return s.measureRelations(out, articles, misses)
	}
	return nil
}

func (s *scorer) measureQuestion(out io.Writer, q *eval.Question, articles []corpus.Article, misses bool) error {
	labels, err := eval.ReadLabels(filepath.Join(labelFolder, q.Name+".tsv"))
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, l := range labels {
		wanted[l.Article] = true
	}
	read, err := s.readThese(articles, wanted)
	if err != nil {
		return err
	}
	for _, half := range []string{eval.Dev, eval.Held} {
		printLines(out, half, q.Lines(q.Name, eval.Half(half, labels), read))
	}
	if !misses {
		return nil
	}
	q.Each(eval.Half(eval.Dev, labels), read, func(l *eval.Label, st *onrecord.Statement, r *onrecord.Reading, g eval.Grade) {
		if g == eval.Right || st == nil {
			return
		}
		fmt.Fprintf(out, "%s %s: %s %d %q, want %s %s, have %s; %s\n", q.What, g, l.Article, l.Points[0],
			l.At(r).In(r.Doc.Text), l.Want, l.Aux, q.Answer(st, r), strings.Join(st.Why, "; "))
	})
	return nil
}

func printLines(out io.Writer, half string, lines []eval.Line) {
	for _, l := range lines {
		fmt.Fprintf(out, "%-4s  %-60s %5.1f  of %d\n", half, l.Measure, l.Value, l.Of)
	}
}

func (s *scorer) measureRelations(out io.Writer, articles []corpus.Article, misses bool) error {
	labels, err := eval.ReadRelations(filepath.Join(labelFolder, "relations.tsv"))
	if err != nil {
		return err
	}
	byArticle := map[string][]eval.RelationLabel{}
	wanted := map[string]bool{}
	for _, l := range labels {
		wanted[l.Article] = true
		byArticle[l.Article] = append(byArticle[l.Article], l)
	}
	read, err := s.readThese(articles, wanted)
	if err != nil {
		return err
	}
	for _, half := range []string{eval.Dev, eval.Held} {
		printLines(out, half, eval.Relations(eval.HalfOfRelations(half, labels), read).Lines("relations"))
	}
	if !misses {
		return nil
	}
	for _, a := range articles {
		if l := byArticle[a.Name]; len(l) > 0 && l[0].Half == eval.Dev && read[a.Name] != nil {
			printRelations(out, l, read[a.Name])
			delete(byArticle, a.Name) // several annotators
		}
	}
	return nil
}

// printRelations prints what is labelled and not read, read and not labelled,
// or read with other ends.
func printRelations(out io.Writer, labels []eval.RelationLabel, r *onrecord.Reading) {
	matched := eval.MatchRelations(labels, r)
	answered := map[eval.RelationLabel]bool{}
	for i := range r.Relations {
		rel := &r.Relations[i]
		l, asked := matched[rel.ID]
		what := "extra"
		switch {
		case !asked:
			continue
		case l != nil && l.EndsRight(rel, r):
			answered[*l] = true
			continue
		case l != nil:
			answered[*l] = true
			what = fmt.Sprintf("ends, want %s -> %s", l.From, l.To)
		}
		fmt.Fprintf(out, "%s: %s %s %q in %q: from %s, to %s; %s\n", what, r.Doc.Article, rel.Kind, rel.Cue.In(r.Doc.Text),
			around(r.Doc.Text, rel.Cue), printEnd(r, &rel.From), printEnd(r, &rel.To), strings.Join(rel.Why, "; "))
	}
	for _, l := range labels {
		if l.Kind != "-" && !answered[l] {
			cue := onrecord.NewOffsets(r.Doc.Text).Bytes(l.Points)
			fmt.Fprintf(out, "missed: %s %s %q in %q: from %s, to %s\n", r.Doc.Article, l.Kind, cue.In(r.Doc.Text), around(r.Doc.Text, cue), l.From, l.To)
		}
	}
}

func printEnd(r *onrecord.Reading, e *onrecord.End) string {
	text := e.Words.In(r.Doc.Text)
	for i := range r.Statements {
		if st := &r.Statements[i]; st.ID == e.Statement && len(st.Content) > 0 {
			text = st.Content[0].In(r.Doc.Text)
		}
	}
	for i := range r.Entities {
		if r.Entities[i].ID == e.Owner {
			text = r.Entities[i].Name + ": " + text
		}
	}
	return fmt.Sprintf("%s %q", e.Is(), text)
}

// around is the line of text that a span stands in.
func around(text string, s onrecord.Span) string {
	from := strings.LastIndex(text[:s.Start], "\n") + 1
	until := len(text)
	if k := strings.Index(text[s.End:], "\n"); k >= 0 {
		until = s.End + k
	}
	return text[from:until]
}
