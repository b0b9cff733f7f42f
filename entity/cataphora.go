package entity

import "onrecord"

// A pronoun may stand before its name: "In his speech, Lee said …", "While she
// waited, Ms. Lee wrote …".

// opening are words that begin a phrase or clause before the main one.
var opening = set("in on at with by for during after before while when as although though even since if despite throughout following from to upon because unless once")

// namedAfter is the person named as the subject after the phrase or clause
// that begins the sentence of the pronoun at token at; none when there is none.
func (d *draft) namedAfter(at int, kind pronounKind) int {
	first, end := d.bounds(at)
	if kind != he && kind != she || at == first || !opening[d.low[first]] || d.quoted[at] {
		return none
	}
	k := at + 1
	for k < end && d.low[k] != "," {
		if m := d.mentionAt(k); m != nil && m.kind == onrecord.Person || d.quoted[k] {
			return none
		}
		k++
	}
	for i := first; i < at; i++ {
		if m := d.mentionAt(i); d.low[i] == "," || m != nil && m.kind == onrecord.Person {
			return none
		}
	}
	if k+1 >= end {
		return none
	}
	m := d.mentionAt(k + 1)
	if m == nil || m.kind != onrecord.Person || m.who == none || m.title != k+1 || !d.subject(m) || possessive(d.at(m.end)) {
		return none
	}
	if _, ok := d.agrees(m.who, kind); !ok {
		return none
	}
	return m.who
}
