package sqlite

import (
	"encoding/json"
	"slices"

	"onrecord"
	"onrecord/store"
)

// A position's JSON. Its issue and statement are columns.
type position struct {
	As         bool     `json:"as,omitempty"` // assigned: then score, words and why are those of the assignment
	Score      float64  `json:"score,omitempty"`
	Words      []span   `json:"words,omitempty"`
	Why        []string `json:"why,omitempty"`
	Key        string   `json:"key,omitempty"`
	For        string   `json:"for,omitempty"`
	Pole       string   `json:"pole,omitempty"`
	Conditions []string `json:"conditions,omitempty"`
	Free       bool     `json:"free,omitempty"` // unconditional
	Certainty  float64  `json:"certainty,omitempty"`
}

func positionOf(p *onrecord.Position) *position {
	return &position{false, p.Score, spans(p.Words), p.Why, p.Key, p.For, string(p.Pole), p.Conditions, p.Unconditional, p.Certainty}
}

func (p *position) position(issue onrecord.IssueID, id onrecord.StatementID, ids *store.Identities) onrecord.Position {
	return onrecord.Position{Assignment: onrecord.Assignment{Issue: issue, Statement: id, Score: p.Score, Words: toSpans(p.Words), Why: p.Why},
		Key: ids.Root(p.Key), For: ids.Root(p.For), Pole: onrecord.Pole(p.Pole), Conditions: p.Conditions, Unconditional: p.Free, Certainty: p.Certainty}
}

// encodeTaken is the position that is taken with an assignment, empty for none.
func encodeTaken(a *onrecord.Assignment, taken *onrecord.Position) string {
	if taken == nil {
		return ""
	}
	p := positionOf(taken)
	if p.Score == a.Score && slices.Equal(taken.Words, a.Words) && slices.Equal(taken.Why, a.Why) {
		p.As, p.Score, p.Words, p.Why = true, 0, nil, nil
	}
	return encode(p)
}

// facts are the times of a statement, as a stance keeps them.
type facts struct {
	said, printed   int64
	time, published string
}

func factsOf(body, head string) (f facts, err error) {
	var st onrecord.Statement
	if err := decodeBody(body, &st); err != nil {
		return f, err
	}
	var h reportedHead
	if err := json.Unmarshal([]byte(head), &h); err != nil {
		return f, err
	}
	st.Said.Words = onrecord.Span{}
	published := toClaimed(h.Published)
	published.Words = onrecord.Span{}
	return facts{orderOf(st.Said), orderOf(published), encodeTime(st.Said), encodeTime(published)}, nil
}

// orderOf numbers what onrecord.Report.Less compares: the first day that is
// known, and of none one after all others.
func orderOf(c onrecord.Claimed) int64 {
	for _, day := range []onrecord.Day{c.From, c.Until} {
		if n, ok, err := countDays(day); ok && err == nil {
			return n
		}
	}
	return farOff
}

func encodeTime(c onrecord.Claimed) string {
	if c.IsZero() {
		return ""
	}
	return encode(claimedOf(c))
}

func decodeTime(text string) (c onrecord.Claimed, err error) {
	if text == "" {
		return c, nil
	}
	var in claimed
	err = json.Unmarshal([]byte(text), &in)
	return toClaimed(&in), err
}

func encodeSpans(list []onrecord.Span) string {
	if len(list) == 0 {
		return ""
	}
	return encode(spans(list))
}

func decodeSpans(text string) ([]onrecord.Span, error) {
	if text == "" {
		return nil, nil
	}
	var in []span
	err := json.Unmarshal([]byte(text), &in)
	return toSpans(in), err
}
