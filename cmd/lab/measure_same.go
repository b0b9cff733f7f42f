package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/article"
	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/reader"
	"onrecord/relation"
	"onrecord/store"
)

const storyFolder = "eval/testdata/same"

func measureSame() *cobra.Command {
	var s scorer
	var misses, held bool
	c := &cobra.Command{
		Use:   "same",
		Short: "Judge which statements of different articles are joined as one utterance",
		Long: `Same reads the stories of ` + storyFolder + ` and the articles of its
polnear.tsv with the accurate reader, joins statements, and holds them against
the labels twice: "given" takes content and speaker from the labels, and the
rest as it was read; "read" takes all as it was read. With --misses it prints
pairs of the development half that are joined and should not be, or the
reverse; of the held half nothing is ever printed but the figures.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if s.reader, err = reader.New(reader.Accurate); err != nil {
				return err
			}
			halves := []string{eval.Dev}
			if held {
				halves = append(halves, eval.Held)
			}
			for _, half := range halves {
				if err := s.measureSame(c.OutOrStdout(), half, misses && half == eval.Dev); err != nil {
					return err
				}
			}
			return nil
		},
	}
	polnearFlag(c, &s.polnear)
	c.Flags().BoolVar(&misses, "misses", false, "print wrong pairs of the development half")
	c.Flags().BoolVar(&held, "held", false, "score the held half too")
	return c
}

func (s *scorer) measureSame(out io.Writer, half string, misses bool) error {
	sets, err := s.sameSets(half)
	if err != nil {
		return err
	}
	for _, set := range sets {
		for _, what := range []string{"given", "read"} {
			reports, item := set.reports(what)
			group := joined(reports, item, len(set.items))
			for _, l := range eval.SameLines(set.name, what, eval.ScoreSame(set.items, group)) {
				fmt.Fprintf(out, "%-16s %-30s %5.1f of %d\n", l.Corpus, l.Measure, l.Value, l.Of)
			}
			if misses {
				set.printMisses(out, what, reports, item, group)
			}
		}
	}
	return nil
}

// sameLines are the lines of both halves for the scoreboard.
func (s *scorer) sameLines() ([]eval.Line, error) {
	var out []eval.Line
	for _, half := range []string{eval.Dev, eval.Held} {
		sets, err := s.sameSets(half)
		if err != nil {
			return nil, err
		}
		for _, set := range sets {
			for _, what := range []string{"given", "read"} {
				reports, item := set.reports(what)
				out = append(out, eval.SameLines(set.name, what, eval.ScoreSame(set.items, joined(reports, item, len(set.items))))...)
			}
		}
	}
	return out, nil
}

// A sameSet is labelled items with the readings of their articles.
type sameSet struct {
	name     string
	items    []eval.SameItem
	articles []string
	read     map[string]*onrecord.Reading
}

// sameSets reads the stories of a half, and the corpus's articles where the
// corpus is there.
func (s *scorer) sameSets(half string) ([]sameSet, error) {
	stories, err := eval.ReadStories(storyFolder, half)
	if err != nil {
		return nil, err
	}
	set := sameSet{name: "same-" + half, read: map[string]*onrecord.Reading{}}
	for _, st := range stories {
		set.items = append(set.items, st.Items...)
		set.articles = append(set.articles, st.Name)
		if set.read[st.Name], err = s.reader.Read(article.Page{Article: st.Name + ".txt", Bytes: []byte(st.Text), Outlet: st.Outlet, Published: st.Published}); err != nil {
			return nil, err
		}
		if set.read[st.Name].Doc.Text != st.Text {
			return nil, fmt.Errorf("story %s: the text that was read is another one", st.Name)
		}
	}
	sets := []sameSet{set}
	articles, err := s.train()
	if err != nil {
		fmt.Fprintf(s.errors(), "skipped polnear: %v\n", err)
		return sets, nil
	}
	more, err := s.polnearSame(half, articles)
	return append(sets, more), err
}

func (s *scorer) errors() io.Writer {
	if s.errs == nil {
		return io.Discard
	}
	return s.errs
}

func (s *scorer) polnearSame(half string, articles []corpus.Article) (sameSet, error) {
	set := sameSet{name: "same-polnear-" + half}
	var err error
	if set.items, err = eval.ReadSame(filepath.Join(storyFolder, "polnear.tsv"), half, articles); err != nil {
		return set, err
	}
	wanted := map[string]bool{}
	for _, it := range set.items {
		wanted[it.Article] = true
	}
	for _, a := range articles {
		if wanted[a.Name] && !slices.Contains(set.articles, a.Name) {
			set.articles = append(set.articles, a.Name)
		}
	}
	set.read, err = s.readThese(articles, wanted)
	return set, err
}

// reports are what is joined: of "given" one for each item, of "read" all
// statements. item[i] is the item that report i is, -1 for none.
func (set *sameSet) reports(what string) (reports []onrecord.Report, item [][]int) {
	for _, name := range set.articles {
		r := set.read[name]
		read := recordReports(r)
		of := make([][]int, len(read))
		for i := range set.items {
			it := &set.items[i]
			if it.Article != name {
				continue
			}
			best := nearest(r, it.Content)
			if best >= 0 {
				of[best] = append(of[best], i)
			}
			if what == "given" {
				reports, item = append(reports, given(r, read, best, it, i)), append(item, []int{i})
			}
		}
		if what == "read" {
			reports, item = append(reports, read...), append(item, of...)
		}
	}
	return reports, item
}

// recordReports are the statements of a reading as a record reports them.
func recordReports(r *onrecord.Reading) []onrecord.Report {
	keys := map[onrecord.EntityID]string{}
	for i := range r.Entities {
		keys[r.Entities[i].ID] = store.KeyOf(r.Entities[i].Kind, r.Entities[i].Name)
	}
	out := make([]onrecord.Report, len(r.Statements))
	for i := range r.Statements {
		out[i] = store.ReportOf(r.Doc, &r.Statements[i], keys[r.Statements[i].Speaker])
	}
	return out
}

// given is the report of an item: content and speaker are the label's.
func given(r *onrecord.Reading, read []onrecord.Report, best int, it *eval.SameItem, i int) onrecord.Report {
	st := onrecord.Statement{ID: onrecord.StatementID(fmt.Sprintf("%s#%04d", r.Doc.ID, i)), Doc: r.Doc.ID, Content: it.Content, Kind: onrecord.Indirect}
	for _, q := range r.Quotations {
		if q.Depth == 0 {
			st.Verbatim = append(st.Verbatim, q.Inner)
		}
	}
	kind, name, _ := strings.Cut(it.Speaker, ":")
	out := store.ReportOf(r.Doc, &st, store.KeyOf(onrecord.EntityKind(kind), name))
	if best >= 0 {
		b := read[best]
		out.Said, out.Act, out.Occasion, out.Headline = b.Said, b.Act, b.Occasion, b.Headline
	}
	if len(out.Quoted) > 0 {
		out.Kind = onrecord.Mixed
	}
	return out
}

// nearest is the statement that has most of a content, -1 for none.
func nearest(r *onrecord.Reading, content []onrecord.Span) int {
	best, most := -1, 0
	for i := range r.Statements {
		n := 0
		for _, s := range r.Statements[i].Content {
			for _, c := range content {
				n += max(0, min(s.End, c.End)-max(s.Start, c.Start))
			}
		}
		if n > most && r.Statements[i].Kind != onrecord.Reported {
			best, most = i, n
		}
	}
	return best
}

// joined gives each item the number of its report's group, below 0 when it has
// no report.
func joined(reports []onrecord.Report, item [][]int, items int) []int {
	var matches []onrecord.Match
	for i := range reports {
		for j := range i {
			if m, ok := relation.Same(&reports[i], &reports[j]); ok {
				matches = append(matches, m)
			}
		}
	}
	out := make([]int, items)
	for i := range out {
		out[i] = -1
	}
	for n, g := range relation.Group(reports, matches, nil) {
		for _, r := range g {
			for _, i := range item[r] {
				out[i] = n
			}
		}
	}
	return out
}

// printMisses prints pairs that are joined and should not be, and items that
// are joined with none of their utterance.
func (set *sameSet) printMisses(out io.Writer, what string, reports []onrecord.Report, item [][]int, group []int) {
	of := make([]*onrecord.Report, len(set.items))
	for r, items := range item {
		for _, i := range items {
			of[i] = &reports[r]
		}
	}
	for i := range set.items {
		for j := range i {
			same, together := set.items[i].Cluster == set.items[j].Cluster, group[i] >= 0 && group[i] == group[j]
			if same == together {
				continue
			}
			word := map[bool]string{true: "APART", false: "WRONG"}[same]
			fmt.Fprintf(out, "%s %s %s/%s\n  %s\n  %s\n", what, word, set.items[i].Cluster, set.items[j].Cluster, set.show(i, of[i]), set.show(j, of[j]))
			if of[i] != nil && of[j] != nil {
				m, ok := relation.Same(of[i], of[j])
				fmt.Fprintf(out, "  %v %.2f %s\n", ok, m.Score, strings.Join(m.Why, "; "))
			}
		}
	}
}

func (set *sameSet) show(i int, r *onrecord.Report) string {
	it := &set.items[i]
	if r == nil {
		return fmt.Sprintf("%s not read: %q", it.Article, it.Content[0].In(set.read[it.Article].Doc.Text))
	}
	return fmt.Sprintf("%s %s %s said %s pub %s headline %v: %q", it.Article, r.Key, r.Kind, r.Said.EDTF, r.Published.EDTF, r.Headline, r.Content)
}
