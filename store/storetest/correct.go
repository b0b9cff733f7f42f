package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord"
	"onrecord/store"
)

// Correction is a sound correction of st, made at the minute of a day.
func Correction(st *onrecord.Statement, minute int, field onrecord.CorrectionField, value string) onrecord.Correction {
	c := onrecord.Correction{Doc: st.Doc, Statement: st.ID, Content: st.Content, Cue: st.Cue, Source: st.Source, Field: field, Value: value,
		Who: "B. Editor", Why: "the tape says so", When: store.InstantOf(time.Date(2026, 4, 1, 10, minute, 0, 0, time.UTC))}
	if field == onrecord.CorrectSaid && value != "" {
		said := Time(value, "")
		c.From, c.Until = said.From, said.Until
	}
	c.ID = c.ComputeID()
	return c
}

// fix adds corrections, each of which must be new.
func fix(t *testing.T, st store.Store, list ...onrecord.Correction) {
	t.Helper()
	for _, c := range list {
		if added, err := st.Correct(ctx, c); err != nil || !added {
			t.Fatalf("Correct %s to %q: %t, %v; want it added", c.Field, c.Value, added, err)
		}
		mustCheck(t, st)
	}
}

// corrected sees that what a person decided is what is read, found and counted,
// and what the reader found comes back when it is undone.
func corrected(t *testing.T, st store.Store) {
	r := put(t, st, 2, harbour, strike)[0]
	speaker := Correction(&r.Statements[0], 1, onrecord.CorrectSpeaker, "person:Eva Lind")
	fix(t, st, speaker, Correction(&r.Statements[3], 2, onrecord.CorrectSpeaker, "person:ole FALK"),
		Correction(&r.Statements[1], 3, onrecord.CorrectSaid, "2019-07"), Correction(&r.Statements[1], 4, onrecord.CorrectKind, "direct"),
		Correction(&r.Statements[2], 5, onrecord.CorrectRemoved, "yes"), Correction(&r.Statements[0], 6, onrecord.CorrectNote, ""))
	for _, c := range []struct {
		e    store.Expr
		want int
	}{
		{leaf(store.SpeakerIs, "lind"), 1}, {leaf(store.KeyIs, "person:eva-lind"), 1}, {leaf(store.SpeakerIs, "brandt"), 1},
		{leaf(store.SpeakerIs, "falk"), 2}, {leaf(store.KeyIs, ""), 0}, {leaf(store.KindIs, "direct"), 3},
		{within(store.SaidIn, "2019-07-03", "2019-07-04"), 1}, {leaf(store.Words, "talks"), 0}, {store.Expr{}, 5},
	} {
		found(t, st, c.e, c.want)
	}
	h, err := st.Statement(ctx, r.Statements[0].ID)
	if err != nil || h.Speaker.Name != "Eva Lind" || h.Role != "" || h.Key != "person:eva-lind" || len(h.Corrections) != 2 || h.Corrections[0].ID != speaker.ID {
		t.Errorf("the corrected statement is %+v, %v", h, err)
	}
	list, _, err := st.Speakers(ctx, "lind", store.Page{})
	if err != nil || len(list) != 1 || list[0].Statements != 1 || len(list[0].Roles) != 0 {
		t.Errorf("the speaker is %+v, %v", list, err)
	}
	if _, err := st.Statement(ctx, r.Statements[2].ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the removed statement: %v, want ErrNotFound", err)
	}
	stats, err := st.Stats(ctx)
	if err != nil || stats.Corrections != 6 || stats.Statements != 5 || stats.Unknown != 0 {
		t.Errorf("Stats: %+v, %v", stats, err)
	}
	undo(t, st, r)
}

// undo decides each of corrected's decisions the other way.
func undo(t *testing.T, st store.Store, r *onrecord.Reading) {
	t.Helper()
	fix(t, st, Correction(&r.Statements[0], 10, onrecord.CorrectSpeaker, "person:Ada Brandt"), Correction(&r.Statements[3], 11, onrecord.CorrectSpeaker, ""),
		Correction(&r.Statements[1], 12, onrecord.CorrectSaid, "2026-02"), Correction(&r.Statements[1], 13, onrecord.CorrectKind, "indirect"),
		Correction(&r.Statements[2], 14, onrecord.CorrectRemoved, "no"))
	have, err := st.Document(ctx, r.Doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	back := cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreFields(onrecord.Statement{}, "Corrections", "Why", "Role", "Others", "SpeakerScore"),
		cmpopts.IgnoreFields(onrecord.Claimed{}, "Basis"), cmpopts.IgnoreFields(onrecord.Reading{}, "Corrections", "Entities")}
	if diff := cmp.Diff(r, have, back); diff != "" {
		t.Errorf("after all was undone (-want +have):\n%s", diff)
	}
	decisions, err := st.Corrections(ctx)
	if err != nil || len(decisions) != 11 {
		t.Fatalf("Corrections: %d, %v; want 11", len(decisions), err)
	}
	for i, d := range decisions {
		if superseded := i < 5; d.Now == nil || d.Superseded != superseded {
			t.Errorf("decision %d, %s %q: now %v, superseded %t; want %t", i, d.Field, d.Value, d.Now, d.Superseded, superseded)
		}
	}
}

// correctedAgain sees that a correction counts once, that the later one holds
// whatever the order of adding, and what no correction may be.
func correctedAgain(t *testing.T, st store.Store) {
	r := put(t, st, 1, harbour)[0]
	first, last := Correction(&r.Statements[0], 1, onrecord.CorrectSpeaker, "person:Eva Lind"), Correction(&r.Statements[0], 2, onrecord.CorrectSpeaker, "organisation:Port Office")
	fix(t, st, last, first)
	before, _ := st.Document(ctx, r.Doc.ID)
	for _, c := range []onrecord.Correction{first, last} {
		if added, err := st.Correct(ctx, c); err != nil || added {
			t.Errorf("the same correction again: %t, %v", added, err)
		}
	}
	after, err := st.Document(ctx, r.Doc.ID)
	if diff := cmp.Diff(before, after); err != nil || diff != "" {
		t.Errorf("the same corrections again changed something (%v):\n%s", err, diff)
	}
	found(t, st, leaf(store.KeyIs, "organisation:port-office"), 1)
	found(t, st, leaf(store.SpeakerIs, "lind"), 0)
	for name, spoil := range map[string]func(*onrecord.Correction){
		"no who": func(c *onrecord.Correction) { c.Who = " " }, "time": func(c *onrecord.Correction) { c.When = "yesterday" },
		"field": func(c *onrecord.Correction) { c.Field = "colour" }, "kind": func(c *onrecord.Correction) { c.Field, c.Value = onrecord.CorrectKind, "loud" },
		"speaker": func(c *onrecord.Correction) { c.Value = "Eva Lind" }, "said": func(c *onrecord.Correction) { c.Field, c.Value = onrecord.CorrectSaid, "2019" },
		"spans": func(c *onrecord.Correction) { c.Cue.End++ }, "removed": func(c *onrecord.Correction) { c.Field, c.Value = onrecord.CorrectRemoved, "perhaps" },
		"outside": func(c *onrecord.Correction) {
			c.Cue.End = 1 << 20
			c.Statement = (&onrecord.Statement{Doc: c.Doc, Content: c.Content, Cue: c.Cue, Source: c.Source}).ComputeID()
		},
	} {
		bad := Correction(&r.Statements[0], 3, onrecord.CorrectSpeaker, "person:Eva Lind")
		spoil(&bad)
		bad.ID = bad.ComputeID()
		if added, err := st.Correct(ctx, bad); !errors.Is(err, store.ErrCorrection) || added {
			t.Errorf("a correction with a bad %s: %t, %v; want ErrCorrection", name, added, err)
		}
	}
	gone := Correction(&strike.Reading().Statements[0], 1, onrecord.CorrectNote, "")
	if added, err := st.Correct(ctx, gone); !errors.Is(err, store.ErrNotFound) || added {
		t.Errorf("a correction of a document that is not held: %t, %v; want ErrNotFound", added, err)
	}
}

// correctedThenReread reads a corrected article anew: corrections follow their
// statement, also where its edges moved; one whose statement is gone is kept,
// and holds again when the statement comes back.
func correctedThenReread(t *testing.T, st store.Store) {
	r := put(t, st, 1, harbour)[0]
	same, moved, gone := &r.Statements[0], &r.Statements[1], &r.Statements[2]
	fix(t, st, Correction(same, 1, onrecord.CorrectSpeaker, "person:Eva Lind"), Correction(moved, 2, onrecord.CorrectSpeaker, "person:Kai Holm"),
		Correction(gone, 3, onrecord.CorrectRemoved, "yes"), Correction(&r.Statements[3], 4, onrecord.CorrectNote, ""))
	again := harbour.readBy(reader2)
	again.Relations = nil // of statements that it does not find
	again.Statements[1].Content[0].Start += len("nobody ")
	again.Statements[1].ID = again.Statements[1].ComputeID()
	again.Statements = slices.Delete(again.Statements, 2, 3)
	if added, err := st.Put(ctx, []*onrecord.Reading{again}); added != 1 || err != nil {
		t.Fatalf("Put by another reader: %d, %v", added, err)
	}
	mustCheck(t, st)
	found(t, st, leaf(store.SpeakerIs, "lind"), 1)
	h := found(t, st, leaf(store.SpeakerIs, "holm"), 1).Hits[0]
	if h.Content != "loses work" || h.ID == moved.ID || h.Corrections[0].Statement != moved.ID {
		t.Errorf("the moved statement is %s %q, corrected by %+v", h.ID, h.Content, h.Corrections)
	}
	sameDecisions(t, st, again.Statements[0].ID, again.Statements[1].ID, "", again.Statements[2].ID)
	if added, err := st.Put(ctx, []*onrecord.Reading{harbour.readBy(reader)}); added != 1 || err != nil {
		t.Fatalf("Put by the first reader: %d, %v", added, err)
	}
	mustCheck(t, st)
	sameDecisions(t, st, same.ID, moved.ID, gone.ID, r.Statements[3].ID)
	found(t, st, leaf(store.Words, "talks"), 0)
}

// sameDecisions compares what the corrections decide now, in order.
func sameDecisions(t *testing.T, st store.Store, want ...onrecord.StatementID) {
	t.Helper()
	decisions, err := st.Corrections(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var have []onrecord.StatementID
	for _, d := range decisions {
		id := onrecord.StatementID("")
		if d.Now != nil {
			id = d.Now.ID
		}
		have = append(have, id)
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("statements that are corrected now (-want +have):\n%s", diff)
	}
}

// correctedVersions corrects an old version of an article and then the current
// one: each keeps its own.
func correctedVersions(t *testing.T, st store.Store) {
	old := put(t, st, 1, harbour)[0]
	fix(t, st, Correction(&old.Statements[0], 1, onrecord.CorrectSpeaker, "person:Eva Lind"))
	edited := harbour
	edited.Title = "Harbour stays"
	now := put(t, st, 1, edited)[0]
	found(t, st, leaf(store.SpeakerIs, "lind"), 0)
	fix(t, st, Correction(&old.Statements[0], 2, onrecord.CorrectSpeaker, "person:Eva Berg"), Correction(&now.Statements[0], 3, onrecord.CorrectRemoved, "yes"))
	found(t, st, leaf(store.SpeakerIs, "eva"), 0)
	found(t, st, leaf(store.SpeakerIs, "brandt"), 1)
	h, err := st.Statement(ctx, old.Statements[0].ID)
	if err != nil || h.Speaker.Name != "Eva Berg" || h.Doc.Current {
		t.Errorf("the old version's statement: %+v, %v", h, err)
	}
	var ids []string
	if err := st.Each(ctx, func(r *onrecord.Reading) error {
		ids = append(ids, fmt.Sprint(len(r.Corrections), " ", len(r.Statements)))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(ids)
	if diff := cmp.Diff([]string{"1 3", "2 4"}, ids); diff != "" {
		t.Errorf("corrections and statements of each version (-want +have):\n%s", diff)
	}
}
