package people

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"onrecord"
	"onrecord/date"
)

// A Term is when an article can have been printed that does not say when: while
// all whom it calls by an office held it. It is a guess, since papers go on
// calling people by offices they have left. The zero Term is no bound.
type Term struct {
	From, Until onrecord.Day // half-open, empty where open
	Words       []string     // the holdings it rests on, the narrowest first
	Conflict    bool         // the offices share no day; then there are no bounds
}

// TermOf is the Term that the lists give for the people an article names in
// full with an office. What somebody was or is to be bounds nothing; of several
// terms of one person in one office the whole stretch counts.
func (l *Lists) TermOf(entities []onrecord.Entity) Term {
	type bound struct {
		from, until onrecord.Day
		words       string
	}
	var bounds []bound
	for i := range entities {
		e := &entities[i]
		if e.Kind != onrecord.Person || len(ParseName(e.Name).First) == 0 {
			continue
		}
		for _, role := range e.Roles {
			if office := OfficeOf(role.Title, role.Organisation); office.Past || office.Coming {
				continue
			}
			c := l.Compare(Claim{Name: e.Name, Title: role.Title, Organisation: role.Organisation})
			if c.Verdict != Agreement {
				continue
			}
			from, until := stretch(c.Holdings)
			if from != "" || until != "" {
				bounds = append(bounds, bound{from, until, e.Name + ": " + c.Words})
			}
		}
	}
	slices.SortFunc(bounds, func(a, b bound) int {
		return cmp.Or(cmp.Compare(b.from, a.from), cmp.Compare(a.until, b.until), cmp.Compare(a.words, b.words))
	})
	var t Term
	for _, b := range bounds {
		t.From = max(t.From, b.from)
		if t.Until == "" || b.until != "" && b.until < t.Until {
			t.Until = b.until
		}
		if !slices.Contains(t.Words, b.words) {
			t.Words = append(t.Words, b.words)
		}
	}
	if t.From != "" && t.Until != "" && t.From >= t.Until {
		return Term{Words: t.Words, Conflict: true}
	}
	return t
}

// stretch is from the first day of the earliest holding to the last of the
// latest.
func stretch(holdings []onrecord.Holding) (from, until onrecord.Day) {
	from, until = holdings[0].From, holdings[0].Until
	for _, h := range holdings[1:] {
		from = min(from, h.From)
		if h.Until == "" || until != "" && h.Until > until {
			until = h.Until
		}
	}
	return from, until
}

// Claimed is the Term as a time that something else can be narrowed by.
func (t Term) Claimed() onrecord.Claimed {
	if t.From == "" && t.Until == "" {
		return onrecord.Claimed{}
	}
	first, last := string(t.From), ".."
	if first == "" {
		first = ".."
	}
	if t.Until != "" {
		last = dayBefore(t.Until)
	}
	return onrecord.Claimed{EDTF: onrecord.EDTF(first + "/" + last), From: t.From, Until: t.Until, Basis: date.ByRole}
}

// Narrowed says what the lists make of the time of a statement in r, an article
// that does not say when it was printed: the narrower time, as write puts it, or
// that the offices do not go together; empty where they tell nothing more. The
// time itself stays as it is.
func (l *Lists) Narrowed(said onrecord.Claimed, r *onrecord.Reading, write func(onrecord.Claimed) string) string {
	if !r.Doc.Published.IsZero() {
		return ""
	}
	term := l.TermOf(r.Entities)
	rests := strings.Join(term.Words, "; ")
	if term.Conflict {
		return "the offices that the article gives share no day: " + rests
	}
	narrow, err := date.Narrow(said, r.Doc.Text, term.Claimed())
	switch {
	case errors.Is(err, date.ErrConflict):
		return "differs from the offices that the article gives: " + rests
	case err != nil || narrow.EDTF == said.EDTF: // a time that cannot be read is shown as it is
		return ""
	}
	return write(narrow) + ", if the offices are those of its day: " + rests
}

// dayBefore is the day before a day, itself where it is none.
func dayBefore(d onrecord.Day) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
