package entity

import "strings"

// introducedInitials lets "DWS" mean whom the article calls so: "Debra Wynne
// Stone (DWS)".
func (d *draft) introducedInitials(m *mention) {
	i := m.end
	if m.who == none || d.at(i) != "(" && d.at(i) != "-lrb-" || i+1 >= len(d.low) || len(m.parts) < 2 {
		return
	}
	short := d.low[i+1]
	if len(short) != len(m.parts) || d.word(i+1) != strings.ToUpper(short) {
		return
	}
	for k, part := range m.parts {
		if part[0] != short[k] {
			return
		}
	}
	if len(d.byLast[short]) == 0 {
		d.byLast[short] = []int{m.who}
	}
}
