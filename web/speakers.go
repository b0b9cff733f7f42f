package web

import (
	"context"
	"encoding/csv"
	"io"
	"net/http"
	"strconv"
	"strings"

	"onrecord"
	"onrecord/store"
)

// A speakerRow is a speaker in a list.
type speakerRow struct {
	store.Speaker
	Href    string
	Percent int // of the row with most statements
}

// Years are the first and last year of what is known to have been said.
func (r speakerRow) Years() string { return years(r.First, r.Last) }

func years(first, last onrecord.Day) string {
	a, _, _ := strings.Cut(string(first), "-")
	b, _, _ := strings.Cut(string(last), "-")
	if a == b || b == "" {
		return a
	}
	return a + "–" + b
}

func speakerRows(speakers []store.Speaker) []speakerRow {
	rows := make([]speakerRow, len(speakers))
	most := 0
	for _, sp := range speakers {
		most = max(most, sp.Statements)
	}
	for i, sp := range speakers {
		rows[i] = speakerRow{sp, speakerHref(sp.Key), percent(sp.Statements, most)}
	}
	return rows
}

type speakerObject struct {
	Key        string   `json:"key"`
	Name       string   `json:"name"`
	Kind       string   `json:"kind"`
	Statements int      `json:"statements"`
	Documents  int      `json:"documents"`
	First      *string  `json:"first"` // earliest known day of saying
	Last       *string  `json:"last"`
	Roles      []string `json:"roles"` // as printed, most frequent first
	Also       []string `json:"also"`  // names that were merged into this one
}

func speakerObjects(rows []speakerRow) []speakerObject {
	out := make([]speakerObject, len(rows))
	for i, r := range rows {
		out[i] = speakerObject{r.Key, r.Name, string(r.Kind), r.Statements, r.Documents, dayOrNull(r.First), dayOrNull(r.Last), append([]string{}, r.Roles...), append([]string{}, r.Also...)}
	}
	return out
}

func dayOrNull(d onrecord.Day) *string {
	if d == "" {
		return nil
	}
	s := string(d)
	return &s
}

type speakersPage struct {
	frame
	Words       string
	Rows        []speakerRow
	First, Next string
	cursor      string
}

func (p *speakersPage) template() string { return "speakers" }
func (p *speakersPage) object() any {
	l := speakersObject{Speakers: speakerObjects(p.Rows)}
	if p.cursor != "" {
		l.Next = &p.cursor
	}
	return l
}

type speakersObject struct {
	Next     *string         `json:"next"`
	Speakers []speakerObject `json:"speakers"`
}

func (s *server) speakers(ctx context.Context, req *request) (page, error) {
	page, err := pageOf(req)
	if err != nil {
		return nil, err
	}
	if req.FormValue("limit") == "" {
		page.Limit = 100
	}
	p := &speakersPage{frame: frame{Title: "Speakers", Nav: "speakers", JSON: req.self("json"), CSV: req.self("csv")}}
	if p.Words = strings.TrimSpace(req.FormValue("q")); len(p.Words) > maxQuery {
		return nil, badf("the name is longer than %d bytes", maxQuery)
	}
	if req.format == "csv" {
		return p, nil
	}
	found, next, err := s.st.Speakers(ctx, p.Words, page)
	p.Rows, p.cursor = speakerRows(found), next
	if next != "" {
		p.Next = req.with("after", next)
	}
	if page.After != "" {
		p.First = req.with("after", "")
	}
	return p, err
}

func (p *speakersPage) csv(s *server, w io.Writer, r *http.Request) error {
	out := csv.NewWriter(w)
	out.Write([]string{"key", "name", "kind", "statements", "documents", "first", "last", "roles"})
	for page := (store.Page{Limit: 500}); ; {
		rows, next, err := s.st.Speakers(r.Context(), p.Words, page)
		if err != nil {
			return err
		}
		for _, sp := range rows {
			out.Write([]string{sp.Key, sp.Name, string(sp.Kind), strconv.Itoa(sp.Statements), strconv.Itoa(sp.Documents),
				string(sp.First), string(sp.Last), strings.Join(sp.Roles, " | ")})
		}
		if page.After = next; next == "" {
			out.Flush()
			return out.Error()
		}
	}
}
