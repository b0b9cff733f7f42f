package tag

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/token"
)

// FuzzTag checks the package's promise: everything is filled, and each sentence
// is one tree without crossing edges.
func FuzzTag(f *testing.F) {
	for _, text := range []string{"", "a", "The minister said that taxes fell.", "“No,” she said. ‘Never!’", "((((", "é\u00adx 2016 …",
		strings.Repeat("a, ", 700)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "�")
		if len(text) > 1<<16 {
			t.Skip("long")
		}
		r := &onrecord.Reading{Doc: &onrecord.Document{Text: text}}
		if text != "" {
			r.Doc.Paragraphs = []onrecord.Span{{Start: 0, End: len(text)}}
		}
		token.Split(r)
		tiny().Tag(r)
		for _, sent := range r.Sentences {
			checkSentence(t, r.Tokens, sent)
		}
		again := bare(r)
		tiny().Tag(again)
		if !slices.Equal(r.Tokens, again.Tokens) {
			t.Errorf("%q: tagging twice gave different answers", text)
		}
	})
}

func checkSentence(t *testing.T, tokens []onrecord.Token, sent onrecord.Sentence) {
	t.Helper()
	roots := 0
	for i := sent.First; i < sent.End; i++ {
		k := tokens[i]
		if k.Tag == "" || k.Name == "" || k.Lemma == "" || k.Rel == "" {
			t.Fatalf("token %d is not filled: %+v", i, k)
		}
		if k.Head < 0 {
			roots++
			if k.Rel != "root" {
				t.Errorf("token %d without a head is %q, want root", i, k.Rel)
			}
			continue
		}
		if k.Head < sent.First || k.Head >= sent.End || k.Head == i {
			t.Fatalf("token %d of sentence %v has head %d", i, sent, k.Head)
		}
		lo, hi := min(i, k.Head), max(i, k.Head)
		for m := lo + 1; m < hi; m++ {
			if h := tokens[m].Head; h < lo || h > hi {
				t.Fatalf("edge %d-%d is crossed by %d-%d", i, k.Head, m, h)
			}
		}
	}
	if roots != 1 {
		t.Errorf("sentence %v has %d roots, want 1", sent, roots)
	}
}

// FuzzOpen checks that no model file, however damaged, does worse than an
// error. The checksum is made good, so that what lies behind it is reached.
func FuzzOpen(f *testing.F) {
	const magic = "onrecord model 1\n"
	f.Add([]byte(`{"Name":"tag","Features":"`+features+`"}`), []byte{})
	f.Add([]byte(`{"Name":"tag","Features":"`+features+`","Labels":{"tags":["NN"],"names":["O"],"relations":["root"],"lemmas":["-1 x"]},"Sections":[{"Name":"pos","Size":8}]}`), make([]byte, 8))
	f.Add([]byte(`{"Sections":[{"Name":"pos","Size":-1}]}`), []byte{1})
	f.Fuzz(func(t *testing.T, header, body []byte) {
		b := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(header)))...)
		b = append(append(b, header...), body...)
		b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)))
		if tagger, err := Open(b); err == nil {
			r := bare(readColumns(t, "testdata/tiny.conll"))
			tagger.Tag(r)
		}
	})
}
