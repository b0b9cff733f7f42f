package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"onrecord"
)

// readStatements reads the statements among lines that extract printed, by the
// name of their article.
func readStatements(r io.Reader, texts map[string]string) (map[string][]onrecord.Statement, error) {
	out := map[string][]onrecord.Statement{}
	offsets := map[string]*onrecord.Offsets{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var s statement
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if s.Type != "statement" {
			continue
		}
		article := name(s.Article)
		if offsets[article] == nil {
			text, ok := texts[article]
			if !ok {
				return nil, fmt.Errorf("line %d: no article %s", n, s.Article)
			}
			offsets[article] = onrecord.NewOffsets(text)
		}
		out[article] = append(out[article], s.noun(offsets[article]))
	}
	return out, lines.Err()
}

func (s *statement) noun(offsets *onrecord.Offsets) onrecord.Statement {
	all := func(p *spans) (out []onrecord.Span) {
		if p == nil {
			return nil
		}
		for _, span := range p.Spans {
			out = append(out, offsets.Bytes(span))
		}
		return out
	}
	first := func(p *spans) onrecord.Span {
		if list := all(p); len(list) > 0 {
			return list[0]
		}
		return onrecord.Span{}
	}
	return onrecord.Statement{Content: all(s.Content), Cue: first(s.Cue), Source: first(s.Source)}
}
