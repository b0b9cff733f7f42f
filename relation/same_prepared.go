package relation

import (
	"slices"

	"onrecord"
	"onrecord/wording"
)

// A Prepared is a report whose words have been read, to be compared with many.
// It is not changed by that, and must not outlive the report or see it changed.
type Prepared struct {
	side        *side // nil without a model
	terms       []uint32
	prints      []uint64
	first, last onrecord.Day
}

// Prepare reads the words of a report.
func Prepare(r *onrecord.Report) *Prepared {
	words := wording.Words(r.Content)
	return loadSame().prepare(r, words, wording.Terms(words))
}

func (m *sameModel) prepare(r *onrecord.Report, words []wording.Word, terms []uint32) *Prepared {
	p := &Prepared{terms: terms, prints: printsOf(r)}
	p.first, p.last = likelyDays(r)
	if m != nil {
		p.side = m.side(r, words)
	}
	return p
}

// Trace is the Trace of the report.
func (p *Prepared) Trace() (terms []uint32, prints []uint64, first, last onrecord.Day) {
	return slices.Clone(p.terms), slices.Clone(p.prints), p.first, p.last
}

// Same is Same of the two reports.
func (p *Prepared) Same(o *Prepared) (onrecord.Match, bool) { return loadSame().same(p, o) }
