package web

import (
	"context"
	"errors"

	"onrecord/store"
)

// mostNames is how many speakers a name that could be several is answered with.
const mostNames = 12

// whoIs finds a speaker by its key, or by the words of a name that only one has.
// Of several it returns nil and what could be meant; of none nil and none.
func (s *server) whoIs(ctx context.Context, value string) (*store.Speaker, []store.Speaker, error) {
	sp, err := s.st.Speaker(ctx, value)
	if err == nil || !errors.Is(err, store.ErrNotFound) {
		return sp, nil, err
	}
	found, _, err := s.st.Speakers(ctx, value, store.Page{Limit: mostNames})
	if err != nil || len(found) != 1 {
		return nil, found, err
	}
	return &found[0], nil, nil
}

// meantBy says who could be meant by a name, and the addresses that say whom.
func meantBy(value string, several []store.Speaker, address func(key string) string) (missing string, asked []choice) {
	name := "“" + firstWords(value, 80) + "”"
	if len(several) == 0 {
		return "No speaker on record has all the words of " + name + " in the name.", nil
	}
	for _, sp := range several {
		asked = append(asked, choice{Label: sp.Name + " (" + plural(sp.Statements, "statement", "statements") + ")", Href: address(sp.Key)})
	}
	return name + " could be several speakers. Choose one:", asked
}
