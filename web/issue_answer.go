package web

import (
	"context"
	"encoding/csv"
	"io"
	"net/http"
	"strconv"
	"strings"

	"onrecord/store"
)

type issueObject struct {
	Issue      issueHead        `json:"issue"`
	Speakers   []laneObject     `json:"speakers"` // who take positions, those with changes and with most positions first
	Next       *string          `json:"next"`     // cursor, null at the end
	Statements []stanceObject   `json:"statements"`
	Changes    []changeInShort  `json:"changes"`  // of all its positions, but for those that repeat
	Coverage   []coverageObject `json:"coverage"` // articles read, by month of publication
}

type issueHead struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Declared   string `json:"declared"` // RFC 3339
	Statements int    `json:"statements"`
	Positions  int    `json:"positions"`  // statements that take one
	Changes    int    `json:"changes"`    // but for those that repeat
	Unfinished bool   `json:"unfinished"` // what follows from the file is not computed yet
	Text       string `json:"text"`       // of the file
}

type laneObject struct {
	Key     string `json:"key"`
	Name    string `json:"name"`
	For     int    `json:"for"` // utterances
	Against int    `json:"against"`
	Changes int    `json:"changes"`
}

type changeInShort struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Earlier string `json:"earlier"` // statement
	Later   string `json:"later"`
}

type coverageObject struct {
	Month    *string `json:"month"` // null for articles without a date
	Articles int     `json:"articles"`
}

func headOf(f *store.IssueFile) issueHead {
	return issueHead{string(f.ID), f.Name, string(f.Declared), f.Statements, f.Positions, f.Changes, f.Unassigned || f.Outdated, f.Text}
}

func (s *server) answerIssue(ctx context.Context, p *issuePage, st *stances, changes []store.Departure, read []store.Month) error {
	p.answer = issueObject{Issue: headOf(&p.Issue), Speakers: []laneObject{}, Statements: []stanceObject{}, Changes: []changeInShort{}, Coverage: []coverageObject{}}
	for _, r := range st.rows {
		p.answer.Speakers = append(p.answer.Speakers, laneObject{r.Key, r.Name, r.For, r.Against, r.Changes})
	}
	for i := range changes {
		c := &changes[i].Change
		p.answer.Changes = append(p.answer.Changes, changeInShort{string(c.ID), string(c.Kind), string(c.Earlier), string(c.Later)})
	}
	for _, m := range read {
		p.answer.Coverage = append(p.answer.Coverage, coverageObject{orNull(m.Month), m.Documents})
	}
	list, next, err := s.st.Assignments(ctx, p.query)
	for i := range list {
		p.answer.Statements = append(p.answer.Statements, stanceOf(&list[i]))
	}
	p.answer.Next = orNull(next)
	return err
}

// csv streams all statements on the issue.
func (p *issuePage) csv(s *server, w io.Writer, r *http.Request) error {
	out := csv.NewWriter(w)
	out.Write([]string{"statement_id", "issue", "speaker_key", "speaker_name", "kind", "act", "said_edtf", "said_from", "said_to", "said_basis", "published",
		"outlet", "document_id", "utterance_id", "score", "why", "pole", "conditions", "certainty", "principal", "position_score", "position_why"})
	q := p.query
	for q.Page = (store.Page{Limit: 500}); ; {
		list, next, err := s.st.Assignments(r.Context(), q)
		if err != nil {
			return err
		}
		for i := range list {
			out.Write(stanceCells(&list[i]))
		}
		if q.After = next; next == "" {
			out.Flush()
			return out.Error()
		}
	}
}

func stanceCells(st *store.Stance) []string {
	o := stanceOf(st)
	row := []string{o.Statement, string(st.Issue), st.Key, plainCell(st.Name), o.Kind, o.Act, string(st.Said.EDTF), string(st.Said.From), string(lastOf(st.Said.Until)), string(st.Said.Basis),
		string(st.Published.EDTF), plainCell(st.Outlet), o.Document, o.Utterance, scoreCell(st.Score), plainCell(strings.Join(st.Why, "; "))}
	if p := st.Position; p != nil {
		return append(row, string(p.Pole), plainCell(strings.Join(p.Conditions, "; ")), scoreCell(p.Certainty), p.For, scoreCell(p.Score), plainCell(strings.Join(p.Why, "; ")))
	}
	return append(row, "", "", "", "", "", "")
}

func scoreCell(score float64) string { return strconv.FormatFloat(score, 'f', 4, 64) }

// plainCell keeps a spreadsheet from running words as a formula (OWASP, CSV
// Injection).
func plainCell(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}
