package date

import (
	"sort"
	"strings"

	"onrecord"
)

// alike makes one of nouns that name the same thing.
var alike = map[string]string{
	"address": "speech", "remarks": "speech", "speeches": "speech", "lecture": "speech", "interviews": "interview",
	"conversation": "interview", "tweets": "tweet", "e-mail": "email", "survey": "poll", "message": "email", "gathering": "event",
	"study": "report", "rallies": "rally", "program": "show", "broadcast": "show", "order": "ruling", "complaint": "lawsuit", "filing": "lawsuit",
}

func kind(noun string) string {
	if k := alike[noun]; k != "" {
		return k
	}
	return noun
}

// named gives a statement the time of an appearance that its clause names
// again: "at the rally, Lee said"; or of the text that speaks: "the email said".
func (c *claimer) named(i int, at place) bool {
	st := &c.r.Statements[i]
	if c.tense(at) == future || c.afterwards(at) {
		return false
	}
	for k := max(at.first, at.cue-reach); k < min(at.end, at.cueEnd+reach); k++ {
		if c.things[k] == 0 {
			continue
		}
		source, content := at.in(c, k)
		if content || c.content[k] || c.quoted[k] && !c.quoted[at.cue] {
			continue
		}
		again := c.things[k]&happening != 0 && !source && c.definite(k) && c.placed(k)
		if !again && !(c.things[k]&text != 0 && source && c.definite(k) && c.speaks(k, at)) {
			continue
		}
		w := c.thing(k)
		if t, coarse, ok := c.timeOf(w, k, at); ok {
			c.copyTime(st, t, "of the "+w+", which is of")
			c.keep(i, at, t, coarse)
			return true
		}
	}
	return false
}

// timeOf is the time of the happening or text that token k names again.
func (c *claimer) timeOf(noun string, k int, at place) (t onrecord.Claimed, coarse, ok bool) {
	if a := c.lookUp(kind(noun), c.names(k), at.first); a != nil {
		t, ok = c.claimed(c.phrases[a.phrase])
		return t, c.phrases[a.phrase].coarse, ok
	}
	w, ok := c.written[kind(noun)]
	if !ok || c.paragraph(at.first)-c.paragraph(w.cue) > 2 {
		return t, false, false
	}
	return w.time, w.coarse, true
}

// write remembers the text that a statement with a time was made in: "in a
// statement on Friday, Lee said". "The statement said" is of that day too.
func (c *claimer) write(st *onrecord.Statement, at place) {
	if st.Said.Words.IsZero() {
		return
	}
	for k := max(at.first, at.cue-reach); k < min(at.end, at.cueEnd+reach); k++ {
		if c.things[k]&text == 0 || c.content[k] || c.quoted[k] || !c.indefinite(k) || !c.placed(k) {
			continue
		}
		if _, content := at.in(c, k); content {
			continue
		}
		c.written[kind(c.thing(k))] = said{time: st.Said, cue: at.cue, coarse: st.Said.Until != dayAfter(st.Said.From)}
	}
}

// speaks reports that the text at token k is the head of the source: "the
// campaign email", not "the author of the report".
func (c *claimer) speaks(k int, at place) bool {
	for i := at.source; i < k; i++ {
		if c.low[i] == "of" || c.low[i] == "in" || c.low[i] == "by" || c.low[i] == "behind" {
			return false
		}
	}
	return true
}

// definite: "the debate", "his interview": one that was told of before.
func (c *claimer) definite(noun int) bool {
	for i := noun - 1; i >= 0 && i > noun-5; i-- {
		switch c.low[i] {
		case "the", "that", "this", "his", "her", "their", "its", "same":
			return true
		case "last", "previous", "first", "second", "third", "next", "earlier", "final", "prior", "past", "new", "latest", "other", "separate":
			return false
		}
		if t := c.r.Tokens[i].Tag; !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "POS" {
			return false
		}
	}
	return false
}

// placed reports a noun after "in", "at" or "during", by its words.
func (c *claimer) placed(noun int) bool {
	for i := noun - 1; i >= 0 && i > noun-6; i-- {
		switch c.low[i] {
		case "in", "at", "during":
			return true
		case "on":
			return c.low[noun] == "show" || c.low[noun] == "program" || c.low[noun] == "broadcast" || c.low[noun] == "call"
		}
		if t := c.r.Tokens[i].Tag; !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "POS" && t != "DT" && t != "PRP$" {
			return false
		}
	}
	return false
}

// lookUp is the appearance of a kind that was told last before a token. Where
// others of the kind have another time, it must share a name, be the speaker's
// own, or stand in the same paragraph or the one before.
func (c *claimer) lookUp(noun string, names map[string]bool, before int) *appearance {
	var best *appearance
	several := false
	last := c.toldBefore(before)
	for i := last; i >= 0 && i > last-mostTold; i-- {
		a := &c.told[i]
		if a.noun == "" || kind(a.noun) != noun || len(names) > 0 && len(a.names) > 0 && !shares(names, a.names) {
			continue
		}
		if best == nil {
			best = a
		}
		several = several || c.phrases[a.phrase].value.String() != c.phrases[best.phrase].value.String()
	}
	if best == nil || several && !shares(names, best.names) && c.paragraph(before)-c.paragraph(best.token) > 1 {
		return nil
	}
	return best
}

// mostTold is how many appearances are looked at.
const mostTold = 60

// toldBefore is the index of the last appearance that is told before a token.
func (c *claimer) toldBefore(token int) int {
	return sort.Search(len(c.told), func(i int) bool { return c.told[i].token >= token }) - 1
}

func shares(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
