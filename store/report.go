package store

import (
	"strings"

	"onrecord"
)

// joint stands between the pieces of a content.
const joint = " … "

// ReportOf is st, a statement of doc, as it is compared with those of other
// documents. key is its speaker's in the record.
func ReportOf(doc *onrecord.Document, st *onrecord.Statement, key string) onrecord.Report {
	r := onrecord.Report{
		Statement: st.ID, Doc: doc.ID, Key: key, Kind: st.Kind, Act: st.Act, Said: st.Said, Published: doc.Published,
		Outlet: doc.Outlet, Byline: doc.Byline, Score: st.Score, Cue: st.Cue.In(doc.Text), Occasion: occasion(doc.Text, st),
		Headline: !doc.Headline.IsZero() && len(st.Content) > 0 && doc.Headline.Contains(st.Content[0]),
	}
	r.Said.Words, r.Published.Words = onrecord.Span{}, onrecord.Span{}
	r.Content, r.Quoted = contentOf(doc.Text, st)
	for _, hop := range st.Via {
		hop.Words = onrecord.Span{}
		r.Via = append(r.Via, hop)
	}
	return r
}

// occasion is the words for the event, else the venue, else the medium.
func occasion(text string, st *onrecord.Statement) string {
	for _, s := range []onrecord.Span{st.Occasion, st.Venue, st.Medium} {
		if !s.IsZero() {
			return s.In(text)
		}
	}
	return ""
}

// contentOf joins the pieces of the content, and says what of that is verbatim.
func contentOf(text string, st *onrecord.Statement) (content string, quoted []onrecord.Span) {
	var b strings.Builder
	for i, piece := range st.Content {
		if i > 0 {
			b.WriteString(joint)
		}
		at := b.Len() - piece.Start
		b.WriteString(piece.In(text))
		for _, v := range st.Verbatim {
			if s := (onrecord.Span{Start: max(v.Start, piece.Start), End: min(v.End, piece.End)}); s.Start < s.End {
				quoted = append(quoted, onrecord.Span{Start: s.Start + at, End: s.End + at})
			}
		}
	}
	return b.String(), quoted
}
