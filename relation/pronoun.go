package relation

import "onrecord"

// genders are the words in mentions that tell a gender.
var genders = map[string]int32{"he": 1, "him": 1, "his": 1, "mr.": 1, "she": -1, "her": -1, "mrs.": -1, "ms.": -1}

// agrees reports that a pronoun can stand for the entity.
func (v *view) agrees(pronoun string, e *onrecord.Entity) bool {
	return genders[pronoun]*v.male[v.byID[e.ID]] >= 0
}

// pronoun is whom the object of f means: of "accused Lee of lying and chided
// him" the object before it, of "it" the institution or country just named.
func (v *view) pronoun(f *frame) onrecord.EntityID {
	i, w := f.group.verb, v.low[f.object.head]
	if w == "it" {
		return v.institution(f.object.head, f.speaker)
	}
	if h := v.head(i); h != none && v.rel(i) == "conj" {
		if o := v.dependent(h, "dobj"); o != none && o < i {
			if e := v.entity(o); e != nil && e.Kind == onrecord.Person && e.ID != f.speaker && v.agrees(w, e) {
				return e.ID
			}
		}
	}
	if id := v.otherThan(f.object.head, f.speaker); id != "" {
		return id
	}
	return v.spokeBefore(f)
}

// spokeBefore is the only other one who speaks in the sentence before the verb
// of f: "After Lee said it was late, Moor contradicted him".
func (v *view) spokeBefore(f *frame) (id onrecord.EntityID) {
	first, _ := v.bounds(f.group.verb)
	for k := max(first, f.group.verb-reach); k < f.group.verb; k++ {
		if v.cue[k] == none {
			continue
		}
		e := v.personOf(v.r.Statements[v.cue[k]].Speaker)
		if e == nil || e.ID == f.speaker || e.ID == id || e.Kind != onrecord.Person || !v.agrees(v.low[f.object.head], e) {
			continue
		}
		if id != "" {
			return ""
		}
		id = e.ID
	}
	return id
}

// institution is the one institution or country named before i in its
// sentence, but speaker.
func (v *view) institution(i int, speaker onrecord.EntityID) (id onrecord.EntityID) {
	first, _ := v.bounds(i)
	for k := max(first, i-reach); k < i; k++ {
		e := v.entity(k)
		if e == nil || e.ID == speaker || e.ID == id || e.Kind != onrecord.Organisation && e.Kind != onrecord.Country {
			continue
		}
		if id != "" {
			return ""
		}
		id = e.ID
	}
	return id
}

// otherThan is whom a pronoun at i means when that is not speaker: the only
// other person named before it in its sentence, else in the one before; empty
// when there are several.
func (v *view) otherThan(i int, speaker onrecord.EntityID) onrecord.EntityID {
	first, _ := v.bounds(i)
	if id, n := v.onlyPerson(v.low[i], first, i, speaker); n > 0 {
		return id
	}
	if first == 0 {
		return ""
	}
	before, _ := v.bounds(first - 1)
	id, _ := v.onlyPerson(v.low[i], before, first, speaker)
	return id
}

// onlyPerson is the one person but speaker whom the pronoun can mean among
// those named in [first, end), empty when there are several; and how many
// there are, at most two.
func (v *view) onlyPerson(pronoun string, first, end int, speaker onrecord.EntityID) (id onrecord.EntityID, n int) {
	for k := max(first, end-phraseReach*4); k < end; k++ {
		e := v.entity(k)
		if e == nil || e.Kind != onrecord.Person || e.ID == speaker || e.ID == id || !v.agrees(pronoun, e) {
			continue
		}
		if n > 0 {
			return "", 2
		}
		id, n = e.ID, 1
	}
	return id, n
}
