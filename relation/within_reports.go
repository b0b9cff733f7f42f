package relation

import (
	"strings"

	"onrecord"
)

// piece stands between the pieces of a content.
const piece = " … "

// reportsOf are the statements of a reading as they are compared with each
// other, in their order; the key of a speaker is its entity. A record makes
// reports of its own, whose keys hold across articles.
func reportsOf(r *onrecord.Reading) []onrecord.Report {
	out := make([]onrecord.Report, len(r.Statements))
	for i := range r.Statements {
		st := &r.Statements[i]
		out[i] = onrecord.Report{
			Statement: st.ID, Doc: st.Doc, Key: keyOf(st.Speaker), Kind: st.Kind, Act: st.Act, Occasion: occasionWords(st, r.Doc.Text),
			Said: st.Said, Published: r.Doc.Published, Score: st.Score,
			Headline: len(st.Content) > 0 && r.Doc.Headline.Contains(st.Content[0]),
		}
		out[i].Said.Words = onrecord.Span{}
		out[i].Content, out[i].Quoted = content(st, r.Doc.Text)
	}
	return out
}

// keyOf makes a key of a speaker: two of one article are two, whatever they are
// called.
func keyOf(speaker onrecord.EntityID) string {
	if speaker == "" {
		return ""
	}
	return "entity:" + string(speaker)
}

// content joins the pieces of a content, and says where its words between
// quotation marks stand in that.
func content(st *onrecord.Statement, text string) (string, []onrecord.Span) {
	var out strings.Builder
	var quoted []onrecord.Span
	for i, c := range st.Content {
		if i > 0 {
			out.WriteString(piece)
		}
		for _, q := range st.Verbatim {
			if s := (onrecord.Span{Start: max(q.Start, c.Start), End: min(q.End, c.End)}); s.Start < s.End {
				quoted = append(quoted, onrecord.Span{Start: s.Start - c.Start + out.Len(), End: s.End - c.Start + out.Len()})
			}
		}
		out.WriteString(c.In(text))
	}
	return out.String(), quoted
}

// occasionWords are the words for the event, else for the venue, else for what
// carried the words.
func occasionWords(st *onrecord.Statement, text string) string {
	for _, s := range []onrecord.Span{st.Occasion, st.Venue, st.Medium} {
		if !s.IsZero() {
			return s.In(text)
		}
	}
	return ""
}
