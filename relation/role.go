package relation

import (
	"strings"

	"onrecord"
)

// A title is a role of the article and who has it; nobody when two have one
// that ends alike.
type title struct {
	id    onrecord.EntityID
	words string // " republican nominee "
}

// standing are nouns for one who stands for office, each with the other.
var standing = map[string]string{"candidate": "nominee", "nominee": "candidate"}

// bearer is who "the governor" is: the one entity of the article with a role
// of that title, where only one has it.
func (v *view) bearer(p phrase) onrecord.EntityID {
	if p.owner != none || p.pronoun != none || v.low[p.first] != "the" || v.tag(p.head) != "NN" || !agents[v.lemma(p.head)] {
		return ""
	}
	if v.titles == nil {
		v.readTitles()
	}
	t, ok := v.titles[v.lemma(p.head)]
	if !ok {
		t = v.titles[standing[v.lemma(p.head)]]
	}
	for k := p.first + 1; k < p.head; k++ {
		w := v.low[k]
		if w == "gop" {
			w = "republican"
		}
		if !strings.Contains(t.words, " "+w+" ") {
			return ""
		}
	}
	return t.id
}

// namedBehind reports a phrase that names a person behind whose they are: "her
// rival Tom Ash".
func (v *view) namedBehind(p phrase) bool {
	e := v.entity(p.head)
	if e == nil || e.Kind != onrecord.Person || p.owner == none && p.pronoun == none {
		return false
	}
	for k := max(p.owner, p.pronoun) + 1; k < p.head; k++ {
		if agents[v.lemma(k)] {
			return true
		}
	}
	return false
}

// readTitles fills v.titles, by the last word.
func (v *view) readTitles() {
	v.titles = map[string]title{}
	for i := range v.r.Entities {
		for _, role := range v.r.Entities[i].Roles {
			f := strings.Fields(strings.ToLower(role.Title))
			if len(f) == 0 || f[0] == "former" {
				continue
			}
			t := title{v.r.Entities[i].ID, " " + strings.Join(f, " ") + " "}
			if other, ok := v.titles[f[len(f)-1]]; ok && other.id != t.id {
				t.id = ""
			}
			v.titles[f[len(f)-1]] = t
		}
	}
}

// possessor is whose a phrase is: "Lee's", or by title "the governor's".
func (v *view) possessor(p phrase) onrecord.EntityID {
	if id := v.entityID(p.owner); id != "" {
		return id
	}
	return v.bearer(phrase{first: p.first, head: p.owner, end: p.owner + 1, owner: none, pronoun: none})
}
