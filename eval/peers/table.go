package main

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/eval"
)

// A column is a reader with what was measured of it.
type column struct {
	reader
	row *row
}

// A measure is a line of the table.
type measure struct {
	name  string
	value func(column) string
}

// measures are the lines of the table, in order.
var measures = []measure{
	{"direct quotations found, %", func(c column) string { return percent(c.row.Score.DirectFound) }},
	{"… with the exact content, %", func(c column) string { return percent(c.row.Score.DirectContent) }},
	{"… of those found, source exact, %", func(c column) string { return percent(c.row.Score.DirectSource) }},
	{"… of those found, source overlapping, %", func(c column) string { return percent(c.row.Score.DirectNear) }},
	{"statements printed", func(c column) string { return fmt.Sprint(c.row.Statements) }},
	{"contents of all kinds, exact: precision, %", func(c column) string { return percent(c.row.Score.Exact[eval.Content].P) }},
	{"… recall, %", func(c column) string { return percent(c.row.Score.Exact[eval.Content].R) }},
	{"… F1", func(c column) string { return percent(c.row.Score.Exact[eval.Content].F) }},
	{"whole attributions, exact, F1", func(c column) string { return c.whole(c.row.Score.LinkedExact.F) }},
	{"whole attributions, relaxed, F1", func(c column) string { return c.whole(c.row.Score.LinkedRelaxed.F) }},
	{"articles a second of one core, start not counted", func(c column) string { _, rate := c.row.rate(); return fmt.Sprintf("%.3g", rate) }},
	{"articles a second of one core, start counted", func(c column) string { rate, _ := c.row.rate(); return fmt.Sprintf("%.3g", rate) }},
	{"seconds to the first result", func(c column) string { return fmt.Sprintf("%.3g", c.row.first().CPU) }},
	{"of its core it had, %", func(c column) string { return fmt.Sprintf("%.0f", c.row.share()) }},
	{"peak memory, MB", func(c column) string { return megabytes(c.row.peak()) }},
	{"installed, MB", func(c column) string { return megabytes(c.row.Installed) }},
	{"must be there besides", func(c column) string { return c.needs }},
	{"measured", func(c column) string { return c.row.Date }},
}

// whole is a score of whole attributions, which are paired by their cues: a
// reader that gives none cannot have one.
func (c column) whole(f float64) string {
	if !c.cues {
		return "gives no cue"
	}
	return percent(f)
}

func percent(v float64) string { return fmt.Sprintf("%.1f", v) }
func megabytes(n int64) string { return fmt.Sprintf("%.0f", float64(n)/1e6) }

// render is the table as Markdown, with the command, day and machine of it.
func render(s setting, columns []column) string {
	head, rule := []string{""}, []string{"---"}
	var days []string
	for _, c := range columns {
		head, rule = append(head, c.title), append(rule, "---:")
		days = append(days, c.row.Date)
	}
	lines := []string{
		fmt.Sprintf("`eval/peers/run`, %s, on %s, each reader pinned to one of them. %d articles with %d annotations: %s.",
			slices.Max(days), s.Machine, s.Articles, s.Files, s.Corpus),
		"Seconds are those of the processor. What is compared, with which settings, and how fair it is: [docs/decisions/peers.md](docs/decisions/peers.md).",
		"",
		cells(head), cells(rule),
	}
	for _, m := range measures {
		row := []string{m.name}
		for _, c := range columns {
			row = append(row, m.value(c))
		}
		lines = append(lines, cells(row))
	}
	return strings.Join(lines, "\n") + "\n"
}

func cells(row []string) string { return "| " + strings.Join(row, " | ") + " |" }
