package web

import (
	"slices"
	"strings"

	"onrecord"
)

// A correctedView is what a person decided of a statement, in words.
type correctedView struct {
	Words string // "speaker: Rex Tillerson"
	Who   string
	Why   string
	Day   onrecord.Day
}

func correctedViews(list []onrecord.Correction) []correctedView {
	out := make([]correctedView, len(list))
	for i := range list {
		day, _, _ := strings.Cut(string(list[i].When), "T")
		out[i] = correctedView{correctedWords(&list[i]), list[i].Who, list[i].Why, onrecord.Day(day)}
	}
	return out
}

func correctedWords(c *onrecord.Correction) string {
	value := c.Value
	switch c.Field {
	case onrecord.CorrectNote:
		return "note"
	case onrecord.CorrectRemoved:
		return map[string]string{"yes": "no statement", "no": "a statement after all"}[value]
	case onrecord.CorrectSpeaker:
		_, value, _ = strings.Cut(value, ":")
	case onrecord.CorrectSaid:
		value = edtfText(value)
	}
	if value == "" {
		value = "unknown"
	}
	return string(c.Field) + ": " + value
}

// correctionsOf are those of one statement of r.
func correctionsOf(r *onrecord.Reading, st *onrecord.Statement) (list []onrecord.Correction) {
	for _, c := range r.Corrections {
		if slices.Contains(st.Corrections, c.ID) {
			list = append(list, c)
		}
	}
	return list
}
