package relation

import (
	"strings"

	"onrecord"
)

// pointing words say that a statement was told before: "the report", "those
// claims".
var pointing = set("the this these those that such")

// utterances are nouns for what was said in so many words; "the idea" may have been
// anybody's.
var utterances = set("report claim charge allegation accusation assertion contention suggestion criticism attack rumor rumour comment remark statement tweet warning threat answer description argument characterization")

// pointedAt is what p points back at, "the charges": the last statement with
// words before the verb, in its sentence or the one before, where that is of
// somebody else; nil when p says itself whose it is, or what it says.
func (v *view) pointedAt(f *frame, p phrase) *onrecord.Statement {
	if f.verb.own && v.lemma(f.group.verb) != "disavow" || f.verb.kind == onrecord.Confirms || !utterances[v.lemma(p.head)] || !pointing[v.low[p.first]] || p.owner != none || p.pronoun != none {
		return nil
	}
	end := v.extent(p)
	if end != p.end || !v.about(end).IsZero() || p.head-p.first > 2 {
		return nil
	}
	return v.lastOf(f, func(id onrecord.EntityID) bool { return id != "" && id != f.speaker })
}

// lastOf is the last statement with words before the verb, no more than a
// sentence back, where its speaker is one that fits.
func (v *view) lastOf(f *frame, fits func(onrecord.EntityID) bool) *onrecord.Statement {
	i := f.group.verb
	if v.sentence[i] == none {
		return nil
	}
	from := v.r.Sentences[max(0, int(v.sentence[i])-1)].First
	for k := i - 1; k >= max(0, from, i-reach); k-- {
		for _, n := range [2]int32{v.content[k], v.cue[k]} {
			if n == none || int(n) == f.st || v.r.Statements[n].ID == f.end.Statement || !v.hasWords(int(n)) {
				continue
			}
			st := &v.r.Statements[n]
			if fits(st.Speaker) && st.Act != onrecord.Asked && !v.thought(int(n)) {
				return st
			}
			return nil
		}
	}
	return nil
}

// namesake is who "his" means behind an institution that has the name of one
// person, "Ash's campaign": that person.
func (v *view) namesake(pronoun int, institution onrecord.EntityID) onrecord.EntityID {
	i, ok := v.byID[institution]
	if !ok || v.r.Entities[i].Kind != onrecord.Organisation {
		return ""
	}
	if v.surnames == nil {
		v.readSurnames()
	}
	first, _, _ := strings.Cut(v.r.Entities[i].Name, " ")
	if e := v.personOf(v.surnames[first]); e != nil && v.agrees(v.low[pronoun], e) {
		return e.ID
	}
	return ""
}

// readSurnames fills v.surnames with the people by the last word of their
// names; nobody where two have one.
func (v *view) readSurnames() {
	v.surnames = map[string]onrecord.EntityID{}
	for i := range v.r.Entities {
		e := &v.r.Entities[i]
		if e.Kind != onrecord.Person {
			continue
		}
		id, last := e.ID, e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
		if _, ok := v.surnames[last]; ok {
			id = ""
		}
		v.surnames[last] = id
	}
}
