package entity

import (
	"sort"
	"strings"

	"onrecord"
)

// An outlet found in the text.
type outlet struct {
	name       string
	who        int // being, none when not known
	first, end int // tokens
}

// outletIn finds the first outlet that tokens [a, e) name.
func (d *draft) outletIn(a, e int) (outlet, bool) {
	for k := a; k < e; k++ {
		if !d.capital(k) {
			continue
		}
		end := k + 1
		for end < e && (d.capital(end) || d.tag(end) == "CD" || joining[d.low[end]] && end+1 < e && d.capital(end+1)) {
			end++
		}
		if o, ok := d.outletRun(k, end); ok && d.endsOutlet(o.end, e) {
			return o, true
		}
		k = end - 1
	}
	for k := a; k < e; k++ {
		if plainOutlets[d.low[k]] && (d.at(k-1) == "the" || d.at(k-1) == "that") && k+1 == e {
			return d.outletBefore(k)
		}
	}
	return outlet{}, false
}

// endsOutlet: what follows an outlet's name in its phrase is a person or a
// part of it, not "analysis" or "lunch group".
func (d *draft) endsOutlet(k, e int) bool {
	for ; k < e; k++ {
		if d.noun(k) && !d.capital(k) && !outletParts[d.low[k]] {
			return false
		}
	}
	return true
}

// outletRun finds an outlet in a run of capitals: the longest name that begins
// where the run or one of its words does.
func (d *draft) outletRun(first, end int) (outlet, bool) {
	for from := first; from < end; from++ {
		for to := min(end, from+6); to > from; to-- {
			if d.isOutlet(from, to) {
				return d.outletNamed(from, to), true
			}
		}
	}
	return outlet{}, false
}

// isOutlet reports that tokens [from, to) are the whole name of an outlet.
func (d *draft) isOutlet(from, to int) bool {
	if _, ok := outletNames[d.outletKey(from, to)]; ok {
		return to-from > 1 || !commonWords[d.low[from]] || d.namesOutlet(from)
	}
	if d.tag(to-1) == "CD" && to-from > 1 { // "Fox News 6", "Channel 5"
		_, ok := outletNames[d.outletKey(from, to-1)]
		return ok || d.low[to-2] == "channel"
	}
	return to == from+1 && callSign(d.word(from)) || d.looksLikeOutlet(from, to)
}

// namesOutlet reports that a common word, "Time" or "Salon", stands where it
// can only be an outlet.
func (d *draft) namesOutlet(k int) bool {
	before := d.at(k - 1)
	return before == "the" || telling[before] || d.quoted[k] || strings.ToUpper(d.word(k)) == d.word(k) ||
		d.at(k-2) == "writing" || before == "with" && meetings[d.at(k-2)]
}

// looksLikeOutlet: a name that ends as names of newspapers and stations do,
// without anybody's name in it.
func (d *draft) looksLikeOutlet(from, to int) bool {
	for k := from; k < to; k++ {
		if m := d.mentionAt(k); linking[d.low[k]] || m != nil && m.kind == onrecord.Person {
			return false
		}
	}
	last := d.low[to-1]
	if !d.capital(to-1) || notOutlets[d.low[from]] {
		return false
	}
	if i := strings.LastIndexByte(last, '-'); i > 0 {
		return outletHeads[last[i+1:]] || last[i+1:] == "review"
	}
	if to-from > 1 {
		return outletHeads[last] || last == "channel"
	}
	return newspaperWords[last] && d.at(from-1) == "the"
}

func (d *draft) outletKey(from, to int) string {
	if d.low[from] == "the" && to-from > 1 {
		from++
	}
	return strings.ReplaceAll(strings.Join(d.low[from:to], " "), "’", "'")
}

// outletNamed gives the outlet its full name: the known one, else the fullest
// that the article has.
func (d *draft) outletNamed(from, to int) outlet {
	o := outlet{who: none, first: from, end: to, name: oneLine(d.span(from, to).In(d.text))}
	if m := d.mentionAt(to - 1); m != nil && m.who != none && m.kind != onrecord.Person && !d.beings[m.who].unnamed {
		o.who = m.who
	}
	if full := outletNames[d.outletKey(from, to)]; full != "" {
		o.name = full
	} else if who := d.fullOutlet(d.outletKey(from, to)); who != none {
		o.who, o.name = who, d.beings[who].name
	}
	if o.who != none && strings.HasSuffix(strings.ToLower(d.beings[o.who].name), strings.ToLower(o.name)) {
		o.name = d.beings[o.who].name
	}
	return o
}

// fullOutlet is the one outlet of the article whose name ends in a word that
// alone names many: "the Post".
func (d *draft) fullOutlet(key string) int {
	if !newspaperWords[key] {
		return none
	}
	found := none
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.unnamed || b.kind == onrecord.Person || len(b.parts) < 2 || b.parts[len(b.parts)-1] != key || len(b.parts) == 2 && b.parts[0] == "the" {
			continue
		}
		if found != none {
			return none
		}
		found = who
	}
	return found
}

// outletBefore is the outlet named last before token k: "the newspaper".
func (d *draft) outletBefore(k int) (outlet, bool) {
	n := sort.Search(len(d.mentions), func(i int) bool { return d.mentions[i].first >= k })
	for i := n - 1; i >= max(0, n-3*wayReach); i-- {
		m := &d.mentions[i]
		if m.kind != onrecord.Person && m.who != none && d.isOutlet(m.first, m.end) {
			o := d.outletNamed(m.first, m.end)
			o.first, o.end = k, k+1
			return o, true
		}
	}
	return outlet{}, false
}
