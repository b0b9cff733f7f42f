package web

import (
	"time"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A pairView is a change with both its statements beside each other.
type pairView struct {
	ID          string
	Words       string // "reverses"
	Issue       string
	IssueHref   string
	Earlier     pairSide
	Later       pairSide
	Apart       string // "about 9 months later"; empty when a day is not known
	Compared    string // who took the earlier position, where it is somebody else
	Score       string
	Why         []string
	Caveats     []string
	Unconnected bool // the words have too little in common to be marked
}

// A pairSide is one statement of the two.
type pairSide struct {
	Card card // with its position
	Runs []diffRun
}

// pairOf shows a departure with its hits.
func pairOf(d *store.Departure) pairView {
	v := pairView{
		ID: string(d.Change.ID), Words: export.ChangeWords(d.Kind), Issue: d.IssueName, IssueHref: issueHref(d.Change.Issue),
		Score: percentOf(d.Score), Why: d.Why, Caveats: d.Caveats,
		Earlier: pairSide{Card: cardOf(&d.Earlier, false)}, Later: pairSide{Card: cardOf(&d.Later, false)},
	}
	v.Earlier.Card.Stand, v.Later.Card.Stand = standOf(&d.Position[0]), standOf(&d.Position[1])
	words := differ(d.Earlier.Content, d.Later.Content)
	v.Earlier.Runs, v.Later.Runs, v.Unconnected = words.Left, words.Right, words.Apart
	if v.Compared = v.Earlier.Card.Speaker; d.Earlier.Key == d.Later.Key {
		v.Compared = ""
	}
	v.Apart = later(d.Earlier.Said, d.Later.Said)
	return v
}

// later says how long after the one time the other is, where the first days of
// both are known.
func later(a, b onrecord.Claimed) string {
	from, err := time.Parse(time.DateOnly, string(a.From))
	to, err2 := time.Parse(time.DateOnly, string(b.From))
	if err != nil || err2 != nil || to.Before(from) {
		return ""
	}
	days := int(to.Sub(from).Hours() / 24)
	if days == 0 {
		return "on the same day"
	}
	text := stepDay.lasting(days) + " later"
	if days <= 60 && (isUncertain(point{First: a.From, Last: lastOf(a.Until)}) || isUncertain(point{First: b.From, Last: lastOf(b.Until)})) {
		text = "about " + text
	}
	return text
}
