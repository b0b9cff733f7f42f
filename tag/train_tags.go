package tag

import "onrecord/linear"

// trainTags trains parts of speech on its own predictions. Words are copied,
// as folds share them.
func (t *Tagger) trainTags(docs []document, o Options) *linear.Table {
	p := linear.NewPerceptron(posTrainBits-o.fewer, len(t.tags))
	t.learnTags(p, docs, o.SelectEpochs)
	p = p.Select(posBits)
	t.learnTags(p, docs, o.TagEpochs)
	return p.Table(posWidth)
}

func (t *Tagger) learnTags(p *linear.Perceptron, docs []document, epochs int) {
	var rows [posRows]uint32
	scores := make([]int32, len(t.tags))
	var words []word
	for epoch := range epochs {
		for _, d := range order(len(docs), epoch) {
			for k := range docs[d] {
				e := &docs[d][k]
				words = append(words[:0], e.words...)
				for i, gold := range e.tags {
					w := &words[pad+i]
					if w.setKnownTag() {
						continue
					}
					posFeatures(&rows, words, pad+i)
					p.Score(rows[:], scores)
					w.tag = uint8(linear.Best(scores))
					learn(p, rows[:], gold, w.tag)
				}
			}
		}
	}
}

// trainNames trains kinds of names on words that are tagged.
func (t *Tagger) trainNames(docs []document, o Options) *linear.Table {
	p := linear.NewPerceptron(nameTrainBits-o.fewer, len(t.names))
	t.learnNames(p, docs, o.SelectEpochs)
	p = p.Select(nameBits)
	t.learnNames(p, docs, o.TagEpochs)
	return p.Table(nameWidth)
}

func (t *Tagger) learnNames(p *linear.Perceptron, docs []document, epochs int) {
	var rows [nameRows]uint32
	scores := make([]int32, len(t.names))
	var words []word
	for epoch := range epochs {
		for _, d := range order(len(docs), epoch) {
			var seen memory
			for k := range docs[d] {
				e := &docs[d][k]
				words = append(words[:0], e.words...)
				for i, gold := range e.names {
					w := &words[pad+i]
					if w.nameless() {
						w.name = t.nameless
						continue
					}
					nameFeatures(&rows, words, pad+i, &seen)
					p.Score(rows[:], scores)
					w.name = uint8(linear.Best(scores))
					learn(p, rows[:], gold, w.name)
					seen.note(w)
				}
			}
		}
	}
}

func learn(p *linear.Perceptron, rows []uint32, gold, predicted uint8) {
	if gold == unknownLabel {
		return
	}
	p.Step()
	if gold != predicted {
		p.Update(rows, int(gold), int(predicted))
	}
}
