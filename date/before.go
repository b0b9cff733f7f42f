package date

// precedes: "On Tuesday, Smith said"; "Smith on Tuesday said"; "In a speech on
// Tuesday, Smith said"; "Speaking on Tuesday, Smith said".
func (c *claimer) precedes(p phrase, at place) (string, bool) {
	stop := at.cue
	if at.sourceEnd > at.source && at.source < at.cue && at.source >= p.end {
		stop = at.source
	}
	if p.first >= at.source && p.end <= at.sourceEnd {
		if c.dated(at) {
			return "date of the source", true
		}
		return "in the clause of the cue", c.afterName(p, at)
	}
	if c.whenClause(p, stop) {
		return "in the clause of the cue", true
	}
	if c.apart(p, stop) {
		return c.attached(p, at)
	}
	participle := c.participle(at)
	for i := p.end; i < stop; i++ {
		source, content := at.in(c, i)
		if content && !c.quoted[i] {
			return "", false
		}
		if c.clauseBreak(i) {
			// ", when asked about it," stands aside; other clauses end it.
			if i = c.aside(i, stop); i == stop || p.first != at.first && !c.opensOccasion(p, at) {
				return "", false
			}
			continue
		}
		if !source && c.finite(i) && !c.auxiliary(i, at) {
			if !participle {
				return "", false
			}
			participle = false
		}
	}
	return c.attached(p, at)
}

// participle reports a cue like ", saying …", which shares the clause of the
// verb before it.
func (c *claimer) participle(at place) bool {
	for i := at.cue; i < at.cueEnd; i++ {
		if c.verb(i) || c.r.Tokens[i].Tag == "MD" {
			return c.r.Tokens[i].Tag == "VBG"
		}
	}
	return false
}

func (c *claimer) clauseBreak(i int) bool {
	switch c.low[i] {
	case ";", "who", "which", "that", "because", "when", "while", "whether", "if", "but":
		return true
	}
	return false
}

// auxiliary: "was [asked]", "did not [say]".
func (c *claimer) auxiliary(i int, at place) bool {
	for i++; i < at.cue; i++ {
		if t := c.r.Tokens[i].Tag; t != "RB" && !c.verb(i) {
			return false
		}
	}
	return true
}

// opensOccasion: the sentence begins with "Speaking", and no comma stands
// between it and the time.
func (c *claimer) opensOccasion(p phrase, at place) bool {
	first := at.first
	if c.low[first] == "in" && first+1 < at.cue && c.r.Tokens[first+1].Tag == "VBG" {
		first++ // "In talking to reporters on Monday"
	}
	t := &c.r.Tokens[first]
	if !occasions[c.low[first]] && (t.Tag != "VBG" || !appearing[t.Lemma] && t.Lemma != "make" && t.Lemma != "join" && t.Lemma != "attend") || p.first-at.first > reach {
		return false
	}
	for i := at.first; i < p.first; i++ {
		if c.low[i] == "," || c.elsewhere(i) {
			return false
		}
	}
	return true
}

// attached looks to the left of a time for what it belongs to.
func (c *claimer) attached(p phrase, at place) (string, bool) {
	const clause, occasion = "in the clause of the cue", "occasion"
	if p.possessive && !c.occasionPossessive(p) {
		return clause, p.end+1 >= at.cue && p.end <= at.cueEnd // "Tuesday's comments"
	}
	if c.opensOccasion(p, at) || c.meanwhile(p, at) {
		return occasion, true
	}
	for i := p.first - 1; i >= max(at.first, p.first-reach); i-- {
		source, content := at.in(c, i)
		switch {
		case source:
			return clause, true
		case content || c.elsewhere(i):
			return "", false
		case occasions[c.low[i]]:
			return occasion, true
		case c.verb(i) && c.r.Tokens[i].Tag != "VBN":
			return clause, c.participle(at) && c.finite(i)
		case c.r.Tokens[i].Tag == "VBN" && i == p.first-1:
			return "", false
		case c.low[i] == "," || c.low[i] == "and" || c.low[i] == "but":
			if i == p.first-1 {
				return clause, true
			}
		}
	}
	// The start of the sentence: a time alone, or a phrase that begins with a
	// preposition; a subject would own the time.
	if p.first == at.first || c.startsPhrase(at.first) {
		return clause, true
	}
	return "", false
}

// meanwhile: "As the crowd cheered on Tuesday, Smith said".
func (c *claimer) meanwhile(p phrase, at place) bool {
	switch c.low[at.first] {
	case "as", "when", "while":
	default:
		return false
	}
	for i := at.first; i < p.first; i++ {
		if c.low[i] == "," || c.elsewhere(i) {
			return false
		}
	}
	return p.first > at.first && p.end-at.first < reach
}

func (c *claimer) startsPhrase(i int) bool {
	for k := i; k < min(i+3, len(c.low)); k++ { // "Thus, in the debate last week,"
		if c.r.Tokens[k].Tag != "RB" && c.low[k] != "," {
			break
		}
		i = k + 1
	}
	if i == len(c.low) {
		return false
	}
	switch c.low[i] {
	case "in", "at", "on", "during", "by", "via", "and", "but", "from", "“", "\"", "yet", "then":
		return true
	}
	return false
}
