package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/reader"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// A reading that breaks its promises is a failure like any other: the rest of
// its batch is kept.
func TestKeeperRefusesOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	st, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	k := newKeeper(t.Context(), st, func() { t.Error("the reading was stopped") })
	for i := range 5 {
		r := storetest.Article{Address: fmt.Sprintf("%d.txt", i), Title: "T", Sayings: []storetest.Saying{{Speaker: "Ada Brandt", Content: "words"}}}.Reading()
		if i == 2 {
			r.Statements[0].Content[0].End = 1 << 20
		}
		k.take(reader.Result{Article: r.Doc.Article, Reading: r})
	}
	k.take(reader.Result{Article: "none.txt", Err: errors.New("article none.txt: gone")})
	k.take(reader.Result{Article: "held.txt"})
	if err := k.close(); err != nil {
		t.Fatal(err)
	}
	if k.added != 4 || k.held != 1 || len(k.failures) != 2 {
		t.Errorf("%d added, %d held, failures %v; want 4, 1 and two", k.added, k.held, k.failures)
	}
	list, err := st.Failures(t.Context())
	if err != nil || len(list) != 2 || !strings.Contains(list[0].Reason, "a fault of onrecord, please report it") {
		t.Errorf("failures in the record: %v, %v", list, err)
	}
	sound(t, path)
}

// When nothing can be written the reading stops, and the error is told.
func TestKeeperStops(t *testing.T) {
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	stopped := make(chan struct{})
	k := newKeeper(t.Context(), st, func() { close(stopped) })
	for i := range 3 * batchSize {
		k.take(reader.Result{Article: fmt.Sprint(i), Err: errors.New("gone")})
	}
	if err := k.close(); err == nil {
		t.Error("writing to a closed record: no error")
	}
	select {
	case <-stopped:
	default:
		t.Error("the reading was not stopped")
	}
}
