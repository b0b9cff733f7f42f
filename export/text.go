package export

import (
	"fmt"
	"io"
	"strings"

	"onrecord"
)

// Text writes a minute-book for people: for each article its outlet, title and
// date, then its statements in order, under the time they were said at: who,
// in which role, to whom and by which way, the words, what was done with them,
// and how they stand to others. Words that were said stand in quotation marks,
// reported ones without; a guess begins with "~" or says that it is unknown.
type Text struct {
	w     io.Writer
	color bool
	width int
}

// NewText writes to w, which is not closed, in lines of at most 80 columns; a
// longer word has a line of its own.
func NewText(w io.Writer, color bool) *Text { return &Text{w, color, 80} }

// Reading writes the minutes of r.
func (t *Text) Reading(r *onrecord.Reading) error {
	p := &printed{width: t.width, color: t.color}
	p.heading(r)
	m := newMinutes(Of(r))
	time := ""
	for i, st := range m.statements {
		if now := m.time(st.Said); now != time {
			p.line("")
			p.wrap("", run{now, dim})
			time = now
		}
		p.line("")
		p.statement(m, i+1, st)
	}
	p.loose(m)
	p.line("")
	_, err := io.WriteString(t.w, p.out.String())
	return err
}

// Article writes a as it was read.
func (t *Text) Article(a *Article) error { return t.Reading(a.r) }

// Close has nothing left to write.
func (t *Text) Close() error { return nil }

func (p *printed) heading(r *onrecord.Reading) {
	doc := r.Doc
	p.wrap("", run{or(doc.Title, doc.Article), bold})
	facts := []string{or(doc.Outlet, "outlet unknown"), "date unknown"}
	if !doc.Published.IsZero() {
		facts[1] = fmt.Sprintf("%s (%s)", doc.Published.EDTF, doc.Published.Basis)
	}
	if len(doc.Byline) > 0 {
		facts = append(facts, "by "+strings.Join(doc.Byline, ", "))
	}
	if r.Reader.Model != "" {
		facts = append(facts, "read by the "+string(r.Reader.Model)+" model")
	}
	p.wrap("", run{strings.Join(facts, " · "), dim})
	switch {
	case doc.Unread != "":
		p.wrap("", run{"Not read: " + doc.Unread, ""})
	case len(r.Statements) == 0:
		p.wrap("", run{"Nobody is reported to have said anything.", ""})
	}
}

const margin = "     " // as wide as the number of a statement

func (p *printed) statement(m *minutes, n int, st *onrecord.Statement) {
	p.wrapAfter(fmt.Sprintf("%3d  ", n), margin, m.who(st)...)
	if len(st.Content) > 0 {
		p.wrap(margin, run{SaidWords(st.Kind, Join(m.text(), st.Content)), ""})
	}
	p.wrap(margin, run{m.facts(st), dim})
	for _, line := range m.ties(st) {
		p.wrap(margin, run{line, ""})
	}
}

// loose writes the relations of which no statement is an end.
func (p *printed) loose(m *minutes) {
	for i, line := range m.loose() {
		if i == 0 {
			p.line("")
			p.wrap("", run{"Besides", dim})
		}
		p.wrap(margin, run{line, ""})
	}
}
