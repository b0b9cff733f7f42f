package damage

import (
	"onrecord"
	"onrecord/corpus"
)

// A Form is one way in which a text is damaged. Name is one word, as it stands
// on the scoreboard.
type Form struct {
	Name  string
	About string // what is done to the text
	Copy  func(text string) *Copy
}

// seed is that of every form that draws lots: the figures of a scoreboard are
// of one draw.
const seed = 2026

// Forms lists the forms in the order in which they are printed.
func Forms() []Form {
	return []Form{
		{"capitals", "every letter a capital", Capitals},
		{"ocr-1%", "1 % of the letters misread, of the blanks lost or doubled, of the long words broken", ocr(Noise{0.01, 0.01, 0.01})},
		{"ocr-3%", "3 % of them", ocr(Noise{0.03, 0.03, 0.03})},
		{"letters-3%", "of these only the letters", ocr(Noise{Letters: 0.03})},
		{"blanks-3%", "only the blanks", ocr(Noise{Blanks: 0.03})},
		{"breaks-3%", "only the long words, hyphenated at a line end", ocr(Noise{Breaks: 0.03})},
		{"no-marks", "no quotation marks", NoMarks},
		{"no-closing", "no closing quotation marks", NoClosingMarks},
		{"straight", "straight quotation marks and apostrophes for curly ones", StraightMarks},
		{"one-paragraph", "the whole article one paragraph", OneParagraph},
	}
}

func ocr(noise Noise) func(string) *Copy {
	return func(text string) *Copy { return OCR(text, noise, seed) }
}

// Article is the damaged copy of an annotated article. Its attributions are
// those of the clean one, in order; pieces of which nothing is left are gone.
func (f Form) Article(a corpus.Article) corpus.Article {
	c := f.Copy(a.Text)
	a.Text = c.Text
	clean := a.Attributions
	a.Attributions = make([]corpus.Attribution, len(clean))
	for i, at := range clean {
		at.Source, at.Cue, at.Content = c.spans(at.Source), c.spans(at.Cue), c.spans(at.Content)
		a.Attributions[i] = at
	}
	return a
}

func (c *Copy) spans(clean []onrecord.Span) []onrecord.Span {
	var out []onrecord.Span
	for _, s := range clean {
		if t := c.Span(s); t.Len() > 0 {
			out = append(out, t)
		}
	}
	return out
}
