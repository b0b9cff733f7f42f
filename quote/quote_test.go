package quote

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"regexp"
	"strings"
	"sync"
	"testing"

	"onrecord"
	"onrecord/linear"
)

// pieces divides a text into words and marks, without linguistics.
var pieces = regexp.MustCompile(`[\pL\pN]+|[^\s\pL\pN]`)

// plain makes a reading of a text whose sentences are its lines; every token
// hangs on the one before.
func plain(text string) *onrecord.Reading {
	r := &onrecord.Reading{Doc: &onrecord.Document{Text: text, Paragraphs: lines(text)}}
	for p, par := range r.Doc.Paragraphs {
		first := len(r.Tokens)
		for _, at := range pieces.FindAllStringIndex(par.In(text), -1) {
			r.Tokens = append(r.Tokens, word(text, par.Start+at[0], par.Start+at[1], len(r.Tokens)-1))
		}
		if len(r.Tokens) > first {
			r.Tokens[first].Head = -1
			r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: len(r.Tokens), Paragraph: p})
		}
	}
	return r
}

func word(text string, start, end, head int) onrecord.Token {
	form := text[start:end]
	t := onrecord.Token{Span: onrecord.Span{Start: start, End: end}, Lemma: strings.ToLower(form), Tag: "NN", Name: "O", Head: head, Rel: "dep"}
	switch {
	case strings.ContainsAny(form[:1], `.,:;"“”—`):
		t.Tag = form[:1]
	case form == "said" || form == "wait" || form == "fell":
		t.Tag = "VBD"
	case form[0] >= 'A' && form[0] <= 'Z':
		t.Tag = "NNP"
	}
	return t
}

// spansOf finds the words in the text, each after the one before.
func spansOf(text string, words ...string) []onrecord.Span {
	var out []onrecord.Span
	at := 0
	for _, w := range words {
		i := strings.Index(text[at:], w)
		if i < 0 {
			panic("no " + w)
		}
		out = append(out, onrecord.Span{Start: at + i, End: at + i + len(w)})
		at += i + len(w)
	}
	return out
}

// tiny learns from a few sentences, once.
var tiny = sync.OnceValue(func() *Finder { return Train(tinyExamples(), tinyOptions()) })

func tinyOptions() Options {
	o := DefaultOptions()
	o.Bits, o.CascadeBits, o.RankBits, o.MinCount, o.CascadeMinCount, o.Folds, o.Epochs = 14, 14, 12, 1, 1, 2, 8
	o.Rate = 0.05
	return o
}

func tinyExamples() []Example {
	var out []Example
	for _, name := range []string{"Ann", "Bo", "Cy", "Di", "Ed", "Flo"} {
		for _, thing := range []string{"rain", "tax", "bridge", "vote"} {
			text := `"The ` + thing + ` will wait," ` + name + ` said.` + "\n" + name + " said the " + thing + " was late.\nThe " + thing + " fell."
			ex := Example{Reading: plain(text)}
			quoted := spansOf(text, `"The `+thing+` will wait,"`, name, "said")
			after := spansOf(text, "\n"+name, "said", "the "+thing+" was late")
			after[0].Start++
			ex.Gold = []Gold{
				{Content: quoted[:1], Source: quoted[1:2], Cue: quoted[2:3]},
				{Source: after[:1], Cue: after[1:2], Content: after[2:3]},
			}
			out = append(out, ex)
		}
	}
	return out
}

func TestFindWhatWasLearned(t *testing.T) {
	text := `"The harbour will wait," Gus said.` + "\nGus said the harbour was late.\nThe harbour fell."
	r := plain(text)
	tiny().Find(r)
	if len(r.Statements) != 2 {
		t.Fatalf("have %d statements, want 2: %+v", len(r.Statements), r.Statements)
	}
	for i, want := range []struct {
		kind                    onrecord.Kind
		content, source, inside string
	}{
		{onrecord.Direct, `"The harbour will wait,"`, "Gus", "The harbour will wait,"},
		{onrecord.Indirect, "the harbour was late", "Gus", ""},
	} {
		st := r.Statements[i]
		inside := ""
		if len(st.Verbatim) > 0 {
			inside = st.Verbatim[0].In(text)
		}
		if st.Kind != want.kind || st.Content[0].In(text) != want.content || st.Source.In(text) != want.source || inside != want.inside {
			t.Errorf("statement %d: have %s %q by %q verbatim %q, want %+v", i, st.Kind, st.Content[0].In(text), st.Source.In(text), inside, want)
		}
		if st.Score <= 0 || st.Score > 1 || len(st.Why) == 0 || st.ID == "" {
			t.Errorf("statement %d: score %v, why %v, ID %q", i, st.Score, st.Why, st.ID)
		}
	}
}

func TestRecoverQuotations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // source: pieces of content joined by " + "
	}{
		{"signature", "“The bridge can wait.” — Ida Holm", []string{"Ida Holm: “The bridge can wait.”"}},
		{"next paragraph goes on", "“The bridge will wait,” Ann said.\n“The rain is near.”", []string{"Ann: “The bridge will wait,” + “The rain is near.”"}},
		{"only the last paragraph closes", "“The tide is here.\n“The bridge will wait,” Ann said.", []string{"Ann: “The tide is here. + “The bridge will wait,”"}},
		{"signed letter", "Books are near.\n— Ida Holm, Oslo", []string{"Ida Holm, Oslo: Books are near."}},
		{"nobody near", "The tide rose.\n“We wait here until the bridge falls down.”", []string{": “We wait here until the bridge falls down.”"}},
		{"a title is no statement", "The film “Rain” fell.", nil},
		{"one heading is no transcript", "Radio.\nWEATHER: Cold and dry.", nil},
		{"transcript turns", "Radio.\nANN HOLM: The bridge fell.\nBO LIND: The rain fell.", []string{"ANN HOLM: The bridge fell.", "BO LIND: The rain fell."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := plain(c.text)
			tiny().Find(r)
			var have []string
			for _, st := range r.Statements {
				var pieces []string
				for _, p := range st.Content {
					pieces = append(pieces, p.In(c.text))
				}
				have = append(have, st.Source.In(c.text)+": "+strings.Join(pieces, " + "))
			}
			if strings.Join(have, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("text %q\nhave %q\nwant %q\n%+v", c.text, have, c.want, r.Statements)
			}
		})
	}
}

func TestTrainingIsDeterministic(t *testing.T) {
	var a, b bytes.Buffer
	if err := errors.Join(tiny().Write(&a, "test"), Train(tinyExamples(), tinyOptions()).Write(&b, "test")); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same corpus and seed gave different bytes")
	}
}

func TestOpenRefuses(t *testing.T) {
	var b bytes.Buffer
	if err := tiny().Write(&b, "test"); err != nil {
		t.Fatal(err)
	}
	other := bytes.Replace(b.Bytes(), []byte(featuresVersion), []byte("quote 0"), 1)
	for name, file := range map[string][]byte{"empty": nil, "cut": b.Bytes()[:b.Len()/2], "other features": other} {
		if _, err := Open(file); !errors.Is(err, linear.ErrModel) {
			t.Errorf("%s: have error %v, want one about the model file", name, err)
		}
	}
}

// FuzzFind tests the package's promise on texts with arbitrary trees.
func FuzzFind(f *testing.F) {
	f.Add(`"The rain will wait," Ann said. Bo`+"\n"+`“ x — Y`, uint64(1))
	f.Add("A : b\n\nANN : c\nBO : d", uint64(7))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		r := plain(strings.ToValidUTF8(text, "?"))
		rng := rand.New(rand.NewPCG(seed, 0))
		for i := range r.Tokens {
			r.Tokens[i].Head = rng.IntN(len(r.Tokens)+1) - 1
			r.Tokens[i].Rel = []string{"nsubj", "ccomp", "dep"}[rng.IntN(3)]
		}
		tiny().Find(r)
		checkPromise(t, r)
	})
}

func checkPromise(t *testing.T, r *onrecord.Reading) {
	t.Helper()
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	taken := make([]bool, len(r.Doc.Text))
	starts, ends := map[int]bool{}, map[int]bool{}
	for _, tok := range r.Tokens {
		starts[tok.Start], ends[tok.End] = true, true
	}
	for _, st := range r.Statements {
		for _, s := range st.Content {
			if !starts[s.Start] || !ends[s.End] {
				t.Fatalf("%q: content %v not on the edges of tokens", r.Doc.Text, s)
			}
			for i := s.Start; i < s.End; i++ {
				if taken[i] {
					t.Fatalf("%q: byte %d in two contents", r.Doc.Text, i)
				}
				taken[i] = true
			}
		}
	}
}
