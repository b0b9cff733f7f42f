package entitytest

import (
	"path/filepath"
	"testing"

	"onrecord"
	"onrecord/eval"
)

// Ask puts a question to stages alone: to the corpus's own tokens and spans,
// so that nothing else is judged. It logs the scores of both halves and, with
// -v, what is not right in the development half, and returns how much of the
// held half is right, in per cent of what was found. Up is the way to the
// repository's root.
func Ask(t *testing.T, up string, q *eval.Question, stages ...func(*onrecord.Reading)) float64 {
	t.Helper()
	labels, err := eval.ReadLabels(filepath.Join(up, "eval", "testdata", q.Name+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	read := labelled(t, up, labels, stages)
	for _, half := range []string{eval.Dev, eval.Held} {
		for _, l := range q.Lines(half, eval.Half(half, labels), read) {
			t.Logf("%-4s  %-50s %5.1f  of %d", half, l.Measure, l.Value, l.Of)
		}
	}
	if testing.Verbose() {
		logMisses(t, q, eval.Half(eval.Dev, labels), read)
	}
	held := q.Ask(eval.Half(eval.Held, labels), read)[""]
	return 100 * float64(held.Right) / float64(max(1, held.Found))
}

// labelled reads the articles of the labels with stages.
func labelled(t *testing.T, up string, labels []eval.Label, stages []func(*onrecord.Reading)) map[string]*onrecord.Reading {
	t.Helper()
	shared := Shared(up)
	if shared == "" {
		t.Skip("SKIPPED: nothing is measured: no ../shared/polnear (or $ONRECORD_SHARED)")
	}
	wanted := map[string]bool{}
	for _, l := range labels {
		wanted[l.Article] = true
	}
	readings, err := Silver(shared, "train", func(name string) bool { return wanted[name] })
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]*onrecord.Reading{}
	for _, r := range readings {
		for _, stage := range stages {
			stage(r)
		}
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		read[r.Doc.Article] = r
	}
	return read
}

func logMisses(t *testing.T, q *eval.Question, labels []eval.Label, read map[string]*onrecord.Reading) {
	t.Helper()
	q.Each(labels, read, func(l *eval.Label, st *onrecord.Statement, r *onrecord.Reading, g eval.Grade) {
		if g == eval.Right {
			return
		}
		if st == nil {
			t.Logf("%s %s: %s %d %q, want %s", q.What, g, l.Article, l.Points[0], l.At(r).In(r.Doc.Text), l.Want)
			return
		}
		t.Logf("%s %s: %s %d %q, want %s %s, have %s; %v", q.What, g, l.Article, l.Points[0], l.At(r).In(r.Doc.Text), l.Want, l.Aux, q.Answer(st, r), st.Why)
	})
}
