package entity

import "onrecord"

// conditional: the saying is planned, supposed or only possible.
func (d *draft) conditional(i int, g *verbGroup) bool {
	st := &d.r.Statements[i]
	if g.supposed {
		return true
	}
	if w := d.at(g.main); !g.verb && (w == "plan" || w == "plans" || w == "intention") {
		return !g.negated && d.plansToSay(st, g)
	}
	if g.main == none || !g.verb || g.negated && g.modal != "may" {
		return false
	}
	if d.underModal(g) {
		return true
	}
	w := d.low[g.main]
	speaks := statingVerbs[w] != ""
	switch {
	case g.planned:
		return !leaning[w]
	case planningVerbs[w] != "" && (d.plansToSay(st, g) || d.arrangedTo(g)):
		return true
	case d.inTitle(g.main) && d.low[g.from] == "to" && (d.tag(g.main) == "VB" || baseForm(w)) && g.main <= g.from+2:
		return true // "Council to back plan"
	}
	switch g.modal {
	case "will":
		return speaks || !leaning[w] && w != "be" && w != "remain" && w != "need"
	case "may", "could":
		return true
	case "should":
		return speaks
	case "must":
		return speaks && !d.firstPersonSource(st)
	case "would":
		return (speaks || d.sources[i].form != "thing" && d.sources[i].form != "document") && !leaning[w] && !g.often && !d.firstPersonSource(st) && d.at(g.main-1) != "only" && d.at(g.main-1) != "rather"
	}
	return false
}

// underModal: a gerund, or what somebody is helped to do, whose own verb is
// only possible: "could do so by telling", "is likely to help him convince".
func (d *draft) underModal(g *verbGroup) bool {
	gerund := d.tag(g.main) == "VBG" && g.from > 0 && (d.low[g.from-1] == "by" || d.tag(g.from-1) == "VB")
	helped := d.tag(g.main) == "VB" && g.from == g.main && d.at(g.from-1) != "to"
	if !gerund && !helped {
		return false
	}
	from, _ := d.bounds(g.main)
	for k := g.from - 1; k >= max(from, g.from-groupReach); k-- {
		if helping[d.low[k]] {
			gerund = gerund || helped
		} else if gerund && (d.low[k] == "likely" || d.low[k] == "unlikely") {
			return true
		}
		switch d.tag(k) {
		case "MD":
			m := modals[d.low[k]]
			return gerund && (m == "will" || m == "would" || m == "could" || m == "may")
		case "VBD", "VBZ", "VBP", ",", ":", "``", "''":
			return false
		}
	}
	return false
}

var helping = set("help helping let letting")

// arrangedTo: "was arranging calls with both to discuss".
func (d *draft) arrangedTo(g *verbGroup) bool {
	for k := g.main + 2; k+1 < g.end; k++ {
		if d.low[k] == "to" && statingVerbs[d.low[k+1]] != "" {
			return true
		}
	}
	return false
}

// leaning verbs tell with "would" what somebody wants now: no saying is to
// come.
var leaning = set("like love prefer want rather have vote support accept oppose welcome hope seem appear")

// plansToSay: "is planning" with a content such as "to reprint the letter".
func (d *draft) plansToSay(st *onrecord.Statement, g *verbGroup) bool {
	from, until := d.opening(st, g, groupReach)
	if from >= until || d.low[from] != "to" {
		return false
	}
	for k := from + 1; k < until; k++ {
		if w := d.low[k]; statingVerbs[w] != "" || appearing[w] {
			return true
		} else if d.verb(k) {
			return false
		}
	}
	return false
}

// appearing verbs are planned for a saying to come.
var appearing = set("reprint print publish air deliver release unveil appear testify introduce give headline")

// inTitle reports a token of the headline; where none is known, of a first
// paragraph that has no finite verb before it.
func (d *draft) inTitle(k int) bool {
	doc := d.r.Doc
	if doc.Headline.Start < doc.Headline.End || len(doc.Paragraphs) == 0 {
		return doc.Headline.Contains(d.r.Tokens[k].Span)
	}
	from, _ := d.bounds(k)
	for ; from < k; from++ {
		switch d.tag(from) {
		case "VBD", "VBZ", "VBP", "MD":
			return false
		}
	}
	return doc.Paragraphs[0].Contains(d.r.Tokens[k].Span)
}

func (d *draft) firstPersonSource(st *onrecord.Statement) bool {
	first, end := d.phraseOf(st.Source)
	return first < end && (d.low[first] == "i" || d.low[first] == "we")
}
