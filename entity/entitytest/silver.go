package entitytest

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord"
	"onrecord/corpus"
)

// Shared is the folder with the corpora: $ONRECORD_SHARED, else ../shared
// beside the repository; empty when neither is there. Up is the way from the
// test's folder to the repository's root, "..".
func Shared(up string) string {
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = filepath.Join(up, "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "polnear")); err != nil {
		return ""
	}
	return dir
}

// Silver reads the articles of a part of PolNeAR, "train" or "dev", in order of
// name, as Readings: CoreNLP's tokens, the first annotator's attributions as
// statements. A nil keep keeps all.
func Silver(shared, part string, keep func(name string) bool) ([]*onrecord.Reading, error) {
	articles, err := corpus.ReadPolNeAR(filepath.Join(shared, "polnear", part))
	if err != nil {
		return nil, err
	}
	published, err := published(filepath.Join(shared, "polnear", "metadata.tsv"))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	var kept []corpus.Article
	for _, a := range corpus.First(articles) {
		if keep == nil || keep(a.Name) {
			kept = append(kept, a)
			texts[a.Name] = a.Text
		}
	}
	silver, err := corpus.ReadCoNLL(filepath.Join(shared, "polnear", part+".conll.gz"), texts)
	if err != nil {
		return nil, err
	}
	sentences := map[string][][]corpus.Row{}
	for _, s := range silver {
		sentences[s.Name] = s.Sentences
	}
	var out []*onrecord.Reading
	for _, a := range kept {
		out = append(out, fromSilver(a, sentences[a.Name], published[a.Name]))
	}
	return out, nil
}

func fromSilver(a corpus.Article, sentences [][]corpus.Row, day string) *onrecord.Reading {
	r := &onrecord.Reading{Doc: &onrecord.Document{Article: a.Name, Text: a.Text, Language: "en"}}
	if day != "" {
		r.Doc.Published = onrecord.Claimed{EDTF: onrecord.EDTF(day), Basis: "given"}
	}
	Prepare(r, true)
	paragraph := 0
	for _, rows := range sentences {
		first := len(r.Tokens)
		for _, row := range rows {
			t := onrecord.Token{Span: row.Span, Lemma: strings.ToLower(row.Lemma), Tag: row.Tag, Name: row.Name, Head: -1, Rel: row.Rel}
			if row.Head >= 0 {
				t.Head = first + row.Head
			}
			r.Tokens = append(r.Tokens, t)
		}
		for paragraph < len(r.Doc.Paragraphs)-1 && r.Doc.Paragraphs[paragraph].End <= rows[0].Start {
			paragraph++
		}
		r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: len(r.Tokens), Paragraph: paragraph})
	}
	for _, at := range a.Attributions {
		st := onrecord.Statement{Doc: r.Doc.ID, Content: at.Content, Cue: whole(at.Cue), Source: whole(at.Source)}
		Finish(r, &st)
		r.Statements = append(r.Statements, st)
	}
	order(r.Statements)
	return r
}

// whole joins the pieces of a span.
func whole(pieces []onrecord.Span) onrecord.Span {
	if len(pieces) == 0 {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: pieces[0].Start, End: pieces[len(pieces)-1].End}
}

// published reads the days of publication.
func published(path string) (map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("silver: %w", err)
	}
	days := map[string]string{}
	for _, line := range strings.Split(string(b), "\n") {
		if f := strings.Split(line, "\t"); len(f) > 5 {
			days[f[1]] = f[5]
		}
	}
	return days, nil
}

// order orders statements by their first span.
func order(statements []onrecord.Statement) {
	slices.SortStableFunc(statements, func(a, b onrecord.Statement) int {
		return cmp.Or(start(a)-start(b), a.Cue.Start-b.Cue.Start)
	})
}

func start(st onrecord.Statement) int {
	at := st.Cue.Start
	for _, s := range append([]onrecord.Span{st.Source}, st.Content...) {
		if !s.IsZero() && (s.Start < at || st.Cue.IsZero()) {
			at = s.Start
		}
	}
	return at
}
