package quote

import "onrecord/encoder"

// A Lesson is one article as the encoder learns from it. All slices but Paras
// and Cues are as long as its tokens.
type Lesson struct {
	Article string      `json:"article"`
	Paras   [][2]int    `json:"paras"`  // token ranges of the paragraphs
	Pieces  [][]int32   `json:"pieces"` // word pieces of each token
	Case    []uint8     `json:"case"`
	Quote   []uint8     `json:"quote"`  // outside, inside, opening, closing mark
	Quoted  []int32     `json:"quoted"` // which quotation, -1 outside
	Sent    []int32     `json:"sent"`
	Tag     []string    `json:"tag"`
	Name    []string    `json:"name"`
	Rel     []string    `json:"rel"`
	Lexicon []uint8     `json:"lexicon"` // bucket of the cue lexicon
	Labels  []uint8     `json:"labels"`  // the paragraph model's
	Cues    []LessonCue `json:"cues"`
}

// A LessonCue is an annotated cue with the labels of the tokens around it.
type LessonCue struct {
	First  int     `json:"first"`
	End    int     `json:"end"`
	Window [2]int  `json:"window"`
	Labels []uint8 `json:"labels"` // the cascade's, for the tokens of Window
}

// Lessons turns examples into lessons. With training set, each article sees the
// cue lexicon of the others, else the finder's.
func (f *Finder) Lessons(examples []Example, vocabulary *encoder.Vocabulary, training bool) []Lesson {
	for i := range examples {
		r := examples[i].Reading
		r.Quotations = quotations(r.Doc.Text, r.Doc.Paragraphs)
	}
	var views []*view
	if training {
		_, views = trainViews(examples)
	} else {
		for _, ex := range examples {
			views = append(views, newView(ex.Reading, f.m.lexicon))
		}
	}
	out := make([]Lesson, len(examples))
	for i, v := range views {
		out[i] = v.lesson(examples[i].Gold, vocabulary)
	}
	return out
}

func (v *view) lesson(gold []Gold, vocabulary *encoder.Vocabulary) Lesson {
	l := Lesson{Article: v.r.Doc.Article, Quoted: v.quoted, Sent: v.sentOf, Labels: v.goldLabels(gold)}
	for _, p := range v.paras {
		l.Paras = append(l.Paras, [2]int{p.First, p.End})
	}
	for i := range v.r.Tokens {
		t := &v.r.Tokens[i]
		form := t.In(v.r.Doc.Text)
		l.Pieces = append(l.Pieces, vocabulary.Append(nil, form))
		l.Case = append(l.Case, encoder.CaseOf(form))
		l.Quote = append(l.Quote, v.col[i].quote)
		l.Lexicon = append(l.Lexicon, v.col[i].cue)
		l.Tag, l.Name, l.Rel = append(l.Tag, t.Tag), append(l.Name, t.Name), append(l.Rel, t.Rel)
	}
	for _, g := range gold {
		first, window, labels, ok := v.cueLabels(g)
		if ok {
			l.Cues = append(l.Cues, LessonCue{first.First, first.End, [2]int{window.First, window.End}, labels})
		}
	}
	return l
}
