package date

import (
	"sort"

	"onrecord"
)

// talks are happenings at which those who take part are named: an article that
// begins with one is about it.
var talks = set("interview debate broadcast show appearance podcast panel hearing town-hall")

// solos are happenings at which one speaks.
var solos = set("speech address rally conference")

// leadParagraphs are those in which an article says what it is about.
const leadParagraphs = 4

// A talk is what an article is about: the one day on which its first
// paragraphs say that people talked, and who they are.
type talk struct {
	phrase int
	token  int
	noun   string
	who    map[entityIndex]bool
}

// mainTalk is the talk that the article begins with; it has nobody when there
// is none, or two on different days.
func (c *claimer) mainTalk() (t talk) {
	lead := c.told[:min(len(c.told), mostTold)]
	for k := range lead {
		a := &lead[k]
		if !talks[a.noun] && !solos[a.noun] || c.paragraph(a.token) >= leadParagraphs || c.phrases[a.phrase].coarse {
			continue
		}
		if t.who != nil && c.phrases[t.phrase].value.String() != c.phrases[a.phrase].value.String() {
			return talk{}
		}
		if t.who == nil {
			t = talk{a.phrase, a.token, a.noun, map[entityIndex]bool{}}
		}
		for j := range lead { // whose it is, and who did something then
			if b := &lead[j]; b.phrase == a.phrase && b.who > 0 {
				t.who[b.who] = true
			}
		}
		if solos[a.noun] {
			continue
		}
		first, end := c.near(a.token)
		for i := first; i < end; i++ {
			if c.entity[i] > 0 && !c.content[i] && !c.quoted[i] {
				t.who[c.entity[i]] = true
			}
		}
	}
	return t
}

// talked gives a quotation of one who took part the time of the talk that the
// article is about, when nothing else is told of when that person spoke.
func (c *claimer) talked(i int, at place) bool {
	st := &c.r.Statements[i]
	if len(c.main.who) == 0 || len(st.Verbatim) == 0 || c.main.token > at.cue || !c.simplePast(at) || c.habit(at) || posted(st) || c.occasionOf(st, at).class != 0 {
		return false
	}
	if last, ok := c.carried[st.Speaker]; ok && last.time.Words != c.words(c.phrases[c.main.phrase]) {
		return false
	}
	if !c.main.who[c.speaker(st)] || c.otherTime(at) {
		return false
	}
	t, ok := c.claimed(c.phrases[c.main.phrase])
	if !ok {
		return false
	}
	c.copyTime(st, t, "of the "+c.main.noun+" that the article is about,")
	return true
}

// otherTime reports a time but the talk's outside content, in the paragraph of a
// cue up to the end of its sentence or in the paragraph before.
func (c *claimer) otherTime(at place) bool {
	main := c.phrases[c.main.phrase].value.String()
	k := sort.Search(len(c.phrases), func(i int) bool { return c.phrases[i].first >= at.end })
	for k--; k >= 0 && c.paragraph(at.cue)-c.paragraph(c.phrases[k].first) <= 1; k-- {
		if p := c.phrases[k]; !p.goesOn && c.outside(p, at) && (!p.known || p.value.String() != main) {
			return true
		}
	}
	return false
}

// speaker is the entity that speaks.
func (c *claimer) speaker(st *onrecord.Statement) entityIndex {
	return c.index[st.Speaker]
}
