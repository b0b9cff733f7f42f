package issue

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"onrecord"
	"onrecord/issue/issuetest"
)

// TestPositions holds the positions of testdata/positions.txt. What is known to
// be read wrongly stands in knownPositions; it fails when one of them is right.
func TestPositions(t *testing.T) {
	text, err := os.ReadFile("testdata/positions.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "-- wind.issue --\n")
	file, lines, ok := strings.Cut(rest, "-- statements --\n")
	is, err := Parse("wind.issue", file)
	if err != nil || !ok {
		t.Fatal(err, ok)
	}
	m := NewMatcher(is)
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		want, r := wanted(line)
		if have := told(m, r); have != want {
			t.Errorf("%s\n  have %s, want %s", line, have, want)
		}
	}
}

// wanted cuts a line into what is wanted and the report.
func wanted(line string) (string, *onrecord.Report) {
	f := strings.SplitN(line, " ", 2)
	want, rest := f[0], f[1]
	for _, more := range []string{"if ", "soft "} {
		if strings.HasPrefix(rest, more) {
			want, rest = want+" "+strings.TrimSpace(more), rest[len(more):]
		}
	}
	f = strings.SplitN(rest, " ", 3)
	return want, &onrecord.Report{Statement: "s", Key: "person:agda-moll", Kind: onrecord.Kind(f[0]), Act: onrecord.Act(f[1]),
		Content: f[2], Quoted: issuetest.Quoted(f[2])}
}

// told is a position in the words of the file.
func told(m *Matcher, r *onrecord.Report) string {
	_, positions := m.Read(r, "")
	if len(positions) == 0 {
		return "none"
	}
	p := &positions[0]
	var b bytes.Buffer
	fmt.Fprint(&b, p.Pole)
	if len(p.Conditions) > 0 {
		b.WriteString(" if")
	} else if p.Certainty <= 0.6 {
		b.WriteString(" soft")
	}
	return b.String()
}
