package eval

import (
	"fmt"
	"os"
	"strings"

	"onrecord"
	"onrecord/corpus"
)

// An InsidePair is two statements of one article, by where their contents are,
// of which people said whether they report one utterance.
type InsidePair struct {
	Article string
	A, B    onrecord.Span
	Same    bool
}

// ReadInside reads labels of a corpus's articles in a file with the columns
// same or other, article, start and end of the first span of the one content
// and of the other in code points.
func ReadInside(path string, articles []corpus.Article) ([]InsidePair, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("labels: %w", err)
	}
	texts := map[string]string{}
	for i := range articles {
		texts[articles[i].Name] = articles[i].Text
	}
	var out []InsidePair
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var word, name string
		var first, second [2]int
		if k, err := fmt.Sscan(line, &word, &name, &first[0], &first[1], &second[0], &second[1]); k != 6 || word != "same" && word != "other" {
			return nil, fmt.Errorf("labels %s:%d: want same or other, an article and four numbers: %w", path, n+1, err)
		}
		if text, ok := texts[name]; ok {
			at := onrecord.NewOffsets(text)
			out = append(out, InsidePair{name, at.Bytes(first), at.Bytes(second), word == "same"})
		}
	}
	return out, nil
}
