package token

import (
	"strings"

	"onrecord"
)

// sentenceEnd returns the index after the last token of the sentence that
// begins at first.
//
// A sentence ends after ".", "!", "?" and the closing marks that touch them,
// unless what follows begins with a small letter; and after an abbreviation
// before a word that seldom stands in mid-sentence with a capital. An ellipsis
// ends none: in news it mostly stands for words left out of a quotation.
func sentenceEnd(text string, tokens []onrecord.Token, first int) int {
	limit := min(len(tokens), first+MaxSentence)
	for i := first; i < limit; i++ {
		t := tokens[i]
		kind := ending(text[t.Start:t.End])
		if kind == noEnd {
			continue
		}
		next := i + 1
		for next < limit && closes(text, tokens[next-1].End, tokens[next]) {
			next++
		}
		if next >= limit {
			return next
		}
		if begins(text, tokens, next, kind) {
			return next
		}
	}
	return limit
}

type endKind int

const (
	noEnd    endKind = iota
	stop             // . ! ?
	weakStop         // an abbreviation
)

func ending(form string) endKind {
	switch last := form[len(form)-1]; {
	case last == '!' || last == '?':
		return stop
	case last != '.':
		return noEnd
	case len(form) == 1:
		return stop
	case form[0] == '.': // an ellipsis; four points hold a full stop
		if len(form) == 4 && strings.Count(form, ".") == 4 {
			return stop
		}
		return noEnd
	case titles[form[:len(form)-1]] || len(form) == 2:
		return noEnd
	}
	return weakStop
}

// closes reports whether a token touches the one before and closes something.
func closes(text string, before int, t onrecord.Token) bool {
	if t.Start != before {
		return false
	}
	switch text[t.Start:t.End] {
	case "”", "’", "''", "»", ")", "]", "}", "’’":
		return true
	case "\"", "'", "“", "‘", "«":
		// Straight or wrongly turned marks close when no word touches them.
		_, c, _ := at(text, t.End)
		return c != letter && c != digit
	}
	return false
}

// begins reports whether the token at next begins a sentence.
func begins(text string, tokens []onrecord.Token, next int, kind endKind) bool {
	k := next
	for k < len(tokens) && k < next+3 && opens(text[tokens[k].Start:tokens[k].End]) {
		k++
	}
	if k >= len(tokens) {
		return true
	}
	rest := text[tokens[k].Start:]
	if kind == weakStop {
		return starter(rest) || k > next && upper(rest[0])
	}
	if lower(rest[0]) {
		return webAddress(rest)
	}
	return rest[0] != ',' && rest[0] != ';' && rest[0] != ':'
}

func webAddress(rest string) bool {
	return strings.HasPrefix(rest, "http") || strings.HasPrefix(rest, "pic.") || strings.HasPrefix(rest, "www.")
}

func opens(form string) bool {
	switch form {
	case "“", "‘", "\"", "'", "``", "''", "(", "[", "«", "„", "-", "--", "—", "–":
		return true
	}
	return false
}

// starter reports whether the text begins with a word that has a capital
// because it begins a sentence, seldom because it is part of a name.
func starter(rest string) bool {
	end := 0
	for end < len(rest) && end < 12 && ascii[rest[end]] == letter {
		end++
	}
	return starters[rest[:end]]
}

var starters = set(`A About According After All Also Although Among An And Another Any Are Around As Asked At Be
	Because Before Both But By Can Critics Did Do Does During Each Earlier Even Every Few For From Had Has Have He Her
	Here His How However I If In Instead Is It Its Just Last Later Like Many Meanwhile More Most Mr Mrs Ms My Nearly
	No None Nor Not Now Of Officials On Once One Only Or Other Others Our Over People Polls Perhaps Police Rather
	Republicans Democrats Several She Should Since So Some Still Such Supporters Than That The Their Then There These They
	This Those Though Three Through To Today Two Under Unlike Until Voters Was We Well Were What When Where Whether
	Which While Who Why Will With Without Would Yes Yet You Your`)
