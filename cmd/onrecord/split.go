package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newSplitCmd() *cobra.Command {
	var d decider
	var in []string
	cmd := &cobra.Command{
		Use:   "split [flags] KEY OTHER --in DOCUMENT...",
		Short: "Say that one name is two people in different articles",
		Long: `Split notes that in the named articles KEY is somebody else: OTHER, which may be
a key of the record or a new name, such as "Ole Falk (coach)". From then on what
KEY says there is found, counted and listed under OTHER. DOCUMENT is the ID of an
article, as onrecord show and export print it; several are parted by commas, or
given with --in each. Nothing is overwritten: onrecord entities undo takes it
back.`,
		Example: `  onrecord split person:ole-falk "Ole Falk (coach)" --in d2cvx4eqznyrb6hp --why "the coach of Elm"`,
		Args:    args(cobra.ExactArgs(2)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, keys []string) error {
			i, err := d.identification(onrecord.Split)
			if err != nil {
				return err
			}
			if i.Key, err = knownKey(ctx, st, keys[0]); err != nil {
				return err
			}
			if i.Other = keys[1]; !store.IsKey(i.Other) {
				kind, _, _ := strings.Cut(i.Key, ":")
				i.Other = store.KeyOf(onrecord.EntityKind(kind), i.Other)
			}
			if i.Docs, err = documentsOf(ctx, st, i.Key, in); err != nil {
				return err
			}
			return d.decide(ctx, st, cmd.OutOrStdout(), i)
		}),
	}
	cmd.Flags().StringSliceVar(&in, "in", nil, "the articles in which it is somebody else")
	d.flags(cmd)
	return cmd
}

// documentsOf are the IDs of articles, each of which must name the key.
func documentsOf(ctx context.Context, st store.Store, key string, in []string) (docs []onrecord.DocumentID, err error) {
	if len(in) == 0 {
		return nil, usageError{errors.New("--in must name the articles in which it is somebody else")}
	}
	list, err := st.Identifications(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]onrecord.Identification, len(list))
	for i := range list {
		all[i] = list[i].Identification
	}
	ids := store.Resolve(all)
	for _, id := range in {
		r, err := st.Document(ctx, onrecord.DocumentID(strings.TrimSpace(id)))
		if err != nil {
			return nil, fmt.Errorf("%w: see the IDs with onrecord show", err)
		}
		if !slices.ContainsFunc(r.Entities, func(e onrecord.Entity) bool {
			return ids.Of(store.KeyOf(e.Kind, e.Name), r.Doc.ID) == ids.Root(key)
		}) {
			return nil, fmt.Errorf("document %s does not name %s: see whom with onrecord show %s", r.Doc.ID, key, r.Doc.ID)
		}
		docs = append(docs, r.Doc.ID)
	}
	slices.Sort(docs)
	return slices.Compact(docs), nil
}
