package web

import (
	"cmp"
	"context"
	"net/url"
	"slices"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// An onIssue is an issue that a speaker takes positions on.
type onIssue struct {
	Name, Href   string
	CompareHref  string
	Positions    int // utterances
	For, Against int
	Changes      []changeCount // of which the speaker's statement is the later

	id onrecord.IssueID
}

type onIssueObject struct {
	Issue     string         `json:"issue"` // ID
	Name      string         `json:"name"`
	Positions int            `json:"positions"` // utterances that take one
	For       int            `json:"for"`
	Against   int            `json:"against"`
	Changes   map[string]int `json:"changes"` // by their kind
}

// onIssues are the issues that a speaker takes positions on, those with changes
// first, then those with most positions.
func (s *server) onIssues(ctx context.Context, key string) (out []onIssue, err error) {
	files, err := s.st.Issues(ctx)
	if err != nil || len(files) == 0 {
		return nil, err
	}
	changes, _, err := s.st.Changes(ctx, store.ChangeQuery{Key: key, Bare: true, Page: store.Page{Limit: -1}})
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if f.Positions == 0 {
			continue
		}
		list, _, err := s.st.Assignments(ctx, store.StanceQuery{Issue: f.ID, Key: key, Positioned: true, Page: store.Page{Limit: -1}})
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			continue
		}
		out = append(out, onIssueOf(&f, key, list, changes))
	}
	slices.SortStableFunc(out, func(a, b onIssue) int {
		return cmp.Or(cmp.Compare(min(1, len(b.Changes)), min(1, len(a.Changes))), b.Positions-a.Positions)
	})
	return out, nil
}

func onIssueOf(f *store.IssueFile, key string, list []store.Stance, changes []store.Departure) onIssue {
	st := stancesOf(list, nil, nil, func(string) string { return "" })
	o := onIssue{Name: f.Name, Href: issueHref(f.ID) + "?speaker=" + url.QueryEscape(key), id: f.ID,
		CompareHref: "/compare?" + url.Values{"a": {key}, "issue": {string(f.ID)}}.Encode()}
	for _, r := range st.rows {
		o.For, o.Against = o.For+r.For, o.Against+r.Against
	}
	o.Positions = o.For + o.Against
	for _, kind := range changeKinds {
		n := 0
		for i := range changes {
			c := &changes[i].Change
			if _, mine := st.of[c.Later]; mine && c.Issue == f.ID && c.Kind == kind {
				n++
			}
		}
		if n > 0 {
			href := changesHref(f.ID, kind) + "&speaker=" + url.QueryEscape(key)
			o.Changes = append(o.Changes, changeCount{export.ChangeWords(kind), string(kind), href, n})
		}
	}
	return o
}

func onIssueObjects(list []onIssue) []onIssueObject {
	out := make([]onIssueObject, len(list))
	for i, o := range list {
		out[i] = onIssueObject{string(o.id), o.Name, o.Positions, o.For, o.Against, map[string]int{}}
		for _, c := range o.Changes {
			out[i].Changes[c.Kind] = c.N
		}
	}
	return out
}
