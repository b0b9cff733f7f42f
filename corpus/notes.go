package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"onrecord"
)

// note reads "speaker: NAME; said: EDTF"; notes of another form are remarks.
func (a *Attribution) note(text string) {
	for part := range strings.SplitSeq(text, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), ":")
		switch value = strings.TrimSpace(value); key {
		case "speaker":
			a.Speaker = value
		case "said":
			a.Said = onrecord.EDTF(value)
		}
	}
}

// Note is the note that ReadPolNeAR understands, empty when nothing is known.
func (a *Attribution) Note() string {
	var parts []string
	if a.Speaker != "" {
		parts = append(parts, "speaker: "+a.Speaker)
	}
	if a.Said != "" {
		parts = append(parts, "said: "+string(a.Said))
	}
	return strings.Join(parts, "; ")
}

type metadata struct {
	outlet    string
	published onrecord.EDTF
}

// readMetadata reads the first of the files that exists: tab-separated, its
// first line naming the columns, of which filename, publisher and
// publication_date are used.
func readMetadata(paths ...string) (map[string]metadata, error) {
	known := map[string]metadata{}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		lines := strings.Split(string(b), "\n")
		column := map[string]int{}
		for i, name := range strings.Split(lines[0], "\t") {
			column[name] = i + 1
		}
		for _, line := range lines[1:] {
			f := append([]string{""}, strings.Split(line, "\t")...)
			at := func(name string) string {
				if i := column[name]; i < len(f) {
					return f[i]
				}
				return ""
			}
			known[at("filename")] = metadata{at("publisher"), onrecord.EDTF(at("publication_date"))}
		}
		return known, nil
	}
	return known, nil
}
