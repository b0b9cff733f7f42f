package date

import (
	"sort"

	"onrecord"
)

// soon are words after which "after" is on the same day.
var soon = set("shortly soon hours minutes moments immediately right just hour seconds")

// after gives a statement a time by the act or event that it came after or
// before: the same day for "hours after Tuesday's vote", so many days on for
// "two days after", no earlier for "after" alone and no later for "before".
func (c *claimer) after(i int, at place) bool {
	st := &c.r.Statements[i]
	if t := c.tense(at); t == future || t == present || c.afterwards(at) {
		return false
	}
	for k := max(at.first, at.cue-reach); k < min(at.end, at.cueEnd+reach); k++ {
		if c.low[k] != "after" && c.low[k] != "following" && c.low[k] != "before" || !c.ofTheCue(k, at) || !c.elsewhere(k) {
			continue
		}
		event, ok := c.eventAt(k+1, at)
		if !ok {
			continue
		}
		if c.giveAfter(st, event, k, k >= at.cueEnd && c.attended(k)) {
			c.keep(i, at, st.Said, true)
			return true
		}
		return false
	}
	return false
}

// ofTheCue reports an "after" at token k that begins the sentence or follows
// the cue or the content with nothing but its measure between.
func (c *claimer) ofTheCue(k int, at place) bool {
	if _, content := at.in(c, k); content || c.content[k] || c.quoted[k] {
		return false
	}
	from := k
	for from > at.first && k-from < 8 && (soon[c.low[from-1]] || amounts[c.low[from-1]] || number(c.low[from-1]) > 0 || units[c.low[from-1]] != "" || c.low[from-1] == "the") {
		from--
	}
	if from == at.first {
		return k < at.cue
	}
	if soon[c.low[k-1]] && k < at.cue && !c.finiteBetween(k, at.cue) {
		return true
	}
	_, content := at.in(c, from-1)
	source, _ := at.in(c, from-1)
	return k >= at.cueEnd && (from == at.cueEnd || content || source || closers[c.low[from-1]])
}

// attended reports that what "after" at token k names is something that one
// comes out of and speaks: "Doyle said after Wednesday's match".
func (c *claimer) attended(k int) bool {
	if c.low[k] != "after" || k > 0 && units[c.low[k-1]] != "" {
		return false
	}
	for i := k + 1; i < min(k+8, len(c.low)) && c.low[i] != "," && !c.verb(i); i++ {
		if c.things[i]&happening != 0 || outOf[c.low[i]] {
			return true
		}
	}
	return false
}

var outOf = set("game match draw win defeat vote session service practice lecture trial")

// finiteBetween reports a clause of its own in tokens [first, end).
func (c *claimer) finiteBetween(first, end int) bool {
	for i := first; i < end; i++ {
		if c.finite(i) {
			return true
		}
	}
	return false
}

var closers = set("” \" '' ,")

// eventAt is the time of what stands from token k on: a time of its own in the
// next words, or an appearance that was told before.
func (c *claimer) eventAt(k int, at place) (phrase, bool) {
	end := min(at.end, k+12)
	for i := k; i < end; i++ {
		_, content := at.in(c, i)
		if content || i == at.cue || c.low[i] == "," || c.low[i] == "and" || c.low[i] == "but" || c.quoted[i] {
			end = i
			break
		}
	}
	from := sort.Search(len(c.phrases), func(i int) bool { return c.phrases[i].first >= k })
	if from < len(c.phrases) && c.phrases[from].first < end {
		return c.phrases[from], c.phrases[from].known && !c.phrases[from].future
	}
	for i := k; i < end; i++ {
		if c.things[i]&event != 0 && c.definite(i) {
			if a := c.lookUp(kind(c.thing(i)), c.names(i), at.first); a != nil {
				return c.phrases[a.phrase], true
			}
		}
	}
	return phrase{}, false
}

// farBack is how many days a bound may lie before publication: "after the crash
// of 2008" says too little.
const farBack = 31

func (c *claimer) giveAfter(st *onrecord.Statement, event phrase, k int, sameDay bool) bool {
	first, last := event.value.Bounds()
	if first == "" || c.last != "" && (first > c.last || first < addDays(c.last, -farBack)) {
		return false
	}
	value, ok := c.apartFrom(first, last, k)
	if sameDay && first == last {
		value, ok = event.value, true
	}
	from, until := value.Bounds()
	if !ok || from == "" && until == "" || c.last != "" && (from > c.last || until > c.last) {
		return false
	}
	words := onrecord.Span{Start: c.r.Tokens[k].Start, End: max(c.r.Tokens[k].End, c.words(event).End)}
	if event.first < k {
		words = c.words(event)
	}
	st.Said = onrecord.Claimed{EDTF: Of(value), From: from, Until: dayAfter(until), Basis: "relation", Words: words}
	st.Why = append(st.Why, "time: "+c.low[k]+", “"+oneLine(words.In(c.r.Doc.Text))+"”")
	return true
}

// apartFrom is the time that "after" or "before" at token k gives, with what
// stands before it, from an event of the days first to last.
func (c *claimer) apartFrom(first, last onrecord.Day, k int) (EDTF, bool) {
	before := c.low[k] == "before"
	measure, n := "", 0
	if k > 0 {
		measure = c.low[k-1]
	}
	if k > 1 {
		if n = number(c.low[k-2]); c.low[k-2] == "the" {
			n = 1
		}
	}
	switch {
	case soon[measure]:
		return Between(first, last), first == last
	case units[measure] == "day" && n > 0 && first == last:
		if before {
			n = -n
		}
		d := addDays(first, n)
		return Between(d, d), true
	case units[measure] != "":
		return EDTF{}, false
	case before:
		return Between("", last), true
	}
	return Between(first, c.last), true
}
