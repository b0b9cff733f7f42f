package web

import (
	"context"

	"onrecord/store"
)

type homePage struct {
	frame
	Stats    *store.Stats
	Cards    []card
	Speakers []speakerRow

	listing *listing
}

func (p *homePage) template() string { return "home" }
func (p *homePage) object() any {
	return homeObject{statsOf(p.Stats), p.listing, speakerObjects(p.Speakers)}
}

type homeObject struct {
	Record   statsObject     `json:"record"`
	Newest   *listing        `json:"newest"`
	Speakers []speakerObject `json:"speakers"`
}

func (s *server) home(ctx context.Context, req *request) (page, error) {
	p := &homePage{frame: frame{Title: "onrecord", Nav: "search", JSON: req.self("json")}}
	var err error
	if p.Stats, err = s.st.Stats(ctx); err != nil {
		return nil, err
	}
	res, err := s.st.Find(ctx, store.Find{Page: store.Page{Limit: 6}})
	if err != nil {
		return nil, err
	}
	p.Cards = cardsOf(res.Hits)
	if req.format == "json" {
		if p.listing, err = s.list(ctx, "", res); err != nil {
			return nil, err
		}
	}
	found, _, err := s.st.Speakers(ctx, "", store.Page{Limit: 12})
	p.Speakers = speakerRows(found)
	return p, err
}
