package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// names splits bylines as they are printed into names: "By Jane Roe and John
// Doe, Staff Writers" gives "Jane Roe", "John Doe".
func names(lines ...string) []string {
	var all []string
	for _, line := range lines {
		line = withoutBy(clean(line))
		for _, part := range splitNames(line) {
			part = withoutCapitals(part)
			if isName(part) && !contains(all, part) {
				all = append(all, part)
			}
		}
	}
	return all
}

// withoutCapitals writes "ALVIN DE REESE" as a name: "Alvin De Reese". Two
// letters may be initials.
func withoutCapitals(name string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		if len(w) > 2 && !strings.Contains(w, ".") {
			_, size := utf8.DecodeRuneInString(w)
			words[i] = w[:size] + strings.ToLower(w[size:])
		}
	}
	return strings.Join(words, " ")
}

func contains(all []string, s string) bool {
	for _, one := range all {
		if one == s {
			return true
		}
	}
	return false
}

// withoutBy cuts the words before the names.
func withoutBy(line string) string {
	for _, start := range []string{"reporting by ", "written by ", "posted by ", "submitted by ", "story by ", "words by ", "author: ", "by: ", "by "} {
		if len(line) > len(start) && strings.EqualFold(line[:len(start)], start) {
			return line[len(start):]
		}
	}
	return line
}

var nameBreaks = strings.NewReplacer(" and ", "\n", " & ", "\n", ", ", "\n", "; ", "\n", " | ", "\n", " · ", "\n", "·", "\n",
	" — ", "\n", " – ", "\n", " - ", "\n", " with ", "\n", " for ", "\n", " in ", "\n", " / ", "\n", "(", "\n", ")", "\n", " at ", "\n", "\u00A0", " ", "•", "\n", " on ", "\n")

func splitNames(line string) []string {
	parts := strings.Split(nameBreaks.Replace(line), "\n")
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
	}
	return parts
}

// notNames are words of bylines that begin no person's name, and words that
// stand in the name of no person.
var notNames = map[string]bool{
	"staff": true, "senior": true, "political": true, "associated": true, "reuters": true, "ap": true, "afp": true, "correspondent": true,
	"reporter": true, "editor": true, "writer": true, "writers": true, "updated": true, "published": true, "posted": true, "special": true,
	"news": true, "press": true, "agency": true, "bureau": true, "chief": true, "contributor": true, "contributing": true, "columnist": true,
	"desk": true, "service": true, "services": true, "the": true, "opinion": true, "analysis": true, "national": true, "newsroom": true,
	"est": true, "edt": true, "pst": true, "gmt": true, "pm": true, "am": true, "read": true, "min": true, "minutes": true, "media": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "guest": true, "online": true, "times": true, "herald": true, "tribune": true, "journal": true,
	"gazette": true, "courier": true, "chronicle": true, "observer": true, "radio": true, "tv": true, "weekly": true, "daily": true, "magazine": true,
	"washington": true, "london": true, "team": true, "today": true, "follow": true, "share": true, "email": true, "twitter": true,
}

// isName reports whether s looks like one person's name: two to five words,
// capitalised but for particles, of letters.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || len(s) > 60 {
		return false
	}
	capital := 0
	for i, w := range words {
		if notNames[strings.ToLower(strings.Trim(w, ".,:"))] || monthOf(strings.Trim(w, ".")) > 0 && len(w) > 4 {
			return false
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capital++
		case i == 0 || i == len(words)-1 || !particles[w]:
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !strings.ContainsRune(".'’-", r) {
				return false
			}
		}
	}
	return capital >= 2 && !strings.HasSuffix(words[0], "'s") && !strings.HasSuffix(words[0], "’s")
}

var particles = map[string]bool{"de": true, "da": true, "del": true, "della": true, "der": true, "den": true, "di": true, "du": true, "la": true, "le": true,
	"van": true, "von": true, "bin": true, "al": true, "el": true, "ter": true, "y": true, "e": true, "dos": true, "ben": true, "of": false}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
