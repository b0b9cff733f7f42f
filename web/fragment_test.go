package web

import "testing"

func TestTextHref(t *testing.T) {
	for _, c := range [][3]string{
		{"https://p.example/a?b=c#top", "“No, no-one & none”", "https://p.example/a?b=c#:~:text=No%2C%20no%2Done%20%26%20none"},
		{"https://p.example/", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
			"https://p.example/#:~:text=one%20two%20three%20four%20five,fifteen%20sixteen%20seventeen%20eighteen%20nineteen"},
		{"", "words", ""}, {"javascript:alert(1)", "words", ""}, {"https://p.example/", "“”", ""}, {"http://[", "words", ""},
	} {
		if have := textHref(c[0], c[1]); have != c[2] {
			t.Errorf("%q at %q: have %q, want %q", c[0], c[1], have, c[2])
		}
	}
}
