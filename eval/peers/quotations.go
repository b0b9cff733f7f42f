package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"onrecord/eval"
)

// A quotation is a line that a peer prints: spans are [start, end] in code
// points, end excluded; a source or cue it does not give is null.
//
//	{"article": "text/ferry.txt", "content": [10, 40], "cue": [41, 45], "source": [46, 50]}
type quotation struct {
	Article string  `json:"article"`
	Content [2]int  `json:"content"`
	Cue     *[2]int `json:"cue"`
	Source  *[2]int `json:"source"`
}

// A statement is what onrecord prints of a statement, as far as it is scored.
type statement struct {
	Type    string `json:"type"`
	Article string `json:"article"`
	Content *spans `json:"content"`
	Cue     *spans `json:"cue"`
	Source  *spans `json:"source"`
}

type spans struct {
	Spans [][2]int `json:"spans"`
}

// convert turns the quotations of peers into lines of statements. Peers print
// the parts of a quotation that "he said" breaks one by one, where annotators
// count one content in two pieces: what follows in the same paragraph and has
// the same words as source becomes a piece of the statement before.
func convert(r io.Reader, texts map[string]string) (string, error) {
	var out strings.Builder
	var open *quoted
	printed := json.NewEncoder(&out)
	flush := func() error {
		if open == nil {
			return nil
		}
		return printed.Encode(open.statement())
	}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		var q quotation
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return "", fmt.Errorf("line %d: %w: %s", n, err, lines.Text())
		}
		text, ok := texts[eval.ArticleName(q.Article)]
		if !ok {
			return "", fmt.Errorf("line %d: no article %s", n, q.Article)
		}
		if open != nil && open.continues(q, text) {
			open.pieces = append(open.pieces, q.Content)
			continue
		}
		if err := flush(); err != nil {
			return "", err
		}
		open = &quoted{q, [][2]int{q.Content}}
	}
	err := errors.Join(lines.Err(), flush())
	return out.String(), err
}

// A quoted is a quotation with its pieces.
type quoted struct {
	quotation
	pieces [][2]int
}

func (o *quoted) continues(q quotation, text string) bool {
	at := o.pieces[len(o.pieces)-1][1]
	return q.Article == o.Article && at <= q.Content[0] && o.Source != nil && q.Source != nil && *o.Source == *q.Source &&
		!strings.Contains(string([]rune(text)[at:q.Content[0]]), "\n")
}

func (o *quoted) statement() statement {
	part := func(span *[2]int) *spans {
		if span == nil {
			return nil
		}
		return &spans{[][2]int{*span}}
	}
	return statement{"statement", o.Article, &spans{o.pieces}, part(o.Cue), part(o.Source)}
}
