package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/article"
	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/syndication"
)

// The set of copies: so many pages, and rewrites of some of them. One seed was
// looked at while the rules were made; the other one is for the scoreboard.
const (
	copyPages, copyRewrites = 1700, 300
	copySeedDev             = 1
	copySeedHeld            = 2
)

func measureCopies() *cobra.Command {
	var s scorer
	var misses bool
	c := &cobra.Command{
		Use:   "copies",
		Short: "Judge which texts are taken for copies of others",
		Long: `Copies makes 300 rewrites of 1,700 pages, as outlets make them of the text of an
agency, and says how many are found, and how many that are found are none. The
pages are pieces of PolNeAR's articles, else of invented sentences. With
--misses it prints what is wrong in the set that the rules were made with; the
other set, with another seed, is that of the scoreboard.`,
		Example: "  lab measure copies --misses",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return s.measureCopies(c.OutOrStdout(), misses)
		},
	}
	polnearFlag(c, &s.polnear)
	c.Flags().BoolVar(&misses, "misses", false, "print what is wrong")
	return c
}

func (s *scorer) measureCopies(out io.Writer, misses bool) error {
	dev, err := s.copies("copies", copySeedDev)
	if err != nil {
		return err
	}
	printLines(out, eval.Dev, dev.lines)
	if misses {
		dev.printMisses(out)
	}
	held, err := s.copies("copies", copySeedHeld)
	if err != nil {
		return err
	}
	printLines(out, eval.Held, held.lines)
	return nil
}

// copyLines are the scoreboard's.
func (s *scorer) copyLines() ([]eval.Line, error) {
	held, err := s.copies("copies", copySeedHeld)
	if err != nil {
		return nil, err
	}
	return held.lines, nil
}

// A copySet is the pages of a set as they were read, and the score.
type copySet struct {
	pages    []eval.CopyPage
	articles []*syndication.Article
	score    eval.CopyScore
	lines    []eval.Line
}

// copies makes a set and scores it; of invented sentences where the corpus is
// not there.
func (s *scorer) copies(name string, seed uint64) (*copySet, error) {
	pages, err := s.copyPieces()
	if errors.Is(err, fs.ErrNotExist) {
		pages, name, err = eval.CopyTexts(copyPages, seed), name+"-invented", nil
	}
	if err != nil {
		return nil, err
	}
	set := &copySet{pages: eval.WithCopies(pages, copyRewrites, seed)}
	ids := make([]onrecord.DocumentID, len(set.pages))
	for i, p := range set.pages {
		doc, err := article.Read(article.Page{Article: p.Name, Title: p.Title, Outlet: p.Outlet, Byline: p.Byline, Bytes: []byte(p.Text)})
		if err != nil {
			return nil, err
		}
		ids[i] = doc.ID
		set.articles = append(set.articles, syndication.Read(doc))
	}
	set.score = eval.ScoreCopies(set.pages, ids, findCopies(set.articles))
	set.lines = set.score.Lines(name)
	return set, nil
}

func (s *scorer) copyPieces() ([]eval.CopyPage, error) {
	var all []corpus.Article
	for _, part := range []string{"train", "dev"} {
		dir := filepath.Join(s.polnear, part)
		if _, err := os.Stat(dir); err != nil {
			return nil, err
		}
		articles, err := corpus.ReadPolNeAR(dir)
		if err != nil {
			return nil, err
		}
		all = append(all, articles...)
	}
	without, err := eval.ReadSameTexts(filepath.Join(labelFolder, "copies.tsv"))
	if err != nil {
		return nil, err
	}
	return eval.CopyPieces(all, without, copyPages), nil
}

// findCopies compares those that have a print in common, as a record does.
func findCopies(articles []*syndication.Article) (found []onrecord.Copy) {
	at := map[uint64][]int{}
	for i, a := range articles {
		var near []int
		for _, p := range a.Prints() {
			near = append(near, at[p]...)
			at[p] = append(at[p], i)
		}
		slices.Sort(near)
		for _, j := range slices.Compact(near) {
			if c, ok := syndication.Compare(articles[j], a); ok {
				found = append(found, c)
			}
		}
	}
	return found
}

// printMisses says how much the pairs share that were taken wrongly.
func (set *copySet) printMisses(out io.Writer) {
	for _, kind := range []struct {
		what  string
		pairs [][2]int
	}{{"wrong", set.score.Wrong}, {"missed", set.score.Missed}} {
		for _, p := range kind.pairs {
			a, b := set.articles[p[0]], set.articles[p[1]]
			fmt.Fprintf(out, "%s: %s, %s: %s\n", kind.what, set.pages[p[0]].Name, set.pages[p[1]].Name, syndication.Explain(a, b))
		}
	}
}
