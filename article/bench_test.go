package article

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkPlain reads a plain page, and 10 MB of articles in one file.
func BenchmarkPlain(b *testing.B) {
	text, _ := loadPages(b, "tune")[0].text()
	for name, text := range map[string]string{"page": text, "10MB": strings.Repeat(text+strings.Repeat(story, 20), 2000)[:10<<20]} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Read(Page{Article: "a", Bytes: []byte(text)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkHTML reads a small page.
func BenchmarkHTML(b *testing.B) {
	page, err := os.ReadFile("../eval/pages/testdata/html/newspaper.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read(Page{Article: "a", Bytes: page}); err != nil {
			b.Fatal(err)
		}
	}
}
