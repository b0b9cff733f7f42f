package people

import "onrecord"

// ClaimOf is what an article says of the role of a statement's speaker, at the
// article's own date: source are the words that stand for the speaker, who is
// nil when unknown. Where only a title stands for the speaker there is no name.
func ClaimOf(st *onrecord.Statement, speaker *onrecord.Entity, source string, published onrecord.Claimed) Claim {
	c := Claim{Title: st.Role, From: published.From, Until: published.Until}
	switch {
	case speaker == nil && c.Title == "":
		c.Title = source
	case speaker == nil:
	case c.Title == "":
		c.Title = speaker.Name
	default:
		c.Name = speaker.Name
		for _, role := range speaker.Roles {
			if role.Title == c.Title {
				c.Organisation = role.Organisation
			}
		}
	}
	return c
}
