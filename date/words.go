package date

import (
	"strings"

	"onrecord"
)

// The words of time, in lower case.

var weekdays = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun.": 0, "mon.": 1, "tues.": 2, "wed.": 3, "thurs.": 4, "thur.": 4, "fri.": 5, "sat.": 6,
}

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8,
	"sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dec.": 12, "sept": 9, "jan": 1, "feb": 2,
	"aug": 8, "oct": 10, "nov": 11, "dec": 12,
}

var seasonNames = map[string]string{
	"spring": "21", "summer": "22", "fall": "23", "autumn": "23", "winter": "24",
}

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

var units = map[string]string{
	"day": "day", "days": "day", "week": "week", "weeks": "week",
	"month": "month", "months": "month", "year": "year", "years": "year",
}

// dayParts follow a weekday or "this".
var dayParts = set("morning afternoon evening night")

// openers begin the words of a time: they are part of what says when.
var openers = set("just only even on in at during early late mid earlier later last this past next back")

// amounts stand before "minutes later".
var amounts = set("less than about just only some roughly nearly barely a few several within")

// otherSubject are prepositions after which a time belongs to something else
// than the saying: "after Tuesday's vote".
var otherSubject = set("after before since until till following about over ahead regarding concerning amid despite than between against because prior toward towards through wake unlike")

// hours are times of day: "shortly before midnight on Monday" is Monday.
var hours = set("midnight noon midday dawn dusk sunrise sunset breakfast lunch dinner a.m. p.m.")

// subordinators begin a clause that stands apart.
var subordinators = set("despite after before while although though when as following amid asked even in during at")

// occasions are participles that introduce the saying itself: "Speaking on
// Tuesday".
var occasions = set("speaking writing appearing testifying talking addressing tweeting posting campaigning interviewed asked pressed answering responding announcing dated aired published released broadcast issued taped recorded filmed held delivered conducted reached contacted posted ran")

// papers are sources that are dated themselves: "a 2012 report".
var papers = set("report poll survey study memo letter statement filing review audit analysis editorial column article book documents records email emails e-mail tweet tweets post op-ed figures data polls surveys statements transcript interview numbers order ruling decision lawsuit complaint")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// A source of anchor days: what "today" means in a document, and the last day
// on which anything in it can have been said.
type anchor struct {
	today onrecord.Day // empty when unknown
	last  onrecord.Day // empty when unknown
}

// A phrase is a time expression of a document.
type phrase struct {
	first, end int // tokens
	value      EDTF
	basis      onrecord.Basis
	possessive bool // "Tuesday's …"
	known      bool // value says something
	future     bool // "next week": no time of saying
	coarse     bool // longer than a day
	year       bool // the year is printed
	goesOn     bool // "then": the appearance goes on
	aside      bool // "as recently as": nothing is counted from it
}

// shapes says of which lengths there are triggers with a first letter, so that
// most tokens cost no look at all.
var shapes = func() (lengths [256]uint32) {
	for w := range triggers {
		lengths[w[0]] |= 1 << len(w)
	}
	return lengths
}()

// triggers are the words with which a time can begin, but for digits, so that
// most tokens cost one look instead of five.
var triggers = func() map[string]bool {
	m := set(`today tonight yesterday tomorrow this last next past previous earlier later early late mid coming the
that hours minutes moments hour over few several many
in during of at by recently then afterward afterwards meanwhile previously`)
	for w := range weekdays {
		m[w] = true
	}
	for w := range months {
		m[w] = true
	}
	for w := range numbers {
		m[w] = true
	}
	return m
}()
