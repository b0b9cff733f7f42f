package article

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// dayIn finds the first full day that s writes: "March 3, 2017", "3 March
// 2017", "Sept. 3rd, 2017", "2017-03-03". It returns the empty string when
// there is none: 3/11/2017 is November or March, and "March 3" any year.
func dayIn(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return !wordRune(r) && r != '-' })
	for i, w := range words {
		if len(w) >= 10 && w[4] == '-' {
			if t, err := time.Parse("2006-01-02", w[:10]); err == nil && plausible(t) {
				return w[:10]
			}
		}
		if i+2 >= len(words) || len(w) > 9 {
			continue
		}
		if month := monthOf(w); month > 0 {
			if day := makeDay(words[i+2], month, words[i+1]); day != "" {
				return day
			}
		}
		if month := monthOf(words[i+1]); month > 0 {
			if day := makeDay(words[i+2], month, w); day != "" {
				return day
			}
		}
	}
	return ""
}

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthOf returns the number of the month that w names, in full or cut to at
// least three letters, 0 when it names none.
func monthOf(w string) int {
	if len(w) < 3 || len(w) > 9 {
		return 0
	}
	for i, month := range months {
		if len(w) <= len(month) && w[0]|0x20 == month[0] && strings.EqualFold(month[:len(w)], w) {
			return i + 1
		}
	}
	return 0
}

func makeDay(year string, month int, day string) string {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		day = strings.TrimSuffix(day, suffix)
	}
	y, errYear := strconv.Atoi(year)
	d, errDay := strconv.Atoi(day)
	t := time.Date(y, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	if errYear != nil || errDay != nil || len(year) != 4 || !plausible(t) || t.Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, month, d)
}

// publishedDay finds the day in a byline or date line, the empty string when
// the line says that the day is another's: that of an update or a print.
func publishedDay(line string) string {
	lower := strings.ToLower(line)
	for _, other := range []string{"updated", "modified", "print"} {
		if i := strings.Index(lower, other); i >= 0 && len(lower) == len(line) {
			line, lower = line[:i], lower[:i]
		}
	}
	return dayIn(line)
}
