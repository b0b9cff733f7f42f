// Package dateparser stands in for github.com/markusmobius/go-dateparser where
// the main module replaces that by this folder.
//
// It reads no dates: Parse always returns ErrNotBuiltIn. The real package
// makes tables of 200 languages when a program starts, 186 ms and 100 MB of
// allocations whether or not a date is ever read (docs/decisions/article.md).
// go-htmldate, the only user of it here, asks it in its extensive mode alone,
// and article uses the fast mode. The types below are those that go-htmldate
// names.
package dateparser

import (
	"errors"
	"time"
)

// ErrNotBuiltIn is what Parse always returns.
var ErrNotBuiltIn = errors.New("dateparser is not built into this program")

// A ParserType is a way of reading dates.
type ParserType uint8

// The ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// A PreferredDateSource says how a date without a year is completed.
type PreferredDateSource uint8

// Past prefers the last such day.
const Past PreferredDateSource = 2

// Configuration is what go-htmldate sets. CurrentTime is used by go-htmldate
// itself.
type Configuration struct {
	CurrentTime         time.Time
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Date is a date that was read.
type Date struct{ Time time.Time }

// A Parser would read dates.
type Parser struct{ ParserTypes []ParserType }

// Parse returns the zero Date and ErrNotBuiltIn.
func (p *Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, ErrNotBuiltIn
}
