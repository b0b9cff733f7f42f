package corpus

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
)

// tokens lays tokens over a text at the given words, in order.
func tokens(text string, sentences ...string) *onrecord.Reading {
	r := &onrecord.Reading{Doc: Plain("test", text)}
	at := 0
	for _, sentence := range sentences {
		first := len(r.Tokens)
		for _, form := range strings.Split(sentence, "|") {
			at += strings.Index(text[at:], form)
			r.Tokens = append(r.Tokens, onrecord.Token{Span: onrecord.Span{Start: at, End: at + len(form)}})
			at += len(form)
		}
		r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: len(r.Tokens)})
	}
	return r
}

// silver makes rows "form/TAG/head/rel", heads from 1, 0 for a root.
func silver(text string, sentences ...string) *Silver {
	s := &Silver{Name: "test"}
	at := 0
	for _, sentence := range sentences {
		var rows []Row
		for _, item := range strings.Fields(sentence) {
			f := strings.Split(item, "/")
			at += strings.Index(text[at:], f[0])
			var head int
			fmt.Sscan(f[2], &head)
			rows = append(rows, Row{Span: onrecord.Span{Start: at, End: at + len(f[0])}, Form: f[0], Lemma: f[0], Tag: f[1], Name: "O", Head: head - 1, Rel: f[3]})
			at += len(f[0])
		}
		s.Sentences = append(s.Sentences, rows)
	}
	return s
}

func TestAlign(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		own    []string
		silver []string
		want   string
	}{
		"alike": {"He ran.", []string{"He|ran|."}, []string{"He/PRP/2/nsubj ran/VBD/0/root ././2/punct"},
			"He PRP 1 nsubj, ran VBD -1 root, . . 1 punct"},
		"own token over two rows takes the row that governs": {"He re-ran it.", []string{"He|re-ran|it|."},
			[]string{"He/PRP/3/nsubj re-/AFX/3/dep ran/VBD/0/root it/PRP/3/dobj ././3/punct"},
			"He PRP 1 nsubj, re-ran VBD -1 root, it PRP 1 dobj, . . 1 punct"},
		"of two tokens in one row the last takes it": {"He left.”", []string{"He|left|.|”"}, []string{"He/PRP/2/nsubj left/VBD/0/root .”/./2/punct"},
			"He PRP 1 nsubj, left VBD -1 root, .  -1 , ” . 1 punct"},
		"a head in another own sentence makes a root": {"He said: Go.", []string{"He|said|:", "Go|."},
			[]string{"He/PRP/2/nsubj said/VBD/0/root :/:/2/punct Go/VB/2/ccomp ././2/punct"},
			"He PRP 1 nsubj, said VBD -1 root, : : 1 punct, Go VB -1 root, . . -1 root"},
		"a token without a row stays unknown": {"He left now", []string{"He|left|now"}, []string{"He/PRP/2/nsubj left/VBD/0/root"},
			"He PRP 1 nsubj, left VBD -1 root, now  -1 "},
	} {
		r := tokens(c.text, c.own...)
		Align(r, silver(c.text, c.silver...))
		var have []string
		for _, k := range r.Tokens {
			have = append(have, fmt.Sprintf("%s %s %d %s", k.In(c.text), k.Tag, k.Head, k.Rel))
		}
		if got := strings.Join(have, ", "); got != c.want {
			t.Errorf("%s:\nhave %s\nwant %s", name, got, c.want)
		}
	}
}

func TestPlainParagraphs(t *testing.T) {
	text := "\n Headline \n\n\u00a0 \nFirst.\r\nSecond. "
	var have []string
	for _, p := range Plain("test", text).Paragraphs {
		have = append(have, p.In(text))
	}
	if got, want := strings.Join(have, "|"), "Headline|First.|Second."; got != want {
		t.Errorf("paragraphs of %q: have %q, want %q", text, got, want)
	}
}
