package damage

import (
	"strings"

	"onrecord"
)

// OneParagraph is the text on one line: blank for every line end and what is
// blank around it. Blanks at the ends of the text stay.
func OneParagraph(text string) *Copy {
	var changes []change
	end := len(strings.TrimRight(text, blanks))
	for i := len(text) - len(strings.TrimLeft(text, blanks)); i < end; {
		n := len(text[i:]) - len(strings.TrimLeft(text[i:], blanks))
		if strings.Contains(text[i:i+n], "\n") {
			changes = append(changes, change{onrecord.Span{Start: i, End: i + n}, " "})
		}
		i += max(n, 1)
	}
	return rewrite(text, changes)
}

const blanks = " \t\r\n\v\f\u00a0"
