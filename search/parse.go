package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/store"
)

// The grammar. White space parts terms; "and" binds closer than OR.
//
//	query = terms { "OR" terms }
//	terms = term { [ "AND" ] term }
//	term  = "-" term | "(" query ")" | field ":" value | phrase | word
//	value = phrase | word
//
// A phrase stands between quotation marks, straight or curly. Marks of
// punctuation that stand alone ask for nothing and are passed over.

// An Error says where a query cannot be read, and what to do.
type Error struct {
	Query string
	At    int    // in code points
	What  string // what is wrong, and what to write instead
}

func (e *Error) Error() string { return fmt.Sprintf("query, character %d: %s", e.At+1, e.What) }

// The limits keep a question answerable.
const (
	maxBytes = 4000
	maxDepth = 15
	maxTerms = 200
)

// Parse reads a query.
func Parse(text string) (Query, error) {
	text = strings.ToValidUTF8(text, "\uFFFD")
	p := &parser{text: text}
	if len(text) > maxBytes {
		return Query{}, p.tooLong()
	}
	e, err := p.query(0)
	if err != nil {
		return Query{}, err
	}
	if p.at < len(text) {
		return Query{}, p.fail(p.at, `")" without "(": take it away or quote it`)
	}
	q := of(e)
	if len(q.String()) > maxBytes { // as printed it must be readable again
		return Query{}, p.tooLong()
	}
	return q, nil
}

type parser struct {
	text  string
	at    int // in bytes
	terms int
}

func (p *parser) fail(at int, what string) error {
	return &Error{p.text, utf8.RuneCountInString(p.text[:at]), what}
}

func (p *parser) tooLong() error {
	return p.fail(0, fmt.Sprintf("longer than %d bytes: search for less of it", maxBytes))
}

// query reads to the end or to a closing parenthesis.
func (p *parser) query(depth int) (store.Expr, error) {
	var any []store.Expr
	for {
		before := p.at
		e, found, err := p.all(depth)
		if err != nil {
			return e, err
		}
		more := p.takeWord("OR")
		if !found && (more || len(any) > 0) {
			return e, p.fail(before, `a side of OR is empty: write a term on each side, or "OR" in quotation marks`)
		}
		if found {
			any = append(any, e)
		}
		if !more {
			return join(store.Or, any), nil
		}
	}
}

func (p *parser) all(depth int) (e store.Expr, found bool, err error) {
	var all []store.Expr
	for {
		p.space()
		p.takeWord("AND")
		p.space()
		if p.at == len(p.text) || p.text[p.at] == ')' || p.peekWord("OR") {
			return join(store.And, all), len(all) > 0, nil
		}
		e, found, err := p.term(depth)
		if err != nil {
			return e, false, err
		}
		if found {
			all = append(all, e)
		}
	}
}

func (p *parser) term(depth int) (e store.Expr, found bool, err error) {
	start := p.at
	if p.terms++; p.terms > maxTerms {
		return e, false, p.fail(start, fmt.Sprintf("more than %d terms: search for fewer", maxTerms))
	}
	switch r, size := utf8.DecodeRuneInString(p.text[p.at:]); {
	case r == '-':
		p.at += size
		return p.negated(depth)
	case r == '(':
		return p.group(depth)
	case isQuote(r):
		text, err := p.quoted()
		if err != nil {
			return e, false, err
		}
		e, err := p.leaf(start, store.Phrase, text, false)
		return e, err == nil, err
	}
	return p.word()
}

func (p *parser) negated(depth int) (e store.Expr, found bool, err error) {
	if depth >= maxDepth {
		return e, false, p.fail(p.at, fmt.Sprintf("nested more than %d deep: write it flatter", maxDepth))
	}
	if p.at == len(p.text) || p.text[p.at] == ')' || unicode.IsSpace(p.rune()) {
		return e, false, nil // a dash alone
	}
	e, found, err = p.term(depth + 1)
	return not(e), found, err
}

func (p *parser) group(depth int) (e store.Expr, found bool, err error) {
	start := p.at
	if depth >= maxDepth {
		return e, false, p.fail(start, fmt.Sprintf("nested more than %d deep: write it flatter", maxDepth))
	}
	p.at++
	if e, err = p.query(depth + 1); err != nil {
		return e, false, err
	}
	if p.at == len(p.text) {
		return e, false, p.fail(start, `"(" is never closed: add ")"`)
	}
	p.at++
	return e, e.Op != "" || e.Field != "", nil
}

// word reads a word, or a field with its value.
func (p *parser) word() (e store.Expr, found bool, err error) {
	start := p.at
	text := p.run(func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r) })
	if text == "OR" || text == "AND" {
		return e, false, p.fail(start, text+" joins two terms: put quotation marks around it to find the word")
	}
	prefix, rest, colon := strings.Cut(text, ":")
	if colon && isLetters(prefix) {
		field := store.Field(strings.ToLower(prefix))
		if !slices.Contains(Fields, field) {
			return e, false, p.fail(start, noField(prefix))
		}
		bare := true
		if rest == "" && p.at < len(p.text) && isQuote(p.rune()) {
			bare = false
			if rest, err = p.quoted(); err != nil {
				return e, false, err
			}
		}
		e, err = p.leaf(start, field, rest, bare)
		return e, err == nil, err
	}
	if strings.IndexFunc(text, isWord) < 0 {
		return e, false, nil
	}
	return store.Expr{Field: store.Words, Text: strings.ReplaceAll(text, "\x00", "\uFFFD")}, true, nil
}

func (p *parser) leaf(at int, field store.Field, text string, bare bool) (store.Expr, error) {
	e, err := leaf(field, text, bare)
	if err != nil {
		return e, p.fail(at, err.Error())
	}
	return e, nil
}

// quoted reads a phrase, from its opening mark on.
func (p *parser) quoted() (string, error) {
	start := p.at
	p.at += utf8.RuneLen(p.rune())
	text := p.run(isQuote)
	if p.at == len(p.text) {
		return "", p.fail(start, "a quotation mark is never closed: add one")
	}
	p.at += utf8.RuneLen(p.rune())
	return text, nil
}

// run takes characters until one that ends it.
func (p *parser) run(end func(rune) bool) string {
	n := strings.IndexFunc(p.text[p.at:], end)
	if n < 0 {
		n = len(p.text) - p.at
	}
	start := p.at
	p.at += n
	return p.text[start:p.at]
}

func (p *parser) rune() rune {
	r, _ := utf8.DecodeRuneInString(p.text[p.at:])
	return r
}

func (p *parser) space() { p.run(func(r rune) bool { return !unicode.IsSpace(r) }) }

func (p *parser) peekWord(w string) bool {
	rest, ok := strings.CutPrefix(p.text[p.at:], w)
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && (rest == "" || unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r))
}

func (p *parser) takeWord(w string) bool {
	if !p.peekWord(w) {
		return false
	}
	p.at += len(w)
	return true
}

func isQuote(r rune) bool { return strings.ContainsRune("\"“”„‟", r) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isLetters(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
