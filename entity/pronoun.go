package entity

import (
	"cmp"
	"slices"

	"onrecord"
)

// A word is a pronoun: who it can mean.
type pronounKind byte

const (
	he pronounKind = iota
	she
	they
	it
	who
	i
	we
	nobody
)

var pronouns = map[string]pronounKind{
	"he": he, "him": he, "his": he, "himself": he, "she": she, "her": she, "hers": she, "herself": she,
	"they": they, "them": they, "their": they, "theirs": they, "it": it, "its": it,
	"who": who, "that": who, "which": who, "whom": who, "i": i, "me": i, "my": i, "we": we, "us": we, "our": we,
	"you": nobody, "your": nobody, "one": nobody, "this": nobody, "these": nobody, "those": nobody, "what": nobody, "there": nobody,
	"nobody": nobody, "none": nobody, "anyone": nobody, "someone": nobody, "somebody": nobody, "everyone": nobody, "everybody": nobody,
}

func (d *draft) pronoun(st, at int, kind pronounKind) source {
	switch kind {
	case who:
		return d.relative(at)
	case i, we, nobody:
		// first person: see insideQuotations
		return source{who: none, head: at, form: "pronoun", why: "pronoun “" + d.low[at] + "”"}
	}
	return d.nearest(st, at, kind)
}

// The window in which a pronoun's person is looked for.
const (
	maxSeen       = 48 // mentions
	maxParagraphs = 4
	maxSentences  = 12
)

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
		owner: possessive(d.at(m.end)), content: d.content[m.first],
		introduced: m.who != none && d.plainParts(m) >= 2 && d.beings[m.who].first == m.first,
	})
}

// readPronoun keeps who is spoken of in view while the text says "he".
func (d *draft) readPronoun(at int) {
	kind := pronouns[d.low[at]]
	if s := d.nearest(none, at, kind); s.who != none {
		if b := &d.beings[s.who]; b.gender == 0 && s.sure {
			b.gender = genderOf(kind)
		}
		d.remember(seen{who: s.who, token: at, pronoun: true, content: d.content[at],
			subject: d.low[at] == "he" || d.low[at] == "she", owner: d.tag(at) == "PRP$"})
	}
}

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
		}
	}
	if first, _ := d.bounds(m.first); m.title > first+1 && d.low[first] == "as" && d.low[first+1] == "for" {
		return true // "As for Ann Lee, she …"
	}
	return m.end < len(d.low) && d.verb(m.end) && d.tag(m.end) != "VBG" && d.tag(m.end) != "VBN"
}

// A candidate is a being, or one of several of one name, with how well it
// fits.
type candidate struct {
	who    int
	others []int
	score  float64
	count  int
}

// The weights of nearest were set by hand on the development half of
// eval/testdata/sources.tsv.
const (
	saidWeight     = 4.0
	subjectWeight  = 3.0
	pronounWeight  = 2.5
	otherWeight    = 1.5
	ownerWeight    = 1.2
	contentSubject = 2.0
	contentWeight  = 0.8
	hereWeight     = 0.8 // in the same paragraph
	sameSentence   = 0.6
	introWeight    = 1.2
	perSentence    = 0.7
	perParagraph   = 0.6
	unknownGender  = 1.5
	unnamedPenalty = 1.0
	enoughLead     = 1.0
	countWeight    = 0.08
	maxCount       = 8
	worstScore     = -2.5
)

// nearest scores who was spoken of before a pronoun: subjects and speakers
// first, the nearer the better. Two that are near in score stay unknown. "They"
// and "it" mean a source of the sentence before or nobody: of 8 looked at that
// meant a name farther off, 5 were wrong.
func (d *draft) nearest(st, at int, kind pronounKind) source {
	var found []candidate
	for k := len(d.recent) - 1; k >= 0 && k >= len(d.recent)-maxSeen; k-- {
		s := &d.recent[k]
		if s.token >= at {
			continue
		}
		sentences, paragraphs := d.sentence[at]-d.sentence[s.token], d.paragraph(at)-d.paragraph(s.token)
		if sentences > maxSentences || paragraphs > maxParagraphs {
			break
		}
		c, ok := d.fits(s, kind)
		if !ok || st != none && d.inOwnContent(st, s.token) || (kind == they || kind == it) && (!s.said || sentences > 1 || paragraphs > 0) {
			continue
		}
		c.score += weight(s) - perSentence*float64(sentences) - perParagraph*float64(paragraphs)
		if paragraphs == 0 {
			c.score += hereWeight
		}
		if sentences == 0 {
			c.score += sameSentence
		}
		if s.introduced && paragraphs <= 1 && st != none && d.r.Statements[st].Kind == onrecord.Direct {
			c.score += introWeight // a name is introduced, then quoted
		}
		found = better(found, c)
	}
	for n := range found {
		found[n].score += countWeight * float64(min(found[n].count, maxCount))
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return d.choose(found, at)
}

// choose takes the best candidate when it leads enough.
func (d *draft) choose(found []candidate, at int) source {
	if len(found) > 0 && found[0].who != none && found[0].score > worstScore && (len(found) == 1 || found[0].score-found[1].score >= enoughLead) {
		return source{who: found[0].who, form: "pronoun", why: "pronoun, nearest that fits", head: at, sure: len(found) == 1}
	}
	var list []int
	for _, c := range found {
		for _, who := range append(c.others, c.who) {
			if who != none && !slices.Contains(list, who) {
				list = append(list, who)
			}
		}
	}
	return d.candidates(list, "pronoun", at)
}

// fits makes a candidate of what was spoken of: of several of one name, those
// that the pronoun leaves.
func (d *draft) fits(s *seen, kind pronounKind) (candidate, bool) {
	if s.epithet {
		// Somebody, but who is not known: it stands in the way of the others.
		_, ok := d.agrees(s.who, kind)
		return candidate{who: none, others: []int{s.who}, count: 1}, ok
	}
	if s.who != none {
		fit, ok := d.agrees(s.who, kind)
		return candidate{who: s.who, score: fit, count: 1}, ok
	}
	if s.open && (kind == he || kind == she) {
		// Whoever that was, this may be the same: it stands in the way too.
		was, ok := pronouns[d.low[s.token]]
		return candidate{who: none, others: s.others, count: 1}, !ok || was == kind
	}
	var left []int
	for _, who := range s.others {
		if _, ok := d.agrees(who, kind); ok {
			left = append(left, who)
		}
	}
	switch len(left) {
	case 0:
		return candidate{}, false
	case 1:
		fit, _ := d.agrees(left[0], kind)
		return candidate{who: left[0], score: fit, count: 1}, true
	}
	return candidate{who: none, others: left, count: 1}, true
}

func better(found []candidate, c candidate) []candidate {
	for n := range found {
		if found[n].who == c.who && slices.Equal(found[n].others, c.others) {
			found[n].score = max(found[n].score, c.score)
			found[n].count++
			return found
		}
	}
	return append(found, c)
}

func weight(s *seen) float64 {
	switch {
	case s.said:
		return saidWeight
	case s.content && s.subject:
		return contentSubject
	case s.content:
		return contentWeight
	case s.subject && s.pronoun:
		return pronounWeight
	case s.subject:
		return subjectWeight
	case s.owner:
		return ownerWeight
	}
	return otherWeight
}

// agrees reports that a being can be meant by a pronoun, and how well.
func (d *draft) agrees(who int, kind pronounKind) (float64, bool) {
	b := &d.beings[who]
	switch kind {
	case he, she:
		want := byte('m')
		if kind == she {
			want = 'f'
		}
		if b.kind != onrecord.Person && !b.human {
			return 0, false
		}
		if b.unnamed {
			return -unknownGender - unnamedPenalty, b.gender == 0 || b.gender == want
		}
		if b.gender == 0 {
			return -unknownGender, true
		}
		return 0, b.gender == want
	case they:
		return 0, b.kind == onrecord.Group || b.kind == onrecord.Organisation && !b.unnamed
	case it:
		return 0, b.kind == onrecord.Organisation || b.kind == onrecord.Country || b.kind == onrecord.Paper
	}
	return 0, false
}

// inOwnContent: what a statement says is not who says it.
func (d *draft) inOwnContent(st, token int) bool {
	for _, c := range d.r.Statements[st].Content {
		if c.Contains(d.r.Tokens[token].Span) {
			return true
		}
	}
	return false
}

// relative resolves "who", "which" and "that": by the parse, else what stands
// right before.
func (d *draft) relative(at int) source {
	first, _ := d.bounds(at)
	before := at - 1
	if before >= first && d.low[before] == "," {
		before--
	}
	if before < first {
		return source{who: none, head: at, form: "pronoun", why: "relative without antecedent"}
	}
	if m := d.mentionAt(before); m != nil && m.end == before+1 {
		if m.who != none {
			return source{who: d.speaksFor(m.who), form: "pronoun", why: "relative to the name before", head: at}
		}
		return d.candidates(m.others, "pronoun", at)
	}
	h := before
	if v := d.r.Tokens[at].Head; v >= first && v < len(d.low) && d.r.Tokens[v].Rel == "acl:relcl" {
		if n := d.r.Tokens[v].Head; n >= first && n < at {
			h = n
		}
	}
	if m := d.mentionAt(h); m != nil && m.who != none && m.end > h {
		return source{who: d.speaksFor(m.who), form: "pronoun", why: "relative to the name before", head: at}
	}
	start := h
	for start > first && h-start < titleReach && (d.noun(start-1) || d.adjective(start-1) || d.tag(start-1) == "DT" || d.tag(start-1) == "PRP$" || possessive(d.low[start-1])) {
		start--
	}
	if !d.noun(h) {
		return source{who: none, head: at, form: "pronoun", why: "relative without antecedent"}
	}
	s := d.common(start, h, h+1)
	s.head, s.why = at, "relative, "+s.why
	return s
}

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
		s.who, s.why = outer, "“I” of the one quoted"
		return
	}
	if !d.quoted[s.head] && len(d.r.Doc.Byline) == 1 {
		s.who, s.why = d.author(d.r.Doc.Byline[0], s.head), "“I” of the author"
	}
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
				s.who, s.others = org, nil
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
