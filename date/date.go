// Package date finds when a statement was made, as EDTF intervals with their
// evidence.
package date

import "onrecord"

// Claim fills Said in each statement of r.
func Claim(r *onrecord.Reading) {}
