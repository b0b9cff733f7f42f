package entity

import (
	"strings"

	"onrecord"
)

// posted: "on Twitter", "in a Facebook post", "in a tweet".
func (w *route) posted(a, e, h int) {
	if w.st.Medium.IsZero() {
		w.st.Medium = w.d.span(a, e)
	}
	name := platforms[w.d.low[h]]
	for k := a; k < h; k++ {
		if p := platforms[w.d.low[k]]; p != "" {
			name = p
		}
	}
	w.hop(onrecord.HopPosted, name, none, a, e)
}

// onPlatform: "on his Twitter account", "on Facebook Live".
func (w *route) onPlatform(a, e int) bool {
	for k := a; k < e; k++ {
		if p := platforms[w.d.low[k]]; p != "" && w.d.capital(k) {
			w.posted(a, e, k)
			return true
		}
	}
	return false
}

// platformMedium: "in a Facebook post", "in an Instagram video".
func (w *route) platformMedium(a, e, h int) bool {
	if !mediums[w.d.low[h]] {
		return false
	}
	for k := a; k < h; k++ {
		if platforms[w.d.low[k]] != "" && w.d.capital(k) {
			w.posted(a, e, k)
			return true
		}
	}
	return false
}

// sharing verbs put something on a platform.
var sharing = set("post posted posts posting upload uploaded share shared took takes taking turned turns went wrote write writes writing")

// tweeted: a cue of posting, a post named between source and cue, and tweets
// that stand on the page with their link.
func (w *route) tweeted(g *verbGroup) {
	d := w.d
	from := g.first
	if _, e := d.phraseOf(w.st.Source); e > 0 && e < g.first && g.first-e <= 3*wayReach && d.sentence[e] == d.sentence[g.first] {
		from = e
	}
	for k := from; k < g.end; k++ {
		switch {
		case !w.free(k) || d.content[k] && !d.content[g.first]:
		case posting[d.low[k]] && (d.verb(k) || k >= g.first):
			w.hop(onrecord.HopPosted, "Twitter", none, k, k+1)
		case platforms[d.low[k]] != "" && d.capital(k) && (d.at(k-1) == "on" || d.at(k-1) == "to" && sharing[d.at(k-2)]):
			w.platform(platforms[d.low[k]], k, k+1)
		}
	}
	if len(w.hops) == 0 {
		w.embedded()
	}
}

func (w *route) platform(name string, a, e int) {
	if w.st.Medium.IsZero() {
		w.st.Medium = w.d.span(a, e)
	}
	w.hop(onrecord.HopPosted, name, none, a, e)
}

// embedded: a tweet that stands on the page ends with its picture or its link.
func (w *route) embedded() {
	d := w.d
	if len(w.st.Content) == 0 {
		return
	}
	c := w.st.Content[len(w.st.Content)-1]
	_, k := d.tokens(c)
	if k == 0 || k >= len(d.low) {
		return
	}
	n := d.paragraph(k - 1)
	if n >= len(d.r.Doc.Paragraphs) {
		return
	}
	after := d.text[c.End:min(len(d.text), max(c.End, d.r.Doc.Paragraphs[n].End), c.End+200)]
	at := strings.Index(after, "pic.twitter.com/")
	if i := strings.Index(after, "https://t.co/"); i >= 0 && (at < 0 || i < at) {
		at = i
	}
	if at >= 0 && !strings.ContainsAny(strings.TrimLeft(after[:at], ".!?”\" "), ".!?") {
		link := strings.FieldsFunc(after[at:], func(c rune) bool { return c <= ' ' || c == '<' })[0]
		w.hops = append(w.hops, onrecord.Hop{Kind: onrecord.HopPosted, Name: "Twitter", Words: onrecord.Span{Start: c.End + at, End: c.End + at + len(link)}})
	}
}
