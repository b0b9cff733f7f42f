package people

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord"
)

// A Verdict says how what an article says of a role stands to the lists.
type Verdict string

// The verdicts.
const (
	Agreement Verdict = "agreement" // a list says that the person held the office then
	Gap       Verdict = "gap"       // a list has the person or the office, but not both together then
	Conflict  Verdict = "conflict"  // a list says that another held it then, or that the person held it at another time
	Unlisted  Verdict = "unlisted"  // no list knows the person or the office
)

// A Claim is what an article says: who held which office, and when.
type Claim struct {
	Name         string // as the article has it; empty when only the role is known
	Title        string // as printed: "then-Secretary of State"
	Organisation string // empty when not given
	From, Until  onrecord.Day
}

// A Comparison is what the lists say of a Claim, with the words to show and the
// holdings it rests on, best first. It decides nothing.
type Comparison struct {
	Verdict  Verdict
	Words    string // "list us-cabinet.csv: Secretary of State 2017-02-01 to 2018-03-31"; empty when unlisted
	Holdings []onrecord.Holding
}

// Compare says what the lists know of a claim. A claim without a name is not
// compared: ask Hint.
func (l *Lists) Compare(c Claim) Comparison {
	if l == nil || len(l.entries) == 0 || c.Name == "" || c.Title == "" && c.Organisation == "" {
		return Comparison{Verdict: Unlisted}
	}
	q := &question{Lists: l, Claim: c, office: OfficeOf(c.Title, c.Organisation)}
	name := ParseName(c.Name)
	offices := l.office(&q.office)
	if len(name.First) == 0 {
		return q.lastOnly(name, offices)
	}
	held := q.person(name)
	theirs := q.those(held, func(e *entry) bool { return e.office.Same(&q.office) })
	if len(theirs) == 0 {
		theirs = q.those(held, func(e *entry) bool { return q.office.Near(&e.office) })
	}
	if len(theirs) == 0 { // "the director": too little to contradict anything
		theirs = q.those(held, func(e *entry) bool { return q.office.Part(&e.office) && (q.within(e) || q.office.Past) })
	}
	if len(theirs) > 0 {
		return q.held(theirs, offices)
	}
	return q.notHeld(name, held, offices)
}

// A question is a claim on its way through the lists.
type question struct {
	*Lists
	Claim
	office Office
}

func (q *question) those(of []int, f func(*entry) bool) (out []int) {
	for _, i := range of {
		if f(&q.entries[i]) {
			out = append(out, i)
		}
	}
	return out
}

func (q *question) within(e *entry) bool { return e.Within(q.From, q.Until) }

// held compares when the person held the office with when the article says so.
func (q *question) held(theirs, offices []int) Comparison {
	switch then := q.those(theirs, q.within); {
	case q.office.Past:
		if before := q.those(theirs, func(e *entry) bool { return e.From == "" || q.Until == "" || e.From < q.Until }); len(before) > 0 {
			return q.say(Agreement, before, "")
		}
	case q.office.Coming:
		if after := q.those(theirs, func(e *entry) bool { return e.Until == "" || q.From == "" || e.Until > q.From }); len(after) > 0 {
			return q.say(Agreement, after, "")
		}
	case len(then) > 0:
		return q.say(Agreement, then, "")
	}
	c := q.say(Conflict, theirs, "")
	c.Words += "; not " + q.day() + q.others(c.Holdings[0].List, offices)
	return c
}

// notHeld says what the lists have of the person, or of the office, who was not
// together with it. What somebody was, or is to be, is not looked for so.
func (q *question) notHeld(name Name, held, offices []int) Comparison {
	if q.office.Past || q.office.Coming || !q.office.Office() {
		return Comparison{Verdict: Unlisted}
	}
	then := q.those(offices, func(e *entry) bool { return q.within(e) && e.office.Same(&q.office) })
	sure := len(then) == 1 && (!q.office.Bare() || q.office.country != "" && q.office.country == q.entries[then[0]].office.country)
	switch {
	case sure && (q.From != "" || q.Until != ""):
		e := &q.entries[then[0]]
		if e.names[0].Last == name.Last {
			return q.say(Gap, then, q.day()+" held by "+e.Person+", of the same last name")
		}
		return q.say(Conflict, then, q.day()+" held by "+e.Person)
	case len(held) > 0:
		if now := q.those(held, q.within); len(now) > 0 {
			return q.say(Gap, now, "no office of this title")
		}
		return q.say(Gap, held, "no office "+q.day())
	case len(then) > 0 && !q.office.Bare() && q.oneCountry(then):
		return q.say(Gap, then, "does not have "+q.Name)
	}
	return Comparison{Verdict: Unlisted}
}

// oneCountry reports whether all holdings are of one country.
func (q *question) oneCountry(at []int) bool {
	return len(q.those(at, func(e *entry) bool { return e.office.country == q.entries[at[0]].office.country })) == len(at)
}

// lastOnly compares a last name with whoever of that name held the office; only
// one who did then is meant.
func (q *question) lastOnly(name Name, offices []int) Comparison {
	then := q.those(offices, func(e *entry) bool {
		return q.within(e) && slices.ContainsFunc(e.names, func(n Name) bool { return n.Last == name.Last })
	})
	if len(then) == 0 {
		return Comparison{Verdict: Unlisted}
	}
	return q.say(Agreement, then, "")
}

// others says who held the office then, as the same list has it.
func (q *question) others(list string, offices []int) string {
	var names []string
	for _, i := range q.those(offices, func(e *entry) bool { return e.List == list && q.within(e) }) {
		if p := q.entries[i].Person; !slices.Contains(names, p) {
			names = append(names, p)
		}
	}
	if len(names) == 0 || len(names) > 3 {
		return ""
	}
	return ", when it was held by " + strings.Join(names, ", ")
}

// say makes a comparison of at most five holdings, the nearest in time first.
func (q *question) say(v Verdict, at []int, but string) Comparison {
	slices.SortStableFunc(at, func(a, b int) int {
		return cmp.Or(cmp.Compare(q.distance(&q.entries[a]), q.distance(&q.entries[b])), cmp.Compare(q.entries[b].From, q.entries[a].From))
	})
	c := Comparison{Verdict: v}
	for _, i := range at[:min(len(at), 5)] {
		c.Holdings = append(c.Holdings, q.entries[i].Holding)
	}
	c.Words = Words(&c.Holdings[0])
	if but != "" {
		c.Words += "; " + but
	}
	return c
}

// distance is how many days lie between a holding and the claim.
func (q *question) distance(e *entry) int {
	if q.within(e) {
		return 0
	}
	if e.Until != "" && q.From != "" && e.Until <= q.From {
		return days(e.Until, q.From)
	}
	return days(q.Until, e.From)
}

func days(from, to onrecord.Day) int {
	a, err1 := time.Parse(time.DateOnly, string(from))
	b, err2 := time.Parse(time.DateOnly, string(to))
	if err1 != nil || err2 != nil {
		return 1 << 30
	}
	return int(b.Sub(a).Hours() / 24)
}

// day is the time of the claim in words.
func (q *question) day() string {
	last := onrecord.Day(dayBefore(q.Until))
	switch {
	case q.From == "" && last == "":
		return "at a time that is not known"
	case q.From == "":
		return "by " + string(last)
	case last == "":
		return "from " + string(q.From)
	case q.From == last:
		return "on " + string(last)
	}
	return fmt.Sprintf("from %s to %s", q.From, last)
}

// Hint says who held an office of which an article gives only the title: "list
// us-cabinet.csv: on 2017-08-01 Rex Tillerson (2017-02-01 to 2018-03-31)", a
// line a holder, at most five. It is a candidate to be shown, and fills nothing
// in. A title that any country or institution has ("the president") gives none
// unless the article says whose it is.
func (l *Lists) Hint(c Claim) []string {
	q := &question{Lists: l, Claim: c, office: OfficeOf(c.Title, c.Organisation)}
	if l == nil || q.office.Bare() && q.office.country == "" || q.office.Past || q.office.Coming || c.From == "" && c.Until == "" {
		return nil
	}
	var out []string
	for _, h := range l.Holders(c.Title, c.Organisation, c.From, c.Until) {
		out = append(out, fmt.Sprintf("list %s: %s %s (%s)", h.List, q.day(), h.Person, Dates(&h)))
	}
	if len(out) > 5 {
		return nil // an office of many says nothing of one
	}
	return out
}
