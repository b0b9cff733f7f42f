package web

import (
	"fmt"
	"net/http/httptest"
	"testing"
	"time"

	"onrecord"
)

// manyRecord is a record of n articles of 12 statements whose every statement
// is on one issue; three of four take a position, one in five of these differs
// from one before.
func manyRecord(t testing.TB, n int) *across {
	t.Helper()
	readings := manyArticles(t, n)
	a := &across{t: t, st: record(t, readings), readings: readings}
	last := map[string]onrecord.Position{}
	for i, r := range readings {
		for k := range r.Statements {
			st := &r.Statements[k]
			as := onrecord.Assignment{Issue: tollIssue, Statement: st.ID, Score: .8, Why: []string{"bridge", "pier"}}
			a.on = append(a.on, as)
			key := ""
			for _, e := range r.Entities {
				if e.ID == st.Speaker {
					key = fmt.Sprint(e.Kind, ":", e.Name)
				}
			}
			if key == "" || (i+k)%4 == 0 {
				continue
			}
			p := onrecord.Position{Assignment: as, Key: a.key(st.ID), Pole: []onrecord.Pole{onrecord.For, onrecord.Against}[(i/5+k/3)%2], Certainty: .9}
			if (i+k)%7 == 0 {
				p.Conditions = []string{"only if the islands agree"}
			}
			a.taken = append(a.taken, p)
			if before, ok := last[key]; ok && (i+k)%5 == 0 && before.Pole != p.Pole {
				c := onrecord.Change{Issue: tollIssue, Kind: onrecord.Turns, Earlier: before.Statement, Later: p.Statement, Score: .7, Why: []string{"for, then against"}, Position: [2]onrecord.Position{before, p}}
				c.ID = c.ComputeID()
				a.changes = append(a.changes, c)
			}
			last[key] = p
		}
	}
	a.write()
	return a
}

// BenchmarkIssue makes the page of an issue of 5,040 statements, whole and of
// one speaker, the changes on it and two speakers compared; "first-ms" is the
// time to the first byte of the first request, with nothing kept from before.
func BenchmarkIssue(b *testing.B) {
	a := manyRecord(b, 420)
	for _, address := range []string{"/issue/" + string(tollIssue), "/issue/" + string(tollIssue) + "?speaker=person:ada-quill", "/issue/" + string(tollIssue) + ".json", "/changes",
		"/compare?a=person:ada-quill&b=person:hana-novotna&issue=" + string(tollIssue), "/speaker/person:ada-quill"} {
		b.Run(address, func(b *testing.B) {
			h := New(a.st, Options{Log: logTo(b)})
			start := time.Now()
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", address, nil))
			first := time.Since(start)
			for b.Loop() {
				body(b, h, address)
			}
			b.ReportMetric(float64(first.Microseconds())/1000, "first-ms")
		})
	}
}
