package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/people"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newPeopleCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "people",
		Short: "Keep dated lists of office-holders, to compare roles with",
		Long: `People keeps lists of who held which office from when until when, that you bring:
CSV with a line that names its columns (position, person, personID, start, end;
other orders and names of columns are understood), or Popolo JSON. What an
article says of a role is compared with them: agreement, gap and conflict are
shown beside it, and decide nothing.`,
		Example: `  onrecord people import us-cabinet.csv
  onrecord people who "Secretary of State" --on 2017-08-01`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPeopleImportCmd(), newPeopleListCmd(), newPeopleRemoveCmd(), newPeopleWhoCmd())
	return cmd
}

func newPeopleImportCmd() *cobra.Command {
	var name string
	cmd := &cobra.Command{
		Use:   "import [flags] FILE...",
		Short: "Import lists of office-holders",
		Long: `Import reads lists of office-holders. A list is known by its file's name, or by
--name: importing the same again changes nothing, and a newer version of a list
takes the place of the old one. Lines that say what cannot be are passed over and
named. A list whose name begins with a country, as us-cabinet.csv does, is that
country's.`,
		Example: `  onrecord people import us-cabinet.csv france-cabinet.csv
  onrecord people import export.json --name "Government of Norvale"`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, files []string) error {
			if name != "" && len(files) > 1 {
				return usageError{errors.New("--name names one list: import the files one by one")}
			}
			path, err := cmd.Flags().GetString("db")
			if err != nil {
				return err
			}
			st, err := sqlite.Open(path)
			if err != nil {
				return err
			}
			for _, file := range files {
				if err = importList(cmd.Context(), st, cmd.OutOrStdout(), cmd.ErrOrStderr(), file, name); err != nil {
					break
				}
			}
			return errors.Join(err, st.Close())
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "what the list is called; its file's name when not given")
	return cmd
}

func importList(ctx context.Context, st store.Store, stdout, stderr io.Writer, file, name string) error {
	if name == "" {
		name = filepath.Base(file)
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close() // it was only read
	l, err := people.Read(name, f)
	if err != nil {
		return err
	}
	const few = 5
	for i, line := range l.Skipped {
		if i == few {
			fmt.Fprintf(stderr, "onrecord: list %s: and %d lines more\n", name, len(l.Skipped)-few)
			break
		}
		fmt.Fprintf(stderr, "onrecord: passed over: %s\n", safe(line))
	}
	changed, err := st.Hold(ctx, name, l.Holdings, store.InstantOf(time.Now()))
	if err != nil {
		return err
	}
	what := "imported"
	if !changed {
		what = "held before"
	}
	_, err = fmt.Fprintf(stdout, "list %s: %s %s, %d passed over\n", safe(name), number(len(l.Holdings), "holding"), what, len(l.Skipped))
	return err
}

func newPeopleListCmd() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the lists that were imported",
		Long:    "List prints the lists of office-holders that were imported, with how many lines\neach has and since when it is held as it is.",
		Example: "  onrecord people list",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			lists, err := st.HoldingLists(ctx)
			if err != nil {
				return err
			}
			p := newPrinter(cmd.OutOrStdout())
			var rows [][]string
			for _, l := range lists {
				if asJSON {
					p.json(listJSON{"list", l.Name, l.Holdings, string(l.Imported), l.SHA256})
				}
				day, _, _ := strings.Cut(string(l.Imported), "T")
				rows = append(rows, []string{fmt.Sprint(l.Holdings), day, safe(l.Name)})
			}
			switch {
			case asJSON:
			case len(lists) == 0:
				p.line("No lists: import one with onrecord people import FILE.")
			default:
				p.table([]string{"holdings", "imported", "list"}, rows)
			}
			return p.err
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines")
	return cmd
}

type listJSON struct {
	Type     string `json:"type"` // "list"
	Name     string `json:"name"`
	Holdings int    `json:"holdings"`
	Imported string `json:"imported"`
	SHA256   string `json:"sha256"`
}

func newPeopleRemoveCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "remove NAME...",
		Short:   "Remove lists that were imported",
		Long:    "Remove takes lists of office-holders out of the record, by the names that onrecord\npeople list prints. Nothing else rests on them.",
		Example: "  onrecord people remove us-cabinet.csv",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: withWritable(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
			for _, name := range names {
				changed, err := st.Hold(ctx, name, nil, store.InstantOf(time.Now()))
				if err != nil {
					return err
				}
				if !changed {
					return fmt.Errorf("list %s: %w: see the names with onrecord people list", name, store.ErrNotFound)
				}
				fmt.Fprintf(cmd.OutOrStdout(), "list %s: removed\n", safe(name))
			}
			return nil
		}),
	}
}

func newPeopleWhoCmd() *cobra.Command {
	var on, organisation string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "who [flags] TITLE",
		Short: "Say who held an office, as the lists have it",
		Long: `Who prints who held an office at a time, as the lists that were imported have it,
one line a holder. Titles are compared by what office they name: "Defense
Secretary" is "U.S. Secretary of Defence". Without --on it prints all holders.`,
		Example: `  onrecord people who "Secretary of State" --on 2017-08-01
  onrecord people who "French prime minister" --on 2017`,
		Args: args(cobra.ExactArgs(1)),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, titles []string) error {
			var from, until onrecord.Day
			var err error
			if on != "" {
				if from, until, err = bounds(on); err != nil {
					return usageError{fmt.Errorf("--on %s: %w: write a date such as 2017-08-01", on, err)}
				}
			}
			all, err := st.Holdings(ctx)
			if err != nil {
				return err
			}
			return printHolders(newPrinter(cmd.OutOrStdout()), people.New(all).Holders(titles[0], organisation, from, until), len(all), asJSON)
		}),
	}
	cmd.Flags().StringVar(&on, "on", "", "when, as 2017-08-01, 2017-08 or 2017")
	cmd.Flags().StringVar(&organisation, "of", "", "whose office it is: a country or an institution")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines")
	return cmd
}

func printHolders(p *printer, found []onrecord.Holding, known int, asJSON bool) error {
	var rows [][]string
	for i := range found {
		h := &found[i]
		if asJSON {
			p.json(holdingJSON{"holding", h.Person, h.OtherNames, h.Identifier, h.Position, h.Organisation, string(h.Start), string(h.End), h.List, h.Line})
		}
		rows = append(rows, []string{safe(h.Person), people.Dates(h), safe(strings.TrimSpace(h.Position + " " + h.Organisation)), safe(h.List) + ":" + fmt.Sprint(h.Line)})
	}
	switch {
	case asJSON:
	case known == 0:
		p.line("No lists: import one with onrecord people import FILE.")
	case len(found) == 0:
		p.line("No list says who held it then.")
	default:
		p.table([]string{"person", "dates", "office", "list"}, rows)
	}
	return p.err
}

type holdingJSON struct {
	Type         string   `json:"type"` // "holding"
	Person       string   `json:"person"`
	OtherNames   []string `json:"other_names,omitempty"`
	Identifier   string   `json:"identifier,omitempty"`
	Position     string   `json:"position,omitempty"`
	Organisation string   `json:"organisation,omitempty"`
	Start        string   `json:"start,omitempty"`
	End          string   `json:"end,omitempty"`
	List         string   `json:"list"`
	Line         int      `json:"line"`
}
