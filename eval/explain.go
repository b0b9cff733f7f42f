package eval

import (
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord"
	"onrecord/corpus"
)

// A Verdict says what became of one attribution of gold, or of one statement
// that gold does not have.
type Verdict struct {
	Gold  *corpus.Attribution // nil for a statement too many
	Found *onrecord.Statement // nil for one that was missed
	Class string              // "exact", "missed: verb cue", "content: too long right" …
}

// Exact reports whether source and content are those of gold.
func (v *Verdict) Exact() bool { return v.Class == "exact" }

// Explain compares a reading with gold, attribution by attribution, then lists
// the statements that fit none. Classes that speak of a kind of cue need the
// reading's parts of speech.
func Explain(gold *corpus.Article, r *onrecord.Reading) []Verdict {
	t := newText(gold.Text)
	pairs := Pairs(gold, r.Statements)
	matched := map[*onrecord.Statement]bool{}
	var out []Verdict
	for i := range gold.Attributions {
		a, st := &gold.Attributions[i], pairs[i]
		v := Verdict{Gold: a, Found: st}
		if st == nil {
			v.Class = "missed: " + cueKind(a, r)
		} else {
			matched[st] = true
			v.Class = t.difference(goldAttribution(*a), predicted(st))
		}
		out = append(out, v)
	}
	inside := t.all(contents(gold))
	for i := range r.Statements {
		if st := &r.Statements[i]; !matched[st] {
			out = append(out, Verdict{Found: st, Class: t.extra(st, inside)})
		}
	}
	return out
}

func contents(gold *corpus.Article) []onrecord.Span {
	var out []onrecord.Span
	for _, a := range gold.Attributions {
		out = append(out, a.Content...)
	}
	return out
}

func (t *text) extra(st *onrecord.Statement, inside set) string {
	cue := t.all(predicted(st)[Cue])
	if len(cue) > 0 && shared(cue, inside) == len(cue) {
		return "spurious: inside a content"
	}
	return "spurious"
}

// cueKind is what sort of words the cue is: a verb, a noun, layout or other.
func cueKind(a *corpus.Attribution, r *onrecord.Reading) string {
	if len(a.Cue) == 0 {
		return "no cue"
	}
	kind := "other cue"
	tagged := false
	for _, tok := range r.Tokens {
		if tok.Tag == "" || !a.Cue[0].Overlaps(tok.Span) {
			continue
		}
		tagged = true
		switch {
		case strings.HasPrefix(tok.Tag, "V"):
			return "verb cue"
		case strings.HasPrefix(tok.Tag, "N"):
			kind = "noun cue"
		}
	}
	if !tagged {
		return "cue"
	}
	return kind
}

// difference names the first thing wrong with a matched attribution: the
// content, then the source. A cue that differs is no error of its own.
func (t *text) difference(gold, pred attribution) string {
	g, p := t.whole([]attribution{gold})[0], t.whole([]attribution{pred})[0]
	if !slices.Equal(g[Content], p[Content]) {
		return "content: " + t.contentError(g[Content], p[Content])
	}
	if !slices.Equal(g[Source], p[Source]) {
		return "source: " + sourceError(g[Source], p[Source])
	}
	return "exact"
}

func (t *text) contentError(gold, pred set) string {
	switch {
	case len(pred) == 0:
		return "none"
	case len(gold) == 0:
		return "gold has none"
	case shared(gold, pred) == 0:
		return "elsewhere"
	case slices.Equal(t.words(gold), t.words(pred)):
		return "punctuation"
	}
	left, right := edge(pred[0], gold[0]), edge(gold[len(gold)-1], pred[len(pred)-1])
	switch {
	case left == "" && right == "":
		return "a piece in the middle"
	case left == "":
		return right + " right"
	case right == "":
		return left + " left"
	}
	return left + " left, " + right + " right"
}

// edge compares the outer with the inner end of two contents.
func edge(pred, gold int) string {
	switch {
	case pred < gold:
		return "too long"
	case pred > gold:
		return "too short"
	}
	return ""
}

func sourceError(gold, pred set) string {
	switch {
	case len(pred) == 0:
		return "missing"
	case len(gold) == 0:
		return "gold has none"
	case shared(gold, pred) == 0:
		return "another"
	}
	return "boundary"
}

// words is the tokens that are not punctuation.
func (t *text) words(s set) set {
	var out set
	for _, i := range s {
		if first, _ := utf8.DecodeRuneInString(t.tokens[i].In(t.text)); isWord(first) {
			out = append(out, i)
		}
	}
	return out
}
