package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// byRole finds the one person before, or else named in the next paragraph,
// whose title has this noun and every modifier that the source has.
func (d *draft) byRole(first, h, end int, noun string) (source, bool) {
	var before, after []int
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.kind != onrecord.Person || !d.fitsRole(b, first, h, end, noun) {
			continue
		}
		if b.first < first {
			before = append(before, who)
		} else if d.paragraph(b.first)-d.paragraph(first) <= 1 {
			after = append(after, who)
		}
	}
	all := before
	if len(all) == 0 && d.low[first] == "the" {
		all = after
	}
	switch {
	case len(all) == 1 && d.saidBefore(noun, all[0]):
		return d.candidates(all, "role", h), true
	case len(all) == 1:
		return source{who: all[0], form: "role", why: "the one " + noun + " in the article", head: h}, true
	case len(all) > 1:
		return d.candidates(all, "role", h), true
	}
	return source{}, false
}

// saidBefore reports that the article speaks of "the mayor" paragraphs before
// it names the one mayor: that may be another.
func (d *draft) saidBefore(noun string, who int) bool {
	if d.the == nil {
		d.the = map[string]int{}
		for i := len(d.low) - 1; i > 0; i-- {
			if d.low[i-1] == "the" && titleNouns[titleOf(d.low[i])] && !d.quoted[i] {
				d.the[titleOf(d.low[i])] = i
			}
		}
	}
	at, ok := d.the[noun]
	first := d.beings[who].first
	return ok && at < first && d.paragraph(first)-d.paragraph(at) > 1
}

// maxBeings bounds how many beings a role noun is compared with.
const maxBeings = 500

// fitsRole compares the source's words with each title of b.
func (d *draft) fitsRole(b *being, first, h, end int, noun string) bool {
	for _, title := range b.titles {
		words := strings.Fields(title)
		if !slices.ContainsFunc(words, func(w string) bool { return titleOf(w) == noun }) {
			continue
		}
		if slices.Contains(words, "former") != slices.Contains(d.low[first:h], "former") || slices.Contains(words, "vice") != slices.Contains(d.low[first:h], "vice") {
			continue
		}
		if strings.ContainsAny(title, "0123456789") {
			continue // "the 2012 nominee" is not the nominee
		}
		ok := true
		for i := first; i < end && ok; i++ {
			if d.noun(i) || d.adjective(i) {
				w := titleOf(d.low[i])
				ok = i == h || w == "former" || slices.ContainsFunc(words, func(t string) bool { return titleOf(t) == w })
			}
		}
		if ok {
			return true
		}
	}
	return false
}
