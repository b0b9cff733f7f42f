package web

import (
	"context"
	"strings"

	"onrecord/export"
	"onrecord/search"
	"onrecord/wording"
)

type checkPage struct {
	frame
	Asked   string
	Speaker string
	Checked *search.Checked // nil before anything was asked
	Nearest []nearView
	Others  []nearView

	answer checkObject
}

// A nearView is an utterance near to the words that are asked for.
type nearView struct {
	Card     card
	Verdict  string // "Differs in 2 words"
	Class    string // of the verdict: "differs"
	Verbatim bool   // what both have stands in quotation marks there
	Runs     []diffRun
	Shout    []string
	But      string // "but not of Ann Lee"
}

// A checkObject is what `onrecord check-quote --json` prints.
type checkObject struct {
	Type    string        `json:"type"` // "quote_check"
	Words   string        `json:"words"`
	Speaker string        `json:"speaker,omitempty"`
	Verdict string        `json:"verdict"` // "word for word", "cut", "differs", "in other words", "not found"
	Holds   bool          `json:"holds"`   // see search.Checked.Holds
	Nearest []nearObject  `json:"nearest"`
	Others  []nearObject  `json:"others"` // of other speakers than the one asked for
	Covered coveredObject `json:"covered"`
}

type coveredObject struct {
	Documents  int    `json:"documents"`
	Statements int    `json:"statements"`
	First      string `json:"first,omitempty"` // of publication
	Last       string `json:"last,omitempty"`
}

type nearObject struct {
	Verdict     string           `json:"verdict"`
	Differing   int              `json:"differing"` // words that differ
	Negation    bool             `json:"negation"`  // one is dropped, added or turned
	Verbatim    bool             `json:"verbatim"`  // what they share stands in quotation marks there
	Share       float64          `json:"share"`     // of the words, that stand there
	Edits       []stepObject     `json:"edits"`     // from the record's words to those asked for
	Reports     int              `json:"reports"`
	Outlets     int              `json:"outlets"`
	Independent int              `json:"independent"`
	Statement   export.Statement `json:"statement"`
	Document    export.Document  `json:"document"`         // without its text
	Fuller      *nearObject      `json:"fuller,omitempty"` // another report, which quotes more
}

type stepObject struct {
	Kind     string `json:"kind"` // "kept", "left out", "added", "changed"
	Record   string `json:"record,omitempty"`
	Asked    string `json:"asked,omitempty"`
	Negation bool   `json:"negation,omitempty"`
}

func (p *checkPage) template() string { return "check-quote" }
func (p *checkPage) object() any      { return p.answer }

func (s *server) checkQuote(ctx context.Context, req *request) (page, error) {
	p := &checkPage{Asked: strings.TrimSpace(req.FormValue("q")), Speaker: strings.TrimSpace(req.FormValue("speaker"))}
	p.frame = frame{Title: "Check a quote", Nav: "check-quote"}
	switch {
	case len(p.Asked) > maxQuery || len(p.Speaker) > maxQuery:
		return nil, badf("the words are longer than %d bytes: give a few sentences at a time", maxQuery)
	case p.Asked == "" && req.format == "json":
		return nil, badf("give the words, q")
	case p.Asked == "":
		return p, nil
	}
	c, err := search.Quote(ctx, s.st, search.Quotation{Text: p.Asked, Speaker: p.Speaker})
	if err != nil {
		return nil, err
	}
	p.JSON = req.self("json")
	if req.format == "json" {
		return p, s.answerQuote(ctx, p, c)
	}
	p.Checked = c
	for i := range c.Nearest {
		p.Nearest = append(p.Nearest, nearOf(&c.Nearest[i], c.Words, ""))
		if fuller := c.Nearest[i].Fuller; fuller != nil {
			v := nearOf(fuller, c.Words, "")
			v.Verdict += ", by what another report of this quotes"
			p.Nearest = append(p.Nearest, v)
		}
	}
	for i := range c.Others {
		p.Others = append(p.Others, nearOf(&c.Others[i], c.Words, p.Speaker))
	}
	return p, nil
}

// nearOf tells the words that are asked for apart from the record's.
func nearOf(n *search.Nearest, asked, not string) nearView {
	v := nearView{Card: cardOf(&n.Hit, false), Verdict: verdictText(n), Class: strings.ReplaceAll(string(n.Verdict), " ", "-"), Verbatim: n.Verbatim, But: not}
	d := differ(n.Content, asked)
	v.Runs = d.One
	for _, e := range n.Edits {
		was, is := e.Full.In(n.Content), e.Cut.In(asked)
		switch {
		case !e.Negation:
		case e.Kind == wording.LeftOut:
			v.Shout = append(v.Shout, "Negation dropped: “"+was+"”")
		case e.Kind == wording.Added:
			v.Shout = append(v.Shout, "Negation added: “"+is+"”")
		default:
			v.Shout = append(v.Shout, "Negation changed: “"+was+"” became “"+is+"”")
		}
	}
	return v
}

// verdictText says a verdict: "Differs in 2 words".
func verdictText(n *search.Nearest) string {
	words := string(n.Verdict)
	if n.Verdict == search.Differs {
		words = "differs in " + plural(n.Differing, "word", "words")
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

func (s *server) answerQuote(ctx context.Context, p *checkPage, c *search.Checked) (err error) {
	p.answer = checkObject{Type: "quote_check", Words: c.Words, Speaker: p.Speaker, Verdict: string(c.Verdict), Holds: c.Holds(),
		Covered: coveredObject{c.Covered.Documents, c.Covered.Statements, string(c.Covered.First), string(c.Covered.Last)}}
	cache := articles{st: s.st}
	if p.answer.Nearest, err = cache.nearest(ctx, c.Nearest, c.Words); err != nil {
		return err
	}
	p.answer.Others, err = cache.nearest(ctx, c.Others, c.Words)
	return err
}

func (c *articles) nearest(ctx context.Context, list []search.Nearest, asked string) ([]nearObject, error) {
	out := []nearObject{}
	for i := range list {
		o, err := c.near(ctx, &list[i], asked)
		if err != nil {
			return nil, err
		}
		if list[i].Fuller != nil {
			more, err := c.near(ctx, list[i].Fuller, asked)
			if err != nil {
				return nil, err
			}
			o.Fuller = &more
		}
		out = append(out, o)
	}
	return out, nil
}

func (c *articles) near(ctx context.Context, n *search.Nearest, asked string) (nearObject, error) {
	a, _, err := c.get(ctx, n.Doc.ID)
	if err != nil {
		return nearObject{}, err
	}
	o := nearObject{Verdict: string(n.Verdict), Differing: n.Differing, Negation: n.Negation, Verbatim: n.Verbatim, Share: rounded(n.Share), Edits: []stepObject{},
		Reports: n.Reports, Outlets: n.Outlets, Independent: n.Independent, Statement: a.Statement(&n.Statement), Document: a.Head()}
	for _, e := range n.Edits {
		o.Edits = append(o.Edits, stepObject{string(e.Kind), e.Full.In(n.Content), e.Cut.In(asked), e.Negation})
	}
	return o, nil
}
