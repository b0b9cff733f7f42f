package entity

import "onrecord"

// insideQuotations resolves first persons: "I" between quotation marks is the
// one who is quoted; "we" is what they speak for, when the article says so.
// Elsewhere "I" is the author.
func (d *draft) insideQuotations() {
	for n := range d.r.Statements {
		s := &d.sources[n]
		if s.form != "pronoun" || s.head == none {
			continue
		}
		switch pronouns[d.low[s.head]] {
		case i:
			d.first(n, s)
		case we:
			if outer := d.quotedIn(n); outer != none {
				s.why = "“we” of the one quoted"
				d.forWhom(s, outer)
			}
		}
	}
}

func (d *draft) first(n int, s *source) {
	if outer := d.quotedIn(n); outer != none {
		s.who, s.why, s.sieve = outer, "“I” of the one quoted", firstSieve
		return
	}
	switch {
	case d.quoted[s.head]:
	case len(d.r.Doc.Byline) == 1:
		s.who, s.why, s.sieve = d.author(d.r.Doc.Byline[0], s.head), "“I” of the author", firstSieve
	case len(d.r.Doc.Byline) == 0:
		if who := d.presented(); who != none {
			s.who, s.why, s.sieve = who, "“I” of the author, whom the last paragraph presents", firstSieve
		}
	}
}

var presenting = set("is teaches serves writes")

// presented is the person whom the last paragraph presents and whom nothing
// before it names: "Ann Lee is a historian."
func (d *draft) presented() int {
	if len(d.low) == 0 || len(d.r.Sentences) == 0 {
		return none
	}
	last := d.paragraph(len(d.low) - 1)
	for k := len(d.mentions) - 1; k >= 0 && d.paragraph(d.mentions[k].first) == last; k-- {
		m := &d.mentions[k]
		if first, _ := d.bounds(m.first); m.first != first || first > 0 && d.paragraph(first-1) == last {
			continue
		}
		if m.kind == onrecord.Person && m.who != none && d.plainParts(m) >= 2 && presenting[d.at(m.end)] && d.beings[m.who].first == m.first {
			return m.who
		}
	}
	return none
}

// quotedIn is the speaker of the statement whose quoted words hold the source
// of statement n.
func (d *draft) quotedIn(n int) int {
	at := d.r.Tokens[d.sources[n].head].Span
	for k := range d.order {
		o := n - 1 - k
		if k >= 2*maxSentences {
			break
		}
		for _, near := range []int{o, n + 1 + k} {
			if near < 0 || near >= len(d.r.Statements) || d.sources[near].who == none {
				continue
			}
			for _, v := range d.r.Statements[near].Verbatim {
				if v.Contains(at) {
					return d.sources[near].who
				}
			}
		}
	}
	return none
}

// forWhom sets a "we" to the organisation of its speaker's role.
func (d *draft) forWhom(s *source, outer int) {
	s.others = []int{outer}
	for _, role := range d.beings[outer].roles {
		for _, key := range []string{nameKey(words(role.Organisation))} {
			if org, ok := d.byName[key]; ok && key != "" {
				s.who, s.others, s.sieve = org, nil, firstSieve
				return
			}
		}
	}
}

// author is the being of a byline.
func (d *draft) author(name string, at int) int {
	parts := words(name)
	if len(parts) == 0 {
		return none
	}
	m := mention{first: at, end: at + 1, parts: parts}
	plain, junior := split(parts)
	if len(plain) >= 2 {
		if who := d.sameFull(plain, junior, &m); who != none {
			return who
		}
	}
	d.beings = append(d.beings, being{kind: onrecord.Person, name: oneLine(name), parts: plain, first: at})
	return len(d.beings) - 1
}
