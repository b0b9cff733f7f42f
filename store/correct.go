package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord"
)

// Corrections are kept beside what the reader found and applied to it: Apply
// says what holds. An engine applies them when it stores, so that a corrected
// speaker is found and counted as any other.

// A Decision is a correction with what it decides now.
type Decision struct {
	onrecord.Correction
	// Now is the statement it is about, as the reader found it; nil when no
	// statement of the document stands there now.
	Now *onrecord.Statement
	// Superseded says that a later correction decides the same.
	Superseded bool
}

// instant is how an Instant is written.
const instant = "2006-01-02T15:04:05.000000Z"

// InstantOf writes a time as corrections keep it.
func InstantOf(t time.Time) onrecord.Instant { return onrecord.Instant(t.UTC().Format(instant)) }

// SpeakerValue is the Value that corrects a speaker; an empty name means that
// the speaker is unknown.
func SpeakerValue(kind onrecord.EntityKind, name string) string {
	if name == "" {
		return ""
	}
	return string(kind) + ":" + name
}

// ParseSpeakerValue splits what SpeakerValue joined.
func ParseSpeakerValue(value string) (kind onrecord.EntityKind, name string) {
	k, name, _ := strings.Cut(value, ":")
	return onrecord.EntityKind(k), name
}

var entityKinds = []onrecord.EntityKind{onrecord.Person, onrecord.Organisation, onrecord.Group, onrecord.Country, onrecord.Paper, onrecord.UnknownKind}

// CheckCorrection says what is wrong with c, but for its document.
func CheckCorrection(c *onrecord.Correction) error {
	made := onrecord.Statement{Doc: c.Doc, Content: c.Content, Cue: c.Cue, Source: c.Source}
	_, badTime := time.Parse(instant, string(c.When))
	var wrong string
	switch {
	case c.ID != c.ComputeID():
		wrong = "its ID should be " + string(c.ComputeID())
	case c.Statement != made.ComputeID():
		wrong = "its spans are not those of statement " + string(c.Statement)
	case strings.TrimSpace(c.Who) == "":
		wrong = "it does not say who made it"
	case badTime != nil:
		wrong = fmt.Sprintf("its time %q is not as in %s", c.When, instant)
	default:
		wrong = wrongValue(c)
	}
	if wrong != "" {
		return fmt.Errorf("correction %s of statement %s: %w: %s", c.ID, c.Statement, ErrCorrection, wrong)
	}
	return nil
}

func wrongValue(c *onrecord.Correction) string {
	ok := c.Value == ""
	switch c.Field {
	case onrecord.CorrectSpeaker:
		kind, name := ParseSpeakerValue(c.Value)
		ok = ok || slices.Contains(entityKinds, kind) && strings.TrimSpace(name) != ""
	case onrecord.CorrectKind:
		ok = slices.Contains([]string{"direct", "indirect", "mixed", "act"}, c.Value) && (len(c.Content) > 0 || c.Value == "act")
	case onrecord.CorrectSaid:
		ok = ok == (c.From == "" && c.Until == "")
	case onrecord.CorrectRemoved:
		ok = c.Value == "yes" || c.Value == "no"
	case onrecord.CorrectNote:
	default:
		return fmt.Sprintf("there is no field %q", c.Field)
	}
	if !ok {
		return fmt.Sprintf("%s cannot be %q", c.Field, c.Value)
	}
	return ""
}

// SortCorrections puts corrections into the order in which they hold.
func SortCorrections(list []onrecord.Correction) {
	slices.SortFunc(list, func(a, b onrecord.Correction) int { return compare(&a, &b) })
}

// SortDecisions does the same with decisions.
func SortDecisions(list []Decision) {
	slices.SortFunc(list, func(a, b Decision) int { return compare(&a.Correction, &b.Correction) })
}

func compare(a, b *onrecord.Correction) int {
	return cmp.Or(cmp.Compare(a.When, b.When), cmp.Compare(a.ID, b.ID))
}
