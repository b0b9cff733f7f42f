package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The styles of a terminal (ECMA-48, SGR).
const (
	bold = "1"
	dim  = "2"
)

// A run is words in one style.
type run struct{ words, style string }

// printed is what goes out, wrapped to some columns.
type printed struct {
	out   strings.Builder
	width int
	color bool
	style string // that is on
}

func (p *printed) line(s string) { p.out.WriteString(s + "\n") }

// wrap writes words in lines, each begun by indent.
func (p *printed) wrap(indent string, runs ...run) { p.wrapAfter(indent, indent, runs...) }

// wrapAfter writes words in lines, the first begun by first, the others by
// indent, which is as wide. Control and direction marks, which could steer a
// terminal, are replaced.
func (p *printed) wrapAfter(first, indent string, runs ...run) {
	p.out.WriteString(first)
	length, begun := utf8.RuneCountInString(first), false
	for i, r := range runs {
		glued := i > 0 && !strings.HasPrefix(r.words, " ") // a comma after the words before
		for _, word := range strings.Fields(r.words) {
			n := utf8.RuneCountInString(word)
			switch {
			case !begun || glued:
			case length+1+n > p.width:
				p.set("")
				p.out.WriteString("\n" + indent)
				length = utf8.RuneCountInString(indent)
			default:
				p.out.WriteByte(' ')
				length++
			}
			p.set(r.style)
			p.out.WriteString(strings.Map(harmless, word))
			length, begun, glued = length+n, true, false
		}
	}
	p.set("")
	p.out.WriteByte('\n')
}

// set changes the style, where there is colour.
func (p *printed) set(style string) {
	if !p.color || p.style == style {
		return
	}
	if p.style != "" {
		p.out.WriteString("\x1b[0m")
	}
	if style != "" {
		p.out.WriteString("\x1b[" + style + "m")
	}
	p.style = style
}

func harmless(c rune) rune {
	if unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) {
		return utf8.RuneError
	}
	return c
}
