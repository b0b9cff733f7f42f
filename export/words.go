package export

import (
	"strings"
	"unicode"

	"onrecord"
)

// The words by which transcripts and pages name the values of the nouns. A
// value that says nothing beyond the plain case (asserted, named) has no words.

// ActWords names an act, but for a plain assertion: "denied", "not said".
func ActWords(a onrecord.Act) string {
	if a == onrecord.Asserted {
		return ""
	}
	return strings.ReplaceAll(string(a), "_", " ")
}

var anonymityWords = map[onrecord.Anonymity]string{
	onrecord.Spokesperson: "spokesperson", onrecord.TitleOnly: "title only", onrecord.Collective: "a group",
	onrecord.Unnamed: "not named", onrecord.Documentary: "a document",
}

// AnonymityWords names how closely a source is named, but for a named one.
func AnonymityWords(a onrecord.Anonymity) string { return anonymityWords[a] }

// HopWords says one step of the way a statement took: "told the Courier",
// "through Radio North (cited)", "posted on Twitter", "reportedly".
func HopWords(hop onrecord.Hop) string {
	switch {
	case hop.Name == "" && hop.Kind == onrecord.HopReported:
		return "reportedly"
	case hop.Name == "" && hop.Kind == onrecord.HopSaid:
		return "through somebody (said)"
	case hop.Name == "":
		return string(hop.Kind)
	case hop.Kind == onrecord.HopTold:
		return "told " + hop.Name
	case hop.Kind == onrecord.HopPosted:
		return "posted on " + hop.Name
	}
	return "through " + hop.Name + " (" + string(hop.Kind) + ")"
}

// Verb is a cue without the mark at its end; a cue that is only a mark has
// none.
func Verb(cue string) string {
	if strings.IndexFunc(cue, unicode.IsLetter) < 0 {
		return ""
	}
	return strings.TrimRight(cue, " :,")
}

// A Way is to whom, where, at what and by what the words were said, and through
// whom they reached the page, as the article names them; empty where it does
// not.
type Way struct {
	Addressee, Venue, Occasion, Medium string
	Via                                []onrecord.Hop
}

// Parts says the way in words, each thing once: "to lawmakers", "at the State
// Department", "during a rally", "via a statement", "told the Courier".
func (w Way) Parts() []string { return append(w.Setting(), w.Hops()...) }

// Setting is the part of it before the hops.
func (w Way) Setting() (out []string) {
	if w.Addressee != "" && !w.named(onrecord.HopTold, w.Addressee) {
		out = append(out, "to "+w.Addressee)
	}
	if w.Venue != "" {
		out = append(out, placed(w.Venue))
	}
	if w.Occasion != "" {
		out = append(out, "during "+w.Occasion)
	}
	if w.Medium != "" && !w.named(onrecord.HopTold, w.Medium) && !w.named(onrecord.HopPosted, w.Medium) {
		out = append(out, "via "+w.Medium)
	}
	return out
}

// Hops says each hop.
func (w Way) Hops() (out []string) {
	for _, hop := range w.Via {
		out = append(out, HopWords(hop))
	}
	return out
}

// named reports whether a hop of this kind says the name already.
func (w Way) named(kind onrecord.HopKind, name string) bool {
	for _, hop := range w.Via {
		if hop.Kind == kind && hop.Name != "" && (strings.HasSuffix(name, hop.Name) || strings.HasSuffix(hop.Name, name)) {
			return true
		}
	}
	return false
}

// placed is a place with its preposition: "at the State Department", "in
// Brussels".
func placed(venue string) string {
	first, _, _ := strings.Cut(strings.ToLower(venue), " ")
	switch first {
	case "the", "a", "an", "his", "her", "its", "their":
		return "at " + venue
	}
	return "in " + venue
}

// both are how a relation is named from the end it goes from and from the other.
var both = map[onrecord.RelationKind][2]string{
	onrecord.Repeats:     {"repeats", "repeated by"},
	onrecord.Elaborates:  {"elaborates", "elaborated by"},
	onrecord.Qualifies:   {"qualifies", "qualified by"},
	onrecord.Reverses:    {"reverses", "reversed by"},
	onrecord.WalksBack:   {"walks back", "walked back by"},
	onrecord.Contradicts: {"contradicts", "contradicted by"},
	onrecord.Denies:      {"denies", "denied by"},
	onrecord.Rejects:     {"rejects", "rejected by"},
	onrecord.Criticises:  {"criticises", "criticised by"},
	onrecord.Endorses:    {"endorses", "endorsed by"},
	onrecord.Confirms:    {"confirms", "confirmed by"},
	onrecord.RespondsTo:  {"responds to", "answered by"},
	onrecord.Relays:      {"relays", "relayed by"},
	onrecord.Recalls:     {"recalls", "recalled by"},
	onrecord.AboutEvent:  {"is about", "is the subject of"},
	onrecord.AfterEvent:  {"said after", "followed by"},
}

// RelationWords names a kind of relation from the end it goes from, "walks
// back", or from the end it goes to, "walked back by".
func RelationWords(k onrecord.RelationKind, from bool) string {
	words, ok := both[k]
	switch {
	case !ok:
		return strings.ReplaceAll(string(k), "_", " ")
	case from:
		return words[0]
	}
	return words[1]
}
