package date_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/eval"
)

// A tally counts statements: with a time where the article states one, a
// wrong time, none where one is stated.
type tally struct{ right, wrong, missed, lost int }

// TestTimes holds times of saying against the hand-made labels of
// eval/testdata/times.tsv, with the corpus's tokens and spans. -v prints what
// is wrong in the development half.
func TestTimes(t *testing.T) {
	shared := entitytest.Shared("..")
	if shared == "" {
		t.Skip("SKIPPED: times of saying are not measured: no ../shared/polnear (or $ONRECORD_SHARED)")
	}
	labels, err := eval.ReadLabels(filepath.Join("..", "eval", "testdata", "times.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]string{}
	for _, l := range labels {
		wanted[l.Article] = l.Aux
	}
	readings, err := entitytest.Silver(shared, "train", func(name string) bool { return wanted[name] != "" })
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]*onrecord.Reading{}
	for _, r := range readings {
		entity.Resolve(r)
		date.Claim(r)
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		byName[r.Doc.Article] = r
	}
	counts := map[string]*tally{"dev stated": {}, "dev not stated": {}, "held stated": {}, "held not stated": {}}
	for _, l := range labels {
		key := l.Half + " stated"
		if l.Want == "-" {
			key = l.Half + " not stated"
		}
		judge(t, byName[l.Article], l, counts[key])
	}
	for _, key := range []string{"dev stated", "dev not stated", "held stated", "held not stated"} {
		c := counts[key]
		n := c.right + c.wrong + c.missed + c.lost
		percent := func(k int) string { return fmt.Sprintf("%5.1f%%", 100*float64(k)/float64(max(1, n))) }
		t.Logf("%-16s n %3d  right %s  wrong %s  not found %s  lost %d", key, n, percent(c.right), percent(c.wrong), percent(c.missed), c.lost)
		if c.wrong*100 > 12*n {
			t.Errorf("%s: %d of %d wrong", key, c.wrong, n)
		}
	}
}

func judge(t *testing.T, r *onrecord.Reading, l eval.Label, c *tally) {
	span := onrecord.NewOffsets(r.Doc.Text).Bytes(l.Points)
	i := slices.IndexFunc(r.Statements, func(st onrecord.Statement) bool { return st.Cue == span })
	if i < 0 {
		c.lost++
		return
	}
	st := &r.Statements[i]
	stated := !st.Said.IsZero() && st.Said.Basis != "inferred"
	for _, want := range strings.Split(l.Want, "|") {
		if want == "-" && !stated || want != "-" && stated && sameDays(string(st.Said.EDTF), want) {
			c.right++
			return
		}
	}
	verdict := "wrong"
	if stated {
		c.wrong++
	} else {
		verdict = "not found"
		c.missed++
	}
	if l.Half == "dev" && testing.Verbose() {
		t.Logf("%s: %s %d %q: have %s, want %s; %v", verdict, l.Article, l.Points[0], span.In(r.Doc.Text), st.Said.EDTF, l.Want, st.Why)
	}
}

func sameDays(have, want string) bool {
	a, err1 := date.Parse(have)
	b, err2 := date.Parse(want)
	if err1 != nil || err2 != nil {
		return false
	}
	a1, a2 := a.Bounds()
	b1, b2 := b.Bounds()
	return a1 == b1 && a2 == b2
}
