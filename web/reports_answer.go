package web

import (
	"onrecord/store"
	"onrecord/wording"
)

// An utteranceObject is what was said once, with the statements that report it.
type utteranceObject struct {
	First       string         `json:"first"` // statement
	Outlets     int            `json:"outlets"`
	Independent int            `json:"independent"` // reports that are no copies of others
	Fullest     string         `json:"fullest"`     // statement with the most of the words
	Reports     []reportObject `json:"reports"`     // in order of saying, then of publication
}

type reportObject struct {
	Statement string       `json:"statement"`
	Document  string       `json:"document"`
	Outlet    *string      `json:"outlet"`
	Published *timeObject  `json:"published"`
	Said      *timeObject  `json:"said"`
	Kind      string       `json:"kind"`
	Content   string       `json:"content"`
	CopyOf    *string      `json:"copy_of"` // first statement among the reports whose article prints the same text
	Edits     []editObject `json:"edits"`   // from the fullest wording to this one; of words that are kept nothing
}

type editObject struct {
	Kind     string `json:"kind"` // "left out", "added", "changed"
	Full     string `json:"full"`
	Report   string `json:"report"`
	Negation bool   `json:"negation"` // it drops, adds or turns a negation
}

func utteranceOf(u *store.Utterance) *utteranceObject {
	if u == nil || len(u.Hits) == 0 {
		return nil
	}
	full := fullest(u.Hits)
	o := &utteranceObject{string(u.First), u.Outlets, u.Independent, string(u.Hits[full].ID), nil}
	copies := copiesIn(u)
	for i := range u.Hits {
		h := &u.Hits[i]
		r := reportObject{string(h.ID), string(h.Doc.ID), orNull(h.Doc.Outlet), timeOf(h.Doc.Published), timeOf(h.Said), string(h.Kind), h.Content, nil, []editObject{}}
		if n := copies[i].of; n > 0 {
			r.CopyOf = orNull(u.Hits[n-1].ID)
		}
		if i != full {
			r.Edits = editsOf(u.Hits[full].Content, h.Content)
		}
		o.Reports = append(o.Reports, r)
	}
	return o
}

func editsOf(full, words string) []editObject {
	out := []editObject{}
	for _, e := range wording.Diff(wording.Words(full), wording.Words(words)) {
		if e.Kind != wording.Kept {
			out = append(out, editObject{string(e.Kind), e.Full.In(full), e.Cut.In(words), e.Negation})
		}
	}
	return out
}
