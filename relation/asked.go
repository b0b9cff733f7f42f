package relation

import "onrecord"

// "Asked about the vote, Lee said …": the question is a statement without a
// source, and what Lee said answers it.

// questioning words begin what was asked, after "asked".
var questioning = set("about for if whether why how what who where which when to")

// answering are verbs that say an answer once more: "Asked about it, he replied".
var answering = set("reply respond retort answer")

// A question is the tokens of one: "asked" and what was asked, [first, end).
type question struct{ asked, first, end int }

// question reads the clause at token i, a bare "asked".
func (v *view) question(i int) (q question, ok bool) {
	if v.low[i] != "asked" || v.content[i] != none || v.onPage(i) {
		return q, false
	}
	start, stop := v.bounds(i)
	if i > start {
		switch w := v.low[i-1]; {
		case w == "when", w == ",", w == "(", w == "and" && v.at(i-2) == ",", w == "being", quoteMark(w):
		default:
			return q, false
		}
	}
	k := i + 1
	k = v.pastWhen(k, stop)
	if v.at(k) == "by" {
		if p, ok := v.phrase(k + 1); ok {
			k = v.pastWhen(p.end, stop)
		}
	}
	if p, ok := v.phrase(k); ok && v.lemma(p.head) == "question" { // "asked a direct question about it"
		k = v.pastWhen(p.end, stop)
	}
	if k >= stop || !questioning[v.low[k]] || k+1 >= stop {
		return q, false
	}
	q = question{i, k, v.clauseEnd(k)}
	if v.low[k] == "about" {
		q.first++
	}
	return q, q.first < q.end && (i == start || v.low[i-1] != "," || q.end < stop)
}

// pastWhen is the first token from k that is no adverb and tells no time or
// occasion: "on Tuesday", "in an interview".
func (v *view) pastWhen(k, stop int) int {
	stop = min(stop, k+groupReach)
	for k < stop {
		switch {
		case v.tag(k) == "RB", v.r.Tokens[k].Name == "DATE", v.low[k] == "on" && v.beforeDay(k):
			k++
		case v.low[k] == "in" || v.low[k] == "during" || v.low[k] == "at":
			p, ok := v.phrase(k + 1)
			if !ok {
				return k
			}
			k = p.end
		default:
			return k
		}
	}
	return k
}

// questions calls do for each question of the text.
func (v *view) questions(do func(question)) {
	for i := range v.low {
		if q, ok := v.question(i); ok {
			do(q)
		}
	}
}

// answered joins a question with what is said to it in the sentence.
func (v *view) answered(q question) {
	m := int(v.cue[q.asked])
	if m == none {
		return
	}
	_, stop := v.bounds(q.asked)
	n := none
	for k := q.end; k < min(stop, q.end+reach) && n == none; k++ {
		if c := int(v.cue[k]); c != none && v.verb(k) && !v.auxiliary(k) && !v.aside(k) {
			n = c
		}
	}
	if h := v.head(q.asked); n == none && (h == none || !v.verb(h) || v.cue[h] != none || v.content[h] != none) {
		n = v.statementBefore(q.asked) // but not of "He grew pale when asked"
	}
	if n == none || n == m {
		return
	}
	first, end := q.asked, q.asked+1
	cf, ce := v.tokens(v.r.Statements[n].Cue)
	for k := cf; k < min(ce, cf+groupReach); k++ {
		if v.verb(k) && answering[v.lemma(k)] {
			first, end = k, k+1 // it is said by "replied" too, once
		}
	}
	v.join(onrecord.RespondsTo, n, m, first, end, answeredScore, "what was asked")
}
