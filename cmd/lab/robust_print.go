package main

import (
	"fmt"
	"io"

	"onrecord"
	"onrecord/corpus"
	"onrecord/eval"
)

// printHead and printRow make a table in Markdown, a row a corpus: its scores,
// and in brackets how far they are from those of the clean text.
func printHead(w io.Writer, lines []eval.Line) {
	head, rule := "\n| |", "|---|"
	for _, l := range lines {
		head += " " + l.Measure + " |"
		rule += "---|"
	}
	fmt.Fprintln(w, head+"\n"+rule)
}

func printRow(w io.Writer, name string, lines, clean []eval.Line) {
	row := "| " + name + " |"
	for i, l := range lines {
		row += fmt.Sprintf(" %.1f", l.Value)
		if name != clean[i].Corpus {
			row += fmt.Sprintf(" (%+.1f)", l.Value-clean[i].Value)
		}
		row += " |"
	}
	fmt.Fprintln(w, row)
}

// printLost lists the attributions that are exact in the clean text and not in
// the copy.
func printLost(w io.Writer, name string, clean []corpus.Article, read map[string]*onrecord.Reading, copies []corpus.Article, again map[string]*onrecord.Reading) {
	counts := map[string]int{}
	total := 0
	fmt.Fprintln(w, name)
	for i := range clean {
		before, after := eval.Explain(&clean[i], read[clean[i].Name]), eval.Explain(&copies[i], again[copies[i].Name])
		for j := range clean[i].Attributions {
			if !before[j].Exact() || after[j].Exact() {
				continue
			}
			counts[after[j].Class]++
			total++
			fmt.Fprintf(w, "  %s\n", clean[i].Name)
			printVerdict(w, &copies[i], &after[j])
		}
	}
	printClasses(w, counts, total)
}
