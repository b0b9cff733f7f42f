package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
)

// isTerminal reports whether w goes to a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// isColour reports whether w is a terminal whose user wants colour
// (no-color.org).
func isColour(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w)
}

// A printer writes plain lines, with colour on a terminal.
type printer struct {
	w     io.Writer
	color bool
	width int // columns that text is wrapped to
	err   error
}

func newPrinter(w io.Writer) *printer {
	p := &printer{w: w, color: isColour(w), width: 80}
	if isTerminal(w) {
		if columns, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil {
			p.width = min(max(columns, 40), 120)
		}
	}
	return p
}

// The styles of a terminal (ECMA-48, SGR).
const (
	bold  = "1"
	faint = "2"
)

func (p *printer) style(style, s string) string {
	if !p.color || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

func (p *printer) line(format string, values ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", values...)
	}
}

// safe takes out what could steer a terminal: texts are other people's.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return utf8.RuneError
		}
		return r
	}, s)
}

// wrap breaks words into lines of at most width columns, counted in code
// points.
func wrap(words string, width int) []string {
	var lines []string
	line, length := "", 0
	for _, word := range strings.Fields(words) {
		n := utf8.RuneCountInString(word)
		switch {
		case line == "":
			line, length = word, n
		case length+1+n > width:
			lines = append(lines, line)
			line, length = word, n
		default:
			line, length = line+" "+word, length+1+n
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// table prints rows in columns, the last as wide as it is.
func (p *printer) table(head []string, rows [][]string) {
	widths := make([]int, len(head))
	for _, row := range append([][]string{head}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	print := func(row []string, style string) {
		var b strings.Builder
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			switch {
			case isNumber(cell) || style != "" && isColumnOfNumbers(rows, i):
				b.WriteString(space + cell + "  ")
			default:
				b.WriteString(cell + space + "  ")
			}
		}
		p.line("%s", p.style(style, strings.TrimRight(b.String(), " ")))
	}
	print(head, faint)
	for _, row := range rows {
		print(row, "")
	}
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,%") == "" && len(s) < 12
}

func isColumnOfNumbers(rows [][]string, i int) bool {
	for _, row := range rows {
		if !isNumber(row[i]) {
			return false
		}
	}
	return len(rows) > 0
}
