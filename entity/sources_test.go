package entity_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/eval"
)

// A tally counts sources of one form.
type tally struct{ right, wrong, unknown, lost int }

func (c tally) total() int { return c.right + c.wrong + c.unknown + c.lost }

// TestSources holds the speakers of hand-labelled sources against eval/testdata/sources.tsv, with
// the corpus's tokens and spans. -v prints what is wrong in the development half.
func TestSources(t *testing.T) {
	shared := entitytest.Shared("..")
	if shared == "" {
		t.Skip("SKIPPED: speakers are not measured: no ../shared/polnear (or $ONRECORD_SHARED)")
	}
	labels, err := eval.ReadLabels(filepath.Join("..", "eval", "testdata", "sources.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]bool{}
	for _, l := range labels {
		wanted[l.Article] = true
	}
	readings, err := entitytest.Silver(shared, "train", func(name string) bool { return wanted[name] })
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]*onrecord.Reading{}
	for _, r := range readings {
		entity.Resolve(r)
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		byName[r.Doc.Article] = r
	}
	counts := map[string]*tally{}
	for _, l := range labels {
		key := l.Half + " " + l.Aux
		if counts[key] == nil {
			counts[key] = &tally{}
		}
		judge(t, byName[l.Article], l, counts[key])
	}
	report(t, counts)
}

// judge finds the statement with the labelled source.
func judge(t *testing.T, r *onrecord.Reading, l eval.Label, c *tally) {
	span := onrecord.NewOffsets(r.Doc.Text).Bytes(l.Points)
	i := slices.IndexFunc(r.Statements, func(st onrecord.Statement) bool { return st.Source == span })
	if i < 0 {
		c.lost++
		return
	}
	st := &r.Statements[i]
	name, named := speaker(r, st)
	var verdict string
	switch {
	case l.Want == "-" && !named:
		c.right++
		return
	case !named && l.Want != "-":
		verdict = "unknown"
		c.unknown++
	case l.Want != "-" && sameName(name, l.Want):
		c.right++
		return
	default:
		verdict = "wrong"
		c.wrong++
	}
	if l.Half == "dev" && testing.Verbose() {
		t.Logf("%s: %s %d %q: have %q, want %q; %v", verdict, l.Article, l.Points[0], span.In(r.Doc.Text), name, l.Want, st.Why)
	}
}

// speaker is the speaker's name, and whether it is a name of its own and not
// the description that the source gives.
func speaker(r *onrecord.Reading, st *onrecord.Statement) (string, bool) {
	for _, e := range r.Entities {
		if e.ID == st.Speaker {
			return e.Name, st.Anonymity == onrecord.Named
		}
	}
	return "", false
}

// sameName reports that the words of one name are all words of the other.
func sameName(have, want string) bool {
	a, b := nameWords(have), nameWords(want)
	return len(a) > 0 && len(b) > 0 && (within(a, b) || within(b, a))
}

func nameWords(s string) []string {
	s = strings.ToLower(strings.NewReplacer("’", "'", "'s", "", "the ", "", "The ", "").Replace(s))
	return strings.Fields(s)
}

func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

func report(t *testing.T, counts map[string]*tally) {
	for _, half := range []string{"dev", "held"} {
		var all tally
		for _, form := range []string{"pronoun", "last", "namesake", "role", "full", "described"} {
			c := counts[half+" "+form]
			if c == nil {
				continue
			}
			all.right, all.wrong, all.unknown, all.lost = all.right+c.right, all.wrong+c.wrong, all.unknown+c.unknown, all.lost+c.lost
			t.Log(line(half+" "+form, *c))
		}
		t.Log(line(half+" all", all))
		if n := all.total(); all.right*100 < 80*n || all.wrong*100 > 10*n {
			t.Errorf("%s", line(half+" all", all))
		}
	}
}

func line(key string, c tally) string {
	n := float64(max(1, c.total()))
	return fmt.Sprintf("%-16s n %3d  right %5.1f%%  wrong %4.1f%%  unknown %4.1f%%  lost %d",
		key, c.total(), 100*float64(c.right)/n, 100*float64(c.wrong)/n, 100*float64(c.unknown)/n, c.lost)
}
