package main

import (
	"os"
	"path/filepath"

	"onrecord"
	"onrecord/eval"
	"onrecord/tag"
)

const silverName = "silver-dev"

// silver compares tokens, tags, names and dependencies with the machine
// annotation of PolNeAR's dev part (CoreNLP), which is no gold: lines say
// agreement.
func (s *scorer) silver() ([]eval.Line, error) {
	if _, err := os.Stat(filepath.Join(s.polnear, "dev.conll.gz")); err != nil {
		return nil, err
	}
	readings, err := readSilver(s.polnear, "dev")
	if err != nil {
		return nil, err
	}
	tagger, err := tag.Load()
	if err != nil {
		return nil, err
	}
	var tokens, ends tally
	var a agreement
	want := gold(readings)
	for i, r := range readings {
		own, ownEnds := spans(r.Reading)
		theirs, theirEnds := silverSpans(r.silver)
		tokens.add(own, theirs, func(onrecord.Span, bool) {})
		ends.add(ownEnds, theirEnds, func(onrecord.Span, bool) {})
		tagger.Tag(r.Reading)
		a.add(r, want[i])
	}
	line := func(stage, measure string, right, of int) eval.Line {
		return eval.Line{Corpus: silverName, Stage: stage, Measure: measure, Value: 100 * float64(right) / float64(max(of, 1)), Of: of}
	}
	return []eval.Line{
		{Corpus: silverName, Stage: "token", Measure: "tokens F1", Value: tokens.f1(), Of: tokens.other},
		{Corpus: silverName, Stage: "token", Measure: "sentence ends F1", Value: ends.f1(), Of: ends.other},
		line("tag", "part of speech", a.tags, a.tokens),
		line("tag", "lemma", a.lemmas, a.tokens),
		line("tag", "head, no punctuation (UAS)", a.arcs.heads, a.arcs.all),
		line("tag", "head and relation (LAS)", a.arcs.labelled, a.arcs.all),
		line("tag", "names, tokens P", a.names, a.ownNames),
		line("tag", "names, tokens R", a.names, a.theirNames),
	}, nil
}

// f1 is twice what the two sets share over the sum of their sizes.
func (t tally) f1() float64 { return 200 * float64(t.both) / float64(max(t.own+t.other, 1)) }
