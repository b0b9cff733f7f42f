package corpus

import (
	"fmt"
	"strings"

	"onrecord"
)

// Standoff writes the attributions in brat standoff as PolNeAR has it: a T
// line for every span, which attributions may share, an E line for every
// attribution, its trigger the cue or, where there is none, the content, and a
// # line for its note. Offsets are code points.
func (a *Article) Standoff() string {
	w := standoffWriter{text: a.Text, offsets: onrecord.NewOffsets(a.Text), known: map[string]string{}}
	for i := range a.Attributions {
		w.event(i+1, &a.Attributions[i])
	}
	return w.out.String()
}

type standoffWriter struct {
	text    string
	offsets *onrecord.Offsets
	known   map[string]string // a T line without its number, to its id
	last    int
	out     strings.Builder
}

func (w *standoffWriter) event(n int, at *Attribution) {
	roles := []struct {
		name  string
		spans []onrecord.Span
	}{{"Source", at.Source}, {"Cue", at.Cue}, {"Content", at.Content}}
	var items []string
	for _, role := range roles {
		if len(role.spans) > 0 {
			items = append(items, role.name+":"+w.span(role.name, role.spans))
		}
	}
	trigger, kind := at.Cue, "Attribution"
	if len(trigger) == 0 {
		trigger = at.Content[:1]
	}
	if len(at.Source) == 0 {
		kind = "Attribution-no-source"
	}
	fmt.Fprintf(&w.out, "E%d\t%s:%s %s\n", n, kind, w.span(kind, trigger), strings.Join(items, " "))
	if note := at.Note(); note != "" {
		fmt.Fprintf(&w.out, "#%d\tAnnotatorNotes E%d\t%s\n", n, n, note)
	}
}

func (w *standoffWriter) span(role string, spans []onrecord.Span) string {
	var places, words []string
	for _, s := range spans {
		p := w.offsets.Points(s)
		places = append(places, fmt.Sprintf("%d %d", p[0], p[1]))
		words = append(words, strings.ReplaceAll(s.In(w.text), "\n", " "))
	}
	line := role + " " + strings.Join(places, ";") + "\t" + strings.Join(words, " ")
	if id, ok := w.known[line]; ok {
		return id
	}
	w.last++
	id := fmt.Sprintf("T%d", w.last)
	w.known[line] = id
	fmt.Fprintf(&w.out, "%s\t%s\n", id, line)
	return id
}
