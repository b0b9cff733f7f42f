package relation

import (
	"slices"
	"strings"

	"onrecord"
)

// remarks are nouns for what somebody said on an occasion, as an article names
// what it is about: "Lee's comments". What "her plan" is may be told nowhere in
// it.
var remarks = set(`remark comment statement declaration announcement speech interview testimony assertion suggestion claim accusation
charge allegation contention tweet outburst tirade rant insult joke characterization characterisation question warning threat`)

// toldOf is what p names, "Lee's comments", when that says no more of it than
// whose it is: what the owner said in the sentence before, else the only thing
// that the article tells them to have said. Nil where there is none, or more
// than one thing to mean.
func (v *view) toldOf(f *frame, p phrase, owner onrecord.EntityID) *onrecord.Statement {
	if owner == "" || owner == f.speaker || f.verb.own && f.verb.kind != onrecord.WalksBack || f.verb.kind == onrecord.Repeats ||
		!remarks[v.lemma(p.head)] || !v.onlyOwned(p) {
		return nil
	}
	if st := v.lastOf(f, func(id onrecord.EntityID) bool { return id == owner }); st != nil {
		if n, _ := v.indexOf(st.ID); v.uttered(n) {
			return st
		}
		return nil
	}
	return v.only(f, owner)
}

// onlyOwned reports a phrase that says whose something is, and neither when nor
// about what, nor which of several: "Lee's comments", not "Lee's earlier
// comments" or "Lee's comments on Tuesday".
func (v *view) onlyOwned(p phrase) bool {
	from := p.owner
	if from == none {
		from = p.pronoun
	} else {
		from++ // the mark
	}
	return from != none && from+1 == p.head && v.extent(p) == p.end && v.about(p.end).IsZero() && !v.sited(p.end)
}

// sited reports a phrase that goes on with where or when: "comments in Maine".
func (v *view) sited(i int) bool {
	switch v.at(i) {
	case "in", "at", "during", "from", "last", "earlier", "after", "before":
		return true
	}
	return i < len(v.low) && (v.day(i) || v.low[i] == "on" && v.beforeDay(i))
}

// only is the one utterance of owner that the article tells of in words. What
// stands behind the verb may be an answer, so it must say that it came before;
// reports of one day count as one, and the fullest is taken.
func (v *view) only(f *frame, owner onrecord.EntityID) *onrecord.Statement {
	list := v.by(owner)
	if len(list) > nearest {
		return nil
	}
	var meant []*onrecord.Statement
	for _, m := range list {
		n, st := int(m), &v.r.Statements[m]
		switch {
		case st.ID == f.end.Statement || !v.uttered(n) || v.r.Doc.Headline.Overlaps(st.Content[0]):
		case v.place(n) > v.r.Tokens[f.group.verb].Start && !v.saidEarlier(n):
			return nil
		default:
			meant = append(meant, st)
		}
	}
	if len(meant) == 0 || len(meant) > 1 && !ofOneDay(meant) {
		return nil
	}
	return slices.MaxFunc(meant, func(a, b *onrecord.Statement) int {
		if d := quotedBytes(a) - quotedBytes(b); d != 0 {
			return d
		}
		return strings.Compare(string(b.ID), string(a.ID))
	})
}

// uttered reports a statement that gives words: a quotation, or what a plain
// verb of saying goes with. "Has vowed to" may sum up many.
func (v *view) uttered(n int) bool {
	return v.hasWords(n) && !v.thought(n) && (v.plain(n) || v.quotes(&v.r.Statements[n]))
}

// saidEarlier reports a statement that says it was made before what stands
// around it: "had said", or with its day.
func (v *view) saidEarlier(n int) bool {
	if i := v.cueVerb(n); i != none {
		for k := max(0, i-3); k < i; k++ {
			if v.low[k] == "had" {
				return true
			}
		}
	}
	said := &v.r.Statements[n].Said
	return said.From != "" && !said.Words.IsZero()
}

// ofOneDay reports statements that all were made on one and the same day.
func ofOneDay(list []*onrecord.Statement) bool {
	first := list[0].Said
	return first.From != "" && !slices.ContainsFunc(list, func(st *onrecord.Statement) bool {
		return st.Said.From != first.From || st.Said.Until != first.Until
	})
}

func quotedBytes(st *onrecord.Statement) (n int) {
	for _, s := range st.Verbatim {
		n += s.Len()
	}
	return n
}
