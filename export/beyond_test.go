package export_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"onrecord"
	"onrecord/export"
)

// beyondPier is what a record could know of the later reading of pier.
func beyondPier(earlier, later *onrecord.Reading) *export.Beyond {
	first, st := earlier.Statements[0].ID, later.Statements[0].ID
	c := change(earlier, later)
	c.Caveats = []string{"a paraphrase by the outlet"}
	on := onrecord.Assignment{Issue: "pier", Statement: st, Score: 0.87654321, Why: []string{"the pier"}}
	position := c.Position[1]
	return &export.Beyond{
		Utterances: map[onrecord.StatementID]onrecord.Utterance{first: {First: first, Outlets: 7, Independent: 3}},
		Stands:     map[onrecord.StatementID][]export.Standing{st: {{Assignment: on, Position: &position}, {Assignment: onrecord.Assignment{Issue: "quay"}}}},
		Changes:    []onrecord.Change{*c},
		Filled:     []export.Filled{{Filled: onrecord.Filled{Relation: later.Relations[0].ID, To: true, Statement: first, Score: 0.9, Why: []string{"the day"}}, Article: "done.txt"}},
	}
}

// meant is the pier whose later article means a remark that it does not hold.
func meant(t *testing.T) (earlier, later *onrecord.Reading) {
	earlier, later = pier(t)
	later.Entities = []onrecord.Entity{{ID: "eada", Doc: later.Doc.ID, Name: "Ada Brandt", Kind: onrecord.Person}}
	rel := onrecord.Relation{Doc: later.Doc.ID, Kind: onrecord.WalksBack, Basis: onrecord.Stated, From: onrecord.End{Statement: later.Statements[0].ID}, To: onrecord.End{Noun: "remark", Owner: "eada"}}
	rel.ID = rel.ComputeID()
	later.Relations = []onrecord.Relation{rel}
	later.Statements[0].Same = earlier.Statements[0].ID
	return earlier, later
}

func TestBeyond(t *testing.T) {
	earlier, later := meant(t)
	a, b := string(earlier.Statements[0].ID), string(later.Statements[0].ID)
	var out bytes.Buffer
	if err := export.NewJSONL(&out).Article(export.Of(later).With(beyondPier(earlier, later))); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"same":"` + a + `"`, `"outlets":7,"independent":3,"issues":[{"issue":"pier","score":0.8765,"why":["the pier"],"position":{"pole":"against","conditions":["if it rains"],`,
		`{"issue":"quay","score":0,"why":[],"position":null}]`,
		`"kind":"walks_back","from":"` + b + `","to":"` + a + `","basis":"stated"`, `"is":"placeholder"`, `"filled":{"statement":"` + a + `","article":"done.txt","score":0.9,"why":["the day"]}`,
		`"kind":"reverses","from":"` + b + `","to":"` + a + `","basis":"computed","cue":null`, `"issue":"pier","change":"reverses","caveats":["a paraphrase by the outlet"]}`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s\nwant %s", out.String(), want)
		}
	}
	if lines := strings.Split(strings.TrimSpace(out.String()), "\n"); !strings.Contains(lines[len(lines)-1], `"basis":"computed"`) {
		t.Errorf("the last line is %s, want what is computed", lines[len(lines)-1])
	}
	plain := written(t, jsonl, later)
	for _, no := range []string{`"outlets"`, `"issues"`, `"filled"`, `"computed"`, `"caveats"`} {
		if strings.Contains(plain, no) {
			t.Errorf("%s stands in what no record knows: %s", no, plain)
		}
	}
}

// The earlier of two statements has the change in its row too, and no line.
func TestBeyondCSV(t *testing.T) {
	earlier, later := meant(t)
	b := beyondPier(earlier, later)
	var out bytes.Buffer
	w := export.NewCSV(&out)
	for _, r := range []*onrecord.Reading{earlier, later} {
		if err := w.Article(export.Of(r).With(b)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	first, second := string(earlier.Statements[0].ID), string(later.Statements[0].ID)
	for i, want := range [][]string{
		{"relations", "same", "outlets", "independent", "issue", "position"},
		{"reverses<" + second, "", "7", "3", "", ""},
		{"walks_back>" + first + "; reverses>" + first, first, "7", "3", "pier; quay", "against (if it rains); "},
	} {
		if have := rows[i][len(rows[i])-len(want):]; strings.Join(have, "|") != strings.Join(want, "|") {
			t.Errorf("row %d: have %q, want %q", i, have, want)
		}
	}
	if got := len(export.Of(earlier).With(b).Computed()); got != 0 {
		t.Errorf("the earlier article has %d computed relations, want none", got)
	}
}

func TestRulingLine(t *testing.T) {
	earlier, later := pier(t)
	place := func(r *onrecord.Reading) *onrecord.Place {
		st := &r.Statements[0]
		return &onrecord.Place{Doc: r.Doc.ID, Statement: st.ID, Content: st.Content}
	}
	r := &onrecord.Ruling{Kind: onrecord.Apart, Who: "B. Editor", Why: "two days", When: "2026-11-22T12:00:00.000000Z"}
	r.ID = r.ComputeID()
	var out bytes.Buffer
	if err := export.NewJSONL(&out).Line(export.RulingOf(r, export.Of(earlier).Place(place(earlier)), export.Of(later).Place(place(later)))); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"type":"ruling","id":"u`, `"kind":"apart","a":{"document":"done","article":"done.txt",`, `"content":[[0,21]],"cue":[],"source":[]}`, `"undoes":null,"who":"B. Editor","why":"two days"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s\nwant %s", out.String(), want)
		}
	}
}
