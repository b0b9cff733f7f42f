package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/watch"
)

func newWatchRunCmd() *cobra.Command {
	r := watchRun{}
	cmd := &cobra.Command{
		Use:   "run [flags] [NAME...]",
		Short: "Tell what is new",
		Long: `Run prints what is new for each watch, or for those that are named, and posts it to
its webhook. What was told is not told again; a watch whose webhook fails is said,
told again the next time, and holds up no other. With --every it stays, looks
again and again until it is interrupted, and ends with status 0 then.

With --dry-run it prints what it would tell, posts nothing and tells it again the
next time.`,
		Example: `  onrecord watch run
  onrecord watch run --every 5m
  onrecord watch run --dry-run ferry`,
		Args: args(cobra.ArbitraryArgs),
		RunE: func(cmd *cobra.Command, names []string) error {
			open := withWritable
			if r.dry {
				open = withRecord
			}
			return open(r.run)(cmd, names)
		},
	}
	cmd.Flags().DurationVar(&r.every, "every", 0, "stay, and look again after this time: 30s, 5m, 1h")
	cmd.Flags().BoolVar(&r.dry, "dry-run", false, "print only")
	cmd.Flags().StringVarP(&r.format, "format", "f", "text", "text, or jsonl: the messages, as they are posted")
	return cmd
}

// watchRun is what the flags say.
type watchRun struct {
	every  time.Duration
	dry    bool
	format string
}

// shortestEvery keeps a slip of the pen from asking the record all the time.
const shortestEvery = time.Second

func (r *watchRun) run(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
	switch {
	case r.format != "text" && r.format != "jsonl":
		return usageError{fmt.Errorf("--format %s: write text or jsonl", r.format)}
	case r.every != 0 && r.every < shortestEvery:
		return usageError{fmt.Errorf("--every %v: write %v or more", r.every, shortestEvery)}
	}
	for _, name := range names {
		if _, err := watchNamed(ctx, st, name); err != nil {
			return err
		}
	}
	told := &toldPrinter{ctx: ctx, st: st, out: newPrinter(cmd.OutOrStdout()), errs: cmd.ErrOrStderr(), lines: r.format == "jsonl", behind: map[string]int{}}
	for {
		err := r.once(ctx, st, names, told)
		if r.every == 0 {
			return err
		}
		if err != nil && !errors.Is(err, errTold) && ctx.Err() == nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil // an interruption is how it ends
		case <-time.After(r.every):
		}
	}
}

// once tells all watches, which may have changed since the last time.
func (r *watchRun) once(ctx context.Context, st store.Store, names []string, told *toldPrinter) error {
	list, err := st.Watches(ctx)
	if err != nil {
		return err
	}
	list = among(list, names)
	if len(list) == 0 && r.every == 0 && !told.lines {
		told.out.line("No watches: save one with onrecord watch add.")
		return told.out.err
	}
	teller := watch.Teller{Show: told.news, Posted: told.posted, DryRun: r.dry}
	results, err := teller.Run(ctx, st, list)
	if err != nil {
		return err
	}
	return told.results(results, r.every == 0)
}

// among are the watches with these names, or all.
func among(list []store.Watch, names []string) []store.Watch {
	if len(names) == 0 {
		return list
	}
	var out []store.Watch
	for _, w := range list {
		for _, name := range names {
			if w.Name == name {
				out = append(out, w)
				break
			}
		}
	}
	return out
}

func newWatchTestCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "test NAME",
		Short: "Post a test to a watch's webhook",
		Long: `Test posts the newest answers of a watch, three at most, to its webhook, marked as
a test, whether they were told or not.`,
		Example: "  onrecord watch test ferry",
		Args:    args(cobra.ExactArgs(1)),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
			w, err := watchNamed(ctx, st, names[0])
			if err != nil {
				return err
			}
			n, err := new(watch.Teller).Test(ctx, st, w)
			if err != nil {
				return fmt.Errorf("%s", whatNext(err))
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s took a test with %s\n", watch.Shown(w.Webhook), number(n, noun(&w)))
			return err
		}),
	}
}
