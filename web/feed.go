package web

import (
	"bytes"
	"context"
	"net/http"
	"slices"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A feeds page is told as an Atom feed too.
type feeds interface{ feed() *export.Feed }

// A told feed is what such a page holds when it is asked for as one.
type toldFeed struct{ atom *export.Feed }

func (t toldFeed) feed() *export.Feed { return t.atom }

// newFeed begins the feed of a request; of names what is in it for good.
func newFeed(req *request, of, title, about string) *export.Feed {
	scheme := "http://"
	if req.TLS != nil {
		scheme = "https://"
	}
	return &export.Feed{Of: of, Title: title, About: about, Base: scheme + req.Host, Self: req.self("atom"), Page: req.self("html")}
}

// goesOn says where the feed goes on.
func goesOn(f *export.Feed, req *request, next string) {
	if next != "" {
		f.Next = req.with("after", next)
	}
}

func atomBytes(f *export.Feed) ([]byte, error) {
	var b bytes.Buffer
	err := export.Atom(&b, f)
	return b.Bytes(), err
}

// sayingOf is a hit as a feed shows it.
func sayingOf(h *store.Hit) export.Saying {
	s := export.Saying{ID: h.ID, Kind: h.Kind, Act: h.Act, Role: h.Role, Source: h.Source, Content: h.Content, Cue: h.Cue, Way: wayOf(h), Said: h.Said,
		Published: h.Doc.Published, Outlet: h.Doc.Outlet, Article: h.Doc.Title, Address: h.Doc.Address(), Reports: h.Reports, Outlets: h.Outlets, Sources: h.Independent}
	if h.Speaker != nil {
		s.Speaker = h.Speaker.Name
	}
	for i := range h.Others {
		s.Candidates = append(s.Candidates, h.Others[i].Name)
	}
	return s
}

// feedOf is the feed of the statements that are found.
func feedOf(req *request, of, title string, res *store.Result) toldFeed {
	f := newFeed(req, of, title, "Statements as articles report them, each with who says so, when, and where it was printed.")
	for i := range res.Hits {
		s := sayingOf(&res.Hits[i])
		f.Statement(&s)
	}
	goesOn(f, req, res.Next)
	return toldFeed{f}
}

// feedOf is the feed of changes.
func (p *changesPage) feedOf(req *request, found []store.Departure, next string) {
	of := "changes issue:" + p.Issue + " speaker:" + p.Speaker + " since:" + p.Since + " kind:" + p.Kind
	f := newFeed(req, of, p.Title, "Statements that take another position than an earlier one, as onrecord computed it; never without both.")
	for i := range found {
		d := &found[i]
		earlier, later := sayingOf(&d.Earlier), sayingOf(&d.Later)
		f.Change(&d.Change, d.IssueName, &earlier, &later)
	}
	goesOn(f, req, next)
	p.atom = f
}

// mostInFeed is how many statements on an issue its feed tells, the newest.
const mostInFeed = 40

// feedIssue is the feed of what was said last on an issue.
func (s *server) feedIssue(ctx context.Context, req *request, p *issuePage) error {
	list, _, err := s.st.Assignments(ctx, store.StanceQuery{Issue: p.Issue.ID, Key: p.query.Key, Page: store.Page{Limit: -1}})
	if err != nil {
		return err
	}
	of := "issue " + string(p.Issue.ID)
	if p.query.Key != "" {
		of += " speaker:" + p.query.Key
	}
	f := newFeed(req, of, p.Issue.Name, "What was said last on an issue, whether or not it takes a position.")
	slices.Reverse(list)
	ids := make([]onrecord.StatementID, 0, mostInFeed)
	for i := range list[:min(len(list), mostInFeed)] {
		ids = append(ids, list[i].Statement)
	}
	for _, id := range ids {
		h, err := s.st.Statement(ctx, id)
		if err != nil {
			return err
		}
		saying := sayingOf(h)
		f.Statement(&saying)
	}
	p.atom = f
	return nil
}

// sendFeed answers with a feed.
func (s *server) sendFeed(w http.ResponseWriter, req *request, f *export.Feed) {
	body, err := atomBytes(f)
	if err != nil {
		s.fail(w, req.Request, s.problemOf(req.Request, err))
		return
	}
	send(w, req.Request, http.StatusOK, "application/atom+xml", etag(body), body)
}
