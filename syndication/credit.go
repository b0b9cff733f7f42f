package syndication

import (
	"regexp"
	"slices"
	"strings"

	"onrecord"
)

// agencies are news agencies that sell their texts to outlets, by the words
// that name them in a credit.
var agencies = map[string]string{
	"ap": "The Associated Press", "associated press": "The Associated Press",
	"reuters": "Reuters", "thomson reuters": "Reuters",
	"afp": "Agence France-Presse", "agence france-presse": "Agence France-Presse", "agence france presse": "Agence France-Presse",
	"upi": "United Press International", "united press international": "United Press International",
	"pa": "Press Association", "press association": "Press Association", "pa media": "Press Association", "pa news agency": "Press Association",
	"dpa": "dpa", "deutsche presse-agentur": "dpa", "xinhua": "Xinhua", "tass": "TASS", "interfax": "Interfax", "ria novosti": "RIA Novosti",
	"efe": "EFE", "ansa": "ANSA", "kyodo": "Kyodo News", "kyodo news": "Kyodo News", "yonhap": "Yonhap", "jiji press": "Jiji Press",
	"bloomberg": "Bloomberg News", "bloomberg news": "Bloomberg News", "canadian press": "The Canadian Press",
	"australian associated press": "Australian Associated Press", "aap": "Australian Associated Press",
	"press trust of india": "Press Trust of India", "pti": "Press Trust of India", "ians": "IANS", "ani": "ANI",
	"mcclatchy": "Tribune News Service", "tribune news service": "Tribune News Service", "tns": "Tribune News Service",
}

// agency is the name of the agency that the words name, empty for none.
func agency(words string) string {
	words = strings.Trim(strings.ToLower(words), " .,;:()[]—–-")
	return agencies[strings.TrimPrefix(words, "the ")]
}

var (
	// "NORTON (AP) —", "OSLO, March 3 (Reuters) -"
	dateline = regexp.MustCompile(`^[^.!?]{0,80}?[(\[]([\pL. -]{2,40})[)\]]\s*[-–—:]`)
	// "(Reuters)", "© 2026 Press Association": a paragraph that is a credit
	alone = regexp.MustCompile(`^(?:©|\(c\)|copyright|by|source:?|from)?\s*(?:\d{4})?\s*[(\[—–-]*\s*([\pL .-]{2,40}?)\s*[)\].]*$`)
	// "with material from Reuters"
	material = regexp.MustCompile(`\b(?:material|reporting|files|information|reports?) (?:from|by) ([^.,;)]*)`)
)

// credits are the agencies that the document names in its byline, its dateline
// and at its foot, sorted, each once. The outlet itself counts: an agency's own
// page is where its copies come from.
func credits(doc *onrecord.Document) []string {
	var out []string
	add := func(words string) {
		for _, part := range strings.FieldsFunc(words, func(r rune) bool { return r == ',' || r == '/' || r == '|' || r == ';' }) {
			if name := agency(part); name != "" {
				out = append(out, name)
			}
		}
	}
	add(doc.Outlet)
	for _, line := range doc.Byline {
		add(line)
	}
	for i, p := range doc.Paragraphs {
		top, bottom := i < firstLines, i >= len(doc.Paragraphs)-lastLines
		if !top && !bottom {
			continue
		}
		text := p.In(doc.Text)
		start := text[:min(len(text), longest)]
		if m := dateline.FindStringSubmatch(start); m != nil && top {
			add(m[1])
		}
		if m := alone.FindStringSubmatch(strings.ToLower(start)); m != nil && len(text) <= shortest {
			add(m[1])
		}
		if bottom {
			add(foot(strings.ToLower(start)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// foot is who is credited in a line such as "The Associated Press contributed
// to this report".
func foot(line string) string {
	if before, _, ok := strings.Cut(line, " contributed to this "); ok {
		return before[strings.LastIndexAny(before, ".;(")+1:]
	}
	if m := material.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// Where credits stand: a page may have lines of its own above and below.
const (
	firstLines, lastLines = 8, 12
	longest               = 200 // bytes of a line that are looked at
	shortest              = 80  // bytes of a line that is nothing but a credit
)
