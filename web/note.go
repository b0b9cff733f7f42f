package web

import (
	"onrecord"
	"onrecord/export"
)

// A note is a statement in the list beside the article.
type note struct {
	N         int
	ID        string
	Cite      string // its page, empty where it has none
	Speaker   string
	Source    string
	Verb      string // the cue, where it is words and Words are given
	Words     string
	Kind      string
	Said      when
	SaidWords string
	Facts     []string // role, way, act, how the source is named: what there is
	Doubt     []string // why an unknown speaker is so
	Ties      []rowTie

	Corrected []correctedView
}

func noteOf(text string, st *onrecord.Statement, names map[onrecord.EntityID]string) note {
	n := note{ID: string(st.ID), Speaker: names[st.Speaker], Source: firstWords(st.Source.In(text), 80), Verb: export.Verb(st.Cue.In(text)),
		Words: export.SaidWords(st.Kind, firstWords(export.Join(text, st.Content), 110)), Kind: string(st.Kind),
		Said: whenOf(st.Said, st.Said.Words.In(text)), SaidWords: firstWords(st.Said.Words.In(text), 40), Facts: noteFacts(text, st)}
	if len(st.Content) == 0 {
		n.Words, n.Verb = firstWords(st.Cue.In(text), 110), ""
	}
	if st.Speaker == "" {
		var others []string
		for _, id := range st.Others {
			others = append(others, names[id])
		}
		n.Doubt = doubtOf(others, st.Why)
	}
	return n
}

// noteFacts are the role, the way, the act and how the source is named.
func noteFacts(text string, st *onrecord.Statement) (facts []string) {
	if st.Role != "" {
		facts = append(facts, st.Role)
	}
	facts = append(facts, export.Way{Addressee: st.Addressee.In(text), Venue: st.Venue.In(text), Occasion: st.Occasion.In(text), Medium: st.Medium.In(text), Via: st.Via}.Parts()...)
	if act := export.ActWords(st.Act); act != "" {
		facts = append(facts, act)
	}
	if class := export.AnonymityWords(st.Anonymity); class != "" {
		facts = append(facts, "source: "+class)
	}
	return facts
}
