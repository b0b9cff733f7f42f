package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/watch"
)

func newWatchAddCmd() *cobra.Command {
	var a watchAdd
	cmd := &cobra.Command{
		Use:   "add [flags] NAME",
		Short: "Save a question",
		Long: `Add saves a question under NAME, in place of one that has it. A question is a
query, as onrecord search takes it, or asks for changes of position, as onrecord
changes prints them. Only what is added to the record from now on is told, unless
--from-start is given; a watch that takes the place of one that asked the same
goes on where that was.`,
		Example: `  onrecord watch add ferry --query 'ferry speaker:brandt'
  onrecord watch add turns --changes --speaker "Ada Brandt" --webhook https://example.org/in --secret-file key.txt`,
		Args: args(cobra.ExactArgs(1)),
		RunE: withWritable(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
			w, err := a.watch(ctx, cmd, st, names[0])
			if err != nil {
				return err
			}
			if err := st.Watch(ctx, w); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is saved: it tells of %s; see onrecord watch run\n", safe(w.Name), safe(asksFor(&w)))
			return err
		}),
	}
	f := cmd.Flags()
	f.StringVar(&a.query, "query", "", "tell of statements that answer this query")
	f.BoolVar(&a.changes, "changes", false, "tell of changes of position")
	f.StringVar(&a.issue, "issue", "", "with --changes: on this issue")
	f.StringVar(&a.speaker, "speaker", "", "with --changes: of this speaker, words of a name or a key")
	f.StringVar(&a.webhook, "webhook", "", "address to post to")
	f.StringVar(&a.secretFile, "secret-file", "", "file with the secret that signs what is posted; - for standard input")
	f.BoolVar(&a.fromStart, "from-start", false, "tell of all that the record holds already, too")
	return cmd
}

// watchAdd is what the flags say.
type watchAdd struct {
	query, issue, speaker, webhook, secretFile string
	changes, fromStart                         bool
}

func (a *watchAdd) watch(ctx context.Context, cmd *cobra.Command, st store.Store, name string) (w store.Watch, err error) {
	asked := cmd.Flags().Changed("query")
	switch {
	case asked == a.changes:
		return w, usageError{errors.New("write either --query or --changes")}
	case asked && (a.issue != "" || a.speaker != ""):
		return w, usageError{errors.New("--issue and --speaker go with --changes; in a query write speaker:NAME")}
	}
	w = store.Watch{Name: name, Kind: store.WatchStatements, Webhook: a.webhook, Made: store.InstantOf(time.Now())}
	if asked {
		q, err := parse(a.query)
		if err != nil {
			return w, fmt.Errorf("--query: %w", err)
		}
		w.Query = q.String()
	} else {
		w.Kind = store.WatchChanges
		if w.Issue, err = issueOf(ctx, st, a.issue); err != nil {
			return w, err
		}
		if w.Key, err = speakerKey(ctx, st, a.speaker); err != nil {
			return w, err
		}
	}
	if w.Secret, err = secretOf(cmd, a.secretFile); err != nil {
		return w, err
	}
	if err := watch.Check(w); err != nil {
		return w, usageError{err}
	}
	if !a.fromStart {
		w.Told, err = from(ctx, st, &w)
	}
	return w, err
}

// from is the mark from which a watch tells: that of the watch whose place it
// takes, where that asks the same, so that another webhook loses nothing; else
// that of now.
func from(ctx context.Context, st store.Store, w *store.Watch) (int64, error) {
	old, err := watchNamed(ctx, st, w.Name)
	switch {
	case err == nil && old.Kind == w.Kind && old.Query == w.Query && old.Issue == w.Issue && old.Key == w.Key:
		return old.Told, nil
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return 0, err
	}
	return st.Mark(ctx)
}

// secretOf is the first line of a file.
func secretOf(cmd *cobra.Command, path string) (string, error) {
	if path == "" {
		return "", nil
	}
	b, err := []byte(nil), error(nil)
	if path == "-" {
		b, err = limited(cmd.InOrStdin())
	} else {
		b, err = os.ReadFile(path)
	}
	if err != nil {
		return "", fmt.Errorf("--secret-file: %w", err)
	}
	line, _, _ := strings.Cut(string(b), "\n")
	if line = strings.TrimSpace(line); line == "" {
		return "", fmt.Errorf("--secret-file %s: its first line is empty, and must hold the secret", path)
	}
	return line, nil
}

// asksFor says what a watch looks for.
func asksFor(w *store.Watch) string {
	if w.Kind == store.WatchStatements {
		if w.Query == "" {
			return "all statements"
		}
		return "statements: " + w.Query
	}
	out := "changes of position"
	if w.Key != "" {
		out += " of " + w.Key
	}
	if w.Issue != "" {
		out += " on " + string(w.Issue)
	}
	return out
}
