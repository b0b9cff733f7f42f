package eval

import "strings"

// Fall is how much worse now is than l, in the unit of l, below zero when it
// is better. Of some measures less is better; a bin of the reliability table
// holds few statements and is neither better nor worse: the calibration error
// judges them together.
func (l Line) Fall(now float64) float64 {
	switch {
	case strings.HasPrefix(l.Measure, "score ") && strings.HasSuffix(l.Measure, " right"):
		return 0
	case strings.Contains(l.Measure, "wrong"), strings.Contains(l.Measure, "from the page"), l.Measure == "score calibration error":
		return now - l.Value
	}
	return l.Value - now
}
