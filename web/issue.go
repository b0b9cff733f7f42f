package web

import (
	"context"
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

type issuePage struct {
	frame
	toldFeed
	Issue    store.IssueFile
	Charts   []*chart  // one for where there is room, one for where there is little
	Lanes    []laneRow // that are drawn
	More     []laneRow // that no chart has room for
	Others   int       // besides these
	Only     []string  // speakers whose lanes are asked for
	Filled   bool      // a line leads to a statement that was found in another article
	Strip    *strip
	Days     string
	Points   int // utterances that take a position, of the lanes shown
	List     statementList
	Outlined []changeCount

	answer issueObject
	query  store.StanceQuery
}

// mostMore is how many speakers are listed that are not drawn.
const mostMore = 100

// A changeCount counts the changes of one kind.
type changeCount struct {
	Words, Kind, Href string
	N                 int
}

func (p *issuePage) template() string { return "issue" }
func (p *issuePage) object() any      { return p.answer }

// None counts the statements that take no position.
func (p *issuePage) None() int { return p.Issue.Statements - p.Issue.Positions }

// Unfinished reports that the file was declared and what follows from it is not
// computed yet.
func (p *issuePage) Unfinished() bool { return p.Issue.Unassigned || p.Issue.Outdated }

func issueHref(id onrecord.IssueID) string { return "/issue/" + string(id) }

func (s *server) issue(ctx context.Context, req *request) (page, error) {
	file, err := s.issueFile(ctx, onrecord.IssueID(req.id))
	if err != nil {
		return nil, err
	}
	p := &issuePage{Issue: file, query: store.StanceQuery{Issue: file.ID}}
	p.frame = frame{Title: file.Name, Nav: "issues", JSON: req.self("json"), CSV: req.self("csv"), Atom: req.self("atom")}
	if p.Only, err = s.speakersOf(ctx, req); err != nil {
		return nil, err
	}
	if len(p.Only) == 1 {
		p.query.Key = p.Only[0]
	}
	if p.query.Page, err = pageOf(req); err != nil || req.format == "csv" {
		return p, err
	}
	if req.format == "atom" {
		return p, s.feedIssue(ctx, req, p)
	}
	positions, _, err := s.st.Assignments(ctx, store.StanceQuery{Issue: file.ID, Positioned: true, Page: store.Page{Limit: -1}})
	if err != nil {
		return nil, err
	}
	changes, _, err := s.st.Changes(ctx, store.ChangeQuery{Issue: file.ID, Bare: true, Page: store.Page{Limit: -1}})
	if err != nil {
		return nil, err
	}
	read, err := s.st.Coverage(ctx)
	if err != nil {
		return nil, err
	}
	st := stancesOf(positions, changes, p.Only, func(key string) string { return req.with("speaker", key, "after", "") })
	if req.format == "json" {
		return p, s.answerIssue(ctx, p, st, changes, read)
	}
	return p, s.showIssue(ctx, req, p, st, changes, read)
}

func (s *server) showIssue(ctx context.Context, req *request, p *issuePage, st *stances, changes []store.Departure, read []store.Month) error {
	links, err := s.linksOf(ctx, st)
	if err != nil {
		return err
	}
	var months []monthRead
	for _, m := range read {
		months = append(months, monthRead{m.Month, m.Documents})
	}
	edges := st.edges(changes, links)
	for _, form := range []struct {
		class        string
		width, lanes int
	}{{"wide", wideChart, wideLanes}, {"narrow", narrowChart, narrowLanes}} {
		lanes := st.lanes(form.lanes)
		c := drawChart(form.class, form.width, lanes, st.points, edges, months)
		c.More = len(st.lanes(len(st.rows))) - len(lanes)
		p.Charts = append(p.Charts, c)
	}
	wide := p.Charts[0]
	p.Filled = slices.ContainsFunc(wide.Labels, func(l chartLabel) bool { return l.Stated && strings.Contains(l.Text, "*") })
	p.Lanes, p.More = st.rows[:len(wide.Lanes)], st.rows[len(wide.Lanes):]
	p.Others = max(0, len(p.More)-mostMore)
	p.More = p.More[:len(p.More)-p.Others]
	p.count(st, changes)
	p.Strip = stripOf(read, st.shown())
	return s.listIssue(ctx, req, p)
}

// shown are the points of the lanes that are asked for.
func (s *stances) shown() (out []point) {
	for _, p := range s.points {
		if s.rows[p.Lane].Shown {
			out = append(out, p)
		}
	}
	return out
}

// count says how many positions of which time and which changes there are.
func (p *issuePage) count(st *stances, changes []store.Departure) {
	shown := st.shown()
	p.Points = len(shown)
	if first, last, ok := between(shown); ok {
		a, b := dayText(first.Format("2006-01-02")), dayText(last.Format("2006-01-02"))
		if p.Days = a; a != b {
			p.Days = a + " to " + b
		}
	}
	for _, kind := range changeKinds {
		n := 0
		for i := range changes {
			if at, ok := st.of[changes[i].Change.Later]; changes[i].Kind == kind && ok && st.rows[st.points[at].Lane].Shown {
				n++
			}
		}
		if n > 0 {
			p.Outlined = append(p.Outlined, changeCount{export.ChangeWords(kind), string(kind), p.changesHref(kind), n})
		}
	}
}
