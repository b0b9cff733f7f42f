package sqlite

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"onrecord/store"
	"onrecord/store/storetest"
)

var ctx = context.Background()

// Each random run opens a file and checks it whole many times: 20 of them unless
// -rapid.checks says otherwise.
func TestMain(m *testing.M) {
	flag.Parse()
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue {
		f.Value.Set("20") // a number is never refused
	}
	os.Exit(m.Run())
}

func open(t *testing.T) store.Store {
	st, err := Open(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

func TestConformance(t *testing.T) { storetest.Run(t, open) }

func TestAcross(t *testing.T) { storetest.RunAcross(t, open) }

func mustOpen(t *testing.T, path string) *Store {
	t.Helper()
	st, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return st
}
