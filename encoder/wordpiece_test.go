package encoder

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func randomVocabulary(t testing.TB) *Vocabulary {
	v, ok := NewVocabulary(randomPieces)
	if !ok {
		t.Fatal("the vocabulary is refused")
	}
	return v
}

func TestAppend(t *testing.T) {
	v := randomVocabulary(t)
	for _, c := range []struct{ token, want string }{
		{"the", "the"}, {"Says", "say ##s"}, {"SAYING", "say ##ing"}, {"late", "late"},
		{"Café", "cafe"}, {"cafe\u0301s", "cafe ##s"}, {"zebra", "[UNK]"}, {"sayz", "[UNK]"},
		{"日日", "日 日"}, {"日a", "日 a"}, {"👍", "[UNK]"}, {"it,was", "it , was"}, {"...", ". . ."}, {"\"", "\""},
		{"", "[UNK]"}, {"\x00", "[UNK]"}, {"\xff", "[UNK]"}, {"t\x00he", "the"}, {"he it", "he it"}, {"\u200bhe", "he"},
		{strings.Repeat("ab", 3), "a ##b ##a ##b ##a ##b"},
		{strings.Repeat(".", 50), strings.TrimSpace(strings.Repeat(". ", maxPieces))},
		{strings.Repeat("a", 200), "[UNK]"}, {strings.Repeat("x", 1<<20), "[UNK]"}, {"[CLS]", "[UNK] [UNK] [UNK]"},
	} {
		var have []string
		for _, id := range v.Append(nil, c.token) {
			have = append(have, v.Piece(id))
		}
		if want := strings.Fields(c.want); !slices.Equal(have, want) {
			t.Errorf("%.40q: pieces %q, want %q", c.token, have, want)
		}
	}
}

func TestNewVocabulary(t *testing.T) {
	if _, ok := NewVocabulary([]string{"[PAD]", "[UNK]", "[CLS]", "the"}); ok {
		t.Error("a vocabulary without [SEP] is taken")
	}
}

func TestCaseOf(t *testing.T) {
	for token, want := range map[string]uint8{"": NoLetters, "...": NoLetters, "the": Lower, "The": Title, "A": Title, "US": Capitals, "McCain": Mixed, "iPad": Mixed, "2nd": Digits, "Émile": Title, "日": Lower} {
		if have := CaseOf(token); have != want {
			t.Errorf("CaseOf(%q) = %d, want %d", token, have, want)
		}
	}
}

// FuzzAppend holds that a token has pieces, and not more than maxPieces, and
// that what was there before stays.
func FuzzAppend(f *testing.F) {
	v := randomVocabulary(f)
	for _, s := range []string{"the", "Café", "日本", "👍\x00", "a.b", "\xff\xfe", strings.Repeat("é", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ids := v.Append([]int32{7}, s)
		if len(ids) < 2 || len(ids) > 1+maxPieces || ids[0] != 7 {
			t.Errorf("%q: %v", s, ids)
		}
		for _, id := range ids {
			if id < 0 || int(id) >= v.Len() {
				t.Errorf("%q: no piece %d", s, id)
			}
		}
		if CaseOf(s) >= cases || !utf8.ValidString(v.Piece(ids[1])) {
			t.Errorf("%q: case %d, piece %q", s, CaseOf(s), v.Piece(ids[1]))
		}
	})
}
