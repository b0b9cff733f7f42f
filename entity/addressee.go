package entity

import (
	"strings"

	"onrecord"
)

var (
	telling = set("told tell tells telling informed assured reminded warned")
	posting = map[string]string{
		"tweeted": "Twitter", "tweets": "Twitter", "tweeting": "Twitter", "tweet": "Twitter", "retweeted": "Twitter",
	}
	platforms = set("twitter facebook instagram youtube snapchat reddit tumblr medium periscope linkedin")
	meeting   = set("interview interviews conversation call briefing")
	occasion  = set("rally speech conference event meeting forum hearing debate briefing press-conference stop fundraiser dinner appearance convention summit town-hall tank university church campaign-stop")
)

// addressee: the object of "told"; "to reporters"; "in an interview with". An
// outlet is a hop too.
func (d *draft) addressee(st *onrecord.Statement, first, end int) {
	for k := first; k < end; k++ {
		if telling[d.low[k]] {
			d.toldTo(st, k+1, first)
			return
		}
	}
	for k := first + 1; k < end+wayReach; k++ {
		if !d.free(st, k, first) || k >= end && d.verb(k) {
			return
		}
		switch {
		case d.low[k] == "to" && k > first && d.low[k-1] != "according" && k+1 < len(d.low) && !d.verb(k+1) && d.audience(k+1):
			d.toldTo(st, k+1, first)
			return
		case d.low[k] == "with" && meeting[d.at(k-1)]:
			d.toldTo(st, k+1, first)
			return
		}
	}
}

// audience reports a noun phrase of people or of a news organisation.
func (d *draft) audience(k int) bool {
	if m := d.mentionAt(k); m != nil {
		return m.kind != onrecord.Country
	}
	_, end := d.bounds(k)
	h := d.head(k, min(end, k+4))
	return d.low[h] == "reporters" || d.low[h] == "supporters" || d.low[h] == "voters" || d.low[h] == "crowd" || d.low[h] == "lawmakers" || d.low[h] == "journalists" || d.low[h] == "audience"
}

// toldTo takes the noun phrase at k as addressee.
func (d *draft) toldTo(st *onrecord.Statement, k, cue int) {
	if !d.free(st, k, cue) {
		return
	}
	e := k
	for e < len(d.low) && e-k < wayReach && d.free(st, e, cue) && (d.noun(e) || d.adjective(e) || d.tag(e) == "DT" || strings.HasPrefix(d.tag(e), "PRP") || possessive(d.low[e]) || d.low[e] == "&") && d.r.Tokens[e].Name != "DATE" {
		e++
	}
	if e == k {
		return
	}
	st.Addressee = d.span(k, e)
	for i := k; i < e; i++ {
		if m := d.mentionAt(i); m != nil && m.who != none && d.beings[m.who].kind == onrecord.Organisation {
			d.hop(st, "told", d.beings[m.who].name, d.span(k, e))
			return
		}
	}
}
