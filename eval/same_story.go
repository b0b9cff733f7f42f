package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// Stories are short articles of several outlets on one event, with marks around
// what reports an utterance. A file is lines: "== event", "-- utterance |
// kind:Name | day", ">> report | outlet | day printed" and the article. In it
// {u1a|words} marks the content of a statement: the utterance, a letter for the
// statement; marks alike in one article are pieces of one statement.

// A Story is one article of such a file.
type Story struct {
	Name      string // "harbour.dev/r101"
	Outlet    string
	Published onrecord.EDTF
	Text      string
	Items     []SameItem // in order of their first mark
}

// ReadStories reads the files of a folder whose name ends in .HALF.txt.
func ReadStories(dir, half string) ([]Story, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*."+half+".txt"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("stories: no *.%s.txt in %s: %w", half, dir, os.ErrNotExist)
	}
	var out []Story
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("stories: %w", err)
		}
		stories, err := parseStories(strings.TrimSuffix(filepath.Base(path), ".txt"), string(b))
		if err != nil {
			return nil, fmt.Errorf("stories %s:%w", path, err)
		}
		out = append(out, stories...)
	}
	return out, nil
}

// A storyReader is at a line of a file of stories.
type storyReader struct {
	file     string
	speakers map[string]string // of an utterance
	lines    []string          // of the article
	stories  []Story
}

// parseStories reads the text of a file; errors begin with the line.
func parseStories(file, text string) ([]Story, error) {
	r := storyReader{file: file, speakers: map[string]string{}}
	for n, line := range strings.Split(text, "\n") {
		var err error
		switch head, _, _ := strings.Cut(line, " "); {
		case head == "==", head == ">>":
			if err = r.finish(); err == nil && head == ">>" {
				err = r.begin(line)
			}
		case head == "--" && r.lines == nil:
			var f []string
			if f, err = columns(line, 3); err == nil {
				r.speakers[f[0]] = f[1]
			}
		case r.lines != nil:
			r.lines = append(r.lines, line)
		}
		if err != nil {
			return nil, fmt.Errorf("%d: %w", n+1, err)
		}
	}
	if err := r.finish(); err != nil {
		return nil, fmt.Errorf("end: %w", err)
	}
	return r.stories, nil
}

func columns(line string, n int) ([]string, error) {
	f := strings.Split(line[2:], "|")
	if len(f) != n {
		return nil, fmt.Errorf("%q has %d columns, want %d", line, len(f), n)
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	return f, nil
}

func (r *storyReader) begin(line string) error {
	f, err := columns(line, 3)
	if err != nil {
		return err
	}
	r.lines = []string{}
	r.stories = append(r.stories, Story{Name: r.file + "/" + f[0], Outlet: f[1], Published: onrecord.EDTF(f[2])})
	return nil
}

// finish takes the marks out of the article that was read.
func (r *storyReader) finish() error {
	if r.lines == nil {
		return nil
	}
	marked := strings.TrimSpace(strings.Join(r.lines, "\n"))
	r.lines = nil
	st := &r.stories[len(r.stories)-1]
	var text strings.Builder
	at := map[string]int{}
	for marked != "" {
		before, rest, ok := strings.Cut(marked, "{")
		text.WriteString(before)
		if !ok {
			break
		}
		mark, after, closed := strings.Cut(rest, "}")
		id, words, named := strings.Cut(mark, "|")
		utterance := strings.TrimRightFunc(id, unicode.IsLetter)
		if !closed || !named || r.speakers[utterance] == "" {
			return fmt.Errorf("%s: mark %q is not {utterance and letter|words}", st.Name, mark)
		}
		if _, ok := at[id]; !ok {
			at[id] = len(st.Items)
			st.Items = append(st.Items, SameItem{Article: st.Name, Cluster: r.file + "/" + utterance, Speaker: r.speakers[utterance]})
		}
		item := &st.Items[at[id]]
		item.Content = append(item.Content, onrecord.Span{Start: text.Len(), End: text.Len() + len(words)})
		item.Quoted = item.Quoted || hasQuoteMark(words)
		text.WriteString(words)
		marked = after
	}
	st.Text = text.String()
	return nil
}

// hasQuoteMark reports quotation marks in words; an apostrophe is none.
func hasQuoteMark(words string) bool {
	if strings.ContainsAny(words, "\"“”„«»‘") {
		return true
	}
	for i, r := range words {
		before, _ := utf8.DecodeLastRuneInString(words[:i])
		after, _ := utf8.DecodeRuneInString(words[i+1:])
		if r == '\'' && (i == 0 || unicode.IsSpace(before)) && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
			return true
		}
	}
	return false
}
