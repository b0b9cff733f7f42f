package entity

// read adds the names and the pronouns before token at to what was spoken of.
func (d *draft) read(at int) {
	for {
		m, p := len(d.low), len(d.low)
		if d.next < len(d.mentions) {
			m = d.mentions[d.next].first
		}
		if d.nextHe < len(d.hes) {
			p = d.hes[d.nextHe]
		}
		switch {
		case min(m, p) >= at:
			return
		case m < p:
			d.readName(&d.mentions[d.next])
			d.next++
		default:
			d.readPronoun(p)
			d.nextHe++
		}
	}
}

func (d *draft) readName(m *mention) {
	if d.quoted[m.first] || m.who == none && len(m.others) == 0 {
		return
	}
	d.remember(seen{
		who: m.who, others: m.others, token: m.first, subject: d.subject(m),
		owner: possessive(d.at(m.end)), topic: d.ownsSubject(m), content: d.content[m.first],
		introduced: m.who != none && d.plainParts(m) >= 2 && d.beings[m.who].first == m.first,
	})
}

// readPronoun keeps who is spoken of in view while the text says "he".
func (d *draft) readPronoun(at int) {
	kind := pronouns[d.low[at]]
	if s := d.nearest(none, at, kind); s.who != none {
		if b := &d.beings[s.who]; b.gender == 0 && (s.sure || s.lead >= genderLead) {
			b.gender = genderOf(kind)
		}
		d.remember(seen{who: s.who, token: at, pronoun: true, content: d.content[at],
			subject: d.low[at] == "he" || d.low[at] == "she", owner: d.tag(at) == "PRP$"})
	}
}

// genderLead is the lead by which a pronoun tells a gender.
const genderLead = 2.0

func genderOf(kind pronounKind) byte {
	if kind == he {
		return 'm'
	}
	return 'f'
}

// thirdPersons are the tokens outside quotation marks that say he or she.
func (d *draft) thirdPersons() []int {
	var at []int
	for i, w := range d.low {
		switch w {
		case "he", "she", "his", "her", "him":
			if !d.quoted[i] {
				at = append(at, i)
			}
		}
	}
	return at
}

func (d *draft) remember(s seen) {
	if n := len(d.recent); n > 0 && s.who != none && d.recent[n-1].who == s.who && d.recent[n-1].token == s.token {
		d.recent[n-1].said = d.recent[n-1].said || s.said
		d.recent[n-1].subject = d.recent[n-1].subject || s.subject
		return
	}
	if len(d.recent) > 4*maxSeen {
		d.recent = append(d.recent[:0], d.recent[len(d.recent)-maxSeen:]...)
	}
	d.recent = append(d.recent, s)
}

// subject reports that a name is the subject of a verb: by the parse, or as
// the first name of its sentence with a verb after it.
func (d *draft) subject(m *mention) bool {
	for i := m.title; i < m.end; i++ {
		switch d.r.Tokens[i].Rel {
		case "nsubj", "nsubjpass":
			return true
		case "appos":
			if h := d.r.Tokens[i].Head; h >= 0 && h < i && (d.r.Tokens[h].Rel == "nsubj" || d.r.Tokens[h].Rel == "nsubjpass") {
				return true // "The other man, his cousin Bo Hill, …"
			}
		}
	}
	if first, _ := d.bounds(m.first); m.title > first+1 && d.low[first] == "as" && d.low[first+1] == "for" {
		return true // "As for Ann Lee, she …"
	}
	return d.verbAfter(m.end)
}

// verbAfter reports a finite verb at token i.
func (d *draft) verbAfter(i int) bool {
	return i < len(d.low) && d.verb(i) && d.tag(i) != "VBG" && d.tag(i) != "VBN"
}

// ownsSubject reports the owner of a sentence's first noun phrase: "Lee's plan
// was …".
func (d *draft) ownsSubject(m *mention) bool {
	first, _ := d.bounds(m.first)
	return possessive(d.at(m.end)) && m.title == first
}
