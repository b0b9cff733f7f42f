package sqlite

import (
	"encoding/json"
	"strings"

	"onrecord"
)

// What the columns do not hold stands in JSON with short names: a span is
// [start, end] in bytes, what is not present is left out.

type span = [2]int

type body struct {
	Content   []span   `json:"content,omitempty"`
	Verbatim  []span   `json:"verbatim,omitempty"`
	Cue       *span    `json:"cue,omitempty"`
	Source    *span    `json:"source,omitempty"`
	Speaker   string   `json:"speaker,omitempty"`
	Others    []string `json:"others,omitempty"`
	Role      string   `json:"role,omitempty"`
	Sure      float64  `json:"sure,omitempty"` // the speaker
	Via       []hop    `json:"via,omitempty"`
	Addressee *span    `json:"addressee,omitempty"`
	Venue     *span    `json:"venue,omitempty"`
	Occasion  *span    `json:"occasion,omitempty"`
	Medium    *span    `json:"medium,omitempty"`
	Said      *claimed `json:"said,omitempty"`
	Same      string   `json:"same,omitempty"`
	Score     float64  `json:"score,omitempty"`
	Why       []string `json:"why,omitempty"`

	Corrections []string `json:"corrections,omitempty"`
}

type hop struct {
	Kind   string `json:"kind"`
	Name   string `json:"name,omitempty"`
	Entity string `json:"entity,omitempty"`
	Words  *span  `json:"words,omitempty"`
}

type claimed struct {
	EDTF  string `json:"edtf"`
	From  string `json:"from,omitempty"`
	Until string `json:"until,omitempty"`
	Basis string `json:"basis,omitempty"`
	Words *span  `json:"words,omitempty"`
}

type head struct {
	URL         string   `json:"url,omitempty"`
	Byline      []string `json:"byline,omitempty"`
	Published   *claimed `json:"published,omitempty"`
	Language    string   `json:"language,omitempty"`
	Extracted   bool     `json:"extracted,omitempty"`
	Headline    *span    `json:"headline,omitempty"`
	Paragraphs  []span   `json:"paragraphs,omitempty"`
	Boilerplate []span   `json:"boilerplate,omitempty"`
	SHA256      string   `json:"sha256,omitempty"`
	Unread      string   `json:"unread,omitempty"`
}

type entity struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Mentions []span `json:"mentions,omitempty"`
	Roles    []role `json:"roles,omitempty"`
}

type role struct {
	Title        string `json:"title"`
	Organisation string `json:"organisation,omitempty"`
	Words        *span  `json:"words,omitempty"`
}

func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // the types above have nothing that JSON cannot hold
	}
	return string(b)
}

func encodeBody(st *onrecord.Statement) string {
	b := body{
		Content: spans(st.Content), Verbatim: spans(st.Verbatim), Cue: spanOf(st.Cue), Source: spanOf(st.Source),
		Speaker: string(st.Speaker), Role: st.Role, Addressee: spanOf(st.Addressee), Venue: spanOf(st.Venue),
		Sure: st.SpeakerScore, Occasion: spanOf(st.Occasion), Medium: spanOf(st.Medium),
		Said: claimedOf(st.Said), Same: string(st.Same), Score: st.Score, Why: st.Why,
	}
	for _, id := range st.Others {
		b.Others = append(b.Others, string(id))
	}
	for _, id := range st.Corrections {
		b.Corrections = append(b.Corrections, string(id))
	}
	for _, h := range st.Via {
		b.Via = append(b.Via, hop{string(h.Kind), h.Name, string(h.Entity), spanOf(h.Words)})
	}
	return encode(b)
}

// decodeBody fills in what encodeBody kept.
func decodeBody(text string, st *onrecord.Statement) error {
	var b body
	if err := json.Unmarshal([]byte(text), &b); err != nil {
		return err
	}
	st.Content, st.Verbatim, st.Cue, st.Source = toSpans(b.Content), toSpans(b.Verbatim), toSpan(b.Cue), toSpan(b.Source)
	st.Speaker, st.Role, st.Addressee, st.Venue = onrecord.EntityID(b.Speaker), b.Role, toSpan(b.Addressee), toSpan(b.Venue)
	st.SpeakerScore, st.Occasion, st.Medium = b.Sure, toSpan(b.Occasion), toSpan(b.Medium)
	st.Said, st.Same, st.Score, st.Why = toClaimed(b.Said), onrecord.StatementID(b.Same), b.Score, b.Why
	for _, id := range b.Others {
		st.Others = append(st.Others, onrecord.EntityID(id))
	}
	for _, id := range b.Corrections {
		st.Corrections = append(st.Corrections, onrecord.CorrectionID(id))
	}
	for _, h := range b.Via {
		st.Via = append(st.Via, onrecord.Hop{Kind: onrecord.HopKind(h.Kind), Name: h.Name, Entity: onrecord.EntityID(h.Entity), Words: toSpan(h.Words)})
	}
	return nil
}

func encodeHead(doc *onrecord.Document) string {
	return encode(head{doc.URL, doc.Byline, claimedOf(doc.Published), doc.Language, doc.Extracted,
		spanOf(doc.Headline), spans(doc.Paragraphs), spans(doc.Boilerplate), doc.SHA256, doc.Unread})
}

func decodeHead(text string, doc *onrecord.Document) error {
	var h head
	if err := json.Unmarshal([]byte(text), &h); err != nil {
		return err
	}
	doc.URL, doc.Byline, doc.Published, doc.Language = h.URL, h.Byline, toClaimed(h.Published), h.Language
	doc.Extracted, doc.Headline, doc.Paragraphs = h.Extracted, toSpan(h.Headline), toSpans(h.Paragraphs)
	doc.Boilerplate, doc.SHA256, doc.Unread = toSpans(h.Boilerplate), h.SHA256, h.Unread
	return nil
}

func encodeEntities(entities []onrecord.Entity) string {
	out := make([]entity, len(entities))
	for i, e := range entities {
		out[i] = entity{ID: string(e.ID), Name: e.Name, Kind: string(e.Kind), Mentions: spans(e.Mentions)}
		for _, r := range e.Roles {
			out[i].Roles = append(out[i].Roles, role{r.Title, r.Organisation, spanOf(r.Words)})
		}
	}
	return encode(out)
}

func decodeEntities(text string, doc onrecord.DocumentID) ([]onrecord.Entity, error) {
	var stored []entity
	if err := json.Unmarshal([]byte(text), &stored); err != nil {
		return nil, err
	}
	var out []onrecord.Entity
	for _, e := range stored {
		out = append(out, e.entity(doc))
	}
	return out, nil
}

// decodeEntity decodes one of the entities that encodeEntities wrote, nil when
// it is not there. An article names forty, and decoding them all for each hit
// took a quarter of a search.
func decodeEntity(text string, doc onrecord.DocumentID, id onrecord.EntityID) *onrecord.Entity {
	at := strings.Index(text, `{"id":`+encode(id)+`,`)
	if id == "" || at < 0 {
		return nil
	}
	var stored entity
	if err := json.NewDecoder(strings.NewReader(text[at:])).Decode(&stored); err != nil {
		return nil // Check says so
	}
	e := stored.entity(doc)
	return &e
}

func (e *entity) entity(doc onrecord.DocumentID) onrecord.Entity {
	out := onrecord.Entity{ID: onrecord.EntityID(e.ID), Doc: doc, Name: e.Name, Kind: onrecord.EntityKind(e.Kind), Mentions: toSpans(e.Mentions)}
	for _, r := range e.Roles {
		out.Roles = append(out.Roles, onrecord.Role{Title: r.Title, Organisation: r.Organisation, Words: toSpan(r.Words)})
	}
	return out
}

func spans(in []onrecord.Span) []span {
	var out []span
	for _, s := range in {
		out = append(out, span{s.Start, s.End})
	}
	return out
}

func toSpans(in []span) []onrecord.Span {
	var out []onrecord.Span
	for _, s := range in {
		out = append(out, onrecord.Span{Start: s[0], End: s[1]})
	}
	return out
}

func spanOf(s onrecord.Span) *span {
	if s.IsZero() {
		return nil
	}
	return &span{s.Start, s.End}
}

func toSpan(s *span) onrecord.Span {
	if s == nil {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: s[0], End: s[1]}
}

func claimedOf(c onrecord.Claimed) *claimed {
	if c.IsZero() {
		return nil
	}
	return &claimed{string(c.EDTF), string(c.From), string(c.Until), string(c.Basis), spanOf(c.Words)}
}

func toClaimed(c *claimed) onrecord.Claimed {
	if c == nil {
		return onrecord.Claimed{}
	}
	return onrecord.Claimed{EDTF: onrecord.EDTF(c.EDTF), From: onrecord.Day(c.From), Until: onrecord.Day(c.Until), Basis: onrecord.Basis(c.Basis), Words: toSpan(c.Words)}
}
