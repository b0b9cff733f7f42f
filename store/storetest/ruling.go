package storetest

import (
	"errors"
	"slices"
	"testing"

	"onrecord"
	"onrecord/store"
)

// rulings sees that what a person ruled holds, is undone, and is found again
// when another reading puts the edges of a statement elsewhere.
func rulings(t *testing.T, st store.Store) {
	rs := put(t, st, 2, harbour, north)
	finish(t, st)
	a, b := &rs[0].Statements[3], &rs[1].Statements[1]
	joined := func(when string, id onrecord.StatementID, want int) {
		t.Helper()
		finish(t, st)
		if u, err := st.Utterance(ctx, id); err != nil || len(u.Reports) != want {
			t.Errorf("%s the utterance has %d reports, %v; want %d", when, len(u.Reports), err, want)
		}
	}
	joined("unruled", a.ID, 1)
	together := Rule(1, onrecord.Together, a, b)
	rule(t, st, together)
	joined("ruled together", a.ID, 2)
	rule(t, st, Rule(2, onrecord.Apart, b, a))
	joined("then apart", a.ID, 1)
	list, err := st.Rulings(ctx)
	if err != nil || len(list) != 2 || !list[0].Superseded || list[0].Holds() || !list[1].Holds() || list[1].NowA != b.ID {
		t.Errorf("Rulings: %+v, %v", list, err)
	}
	undo := Unrule(3, list[1].ID)
	rule(t, st, undo)
	joined("undone", a.ID, 2)
	if added, err := st.Rule(ctx, undo); added || err != nil {
		t.Errorf("the same ruling again: %t, %v", added, err)
	}
	moved := harbour.readBy(reader2)
	moved.Relations = nil
	one := &moved.Statements[3]
	one.Content = slices.Clone(one.Content)
	one.Content[0].Start += len("the ")
	one.ID = one.ComputeID()
	if _, err := st.Put(ctx, []*onrecord.Reading{moved}); err != nil {
		t.Fatal(err)
	}
	isPending(t, st, "after another reading", rs...)
	if list, err = st.Rulings(ctx); err != nil || list[0].NowA != one.ID || list[0].A.Statement != a.ID || list[1].UndoneBy != undo.ID {
		t.Errorf("after another reading Rulings: %+v, %v", list, err)
	}
	c, err := st.Component(ctx, one.ID)
	if err != nil || len(c.Statements) != 2 || len(c.Rulings) != 1 || c.Rulings[0].ID != together.ID {
		t.Errorf("Component: %+v, %v", c, err)
	}
	edited := north
	edited.Title = "Not closed"
	put(t, st, 1, edited)
	if list, err = st.Rulings(ctx); err != nil || list[0].NowB != "" || list[0].Holds() {
		t.Errorf("after another version Rulings: %+v, %v", list, err)
	}
	finish(t, st)
}

// notRulings sees that what cannot be ruled is refused.
func notRulings(t *testing.T, st store.Store) {
	rs := put(t, st, 1, harbour)
	a, b := rs[0].Statements[0], rs[0].Statements[1]
	elsewhere := strike.Reading().Statements[0]
	outside := a
	outside.Content = []onrecord.Span{{Start: 0, End: 1 << 20}}
	outside.ID = outside.ComputeID()
	good := Rule(1, onrecord.Apart, &a, &b)
	nobody, undated, other := good, good, good
	nobody.Who, undated.When, other.Why = " ", "now", "another reason"
	nobody.ID, undated.ID = nobody.ComputeID(), undated.ComputeID()
	rule(t, st, good, Unrule(2, good.ID))
	for _, c := range []struct {
		name string
		r    onrecord.Ruling
		want error
	}{
		{"with another's ID", other, store.ErrRuling}, {"by nobody", nobody, store.ErrRuling}, {"without a time", undated, store.ErrRuling},
		{"on itself", Rule(1, onrecord.Apart, &a, &a), store.ErrRuling}, {"of no kind", Rule(1, "maybe", &a, &b), store.ErrRuling},
		{"outside the text", Rule(1, onrecord.Apart, &outside, &b), store.ErrRuling},
		{"on what is not held", Rule(1, onrecord.Apart, &a, &elsewhere), store.ErrNotFound},
		{"undoing nothing", Unrule(3, ""), store.ErrRuling}, {"undoing what is not there", Unrule(3, "uno"), store.ErrNotFound},
		{"undoing an undo", Unrule(3, Unrule(2, good.ID).ID), store.ErrRuling},
	} {
		if added, err := st.Rule(ctx, c.r); added || !errors.Is(err, c.want) {
			t.Errorf("a ruling %s: %t, %v; want %v", c.name, added, err, c.want)
		}
	}
}

// ruledThenGone sees that what a ruling joined is parted when one of the two is
// gone, and that what is left of it is joined as before.
func ruledThenGone(t *testing.T, st store.Store) {
	one := Article{Address: "one.txt", Title: "One", Sayings: []Saying{{Content: "one thing"}}}
	two := Article{Address: "two.txt", Title: "Two", Sayings: []Saying{{Content: "another thing"}}}
	three := two
	three.Address, three.Title = "three.txt", "Three"
	rs := put(t, st, 3, one, two, three)
	rule(t, st, Rule(1, onrecord.Together, &rs[0].Statements[0], &rs[1].Statements[0]))
	one.Title = "One more"
	for _, step := range []struct {
		put  []Article
		want int
	}{{nil, 3}, {[]Article{one}, 2}} {
		put(t, st, len(step.put), step.put...)
		finish(t, st)
		if u, err := st.Utterance(ctx, rs[2].Statements[0].ID); err != nil || len(u.Reports) != step.want {
			t.Errorf("the utterance has %d reports, %v; want %d", len(u.Reports), err, step.want)
		}
	}
}
