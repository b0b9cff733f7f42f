package main

import (
	"fmt"
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/people"
	"onrecord/store"
)

// officeOf is what imported lists of office-holders say of the speaker's role at
// the date of the article, or who held an office that is named without its
// holder; nothing where they say nothing.
func officeOf(lists *people.Lists, h *store.Hit) []string {
	if h.Role == "" && h.Anonymity != onrecord.TitleOnly {
		return nil
	}
	claim := people.ClaimOf(&h.Statement, h.Speaker, h.Source, h.Doc.Published)
	if c := lists.Compare(claim); c.Verdict != people.Unlisted {
		return []string{string(c.Verdict) + ": " + c.Words}
	}
	return lists.Hint(claim)
}

func then(c onrecord.Claimed) string { return "then " + string(c.EDTF) }

// showStatement prints a statement; r is what was read in its article, lists are
// those of the record, beyond are rows of what other articles say.
func showStatement(p *printer, h *store.Hit, r *onrecord.Reading, lists *people.Lists, beyond [][2]string) error {
	name, rest := speakerOf(h)
	for i, line := range wrap(safe(name+rest), p.width) {
		if i == 0 {
			line = strings.Replace(line, safe(name), p.style(bold, safe(name)), 1)
		}
		p.line("%s", line)
	}
	for _, line := range wrap(safe(export.SaidWords(h.Kind, h.Content)), p.width-2) {
		p.line("  %s", line)
	}
	p.line("")
	for _, row := range slices.Concat(statementRows(h, r.Doc.Text), beyond) {
		p.row(row[0], row[1])
		switch row[0] {
		case "speaker":
			p.row("in lists", strings.Join(officeOf(lists, h), "; "))
		case "said":
			p.row("in lists", lists.Narrowed(h.Said, r, then))
		}
	}
	if !h.Doc.Current {
		p.line("%-11s %s", "", "This version of the article was replaced by a newer one.")
	}
	return p.err
}

// row prints a name and a value, which may be long; nothing for an empty one.
func (p *printer) row(name, value string) {
	for _, line := range wrap(safe(value), p.width-12) {
		p.line("%s %s", p.style(faint, fmt.Sprintf("%-11s", name)), line)
		name = ""
	}
}

// statementRows are what is known of a statement; what says nothing beyond the
// plain case is empty.
func statementRows(h *store.Hit, text string) [][2]string {
	rows := [][2]string{
		{"statement", string(h.ID)}, {"kind", string(h.Kind)}, {"act", export.ActWords(h.Act)}, {"named", export.AnonymityWords(h.Anonymity)},
		{"speaker", h.Key}, {"sure", sure(h)}, {"candidates", strings.Join(candidatesOf(h), ", ")}, {"source", h.Source}, {"cue", h.Cue},
		{"said", timeOf(h.Said, h.SaidWords)}, {"to", h.AddresseeWords}, {"at", h.VenueWords}, {"during", h.OccasionWords}, {"medium", h.MediumWords},
	}
	for i, hop := range h.Via {
		rows = append(rows, [2]string{once("via", i), export.HopWords(hop) + quoted(hop.Words.In(text))})
	}
	for i := range h.Relations {
		l := &h.Relations[i]
		t := tieOf(h, l)
		t.Cue = l.Cue
		rows = append(rows, [2]string{once("relations", i), t.String() + " · " + string(l.ID)})
	}
	rows = append(rows, [][2]string{
		{"before", ellipsis(h.Before, true)}, {"after", ellipsis(h.After, false)},
		{"article", h.Doc.Title}, {"outlet", h.Doc.Outlet}, {"published", timeOf(h.Doc.Published, "")}, {"address", h.Doc.Address()},
		{"document", string(h.Doc.ID)}, {"read by", readBy(h.Doc.Reader)}, {"score", fmt.Sprintf("%.2f", h.Score)}, {"why", strings.Join(h.Why, "; ")},
	}...)
	for i := range h.Corrections {
		c := &h.Corrections[i]
		rows = append(rows, [2]string{"corrected", string(c.Field) + ": " + decided(c)})
	}
	return rows
}

// once is the name of the first of several rows.
func once(name string, i int) string {
	if i > 0 {
		return ""
	}
	return name
}

func quoted(words string) string {
	if words == "" {
		return ""
	}
	return ": “" + words + "”"
}

// sure is how sure the speaker is.
func sure(h *store.Hit) string {
	if h.SpeakerScore == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f of the speaker", h.SpeakerScore)
}

func timeOf(c onrecord.Claimed, words string) string {
	switch {
	case c.IsZero():
		return "unknown"
	case c.Basis == "inferred":
		return "~ " + string(c.EDTF) + " (inferred: no words say when)"
	}
	return string(c.EDTF) + " (" + string(c.Basis) + quoted(words) + ")"
}
