// Package date says when a statement was made, as EDTF intervals with their
// evidence.
//
// What is promised: every EDTF that [Parse] takes prints as it was and bounds
// a range that begins no later than it ends; [Claim] uses no words of a
// statement's content, none of the page around the article, and never names a
// day after publication.
package date

import "onrecord"

// Claim fills Said in each statement of r, and adds to its Why the rule that
// decided. It reads r.Doc, r.Sentences, r.Tokens, r.Quotations, and of the
// statements the spans, Speaker, Anonymity and Via; the rules stand in rules.go, in order.
func Claim(r *onrecord.Reading) {
	if len(r.Statements) == 0 {
		return
	}
	c := newClaimer(r)
	for i := range r.Statements {
		c.claim(i)
	}
	c.headline()
	c.ahead()
}
