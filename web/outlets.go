package web

import (
	"context"
	"encoding/csv"
	"io"
	"net/http"
	"strconv"

	"onrecord/search"
	"onrecord/store"
)

type outletRow struct {
	store.Outlet
	Href         string // empty where the outlet is not known
	UnknownShare int    // percent of statements without a known speaker
}

// Years are the first and last year of publication.
func (r outletRow) Years() string { return years(r.First, r.Last) }

type outletsPage struct {
	frame
	Rows []outletRow
}

type outletObject struct {
	Name         string  `json:"name"`
	Documents    int     `json:"documents"`
	Statements   int     `json:"statements"`
	Unattributed int     `json:"unattributed"` // statements without a known speaker
	First        *string `json:"first"`
	Last         *string `json:"last"`
}

type outletsObject struct {
	Outlets []outletObject `json:"outlets"`
}

func (p *outletsPage) template() string { return "outlets" }
func (p *outletsPage) object() any {
	o := outletsObject{[]outletObject{}}
	for _, r := range p.Rows {
		o.Outlets = append(o.Outlets, outletObject{r.Name, r.Documents, r.Statements, r.Unattributed, dayOrNull(r.First), dayOrNull(r.Last)})
	}
	return o
}

func (s *server) outlets(ctx context.Context, req *request) (page, error) {
	found, err := s.st.Outlets(ctx)
	p := &outletsPage{frame: frame{Title: "Outlets", Nav: "outlets", JSON: req.self("json"), CSV: req.self("csv")}}
	for _, o := range found {
		row := outletRow{Outlet: o, UnknownShare: percent(o.Unattributed, o.Statements)}
		if o.Name != "" {
			row.Href = searchHref(search.Query{}.With(store.OutletIs, o.Name).String())
		}
		p.Rows = append(p.Rows, row)
	}
	return p, err
}

func (p *outletsPage) csv(_ *server, w io.Writer, _ *http.Request) error {
	out := csv.NewWriter(w)
	out.Write([]string{"name", "documents", "statements", "unattributed", "first", "last"})
	for _, r := range p.Rows {
		out.Write([]string{r.Name, strconv.Itoa(r.Documents), strconv.Itoa(r.Statements), strconv.Itoa(r.Unattributed), string(r.First), string(r.Last)})
	}
	out.Flush()
	return out.Error()
}
