package main

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// hitText prints a statement as an entry of a minute-book: beside it when it
// was said and what that rests on; who, in which role, to whom, by which way;
// the words; what was done with them; where it stands, with the ID to ask for
// more by; and how it stands to others.
type hitText struct{ p *printer }

// beside is the width of the column of times, with the space after it.
const beside = 15

func (t *hitText) hit(_ context.Context, h *store.Hit) error {
	p := t.p
	left := []string{export.When(h.Said), restsOn(h)}
	if utf8.RuneCountInString(left[0]) > beside-2 {
		p.line("%s", left[0])
		left = left[1:]
	}
	right := t.entry(h)
	for i := range max(len(left), len(right)) {
		margin, line := "", ""
		if i < len(left) {
			margin = left[i]
		}
		if i < len(right) {
			line = right[i]
		}
		pad := strings.Repeat(" ", max(beside-utf8.RuneCountInString(margin), 0))
		if i > 0 {
			margin = p.style(faint, margin)
		}
		p.line("%s", strings.TrimRight(margin+pad+line, " "))
	}
	p.line("")
	return p.err
}

// entry are the lines beside the time.
func (t *hitText) entry(h *store.Hit) (lines []string) {
	p := t.p
	add := func(style, words string) {
		for _, line := range wrap(safe(words), p.width-beside) {
			lines = append(lines, p.style(style, line))
		}
	}
	name, rest := speakerOf(h)
	add("", name+rest)
	lines[0] = strings.Replace(lines[0], safe(name), p.style(bold, safe(name)), 1)
	add("", export.SaidWords(h.Kind, h.Content))
	add(faint, strings.Join(append(factsOf(h), heardOf(h)...), " · "))
	add(faint, placeOf(h)+" · "+string(h.ID))
	for i := range h.Relations {
		if t := tieOf(h, &h.Relations[i]); t.From || t.Kind != onrecord.Elaborates { // that a speaker goes on is said once
			add("", t.String())
		}
	}
	return lines
}

// restsOn is what the time rests on, in a narrow column: the words if they are
// few, else the kind of words. A guess begins with "~".
func restsOn(h *store.Hit) string {
	words := safe(h.SaidWords)
	switch {
	case h.Said.IsZero():
		return ""
	case h.Said.Basis == "inferred":
		return "~ inferred"
	case words != "" && utf8.RuneCountInString(words) <= beside-4:
		return "“" + words + "”"
	}
	return string(h.Said.Basis)
}

// speakerOf is the speaker, or that it is unknown; then the role, or what words
// stand for the source and who it could be, and the way.
func speakerOf(h *store.Hit) (name, rest string) {
	if h.Speaker == nil {
		name, rest = "speaker unknown", export.Unknown(h.Source, candidatesOf(h))
	} else if name = h.Speaker.Name; h.Role != "" {
		rest = ", " + h.Role
	}
	for _, part := range wayOf(h).Parts() {
		rest += ", " + part
	}
	return name, rest
}

func candidatesOf(h *store.Hit) (names []string) {
	for i := range h.Others {
		names = append(names, h.Others[i].Name)
	}
	return names
}

func wayOf(h *store.Hit) export.Way {
	return export.Way{Addressee: h.AddresseeWords, Venue: h.VenueWords, Occasion: h.OccasionWords, Medium: h.MediumWords, Via: h.Via}
}

// factsOf is what was done with the words, how closely the source is named, how
// the words are given, the cue, and who corrected it.
func factsOf(h *store.Hit) (facts []string) {
	if act := export.ActWords(h.Act); act != "" {
		facts = append(facts, act)
	}
	if class := export.AnonymityWords(h.Anonymity); class != "" {
		facts = append(facts, "source: "+class)
	}
	facts = append(facts, string(h.Kind))
	if verb := export.Verb(h.Cue); verb != "" {
		facts = append(facts, "“"+verb+"”")
	}
	if n := len(h.Corrections); n > 0 {
		facts = append(facts, "corrected by "+h.Corrections[n-1].Who)
	}
	return facts
}

// heardOf says how many outlets report the utterance where that is more than
// one, and how the statement departs from an earlier position.
func heardOf(h *store.Hit) (facts []string) {
	if h.Outlets > 1 {
		facts = append(facts, fmt.Sprintf("%d outlets, %d independent", h.Outlets, h.Independent))
	}
	for _, kind := range h.Changes {
		facts = append(facts, export.ChangeWords(kind)+" (an earlier position)")
	}
	return facts
}

// placeOf is who printed it, and when.
func placeOf(h *store.Hit) string {
	where := orUnknown(h.Doc.Outlet, "outlet unknown")
	if !h.Doc.Published.IsZero() {
		where += " " + string(h.Doc.Published.EDTF)
	}
	return where
}

// tieOf is a relation as it is seen from h; its cue is left out where it is
// the one that h shows already.
func tieOf(h *store.Hit, l *store.Link) export.Tie {
	t := export.Tie{Kind: l.Kind, From: l.Side == store.FromSide, Hedge: l.Hedge, Basis: l.Basis, Other: otherOf(&l.From)}
	if t.From {
		t.Other = otherOf(&l.To)
	}
	if l.Relation.Cue != h.Statement.Cue {
		t.Cue = l.Cue
	}
	if l.By != nil {
		t.By = l.By.Name
	}
	return t
}

func otherOf(e *store.LinkEnd) export.Other {
	o := export.Other{Is: e.Is(), Noun: e.Noun, Words: e.Words, About: e.About}
	who, said := e.Owner, e.Said
	if b := e.Statement; b != nil {
		who, said = b.Speaker, b.Said
		o.Words = export.InShort(b.Kind, b.Content, b.Cue)
	}
	if f := e.Filled; f != nil {
		o.Found = export.InShort(f.Brief.Kind, f.Brief.Content, f.Brief.Cue) + ", " + orUnknown(f.Doc.Outlet, "outlet unknown") + ", " + string(f.Statement)
	}
	if o.Said = export.Stated(said); who != nil {
		o.Owner = who.Name
	}
	return o
}
