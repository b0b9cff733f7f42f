package entity

import (
	"strings"

	"onrecord"
)

// agencies are the news agencies, as their credits write them.
var agencies = map[string]string{
	"ap": "The Associated Press", "associated press": "The Associated Press", "reuters": "Reuters", "afp": "Agence France-Presse",
	"agence france-presse": "Agence France-Presse", "upi": "UPI", "united press international": "United Press International", "xinhua": "Xinhua",
	"dpa": "dpa", "tass": "TASS", "kyodo": "Kyodo", "yonhap": "Yonhap", "efe": "EFE", "ansa": "ANSA", "pti": "PTI", "ians": "IANS", "ani": "ANI",
	"canadian press": "The Canadian Press", "press association": "Press Association", "bloomberg": "Bloomberg", "interfax": "Interfax",
}

// creditReach is how many tokens of the first paragraphs can hold a dateline.
const creditReach = 120

// wire is the agency that the page is credited to: in its dateline ("NORVALE
// (AP) —"), its byline, or its notice of copyright. "The Associated Press
// contributed" credits nothing in particular.
func (d *draft) wire() (onrecord.Hop, bool) {
	for k := 1; k+1 < min(len(d.low), creditReach); k++ {
		if d.datelineAt(k) {
			return d.credit(k, k+1), true
		}
	}
	for _, by := range d.r.Doc.Byline {
		for _, part := range strings.FieldsFunc(strings.ToLower(by), func(c rune) bool { return c == ',' || c == '/' || c == '|' || c == '-' }) {
			if name := agencies[strings.TrimPrefix(strings.TrimSpace(part), "the ")]; name != "" && !d.ownOutlet(name) {
				return onrecord.Hop{Kind: onrecord.HopWire, Name: name}, true
			}
		}
	}
	for k := max(0, len(d.low)-creditReach); k < len(d.low); k++ {
		if w := d.low[k]; w == "copyright" || w == "©" || w == "(c)" {
			for e := k + 1; e < min(len(d.low), k+6); e++ {
				for n := 1; n <= 3 && e+n <= len(d.low); n++ {
					if name := agencies[d.outletKey(e, e+n)]; name != "" && !d.ownOutlet(name) {
						return d.credit(e, e+n), true
					}
				}
			}
		}
	}
	return onrecord.Hop{}, false
}

// datelineAt: an agency in brackets, a dash after it, early in a paragraph and
// after a place in capitals or at its very beginning.
func (d *draft) datelineAt(k int) bool {
	if agencies[d.low[k]] == "" || !bracket[d.low[k-1]] || !bracket[d.low[k+1]] || d.ownOutlet(agencies[d.low[k]]) {
		return false
	}
	p := d.r.Doc.Paragraphs
	n := d.paragraph(k)
	if n >= len(p) || d.r.Tokens[k].Start-p[n].Start > 60 {
		return false
	}
	return k+2 < len(d.low) && (dash[d.low[k+2]] || d.tag(k+2) == ":")
}

var (
	bracket = set("( ) -lrb- -rrb-")
	dash    = set("- -- — – ―")
)

// ownOutlet: on the agency's own page nothing is passed on.
func (d *draft) ownOutlet(name string) bool {
	return d.r.Doc.Outlet != "" && strings.Contains(strings.ToLower(name), strings.ToLower(strings.TrimPrefix(d.r.Doc.Outlet, "The ")))
}

func (d *draft) credit(a, e int) onrecord.Hop {
	who := none
	if w, ok := d.byName[d.outletKey(a, e)]; ok {
		who = w
	} else if w, ok := d.byName["associated press"]; ok && agencies[d.outletKey(a, e)] == "The Associated Press" {
		who = w
	}
	return onrecord.Hop{Kind: onrecord.HopWire, Name: agencies[d.outletKey(a, e)], Entity: d.idOf(who), Words: d.span(a, e)}
}

// onPageOf reports a statement that stands on the page around the article.
func (d *draft) onPageOf(st *onrecord.Statement) bool {
	first, end := d.tokens(st.Cue)
	return first < end && d.onPage(first)
}
