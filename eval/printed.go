package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"onrecord"
)

// longestLine is the most bytes of a printed line.
const longestLine = 1 << 24

// A printed statement is a line of extract, as far as it is scored; offsets are
// code points.
type printed struct {
	Type, Article        string
	Content, Cue, Source *printedSpans
}

type printedSpans struct {
	Spans [][2]int
}

// ArticleName is the name of an article in a corpus, given the path that was read.
func ArticleName(file string) string {
	return strings.TrimSuffix(path.Base(filepath.ToSlash(file)), ".txt")
}

// ReadPrinted reads the statements among lines that extract printed, by the name
// of their article. Articles that texts does not have are passed over.
func ReadPrinted(r io.Reader, texts map[string]string) (map[string][]onrecord.Statement, error) {
	out := map[string][]onrecord.Statement{}
	offsets := map[string]*onrecord.Offsets{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		var p printed
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("line %d: %w; want what onrecord extract prints", n, err)
		}
		name := ArticleName(p.Article)
		text, ok := texts[name]
		if !ok || p.Type != "statement" {
			continue
		}
		if offsets[name] == nil {
			offsets[name] = onrecord.NewOffsets(text)
		}
		out[name] = append(out[name], p.statement(offsets[name]))
	}
	return out, lines.Err()
}

func (p *printed) statement(offsets *onrecord.Offsets) onrecord.Statement {
	all := func(s *printedSpans) (out []onrecord.Span) {
		if s == nil {
			return nil
		}
		for _, span := range s.Spans {
			out = append(out, offsets.Bytes(span))
		}
		return out
	}
	first := func(s *printedSpans) onrecord.Span {
		if list := all(s); len(list) > 0 {
			return list[0]
		}
		return onrecord.Span{}
	}
	return onrecord.Statement{Content: all(p.Content), Cue: first(p.Cue), Source: first(p.Source)}
}
