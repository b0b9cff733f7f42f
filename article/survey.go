package article

import (
	"strings"

	"onrecord"
)

// survey looks at all paragraphs of a text.
func survey(text string, spans []onrecord.Span) []unit {
	units := make([]unit, len(spans))
	var scratch [2][]uint32
	for i, span := range spans {
		units[i] = look(text, span, &scratch)
		units[i].gap = i == 0 || strings.Count(text[spans[i-1].End:span.Start], "\n") > 1
	}
	markRepeated(units)
	from, until := core(units)
	markOverlap(units, from, until)
	markPulled(units, from, until)
	markNames(units, from, until)
	markLead(units, from, until)
	markRuns(units, from, until)
	return units
}

// core returns the range of paragraphs that is most densely prose: the largest
// sum of a value for each (Kadane's algorithm).
func core(units []unit) (from, until int) {
	best, sum, start := 0, 0, 0
	for i := range units {
		u := &units[i]
		switch {
		case u.prose && !u.residue():
			sum += min(u.words, 30)
		case u.residue() && u.words > 8:
			sum -= 30
		case u.residue() || u.words < 9 || !u.closes:
			sum -= 10
		default:
			sum -= 3
		}
		if sum <= 0 {
			sum, start = 0, i+1
		} else if sum > best {
			best, from, until = sum, start, i+1
		}
	}
	return from, until
}

// markNames tells for each paragraph whether the names in it stand in another
// paragraph of the core: 0 it has none, 1 none does, 2 some do, 3 most do.
func markNames(units []unit, from, until int) {
	in := map[uint32]int{}
	for i := from; i < until; i++ {
		for _, w := range units[i].names {
			in[w]++
		}
	}
	for i := range units {
		u := &units[i]
		hits := 0
		for _, w := range u.names {
			own := 0
			if i >= from && i < until {
				for _, x := range u.names {
					own += small(x == w)
				}
			}
			hits += small(in[w] > own)
		}
		switch {
		case len(u.names) == 0:
		case hits == 0:
			u.shared = 1
		case hits*2 < len(u.names):
			u.shared = 2
		default:
			u.shared = 3
		}
	}
}

// markPulled finds quotations of the core that are printed apart, for show.
func markPulled(units []unit, from, until int) {
	const most = 20 // no page has more
	tried := 0
	for i := range units {
		u := &units[i]
		if u.words < 4 || u.words > 40 || u.overlap < 8 || tried == most {
			continue
		}
		tried++
		bare := strings.Trim(u.text, "\"'“”‘’ .!?")
		for k := from; k < until; k++ {
			if k != i && len(units[k].text) > len(bare)+10 && len(units[k].text) < 5000 && strings.Contains(units[k].text, bare) {
				u.pulled = true
			}
		}
	}
}

// markOverlap counts for each paragraph how many of its content words stand in
// another paragraph of the core.
func markOverlap(units []unit, from, until int) {
	in := map[uint32]int{}
	for i := from; i < until; i++ {
		for _, w := range units[i].content {
			in[w]++
		}
	}
	for i := range units {
		u := &units[i]
		u.overlap = -1
		self := 0
		if i >= from && i < until {
			self = 1
		}
		hits := 0
		for _, w := range u.content {
			if in[w] > self {
				hits++
			}
		}
		if len(u.content) >= 3 {
			u.overlap = hits * 10 / len(u.content)
		}
	}
}

// markLead compares each paragraph with the first ones of the core, whose words
// a headline and a sub-headline share and those of other stories do not.
func markLead(units []unit, from, until int) {
	in := map[uint32]int{}
	lead := 0
	for i := from; i < until && lead < 4; i++ {
		if units[i].prose {
			lead++
			for _, w := range units[i].content {
				in[w] = i
			}
		}
	}
	for i := range units {
		u := &units[i]
		u.lead = -1
		hits := 0
		for _, w := range u.content {
			if at, ok := in[w]; ok && at != i {
				hits++
			}
		}
		if len(u.content) >= 2 {
			u.lead = hits * 10 / len(u.content)
		}
	}
}

// markRuns counts prose above and below, and lines of page since.
func markRuns(units []unit, from, until int) {
	most, now, since, talk := 0, 0, 0, 0
	good := func(u *unit) bool { return u.prose && u.words >= 12 && !u.residue() }
	for i := range units {
		u := &units[i]
		u.runAbove, u.since, u.talk = most, since, talk
		switch {
		case good(u):
			now++
			most = max(most, now)
		default:
			now = 0
		}
		if good(u) && i >= from && i < until {
			since = 0
		} else if u.residue() {
			since++
		}
		if i > from && u.has(comments) {
			talk++
		}
	}
	for i := 0; i < len(units); i++ {
		end := i
		for end < len(units) && good(&units[end]) {
			end++
		}
		for k := i; k < end; k++ {
			units[k].run = min(end-i, 6)
		}
		i = end
	}
	most, now = 0, 0
	for i := len(units) - 1; i >= 0; i-- {
		units[i].runBelow = most
		if good(&units[i]) {
			now++
			most = max(most, now)
		} else {
			now = 0
		}
	}
}

// markRepeated finds paragraphs that are printed twice.
func markRepeated(units []unit) {
	seen := map[uint32]int{}
	for i := range units {
		seen[units[i].key]++
	}
	for i := range units {
		units[i].repeated = units[i].words >= 3 && seen[units[i].key] > 1
	}
}
