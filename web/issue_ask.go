package web

import (
	"context"
	"errors"
	"slices"

	"onrecord"
	"onrecord/store"
)

// What the page of an issue asks the record for.

// issueFile is one issue as it was declared.
func (s *server) issueFile(ctx context.Context, id onrecord.IssueID) (store.IssueFile, error) {
	all, err := s.st.Issues(ctx)
	if err != nil {
		return store.IssueFile{}, err
	}
	for _, f := range all {
		if f.ID == id {
			return f, nil
		}
	}
	return store.IssueFile{}, store.ErrNotFound
}

// speakersOf are the speakers whose lanes are asked for.
func (s *server) speakersOf(ctx context.Context, req *request) ([]string, error) {
	keys := slices.DeleteFunc(req.URL.Query()["speaker"], func(key string) bool { return key == "" })
	if len(keys) > wideLanes {
		return nil, badf("speaker is given %d times: give it at most %d times", len(keys), wideLanes)
	}
	for i, key := range keys {
		if len(key) > maxQuery {
			return nil, badf("a speaker is longer than %d bytes", maxQuery)
		}
		sp, err := s.st.Speaker(ctx, key)
		switch {
		case err == nil:
			keys[i] = sp.Key // it may have been merged into another
		case !errors.Is(err, store.ErrNotFound):
			return nil, err
		}
	}
	return keys, nil
}

// linksOf are the newest relations of the speakers whose lanes are shown.
func (s *server) linksOf(ctx context.Context, st *stances) (out []store.Link, err error) {
	for _, row := range st.rows[:len(st.lanes(wideLanes))] {
		if row.Key == "" {
			continue
		}
		links, _, err := s.st.Relations(ctx, store.RelationQuery{Key: row.Key, Page: store.Page{Limit: 100}})
		if err != nil {
			return nil, err
		}
		out = append(out, links...)
	}
	return out, nil
}

// listIssue lists the statements below the chart.
func (s *server) listIssue(ctx context.Context, req *request, p *issuePage) error {
	list, next, err := s.st.Assignments(ctx, p.query)
	if err != nil {
		return err
	}
	if p.List.Cards, err = s.stanceCards(ctx, list); err != nil {
		return err
	}
	if p.query.After != "" {
		p.List.First = req.with("after", "") + "#statements"
	}
	if next != "" {
		p.List.Next = req.with("after", next) + "#statements"
	}
	return nil
}

// stanceCards are the cards of statements with the positions that they take.
func (s *server) stanceCards(ctx context.Context, list []store.Stance) ([]card, error) {
	cards := make([]card, len(list))
	for i := range list {
		h, err := s.st.Statement(ctx, list[i].Statement)
		if errors.Is(err, store.ErrNotFound) {
			continue // replaced in between
		}
		if err != nil {
			return nil, err
		}
		cards[i] = cardOf(h, true)
		cards[i].Stand = standOf(list[i].Position)
		cards[i].OnIssue = append([]string{"score " + percentOf(list[i].Score)}, list[i].Why...)
	}
	return slices.DeleteFunc(cards, func(c card) bool { return c.ID == "" }), nil
}
