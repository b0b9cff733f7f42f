package quote

import (
	"sort"

	"onrecord"
	"onrecord/linear"
)

// An Example is a reading with tags and quotation marks, and the attributions
// annotated in it.
type Example struct {
	Reading *onrecord.Reading
	Gold    []Gold
}

// A Gold is one annotated attribution.
type Gold struct {
	Source, Cue, Content []onrecord.Span
}

// tokensIn lists the tokens that share a byte with any of the spans, in order.
func tokensIn(tokens []onrecord.Token, spans []onrecord.Span) []int {
	var out []int
	for _, s := range spans {
		i := sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.Start })
		for ; i < len(tokens) && tokens[i].Start < s.End; i++ {
			if len(out) == 0 || out[len(out)-1] < i {
				out = append(out, i)
			}
		}
	}
	return out
}

// runs calls f for each range of neighbouring tokens in one paragraph.
func (v *view) runs(tokens []int, f func(first, end int)) {
	for a := 0; a < len(tokens); {
		b := a + 1
		for b < len(tokens) && tokens[b] == tokens[b-1]+1 && v.paragraphOf(tokens[b]) == v.paragraphOf(tokens[a]) {
			b++
		}
		f(tokens[a], tokens[b-1]+1)
		a = b
	}
}

func (v *view) paragraphOf(i int) int { return v.r.Sentences[v.sentOf[i]].Paragraph }

// goldLabels are the paragraph model's labels of a whole document. Where
// attributions overlap, cue beats source beats content.
func (v *view) goldLabels(gold []Gold) []uint8 {
	labels := make([]uint8, len(v.col))
	put := func(spans []onrecord.Span, begin uint8) {
		v.runs(tokensIn(v.r.Tokens, spans), func(first, end int) {
			for i := first; i < end; i++ {
				labels[i] = begin + 1
			}
			labels[first] = begin
		})
	}
	for _, g := range gold {
		put(g.Content, lBContent)
	}
	for _, g := range gold {
		put(g.Source, lBSource)
	}
	for _, g := range gold {
		put(g.Cue, lBCue)
	}
	repair(labels)
	return labels
}

// repair makes an inside label that follows no span of its kind a beginning.
func repair(labels []uint8) {
	for i, y := range labels {
		if y == lO || y%2 == 1 {
			continue
		}
		if i == 0 || (labels[i-1] != y && labels[i-1] != y-1) {
			labels[i] = y - 1
		}
	}
}

func allowedParagraph(from, to int) bool {
	if to == int(lO) || to%2 == 1 {
		return true
	}
	return from == to || from == to-1
}

// Options are the settings of Train.
type Options struct {
	Bits, CascadeBits         int
	Epochs, CascadeEpochs     int
	MinCount, CascadeMinCount int
	Rate, CascadeRate         float64
	Folds                     int
	CueBias                   float64 // log odds by which more cues are proposed than the paragraph model's own
	RankBits, RankEpochs      int
	RankRate                  float64
	Seed                      uint64
	Progress                  func(format string, args ...any) `json:"-"`
}

// DefaultOptions are the settings of the embedded model.
func DefaultOptions() Options {
	return Options{Bits: 19, CascadeBits: 19, Epochs: 5, CascadeEpochs: 2, MinCount: 6, CascadeMinCount: 6,
		Rate: 0.01, CascadeRate: 0.02, Folds: 4, CueBias: proposalBias, RankBits: 17, RankEpochs: 8, RankRate: 0.02, Seed: 1, Progress: func(string, ...any) {}}
}

// learnLexicon counts the words of cues; perDoc[i] holds document i's own counts.
func learnLexicon(examples []Example) (all *lexicon, perDoc []*lexicon) {
	all = &lexicon{counts: map[uint32][2]uint32{}}
	for _, ex := range examples {
		own := &lexicon{counts: map[uint32][2]uint32{}}
		toks := ex.Reading.Tokens
		isCue := make([]bool, len(toks))
		for _, g := range ex.Gold {
			for _, i := range tokensIn(toks, g.Cue) {
				isCue[i] = true
			}
		}
		for i := range toks {
			key := lexKey(hashString(toks[i].Lemma), classOf(toks[i].Tag))
			own.add(key, isCue[i], 1)
			all.add(key, isCue[i], 1)
		}
		perDoc = append(perDoc, own)
	}
	return all, perDoc
}

// minus returns a lexicon that reads all less own, for the words of own only.
func (l *lexicon) minus(own *lexicon) *lexicon {
	out := &lexicon{counts: make(map[uint32][2]uint32, len(own.counts))}
	for key, c := range own.counts {
		a := l.counts[key]
		out.counts[key] = [2]uint32{a[0] - c[0], a[1] - c[1]}
	}
	return out
}

// trainViews makes the views of training documents, each with the lexicon of
// the others.
func trainViews(examples []Example) (*lexicon, []*view) {
	all, perDoc := learnLexicon(examples)
	views := make([]*view, len(examples))
	for i, ex := range examples {
		views[i] = newView(ex.Reading, all.minus(perDoc[i]))
	}
	return all, views
}

func paragraphData(views []*view, examples []Example) (seqs []linear.Sequence, labels [][]uint8) {
	for i, v := range views {
		gold := v.goldLabels(examples[i].Gold)
		for _, p := range v.paras {
			var s linear.Sequence
			v.paragraph(tokenRange{p.First, p.End}, &s)
			y := gold[p.First:p.End]
			repair(y)
			seqs, labels = append(seqs, s), append(labels, y)
		}
	}
	return seqs, labels
}

func trainParagraph(views []*view, examples []Example, o Options) *linear.CRF {
	seqs, labels := paragraphData(views, examples)
	return linear.TrainCRF(seqs, labels, linear.CRFOptions{
		Labels: int(paragraphLabels), Contexts: int(edgeContexts), Bits: o.Bits, MinCount: o.MinCount, Rate: o.Rate, Epochs: o.Epochs,
		Seed: o.Seed, Allowed: allowedParagraph, Progress: func(e int, loss float64) { o.Progress("paragraph epoch %d loss %.3f", e, loss) },
	})
}
