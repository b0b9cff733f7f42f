package storetest

import "onrecord"

// A Related is one line of an Article: `FROM HEDGE CUE TO`, each end with what it is about
type Related struct {
	Kind  onrecord.RelationKind
	From  Ending
	Cue   string // empty: the kind
	Hedge string
	To    Ending
	By    string // a person's name; empty for whoever tells the story
}

// An Ending is an end of a Related.
type Ending struct {
	Saying int    // the number of the saying that it is, from 1; 0 for none
	Owner  string // a person's name
	Noun   string // "remark", of a placeholder
	Words  string
	About  string
	Said   string
}

func (rel Related) relation(put func(string) onrecord.Span) onrecord.Relation {
	out := onrecord.Relation{Kind: rel.Kind, Basis: onrecord.Stated, Score: 0.5, Why: []string{"verb: " + rel.Cue}}
	out.From = rel.From.end(put)
	out.Hedge = some(put, rel.Hedge)
	out.Cue = some(put, or(rel.Cue, string(rel.Kind)))
	out.To = rel.To.end(put)
	return out
}

func (e Ending) end(put func(string) onrecord.Span) onrecord.End {
	return onrecord.End{Noun: e.Noun, Words: some(put, e.Words), About: some(put, e.About), Said: Time(e.Said, "test")}
}

// relation gives rel what its ends refer to.
func (n *naming) relation(rel *onrecord.Relation, from Related) {
	rel.Doc, rel.By = n.r.Doc.ID, n.id(from.By)
	n.end(&rel.From, from.From)
	n.end(&rel.To, from.To)
	rel.ID = rel.ComputeID()
}

func (n *naming) end(e *onrecord.End, from Ending) {
	e.Owner = n.id(from.Owner)
	if from.Saying > 0 {
		st := &n.r.Statements[from.Saying-1]
		e.Statement, e.Owner = st.ID, st.Speaker
	}
}
