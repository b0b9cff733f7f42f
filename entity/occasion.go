package entity

import "strings"

// The nouns by which the phrases beside a cue are told apart.

var (
	// meetings are held with somebody: an outlet in them was told.
	meetings = set(`interview interviews conversation conversations call sit-down chat appearance appearances exchange q&a segment session
speaking talking sitting meeting spoke talked sat appearing appeared appears speaks`)

	occasions = set(`interview interviews rally rallies speech speeches conference conferences event events meeting meetings forum hearing hearings debate debates
briefing briefings stop fundraiser fundraisers dinner lunch luncheon breakfast appearance appearances convention summit town-hall ceremony call testimony address
panel discussion roundtable gathering funeral vigil visit tour trip sermon lecture session deposition trial symposium reception gala march protest
conversation sit-down commencement keynote monologue exchange chat q&a broadcast podcast telecast segment episode availability presser caucus retreat
announcement breakfast picnic parade service`)

	mediums = set(`statement statements email emails e-mail e-mails letter letters tweet tweets post posts op-ed op-eds column columns memo memos memorandum video videos
message messages text texts note notes release releases filing filings book books memoir article blog essay editorial ad ads advertisement affidavit
transcript brief opinion ruling newsletter recording voicemail tweetstorm complaint lawsuit petition autobiography dissent posting postings
report reports paper papers document documents manifesto caption website commercial spot`)

	// series are many of what follows "of".
	series = set("series string pair flurry barrage slew trio couple burst spate copy number set")

	// placeNouns are where somebody speaks, after "at" or "outside".
	placeNouns = set(`headquarters hotel church school university college museum arena hall factory plant farm home house library airport courthouse stadium theater
theatre restaurant diner park cemetery mosque synagogue hospital station podium tower center centre ballroom gymnasium fairgrounds capitol embassy
building office offices club ranch estate resort casino mansion temple shipyard warehouse barn brewery square plaza campus auditorium pier`)

	// listeners are nouns of those who are spoken to.
	listeners = set(`reporters supporters voters crowd lawmakers journalists audience donors attendees delegates fans followers readers viewers listeners colleagues
members officials investigators students workers employees activists volunteers staff staffers senators aides congressman interviewers moderators police
committee congress panel jury judge court board council group parishioners veterans conservatives republicans democrats evangelicals investors
constituents participants onlookers demonstrators protesters graduates advisers allies friends guests leaders people crowds audiences customers
union editors columnist reporter interviewer host anchor moderator correspondent aide`)

	posting = set("tweeted tweets tweeting tweet retweeted retweets retweeting")

	// platforms and how they are written.
	platforms = map[string]string{
		"twitter": "Twitter", "facebook": "Facebook", "instagram": "Instagram", "youtube": "YouTube", "snapchat": "Snapchat", "reddit": "Reddit",
		"tumblr": "Tumblr", "periscope": "Periscope", "linkedin": "LinkedIn", "pinterest": "Pinterest", "tweet": "Twitter", "tweets": "Twitter",
		"tweetstorm": "Twitter", "weibo": "Weibo", "vkontakte": "VKontakte", "telegram": "Telegram", "mastodon": "Mastodon", "bluesky": "Bluesky", "tiktok": "TikTok",
	}

	telling = set("told tell tells telling informed assured reminded warned")

	participles = set(`speaking appearing testifying talking addressing campaigning sitting writing interviewed writing reached asked responding answering arguing`)
)

// dateWord reports a word of a date, or an adverb of time.
func (d *draft) dateWord(k int) bool {
	switch d.r.Tokens[k].Name {
	case "DATE", "TIME", "DURATION":
		return true
	}
	return dateWords[d.low[k]]
}

var dateWords = set(`monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
jan. feb. aug. sept. oct. nov. dec. last this earlier later ago week month year night morning afternoon evening today yesterday tonight recently
next weekend early late then also recently afterward`)

// nounPhrase is the end of the plain noun phrase that begins at token k, k when
// none does: determiner, adjectives, nouns, owners, a title in quotation marks
// after its owner.
func (d *draft) nounPhrase(k, limit int) int {
	last := k
	for e := k; e < min(limit, k+wayReach); e++ {
		if m := d.mentionAt(e); m != nil && m.first <= e && m.end <= limit && !d.dateWord(e) {
			last, e = m.end, m.end-1
			continue
		}
		switch t := d.tag(e); {
		case d.low[e] == "today" && e > k && d.low[e-1] == "usa":
			last = e + 1
		case d.dateWord(e) && e > k && !d.nounAfter(e, limit):
			return last
		case strings.HasPrefix(t, "NN") || t == "CD":
			last = e + 1
		case t == "PRP":
			if e > k {
				return last
			}
			if d.low[e] != "her" || e+1 >= limit || !d.noun(e+1) {
				return e + 1
			}
		case t == "JJ" || t == "JJR" || t == "JJS" || t == "DT" || t == "PRP$" || t == "VBN" && e > k || t == "VBG" && e > k || t == "HYPH" || t == "POS" || possessive(d.low[e]) || d.low[e] == "&":
		case t == "``" || d.low[e] == "“" || d.low[e] == "\"":
			if end := d.quotedTitle(e, limit); end > 0 {
				return end
			}
			return last
		default:
			return last
		}
	}
	return last
}

// nounAfter: "a Thursday interview" goes on, "the State House Thursday" ends.
func (d *draft) nounAfter(k, limit int) bool {
	for k++; k < limit && k < len(d.low); k++ {
		if !d.dateWord(k) {
			return d.noun(k) && !d.capital(k)
		}
	}
	return false
}

// quotedTitle is the end of a title in quotation marks that open at token k,
// zero when it does not look like one.
func (d *draft) quotedTitle(k, limit int) int {
	for e := k + 1; e < min(limit, k+8); e++ {
		switch w := d.low[e]; {
		case w == "”" || w == "\"" || w == "''" || d.tag(e) == "''":
			if e > k+1 {
				return e + 1
			}
			return 0
		case e == k+1 && !d.capital(e) && d.tag(e) != "CD":
			return 0
		}
	}
	return 0
}

// nounHead is the last noun of a phrase before any quoted title.
func (d *draft) nounHead(a, e int) int {
	for k := e - 1; k >= a; k-- {
		if d.noun(k) {
			return k
		}
	}
	return e - 1
}
