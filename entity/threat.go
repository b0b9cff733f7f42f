package entity

import "onrecord"

// threatens: harm or a consequence that the source would bring about. "Warned
// that prices would rise" is none.
func (d *draft) threatens(i int, g *verbGroup) bool {
	for k := g.first; k < g.end; k++ {
		switch w := d.low[k]; {
		case threateningVerb[w] != "" && (w != "threatening" || d.verb(k)) && !d.isThreatened(k),
			(w == "threat" || w == "threats") && d.madeThreat(g, k), w == "ultimatum":
			return true
		}
	}
	from, until := d.opening(&d.r.Statements[i], g, 4*groupReach)
	if d.has(g, lightVerbs) {
		return d.anyIn(from, min(until, from+3), threatNouns) && !d.anyIn(g.from, g.end, posing)
	}
	if d.has(g, promisingVerbs) && from+1 < until && d.low[from] == "to" {
		return hostileVerbs[d.low[from+1]] != "" // "vowed to retaliate"
	}
	if !d.has(g, warningVerb) {
		return false
	}
	return d.ownDeed(i, g, from, until) || d.harmIf(from, until) || d.anyIn(from, until, retaliations) ||
		d.anyIn(from, until, consequences) && d.anyIn(from, until, facing)
}

// hostileVerbs do harm whomever they are done to.
var hostileVerbs = bases("retaliate sue avenge")

var threatNouns = set("threat threats ultimatum")

// isThreatened: "feel threatened", "was threatened by".
func (d *draft) isThreatened(k int) bool {
	return d.low[k] == "threatened" && (d.at(k+1) == "by" || suffered[d.at(k-1)])
}

var suffered = set("is are was were be been being am feel feels felt feeling")

// madeThreat: "his threat to sue", "threats against"; not "is a threat to",
// "poses a threat".
func (d *draft) madeThreat(g *verbGroup, k int) bool {
	return !d.anyIn(g.from, k, posing) && d.at(k+1) != "posed"
}

var posing = set(`is are was were be been being pose poses posed posing face faces faced facing see sees saw seen consider considers considered
view views viewed regard regarded become became remain remains represent represents`)

// ownDeed: the warning is of what the source itself would do: "warned them
// that he would sue".
func (d *draft) ownDeed(i int, g *verbGroup, from, until int) bool {
	k := from
	for k < until && k < from+2 && (d.low[k] == "that" || d.tag(k) == "``" || d.low[k] == "“" || d.low[k] == "\"") {
		k++
	}
	if k+2 >= until {
		return false
	}
	switch modals[d.low[k+1]] {
	case "will", "would", "may", "could":
	default:
		return false
	}
	deed := k + 2
	for deed < until-1 && (d.tag(deed) == "RB" || d.low[deed] == "be") {
		deed++
	}
	return d.meansSource(i, g, k) && d.tag(deed) != "VBN" && !suffering[d.low[deed]] && !negative[d.low[deed]]
}

// suffering verbs tell of what happens to somebody.
var suffering = set("lose fail suffer face regret have be become see need die fall struggle win get find miss default")

// meansSource: the pronoun at token k can only be the source itself.
func (d *draft) meansSource(i int, g *verbGroup, k int) bool {
	first, end := d.phraseOf(d.r.Statements[i].Source)
	if first >= end {
		return false
	}
	var b being
	if who := d.sources[i].who; who != none {
		b = d.beings[who]
	}
	h := d.head(first, end)
	many := d.plural(h) || d.low[h] == "they"
	switch w := d.low[k]; w {
	case "i", "we":
		return true
	case "he", "she":
		return !many && (b.gender == 0 || b.gender == genderOf(pronouns[w])) && !d.personBetween(g.main+1, k) && !d.otherPerson(i, k)
	case "they":
		return many && !d.personBetween(g.main+1, k)
	case "it":
		return b.kind == onrecord.Organisation || b.kind == onrecord.Country
	}
	return false
}

// otherPerson reports somebody else's name in the sentence before token k.
func (d *draft) otherPerson(i, k int) bool {
	from, _ := d.bounds(k)
	for at := max(from, k-3*wayReach); at < k; at++ {
		if m := d.mentionAt(at); m != nil && m.kind == onrecord.Person && m.who != d.sources[i].who && !d.warned(m, i) {
			return true
		}
	}
	return false
}

// warned reports that a mention is of the one who is warned, right after the
// cue; a pronoun of another gender than theirs cannot mean them.
func (d *draft) warned(m *mention, i int) bool {
	_, end := d.phraseOf(d.r.Statements[i].Cue)
	return m.title == end
}

// personBetween reports a pronoun or a plural between the verb and its
// content: who is warned may be the one who is meant.
func (d *draft) personBetween(from, until int) bool {
	for k := from; k < until; k++ {
		if _, ok := pronouns[d.low[k]]; ok && d.low[k] != "that" || d.plural(k) {
			return true
		}
	}
	return false
}

// harmIf: "if he does not resign, harm will come to him".
func (d *draft) harmIf(from, until int) bool {
	return d.anyIn(from, min(until, from+3), ifs) && d.anyIn(from, until, harms)
}

var (
	ifs = set("if unless")
	// retaliations are consequences that nature does not bring about.
	retaliations = set("retaliate retaliation reprisal reprisals prosecute prosecuted punish punished sue sued expelled jailed deported fired disciplined")
	consequences = set("consequences")
	facing       = set("face be suffer if unless")
	harms        = set("harm hurt kill killed die consequences retaliate retaliation punish punished destroy bomb attack")
)
