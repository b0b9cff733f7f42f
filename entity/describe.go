package entity

import (
	"strings"

	"onrecord"
)

// describe fills what is known of a statement's source: its role and how
// closely it is named.
func (d *draft) describe(i int) {
	st, s := &d.r.Statements[i], d.sources[i]
	st.Anonymity = d.anonymity(st, s)
	if s.who != none && len(d.beings[s.who].roles) > 0 {
		st.Role = d.roleOf(s.who)
	}
}

// roleOf is the fullest role that the article gives.
func (d *draft) roleOf(who int) string {
	var best onrecord.Role
	for _, role := range d.beings[who].roles {
		if len(role.Title)+len(role.Organisation) > len(best.Title)+len(best.Organisation) {
			best = role
		}
	}
	if best.Organisation != "" && !strings.Contains(best.Title, best.Organisation) {
		return best.Organisation + " " + best.Title
	}
	return best.Title
}
