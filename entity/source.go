package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// A source is resolved by its head: a pronoun, a name, or a noun.

// speaker resolves the source of statement i. Statements come in the order of
// their sources, so that what is read before is known.
func (d *draft) speaker(i int) {
	st := &d.r.Statements[i]
	first, end := d.phraseOf(st.Source)
	if first >= end {
		d.sources[i] = source{who: none, head: none, form: "none", why: "no words name the source"}
		return
	}
	d.read(first)
	for k := 0; k < i && k < 8; k++ { // a source shared by several cues
		if d.r.Statements[i-k-1].Source == st.Source && d.sources[i-k-1].form != "" {
			d.sources[i] = d.sources[i-k-1]
			return
		}
	}
	d.sources[i] = d.resolve(i, first, end)
	s := d.sources[i]
	switch {
	case s.who != none:
		d.remember(seen{who: s.who, token: s.head, subject: true, said: true, epithet: s.epithet})
	case s.form == "role" || s.form == "pronoun" && s.head != none && (pronouns[d.low[s.head]] == he || pronouns[d.low[s.head]] == she):
		d.remember(seen{who: none, others: s.others, token: s.head, subject: true, said: true, open: true})
	}
}

func (d *draft) resolve(i, first, end int) source {
	for first < end && (d.tag(first) == "," || d.low[first] == "“" || d.low[first] == "\"") {
		first++
	}
	if first >= end {
		return source{who: none, head: none, form: "none", why: "no words name the source"}
	}
	if p, ok := pronouns[d.low[first]]; ok && d.isPronoun(first, end) {
		return d.pronoun(i, first, p)
	}
	if s, ok := d.joint(first, end); ok {
		return s
	}
	h := d.head(first, end)
	if m := d.mentionAt(h); m != nil && (m.title >= first || m.first <= h) {
		if s, ok := d.named(m, h, end); ok {
			return s
		}
	}
	if m := d.apposition(h, end); m != nil {
		return d.bearer(m, "name in apposition")
	}
	if m := d.lastWord(h, end); m != nil && m.who != none {
		return source{who: m.who, form: "institution", why: "name in apposition", head: m.first}
	}
	return d.common(first, h, end)
}

// isPronoun: "he" and "he himself", but not "her campaign".
func (d *draft) isPronoun(first, end int) bool {
	if first+1 == end {
		return true
	}
	return !d.noun(first+1) && !d.adjective(first+1) && d.tag(first) != "PRP$" && d.tag(first) != "DT"
}

// head is the head of the noun phrase that begins at first: its last noun
// before a preposition, a comma, a relative or a verb.
func (d *draft) head(first, end int) int {
	h := none
	for i := first; i < end; i++ {
		switch {
		case d.noun(i) || d.tag(i) == "CD":
			h = i
		case possessive(d.low[i]) && i+1 < end:
			// "Smith's lawyer": the owner is not the head
		case h != none && (d.tag(i) == "IN" || d.tag(i) == "," || d.tag(i) == "TO" || d.tag(i) == "CC" || strings.HasPrefix(d.tag(i), "W") || d.verb(i) || d.tag(i) == ":" || d.tag(i) == "-LRB-"):
			return h
		}
	}
	if h == none {
		return end - 1
	}
	return h
}

// named resolves a head that is part of a name. A name that only modifies a
// noun after it ("the Trump campaign") is not the head's.
func (d *draft) named(m *mention, h, end int) (source, bool) {
	if m.end <= h {
		return source{}, false
	}
	if m.kind == onrecord.Person {
		if m.end < end && d.noun(m.end) && !d.capital(m.end) {
			return source{}, false
		}
		if possessive(d.at(m.end)) && m.end+1 < end {
			return source{}, false
		}
		return d.bearer(m, d.formOf(m)), true
	}
	if m.who == none {
		return source{}, false
	}
	who := d.speaksFor(m.who)
	if titleNouns[titleOf(d.low[h])] || spokespeople[d.low[h]] {
		return source{}, false
	}
	return source{who: who, form: "institution", why: "named", head: h}, true
}

func (d *draft) formOf(m *mention) string {
	switch {
	case d.plainParts(m) >= 2:
		return "full name"
	case m.title < m.first:
		return "title and last name"
	}
	return "last name"
}

// bearer is who a person's name was found to mean.
func (d *draft) bearer(m *mention, form string) source {
	if m.who != none && m.protagonist {
		return source{who: m.who, form: form, why: form + ", of several the one whom the article is about", head: m.first}
	}
	if m.who != none {
		return source{who: m.who, form: form, why: form, head: m.first}
	}
	return d.candidates(m.others, form, m.first)
}

// candidates is a source that stays unknown.
func (d *draft) candidates(others []int, form string, head int) source {
	if len(others) == 0 {
		return source{who: none, head: head, form: form, why: form + " without antecedent"}
	}
	var names []string
	for _, who := range head2(others) {
		names = append(names, d.beings[who].name)
	}
	count := "two candidates: "
	switch n := len(others); {
	case n == 1 && (form == "pronoun" || form == "role"):
		count = "not sure enough: "
	case n == 1:
		count = "only a first name fits: "
	case n > 2:
		count = "several candidates: "
	}
	return source{who: none, others: head2(others), head: head, form: form, why: count + strings.Join(names, ", ")}
}

// maxOthers bounds the candidates kept.
const maxOthers = 5

func head2(list []int) []int { return list[:min(len(list), maxOthers)] }

// joint reads "Ann Lee and Bo Hill": two people who say one thing are a group
// of that name.
func (d *draft) joint(first, end int) (source, bool) {
	var names []string
	at := first
	for at < end {
		for at < end && (d.tag(at) == "," || d.low[at] == "and" || d.low[at] == "both" || d.low[at] == "&") {
			at++
		}
		if at >= end {
			break
		}
		m := d.mentionAt(at)
		if m == nil || m.title != at || m.end > end || m.end < end && d.tag(m.end) != "," && d.low[m.end] != "and" && d.low[m.end] != "&" {
			return source{}, false
		}
		if m.who == none {
			names = append(names, d.printed(m))
		} else {
			names = append(names, d.beings[m.who].name)
		}
		at = m.end
	}
	if len(names) < 2 || !slices.Contains(d.low[first:end], "and") && !slices.Contains(d.low[first:end], "&") {
		return source{}, false
	}
	name := strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	return source{who: d.describe2(name, onrecord.Group, first, end, true), form: "joint", why: "named together", head: first}, true
}

// apposition finds the person named after the noun phrase: "his campaign
// manager, Ann Lee", "a spokesman for the mayor, Bo Hill".
func (d *draft) apposition(h, end int) *mention {
	if !titleNouns[titleOf(d.low[h])] && !somebody[d.low[h]] && !spokespeople[d.low[h]] {
		return nil
	}
	comma := none
	for i := h + 1; i < end; i++ {
		switch {
		case d.verb(i) && d.tag(i) != "VBN" || strings.HasPrefix(d.tag(i), "W"):
			return nil
		case d.low[i] == ",", d.low[i] == "--", d.low[i] == "—", d.low[i] == "–":
			comma = i
			continue
		case d.tag(i) == "IN" || d.tag(i) == "TO":
			comma = none
		}
		if m := d.mentionAt(i); m != nil && m.kind == onrecord.Person && m.title == i {
			if comma != none && i-comma < 5 && !possessive(d.at(m.end)) {
				return m // "the other man, his cousin Bo Hill"
			}
			i = m.end - 1
		}
	}
	return nil
}

// lastWord finds the name that ends a source, set off by a comma: "the company
// that carried them, Fenn & Sons,". A title before the comma would be its own:
// "an aide to the mayor, Ann Lee".
func (d *draft) lastWord(h, end int) *mention {
	for end > h && d.low[end-1] == "," {
		end--
	}
	m := d.mentionAt(end - 1)
	if m == nil || m.end != end || m.title <= h+1 || d.plural(h) || d.low[m.title-1] != "," {
		return nil
	}
	before := d.low[m.title-2]
	if m.title-2 != h && (titleNouns[titleOf(before)] || institutionNouns[before] || somebody[before]) {
		return nil
	}
	for i := h + 1; i < m.title-1; i++ {
		if d.low[i] == "," {
			return nil // a list
		}
	}
	return m
}

// common resolves a source whose head is a common noun.
func (d *draft) common(first, h, end int) source {
	noun := titleOf(d.low[h])
	definite := d.low[first] == "the" || d.low[first] == "this" || d.low[first] == "that"
	switch {
	case spokespeople[noun] && !d.plural(h):
		return d.unnamed(first, h, end, onrecord.UnknownKind, "spokesperson", definite)
	case titleNouns[noun] && !d.plural(h):
		if definite || owners[d.low[first]] || d.noun(first) || d.adjective(first) {
			if s, ok := d.byRole(first, h, end, noun); ok {
				return s
			}
		}
		return d.unnamed(first, h, end, onrecord.UnknownKind, "title", definite)
	case papers[noun]:
		return d.unnamed(first, h, end, onrecord.Paper, "document", definite)
	case institutionNouns[noun] && !d.plural(h):
		if s, ok := d.camp(first, h); ok {
			return s
		}
		if definite {
			if who, ok := d.institutionCalled(noun, h); ok {
				return source{who: who, form: "role", why: "the one " + noun + " named before", head: h}
			}
		}
		return d.unnamed(first, h, end, onrecord.Organisation, "institution", definite)
	case d.capital(h) && (d.tag(h) == "NNP" || h > first && !d.plural(h)) && !groups[noun] && !somebody[noun]:
		return d.untagged(first, h)
	case d.plural(h) || groups[noun]:
		return d.unnamed(first, h, end, onrecord.Group, "group", definite)
	case somebody[noun]:
		return d.unnamed(first, h, end, onrecord.UnknownKind, "unnamed", definite)
	}
	return d.unnamed(first, h, end, onrecord.UnknownKind, "thing", definite)
}

// untagged is a source that is a proper name without a tag.
func (d *draft) untagged(first, h int) source {
	from := h
	for from > first && d.capital(from-1) && (d.noun(from-1) || d.adjective(from-1)) {
		from--
	}
	name := oneLine(d.span(from, h+1).In(d.text))
	return source{who: d.called(name, onrecord.UnknownKind, from, h+1), form: "institution", why: "named", head: h}
}

func (d *draft) plural(i int) bool { return d.tag(i) == "NNS" || d.tag(i) == "NNPS" }

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

// institutionCalled is the one institution named before whose name ends in the
// noun.
func (d *draft) institutionCalled(noun string, h int) (int, bool) {
	found := none
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.kind == onrecord.Organisation && !b.unnamed && b.first < h && b.parts[len(b.parts)-1] == noun {
			if found != none {
				return none, false
			}
			found = who
		}
	}
	return found, found != none
}

// unnamed is a source known by its description. "The official" is the last
// official that was described.
func (d *draft) unnamed(first, h, end int, kind onrecord.EntityKind, form string, definite bool) source {
	if definite && h == first+1 {
		if who, ok := d.byHead[d.low[h]]; ok && !slices.ContainsFunc(d.beings[who].parts, ranked) {
			return source{who: who, form: form, why: "the " + d.low[h] + " spoken of before", head: h}
		}
	}
	plural := kind == onrecord.Group
	// "The actor", of whom nothing was said before, is most often another word
	// for somebody named: a pronoun after it means neither.
	epithet := definite && kind == onrecord.UnknownKind
	who := d.describe2(d.description(first, end), kind, first, end, plural)
	d.byHead[d.low[h]] = who
	d.beings[who].human = form == "title" || form == "spokesperson" || form == "unnamed"
	return source{who: who, form: form, why: "described, not named", head: h, epithet: epithet}
}

// ranked words make another of an office: "the governor" is not "the deputy
// governor".
func ranked(w string) bool { return ranks[w] }

var ranks = set("deputy vice former assistant acting associate junior ex-president retired")

// maxDescription is how many bytes of a description become a name.
const maxDescription = 80

// description is a source's words up to a relative clause, on one line.
func (d *draft) description(first, end int) string {
	for first < end-1 && (d.low[first] == "a" || d.low[first] == "an") {
		first++
	}
	e := first + 1
	for e < end && d.tag(e) != "," && !strings.HasPrefix(d.tag(e), "W") && d.r.Tokens[e].End-d.r.Tokens[first].Start <= maxDescription {
		e++
	}
	return oneLine(d.span(first, e).In(d.text))
}

func (d *draft) describe2(name string, kind onrecord.EntityKind, first, end int, plural bool) int {
	who := len(d.beings)
	d.beings = append(d.beings, being{
		kind: kind, name: name, parts: strings.Fields(strings.ToLower(name)), first: first, unnamed: true, plural: plural,
		mentions: []onrecord.Span{d.span(first, end)},
	})
	return who
}
