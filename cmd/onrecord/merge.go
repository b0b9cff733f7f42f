package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newMergeCmd() *cobra.Command {
	var d decider
	cmd := &cobra.Command{
		Use:   "merge [flags] KEY OTHER",
		Short: "Say that two names are one person or institution",
		Long: `Merge notes that OTHER is KEY under another name. From then on both are found,
counted and listed under KEY, in all articles, also those that are added later;
the names stay as the articles print them, and a search for the old name or an
old link finds what there was. KEY and OTHER are keys as onrecord entities prints
them, or names. Nothing is overwritten: onrecord entities undo takes it back.`,
		Example: `  onrecord merge person:sarah-sanders person:sarah-huckabee-sanders --why "her maiden name"
  onrecord merge "Robert Falk" "Bob Falk" --by "B. Editor" --why "both minister of ports in 2026"`,
		Args: args(cobra.ExactArgs(2)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, keys []string) error {
			i, err := d.identification(onrecord.Merged)
			if err != nil {
				return err
			}
			if i.Key, err = knownKey(ctx, st, keys[0]); err != nil {
				return err
			}
			if i.Other, err = knownKey(ctx, st, keys[1]); err != nil {
				return err
			}
			return d.decide(ctx, st, cmd.OutOrStdout(), i)
		}),
	}
	d.flags(cmd)
	return cmd
}

// A decider is a person who decides who is who.
type decider struct{ by, why string }

func (d *decider) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.why, "why", "", "the reason")
	cmd.Flags().StringVar(&d.by, "by", "", "who decides; else the user of this computer")
}

// identification begins one that this person makes now.
func (d *decider) identification(kind onrecord.IdentificationKind) (i onrecord.Identification, err error) {
	who, why := strings.TrimSpace(d.by), strings.TrimSpace(d.why)
	if why == "" {
		return i, usageError{errors.New("--why must give the reason")}
	}
	if u, err := user.Current(); who == "" && err == nil {
		who = u.Username
	}
	if who == "" {
		return i, usageError{errors.New("--by must name who decides")}
	}
	return onrecord.Identification{Kind: kind, Evidence: []string{why}, Score: 1, Who: who, When: store.InstantOf(time.Now())}, nil
}

// decide records a merge or a split, and says what it did.
func (d *decider) decide(ctx context.Context, st store.Store, w io.Writer, i onrecord.Identification) error {
	key, err := st.Identity(ctx, i.Key)
	if err != nil {
		return err
	}
	other, err := st.Identity(ctx, i.Other)
	if err != nil {
		return err
	}
	if key.Key == other.Key {
		_, err := fmt.Fprintf(w, "%s is %s already\n", i.Other, key.Key)
		return err
	}
	i.Key, i.Other = key.Key, other.Key
	i.ID = i.ComputeID()
	if _, err := st.Identify(ctx, []onrecord.Identification{i}); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s  %s, by %s; take it back with onrecord entities undo %s\n", i.ID, safe(decides(&i)), safe(i.Who), i.ID)
	return err
}

// knownKey is the key of somebody in the record, by its key or a name.
func knownKey(ctx context.Context, st store.Store, s string) (string, error) {
	keys := []string{s}
	if !store.IsKey(s) {
		keys = nil
		for _, kind := range []onrecord.EntityKind{onrecord.Person, onrecord.Organisation, onrecord.Group, onrecord.Country, onrecord.Paper} {
			keys = append(keys, store.KeyOf(kind, s))
		}
	}
	for _, key := range keys {
		id, err := st.Identity(ctx, key)
		if err != nil {
			return "", err
		}
		if id.Known {
			return key, nil
		}
	}
	return "", fmt.Errorf("%q: %w: see the keys with onrecord entities WORDS", s, store.ErrNotFound)
}

func newUndoCmd() *cobra.Command {
	var d decider
	cmd := &cobra.Command{
		Use:   "undo [flags] ID",
		Short: "Take an identification back",
		Long: `Undo takes back a merge or a split, by the ID that onrecord entities prints, and
everything is as it was without it. The identification is kept, with who took it
back and why, and evidence does not decide it again; onrecord merge and split do.`,
		Example: `  onrecord entities undo i7lq3yx5o2mf6kta --by "B. Editor" --why "two brothers"`,
		Args:    args(cobra.ExactArgs(1)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, ids []string) error {
			i, err := d.identification(onrecord.Undone)
			if err != nil {
				return err
			}
			list, err := st.Identifications(ctx)
			if err != nil {
				return err
			}
			for k := range list {
				if one := &list[k]; string(one.ID) == ids[0] && one.UndoneBy != "" {
					_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s was undone already, by %s\n", one.ID, one.UndoneBy)
					return err
				}
			}
			i.Undoes = onrecord.IdentificationID(ids[0])
			i.ID = i.ComputeID()
			_, err = st.Identify(ctx, []onrecord.Identification{i})
			if errors.Is(err, store.ErrNotFound) {
				err = fmt.Errorf("%w: see the IDs with onrecord entities", err)
			}
			if err == nil {
				_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s  %s, by %s\n", i.ID, decides(&i), safe(i.Who))
			}
			return err
		}),
	}
	d.flags(cmd)
	return cmd
}
