package web

import (
	"onrecord"
	"onrecord/store"
)

// A box is one station of a statement on its way to the page, with the words
// that prove it.
type box struct {
	Label   string // what happened there: "said by", "cited by"
	Name    string // empty where the article names nobody
	Href    string
	Role    string
	Words   string // the article's, empty for the page itself
	Note    string
	Unknown bool
}

var hopLabels = map[onrecord.HopKind]string{
	onrecord.HopTold: "told to", onrecord.HopSaid: "as told by", onrecord.HopCited: "cited", onrecord.HopReported: "reported by",
	onrecord.HopPosted: "posted on", onrecord.HopWire: "sent by the wire",
}

// chainOf is the way from the speaker through each hop to the page.
func chainOf(h *store.Hit, text string) []box {
	first := box{Label: "said by", Name: "Speaker unknown", Words: h.Source, Unknown: true}
	if h.Speaker != nil {
		first = box{Label: "said by", Name: h.Speaker.Name, Href: speakerHref(h.Key), Role: h.Role, Words: h.Source}
	}
	boxes := []box{first}
	for _, hop := range h.Via {
		b := box{Label: hopLabels[hop.Kind], Name: hop.Name, Words: hop.Words.In(text)}
		if b.Label == "" {
			b.Label = string(hop.Kind)
		}
		if hop.Name == "" {
			b.Name, b.Unknown = "somebody not named", true
		}
		boxes = append(boxes, b)
	}
	last := box{Label: "printed by", Name: h.Doc.Outlet, Href: "/document/" + string(h.Doc.ID) + "#" + string(h.ID), Note: "date unknown"}
	if printed := whenOf(h.Doc.Published, ""); !printed.Unknown() {
		last.Note = printed.Text
	}
	if last.Name == "" {
		last.Name, last.Unknown = "outlet unknown", true
	}
	return append(boxes, last)
}
