package main

import (
	"cmp"
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

func explainCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "explain [ARTICLE]",
		Short: "Say, for each gold attribution, what became of it",
		Long: `Explain reads the annotated articles whose name contains ARTICLE, all of them
without it, and prints each attribution of gold with its class of error, the
words, and what was found instead; then the classes with their counts.`,
		Example: "  lab explain ferry\n  lab explain --gold ../shared/polnear/dev nyt_2016-09-30",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			gold, err := corpus.ReadPolNeAR(dir)
			if err != nil {
				return err
			}
			if len(args) > 0 {
				gold = slices.DeleteFunc(gold, func(a corpus.Article) bool { return !strings.Contains(a.Name, args[0]) })
			}
			if len(gold) == 0 {
				return fmt.Errorf("no article named like %q in %s; ls %s names them", args[0], dir, filepath.Join(dir, "text"))
			}
			rd, err := reader.New(reader.Accurate)
			if err != nil {
				return err
			}
			read, err := readAll(rd, gold)
			if err != nil {
				return err
			}
			explain(c.OutOrStdout(), gold, read)
			return nil
		},
	}
	c.Flags().StringVar(&dir, "gold", goldFolder, "folder with text/ and attributions/")
	return c
}

func explain(w io.Writer, gold []corpus.Article, read map[string]*onrecord.Reading) {
	counts := map[string]int{}
	total := 0
	for i := range gold {
		a := &gold[i]
		fmt.Fprintf(w, "%s (%s)\n", a.Name, a.Annotator)
		for _, v := range eval.Explain(a, read[a.Name]) {
			counts[v.Class]++
			total++
			printVerdict(w, a, &v)
		}
		fmt.Fprintln(w)
	}
	printClasses(w, counts, total)
}

func printVerdict(w io.Writer, a *corpus.Article, v *eval.Verdict) {
	mark := "  "
	if !v.Exact() {
		mark = "! "
	}
	fmt.Fprintf(w, "%s%s\n", mark, v.Class)
	if v.Gold != nil {
		fmt.Fprintf(w, "    gold  %s\n", spansText(a.Text, v.Gold.Source, v.Gold.Cue, v.Gold.Content))
	}
	if st := v.Found; st != nil && !v.Exact() {
		fmt.Fprintf(w, "    found %s  %.2f %s\n", spansText(a.Text, present(st.Source), present(st.Cue), st.Content), st.Score, strings.Join(st.Why, "; "))
	}
}

func present(s onrecord.Span) []onrecord.Span {
	if s.IsZero() {
		return nil
	}
	return []onrecord.Span{s}
}

// spansText is source, cue and content on one line.
func spansText(text string, parts ...[]onrecord.Span) string {
	var out []string
	for _, spans := range parts {
		var words []string
		for _, s := range spans {
			words = append(words, strings.Join(strings.Fields(s.In(text)), " "))
		}
		out = append(out, "["+strings.Join(words, " … ")+"]")
	}
	return strings.Join(out, " ")
}

func printClasses(w io.Writer, counts map[string]int, total int) {
	classes := make([]string, 0, len(counts))
	for class := range counts {
		classes = append(classes, class)
	}
	slices.SortFunc(classes, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	for _, class := range classes {
		fmt.Fprintf(w, "%5d %5.1f%%  %s\n", counts[class], 100*float64(counts[class])/float64(total), class)
	}
}
