package web

import (
	"context"

	"onrecord/export"
	"onrecord/store"
)

// A told is a relation of which a speaker is an end without a statement in the
// record: somebody walks back remarks that stand elsewhere, or criticises them.
type told struct {
	tieView         // seen from the end it goes from
	Subject tieView // that end
	Outlet  string
	Printed when
	Page    string // of the words that say so, in their article
}

const mostTold, toldLooked = 5, 100 // shown; and looked at, the newest

// besides are the newest relations of which the speaker is an end, but for
// those that a statement of the speaker shows.
func (s *server) besides(ctx context.Context, key string) (out []store.Link, err error) {
	links, _, err := s.st.Relations(ctx, store.RelationQuery{Key: key, Page: store.Page{Limit: toldLooked}})
	for i := range links {
		if l := &links[i]; isBesides(&l.From, key) || isBesides(&l.To, key) {
			out = append(out, *l)
		}
	}
	return out, err
}

func isBesides(e *store.LinkEnd, key string) bool { return e.Statement == nil && e.Key == key }

// tell shows the first few of them.
func (p *speakerPage) tell(links []store.Link) {
	for i := range links[:min(len(links), mostTold)] {
		l := &links[i]
		p.Told = append(p.Told, told{tieOf(l, true), tieOf(l, false), l.Doc.Outlet, whenOf(l.Doc.Published, ""), "/document/" + string(l.Doc.ID) + "#" + string(l.ID)})
	}
	p.More = len(links) - len(p.Told)
}

// relationObjects are the lines of links.
func (s *server) relationObjects(ctx context.Context, links []store.Link) ([]export.Relation, error) {
	out, cache := []export.Relation{}, articles{st: s.st}
	for i := range links {
		a, _, err := cache.get(ctx, links[i].Doc.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, a.Relation(&links[i].Relation))
	}
	return out, nil
}
