package onrecord_test

import (
	"testing"

	"onrecord"
)

func TestReaderVersion(t *testing.T) {
	for s, want := range map[string]onrecord.ReaderVersion{
		"":            {},
		"1":           {Stages: "1"},
		"1 raw":       {Stages: "1", Raw: true},
		"2 accurate":  {Stages: "2", Model: onrecord.Accurate},
		"2 fast raw":  {Stages: "2", Model: onrecord.Fast, Raw: true},
		"2.1 fast":    {Stages: "2.1", Model: onrecord.Fast},
		"12 raw":      {Stages: "12", Raw: true},
		"raw":         {Stages: "raw"},
		"2 fast fast": {},
		"2 best":      {},
		"2 raw fast":  {},
		"2 ":          {},
		" raw":        {},
		" fast":       {},
		"2  fast":     {},
		"2 fast raw ": {},
		"2 raw raw":   {},
	} {
		have, err := onrecord.ParseReaderVersion(s)
		if have != want || (err == nil) != (want != (onrecord.ReaderVersion{}) || s == "") {
			t.Errorf("ParseReaderVersion(%q) = %+v, %v; want %+v", s, have, err, want)
		}
		if err == nil && have.String() != s {
			t.Errorf("%q is written as %q", s, have.String())
		}
	}
}
