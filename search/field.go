package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"onrecord/store"
)

// Fields are what can stand before a colon.
var Fields = []store.Field{store.SpeakerIs, store.KeyIs, store.OutletIs, store.KindIs, store.ActIs, store.AnonIs, store.SaidIn, store.PrintedIn, store.DocIs}

func fieldList() string {
	names := make([]string, len(Fields))
	for i, f := range Fields {
		names[i] = string(f) + ":"
	}
	return strings.Join(names, " ")
}

// leaf makes a condition of a field and its value. A bare value may be the word
// "unknown"; between quotation marks that is a word like any other.
func leaf(field store.Field, text string, bare bool) (store.Expr, error) {
	if bare && text == store.Unknown {
		if e, ok := unknown(field); ok {
			return e, nil
		}
	}
	e := store.Expr{Field: field, Text: plain(text)}
	switch field {
	case store.KindIs:
		return oneOf(e, Kinds)
	case store.ActIs:
		return oneOf(e, Acts)
	case store.AnonIs:
		return oneOf(e, Anonymities)
	case store.SaidIn, store.PrintedIn:
		from, until, err := Days(text)
		return store.Expr{Field: field, From: from, Until: until}, err
	}
	if strings.IndexFunc(text, isWord) < 0 {
		if field == store.Phrase || field == store.Words {
			return e, fmt.Errorf("no word between the quotation marks: write one, or take them away")
		}
		return e, fmt.Errorf("%s: is empty: write a value after the colon, without a space", field)
	}
	return e, nil
}

// unknown is the condition that a field's value is not known.
func unknown(field store.Field) (store.Expr, bool) {
	switch field {
	case store.SpeakerIs, store.KeyIs:
		return store.Expr{Field: store.KeyIs}, true
	case store.OutletIs:
		return store.Expr{Field: store.OutletIs}, true
	case store.SaidIn, store.PrintedIn:
		return store.Expr{Field: field, Text: store.Unknown}, true
	}
	return store.Expr{}, false
}

func oneOf(e store.Expr, known []string) (store.Expr, error) {
	e.Text = strings.ToLower(e.Text)
	if !slices.Contains(known, e.Text) {
		return e, fmt.Errorf("%s:%s is not known: write one of %s", e.Field, e.Text, strings.Join(known, ", "))
	}
	return e, nil
}

// plain takes out what cannot stand between quotation marks: names and phrases
// are found by their words.
func plain(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return isQuote(r) || unicode.IsSpace(r) || r == 0 }), " ")
}
