package eval

import (
	"path/filepath"
	"strings"

	"onrecord"
	"onrecord/corpus"
)

// A SameItem is a statement that people gave its utterance: items of one
// Cluster report one.
type SameItem struct {
	Article string
	Content []onrecord.Span
	Cluster string
	Speaker string // "person:Mara Venn"
	Quoted  bool   // some of it stands between quotation marks
}

// ReadSame reads labels of one half of a corpus's articles, in a file with the
// columns half, group, cluster, kind, article, start and end of the content's
// first span in code points, speaker. The content is the corpus's that begins
// there, else the span alone.
func ReadSame(path, half string, articles []corpus.Article) ([]SameItem, error) {
	byName := map[string]*corpus.Article{}
	for i := range articles {
		if a := &articles[i]; byName[a.Name] == nil {
			byName[a.Name] = a
		}
	}
	rows, err := sameRows(path)
	if err != nil {
		return nil, err
	}
	var out []SameItem
	for _, f := range rows {
		a := byName[f.article]
		if f.half != half || a == nil {
			continue
		}
		at := onrecord.NewOffsets(a.Text).Bytes(f.points)
		out = append(out, SameItem{f.article, contentAt(a, at), filepath.Base(path) + "/" + f.group + "/" + f.cluster, f.speaker, f.kind != "indirect"})
	}
	return out, nil
}

// contentAt is the corpus's content whose first span is at, else at.
func contentAt(a *corpus.Article, at onrecord.Span) []onrecord.Span {
	for _, x := range a.Attributions {
		if len(x.Content) > 0 && x.Content[0] == at {
			return x.Content
		}
	}
	for _, x := range a.Attributions {
		if len(x.Content) > 0 && x.Content[0].Start == at.Start {
			return x.Content
		}
	}
	return []onrecord.Span{at}
}

// A SameScore says how well items were put together: of pairs and by the B³ of
// Bagga and Baldwin ("Algorithms for scoring coreference chains", 1998).
type SameScore struct {
	Items               int
	Right, Joined, Gold int     // pairs: joined rightly, joined, of one utterance
	P, R                float64 // B³, per cent
}

// F1 is the harmonic mean of the two of B³.
func (s SameScore) F1() float64 {
	if s.P+s.R == 0 {
		return 0
	}
	return 2 * s.P * s.R / (s.P + s.R)
}

// Which items and pairs a SameScore is over.
const (
	AllItems      = "all"
	QuotedItems   = "quoted"   // items with quotation marks, pairs of two such
	IndirectItems = "indirect" // items without, pairs with such a one
)

// ScoreSame holds groups against the items' clusters: group[i] is the number of
// the group of item i, and none has a number below 0 in common with another.
func ScoreSame(items []SameItem, group []int) map[string]SameScore {
	out := map[string]SameScore{}
	for _, which := range []string{AllItems, QuotedItems, IndirectItems} {
		out[which] = scoreSame(items, group, which)
	}
	return out
}

func scoreSame(items []SameItem, group []int, which string) (s SameScore) {
	for i := range items {
		gold, joined, right := 0, 0, 0
		for j := range items {
			same, together := items[i].Cluster == items[j].Cluster, i == j || group[i] >= 0 && group[i] == group[j]
			gold, joined, right = gold+one(same), joined+one(together), right+one(same && together)
			if j < i && counts2(which, &items[i], &items[j]) {
				s.Gold, s.Joined, s.Right = s.Gold+one(same), s.Joined+one(together), s.Right+one(same && together)
			}
		}
		if which == AllItems || items[i].Quoted == (which == QuotedItems) {
			s.Items++
			s.P += 100 * float64(right) / float64(joined)
			s.R += 100 * float64(right) / float64(gold)
		}
	}
	if s.Items > 0 {
		s.P, s.R = s.P/float64(s.Items), s.R/float64(s.Items)
	}
	return s
}

// counts2 reports whether a pair is counted.
func counts2(which string, a, b *SameItem) bool {
	return which == AllItems || (a.Quoted && b.Quoted) == (which == QuotedItems)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// SameLines are scores as lines of a scoreboard; what says what was given.
func SameLines(corpus, what string, scores map[string]SameScore) []Line {
	var out []Line
	for _, which := range []string{AllItems, QuotedItems, IndirectItems} {
		s := scores[which]
		name := func(measure string) string { return strings.TrimSpace(what + " " + which + " " + measure) }
		out = append(out,
			Line{corpus, "relation", name("pairs P"), percent(s.Right, s.Joined), s.Joined},
			Line{corpus, "relation", name("pairs R"), percent(s.Right, s.Gold), s.Gold},
			Line{corpus, "relation", name("B3 P"), s.P, s.Items},
			Line{corpus, "relation", name("B3 R"), s.R, s.Items},
			Line{corpus, "relation", name("B3 F1"), s.F1(), s.Items})
	}
	return out
}
