// Package token divides the text of an article into sentences and tokens.
package token

import "onrecord"

// Split fills r.Sentences and the spans of r.Tokens: the paragraphs of the
// document that are not boilerplate.
func Split(r *onrecord.Reading) {}
