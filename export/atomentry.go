package export

import (
	"fmt"
	"html"
	"strings"

	"onrecord"
)

// Statement adds an entry for a statement. Its author is the speaker, who is
// said to have said it; who printed it is a contributor.
func (f *Feed) Statement(s *Saying) {
	e := atomEntry{
		ID: urn("statement", string(s.ID)), Title: s.title(), Updated: updated(s.Published, s.Said),
		Authors: []atomPerson{{s.who()}}, Terms: []atomCategory{{string(s.Kind)}, {string(s.Act)}},
		Links: f.links(s), Content: atomText{"html", s.html()},
	}
	if s.Outlet != "" {
		e.Others = []atomPerson{{plain(s.Outlet)}}
	}
	f.add(e)
}

// Change adds an entry for a change on an issue of this name, with both its
// statements. Its author is the program, which computed it.
func (f *Feed) Change(c *onrecord.Change, issue string, earlier, later *Saying) {
	e := atomEntry{
		ID: urn("change", string(c.ID)), Updated: max(updated(earlier.Published, earlier.Said), updated(later.Published, later.Said)),
		Title:   plain(fmt.Sprintf("%s %s, on %s", later.who(), ChangeWords(c.Kind), issue)),
		Authors: []atomPerson{{"onrecord"}},
		Terms:   []atomCategory{{string(c.Kind)}, {string(c.Issue)}},
		Links:   append(f.links(later), f.earlier(earlier)...),
	}
	var b strings.Builder
	for _, side := range []struct {
		name string
		*Saying
	}{{"Earlier", earlier}, {"Later", later}} {
		b.WriteString("<h4>" + side.name + "</h4>" + side.html())
	}
	b.WriteString(paragraph("The later statement "+ChangeWords(c.Kind)+", compared with the earlier", c.Why))
	b.WriteString(paragraph("What else could explain it", c.Caveats))
	e.Content = atomText{"html", b.String()}
	f.add(e)
}

// links lead to the page of a statement, and to the article it is from.
func (f *Feed) links(s *Saying) (out []atomLink) {
	if f.Base != "" {
		out = append(out, atomLink{"alternate", "text/html", "", f.Base + "/statement/" + string(s.ID)})
	}
	if href := webAddress(s.Address); href != "" {
		out = append(out, atomLink{"via", "text/html", plain(s.Article), href})
	}
	return out
}

// earlier are the links to the statement that a change compares with.
func (f *Feed) earlier(s *Saying) []atomLink {
	out := f.links(s)
	for i := range out {
		if out[i].Rel == "alternate" {
			out[i].Rel, out[i].Title = "related", "the earlier statement"
		}
	}
	return out
}

func (s *Saying) who() string { return plain(or(s.Speaker, "Speaker unknown")) }

func (s *Saying) title() string {
	verb := ""
	if act := ActWords(s.Act); act != "" {
		verb = " (" + act + ")"
	}
	return s.who() + verb + ": " + plain(InShort(s.Kind, s.Content, s.Cue))
}

// html is the statement as a piece of HTML: the words, who and in which role by
// which way, when and what that rests on, where.
func (s *Saying) html() string {
	who := s.who()
	if s.Speaker == "" {
		who += Unknown(s.Source, s.Candidates)
	}
	if s.Role != "" {
		who += ", " + s.Role
	}
	for _, part := range s.Way.Parts() {
		who += ", " + part
	}
	words := SaidWords(s.Kind, s.Content)
	if words == "" {
		words = "(" + s.Cue + ")"
	}
	facts := []string{string(s.Kind)}
	if act := ActWords(s.Act); act != "" {
		facts = append([]string{act}, facts...)
	}
	if verb := Verb(s.Cue); verb != "" {
		facts = append(facts, "“"+verb+"”")
	}
	if s.Reports > 1 {
		facts = append(facts, fmt.Sprintf("%d reports, %d independent, in %d outlets", s.Reports, s.Sources, s.Outlets))
	}
	where := or(s.Outlet, "outlet unknown")
	if s.Article != "" {
		where += ", “" + s.Article + "”"
	}
	lines := []string{"said: " + restingOn(s.Said), "in " + where + ", published: " + restingOn(s.Published), strings.Join(facts, " · ")}
	return "<p>" + escaped(who) + "</p><blockquote>" + escaped(words) + "</blockquote><p>" + escapedLines(lines) + "</p>"
}

// restingOn is a time and what it rests on; a guess says so.
func restingOn(c onrecord.Claimed) string {
	switch {
	case c.IsZero():
		return "unknown"
	case c.Basis == "inferred":
		return When(c) + " (inferred: no words say when)"
	}
	return When(c) + " (" + string(c.Basis) + ")"
}

func paragraph(head string, lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return "<p>" + escaped(head) + ": " + escaped(strings.Join(lines, "; ")) + "</p>"
}

func escaped(words string) string { return html.EscapeString(plain(words)) }

func escapedLines(lines []string) string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = escaped(line)
	}
	return strings.Join(out, "<br>")
}
