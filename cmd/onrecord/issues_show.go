package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/store"
	"onrecord/store/sqlite"
)

// issueShow is what the flags say.
type issueShow struct {
	key  string
	all  bool
	file bool
	page store.Page
}

func newIssuesShowCmd() *cobra.Command {
	var s issueShow
	cmd := &cobra.Command{
		Use:   "show [flags] ISSUE",
		Short: "Show the positions on an issue, oldest first",
		Long: `Show lists the statements that take a position on an issue, oldest first: when it
was said, who, for or against, on what condition, and the words that decided.
With --all also those that take none that could be read.`,
		Example: `  onrecord issues show talks-with-norrland
  onrecord issues show talks-with-norrland --speaker person:ana-duarte
  onrecord issues show talks-with-norrland --file`,
		Args: args(cobra.ExactArgs(1)),
		RunE: withRecord(s.run),
	}
	f := cmd.Flags()
	f.StringVar(&s.key, "speaker", "", "only of the speaker with this `KEY`, as onrecord speakers prints it")
	f.BoolVar(&s.all, "all", false, "with statements that take no position")
	f.BoolVar(&s.file, "file", false, "print the issue's file instead")
	f.IntVarP(&s.page.Limit, "limit", "n", 50, "how many statements")
	f.StringVar(&s.page.After, "after", "", "go on after the page that ended so")
	return cmd
}

func (s *issueShow) run(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
	f, err := issueFile(ctx, st, names[0])
	if err != nil {
		return err
	}
	if s.file {
		_, err := fmt.Fprintln(cmd.OutOrStdout(), strings.TrimRight(f.Text, "\n"))
		return err
	}
	list, next, err := st.Assignments(ctx, store.StanceQuery{Issue: f.ID, Key: s.key, Positioned: !s.all, Page: s.page})
	if err != nil {
		return err
	}
	p := newPrinter(cmd.OutOrStdout())
	p.line("%s: %s, %s, %s", safe(f.Name), number(f.Statements, "statement"), number(f.Positions, "position"), number(f.Changes, "change"))
	for i := range list {
		printStance(p, &list[i])
	}
	if next != "" {
		p.line("go on with --after %s", next)
	}
	return p.err
}

// printStance is one statement on an issue: a line, and what decided below it.
func printStance(p *printer, s *store.Stance) {
	when, who := string(s.Said.EDTF), safe(s.Name)
	if when == "" {
		when = "unknown day"
	}
	if who == "" {
		who = "unknown speaker"
	}
	if s.Position == nil {
		p.line("%s  %s  no position  %s", when, who, s.Statement)
		p.line("    %s", safe(strings.Join(s.Why, "; ")))
		return
	}
	p.line("%s  %s  %s  %s", when, who, stanceWords(s), s.Statement)
	p.line("    %s", safe(strings.Join(s.Position.Why, "; ")))
}

// stanceWords are the position in words: "against, on a condition".
func stanceWords(s *store.Stance) string {
	out := string(s.Position.Pole)
	if s.Position.Certainty <= 0.5 {
		out += ", less than certain"
	}
	for _, c := range s.Position.Conditions {
		out += ", “" + safe(c) + "”"
	}
	return out
}
