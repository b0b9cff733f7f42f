package eval

import (
	"testing"

	"onrecord"
	"onrecord/corpus"
)

func TestSurerHalfLeavesOutTheDoubtful(t *testing.T) {
	span := func(start, end int) []onrecord.Span { return []onrecord.Span{{Start: start, End: end}} }
	gold := []corpus.Article{{Name: "a", Text: "Ann said rain. Bo ran.",
		Attributions: []corpus.Attribution{{Source: span(0, 3), Cue: span(4, 8), Content: span(9, 13)}}}}
	right := onrecord.Statement{Source: span(0, 3)[0], Cue: span(4, 8)[0], Content: span(9, 13), Score: 0.9}
	wrong := onrecord.Statement{Source: span(15, 17)[0], Cue: span(18, 21)[0], Content: span(18, 21), Score: 0.2}
	pred := map[string][]onrecord.Statement{"a": {wrong, right}}
	if have := Score(gold, pred).LinkedRelaxed.P; have != 50 {
		t.Errorf("all: have precision %v, want 50", have)
	}
	if have := SurerHalf(gold, pred).LinkedRelaxed.P; have != 100 {
		t.Errorf("surer half: have precision %v, want 100", have)
	}
	if len(pred["a"]) != 2 || pred["a"][0].Score != 0.2 {
		t.Errorf("the predictions were changed: %+v", pred["a"])
	}
	if have := SurerHalf(gold, nil).LinkedRelaxed.R; have != 0 {
		t.Errorf("nothing predicted: have recall %v, want 0", have)
	}
}
