package wording

import "strings"

// stem cuts the ending off a word in its normal form, as Porter, "An algorithm
// for suffix stripping" (1980), does; irregular forms go to their verb or noun
// first.
func stem(w string) string {
	if base := irregular[w]; base != "" {
		w = base
	}
	if len(w) < 4 || w[0] < 'a' || w[0] > 'z' {
		return w
	}
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return w
		}
	}
	return string(porter(w).step1().step2().step3().step4().step5())
}

var irregular = table(`went go|gone go|goes go|said say|told tell|made make|gave give|given give|took take|taken take|got get|came come|saw see
seen see|knew know|known know|thought think|left leave|lost lose|won win|paid pay|sold sell|bought buy|brought bring|built build|held hold
kept keep|led lead|met meet|ran run|sent send|spent spend|stood stand|taught teach|understood understand|wrote write|written write
spoke speak|spoken speak|broke break|broken break|chose choose|chosen choose|fell fall|fallen fall|grew grow|grown grow|began begin|begun begin
became become|found find|felt feel|heard hear|meant mean|drew draw|drawn draw|drove drive|driven drive|rose rise|risen rise|shook shake
threw throw|thrown throw|wore wear|worn wear|women woman|men man|children child|fought fight|caught catch|sought seek|slept sleep|dealt deal
hid hide|hidden hide|lay lie|laid lay|lit light|sat sit|shot shoot|shown show|stole steal|stolen steal|struck strike|sank sink|swore swear
sworn swear|ate eat|eaten eat|flew fly|flown fly|forgot forget|forgotten forget|bore bear|borne bear|born bear|bought buy|died die|dying die
lying lie|lives life|wives wife|halves half|worse bad|worst bad|better good|best good|less little|fewer few|dead die|death die`)

// A porter is a word on its way through the steps.
type porter string

// vowel reports a vowel at i; y is one after a consonant.
func (w porter) vowel(i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y':
		return i > 0 && !w.vowel(i-1)
	}
	return false
}

// measure counts how often a consonant follows a vowel.
func (w porter) measure() (m int) {
	before := false
	for i := range len(w) {
		v := w.vowel(i)
		if before && !v {
			m++
		}
		before = v
	}
	return m
}

func (w porter) hasVowel() bool {
	for i := range len(w) {
		if w.vowel(i) {
			return true
		}
	}
	return false
}

// doubled reports two of one consonant at the end.
func (w porter) doubled() bool {
	n := len(w)
	return n > 1 && w[n-1] == w[n-2] && !w.vowel(n-1)
}

// short reports consonant, vowel, consonant at the end, the last not w, x or y.
func (w porter) short() bool {
	n := len(w)
	return n > 2 && !w.vowel(n-3) && w.vowel(n-2) && !w.vowel(n-1) && !strings.ContainsRune("wxy", rune(w[n-1]))
}

func (w porter) cut(end string) (porter, bool) {
	s, ok := strings.CutSuffix(string(w), end)
	return porter(s), ok
}

// step1 takes off plurals, -ed and -ing, and turns y to i.
func (w porter) step1() porter {
	switch {
	case strings.HasSuffix(string(w), "sses"), strings.HasSuffix(string(w), "ies"):
		w = w[:len(w)-2]
	case strings.HasSuffix(string(w), "s") && !strings.HasSuffix(string(w), "ss"):
		w = w[:len(w)-1]
	}
	if s, ok := w.cut("eed"); ok {
		if s.measure() > 0 {
			w = w[:len(w)-1]
		}
	} else if s, ok := w.participle(); ok {
		w = s
	}
	if s, ok := w.cut("y"); ok && s.hasVowel() {
		w = s + "i"
	}
	return w
}

func (w porter) participle() (porter, bool) {
	s, ok := w.cut("ed")
	if !ok {
		s, ok = w.cut("ing")
	}
	if !ok || !s.hasVowel() {
		return w, false
	}
	for _, end := range [...]string{"at", "bl", "iz"} {
		if strings.HasSuffix(string(s), end) {
			return s + "e", true
		}
	}
	switch {
	case s.doubled() && !strings.ContainsRune("lsz", rune(s[len(s)-1])):
		return s[:len(s)-1], true
	case s.measure() == 1 && s.short():
		return s + "e", true
	}
	return s, true
}

// replace puts the second of the first pair whose first ends w in its place,
// where what is left has a measure above least.
func (w porter) replace(least int, pairs ...string) porter {
	for i := 0; i < len(pairs); i += 2 {
		if s, ok := w.cut(pairs[i]); ok {
			if s.measure() > least {
				return s + porter(pairs[i+1])
			}
			return w
		}
	}
	return w
}

func (w porter) step2() porter {
	return w.replace(0, "ational", "ate", "tional", "tion", "enci", "ence", "anci", "ance", "izer", "ize", "abli", "able", "alli", "al",
		"entli", "ent", "eli", "e", "ousli", "ous", "ization", "ize", "ation", "ate", "ator", "ate", "alism", "al", "iveness", "ive",
		"fulness", "ful", "ousness", "ous", "aliti", "al", "iviti", "ive", "biliti", "ble")
}

func (w porter) step3() porter {
	return w.replace(0, "icate", "ic", "ative", "", "alize", "al", "iciti", "ic", "ical", "ic", "ful", "", "ness", "")
}

func (w porter) step4() porter {
	if s, ok := w.cut("ion"); ok {
		if s.measure() > 1 && (s[len(s)-1] == 's' || s[len(s)-1] == 't') {
			return s
		}
		return w
	}
	return w.replace(1, "al", "", "ance", "", "ence", "", "er", "", "ic", "", "able", "", "ible", "", "ant", "", "ement", "", "ment", "",
		"ent", "", "ou", "", "ism", "", "ate", "", "iti", "", "ous", "", "ive", "", "ize", "")
}

// step5 takes off a last e, and one of two l.
func (w porter) step5() porter {
	if s, ok := w.cut("e"); ok && (s.measure() > 1 || s.measure() == 1 && !s.short()) {
		w = s
	}
	if w.measure() > 1 && w.doubled() && w[len(w)-1] == 'l' {
		w = w[:len(w)-1]
	}
	return w
}
