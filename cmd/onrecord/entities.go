package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/identity"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newEntitiesCmd() *cobra.Command {
	var e entities
	cmd := &cobra.Command{
		Use:   "entities [flags] [WORDS]",
		Short: "Say who is who: which names are one person or institution",
		Long: `Entities lists the people and institutions of the record with the names under
which they are printed, and what was decided about them. A name that was merged
into another (onrecord merge) is counted there; WORDS may stand in either.

With --proposals it prints which names could be one, and which name two, with the
evidence and a score from 0 to 1, the surest first. Nothing is merged by reading
or by searching: a proposal decides nothing until it is recorded, by onrecord
merge and split one by one, or with --apply, which records all that have at
least the score of --least. What people undid is not proposed again.`,
		Example: `  onrecord entities falk
  onrecord entities --proposals
  onrecord entities --proposals --least 0.5 --json
  onrecord entities --apply
  onrecord entities undo i7lq3yx5o2mf6kta --by "B. Editor" --why "two brothers"`,
		Args: args(cobra.ArbitraryArgs),
		RunE: func(cmd *cobra.Command, words []string) error {
			open := withRecord
			if e.apply {
				open = upToDate
			}
			return open(e.run)(cmd, words)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&e.proposals, "proposals", false, "print which names could be one, and which two")
	f.BoolVar(&e.apply, "apply", false, "record these proposals")
	f.Float64Var(&e.least, "least", identity.Threshold, "the least score of a proposal")
	f.BoolVar(&e.json, "json", false, "print JSON Lines")
	f.IntVarP(&e.page.Limit, "limit", "n", 50, "how many entities")
	f.StringVar(&e.page.After, "after", "", "go on after the page that ended so")
	cmd.AddCommand(newUndoCmd())
	return cmd
}

// entities is what the flags say.
type entities struct {
	proposals, apply, json bool
	least                  float64
	page                   store.Page
}

func (e *entities) run(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, words []string) error {
	p := newPrinter(cmd.OutOrStdout())
	switch {
	case e.least < 0 || e.least > 1:
		return usageError{fmt.Errorf("--least %v: write a score from 0 to 1", e.least)}
	case (e.proposals || e.apply) && len(words) > 0:
		return usageError{fmt.Errorf("--proposals and --apply are about the whole record: leave %q away", strings.Join(words, " "))}
	case e.apply:
		return e.record(ctx, st, p)
	case e.proposals:
		return e.propose(ctx, st, p)
	}
	return e.list(ctx, st, p, strings.Join(words, " "))
}

func (e *entities) list(ctx context.Context, st store.Store, p *printer, words string) error {
	found, next, err := st.Speakers(ctx, words, e.page)
	if err != nil {
		return err
	}
	list, err := st.Identifications(ctx)
	if err != nil {
		return err
	}
	about := aboutKeys(list)
	var rows [][]string
	var decided []string
	for _, sp := range found {
		if e.json {
			p.json(entityLine(sp, about[sp.Key]))
			continue
		}
		rows = append(rows, []string{fmt.Sprint(sp.Statements), fmt.Sprint(sp.Documents), safe(sp.Name), sp.Key, safe(strings.Join(sp.Also, "; ")), safe(strings.Join(sp.Roles[:min(len(sp.Roles), 3)], "; "))})
		for _, one := range about[sp.Key] {
			decided = append(decided, identifiedWords(&one))
		}
	}
	if e.json {
		return p.err
	}
	p.table([]string{"statements", "articles", "name", "key", "also", "roles"}, rows)
	for _, line := range decided {
		p.line("%s", line)
	}
	if next != "" {
		p.line("go on with --after %s", next)
	}
	return p.err
}

// aboutKeys lists the identifications of each key that stays.
func aboutKeys(list []store.Identified) map[string][]store.Identified {
	all := make([]onrecord.Identification, len(list))
	for i := range list {
		all[i] = list[i].Identification
	}
	ids := store.Resolve(all)
	out := map[string][]store.Identified{}
	for _, one := range list {
		if one.Kind == onrecord.Undone {
			continue
		}
		key, other := ids.Root(one.Key), ids.Root(one.Other)
		out[key] = append(out[key], one)
		if other != key {
			out[other] = append(out[other], one)
		}
	}
	return out
}

// identifiedWords is a line about an identification.
func identifiedWords(i *store.Identified) string {
	state := ""
	switch {
	case i.UndoneBy != "":
		state = " (undone by " + string(i.UndoneBy) + ")"
	case i.Idle:
		state = " (holds without it)"
	}
	day, _, _ := strings.Cut(string(i.When), "T")
	who := "by evidence"
	if i.Who != "" {
		who = "by " + i.Who
	}
	return safe(fmt.Sprintf("%s  %s, %s on %s: %s%s", i.ID, decides(&i.Identification), who, day, strings.Join(i.Evidence, "; "), state))
}

// decides says in words what an identification decides.
func decides(i *onrecord.Identification) string {
	switch i.Kind {
	case onrecord.Merged:
		return i.Other + " is " + i.Key
	case onrecord.Split:
		return fmt.Sprintf("in %s %s is %s", number(len(i.Docs), "article"), i.Key, i.Other)
	}
	return "undoes " + string(i.Undoes)
}

func joined(docs []onrecord.DocumentID) string {
	var out []string
	for _, id := range docs {
		out = append(out, string(id))
	}
	return strings.Join(out, " ")
}

// json prints a value as a line of JSON Lines.
func (p *printer) json(v any) {
	if p.err == nil {
		enc := json.NewEncoder(p.w)
		enc.SetEscapeHTML(false)
		p.err = enc.Encode(v)
	}
}

// tellKey says so when a key is another's now.
func tellKey(ctx context.Context, st store.Store, w io.Writer, key string) error {
	if !store.IsKey(key) {
		return nil
	}
	id, err := st.Identity(ctx, key)
	if err == nil && id.Key != key {
		_, err = fmt.Fprintf(w, "onrecord: %s is %s: see onrecord entities\n", key, id.Key)
	}
	return err
}
