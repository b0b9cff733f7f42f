package date

import (
	"strconv"
	"strings"
)

func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && strings.Trim(s[2:], "0123456789") == ""
}

func isDayOfMonth(s string) bool {
	s = strings.TrimRight(s, "sthnrd")
	n, err := strconv.Atoi(s)
	return err == nil && len(s) <= 2 && 1 <= n && n <= 31
}

func number(s string) int {
	if n, ok := numbers[s]; ok {
		return n
	}
	if len(s) > 3 || s == "" || s[0] < '0' || s[0] > '9' {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}

// digit reports that a word begins with one.
func digit(w string) bool { return w != "" && '0' <= w[0] && w[0] <= '9' }

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
