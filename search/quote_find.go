package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
	"onrecord/wording"
)

// Candidates come from two sides: statements that share a run of words, by
// their prints, and statements that share rare words, by full text. The bounds
// keep a lookup in a large record short.
const (
	mostSketches = 300  // that share prints, by the share of their terms
	mostFound    = 100  // by each question of full text
	mostCounted  = 24   // words whose number of statements is asked for
	rareSum      = 2000 // statements that rare words together may have
	inPairs      = 8    // the rarest words, of which any two are asked for
	together     = 4    // the rarest words, where all are common
	mostAligned  = 60   // candidates whose words are aligned
	mostSpeakers = 1000 // of one name
)

// A lookup is one quotation that is looked up.
type lookup struct {
	ctx   context.Context
	st    store.Store
	text  string
	words []wording.Word
	where *store.Expr     // what the speaker must meet; nil: anybody
	keys  map[string]bool // of the speakers
	found []candidate     // the nearest first

	statements int            // of the record
	counts     map[uint32]int // how many of them have a term of the words; not of all terms
}

// speaker says whose words count, and reports whether nobody of that name is
// known.
func (l *lookup) speaker(name string) (unknown bool, err error) {
	if name = strings.TrimSpace(name); name == "" {
		return false, nil
	}
	l.keys = map[string]bool{}
	if store.IsKey(name) {
		id, err := l.st.Identity(l.ctx, name)
		if err != nil {
			return false, err
		}
		l.where = &store.Expr{Field: store.KeyIs, Text: id.Key}
		l.keys[id.Key] = true
		return !id.Known, nil
	}
	l.where = &store.Expr{Field: store.SpeakerIs, Text: plain(name)}
	list, _, err := l.st.Speakers(l.ctx, name, store.Page{Limit: mostSpeakers})
	for _, sp := range list {
		l.keys[sp.Key] = true
	}
	return len(list) == 0, err
}

// asked reports whether the words of the speaker with this key count.
func (l *lookup) asked(key string) bool { return l.keys == nil || l.keys[key] }

// find collects candidates and puts them in order.
func (l *lookup) find() error {
	ids, err := l.near()
	if err != nil {
		return err
	}
	questions, err := l.questions()
	if err != nil {
		return err
	}
	for _, q := range questions {
		res, err := l.st.Find(l.ctx, store.Find{Where: q, Order: store.Best, Page: store.Page{Limit: mostFound}})
		if err != nil {
			return err
		}
		for i := range res.Hits {
			ids = append(ids, res.Hits[i].ID)
		}
	}
	slices.Sort(ids)
	reports, err := l.st.ReportsOf(l.ctx, slices.Compact(ids)...)
	if err != nil {
		return err
	}
	l.rank(reports)
	return nil
}

// near are the statements that share a print, those with the most terms of the
// quotation first, as many as count.
func (l *lookup) near() (ids []onrecord.StatementID, err error) {
	prints, terms := wording.Prints(l.words), wording.Terms(l.words)
	if len(prints) == 0 {
		return nil, nil
	}
	sketches, err := l.st.Near(l.ctx, store.Nearby{Prints: prints})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(sketches, func(a, b store.Sketch) int {
		return cmp.Or(cmp.Compare(l.rankOf(b.Key), l.rankOf(a.Key)), cmp.Compare(wording.Shared(b.Terms, terms), wording.Shared(a.Terms, terms)),
			cmp.Compare(len(a.Terms), len(b.Terms)))
	})
	for _, s := range sketches[:min(len(sketches), mostSketches)] {
		ids = append(ids, s.Statement)
	}
	return ids, nil
}

func (l *lookup) rankOf(key string) int {
	if l.asked(key) {
		return 1
	}
	return 0
}

// questions are those for the rarest words: any of those that few statements
// have, and any two of the rarest; where all are common, the rarest together.
func (l *lookup) questions() (out []store.Expr, err error) {
	words, err := l.rarest()
	if err != nil || len(words) == 0 {
		return nil, err
	}
	var rare, pairs []store.Expr
	sum := 0
	for i, w := range words {
		if sum += w.n; sum <= rareSum {
			rare = append(rare, w.expr())
		}
		for _, other := range words[:min(i, inPairs)] { // none is more common than w
			if i < inPairs && other.n <= rareSum {
				pairs = append(pairs, join(store.And, []store.Expr{other.expr(), w.expr()}))
			}
		}
	}
	if len(rare)+len(pairs) == 0 {
		var all []store.Expr
		for _, w := range words[:min(len(words), together)] {
			all = append(all, w.expr())
		}
		pairs = []store.Expr{join(store.And, all)}
	}
	for _, any := range [][]store.Expr{rare, pairs} {
		if len(any) == 0 {
			continue
		}
		q := join(store.Or, any)
		out = append(out, q)
		if l.where != nil {
			out = append(out, join(store.And, []store.Expr{*l.where, q}))
		}
	}
	return out, nil
}

// A counted is a word with how many statements have it.
type counted struct {
	word string
	n    int
}

func (c counted) expr() store.Expr { return store.Expr{Field: store.Words, Text: c.word} }

// rarest are the words with content that some statement has, the rarest first.
func (l *lookup) rarest() (out []counted, err error) {
	l.counts = map[uint32]int{}
	for _, w := range l.words {
		if _, seen := l.counts[w.Term()]; seen || !w.Content() || len(l.counts) == mostCounted {
			continue
		}
		c := counted{word: w.In(l.text)}
		res, err := l.st.Find(l.ctx, store.Find{Where: c.expr(), Page: store.Page{Limit: 1}})
		if err != nil {
			return nil, err
		}
		l.counts[w.Term()] = res.Total
		if c.n = res.Total; c.n > 0 {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b counted) int { return cmp.Compare(a.n, b.n) })
	return out, nil
}
