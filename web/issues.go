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

type issuesPage struct {
	frame
	Rows []issueRow
}

type issueRow struct {
	store.IssueFile
	Href        string
	ChangesHref string
	Day         onrecord.Day // of declaring
}

// Unfinished reports that what follows from the file is not computed yet.
func (r issueRow) Unfinished() bool { return r.Unassigned || r.Outdated }

type issuesObject struct {
	Issues []issueHead `json:"issues"`
}

func (p *issuesPage) template() string { return "issues" }
func (p *issuesPage) object() any {
	o := issuesObject{[]issueHead{}}
	for i := range p.Rows {
		o.Issues = append(o.Issues, headOf(&p.Rows[i].IssueFile))
	}
	return o
}

func (s *server) issues(ctx context.Context, req *request) (page, error) {
	p := &issuesPage{frame: frame{Title: "Issues", Nav: "issues", JSON: req.self("json"), CSV: req.self("csv")}}
	all, err := s.st.Issues(ctx)
	for _, f := range all {
		day, _, _ := strings.Cut(string(f.Declared), "T")
		p.Rows = append(p.Rows, issueRow{f, issueHref(f.ID), changesHref(f.ID, ""), onrecord.Day(day)})
	}
	return p, err
}

func (p *issuesPage) csv(_ *server, w io.Writer, _ *http.Request) error {
	out := csv.NewWriter(w)
	out.Write([]string{"id", "name", "statements", "positions", "changes", "declared"})
	for _, r := range p.Rows {
		out.Write([]string{string(r.ID), plainCell(r.Name), strconv.Itoa(r.Statements), strconv.Itoa(r.Positions), strconv.Itoa(r.Changes), string(r.Declared)})
	}
	out.Flush()
	return out.Error()
}
