package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newApartCmd() *cobra.Command {
	var d decider
	cmd := &cobra.Command{
		Use:   "apart [flags] STATEMENT [STATEMENT]",
		Short: "Say that two statements report two utterances",
		Long: `Apart notes that two statements do not report one utterance, though they were
taken for that; of one statement, that it reports another than all it is joined
with. From then on that holds, also after articles are read again and when other
articles come. Nothing is overwritten: onrecord rulings undo takes it back.`,
		Example: `  onrecord apart s7lq3yx5o2mf6kta s2cvx4eqznyrb6hp --why "two speeches of that day"
  onrecord apart s7lq3yx5o2mf6kta --by "B. Editor" --why "he said it again in June"`,
		Args: args(cobra.RangeArgs(1, 2)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, ids []string) error {
			others := ids[1:]
			if len(others) == 0 {
				u, err := st.Utterance(ctx, onrecord.StatementID(ids[0]))
				if err != nil {
					return fmt.Errorf("statement %s: %w", ids[0], err)
				}
				for _, id := range u.Reports {
					if string(id) != ids[0] {
						others = append(others, string(id))
					}
				}
				if len(others) == 0 {
					_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s is joined with no other\n", ids[0])
					return err
				}
			}
			for _, other := range others {
				if err := d.rule(ctx, st, cmd.OutOrStdout(), onrecord.Apart, ids[0], other); err != nil {
					return err
				}
			}
			return nil
		}),
	}
	d.flags(cmd)
	return cmd
}

func newTogetherCmd() *cobra.Command {
	var d decider
	cmd := &cobra.Command{
		Use:   "together [flags] STATEMENT STATEMENT",
		Short: "Say that two statements report one utterance",
		Long: `Together notes that two statements report one utterance, though they were not
joined. From then on that holds, also after articles are read again. Nothing is
overwritten: onrecord rulings undo takes it back.`,
		Example: `  onrecord together s7lq3yx5o2mf6kta s2cvx4eqznyrb6hp --why "one interview, two translations"`,
		Args:    args(cobra.ExactArgs(2)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, ids []string) error {
			return d.rule(ctx, st, cmd.OutOrStdout(), onrecord.Together, ids[0], ids[1])
		}),
	}
	d.flags(cmd)
	return cmd
}

// ruling begins one that this person makes now.
func (d *decider) ruling(kind onrecord.RulingKind) (onrecord.Ruling, error) {
	i, err := d.identification("") // who, why and when are checked alike
	if err != nil {
		return onrecord.Ruling{}, err
	}
	return onrecord.Ruling{Kind: kind, Who: i.Who, Why: i.Evidence[0], When: i.When}, nil
}

// rule records a ruling on two statements, and says what it did.
func (d *decider) rule(ctx context.Context, st store.Store, w io.Writer, kind onrecord.RulingKind, a, b string) error {
	r, err := d.ruling(kind)
	if err != nil {
		return err
	}
	if a == b {
		return usageError{fmt.Errorf("%s: name two statements", a)}
	}
	for _, end := range []struct {
		id    string
		place *onrecord.Place
	}{{a, &r.A}, {b, &r.B}} {
		h, err := st.Statement(ctx, onrecord.StatementID(end.id))
		if err != nil {
			return fmt.Errorf("statement %s: %w: see the IDs with onrecord search", end.id, err)
		}
		*end.place = store.PlaceOf(&h.Statement)
	}
	r.ID = r.ComputeID()
	if _, err := st.Rule(ctx, r); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s  %s, by %s; take it back with onrecord rulings undo %s\n", r.ID, ruled(&store.Ruled{Ruling: r}), safe(r.Who), r.ID)
	return err
}

// ruled says in words what a ruling decides, with the statements as they are
// now where that is known.
func ruled(r *store.Ruled) string {
	name := func(was, now onrecord.StatementID) string {
		if now != "" {
			return string(now)
		}
		return string(was)
	}
	a, b := name(r.A.Statement, r.NowA), name(r.B.Statement, r.NowB)
	switch r.Kind {
	case onrecord.Apart:
		return a + " and " + b + " are two utterances"
	case onrecord.Together:
		return a + " and " + b + " are one utterance"
	}
	return "undoes " + string(r.Undoes)
}

func newRulingsCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rulings",
		Short: "List what people ruled on which statements report one utterance",
		Long: `Rulings lists what people ruled with onrecord apart and together, in the order of
time; rulings undo takes one back.`,
		Example: `  onrecord rulings
  onrecord rulings undo u7lq3yx5o2mf6kta --why "the transcript shows one speech"`,
		Args: args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			list, err := st.Rulings(ctx)
			if err != nil {
				return err
			}
			p := newPrinter(cmd.OutOrStdout())
			for i := range list {
				r := &list[i]
				day, _, _ := strings.Cut(string(r.When), "T")
				p.line("%s", safe(fmt.Sprintf("%s  %s, by %s on %s: %s%s", r.ID, ruled(r), r.Who, day, r.Why, rulingState(r))))
			}
			if len(list) == 0 {
				p.line("No rulings.")
			}
			return p.err
		}),
	}
	cmd.AddCommand(newUnruleCmd())
	return cmd
}

// rulingState says why a ruling does not hold.
func rulingState(r *store.Ruled) string {
	switch {
	case r.Kind == onrecord.RulingUndone:
		return ""
	case r.UndoneBy != "":
		return " (undone by " + string(r.UndoneBy) + ")"
	case r.Superseded:
		return " (ruled again)"
	case r.NowA == "" || r.NowB == "":
		return " (a statement of it is not there now)"
	}
	return ""
}

func newUnruleCmd() *cobra.Command {
	var d decider
	cmd := &cobra.Command{
		Use:   "undo [flags] ID",
		Short: "Take a ruling back",
		Long: `Undo takes a ruling back, by the ID that onrecord rulings prints, and everything
is as it was without it. The ruling is kept, with who took it back and why.`,
		Example: `  onrecord rulings undo u7lq3yx5o2mf6kta --by "B. Editor" --why "the transcript shows one speech"`,
		Args:    args(cobra.ExactArgs(1)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, ids []string) error {
			r, err := d.ruling(onrecord.RulingUndone)
			if err != nil {
				return err
			}
			list, err := st.Rulings(ctx)
			if err != nil {
				return err
			}
			for i := range list {
				if one := &list[i]; string(one.ID) == ids[0] && one.UndoneBy != "" {
					_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s was undone already, by %s\n", one.ID, one.UndoneBy)
					return err
				}
			}
			r.Undoes = onrecord.RulingID(ids[0])
			r.ID = r.ComputeID()
			if _, err = st.Rule(ctx, r); errors.Is(err, store.ErrNotFound) {
				err = fmt.Errorf("%w: see the IDs with onrecord rulings", err)
			}
			if err == nil {
				_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s  %s, by %s\n", r.ID, ruled(&store.Ruled{Ruling: r}), safe(r.Who))
			}
			return err
		}),
	}
	d.flags(cmd)
	return cmd
}
