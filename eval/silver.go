package eval

import (
	"onrecord"
	"onrecord/corpus"
)

// SilverSpeakers asks CoreNLP's coreference chains who is meant by labelled
// sources, the same that Sources asks: the chain of the mention that shares
// most with the source, and in it the longest run of name tokens of the
// representative mention, else of any. Silver and texts are by article.
func SilverSpeakers(labels []Label, silver map[string]*corpus.Silver, texts map[string]string) *Baseline {
	b := &Baseline{counts: map[string]Answers{}}
	chains := map[string][]corpus.Chain{}
	for i := range labels {
		l := &labels[i]
		s := silver[l.Article]
		if s == nil {
			continue
		}
		if _, ok := chains[l.Article]; !ok {
			chains[l.Article] = s.Chains()
		}
		at := onrecord.NewOffsets(texts[l.Article]).Bytes(l.Points)
		b.add(l, chainName(at, chains[l.Article], s, texts[l.Article]))
	}
	return b
}

// A Baseline counts what another program's answers to a question are worth.
type Baseline struct{ counts map[string]Answers }

func (b *Baseline) add(l *Label, name string) {
	g := Open
	switch {
	case name == "" && l.Want == "-", name != "" && oneOf(l.Want, func(want string) bool { return want != "-" && SameName(name, want) }):
		g = Right
	case name != "":
		g = Wrong
	}
	for _, group := range append(Sources.groups(l), "") {
		a := b.counts[group]
		a.add(g)
		b.counts[group] = a
	}
}

// Lines are the answers as lines of a scoreboard, those of the groups in which
// the issue of speakers is decided.
func (b *Baseline) Lines(corpus, stage string) []Line {
	var out []Line
	for _, group := range []string{"of the known", "of pronouns", "of last names", "of roles and metonyms"} {
		a := b.counts[group]
		out = append(out, Line{corpus, stage, "speaker " + group + " right of found", percent(a.Right, a.Found), a.Found},
			Line{corpus, stage, "speaker " + group + " wrong of found", percent(a.Wrong, a.Found), a.Found})
	}
	return out
}

// chainName is the name that the chain of the words at a place has, empty when
// it has none.
func chainName(at onrecord.Span, chains []corpus.Chain, s *corpus.Silver, text string) string {
	best, most := none, 0.0
	for k, c := range chains {
		for _, m := range c.Mentions {
			shared := min(m.End, at.End) - max(m.Start, at.Start)
			if share := float64(shared) / float64(max(m.Len(), at.Len())); shared > 0 && share > most {
				best, most = k, share
			}
		}
	}
	if best == none {
		return nameIn(at, s, text)
	}
	c := &chains[best]
	if name := nameIn(c.Representative, s, text); name != "" {
		return name
	}
	longest := ""
	for _, m := range c.Mentions {
		if name := nameIn(m, s, text); len(name) > len(longest) {
			longest = name
		}
	}
	return longest
}

const none = -1

// nameIn is the longest run of name tokens within a span.
func nameIn(span onrecord.Span, s *corpus.Silver, text string) string {
	var longest, run onrecord.Span
	for _, rows := range s.Sentences {
		for _, row := range rows {
			if !span.Contains(row.Span) || row.Name != "PERSON" && row.Name != "ORGANIZATION" && row.Name != "LOCATION" && row.Name != "MISC" {
				run = onrecord.Span{}
				continue
			}
			if run.IsZero() {
				run.Start = row.Start
			}
			run.End = row.End
			if run.Len() > longest.Len() {
				longest = run
			}
		}
	}
	return longest.In(text)
}
