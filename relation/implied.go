package relation

import (
	"strings"

	"onrecord"
)

// An article that sets an earlier, dated statement beside a later one of the
// same speaker that holds the opposite says that it was reversed without the
// word. Both are read for a pole: for or against what they are about.

// forIt and againstIt are the predicates that tell a pole; againstIt also of a
// cue.
var (
	forIt     = set("want ready willing eager open support favor favour welcome hope seek back embrace endorse pledge promise agree")
	againstIt = set("reject oppose refuse dismiss denounce pointless useless unacceptable impossible against unwilling")
)

// alike are words for one subject; the first stands for all.
var alike = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(`talk dialogue negotiation discussion diplomacy
agreement deal accord pact treaty
war strike invasion intervention
immigrant migrant refugee
ban prohibition moratorium
candidacy bid run
tax levy
increase raise hike
cut reduce lower reduction`, "\n") {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

// Bounds of the search for an implied reversal.
const (
	datedMost   = 12 // dated statements of a speaker that are tried
	laterMost   = 24 // later ones each is held against
	poleReach   = 10 // tokens of a content that are read for its pole
	subjectLeng = 3  // letters of a word that names a subject
)

// reversed finds implied reversals: an explicitly dated statement, a later one
// of the same speaker of the opposite pole, and a subject that both share.
func (v *view) reversed() {
	for i := range v.r.Entities {
		list := v.by(v.r.Entities[i].ID)
		tried := 0
		for _, m := range list {
			old := &v.r.Statements[m]
			if old.Said.Until == "" || old.Said.Basis == "inferred" || old.Said.Words.IsZero() {
				continue
			}
			if tried++; tried > datedMost {
				break
			}
			if pole := v.pole(old); pole != 0 {
				v.reversal(old, pole, list)
			}
		}
	}
}

// reversal adds the best statement of the opposite pole.
func (v *view) reversal(old *onrecord.Statement, pole int, list []int32) {
	var best *onrecord.Statement
	most, tried := 0.0, 0
	topic := v.subject(old)
	for _, n := range list {
		st := &v.r.Statements[n]
		if st.ID == old.ID || st.Said.From == "" || st.Said.From < old.Said.Until || v.pole(st) != -pole {
			continue
		}
		if tried++; tried > laterMost {
			break
		}
		shared := 0.0
		for w := range v.subject(st) {
			if topic[w] {
				shared++
			}
		}
		if shared > most {
			best, most = st, shared
		}
	}
	if best == nil {
		return
	}
	v.found = append(v.found, onrecord.Relation{
		Kind: onrecord.Reverses, Basis: onrecord.Implied, Score: impliedScore,
		From: onrecord.End{Statement: best.ID}, To: onrecord.End{Statement: old.ID},
		Why: []string{"set beside: an earlier statement of the speaker, dated " + string(old.Said.EDTF) + ", of the opposite pole"},
	})
}

// pole is +1 for a statement that is for what it is about, -1 for one against
// it, 0 when its first predicate does not say.
func (v *view) pole(st *onrecord.Statement) int {
	first, end := v.tokens(st.Cue)
	for k := first; k < min(end, first+groupReach); k++ {
		if l := v.lemma(k); againstIt[l] || l == "rule" && v.at(k+1) == "out" {
			return v.sign(-1, k, first)
		}
	}
	if len(st.Content) == 0 {
		return 0
	}
	first, end = v.tokens(st.Content[0])
	for k := first; k < min(end, first+poleReach); k++ {
		switch l := v.lemma(k); {
		case forIt[l], l == "like" && v.at(k-1) == "would":
			return v.sign(1, k, first)
		case againstIt[l], l == "rule" && v.at(k+1) == "out":
			return v.sign(-1, k, first)
		}
	}
	return 0
}

// sign turns a pole over for each "not" within four words before k.
func (v *view) sign(pole, k, first int) int {
	for j := k - 1; j >= max(first, k-4); j-- {
		switch v.low[j] {
		case "not", "n't", "n’t", "never", "no":
			pole = -pole
		}
	}
	return pole
}

// subject are the nouns of a content, words alike made one.
func (v *view) subject(st *onrecord.Statement) map[string]bool {
	m := map[string]bool{}
	for _, c := range st.Content {
		first, end := v.tokens(c)
		for k := first; k < min(end, first+wordsRead); k++ {
			l := v.lemma(k)
			if a, ok := alike[l]; ok {
				l = a
			}
			if v.tag(k) == "NN" || v.tag(k) == "NNS" || v.tag(k) == "VB" && alike[l] != "" {
				if len(l) > subjectLeng && !common[l] {
					m[l] = true
				}
			}
		}
	}
	return m
}
