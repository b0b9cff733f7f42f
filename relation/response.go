package relation

import "onrecord"

// responses finds "In response to the ruling, Lee said …".
func (v *view) responses() {
	for i := 0; i+3 < len(v.low); i++ {
		if v.low[i] != "in" || v.low[i+1] != "response" || v.content[i] != none || v.onPage(i) {
			continue
		}
		if v.low[i+2] != "to" {
			v.bareResponse(i)
			continue
		}
		p, ok := v.phrase(i + 3)
		if !ok || v.sentence[p.head] != v.sentence[i] || v.asked(i) || !v.ofSaying(i) {
			continue
		}
		if n := v.responding(i, p.end); n != none {
			v.respond(i, n, p)
		}
	}
}

// ofSaying reports an "in response" that opens the sentence, or stands beside a
// cue: an order may come in response, too.
func (v *view) ofSaying(i int) bool {
	first, _ := v.bounds(i)
	return i == first || v.cue[i] != none || v.cue[i-1] != none || v.low[i-1] == "," && v.source[max(first, i-2)] != none
}

// responding is the statement in the sentence of token i, behind or before it;
// of a sentence that ends in a colon, the first of the next.
func (v *view) responding(i, end int) int {
	_, stop := v.bounds(i)
	if n := v.statementAfter(end, stop); n != none {
		return n
	}
	if n := v.statementBefore(i); n != none || stop >= len(v.low) || v.low[stop-1] != ":" {
		return n
	}
	_, next := v.bounds(stop)
	for k := stop; k < min(next, stop+reach); k++ {
		if v.content[k] != none {
			return int(v.content[k])
		}
	}
	return none
}

// respond adds that statement n responds to what p names.
func (v *view) respond(i, n int, p phrase) {
	st := &v.r.Statements[n]
	if first, _ := v.tokens(st.Source); v.inAnswer[n] || st.Speaker == "" || !st.Source.IsZero() && first >= p.first && first < p.end {
		return
	}
	f := frame{group: group{verb: i}, verb: &verb{kind: onrecord.RespondsTo, objects: "scpwx"}, object: p, at: p.first, st: n}
	v.fromStatement(&f, n)
	f.class = v.classOfPhrase(&f, p)
	if to, why, ok := v.to(&f); ok && to.Statement != st.ID {
		v.add(onrecord.Relation{Kind: onrecord.RespondsTo, From: f.end, To: to, Cue: v.span(i, i+2)}, f.score(), why)
	}
}

// bareResponse reads "Lee said in response": it answers what somebody else said
// before.
func (v *view) bareResponse(i int) {
	n := int(v.cue[i])
	if n == none && i > 0 {
		n = int(v.cue[i-1])
	}
	if n == none || v.inAnswer[n] || !v.hasWords(n) || v.asked(i) {
		return
	}
	f := frame{group: group{verb: i}, verb: &verb{kind: onrecord.RespondsTo}, st: n, after: i + 2}
	v.fromStatement(&f, n)
	if to, why, ok := v.toOther(&f); ok {
		v.add(onrecord.Relation{Kind: onrecord.RespondsTo, From: f.end, To: to, Cue: v.span(i, i+2)}, f.score(), why)
	}
}
