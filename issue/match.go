package issue

import (
	"slices"
	"strings"

	"onrecord"
)

// A Matcher reads statements against many issues at once. It may be used
// concurrently.
type Matcher struct {
	issues []*compiled
	about  finder // of all issues; the id is an index of issues
}

// A compiled issue is one whose patterns can be found.
type compiled struct {
	is      *Issue
	about   finder
	action  finder
	phrases finder // forPole or againstPole
}

// NewMatcher makes a Matcher of issues, in order of their IDs whatever the order they are
// given in.
func NewMatcher(issues ...*Issue) *Matcher {
	m := &Matcher{}
	sorted := slices.Clone(issues)
	slices.SortStableFunc(sorted, func(a, b *Issue) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for i, is := range sorted {
		c := &compiled{is: is}
		for _, p := range is.about {
			m.about.add(p, i)
			c.about.add(p, 0)
		}
		for _, p := range is.action {
			c.action.add(p, 0)
		}
		for pole := range is.poles {
			for _, p := range is.poles[pole] {
				c.phrases.add(p, pole)
			}
		}
		m.issues = append(m.issues, c)
	}
	return m
}

// Issues are the issues in order of their IDs.
func (m *Matcher) Issues() []*Issue {
	var out []*Issue
	for _, c := range m.issues {
		out = append(out, c.is)
	}
	return out
}

// Touches reports a word of any of the issues in a text: only then can a
// statement of it be assigned by its own words.
func (m *Matcher) Touches(text string) bool { return m.hits(words(text), nil) != nil }

// Needs lists, for each way to name the issue, the words of it that a search
// finds as they are: no open endings, nothing that a contraction may hide. A
// statement on the issue has all of one of these lists, which may be empty.
func (is *Issue) Needs() [][]string {
	var out [][]string
	for _, p := range is.about {
		for _, way := range p.ways {
			var exact []string
			for _, t := range way {
				if !t.prefix && !function[t.text] && !negators[t.text] && !strings.ContainsAny(t.text, "'’.,0123456789") {
					exact = append(exact, t.text)
				}
			}
			out = append(out, exact)
		}
	}
	return out
}

// Read says on which issues a statement is, by its words and, for less, by the
// words around it (the headline, the sentence that it stands in), and which
// positions it takes on them, both in order of the issues' IDs.
func (m *Matcher) Read(r *onrecord.Report, around string) (on []onrecord.Assignment, positions []onrecord.Position) {
	on = m.Assign(r, around)
	for i := range on {
		if p, ok := m.position(r, &on[i]); ok {
			positions = append(positions, p)
		}
	}
	return on, positions
}

// What an assignment rests on gives its score: a word of the issue in the
// statement itself, more of them, what one is for or against, or only words
// around it. The figures order assignments, and mean no more.
const (
	byOneWord = 0.6
	byAction  = 0.2
	byMore    = 0.1
	byAround  = 0.3
)

// Assign says on which issues a statement is.
func (m *Matcher) Assign(r *onrecord.Report, around string) []onrecord.Assignment {
	found := m.hits(words(r.Content), nil)
	if around != "" {
		found = m.hits(words(around), found)
	}
	if found == nil {
		return nil
	}
	inside := m.spans(words(r.Content), found)
	var out []onrecord.Assignment
	for i, c := range m.issues {
		if found[i] == 0 {
			continue
		}
		out = append(out, c.assignment(r, inside[i], around))
	}
	return out
}

// hits counts the words of each issue, nil while there is none.
func (m *Matcher) hits(ws []word, found map[int]int) map[int]int {
	for i := range ws {
		m.about.each(ws, i, func(e entry, _ int) {
			if found == nil {
				found = map[int]int{}
			}
			found[e.id]++
		})
	}
	return found
}

// spans are the words of each issue that stand in a statement.
func (m *Matcher) spans(ws []word, found map[int]int) map[int][]onrecord.Span {
	out := map[int][]onrecord.Span{}
	for i := range ws {
		m.about.each(ws, i, func(e entry, end int) {
			s := onrecord.Span{Start: ws[i].Start, End: ws[end-1].End}
			if list := out[e.id]; len(list) == 0 || list[len(list)-1].End <= s.Start {
				out[e.id] = append(list, s)
			}
		})
	}
	return out
}

func (c *compiled) assignment(r *onrecord.Report, inside []onrecord.Span, around string) onrecord.Assignment {
	a := onrecord.Assignment{Issue: c.is.ID, Statement: r.Statement, Words: inside, Score: byAround}
	if len(inside) == 0 {
		a.Why = []string{"only the words around it: " + quote(firstHit(&c.about, around))}
		return a
	}
	a.Score = byOneWord
	said := map[string]bool{}
	for _, s := range inside {
		if w := lower(s.In(r.Content)); !said[w] {
			said[w] = true
			a.Why = append(a.Why, quote(w))
		}
	}
	if len(said) > 1 {
		a.Score += byMore
	}
	if firstHit(&c.action, r.Content) != "" {
		a.Score += byAction
	}
	a.Why = []string{"its words: " + strings.Join(a.Why, ", ")}
	return a
}

func quote(s string) string { return "“" + s + "”" }

// firstHit is the first words of text that f finds.
func firstHit(f *finder, text string) string {
	ws := words(text)
	for i := range ws {
		if _, end := f.longest(ws, i); end > 0 {
			return text[ws[i].Start:ws[end-1].End]
		}
	}
	return ""
}
