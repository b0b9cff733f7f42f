package entity_test

import (
	"path/filepath"
	"testing"

	"onrecord"
	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/eval"
)

// TestScores holds SpeakerScore against hand-made labels: of the sources whose
// speaker is named with a score in a bin the share that is right, logged, must
// be no more than six points from the mean score over all of them.
func TestScores(t *testing.T) {
	shared := entitytest.Shared("..")
	if shared == "" {
		t.Skip("SKIPPED: nothing is measured: no ../shared/polnear (or $ONRECORD_SHARED)")
	}
	labels, err := eval.ReadLabels(filepath.Join("..", "eval", "testdata", eval.Sources.Name+".tsv"))
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
	read := map[string]*onrecord.Reading{}
	for _, r := range readings {
		entity.Resolve(r)
		read[r.Doc.Article] = r
	}
	for _, half := range []string{eval.Dev, eval.Held} {
		calibrate(t, half, eval.Half(half, labels), read)
	}
}

// bins are the lower ends of bins of scores.
var bins = []float64{0.95, 0.90, 0.80, 0.70}

func calibrate(t *testing.T, half string, labels []eval.Label, read map[string]*onrecord.Reading) {
	n, right, sum := make([]int, len(bins)), make([]int, len(bins)), make([]float64, len(bins))
	eval.Sources.Each(labels, read, func(l *eval.Label, st *onrecord.Statement, r *onrecord.Reading, g eval.Grade) {
		if st == nil || st.Speaker == "" || l.Want == "-" || g == eval.Open {
			return
		}
		for k, from := range bins {
			if st.SpeakerScore >= from {
				n[k]++
				sum[k] += st.SpeakerScore
				if g == eval.Right {
					right[k]++
				}
				return
			}
		}
		t.Errorf("%s: the score of %q is %.2f, under the least", half, st.Source.In(r.Doc.Text), st.SpeakerScore)
	})
	all, rights, scores := 0, 0, 0.0
	for k, from := range bins {
		t.Logf("%-4s  score from %.2f: %3d, right %5.1f %%, mean score %5.1f %%", half, from, n[k], 100*float64(right[k])/float64(max(n[k], 1)), 100*sum[k]/float64(max(n[k], 1)))
		all, rights, scores = all+n[k], rights+right[k], scores+sum[k]
	}
	if share, mean := float64(rights)/float64(max(all, 1)), scores/float64(max(all, 1)); all == 0 || share-mean > 0.06 || mean-share > 0.06 {
		t.Errorf("%s: of %d named %.1f %% are right, the mean score is %.1f %%", half, all, 100*share, 100*mean)
	}
}
