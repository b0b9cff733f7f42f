package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord"
)

// ErrIdentification is wrapped by the error for an identification that says
// what cannot be.
var ErrIdentification = errors.New("not an identification")

// CheckIdentification says what is wrong with i in itself.
func CheckIdentification(i *onrecord.Identification) error {
	_, badTime := time.Parse(instant, string(i.When))
	var wrong string
	switch {
	case i.ID != i.ComputeID():
		wrong = "its ID should be " + string(i.ComputeID())
	case badTime != nil:
		wrong = fmt.Sprintf("its time %q is not as in %s", i.When, instant)
	case len(i.Evidence) == 0 && i.Kind != onrecord.Undone:
		wrong = "it gives no evidence"
	case !(i.Score >= 0 && i.Score <= 1):
		wrong = fmt.Sprintf("its score %v is not between 0 and 1", i.Score)
	case i.Kind == onrecord.Undone:
		wrong = wrongUndo(i)
	default:
		wrong = wrongKeys(i)
	}
	if wrong != "" {
		return fmt.Errorf("identification %s: %w: %s", i.ID, ErrIdentification, wrong)
	}
	return nil
}

func wrongUndo(i *onrecord.Identification) string {
	switch {
	case i.Undoes == "":
		return "it does not say which it undoes"
	case i.Key != "" || i.Other != "" || i.Docs != nil:
		return "an undo names nothing but what it undoes"
	case strings.TrimSpace(i.Who) == "":
		return "it does not say who undid it"
	}
	return ""
}

func wrongKeys(i *onrecord.Identification) string {
	for _, key := range []string{i.Key, i.Other} {
		if !IsKey(key) {
			return fmt.Sprintf("%q is not a key such as person:rex-tillerson", key)
		}
	}
	sorted := slices.Compact(slices.Sorted(slices.Values(i.Docs)))
	switch {
	case i.Kind != onrecord.Merged && i.Kind != onrecord.Split:
		return fmt.Sprintf("there is no kind %q", i.Kind)
	case i.Undoes != "":
		return "only an undo undoes"
	case i.Key == i.Other:
		return i.Key + " is itself"
	case i.Kind == onrecord.Merged && i.Docs != nil:
		return "a merge holds in all documents"
	case i.Kind == onrecord.Split && (len(sorted) == 0 || !slices.Equal(sorted, i.Docs)):
		return "a split must name its documents, sorted and each once"
	}
	return ""
}

// IsKey reports whether s is what KeyOf gives of some name.
func IsKey(s string) bool {
	kind, rest, ok := strings.Cut(s, ":")
	if !ok || rest == "" || !slices.Contains(entityKinds, onrecord.EntityKind(kind)) {
		return false
	}
	return strings.HasPrefix(rest, "-") || s == KeyOf(onrecord.EntityKind(kind), rest)
}

// Again reports whether i decides by evidence what was undone before.
func (ids *Identities) Again(i *onrecord.Identification) bool {
	if i.Who != "" || i.Kind == onrecord.Undone {
		return false
	}
	for _, one := range ids.List() {
		same := one.Key == i.Key && one.Other == i.Other || one.Kind == onrecord.Merged && one.Key == i.Other && one.Other == i.Key
		if one.UndoneBy != "" && one.Kind == i.Kind && same {
			return true
		}
	}
	return false
}

// NameOfKey makes a name to show of a key that no article prints. After a split
// it begins with a name that is printed, and the rest stands in brackets: of
// "person:john-smith-sheriff" and "John Smith" it is "John Smith (sheriff)".
func NameOfKey(key, printed string) (name string, began bool) {
	_, rest, _ := strings.Cut(key, ":")
	words, first := NameWords(rest), NameWords(printed)
	if len(first) > 0 && len(words) > len(first) && slices.Equal(words[:len(first)], first) {
		return printed + " (" + strings.Join(words[len(first):], " ") + ")", true
	}
	for i, w := range words {
		r := []rune(w)
		words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return strings.Join(words, " "), false
}
