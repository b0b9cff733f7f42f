package web

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast computes the contrast of every colour of words on every ground
// they stand on, light and dark, as WCAG 2.2 defines it.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, _ := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	dark, _, _ := strings.Cut(rest, "/* the head")
	for name, block := range map[string]string{"light": light, "dark": dark} {
		color := map[string]string{}
		for _, m := range regexp.MustCompile(`--(\w+): (#[0-9a-f]{6});`).FindAllStringSubmatch(block, -1) {
			color[m[1]] = m[2]
		}
		for _, words := range []string{"ink", "soft", "link", "unknown", "source", "cue", "content"} {
			for _, ground := range []string{"paper", "raised", "target"} {
				if have := contrast(color[words], color[ground]); !(have >= 4.5) {
					t.Errorf("%s: %s on %s: have %.1f, want 4.5", name, words, ground, have)
				}
			}
		}
		if have := contrast(color["ink"], color["mark"]); !(have >= 4.5) {
			t.Errorf("%s: marked words: have %.1f, want 4.5", name, have)
		}
		if have := contrast(color["field"], color["paper"]); !(have >= 3) {
			t.Errorf("%s: edge of a box to write in: have %.1f, want 3", name, have)
		}
	}
}

// contrast is NaN, which is no number above another, where a colour is missing.
func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + .05) / (min(la, lb) + .05)
}

func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		if len(hex) != 7 {
			return math.NaN()
		}
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c <= .03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
