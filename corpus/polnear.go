// Package corpus reads annotated documents: text with attributions in brat
// standoff as PolNeAR writes it or in a notation that people type, hand-made
// records of one article, and machine-made tokens in columns.
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

// An Attribution is one annotated source, cue and content. A cue or a content
// is there.
type Attribution struct {
	Source, Cue, Content []onrecord.Span

	Speaker string        // name; Unknown when the article does not say; empty when not annotated
	Said    onrecord.EDTF // the same
}

// Unknown as Speaker or Said is an annotator's answer: the article does not say.
const Unknown = "?"

// An Article is a text with what one annotator found in it.
type Article struct {
	Name         string // "nyt_2016-09-30_some-title"
	Annotator    string
	Outlet       string // empty when metadata.tsv does not say
	Published    onrecord.EDTF
	Text         string
	Attributions []Attribution
	Empty        int // events without a cue or content: no attributions, but score.py counts them as missed
}

// ReadPolNeAR reads dir/text/*.txt with dir/attributions/NAME_ANNOTATOR.ann,
// sorted by name and annotator: an Article for every annotation file. Outlet
// and date come from metadata.tsv in dir or above it, where there is one; a
// note on an event, "speaker: NAME; said: EDTF", fills Speaker and Said.
func ReadPolNeAR(dir string) ([]Article, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("corpus %s: no attributions/*.ann", dir)
	}
	sort.Strings(paths)
	known, err := readMetadata(filepath.Join(dir, "metadata.tsv"), filepath.Join(dir, "..", "metadata.tsv"))
	if err != nil {
		return nil, err
	}
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
		a.Text, a.Outlet, a.Published = string(text), known[a.Name].outlet, known[a.Name].published
		if err = a.readStandoff(path); err != nil {
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

func (a *Article) readStandoff(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	offsets := onrecord.NewOffsets(a.Text)
	spans, events := map[string]standoff{}, map[string]int{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		id, rest, ok := strings.Cut(lines.Text(), "\t")
		switch {
		case !ok || id == "":
		case id[0] == 'T':
			if spans[id], err = parseSpan(rest, offsets); err != nil {
				return fmt.Errorf("corpus %s:%d: %w", path, n, err)
			}
		case id[0] == 'E':
			event := parseEvent(rest, spans)
			if len(event.Cue)+len(event.Content) == 0 {
				a.Empty++
				continue
			}
			events[id] = len(a.Attributions)
			a.Attributions = append(a.Attributions, event)
		case id[0] == '#':
			on, note, _ := strings.Cut(strings.TrimPrefix(rest, "AnnotatorNotes "), "\t")
			if i, ok := events[on]; ok {
				a.Attributions[i].note(note)
			}
		}
	}
	return lines.Err()
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
