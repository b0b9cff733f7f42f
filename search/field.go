package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"onrecord/store"
)

// Fields are what can stand before a colon.
var Fields = []store.Field{
	store.SpeakerIs, store.KeyIs, store.RoleIs, store.OutletIs, store.ViaIs, store.ToIs,
	store.KindIs, store.ActIs, store.AnonIs, store.RelationIs, store.SaidIn, store.PrintedIn, store.DocIs,
}

// noField says that there is none of that name, and which there are.
func noField(name string) string {
	names := make([]string, len(Fields))
	for i, f := range Fields {
		names[i] = string(f) + ":"
	}
	return fmt.Sprintf("no field %s: %sthere are %s; put quotation marks around words with a colon",
		name, meant(strings.ToLower(name), names), strings.Join(names, " "))
}

// meant is what text may be a slip for: the first of known that begins as it
// does, by three letters or more.
func meant(text string, known []string) string {
	for n := len(text); n >= 3; n-- {
		for _, k := range known {
			if strings.HasPrefix(k, text[:n]) {
				return "did you mean " + k + "? "
			}
		}
	}
	return ""
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
	case store.RelationIs:
		return oneOf(e, append(slices.Clone(Relations), store.Any))
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
	case store.OutletIs, store.RoleIs, store.ViaIs, store.ToIs:
		return store.Expr{Field: field}, true
	case store.SaidIn, store.PrintedIn:
		return store.Expr{Field: field, Text: store.Unknown}, true
	}
	return store.Expr{}, false
}

// oneOf sees that a value is one of a list. Its words may be parted by spaces,
// hyphens or underscores.
func oneOf(e store.Expr, known []string) (store.Expr, error) {
	e.Text = strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(e.Text))
	if !slices.Contains(known, e.Text) {
		return e, fmt.Errorf("%s:%s is not known: %swrite one of %s", e.Field, e.Text, meant(e.Text, known), strings.Join(known, ", "))
	}
	return e, nil
}

// plain takes out what cannot stand between quotation marks: names and phrases
// are found by their words.
func plain(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return isQuote(r) || unicode.IsSpace(r) || r == 0 }), " ")
}
