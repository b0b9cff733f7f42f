package web

import "testing"

// BenchmarkPages makes each kind of page of a record of 24,000 statements.
func BenchmarkPages(b *testing.B) {
	readings := manyArticles(b, 2000)
	h := New(record(b, readings), Options{Log: logTo(b)})
	for _, address := range []string{"/", "/search", "/search?q=bridge", "/search.json?q=bridge", "/speakers", "/speaker/person:ada-quill",
		"/statement/" + string(readings[7].Statements[1].ID), "/document/" + string(readings[7].Doc.ID), "/outlets", "/about"} {
		b.Run(address, func(b *testing.B) {
			for b.Loop() {
				body(b, h, address)
			}
		})
	}
}
