package web

import (
	"net/url"
	"strings"
)

// A text fragment (WICG, "URL Fragment Text Directives") makes a browser show
// the words on the page outside: URL#:~:text=first%20words,last%20words.

const (
	wholeFragment = 100 // bytes up to which the words stand whole
	fragmentWords = 5   // else their first and last so many
)

// textHref is the page's address at the words, empty where the page has none.
func textHref(page, words string) string {
	u, err := url.Parse(page)
	words = strings.TrimFunc(strings.Join(strings.Fields(words), " "), isQuote)
	if err != nil || !isWeb(page) || words == "" {
		return ""
	}
	u.Fragment = ""
	return u.String() + "#:~:text=" + fragment(words)
}

func fragment(words string) string {
	all := strings.Fields(words)
	if len(words) <= wholeFragment || len(all) < 2*fragmentWords {
		return escapeFragment(words)
	}
	return escapeFragment(strings.Join(all[:fragmentWords], " ")) + "," + escapeFragment(strings.Join(all[len(all)-fragmentWords:], " "))
}

// escapeFragment escapes what has a meaning in a text directive: "-", "," and
// "&", beside what a URL escapes.
func escapeFragment(s string) string {
	return strings.NewReplacer("-", "%2D", "+", "%20").Replace(url.QueryEscape(s))
}

func isQuote(c rune) bool { return strings.ContainsRune("\"'“”‘’„‚«»‹›", c) }
