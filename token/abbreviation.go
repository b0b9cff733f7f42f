package token

import "strings"

// Abbreviations keep their point. Those of titles never end a sentence; the
// others do when what follows begins one.

var titles = set(`Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Sen Sens Rep Reps Gov Govs Lt Gen Col Maj Capt Cmdr Cdr
	Sgt Cpl Pvt Adm Rear Rev Hon Fr Pres Supt Insp Det Amb Atty Sec Treas St Ste Ft Mt vs Vs v
	MR MRS MESSRS DR DRS PROF SEN SENS REP REPS GOV GOVS LT GEN COL CAPT SGT REV`)

var others = set(`Jr Sr Esq Inc Corp Co Cos Ltd Bros Assn Dept Univ Est Blvd Ave Rd Hwy Dist etc al cf approx est dept
	Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tues Thurs
	Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore
	Penn Pa Tenn Tex Va Vt Wash Wis Wyo Dak Ont Que`)

// numbered are abbreviations only before a digit.
var numbered = set("No Nos no nos p pp Fig fig Art Sec sec Vol vol Ch ch Par Mar Apr Jun Jul Sep")

// abbreviation reports whether the point at end belongs to the word that began
// at start.
func (s *scanner) abbreviation(start, end int) bool {
	word := s.text[start:end]
	if len(word) > 24 {
		return false
	}
	if cut := strings.LastIndexByte(word, '-'); cut >= 0 { // "R-Ariz."
		word = word[cut+1:]
	}
	if word == "" {
		return false
	}
	if strings.HasPrefix(s.text[end:], "..") { // an ellipsis
		return false
	}
	if strings.IndexByte(word, '.') >= 0 {
		return acronym(word)
	}
	if len(word) == 1 {
		return upper(word[0]) && s.initial(end, word[0])
	}
	if numbered[word] && s.digitAfter(end+1) {
		return true
	}
	return titles[word] || others[word] && !numbered[word]
}

// acronym reports letters with points between, "U.S", "p.m", "H.I.V", or "Ph.D".
func acronym(word string) bool {
	if word == "Ph.D" {
		return true
	}
	for i := range len(word) {
		if odd := i%2 == 1; odd && word[i] != '.' || !odd && ascii[word[i]] != letter {
			return false
		}
	}
	return len(word)%2 == 1
}

// initial reports whether a capital before a point is a name's first letter:
// a name follows, or another initial.
func (s *scanner) initial(end int, c byte) bool {
	next := end + 1
	for next < len(s.text) && next < end+4 && (s.text[next] == ' ' || isHigh(s.text[next])) {
		next++
	}
	if next >= len(s.text) {
		return false
	}
	if c == 'I' && next > end+1 && starter(s.text[next:]) {
		return false
	}
	return upper(s.text[next]) || s.text[next] == ',' || s.text[next] == '.' || lower(s.text[next]) && c != 'I'
}

func (s *scanner) digitAfter(i int) bool {
	_, c, n := at(s.text, i)
	if c == blank && n > 0 {
		_, c, _ = at(s.text, i+n)
	}
	return c == digit
}
