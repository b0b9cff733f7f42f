package issue

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/issue/issuetest"
)

// TestPositions holds the positions of testdata/positions*.txt: an issue, then
// statements on it, and so on. Those of positions_unread.txt are known not to be
// read.
func TestPositions(t *testing.T) {
	files, err := filepath.Glob("testdata/positions*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		unread := strings.HasSuffix(file, "_unread.txt")
		for _, part := range strings.Split(string(text), ".issue --\n")[1:] {
			declared, lines, ok := strings.Cut(part, "-- statements --\n")
			is, err := Parse(file, declared)
			if err != nil || !ok {
				t.Fatal(file, err, ok)
			}
			checkPositions(t, NewMatcher(is), lines, unread)
		}
	}
}

func checkPositions(t *testing.T, m *Matcher, lines string, unread bool) {
	key := "person:somebody"
	if sides := m.Issues()[0].Sides; len(sides) > 0 {
		key = "person:" + slug(sides[0].Members[0])
	}
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "-- ") {
			continue
		}
		want, r := wanted(line)
		r.Key = key
		switch have := told(m, r); {
		case unread && have == want:
			t.Errorf("%s\n  is read now: move it to another file", line)
		case !unread && have != want:
			t.Errorf("%s\n  have %s, want %s", line, have, want)
		}
	}
}

// wanted cuts a line into what is wanted and the report.
func wanted(line string) (string, *onrecord.Report) {
	f := strings.SplitN(line, " ", 2)
	want, rest := f[0], f[1]
	for _, more := range []string{"if ", "free ", "soft "} {
		if strings.HasPrefix(rest, more) {
			want, rest = want+" "+strings.TrimSpace(more), rest[len(more):]
		}
	}
	f = strings.SplitN(rest, " ", 3)
	cue := ""
	if after, ok := strings.CutPrefix(f[2], "["); ok {
		cue, f[2], _ = strings.Cut(after, "] ")
	}
	return want, &onrecord.Report{Statement: "s", Kind: onrecord.Kind(f[0]), Act: onrecord.Act(f[1]), Cue: cue,
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
	} else if p.Unconditional {
		b.WriteString(" free")
	} else if p.Certainty <= 0.6 {
		b.WriteString(" soft")
	}
	return b.String()
}
