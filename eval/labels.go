package eval

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"onrecord"
)

// Labels are hand-made answers to one question about single statements of a
// corpus, in a file of tab-separated lines without the corpus's words: half,
// article, start and end (code points), one more column, answer, and for some
// questions what the answer rests on. Rules may be tuned on the half "dev";
// "held" is for reporting.

// A Label is one answer.
type Label struct {
	Half    string // Dev or Held
	Article string
	Points  [2]int // of the source or of the cue
	Aux     string // the form of the source, the day of publication, the class of anonymity
	Want    string // the answer, with "|" between answers that are both defensible; "-" when the article does not say
	Basis   string // what the answer rests on, where the file says so
}

// The halves of labels.
const (
	Dev  = "dev"
	Held = "held"
)

// ReadLabels reads a file of labels; lines that begin with # are about it.
func ReadLabels(path string) ([]Label, error) {
	var out []Label
	err := eachRow(path, 6, 7, func(f []string, points [2]int) error {
		l := Label{Half: f[0], Article: f[1], Points: points, Aux: f[4], Want: f[5]}
		if len(f) > 6 {
			l.Basis = f[6]
		}
		out = append(out, l)
		return nil
	})
	return out, err
}

// eachRow reads lines that begin with half, article, start and end and have
// from least to most columns.
func eachRow(path string, least, most int, f func(columns []string, points [2]int) error) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("labels: %w", err)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) < least || len(columns) > most {
			return fmt.Errorf("labels %s:%d: %d columns, want %d to %d", path, n+1, len(columns), least, most)
		}
		if half := columns[0]; half != Dev && half != Held {
			return fmt.Errorf("labels %s:%d: half %q, want %s or %s", path, n+1, half, Dev, Held)
		}
		start, err1 := strconv.Atoi(columns[2])
		end, err2 := strconv.Atoi(columns[3])
		if err1 != nil || err2 != nil || start >= end {
			return fmt.Errorf("labels %s:%d: start %q and end %q are no span", path, n+1, columns[2], columns[3])
		}
		if err := f(columns, [2]int{start, end}); err != nil {
			return fmt.Errorf("labels %s:%d: %w", path, n+1, err)
		}
	}
	return nil
}

// Half returns the labels of one half.
func Half(half string, labels []Label) []Label {
	var out []Label
	for _, l := range labels {
		if l.Half == half {
			out = append(out, l)
		}
	}
	return out
}

// At finds the label's span in a reading of its article.
func (l *Label) At(r *onrecord.Reading) onrecord.Span {
	return onrecord.NewOffsets(r.Doc.Text).Bytes(l.Points)
}
