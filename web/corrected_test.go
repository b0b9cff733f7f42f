package web

import (
	"encoding/json"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store/storetest"
)

// TestCorrected sees that what people decided is what pages show, marked as
// theirs, and as text.
func TestCorrected(t *testing.T) {
	readings := testArticles(t)
	st := record(t, readings)
	r := byFile(t, readings, "ferry")
	fixed, removed := &r.Statements[2], &r.Statements[4]
	for i, c := range []onrecord.Correction{
		storetest.Correction(fixed, 1, onrecord.CorrectSpeaker, "person:Wanda <i>Quist</i>"),
		storetest.Correction(fixed, 2, onrecord.CorrectSaid, "2024-11"),
		storetest.Correction(removed, 3, onrecord.CorrectRemoved, "yes"),
	} {
		if _, err := st.Correct(t.Context(), c); err != nil {
			t.Fatalf("correction %d: %v", i, err)
		}
	}
	h := New(st, Options{Log: logTo(t)})
	const mark = `title="speaker: Wanda &lt;i&gt;Quist&lt;/i&gt;, by B. Editor on 2026-04-01; said: November 2024, by B. Editor on 2026-04-01">corrected</span>`
	for address, want := range map[string][]string{
		"/statement/" + string(fixed.ID): {"<h2>Corrected</h2>", "speaker: Wanda &lt;i&gt;Quist&lt;/i&gt;</bdi>, by <bdi>B. Editor</bdi> on 1 April 2026: <bdi>the tape says so</bdi>", mark,
			"given by a person", "Corrected by B. Editor."},
		"/statement/" + string(fixed.ID) + ".json": {`"name":"Wanda <i>Quist</i>"`, `"basis":"corrected"`, `"corrected":[{"id":"c`},
		"/statement/" + string(fixed.ID) + ".txt":  {"Wanda <i>Quist</i>", "Corrected by B. Editor."},
		"/document/" + string(r.Doc.ID):            {mark, `<bdi class="name">Wanda &lt;i&gt;Quist&lt;/i&gt;</bdi>`},
		"/document/" + string(r.Doc.ID) + ".json":  {`"type":"correction"`, `"field":"removed","value":"yes"`},
		"/search?q=speaker:quist":                  {mark, "the spare boat leaked", "1 statement"},
		"/speaker/person:wanda-i-quist-i":          {mark},
		"/search?q=hulls":                          {"Nothing on record"},
		"/about":                                   {"Corrections by people"},
	} {
		page := strings.Join(strings.Fields(body(t, h, address)), " ")
		for _, words := range want {
			if !strings.Contains(page, words) {
				t.Errorf("GET %s: the page does not hold %s\n%s", address, words, page)
			}
		}
	}
	if res := get(t, h, "/statement/"+string(removed.ID)); res.StatusCode != 404 {
		t.Errorf("the removed statement: have status %d, want 404", res.StatusCode)
	}
	var about aboutObject
	if err := json.Unmarshal([]byte(body(t, h, "/about.json")), &about); err != nil || about.Record.Corrections != 3 {
		t.Errorf("/about.json: %d corrections, %v; want 3", about.Record.Corrections, err)
	}
}
