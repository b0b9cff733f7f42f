package web

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"onrecord"
	"onrecord/export"
	"onrecord/search"
	"onrecord/store"
)

type aboutPage struct {
	frame
	Stats    *store.Stats
	Failures []store.Failure // at most mostFailures
	More     int             // failures left out
	Version  string
	Routes   []routeRow
	all      []store.Failure
}

// A routeRow is an address as the page lists it.
type routeRow struct {
	Path, Summary string
	Formats       []string
}

func routeRows() []routeRow {
	var rows []routeRow
	for _, rt := range routes() {
		rows = append(rows, routeRow{rt.path, rt.summary, rt.formats})
	}
	return rows
}

const mostFailures = 100

type statsObject struct {
	Documents   int            `json:"documents"`
	Versions    int            `json:"versions"`
	Statements  int            `json:"statements"`
	Entities    int            `json:"entities"`
	Unknown     int            `json:"unknown"` // statements without a known speaker
	Unread      int            `json:"unread"`  // documents kept but not read
	Failures    int            `json:"failures"`
	Corrections int            `json:"corrections"` // by people
	Kinds       map[string]int `json:"kinds"`
	Relations   map[string]int `json:"relations"` // by their kind
	Readers     []readerObject `json:"readers"`   // what read the versions, most first
	First       *string        `json:"first"`     // day of publication
	Last        *string        `json:"last"`
}

type readerObject struct {
	Reader    string `json:"reader"` // "2 accurate"
	Documents int    `json:"documents"`
}

func statsOf(s *store.Stats) statsObject {
	kinds := map[string]int{}
	for k, n := range s.Kinds {
		kinds[string(k)] = n
	}
	relations := map[string]int{}
	for k, n := range s.Relations {
		relations[string(k)] = n
	}
	readers := make([]readerObject, len(s.Readers))
	for i, c := range s.Readers {
		readers[i] = readerObject{c.Reader.String(), c.Documents}
	}
	return statsObject{s.Documents, s.Versions, s.Statements, s.Entities, s.Unknown, s.Unread, s.Failures, s.Corrections, kinds, relations, readers, dayOrNull(s.First), dayOrNull(s.Last)}
}

type failureObject struct {
	Article string `json:"article"`
	Reason  string `json:"reason"`
	When    string `json:"when"` // RFC 3339
}

type aboutObject struct {
	Version  string          `json:"version"`
	Record   statsObject     `json:"record"`
	Failures []failureObject `json:"failures"`
}

func (p *aboutPage) template() string { return "about" }
func (p *aboutPage) object() any {
	o := aboutObject{p.Version, statsOf(p.Stats), []failureObject{}}
	for _, f := range p.all {
		o.Failures = append(o.Failures, failureObject{f.Article, f.Reason, f.When.UTC().Format(time.RFC3339)})
	}
	return o
}

// Kind counts the statements of one kind.
func (p *aboutPage) Kind(kind string) int { return p.Stats.Kinds[onrecord.Kind(kind)] }

// A kindCount counts the relations of one kind.
type kindCount struct {
	Words, Href string
	N           int
}

// Relations counts the relations by their kind, most first.
func (p *aboutPage) Relations() (out []kindCount) {
	for k, n := range p.Stats.Relations {
		out = append(out, kindCount{export.RelationWords(k, true), relationHref(k), n})
	}
	slices.SortFunc(out, func(a, b kindCount) int { return cmp.Or(b.N-a.N, strings.Compare(a.Words, b.Words)) })
	return out
}

func relationHref(k onrecord.RelationKind) string {
	return searchHref(search.Query{}.With(store.RelationIs, string(k)).String())
}

func (s *server) about(ctx context.Context, req *request) (page, error) {
	p := &aboutPage{frame: frame{Title: "About this record", Nav: "about", JSON: req.self("json")}, Version: s.o.Version, Routes: routeRows()}
	var err error
	if p.Stats, err = s.st.Stats(ctx); err != nil {
		return nil, err
	}
	if p.all, err = s.st.Failures(ctx); err != nil {
		return nil, err
	}
	n := min(len(p.all), mostFailures)
	p.Failures, p.More = p.all[:n], len(p.all)-n
	return p, nil
}
