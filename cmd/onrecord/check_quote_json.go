package main

import (
	"context"

	"onrecord/export"
	"onrecord/search"
	"onrecord/store"
)

// What check-quote prints with --json.

type quoteJSON struct {
	Type    string        `json:"type"` // "quote_check"
	Words   string        `json:"words"`
	Speaker string        `json:"speaker,omitempty"`
	Verdict string        `json:"verdict"`
	Holds   bool          `json:"holds"` // see search.Checked.Holds
	Nearest []nearestJSON `json:"nearest"`
	Others  []nearestJSON `json:"others"` // of other speakers than the one asked for
	Covered coveredJSON   `json:"covered"`
}

type coveredJSON struct {
	Documents  int    `json:"documents"`
	Statements int    `json:"statements"`
	First      string `json:"first,omitempty"`
	Last       string `json:"last,omitempty"`
}

type nearestJSON struct {
	Verdict     string           `json:"verdict"`
	Differing   int              `json:"differing"` // words that differ
	Negation    bool             `json:"negation"`  // one is dropped, added or turned
	Verbatim    bool             `json:"verbatim"`  // what they share stands in quotation marks there
	Share       float64          `json:"share"`     // of the words, that stand there
	Edits       []editJSON       `json:"edits"`     // from the record's words to those asked for
	Reports     int              `json:"reports"`
	Outlets     int              `json:"outlets"`
	Independent int              `json:"independent"`
	Statement   export.Statement `json:"statement"`
	Document    export.Document  `json:"document"`
	Fuller      *nearestJSON     `json:"fuller,omitempty"` // another report, which quotes more
}

type editJSON struct {
	Kind     string `json:"kind"` // "kept", "left out", "added", "changed"
	Record   string `json:"record,omitempty"`
	Asked    string `json:"asked,omitempty"`
	Negation bool   `json:"negation,omitempty"`
}

func quoteLine(ctx context.Context, st store.Store, p *printer, c *search.Checked) error {
	docs := &documents{st: st}
	out := quoteJSON{Type: "quote_check", Words: c.Words, Verdict: string(c.Verdict), Holds: c.Holds(),
		Covered: coveredJSON{c.Covered.Documents, c.Covered.Statements, string(c.Covered.First), string(c.Covered.Last)}}
	var err error
	if out.Nearest, err = nearestLines(ctx, docs, c.Nearest, c.Words); err != nil {
		return err
	}
	if out.Others, err = nearestLines(ctx, docs, c.Others, c.Words); err != nil {
		return err
	}
	p.json(out)
	return p.err
}

func nearestLines(ctx context.Context, docs *documents, list []search.Nearest, asked string) ([]nearestJSON, error) {
	out := make([]nearestJSON, 0, len(list))
	for i := range list {
		line, err := nearestLine(ctx, docs, &list[i], asked)
		if err != nil {
			return nil, err
		}
		if fuller := list[i].Fuller; fuller != nil {
			more, err := nearestLine(ctx, docs, fuller, asked)
			if err != nil {
				return nil, err
			}
			line.Fuller = &more
		}
		out = append(out, line)
	}
	return out, nil
}

func nearestLine(ctx context.Context, docs *documents, n *search.Nearest, asked string) (nearestJSON, error) {
	a, err := docs.of(ctx, &n.Hit)
	if err != nil {
		return nearestJSON{}, err
	}
	line := nearestJSON{Verdict: string(n.Verdict), Differing: n.Differing, Negation: n.Negation, Verbatim: n.Verbatim, Share: n.Share,
		Reports: n.Reports, Outlets: n.Outlets, Independent: n.Independent, Statement: a.Statement(&n.Statement), Document: a.Head()}
	for _, e := range n.Edits {
		line.Edits = append(line.Edits, editJSON{string(e.Kind), e.Full.In(n.Content), e.Cut.In(asked), e.Negation})
	}
	return line, nil
}
