package eval

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"onrecord"
	"onrecord/corpus"
)

// A Recall says how much of a hand-made record was found. Only attributions
// that must be found ("core") count.
type Recall struct {
	Core           int
	Found          int // contents share a letter; for an act, cues do
	Speaker        int // of Core
	Source         int
	Time           int // the same EDTF value or the same days
	FromPage       int // statements whose content is page, not article
	Chains         int // attributions of more than one hop
	Chained        int // with each medium on the way
	Related        int // relations that must be found: stated or implied, not to an event
	RelationsFound int // kind and both ends
	Lost           []string
}

// Hold compares a reading with the record of the same text.
func Hold(gold *corpus.Record, r *onrecord.Reading) Recall {
	var c Recall
	found := recordPairs(gold, r)
	for i := range gold.Attributions {
		if a := &gold.Attributions[i]; a.Level == "core" {
			c.Core++
			c.add(gold, a, found[a.ID], r)
		}
	}
	for i := range r.Statements {
		if letters(gold.Text, r.Statements[i].Content, gold.Page) > 0 {
			c.FromPage++
			c.lose("taken from the page: ", content(gold.Text, r.Statements[i].Content))
		}
	}
	c.relations(gold, r)
	return c
}

func (c *Recall) lose(what ...string) {
	line := ""
	for _, w := range what {
		line += w
	}
	c.Lost = append(c.Lost, line)
}

func (c *Recall) add(gold *corpus.Record, a *corpus.Recorded, st *onrecord.Statement, r *onrecord.Reading) {
	if st == nil {
		c.lose("not found: ", a.ID, " ", content(gold.Text, a.Content))
	} else {
		c.Found++
		name := speakerName(r, st.Speaker)
		entity, known := gold.Entities[a.Entity]
		if known && name != "" && SameName(name, entity.Names...) || !known && name == "" {
			c.Speaker++
		} else {
			c.lose("speaker: ", a.ID, " want ", a.Entity, ", have ", name)
		}
		source := predicted(st)[Source]
		if letters(gold.Text, a.Source, source) > 0 || len(a.Source)+len(source) == 0 {
			c.Source++
		}
		if sameTime(a.Said, st.Said.EDTF) {
			c.Time++
		} else {
			c.lose("time: ", a.ID, " want ", string(a.Said), ", have ", string(st.Said.EDTF))
		}
	}
	if len(a.Chain) > 2 {
		c.Chains++
		if chained(gold, a, st) {
			c.Chained++
		}
	}
}

func chained(gold *corpus.Record, a *corpus.Recorded, st *onrecord.Statement) bool {
	for _, id := range a.Chain[1 : len(a.Chain)-1] {
		medium := gold.Entities[id]
		if medium.Media && (st == nil || !slices.ContainsFunc(st.Via, func(h onrecord.Hop) bool { return SameName(h.Name, medium.Names...) })) {
			return false
		}
	}
	return true
}

// recordPairs matches one to one, by the letters of the contents that are
// shared, cues that overlap first.
func recordPairs(gold *corpus.Record, r *onrecord.Reading) map[string]*onrecord.Statement {
	type candidate struct {
		fit int
		id  string
		i   int
	}
	var all []candidate
	for _, a := range gold.Attributions {
		for i := range r.Statements {
			p := predicted(&r.Statements[i])
			fit := letters(gold.Text, a.Content, p[Content])
			if letters(gold.Text, a.Cue, p[Cue]) > 0 {
				if fit > 0 {
					fit += 1000
				}
				if a.Kind == "act" {
					fit += 500
				}
			}
			if fit > 0 {
				all = append(all, candidate{fit, a.ID, i})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return -cmp.Or(cmp.Compare(a.fit, b.fit), cmp.Compare(a.id, b.id), cmp.Compare(a.i, b.i))
	})
	out, used := map[string]*onrecord.Statement{}, map[int]bool{}
	for _, c := range all {
		if out[c.id] == nil && !used[c.i] {
			out[c.id], used[c.i] = &r.Statements[c.i], true
		}
	}
	return out
}

// letters counts the code points that both lists of spans cover. The spans of
// one list do not overlap.
func letters(text string, a, b []onrecord.Span) int {
	n := 0
	for _, s := range a {
		for _, t := range b {
			if s.Overlaps(t) {
				n += utf8.RuneCountInString(text[max(s.Start, t.Start):min(s.End, t.End)])
			}
		}
	}
	return n
}

// content is the beginning of the words, for a line of output.
func content(text string, spans []onrecord.Span) string {
	if len(spans) == 0 {
		return "-"
	}
	words := []rune(spans[0].In(text))
	return string(words[:min(len(words), 70)])
}
