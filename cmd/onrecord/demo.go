package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/article"
	"onrecord/collation"
	"onrecord/reader"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// The demonstration's articles are invented: a reactor, a minister and what she
// said of it from February to September 2026, as eight outlets print it. A file
// is named DAY_OUTLET_WORDS; the outlets whose pages do not name themselves
// stand in demoOutlets.
//
//go:embed demo
var demoFiles embed.FS

// demoIssue is what a researcher would declare to follow the minister.
//
//go:embed demo.issue
var demoIssue string

var demoOutlets = map[string]string{
	"port-ellery-courier":     "Port Ellery Courier",
	"northern-business-daily": "Northern Business Daily",
}

const (
	demoSpeaker = "Margaret Vance"
	demoModel   = reader.Accurate
)

func newDemoCmd() *cobra.Command {
	var addr, about string
	var noServe bool
	cmd := &cobra.Command{
		Use:   "demo [flags]",
		Short: "Read a dozen invented articles and show the record",
		Long: `Demo reads the articles that are built into the program into a record in a
temporary file, prints a timeline of the person most of them are about, and where
she differs from what she said before, and serves the record until it is
interrupted. The articles are invented: a minister says that a reactor stays
open, denies a plan to close it, puts it under review and closes it.

With --db the record is kept in that file, which must not exist.`,
		Example: `  onrecord demo
  onrecord demo --no-serve --about '"no plan" OR closure'
  onrecord demo --no-serve --db demo.db`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			file, remove, err := demoFile(cmd)
			if err != nil {
				return err
			}
			st, err := sqlite.Open(file)
			if err != nil {
				return errors.Join(err, remove())
			}
			err = demo(cmd, st, about)
			if err == nil && !noServe {
				err = serveRecord(cmd, st, addr, demoModel)
			}
			return errors.Join(err, st.Close(), remove())
		},
	}
	cmd.Flags().StringVar(&addr, "addr", defaultAddr, "address to serve on")
	cmd.Flags().StringVar(&about, "about", "", "a query that the statements of the timeline must meet")
	cmd.Flags().BoolVar(&noServe, "no-serve", false, "end after the timeline")
	return cmd
}

// demoFile is where the record goes, and what removes it when it was made for
// this run only.
func demoFile(cmd *cobra.Command) (file string, remove func() error, err error) {
	if flag := cmd.Flag("db"); flag.Changed {
		if _, err := os.Stat(flag.Value.String()); !errors.Is(err, fs.ErrNotExist) {
			return "", nil, fmt.Errorf("%s is there already: the demonstration makes a record of its own, name a new file", flag.Value)
		}
		return flag.Value.String(), func() error { return nil }, nil
	}
	dir, err := os.MkdirTemp("", "onrecord-demo-")
	if err != nil {
		return "", nil, fmt.Errorf("making a folder for the record: %w", err)
	}
	return filepath.Join(dir, "demo.db"), func() error { return os.RemoveAll(dir) }, nil
}

// demo fills the record and prints the timeline.
func demo(cmd *cobra.Command, st *sqlite.Store, about string) error {
	rd, err := reader.New(demoModel)
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	if err := fillDemo(ctx, st, rd); err != nil {
		return err
	}
	stats, err := st.Stats(ctx)
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "%s read, all of them invented: %s.\nWhat %s said", number(stats.Documents, "article"), number(stats.Statements, "statement"), demoSpeaker)
	if about != "" {
		fmt.Fprintf(out, " about %s", about)
	}
	fmt.Fprintf(out, ", the oldest first:\n\n")
	q, err := timelineQuery(demoSpeaker, about, "", "")
	if err != nil {
		return err
	}
	l := listing{find: store.Find{Where: q.Expr(), Order: store.Oldest}, format: "text"}
	if err := l.print(ctx, st, out, "Nothing found for "+q.String()+"."); err != nil {
		return err
	}
	return demoChanges(ctx, st, out)
}

// demoChanges prints where speakers depart from what they said before.
func demoChanges(ctx context.Context, st *sqlite.Store, out io.Writer) error {
	fmt.Fprintf(out, "\nWhat differs from before, on the one issue that is declared:\n\n")
	w, err := newChangeWriter("text", st, out, "")
	if err != nil {
		return err
	}
	var c changes
	return c.print(ctx, st, w)
}

func fillDemo(ctx context.Context, st store.Store, rd *reader.Reader) error {
	var readings []*onrecord.Reading
	for res := range rd.All(ctx, demoJobs()) {
		if res.Err != nil {
			return res.Err
		}
		readings = append(readings, res.Reading)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := st.Put(ctx, readings); err != nil {
		return err
	}
	if _, _, err := collation.Declare(ctx, st, "demo.issue", demoIssue, demoDeclared); err != nil {
		return err
	}
	_, err := collation.Run(ctx, st)
	return err
}

// demoDeclared is when the issue is said to have been declared: the
// demonstration prints the same at any time.
const demoDeclared onrecord.Instant = "2026-09-13T09:00:00.000000Z"

// demoJobs yields the articles in the order of their days.
func demoJobs() iter.Seq[reader.Job] {
	return func(yield func(reader.Job) bool) {
		entries, err := demoFiles.ReadDir("demo")
		if err != nil {
			yield(refused("demo", err))
			return
		}
		for _, e := range entries {
			name := path.Join("demo", e.Name())
			if !yield(reader.Job{Article: name, Load: func() (*article.Page, error) { return demoPage(name) }}) {
				return
			}
		}
	}
}

func demoPage(name string) (*article.Page, error) {
	b, err := demoFiles.ReadFile(name)
	if err != nil {
		return nil, err
	}
	day, rest, _ := strings.Cut(path.Base(name), "_")
	outlet, _, _ := strings.Cut(rest, "_")
	return &article.Page{Article: name, Bytes: b, Published: onrecord.EDTF(day), Outlet: demoOutlets[outlet]}, nil
}
