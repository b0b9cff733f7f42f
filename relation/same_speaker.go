package relation

import "strings"

// How two speakers stand to each other.
const (
	oneSpeaker   = iota // of one key
	maybeSpeaker        // one is not known by name, or a name is a part of the other's
	twoSpeakers
)

// speakers compares two keys of a record, "person:rex-tillerson". A role that
// no name goes with, "unknown:trade-minister", says little of who it is.
func speakers(a, b string) int {
	kindA, nameA, _ := strings.Cut(a, ":")
	kindB, nameB, _ := strings.Cut(b, ":")
	switch {
	case a == b && a != "":
		return oneSpeaker
	case nameA == "" || nameB == "" || kindA == "unknown" || kindB == "unknown", tail(nameA, nameB), tail(nameB, nameA):
		return maybeSpeaker
	}
	return twoSpeakers
}

// tail reports a name that is the end of another: the last name, or the name
// without a title before it.
func tail(name, full string) bool {
	return strings.HasSuffix(full, name) && (len(full) == len(name) || full[len(full)-len(name)-1] == '-')
}

// Apart reports keys of two speakers, whose reports Same never joins.
func Apart(a, b string) bool { return speakers(a, b) == twoSpeakers }
