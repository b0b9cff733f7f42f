package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// contracted are contractions that no rule takes apart, without apostrophes
// where they are written without, and words that are written as two as well.
var contracted = table(`won't will not|can't can not|cannot can not|shan't shall not|ain't is not|let's let us|y'all you all|gonna going to
wanna want to|gotta got to|kinda kind of|sorta sort of|outta out of|lemme let me|gimme give me|dunno do not know|'em them|'til until|'cause because
anytime any time|anymore any more|anyway any way|everyday every day|forever for ever|alright all right|someday some day|noone no one|awhile a while
percent percent|ma'am madam|o'clock o'clock|cos because|til until|ok okay|e.g eg|i.e ie|dont do not|didnt did not|doesnt does not|isnt is not|wasnt was not`)

// clitics are the ends of contractions.
var clitics = [...]struct{ end, word string }{
	{"n't", "not"}, {"'ll", "will"}, {"'re", "are"}, {"'ve", "have"}, {"'m", "am"}, {"'d", "would"}, {"'s", "'s"},
}

// normal is the normal form of a word as it stands in a text; words of one that
// is several have spaces between them.
func normal(raw string) string {
	w := lower(raw)
	if two, ok := contracted[w]; ok {
		return two
	}
	if strings.Contains(w, "'") {
		for _, c := range clitics {
			if stem, ok := strings.CutSuffix(w, c.end); ok && stem != "" {
				return spelling(strings.ReplaceAll(stem, "'", "")) + " " + c.word
			}
		}
		if w = strings.ReplaceAll(w, "'", ""); w == "" {
			return raw
		}
	}
	if w[0] >= '0' && w[0] <= '9' {
		return figures(w)
	}
	return spelling(w)
}

// lower is raw in lower case, with straight apostrophes, and without accents on
// Latin letters, points between initials, brackets and what is not seen.
func lower(raw string) string {
	plain := true
	for i := range len(raw) {
		if c := raw[i]; c >= utf8.RuneSelf || c == '.' || c == '[' || c == ']' || c == ',' {
			plain = false
		}
	}
	if plain {
		return strings.ToLower(raw)
	}
	if strings.IndexFunc(raw, func(r rune) bool { return r >= 0xc0 && r < 0x250 }) >= 0 {
		raw = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFKD.String(raw))
	}
	digits := strings.ContainsAny(raw, "0123456789")
	w := strings.ToLower(strings.Map(func(r rune) rune {
		switch r {
		case '’', 'ʼ':
			return '\''
		case '[', ']', ',', '\u00ad', '\u200b', '\u200d', '\u2060':
			return -1
		case '.':
			if !digits {
				return -1
			}
		}
		return r
	}, raw))
	if w == "" {
		return raw
	}
	return w
}

// table reads lines of a word and what stands for it, "|" between them.
func table(s string) map[string]string {
	out := map[string]string{}
	for entry := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '|' || r == '\n' }) {
		word, rest, _ := strings.Cut(entry, " ")
		out[word] = rest
	}
	return out
}

func set(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// beings are words after which 's is mostly a verb.
var beings = set(`it he she that this there here what who where how when why everything nothing something anything
everyone everybody nobody somebody someone anyone anybody one`)

// doings are words before which 's is a verb, whatever it follows.
var doings = set("not going gonna never been a an the always about time")

// possessives tells "it's" from "Hall's": the one becomes is, the other stays
// as "s".
func possessives(words []Word) []Word {
	for i := range words {
		if words[i].Norm != "'s" {
			continue
		}
		words[i].Norm = "s"
		if i > 0 && beings[words[i-1].Norm] || i+1 < len(words) && doings[words[i+1].Norm] {
			words[i].Norm = "is"
		}
	}
	return words
}

// compounds joins what is written as one word too: "per cent", "e-mail".
func compounds(words []Word) []Word {
	out := words[:0]
	for _, w := range words {
		if k := len(out) - 1; k >= 0 && !w.Gap {
			if one := joined[out[k].Norm+" "+w.Norm]; one != "" && out[k].Start < w.Start {
				out[k].End, out[k].Norm = w.End, one
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

var joined = func() map[string]string {
	out := map[string]string{}
	for _, w := range strings.Fields(`per-cent e-mail on-line web-site co-operate co-operates co-operative co-operatives co-operation co-operating co-operated co-ordinate co-ordinated co-ordinates co-ordinator co-ordination
re-elect re-elected re-election re-open re-opens re-opening re-opened health-care child-care day-care pay-roll week-end cease-fire under-way`) {
		a, b, _ := strings.Cut(w, "-")
		out[a+" "+b] = a + b
	}
	return out
}()
