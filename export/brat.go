package export

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"onrecord"
)

// Brat standoff as PolNeAR writes it (Newell, Margolin and Ruths, LREC 2018):
//
//	T1	Source 89 106	The Ferry Company
//	T2	Cue 107 114	reports
//	T3	Content 115 140;141 160	that the boats are full
//	T4	Attribution 107 114	reports
//	E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
//
// An event without a source is an Attribution-no-source. The trigger stands
// where the cue does; without a cue, where the source or the content does. No
// piece crosses a line's end, and the words of pieces are joined by a space.

// Brat writes a NAME.txt and a NAME.ann for each reading, as brat opens them.
type Brat struct {
	dir  string
	used map[string]bool
}

// NewBrat writes into dir, which is made if need be.
func NewBrat(dir string) *Brat { return &Brat{dir, map[string]bool{}} }

// Reading writes the two files of r. A file that is there is replaced.
func (b *Brat) Reading(r *onrecord.Reading) error {
	if err := os.MkdirAll(b.dir, 0o755); err != nil {
		return fmt.Errorf("brat: %w", err)
	}
	base := filepath.Join(b.dir, b.name(r.Doc))
	if err := os.WriteFile(base+".txt", []byte(r.Doc.Text), 0o644); err != nil {
		return fmt.Errorf("brat: %w", err)
	}
	if err := os.WriteFile(base+".ann", []byte(Standoff(r)), 0o644); err != nil {
		return fmt.Errorf("brat: %w", err)
	}
	return nil
}

// Article writes the files of a.
func (b *Brat) Article(a *Article) error { return b.Reading(a.r) }

// Close has nothing left to write.
func (b *Brat) Close() error { return nil }

// name is the article's file name in plain letters; of two articles with one
// name the second gets its ID too.
func (b *Brat) name(doc *onrecord.Document) string {
	name := fileName(doc.Article)
	if key := strings.ToLower(name); b.used[key] || name == "" {
		name = strings.TrimPrefix(name+"-"+string(doc.ID), "-")
	}
	b.used[strings.ToLower(name)] = true
	return name
}

// fileName keeps letters, digits, dots, dashes and underscores of the last part
// of a path or URL, at most 100 bytes.
func fileName(article string) string {
	article = strings.TrimRight(article, "/")
	base := article[strings.LastIndexByte(article, '/')+1:]
	base = strings.TrimSuffix(base, filepath.Ext(base))
	base = strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '-', c == '_':
			return c
		}
		return '_'
	}, base)
	return strings.TrimLeft(base[:min(len(base), 100)], ".")
}

// Standoff is the .ann file of r.
func Standoff(r *onrecord.Reading) string {
	s := standoff{text: r.Doc.Text, offsets: onrecord.NewOffsets(r.Doc.Text)}
	for _, st := range inOrder(r.Statements) {
		s.event(st)
	}
	return s.out.String()
}

type standoff struct {
	text    string
	offsets *onrecord.Offsets
	out     strings.Builder
	spans   int // number of the last T
	events  int // number of the last E
}

func (s *standoff) event(st *onrecord.Statement) {
	source, cue := s.span("Source", st.Source), s.span("Cue", st.Cue)
	content := s.span("Content", st.Content...)
	kind := "Attribution"
	if source == "" {
		kind = "Attribution-no-source"
	}
	trigger := s.span(kind, triggerOf(st)...)
	if trigger == "" {
		return
	}
	s.events++
	fmt.Fprintf(&s.out, "E%d\t%s:%s", s.events, kind, trigger)
	for _, arg := range [][2]string{{"Content", content}, {"Cue", cue}, {"Source", source}} {
		if arg[1] != "" {
			fmt.Fprintf(&s.out, " %s:%s", arg[0], arg[1])
		}
	}
	s.out.WriteByte('\n')
}

func triggerOf(st *onrecord.Statement) []onrecord.Span {
	switch {
	case !st.Cue.IsZero():
		return []onrecord.Span{st.Cue}
	case !st.Source.IsZero():
		return []onrecord.Span{st.Source}
	}
	return st.Content
}

// span writes a T line and returns its name, or nothing where no words stand.
func (s *standoff) span(kind string, spans ...onrecord.Span) string {
	var places, words []string
	for _, line := range lines(s.text, spans) {
		p := s.offsets.Points(line)
		places = append(places, strconv.Itoa(p[0])+" "+strconv.Itoa(p[1]))
		words = append(words, line.In(s.text))
	}
	if places == nil {
		return ""
	}
	s.spans++
	fmt.Fprintf(&s.out, "T%d\t%s %s\t%s\n", s.spans, kind, strings.Join(places, ";"), strings.Join(words, " "))
	return "T" + strconv.Itoa(s.spans)
}

// lines cuts spans at line ends and drops the white space around the cuts.
func lines(text string, spans []onrecord.Span) []onrecord.Span {
	var out []onrecord.Span
	for _, span := range spans {
		for at := span.Start; at < span.End; {
			end := span.End
			if cut := strings.IndexAny(text[at:end], "\r\n"); cut >= 0 {
				end = at + cut
			}
			line := text[at:end]
			if words := strings.TrimSpace(line); words != "" {
				start := at + strings.Index(line, words)
				out = append(out, onrecord.Span{Start: start, End: start + len(words)})
			}
			at = end + 1
		}
	}
	return out
}
