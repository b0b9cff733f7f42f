package eval

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"onrecord"
)

// Labels are hand-made answers to one question about single statements of a
// corpus, in a file of tab-separated lines without the corpus's words: half,
// article, start and end (code points), one more column, answer. Rules may be
// tuned on the half "dev"; "held" is for reporting.

// A Label is one answer.
type Label struct {
	Half    string // "dev" or "held"
	Article string
	Points  [2]int // of the source or of the cue
	Aux     string // the form of the source; for times the day of publication
	Want    string // a name, or EDTF values with "|" between them; "-" when the article does not say
}

// ReadLabels reads a file of labels; lines that begin with # are about it.
func ReadLabels(path string) ([]Label, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("labels: %w", err)
	}
	var out []Label
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 6 {
			return nil, fmt.Errorf("labels %s:%d: %d columns, want 6", path, n+1, len(f))
		}
		start, err1 := strconv.Atoi(f[2])
		end, err2 := strconv.Atoi(f[3])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("labels %s:%d: start and end are no numbers", path, n+1)
		}
		out = append(out, Label{f[0], f[1], [2]int{start, end}, f[4], f[5]})
	}
	return out, nil
}

// Answers counts what a reading says to labels.
type Answers struct{ Labels, Found, Right, Wrong int }

// Sources asks who is meant: the statement whose source overlaps the label's
// span must name the one wanted, or nobody where the article names nobody.
func Sources(labels []Label, read map[string]*onrecord.Reading) Answers {
	return answers(labels, read, func(st *onrecord.Statement) onrecord.Span { return st.Source },
		func(l *Label, st *onrecord.Statement, r *onrecord.Reading) (right, wrong bool) {
			name := speakerName(r, st.Speaker)
			named := name != "" && st.Anonymity == onrecord.Named
			switch {
			case l.Want == "-":
				return !named, named
			case !named:
				return false, false
			}
			right = sameName(name, l.Want)
			return right, !right
		})
}

// Times asks when: the statement whose cue overlaps the label's span must have
// one of the times wanted, or none but an inferred one where the article does
// not say.
func Times(labels []Label, read map[string]*onrecord.Reading) Answers {
	return answers(labels, read, func(st *onrecord.Statement) onrecord.Span { return st.Cue },
		func(l *Label, st *onrecord.Statement, _ *onrecord.Reading) (right, wrong bool) {
			said := st.Said
			unsaid := said.EDTF == "" || said.Basis == "inferred"
			for want := range strings.SplitSeq(l.Want, "|") {
				if want == "-" && unsaid || sameTime(onrecord.EDTF(want), said.EDTF) {
					return true, false
				}
			}
			return false, !unsaid
		})
}

func answers(labels []Label, read map[string]*onrecord.Reading, place func(*onrecord.Statement) onrecord.Span,
	judge func(*Label, *onrecord.Statement, *onrecord.Reading) (right, wrong bool)) Answers {
	var a Answers
	for i := range labels {
		l := &labels[i]
		r := read[l.Article]
		if r == nil {
			continue
		}
		a.Labels++
		span := onrecord.NewOffsets(r.Doc.Text).Bytes(l.Points)
		at := slices.IndexFunc(r.Statements, func(st onrecord.Statement) bool { return place(&st).Overlaps(span) })
		if at < 0 {
			continue
		}
		a.Found++
		right, wrong := judge(l, &r.Statements[at], r)
		if right {
			a.Right++
		}
		if wrong {
			a.Wrong++
		}
	}
	return a
}

// Lines are the counts as lines of a scoreboard.
func (a Answers) Lines(corpus, stage, what string) []Line {
	return []Line{
		{corpus, stage, what + " right of found", percent(a.Right, a.Found), a.Found},
		{corpus, stage, what + " wrong of found", percent(a.Wrong, a.Found), a.Found},
		{corpus, stage, what + " right of all", percent(a.Right, a.Labels), a.Labels},
	}
}
