package entity

// Where a role stands tells who is not meant, and how far its bearer may be.

// heldBy is the speaker of a statement in whose content statement st has its
// source: in "Lee says the mayor lied" the mayor is not Lee.
func (d *draft) heldBy(st int) int {
	if st == none {
		return none
	}
	at := d.r.Statements[st].Source
	for k := max(0, st-maxSentences); k < min(len(d.sources), st+maxSentences); k++ {
		if k == st || d.sources[k].who == none || d.sources[k].form == "" {
			continue
		}
		if c := d.r.Statements[k].Content; len(c) > 0 && c[0].Start <= at.Start && at.End <= c[len(c)-1].End {
			return d.sources[k].who
		}
	}
	return none
}

// coargument: in "Lee met the mayor" the mayor is not Lee.
func (d *draft) coargument(token, at int) bool {
	if d.sentence[token] != d.sentence[at] {
		return false
	}
	verb := false
	for i := token; i < at && i < token+maxPhrase; i++ {
		switch {
		case d.verb(i):
			verb = true
		case d.tag(i) == "," || d.tag(i) == "CC" || d.tag(i) == ":" || d.tag(i) == "``" || d.tag(i) == "''" || clauseWords[d.low[i]]:
			return false
		}
	}
	return verb
}

var clauseWords = set("that because while when after before as if since although though whether until where who which")

// ahead is how many paragraphs later the bearer of a role may be named: an
// abstract says "the president" before the article does.
func (d *draft) ahead(p *rolePhrase) int {
	if _, described := d.byHead[d.low[p.head]]; described {
		return -1
	}
	if p.kind == office && len(p.telling) == 0 && !p.former && d.paragraph(p.first) < leadParagraphs {
		return leadParagraphs
	}
	return 1
}

const leadParagraphs = 6

// saidBefore reports that the article speaks of "the mayor of Norport"
// paragraphs before it names the one mayor: that may be another.
func (d *draft) saidBefore(noun string, who int) bool {
	if d.the == nil {
		d.the = map[string]int{}
		for i := len(d.low) - 2; i > 0; i-- {
			if d.low[i-1] == "the" && d.low[i+1] == "of" && titleNouns[titleOf(d.low[i])] && !d.quoted[i] {
				d.the[titleOf(d.low[i])] = i
			}
		}
	}
	at, ok := d.the[noun]
	first := d.beings[who].first
	return ok && at < first && d.paragraph(first)-d.paragraph(at) > 1
}
