// Package eval says how well an article was read, against people's annotation.
//
// The scores of statements are those of the literature on PolNeAR. A span is a
// set of consecutive tokens, broken at line ends; a content in two pieces is
// two spans. Gold held against itself scores 100 in every measure that has
// anything to count, and no score depends on the order of a map.
package eval

import (
	"onrecord"
	"onrecord/corpus"
)

// A Role is one of the three parts of an attribution.
type Role int

// The roles.
const (
	Source Role = iota
	Cue
	Content
)

// Roles lists the roles in the order in which they are printed.
var Roles = [...]Role{Source, Cue, Content}

func (r Role) String() string { return [...]string{"source", "cue", "content"}[r] }

// A PRF is precision, recall and their harmonic mean, in per cent.
type PRF struct{ P, R, F float64 }

// A Result holds the scores of statements against gold documents. Every
// annotation file is one gold document, so that an article that several people
// annotated counts once for each.
type Result struct {
	Documents         int
	WithoutPrediction int
	Attributions      int             // of gold
	Spans, Tokens     [len(Roles)]int // of gold

	// Exact is over spans of a role: the same tokens (the metric of Wang et al.,
	// CofeNet, COLING 2022). Overlap: a token shared, matched one to one. Token:
	// over the tokens of a role.
	Exact, Overlap, Token [len(Roles)]PRF

	// Whole attributions: the cues share a token (the contents, where gold has
	// no cue), and the tokens of source and content are the same, or share one.
	LinkedExact, LinkedRelaxed PRF

	// Gold attributions whose whole content stands in quotation marks: how
	// many, and in per cent those found (the contents share a token), those with
	// the exact content, and, of those found, those with the exact source, and
	// those whose source shares a token.
	Direct                                   int
	DirectFound, DirectContent, DirectSource float64
	DirectNear                               float64
}

// An attribution is the spans of one statement, gold or predicted, by Role.
type attribution [len(Roles)][]onrecord.Span

func goldAttribution(a corpus.Attribution) attribution {
	return attribution{a.Source, a.Cue, a.Content}
}

func goldAttributions(a *corpus.Article) []attribution {
	var out []attribution
	for _, at := range a.Attributions {
		out = append(out, goldAttribution(at))
	}
	return out
}

func predicted(s *onrecord.Statement) attribution {
	a := attribution{Content: s.Content}
	if !s.Source.IsZero() {
		a[Source] = []onrecord.Span{s.Source}
	}
	if !s.Cue.IsZero() {
		a[Cue] = []onrecord.Span{s.Cue}
	}
	return a
}

// Score holds predictions, by the name of the article and in their order of
// printing, against gold. An article without an entry counts as not read.
func Score(gold []corpus.Article, pred map[string][]onrecord.Statement) Result {
	return ScoreDamaged(gold, gold, pred)
}

// ScoreDamaged is Score where gold is a damaged copy of clean: the same
// articles with the same attributions. Which of them are direct is judged by
// the marks of clean.
func ScoreDamaged(clean, gold []corpus.Article, pred map[string][]onrecord.Statement) Result {
	var c counts
	for i := range gold {
		statements, ok := pred[gold[i].Name]
		if !ok {
			c.without++
		}
		var p []attribution
		for j := range statements {
			p = append(p, predicted(&statements[j]))
		}
		c.add(&gold[i], direct(&clean[i]), p)
	}
	return c.result()
}

// direct says of each attribution whether it is one.
func direct(a *corpus.Article) []bool {
	out := make([]bool, len(a.Attributions))
	for i := range a.Attributions {
		out[i] = isDirect(a.Text, a.Attributions[i].Content)
	}
	return out
}

// Agreement holds the annotators of the same article against each other, every
// one against every other: what a program can be asked for. Articles that one
// person annotated do not count.
func Agreement(articles []corpus.Article) Result {
	var c counts
	for i := range articles {
		for j := range articles {
			if i != j && articles[i].Name == articles[j].Name {
				c.add(&articles[i], direct(&articles[i]), goldAttributions(&articles[j]))
			}
		}
	}
	return c.result()
}

// counts are added up over documents before any ratio is taken.
type counts struct {
	documents, without            int
	exact, overlap, token         [len(Roles)]tally
	linkedExact, linkedRelaxed    tally
	direct, found, content, right int
	near                          int
}

// A tally counts what was found of what is there.
type tally struct{ both, pred, gold int }

func (t *tally) add(both, pred, gold int) {
	t.both, t.pred, t.gold = t.both+both, t.pred+pred, t.gold+gold
}

func (t tally) prf() PRF {
	var p, r, f float64
	if t.pred > 0 {
		p = float64(t.both) / float64(t.pred)
	}
	if t.gold > 0 {
		r = float64(t.both) / float64(t.gold)
	}
	if p+r > 0 {
		f = 200 * p * r / (p + r)
	}
	return PRF{100 * p, 100 * r, f}
}

// add holds predictions against one annotation; direct says which attributions
// of it are.
func (c *counts) add(gold *corpus.Article, direct []bool, p []attribution) {
	t := newText(gold.Text)
	c.documents++
	g := goldAttributions(gold)
	for _, role := range Roles {
		c.addRole(role, t.role(p, role), t.role(g, role))
	}
	wholeGold, wholePred := t.whole(g), t.whole(p)
	c.addLinked(wholePred, wholeGold, gold.Empty)
	for i, is := range direct {
		if is {
			c.addDirect(wholePred, wholeGold[i])
		}
	}
}

// role is the distinct pieces of one role: a source that serves several
// attributions is one span.
func (t *text) role(attributions []attribution, role Role) []set {
	var out []set
	for _, a := range attributions {
		out = append(out, t.pieces(a[role])...)
	}
	return distinct(out)
}

func (c *counts) addRole(role Role, pred, gold []set) {
	same := 0
	for _, p := range pred {
		if contains(gold, p) {
			same++
		}
	}
	c.exact[role].add(same, len(pred), len(gold))
	c.overlap[role].add(matchOverlap(pred, gold), len(pred), len(gold))
	pt, gt := union(pred...), union(gold...)
	c.token[role].add(shared(pt, gt), len(pt), len(gt))
}

func (c *counts) result() Result {
	r := Result{Documents: c.documents, WithoutPrediction: c.without, Attributions: c.linkedExact.gold, Direct: c.direct,
		LinkedExact: c.linkedExact.prf(), LinkedRelaxed: c.linkedRelaxed.prf()}
	for _, role := range Roles {
		r.Spans[role], r.Tokens[role] = c.exact[role].gold, c.token[role].gold
		r.Exact[role], r.Overlap[role], r.Token[role] = c.exact[role].prf(), c.overlap[role].prf(), c.token[role].prf()
	}
	r.DirectFound = percent(c.found, c.direct)
	r.DirectContent = percent(c.content, c.direct)
	r.DirectSource = percent(c.right, c.found)
	r.DirectNear = percent(c.near, c.found)
	return r
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
