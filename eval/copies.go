package eval

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"

	"onrecord"
	"onrecord/corpus"
)

// Copies of texts are made by a script, since nobody has labelled any: pages,
// and rewrites of some of them as outlets make them of what an agency sends.
// What makes it hard is made too: pages that are parts of one article, some of
// which end with the same paragraph of background; pages of two outlets that
// quote the same long statement; rewrites that keep a third of the text.

// A CopyPage is a page of the set.
type CopyPage struct {
	Name, Outlet, Title string
	Byline              []string
	Text                string // paragraphs, an empty line between them
	Family              int    // the index of the page that it is a rewrite of, or its own
	quoted              bool   // a shared quotation was put into it
}

// CopyPieces cuts articles, but those named in without, into at most n pages of
// paragraphs in a row.
func CopyPieces(articles []corpus.Article, without map[string]bool, n int) []CopyPage {
	var pages []CopyPage
	for _, a := range corpus.First(articles) {
		if !without[a.Name] {
			pages = append(pages, pieces(&a)...)
		}
	}
	if len(pages) > n {
		pages = pages[:n]
	}
	for i := range pages {
		pages[i].Family = i
	}
	return pages
}

// ReadSameTexts reads lines of two articles that print one text, and returns
// the second ones.
func ReadSameTexts(path string) (map[string]bool, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("copies: %w", err)
	}
	out := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if _, second, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			out[second] = true
		}
	}
	return out, nil
}

// A page has so many words at least.
const leastWords = 120

// pieces are two or three pages of a long article, one of a short one. Pieces
// of every third article end with its last paragraph, as background.
func pieces(a *corpus.Article) []CopyPage {
	all := paragraphsOf(a.Text)
	if len(all) < 3 {
		return nil
	}
	title, all := all[0], all[1:]
	words := len(strings.Fields(a.Text))
	n := min(max(words/(2*leastWords), 1), 3)
	var out []CopyPage
	for i := range n {
		part := all[i*len(all)/n : (i+1)*len(all)/n]
		if len(a.Name)%3 == 0 && i+1 < n {
			part = append(append([]string(nil), part...), all[len(all)-1])
		}
		text := strings.Join(part, "\n\n")
		if len(strings.Fields(text)) < leastWords/2 {
			continue
		}
		out = append(out, CopyPage{Name: a.Name + "-" + string(rune('a'+i)), Outlet: a.Outlet, Title: title, Text: text})
	}
	return out
}

func paragraphsOf(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// WithCopies are the pages with rewrites of some of them, two of every third
// that is rewritten, in an order that says nothing. The same seed makes the
// same set.
func WithCopies(pages []CopyPage, rewrites int, seed uint64) []CopyPage {
	rng := rand.New(rand.NewPCG(seed, 2026))
	w := &rewriter{rng: rng, pages: append([]CopyPage(nil), pages...)}
	w.shareQuotations(len(pages) / 10)
	order := rng.Perm(len(pages))
	for k := 0; rewrites > 0; k++ {
		of := order[k%len(order)]
		for n := 1 + (k%3)/2; n > 0 && rewrites > 0; n-- {
			w.pages = append(w.pages, w.rewrite(of))
			rewrites--
		}
	}
	rng.Shuffle(len(w.pages), func(i, j int) { w.pages[i], w.pages[j] = w.pages[j], w.pages[i] })
	return w.pages
}

// A CopyScore counts pairs of pages.
type CopyScore struct {
	Pages, Pairs  int // that are of one family
	Found, Right  int // pairs that were found; that are of one family
	Straight      int // pairs of a page and its rewrite
	StraightFound int
	Wrong         [][2]int // indexes of pages that were found and are no copies
	Missed        [][2]int // of one family and not found
}

// ScoreCopies compares copies that were found with the families of the pages,
// whose documents are ids.
func ScoreCopies(pages []CopyPage, ids []onrecord.DocumentID, found []onrecord.Copy) CopyScore {
	s := CopyScore{Pages: len(pages), Found: len(found)}
	at := map[onrecord.DocumentID]int{}
	for i, id := range ids {
		at[id] = i
	}
	have := map[[2]int]bool{}
	for _, c := range found {
		i, j := at[c.A], at[c.B]
		have[[2]int{min(i, j), max(i, j)}] = true
		if pages[i].Family == pages[j].Family {
			s.Right++
		} else {
			s.Wrong = append(s.Wrong, [2]int{i, j})
		}
	}
	members := map[int][]int{}
	for i := range pages {
		f := pages[i].Family
		for _, j := range members[f] {
			s.Pairs++
			straight := pages[i].Original() || pages[j].Original()
			if straight {
				s.Straight++
			}
			switch {
			case !have[[2]int{j, i}]:
				s.Missed = append(s.Missed, [2]int{j, i})
			case straight:
				s.StraightFound++
			}
		}
		members[f] = append(members[f], i)
	}
	return s
}

// Original reports a page that is no rewrite.
func (p CopyPage) Original() bool { return !strings.HasPrefix(p.Name, "rewrite-") }

// Lines are the score as lines of a scoreboard.
func (s CopyScore) Lines(corpus string) []Line {
	return []Line{
		{corpus, "syndication", "copies pair P", percent(s.Right, s.Found), s.Found},
		{corpus, "syndication", "copies pair R", percent(s.Right, s.Pairs), s.Pairs},
		{corpus, "syndication", "copies page and rewrite R", percent(s.StraightFound, s.Straight), s.Straight},
	}
}
