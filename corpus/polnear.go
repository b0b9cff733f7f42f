// Package corpus reads annotated documents: text with attributions in brat
// standoff as PolNeAR writes it, and machine-made tokens in columns.
//
// Offsets in the files are code points; in memory they are bytes.
package corpus

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"onrecord"
)

// An Attribution is one annotated source, cue and content. Any of them may be
// absent, but not all.
type Attribution struct {
	Source, Cue, Content []onrecord.Span
}

// An Article is a text with what one annotator found in it.
type Article struct {
	Name         string // "nyt_2016-09-30_some-title"
	Annotator    string
	Text         string
	Attributions []Attribution
}

// ReadPolNeAR reads dir/text/*.txt with dir/attributions/NAME_ANNOTATOR.ann,
// sorted by name and annotator: an Article for every annotation file.
func ReadPolNeAR(dir string) ([]Article, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("corpus %s: no attributions/*.ann", dir)
	}
	sort.Strings(paths)
	articles := make([]Article, 0, len(paths))
	for _, path := range paths {
		base := strings.TrimSuffix(filepath.Base(path), ".ann")
		cut := strings.LastIndexByte(base, '_')
		if cut < 0 {
			return nil, fmt.Errorf("corpus %s: no annotator in its name", path)
		}
		a := Article{Name: base[:cut], Annotator: base[cut+1:]}
		text, err := os.ReadFile(filepath.Join(dir, "text", a.Name+".txt"))
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		a.Text = string(text)
		if a.Attributions, err = readStandoff(path, onrecord.NewOffsets(a.Text)); err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// First keeps the first annotator of each article.
func First(articles []Article) []Article {
	var out []Article
	for i, a := range articles {
		if i == 0 || a.Name != articles[i-1].Name {
			out = append(out, a)
		}
	}
	return out
}

type standoff struct {
	role  string
	spans []onrecord.Span
}

func readStandoff(path string, offsets *onrecord.Offsets) ([]Attribution, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	spans := map[string]standoff{}
	var out []Attribution
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		id, rest, ok := strings.Cut(lines.Text(), "\t")
		switch {
		case !ok:
		case id[0] == 'T':
			if spans[id], err = parseSpan(rest, offsets); err != nil {
				return nil, fmt.Errorf("corpus %s:%d: %w", path, n, err)
			}
		case id[0] == 'E':
			if a := parseEvent(rest, spans); len(a.Cue)+len(a.Content) > 0 {
				out = append(out, a)
			}
		}
	}
	return out, lines.Err()
}

func parseSpan(line string, offsets *onrecord.Offsets) (standoff, error) {
	head, _, _ := strings.Cut(line, "\t")
	role, pieces, _ := strings.Cut(head, " ")
	s := standoff{role: role}
	for _, piece := range strings.Split(pieces, ";") {
		from, to, _ := strings.Cut(piece, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || start > end {
			return s, fmt.Errorf("span %q", piece)
		}
		s.spans = append(s.spans, offsets.Bytes([2]int{start, end}))
	}
	return s, nil
}

func parseEvent(line string, spans map[string]standoff) Attribution {
	var a Attribution
	for _, item := range strings.Fields(line) {
		_, ref, _ := strings.Cut(item, ":")
		s := spans[ref]
		switch s.role {
		case "Source":
			a.Source = append(a.Source, s.spans...)
		case "Cue":
			a.Cue = append(a.Cue, s.spans...)
		case "Content":
			a.Content = append(a.Content, s.spans...)
		}
	}
	for _, spans := range [][]onrecord.Span{a.Source, a.Cue, a.Content} {
		sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	}
	return a
}
