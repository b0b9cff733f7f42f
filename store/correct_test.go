package store_test

import (
	"encoding/json"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

// spans of one statement each; a correction made on the first finds the case's
// want among the others.
func TestTarget(t *testing.T) {
	at := func(ends ...int) (spans []onrecord.Span) {
		for i := 0; i < len(ends); i += 2 {
			spans = append(spans, onrecord.Span{Start: ends[i], End: ends[i+1]})
		}
		return spans
	}
	for _, c := range []struct {
		name string
		made []onrecord.Span
		now  [][]onrecord.Span
		want int
	}{
		{"the same", at(10, 50), [][]onrecord.Span{at(60, 70), at(10, 50)}, 1},
		{"the same beside one that shares all", at(10, 50), [][]onrecord.Span{at(10, 49), at(10, 50)}, 1},
		{"an edge moved", at(10, 50), [][]onrecord.Span{at(60, 70), at(12, 50)}, 1},
		{"cut in two pieces", at(10, 50), [][]onrecord.Span{at(10, 30, 35, 50)}, 0},
		{"the better of two", at(10, 50), [][]onrecord.Span{at(10, 40), at(10, 45)}, 1},
		{"just half", at(10, 50), [][]onrecord.Span{at(10, 30)}, 0},
		{"less than half of it", at(10, 50), [][]onrecord.Span{at(10, 29)}, -1},
		{"all of it, and more than as much again", at(10, 50), [][]onrecord.Span{at(0, 90)}, -1},
		{"two that share as much", at(10, 50), [][]onrecord.Span{at(10, 40), at(20, 50)}, -1},
		{"two that share as much, and one more", at(10, 50), [][]onrecord.Span{at(10, 40), at(20, 50), at(10, 48)}, 2},
		{"none", at(10, 50), nil, -1},
		{"elsewhere", at(10, 50), [][]onrecord.Span{at(50, 90)}, -1},
	} {
		made := onrecord.Statement{Doc: "d", Content: c.made, Cue: onrecord.Span{Start: 1, End: 5}}
		made.ID = made.ComputeID()
		r := &onrecord.Reading{Doc: &onrecord.Document{ID: "d"}}
		for _, content := range c.now {
			st := onrecord.Statement{Doc: "d", Content: content, Cue: made.Cue}
			st.ID = st.ComputeID()
			r.Statements = append(r.Statements, st)
		}
		fix := storetest.Correction(&made, 1, onrecord.CorrectNote, "")
		if have := store.Target(r, &fix); have != c.want {
			t.Errorf("%s: have statement %d, want %d", c.name, have, c.want)
		}
	}
}

// An act has no content: its cue says where it stands.
func TestTargetOfAct(t *testing.T) {
	act := onrecord.Statement{Doc: "d", Kind: onrecord.Reported, Cue: onrecord.Span{Start: 10, End: 30}}
	act.ID = act.ComputeID()
	fix := storetest.Correction(&act, 1, onrecord.CorrectSpeaker, "person:Ada Brandt")
	moved := act
	moved.Cue.End = 25
	moved.ID = moved.ComputeID()
	r := &onrecord.Reading{Doc: &onrecord.Document{ID: "d"}, Statements: []onrecord.Statement{moved}}
	if have := store.Target(r, &fix); have != 0 {
		t.Errorf("have statement %d, want 0", have)
	}
	if err := store.CheckCorrection(&fix); err != nil {
		t.Error(err)
	}
	loud := storetest.Correction(&act, 1, onrecord.CorrectKind, "direct")
	if err := store.CheckCorrection(&loud); err == nil {
		t.Error("an act without words can be made a direct quotation")
	}
}

// Apply leaves the reading that it is given alone.
func TestApplyChangesNothing(t *testing.T) {
	a := storetest.Article{Address: "a.txt", Title: "One", Sayings: []storetest.Saying{
		{Speaker: "Ada Brandt", Role: "Minister", Content: "the harbour stays"}, {Content: "nobody knows"}}}
	r, want := a.Reading(), a.Reading()
	r.Statements[1].Same, want.Statements[1].Same = r.Statements[0].ID, r.Statements[0].ID
	have := store.Apply(r, []onrecord.Correction{
		storetest.Correction(&r.Statements[1], 3, onrecord.CorrectSpeaker, "person:Bo Ek"),
		storetest.Correction(&r.Statements[0], 2, onrecord.CorrectRemoved, "yes"),
		storetest.Correction(&r.Statements[1], 1, onrecord.CorrectSpeaker, "person:Ada  BRANDT"),
	})
	if same(t, r) != same(t, want) {
		t.Errorf("the reading was changed: have %s, want %s", same(t, r), same(t, want))
	}
	st := have.Statements[0]
	if len(have.Statements) != 1 || st.Speaker != have.Entities[1].ID || have.Entities[1].Name != "Bo Ek" || st.Same != "" || len(st.Corrections) != 2 || len(have.Corrections) != 3 {
		t.Errorf("have %+v", have)
	}
	if want := "speaker: decided by B. Editor on 2026-04-01: the tape says so"; st.Why[len(st.Why)-1] != want {
		t.Errorf("why: have %q, want %q at the end", st.Why, want)
	}
	if err := have.Check(); err != nil {
		t.Error(err)
	}
}

// A relation's ends follow the speakers of their statements; it goes with a
// statement that is removed, and comes back with it.
func TestApplyToRelations(t *testing.T) {
	a := storetest.Article{Address: "a.txt", Title: "One", Sayings: []storetest.Saying{
		{Speaker: "Ada Brandt", Content: "the harbour stays"}, {Speaker: "Ole Falk", Content: "it does not"}},
		Relations: []storetest.Related{
			{Kind: onrecord.Contradicts, From: storetest.Ending{Saying: 2}, To: storetest.Ending{Saying: 1}},
			{Kind: onrecord.Denies, From: storetest.Ending{Saying: 2}, To: storetest.Ending{Owner: "Ada Brandt", Words: "Brandt"}},
			{Kind: onrecord.AboutEvent, From: storetest.Ending{Owner: "Kai Holm", Words: "Holm"}, To: storetest.Ending{Words: "the storm"}},
		}}
	r, want := a.Reading(), a.Reading()
	name := func(r *onrecord.Reading, id onrecord.EntityID) string {
		for _, e := range r.Entities {
			if e.ID == id {
				return e.Name
			}
		}
		return "nobody"
	}
	fix := func(saying, minute int, field onrecord.CorrectionField, value string) onrecord.Correction {
		return storetest.Correction(&r.Statements[saying-1], minute, field, value)
	}
	for _, c := range []struct {
		name        string
		corrections []onrecord.Correction
		want        string // owners of the ends, a line a relation
	}{
		{"none", nil, "Ole Falk, Ada Brandt; Ole Falk, Ada Brandt; Kai Holm, nobody"},
		{"another speaker", []onrecord.Correction{fix(1, 1, onrecord.CorrectSpeaker, "person:Eva Lind")}, "Ole Falk, Eva Lind; Ole Falk, Ada Brandt; Kai Holm, nobody"},
		{"an unknown speaker", []onrecord.Correction{fix(2, 1, onrecord.CorrectSpeaker, "")}, "nobody, Ada Brandt; nobody, Ada Brandt; Kai Holm, nobody"},
		{"removed", []onrecord.Correction{fix(1, 1, onrecord.CorrectRemoved, "yes")}, "Ole Falk, Ada Brandt; Kai Holm, nobody"},
		{"back again", []onrecord.Correction{fix(1, 1, onrecord.CorrectRemoved, "yes"), fix(1, 2, onrecord.CorrectRemoved, "no")}, "Ole Falk, Ada Brandt; Ole Falk, Ada Brandt; Kai Holm, nobody"},
		{"of another kind", []onrecord.Correction{fix(1, 1, onrecord.CorrectKind, "direct")}, "Ole Falk, Ada Brandt; Ole Falk, Ada Brandt; Kai Holm, nobody"},
	} {
		now := store.Apply(r, c.corrections)
		var have []string
		for _, rel := range now.Relations {
			have = append(have, name(now, rel.From.Owner)+", "+name(now, rel.To.Owner))
			if rel.ID != rel.ComputeID() {
				t.Errorf("%s: relation %s should have the ID %s", c.name, rel.ID, rel.ComputeID())
			}
		}
		if have := strings.Join(have, "; "); have != c.want {
			t.Errorf("%s: have %s, want %s", c.name, have, c.want)
		}
		if err := now.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if same(t, r) != same(t, want) {
		t.Error("Apply changed the reading that it was given")
	}
}

// same writes a reading as its exact value.
func same(t *testing.T, r *onrecord.Reading) string {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
