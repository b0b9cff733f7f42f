package people

import (
	"strings"
	"testing"

	"onrecord"
)

func TestTermOf(t *testing.T) {
	l := lists(t, cabinet)
	for _, c := range []struct {
		what     string
		named    []string // "name: title; title"
		from, to onrecord.Day
		rests    int
		conflict bool
	}{
		{"nobody", nil, "", "", 0, false},
		{"no office in the lists", []string{"Robert Falk: baker"}, "", "", 0, false},
		{"one office", []string{"Robert Falk: Secretary of State"}, "2017-02-01", "2018-04-01", 1, false},
		{"said twice", []string{"Robert Falk: Secretary of State; Secretary of State"}, "2017-02-01", "2018-04-01", 1, false},
		{"narrowed by another", []string{"Robert Falk: Secretary of State", "Sara Huber Sand: White House Press Secretary"}, "2017-07-26", "2018-04-01", 2, false},
		{"open at its end", []string{"Mina Holt: Secretary of State"}, "2018-04-26", "", 1, false},
		{"what somebody was", []string{"Robert Falk: former Secretary of State", "Ada Brandt: President"}, "2017-01-20", "2021-01-21", 1, false},
		{"a last name alone", []string{"Falk: Secretary of State"}, "", "", 0, false},
		{"offices that share no day", []string{"Robert Falk: Secretary of State", "Mina Holt: Secretary of State"}, "", "", 2, true},
	} {
		var entities []onrecord.Entity
		for _, named := range c.named {
			name, titles, _ := strings.Cut(named, ": ")
			e := onrecord.Entity{Name: name, Kind: onrecord.Person}
			for title := range strings.SplitSeq(titles, "; ") {
				e.Roles = append(e.Roles, onrecord.Role{Title: title})
			}
			entities = append(entities, e)
		}
		have := l.TermOf(entities)
		if have.From != c.from || have.Until != c.to || len(have.Words) != c.rests || have.Conflict != c.conflict {
			t.Errorf("%s: have %+v, want %s to %s resting on %d, conflict %t", c.what, have, c.from, c.to, c.rests, c.conflict)
		}
	}
}

func TestTermClaimed(t *testing.T) {
	for want, term := range map[onrecord.EDTF]Term{
		"":                      {},
		"2017-02-01/..":         {From: "2017-02-01"},
		"../2018-03-31":         {Until: "2018-04-01"},
		"2017-02-01/2018-03-31": {From: "2017-02-01", Until: "2018-04-01"},
	} {
		if have := term.Claimed().EDTF; have != want {
			t.Errorf("%+v: have %s, want %s", term, have, want)
		}
	}
}
