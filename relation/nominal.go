package relation

import (
	"slices"
	"strings"

	"onrecord"
)

// A nominal is a noun for what somebody did in words, where it says whose it
// is and at whom: "Lee's attack on Moor", "her praise for the crew".
type nominal struct {
	kind    onrecord.RelationKind
	preps   string // words that may stand before whom it is at
	objects string // as of a verb
}

var nominalNouns = func() map[string]nominal {
	m := map[string]nominal{}
	for words, n := range map[string]nominal{
		"attack assault broadside":                   {onrecord.Criticises, "on against", "w"},
		"criticism condemnation denunciation rebuke": {onrecord.Criticises, "of", "scpwx"},
		"critique ridicule mockery disparagement":    {onrecord.Criticises, "of", "scpwx"},
		"insult tirade rant invective jab swipe dig": {onrecord.Criticises, "of at against about toward", "w"},
		"praise admiration":                          {onrecord.Endorses, "for of", "scpwx"},
		"endorsement":                                {onrecord.Endorses, "of", "scpw"},
		"defense defence":                            {onrecord.Endorses, "of", "scpw"},
		"denial":                                     {onrecord.Denies, "of", "sc"},
		"response reply rebuttal":                    {onrecord.RespondsTo, "to", "scw"},
	} {
		for _, w := range strings.Fields(words) {
			m[w] = n // no word stands in two lists
		}
	}
	return m
}()

// nominals finds the nouns that say what a verb of the lexicon would, where no
// verb said it already.
func (v *view) nominals() {
	said := make(map[int]bool, len(v.found)) // bytes where cues end
	for i := range v.found {
		said[v.found[i].Cue.End] = true
	}
	for i := 1; i+1 < len(v.low); i++ {
		if t := v.tag(i + 1); t != "IN" && t != "TO" || !v.noun(i) {
			continue
		}
		n, ok := nominalNouns[v.lemma(i)]
		if !ok || said[v.r.Tokens[i].End] || v.onPage(i) || v.asked(i) || !slices.Contains(strings.Fields(n.preps), v.low[i+1]) {
			continue
		}
		if p := v.phraseOf(i); p.owner != none || p.pronoun != none {
			v.nominal(n, p)
		}
	}
}

// nominal relates whose p is with what stands behind its preposition.
func (v *view) nominal(n nominal, p phrase) {
	i := p.head
	f := frame{group: group{verb: i}, verb: &verb{kind: n.kind, objects: n.objects}, st: none, subject: p.owner, at: i + 2, after: i + 2}
	f.class = v.classOf(&f)
	if f.object.head == none || v.sentence[f.object.head] != v.sentence[i] {
		return
	}
	if !v.fits(&f) && (f.class != thing || f.object.owner == none || !v.speaks(f.object.owner)) {
		return
	}
	if v.mayBe(i) || !v.fromOwner(&f, p) {
		return
	}
	if c := v.content[i]; c != none {
		f.by = v.r.Statements[c].Speaker
		if f.by == "" {
			return
		}
	}
	to, why, ok := v.to(&f)
	if !ok || to.Is() == "entity" && to.Owner == f.speaker {
		return
	}
	v.add(onrecord.Relation{Kind: n.kind, From: f.end, To: to, Cue: v.span(i, i+1), By: f.by}, nominalScore, why)
}

// mayBe reports a noun under a verb with "will" or "could".
func (v *view) mayBe(i int) bool {
	for range chain {
		if i = v.head(i); i == none {
			return false
		}
		if v.verb(i) || strings.HasPrefix(v.tag(i), "JJ") {
			a := v.dependent(i, "aux")
			return a != none && v.tag(a) == "MD"
		}
	}
	return false
}

// fromOwner is the end that says it: whose p is.
func (v *view) fromOwner(f *frame, p phrase) bool {
	if p.owner != none {
		f.speaker = v.possessor(p)
		f.end = onrecord.End{Owner: f.speaker, Words: v.span(p.first, p.owner+1)}
	} else if genders[v.low[p.pronoun]] != 0 {
		f.speaker = v.doerOf(p, f)
		f.end = onrecord.End{Owner: f.speaker, Words: v.span(p.pronoun, p.pronoun+1)}
	}
	switch v.kindOf(f.speaker) {
	case onrecord.Person, onrecord.Organisation:
		return true
	}
	return false
}

// doerOf is whom the pronoun of p means: the subject of the verb over it, else
// the only other person named before it; never who the object is.
func (v *view) doerOf(p phrase, f *frame) onrecord.EntityID {
	object := v.entityID(f.object.head)
	if s := v.grammatical(p.head); s != none && s < p.pronoun {
		if e := v.entity(s); e != nil && e.Kind == onrecord.Person && e.ID != object && v.agrees(v.low[p.pronoun], e) {
			return e.ID
		}
	}
	for h, n := v.head(p.head), 0; h != none && n < chain; h, n = v.head(h), n+1 {
		if !v.verb(h) {
			continue
		}
		if s := v.grammatical(h); s != none && s < p.pronoun {
			if e := v.entity(s); e != nil && e.Kind == onrecord.Person && e.ID != object && v.agrees(v.low[p.pronoun], e) {
				return e.ID
			}
		}
		break
	}
	return v.otherThan(p.pronoun, object)
}
