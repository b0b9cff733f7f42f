package export

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// Text writes a transcript for people: for each article its outlet, title and
// date, then each statement with its time, speaker, words and what they rest
// on. Words that were said stand in quotation marks, reported ones without.
type Text struct {
	w     io.Writer
	color bool
	width int
}

// NewText writes to w, which is not closed, in lines of at most 80 columns; a
// longer word has a line of its own.
func NewText(w io.Writer, color bool) *Text { return &Text{w, color, 80} }

// The styles of a terminal (ECMA-48, SGR).
const (
	bold = "1"
	dim  = "2"
)

// Reading writes the transcript of r.
func (t *Text) Reading(r *onrecord.Reading) error {
	var b strings.Builder
	t.heading(&b, r)
	a := Of(r)
	for i, st := range inOrder(r.Statements) {
		t.statement(&b, a, i+1, st)
	}
	b.WriteByte('\n')
	_, err := io.WriteString(t.w, b.String())
	return err
}

// Close has nothing left to write.
func (t *Text) Close() error { return nil }

func (t *Text) heading(b *strings.Builder, r *onrecord.Reading) {
	doc := r.Doc
	t.wrap(b, "", bold, or(doc.Title, doc.Article))
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
	t.wrap(b, "", dim, strings.Join(facts, " · "))
	switch {
	case doc.Unread != "":
		t.wrap(b, "", "", "Not read: "+doc.Unread)
	case len(r.Statements) == 0:
		t.wrap(b, "", "", "Nobody is reported to have said anything.")
	}
}

func (t *Text) statement(b *strings.Builder, a *Article, n int, st *onrecord.Statement) {
	fmt.Fprintf(b, "\n%3d  ", n)
	var who strings.Builder
	t.wrap(&who, "     ", bold, a.who(st))
	b.WriteString(strings.TrimPrefix(who.String(), "     "))
	if len(st.Content) > 0 {
		t.wrap(b, "     ", "", SaidWords(st.Kind, Join(a.r.Doc.Text, st.Content)))
	}
	t.wrap(b, "     ", dim, a.facts(st))
}

// who is the speaker and the role, or that it is unknown and what words stand
// for the source.
func (a *Article) who(st *onrecord.Statement) string {
	source := st.Source.In(a.r.Doc.Text)
	s := a.speaker(st.Speaker)
	switch {
	case s == nil && source == "":
		return "Speaker unknown"
	case s == nil:
		return fmt.Sprintf("Speaker unknown (“%s”)", source)
	case st.Role != "":
		return s.Name + ", " + st.Role
	}
	return s.Name
}

// facts is the kind and act, the cue, the time with its basis and the way the
// words took.
func (a *Article) facts(st *onrecord.Statement) string {
	text := a.r.Doc.Text
	facts := []string{string(st.Kind)}
	if st.Act != onrecord.Asserted && st.Act != "" {
		facts[0] += ", " + strings.ReplaceAll(string(st.Act), "_", " ")
	}
	if !st.Cue.IsZero() {
		facts = append(facts, "cue “"+st.Cue.In(text)+"”")
	}
	facts = append(facts, said(text, st.Said))
	if len(st.Via) > 0 {
		facts = append(facts, "via "+hops(st.Via))
	}
	if who := a.correctors(st); len(who) > 0 {
		facts = append(facts, "corrected by "+strings.Join(who, ", "))
	}
	return strings.Join(facts, " · ")
}

func said(text string, c onrecord.Claimed) string {
	switch {
	case c.IsZero():
		return "time unknown"
	case c.Words.IsZero():
		return fmt.Sprintf("%s (%s)", c.EDTF, c.Basis)
	}
	return fmt.Sprintf("%s (%s: “%s”)", c.EDTF, c.Basis, c.Words.In(text))
}

// SaidWords shows the words of a content: a direct one between quotation marks,
// others as printed.
func SaidWords(kind onrecord.Kind, content string) string {
	content = strings.TrimSpace(content)
	before, after := Marks(kind, content)
	return before + content + after
}

// Marks are the quotation marks that a content lacks: those of a direct one
// that does not begin or end with its own.
func Marks(kind onrecord.Kind, content string) (before, after string) {
	if kind != onrecord.Direct || content == "" {
		return "", ""
	}
	if first, _ := utf8.DecodeRuneInString(content); !opens(first) {
		before = "“"
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(content, ".,;:")); !closes(last) {
		after = "”"
	}
	return before, after
}

func opens(c rune) bool  { return strings.ContainsRune("\"'“‘„‚«‹»›", c) }
func closes(c rune) bool { return strings.ContainsRune("\"'”’“‘»›«‹", c) }

// wrap writes words in lines, each begun by indent. Control and direction
// marks, which could steer a terminal, are replaced.
func (t *Text) wrap(b *strings.Builder, indent, style, words string) {
	line, length := indent, utf8.RuneCountInString(indent)
	flush := func() {
		if t.color && style != "" {
			line = indent + "\x1b[" + style + "m" + line[len(indent):] + "\x1b[0m"
		}
		b.WriteString(line + "\n")
	}
	for i, word := range strings.Fields(words) {
		word = strings.Map(harmless, word)
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case length+1+n > t.width:
			flush()
			line, length = indent, utf8.RuneCountInString(indent)
		default:
			line, length = line+" ", length+1
		}
		line, length = line+word, length+n
	}
	flush()
}

func harmless(c rune) rune {
	if unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) {
		return utf8.RuneError
	}
	return c
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
