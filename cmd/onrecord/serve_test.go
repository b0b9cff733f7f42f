package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/reader"
	"onrecord/store/sqlite"
)

const plainStory = "Harbour to reopen\n\nThe harbour of Kestrel Bay will open again, the town said.\n\n“We have waited long enough,” Mayor Edith Rowan told a crowd of about two hundred people at the harbour gate.\n"

// TestServe asks a running server for a page and ends it as Ctrl-C does.
func TestServe(t *testing.T) {
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var said bytes.Buffer
	done := make(chan error, 1)
	go func() { done <- serve(ctx, st, listener, reader.Fast, &said) }()

	address := "http://" + listener.Addr().String() + "/"
	res, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if res.StatusCode != http.StatusOK || !strings.Contains(string(page), "The record is empty") {
		t.Errorf("GET /: have status %d and\n%s", res.StatusCode, page)
	}
	for form, want := range map[string]string{
		"text=" + url.QueryEscape(plainStory) + "&published=2026-02-10": "Edith Rowan",
		"text=x&published=soon":            "write a date such as 2017-12-13",
		"text=%00%01%02%03%04%05%00%00%07": "This cannot be read",
	} {
		res, err := http.Post(address+"read", "application/x-www-form-urlencoded", strings.NewReader(form))
		if err != nil {
			t.Fatal(err)
		}
		page, _ := io.ReadAll(res.Body)
		res.Body.Close()
		if !strings.Contains(string(page), want) {
			t.Errorf("POST /read %.40s: have status %d and\n%s\nwant %q", form, res.StatusCode, page, want)
		}
	}
	stop()
	select {
	case err = <-done:
	case <-time.After(2 * graceTime):
		t.Fatal("the server goes on after it was told to stop")
	}
	if err != nil || !strings.Contains(said.String(), address) {
		t.Errorf("serve: have %v and %q, want no error and the address %s", err, said.String(), address)
	}
	if _, err := http.Get(address); err == nil {
		t.Error("the server still answers")
	}
}
