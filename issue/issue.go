// Package issue reads issues as researchers declare them, finds the statements
// that are on one, reads the positions that they take, and says how a later
// position stands to an earlier one.
//
// What is promised: any text is an issue or an error that names the line and
// what to do; a statement without a word of an issue costs one pass over its
// words; no position is read from what is asked, declined, supposed or told by
// somebody else of the speaker; the result of Compare does not depend on the
// order of what it is given, and never says of one of two positions whose times
// overlap that it changed the other.
package issue

import (
	"strings"
	"unicode"

	"onrecord"
)

// An Issue is what a researcher declares. Parse makes one of a file.
type Issue struct {
	ID     onrecord.IssueID
	Name   string // "Talks with Norrland"
	For    string // the position for, in words; may be empty
	Versus string // the position against, in words; may be empty
	Sides  []Side

	about, action []pattern
	poles         [2][]pattern    // what is said for, and against
	vocabulary    map[string]bool // words of its name, its positions and its sides
}

// A Side is a principal and those who speak for it.
type Side struct {
	Kind    onrecord.EntityKind // of the principal: Organisation where the file does not say
	Name    string              // of the principal: "Republic of Costa Verde"
	Members []string            // names, without roles
	Roles   []string            // of the members that have one, as the file gives them
}

// Key is the key of the principal in a record.
func (s *Side) Key() string { return string(s.Kind) + ":" + slug(s.Name) }

// has reports whether a speaker with this key is the principal or one of its
// members. Of a key only the name counts: whether an article was read as
// naming a country or an institution makes no difference.
func (s *Side) has(key string) bool {
	name := nameOfKey(key)
	if name == "" {
		return false
	}
	if name == slug(s.Name) {
		return true
	}
	for _, m := range s.Members {
		if name == slug(m) {
			return true
		}
	}
	return false
}

// sideOf is the side that a speaker belongs to, nil for none.
func (is *Issue) sideOf(key string) *Side {
	for i := range is.Sides {
		if is.Sides[i].has(key) {
			return &is.Sides[i]
		}
	}
	return nil
}

// principal is the key of whom the speaker speaks for, empty for himself.
func (is *Issue) principal(key string) string {
	s := is.sideOf(key)
	if s == nil || nameOfKey(key) == slug(s.Name) {
		return ""
	}
	return s.Key()
}

// nameOfKey is the name's part of a key: "rex-tillerson".
func nameOfKey(key string) string {
	_, name, _ := strings.Cut(key, ":")
	return name
}

// slug joins the words of a name by hyphens, as the keys of a record do.
func slug(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), "-")
}

// IDOf is the ID of an issue with this name, empty for a name without a letter
// or digit.
func IDOf(name string) onrecord.IssueID { return onrecord.IssueID(slug(name)) }
