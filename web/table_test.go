package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"onrecord/store"
)

// failing breaks at its third page.
type failing struct {
	store.Store
	finds int
}

func (f *failing) Find(ctx context.Context, q store.Find) (*store.Result, error) {
	if f.finds++; f.finds > 2 {
		return nil, errors.New("the disk is gone")
	}
	return f.Store.Find(ctx, q)
}

// TestBrokenTable says that a table which cannot be read to its end does not
// look whole at the other end.
func TestBrokenTable(t *testing.T) {
	st := &failing{Store: record(t, manyArticles(t, 120))}
	srv := httptest.NewServer(New(st, Options{}))
	defer srv.Close()
	res, err := http.Get(srv.URL + "/search.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if b, err := io.ReadAll(res.Body); err == nil {
		t.Errorf("have %d bytes and no error, want a connection broken off", len(b))
	}
	if res, err = http.Get(srv.URL + "/about"); err != nil || res.StatusCode != 200 {
		t.Errorf("the server does not go on: %v", err)
	}
}
