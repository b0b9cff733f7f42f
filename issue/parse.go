package issue

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord"
)

// The file of an issue is lines. One that begins with # says nothing. Every
// other line begins with a keyword or with white space, and then it goes on
// with the keyword before it:
//
//	issue     its name
//	about     words of which a statement on the issue has one, parted by |
//	action    what one is for or against, parted by |; may be left out
//	for       the position in words, then lines with one pattern each
//	against   the same
//	side      Principal: Name (role) | Name (role); any number of these
//
// In words and patterns * at the end of a word stands for any ending, and
// {a|b} for one of the two.

// mostText and mostPatterns bound what an issue may hold, so that a file that is no issue
// ends in an error.
const (
	mostText     = 64 << 10
	mostPatterns = 500
)

// Parse reads the file of an issue; file is its name, for errors.
func Parse(file, text string) (*Issue, error) {
	switch {
	case len(text) > mostText:
		return nil, fmt.Errorf("%s: %d bytes; the file of an issue has at most %d", file, len(text), mostText)
	case !utf8.ValidString(text):
		return nil, fmt.Errorf("%s: not UTF-8; save it as UTF-8", file)
	}
	p := parser{file: file, is: &Issue{}}
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		p.line = i + 1
		if err := p.read(strings.TrimRight(line, "\r \t")); err != nil {
			return nil, err
		}
	}
	if err := p.finish(); err != nil {
		return nil, err
	}
	return p.is, nil
}

type parser struct {
	file    string
	line    int
	is      *Issue
	keyword string
	seen    int // patterns
}

func (p *parser) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.file, p.line, fmt.Sprintf(format, args...))
}

func (p *parser) read(line string) error {
	rest := strings.TrimSpace(line)
	if rest == "" || rest[0] == '#' {
		return nil
	}
	if strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") {
		return p.goOn(rest)
	}
	keyword, value := rest, ""
	if i := strings.IndexAny(rest, " \t"); i >= 0 {
		keyword, value = rest[:i], strings.TrimSpace(rest[i:])
	}
	return p.begin(strings.TrimSuffix(keyword, ":"), value)
}

// begin takes a line with a keyword.
func (p *parser) begin(keyword, value string) error {
	p.keyword = keyword
	switch keyword {
	case "issue", "about", "action", "for", "against", "side":
	default:
		return p.errorf("%q is no keyword; a line begins with issue, about, action, for, against or side, "+
			"or with white space to go on with the line before", keyword)
	}
	if value == "" {
		return p.errorf("nothing follows %s; write it on this line", keyword)
	}
	switch keyword {
	case "issue":
		if p.is.Name != "" {
			return p.errorf("a second issue; write it into a file of its own")
		}
		if p.is.Name, p.is.ID = value, IDOf(value); p.is.ID == "" {
			return p.errorf("the name %q has no letter or digit; give the issue a name", value)
		}
		return nil
	case "about":
		return p.patterns(&p.is.about, value)
	case "action":
		return p.patterns(&p.is.action, value)
	case "for":
		return p.position(&p.is.For, value)
	case "against":
		return p.position(&p.is.Versus, value)
	}
	return p.side(value)
}

func (p *parser) position(into *string, value string) error {
	if *into != "" {
		return p.errorf("a second %s; begin further patterns with white space", p.keyword)
	}
	*into = value
	return nil
}

// goOn takes a line that begins with white space.
func (p *parser) goOn(value string) error {
	switch p.keyword {
	case "about":
		return p.patterns(&p.is.about, value)
	case "action":
		return p.patterns(&p.is.action, value)
	case "for":
		return p.patterns(&p.is.poles[forPole], value)
	case "against":
		return p.patterns(&p.is.poles[againstPole], value)
	case "side":
		return p.members(&p.is.Sides[len(p.is.Sides)-1], value)
	case "issue":
		return p.errorf("the name of an issue stands on one line; begin this one with a keyword")
	}
	return p.errorf("begins with white space, but there is no keyword before it")
}

// patterns reads patterns parted by | outside braces.
func (p *parser) patterns(into *[]pattern, value string) error {
	for _, one := range splitBars(value) {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		made, err := compile(one)
		if err != nil {
			return p.errorf("%q: %v", one, err)
		}
		if p.keyword != "about" {
			made.inflect()
		}
		if p.seen++; p.seen > mostPatterns {
			return p.errorf("more than %d patterns; part the issue in two", mostPatterns)
		}
		*into = append(*into, made)
	}
	return nil
}

func splitBars(s string) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '|':
			if depth <= 0 {
				out, from = append(out, s[from:i]), i+1
			}
		}
	}
	return append(out, s[from:])
}

// side reads "Principal: Name (role) | Name"; the kind of the principal may
// stand before it, "person: Ana Duarte: …".
func (p *parser) side(value string) error {
	s := Side{Kind: onrecord.Organisation}
	name, members, ok := strings.Cut(value, ":")
	switch kind := onrecord.EntityKind(strings.TrimSpace(name)); kind {
	case onrecord.Person, onrecord.Organisation, onrecord.Country, onrecord.Group:
		s.Kind = kind
		name, members, ok = strings.Cut(members, ":")
	}
	if s.Name = strings.TrimSpace(name); !ok || slug(s.Name) == "" {
		return p.errorf("a side is written: Principal: Name (role) | Name (role)")
	}
	p.is.Sides = append(p.is.Sides, s)
	return p.members(&p.is.Sides[len(p.is.Sides)-1], members)
}

func (p *parser) members(s *Side, value string) error {
	for _, m := range strings.Split(value, "|") {
		name, role, ok := strings.Cut(m, "(")
		if ok {
			s.Roles = append(s.Roles, strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(role), ")")))
		}
		if slug(name) != "" {
			s.Members = append(s.Members, strings.TrimSpace(name))
		}
	}
	return nil
}

// finish says what is missing.
func (p *parser) finish() error {
	is := p.is
	switch {
	case is.Name == "":
		return fmt.Errorf("%s: no name; begin with a line: issue Its name", p.file)
	case len(is.about) == 0:
		return fmt.Errorf("%s: no words; add a line: about word | another word | third*", p.file)
	case len(is.action)+len(is.poles[forPole])+len(is.poles[againstPole]) == 0:
		return fmt.Errorf("%s: no position could be read; add a line: action what one is for or against, "+
			"or patterns under for and against", p.file)
	}
	is.vocabulary = is.ownVocabulary()
	return nil
}

// ownVocabulary are the words of the issue's name, positions and sides.
func (is *Issue) ownVocabulary() map[string]bool {
	out := map[string]bool{}
	texts := []string{is.Name, is.For, is.Versus}
	for _, s := range is.Sides {
		texts = append(append(texts, s.Name), s.Members...)
	}
	for _, t := range texts {
		for _, w := range words(t) {
			if !function[w.norm] {
				out[w.norm] = true
			}
		}
	}
	return out
}
