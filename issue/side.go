package issue

import (
	"time"

	"onrecord"
)

// about is how many days apart two speakers of one side may speak at about the
// same time.
const about = 31

// between compares positions of different speakers of one principal. Opposite
// ones of about the same time contradict; a later one stands to the last of
// another speaker before as it would to one of the same.
func between(lane []*Stand) []onrecord.Change {
	var out []onrecord.Change
	for i := range lane {
		a, ok := lastOfOther(lane, i)
		if !ok {
			continue
		}
		if near(a, lane[i]) && a.Pole != lane[i].Pole && !swings(&a.Position) && !swings(&lane[i].Position) && plain(a) && plain(lane[i]) {
			out = append(out, contradiction(a, lane[i]))
			continue
		}
		if c, ok := change(a, lane[i]); ok && precedes(a, lane[i]) {
			c.Why = append(c.Why, "two speakers of one side")
			out = append(out, c)
		}
	}
	return out
}

// lastOfOther is the last stand before i of another speaker, when it comes
// directly before, but for those of the speaker's own time.
func lastOfOther(lane []*Stand, i int) (*Stand, bool) {
	if i == 0 || lane[i-1].Key == lane[i].Key {
		return nil, false
	}
	return lane[i-1], true
}

// near reports times that are known and together are no longer than about a month.
// Whether they overlap makes no difference: two who speak on one day
// contradict each other all the same.
func near(a, b *Stand) bool {
	if a.Said.From == "" || a.Said.Until == "" || b.Said.From == "" || b.Said.Until == "" {
		return false
	}
	limit, ok := after(min(a.Said.From, b.Said.From), about)
	return ok && max(a.Said.Until, b.Said.Until) <= limit
}

func contradiction(a, b *Stand) onrecord.Change {
	c := onrecord.Change{Issue: b.Issue, Kind: onrecord.Opposes, Earlier: a.Statement, Later: b.Statement, Score: min(a.Score, b.Score),
		Why:     []string{string(a.Pole) + " and " + string(b.Pole) + ", by two speakers of one side at about the same time"},
		Caveats: caveats(a, b), Position: [2]onrecord.Position{a.Position, b.Position}}
	c.ID = c.ComputeID()
	return c
}

// after is the day so many days later.
func after(d onrecord.Day, days int) (onrecord.Day, bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return "", false
	}
	return onrecord.Day(t.AddDate(0, 0, days).Format(time.DateOnly)), true
}
