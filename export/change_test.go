package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"onrecord"
	"onrecord/export"
)

// pier are two readings of one statement each.
func pier(t *testing.T) (earlier, later *onrecord.Reading) {
	t.Helper()
	make := func(id, text string) *onrecord.Reading {
		doc := &onrecord.Document{ID: onrecord.DocumentID(id), Article: id + ".txt", Outlet: "Coast Herald", Text: text, Extracted: true,
			Published: onrecord.Claimed{EDTF: "2026-02-02", From: "2026-02-02", Until: "2026-02-03", Basis: "given"}}
		st := onrecord.Statement{Doc: doc.ID, Kind: onrecord.Indirect, Act: onrecord.Asserted, Content: []onrecord.Span{{Start: 0, End: len(text)}}}
		st.ID = st.ComputeID()
		return &onrecord.Reading{Doc: doc, Statements: []onrecord.Statement{st}}
	}
	return make("done", "the pier stays 🚢 open"), make("dtwo", "=the pier closes")
}

func change(earlier, later *onrecord.Reading) *onrecord.Change {
	c := &onrecord.Change{Issue: "pier", Kind: onrecord.Turns, Earlier: earlier.Statements[0].ID, Later: later.Statements[0].ID, Score: 0.91234567,
		Why: []string{"for, then against"}, Position: [2]onrecord.Position{{Key: "person:ada-brandt", Pole: onrecord.For}, {Key: "person:ada-brandt", Pole: onrecord.Against, Conditions: []string{"if it rains"}}}}
	c.ID = c.ComputeID()
	return c
}

func TestChange(t *testing.T) {
	earlier, later := pier(t)
	line, err := export.ChangeOf(change(earlier, later), "The pier", export.Of(earlier), export.Of(later))
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"type":"change","id":"h`, `"issue":{"id":"pier","name":"The pier"},"kind":"reverses","relation":"reverses","basis":"computed","score":0.9123,"why":["for, then against"],"caveats":[]`,
		`"earlier":{"speaker":"person:ada-brandt","principal":null,"pole":"for","conditions":[],`, `"content":{"text":"the pier stays 🚢 open","spans":[[0,21]]}`, `"pole":"against","conditions":["if it rains"]`, `"document":{"type":"document","id":"dtwo"`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s\nwant %s", b, want)
		}
	}
	if strings.Count(string(b), "the pier stays") != 1 {
		t.Errorf("the text of an article is in %s", b)
	}
	if _, err := export.ChangeOf(change(earlier, later), "The pier", export.Of(later), export.Of(earlier)); err == nil || !strings.Contains(err.Error(), "document dtwo has no statement") {
		t.Errorf("the wrong articles: %v", err)
	}
}

func TestChangeCSV(t *testing.T) {
	earlier, later := pier(t)
	line, err := export.ChangeOf(change(earlier, later), "@pier", export.Of(earlier), export.Of(later))
	if err != nil {
		t.Fatal(err)
	}
	var b, none bytes.Buffer
	w := export.NewChangeCSV(&b)
	if err := w.Change(&line); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(b.String(), "\n")
	if _, err := csv.NewReader(&b).ReadAll(); err != nil {
		t.Error(err)
	}
	if len(rows) != 3 || !strings.Contains(rows[1], ",'@pier,reverses,0.9123,") || !strings.Contains(rows[1], ",'=the pier closes,against,if it rains") {
		t.Errorf("have %q", rows)
	}
	if err := export.NewChangeCSV(&none).Close(); err != nil || none.String() != rows[0]+"\n" {
		t.Errorf("of no changes: %q, %v", none.String(), err)
	}
}
