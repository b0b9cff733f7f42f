package eval

import (
	"onrecord"
	"onrecord/corpus"
)

// A Change is an attribution of gold that two readings of one text treat
// differently.
type Change struct {
	Article       string
	Gold          *corpus.Attribution
	Before, After string // classes, as Explain has them
}

// Won reports whether the second reading has it exactly and the first has not.
func (c *Change) Won() bool { return c.After == "exact" }

// Lost reports whether the first reading had it exactly.
func (c *Change) Lost() bool { return c.Before == "exact" }

// Compare lists the attributions of gold whose class differs between two sets
// of predictions, in the order of gold.
func Compare(gold []corpus.Article, before, after map[string][]onrecord.Statement) []Change {
	var out []Change
	for i := range gold {
		a := &gold[i]
		first := Explain(a, &onrecord.Reading{Statements: before[a.Name]})
		second := Explain(a, &onrecord.Reading{Statements: after[a.Name]})
		for j := range a.Attributions {
			if first[j].Class != second[j].Class {
				out = append(out, Change{a.Name, &a.Attributions[j], first[j].Class, second[j].Class})
			}
		}
	}
	return out
}
