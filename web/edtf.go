package web

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord"
)

// A when is a time as it is said on a page. A guess is marked as one.
type when struct {
	Text  string // "12 December 2017"; "time unknown"
	EDTF  string
	Basis string // what it rests on, in words
	Guess bool
}

// Unknown reports whether no time is known.
func (w when) Unknown() bool { return w.EDTF == "" }

// Date is the value as HTML writes a date, empty where HTML has no form for it.
func (w when) Date() string {
	text, ok := plainDay(strings.Split(w.EDTF, "-"))
	if !ok || isSeason(text) {
		return ""
	}
	return w.EDTF
}

var basisWords = map[onrecord.Basis]string{
	"inferred":  "no words say when; it cannot be later than the article",
	"weekday":   "the article names the weekday",
	"today":     "the article says so relative to its own day",
	"date":      "the article gives the date",
	"month":     "the article names the month",
	"year":      "the article names the year",
	"week":      "the article counts in weeks",
	"season":    "the article names the season",
	"ago":       "the article says about how long ago",
	"relation":  "the article counts from another time or event",
	"dateline":  "the article's dateline",
	"json-ld":   "the page's JSON-LD",
	"meta":      "the page's metadata",
	"time":      "the page's time element",
	"url":       "the address of the page",
	"text":      "a line of the page",
	"role":      "narrowed by the term of an office",
	"report":    "narrowed by another report of the same statement",
	"corrected": "given by a person",
	"given":     "given when the article was added",
}

// whenOf says a time; words are those of the article that say it, if known.
func whenOf(c onrecord.Claimed, words string) when {
	if c.IsZero() {
		return when{Text: "time unknown", Basis: "the article does not say when"}
	}
	w := when{Text: edtfText(string(c.EDTF)), EDTF: string(c.EDTF), Basis: basisWords[c.Basis], Guess: c.Basis == "inferred"}
	if w.Basis == "" {
		w.Basis = joinedBasis(c.Basis)
	}
	if words != "" {
		w.Basis = "“" + strings.TrimSpace(words) + "”: " + w.Basis
	}
	return w
}

// joinedBasis says a basis of several, "weekday+report".
func joinedBasis(b onrecord.Basis) string {
	parts := strings.Split(string(b), "+")
	for i, part := range parts {
		if words := basisWords[onrecord.Basis(part)]; words != "" {
			parts[i] = words
		}
	}
	return strings.Join(parts, ", ")
}

// edtfText says an EDTF value (ISO 8601-2, levels 0 and 1, one-of sets) in
// English. What it does not know it returns as it is.
func edtfText(v string) string {
	switch {
	case strings.HasPrefix(v, "[") && strings.HasSuffix(v, "]"):
		if text := joinOr(strings.Split(strings.Trim(v, "[]"), ",")); text != "" {
			return text
		}
		return v
	case strings.HasPrefix(v, "../"):
		return "by " + dayText(v[3:])
	case strings.HasSuffix(v, "/.."):
		return "since " + dayText(v[:len(v)-3])
	}
	from, to, ok := strings.Cut(v, "/")
	if !ok {
		return dayText(v)
	}
	return interval(from, to)
}

func joinOr(values []string) string {
	for i, v := range values {
		values[i] = edtfText(strings.TrimSpace(v))
	}
	return strings.Join(values, " or ")
}

// interval shortens what both ends share: "1 to 10 October 2017".
func interval(from, to string) string {
	a, b := dayText(from), dayText(to)
	for _, rest := range []int{2, 1} { // month and year, or the year
		fa, fb := strings.Fields(a), strings.Fields(b)
		if len(fa) == len(fb) && len(fa) > rest && strings.Join(fa[len(fa)-rest:], " ") == strings.Join(fb[len(fb)-rest:], " ") {
			return strings.Join(fa[:len(fa)-rest], " ") + " to " + b
		}
	}
	return a + " to " + b
}

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// dayText says one date, "2017-12-12", "2017-12", "2017", with its marks of
// doubt: "~" about, "?" perhaps, "%" both.
func dayText(d any) string {
	v := fmt.Sprint(d)
	bare := strings.TrimRight(v, "~?%")
	text, ok := masked(bare)
	if !ok {
		text, ok = plainDay(strings.Split(strings.ReplaceAll(bare, "-XX", ""), "-"))
	}
	switch doubt := v[len(bare):]; {
	case !ok:
		return v
	case doubt == "~":
		return "about " + text
	case doubt != "":
		return "perhaps " + text
	}
	return text
}

// masked says a date of which the year or its last digit is not known,
// "XXXX-03": "March, year unknown"; "201X": "the 2010s".
func masked(v string) (string, bool) {
	if decade, ok := strings.CutSuffix(v, "X"); ok && len(decade) == 3 && isNumber(decade) {
		return "the " + decade + "0s", true
	}
	rest, ok := strings.CutPrefix(v, "XXXX")
	if !ok {
		return "", false
	}
	if strings.Trim(rest, "-X") == "" {
		return "date unknown", true
	}
	const leap = "2000" // has every day
	text, ok := plainDay(strings.Split(leap+strings.ReplaceAll(rest, "-XX", ""), "-"))
	return strings.TrimSuffix(text, " "+leap) + ", year unknown", ok
}

func isSeason(text string) bool {
	name, _, _ := strings.Cut(text, " ")
	for _, s := range seasons {
		if s == name {
			return true
		}
	}
	return false
}

var seasons = map[int]string{21: "spring", 22: "summer", 23: "autumn", 24: "winter"} // ISO 8601-2, level 1

func plainDay(part []string) (string, bool) {
	if len(part[0]) != 4 || !isNumber(part[0]) || len(part) > 3 {
		return "", false
	}
	text := part[0]
	if len(part) > 1 {
		month, err := strconv.Atoi(part[1])
		if season := seasons[month]; season != "" && len(part) == 2 {
			return season + " " + text, true
		}
		if err != nil || month < 1 || month > 12 {
			return "", false
		}
		text = months[month-1] + " " + text
	}
	if len(part) > 2 {
		day, err := strconv.Atoi(part[2])
		if err != nil || day < 1 || day > 31 {
			return "", false
		}
		text = strconv.Itoa(day) + " " + text
	}
	return text, true
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }
