package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/watch"
)

func newWatchCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Save questions, and hear of new answers",
		Long: `Watch saves a question in the record and tells what answers it anew: on the
terminal, and by a webhook where one is given. What is new is what came with an
article that was added after the watch was told last. Nothing runs by itself:
onrecord watch run tells all watches once, with --every again and again.

What is posted, and how to see that it comes from here: docs/watch.md.`,
		Example: `  onrecord watch add ferry --query 'ferry speaker:brandt'
  onrecord watch add turns --changes --issue ferry --webhook https://example.org/in
  onrecord watch run --every 5m`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newWatchAddCmd(), newWatchListCmd(), newWatchRemoveCmd(), newWatchRunCmd(), newWatchTestCmd())
	return cmd
}

func newWatchListCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the watches",
		Long:    "List prints the watches by name, and whether something was added since each was\ntold last. Of a webhook only the machine is shown: the rest can be a secret.",
		Example: "  onrecord watch list",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			list, err := st.Watches(ctx)
			if err != nil {
				return err
			}
			mark, err := st.Mark(ctx)
			if err != nil {
				return err
			}
			p := newPrinter(cmd.OutOrStdout())
			if len(list) == 0 {
				p.line("No watches: save one with onrecord watch add.")
				return p.err
			}
			var rows [][]string
			for i := range list {
				rows = append(rows, watchRow(&list[i], mark))
			}
			p.table([]string{"name", "told", "webhook", "signed", "tells of"}, rows)
			return p.err
		}),
	}
}

func watchRow(w *store.Watch, mark int64) []string {
	told, hook, signed := "all", "–", "–"
	if w.Told < mark {
		told = "not all"
	}
	if w.Webhook != "" {
		hook, signed = watch.Shown(w.Webhook), "no"
	}
	if w.Secret != "" {
		signed = "yes"
	}
	return []string{safe(w.Name), told, safe(hook), signed, safe(asksFor(w))}
}

func newWatchRemoveCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "remove NAME",
		Short:   "Remove a watch",
		Long:    "Remove takes a watch out of the record, with its webhook and secret.",
		Example: "  onrecord watch remove ferry",
		Args:    args(cobra.ExactArgs(1)),
		RunE: withWritable(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
			if err := st.Unwatch(ctx, names[0]); err != nil {
				return seeWatches(err)
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s is removed\n", safe(names[0]))
			return err
		}),
	}
}

func seeWatches(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("%w: see the names with onrecord watch list", err)
	}
	return err
}

// watchNamed is the watch of a name.
func watchNamed(ctx context.Context, st store.Store, name string) (store.Watch, error) {
	list, err := st.Watches(ctx)
	for _, w := range list {
		if w.Name == name {
			return w, nil
		}
	}
	if err == nil {
		err = seeWatches(fmt.Errorf("watch %s: %w", name, store.ErrNotFound))
	}
	return store.Watch{}, err
}
