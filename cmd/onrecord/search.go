package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"onrecord/search"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newSearchCmd() *cobra.Command {
	var l listing
	var order string
	cmd := &cobra.Command{
		Use:   "search [flags] QUERY...",
		Short: "Find statements",
		Long: `Search finds statements in the record, the newest first.

  words               all of them, in what was said, its source and its cue
  "a phrase"          these words in a row
  speaker:tillerson   words of the speaker's name; speaker:unknown
  role:minister       words of the role, as the article gives it
  to:lawmakers        words that name to whom it was said
  via:times           words of a hop's name, or its kind: told, said, cited,
                      reported, posted or wire
  outlet:"the hill"   words of the outlet's name; outlet:unknown
  kind:direct         direct, indirect, mixed or act
  act:denied          asserted, denied, declined, asked, promised, demanded,
                      threatened, conditional or not_said
  anon:unnamed        named, spokesperson, title, group, unnamed or document
  relation:denies     an end of a relation of this kind: walks_back, repeats,
                      contradicts …; relation:any
  said:2017-03        a year, month or day; 2017-03..2017-12; said:unknown
  published:..2017    likewise
  document:ID         of one document
  -term               not this;  a OR b  either;  (…) grouped

The whole language stands in docs/query.md. Put the query in single quotation
marks, so that the shell leaves it alone; after a query that begins with a dash
write it as: onrecord search -- '-kind:direct'.`,
		Example: `  onrecord search 'speaker:tillerson "north korea"'
  onrecord search --order oldest 'said:2017-03..2017-12 (talks OR negotiations)'
  onrecord search --format jsonl --limit 100 act:denied`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, words []string) error {
			q, err := parse(words...)
			if err != nil {
				return err
			}
			l.find = store.Find{Where: q.Expr(), Order: store.Order(order)}
			return l.print(ctx, st, cmd.OutOrStdout(), "Nothing found for "+q.String()+".")
		}),
	}
	l.flags(cmd, 20)
	cmd.Flags().StringVar(&order, "order", "newest", "newest, oldest or best")
	return cmd
}

func parse(words ...string) (search.Query, error) {
	var q search.Query
	for _, w := range words {
		one, err := search.Parse(w)
		if err != nil {
			return q, usageError{err}
		}
		q = q.And(one)
	}
	return q, nil
}

func newTimelineCmd() *cobra.Command {
	var l listing
	var about, from, until string
	cmd := &cobra.Command{
		Use:   "timeline [flags] SPEAKER",
		Short: "What one speaker said, in the order of time",
		Long: `Timeline prints what a speaker said, the oldest first; what was said at an
unknown time comes last. SPEAKER is words of a name, as speaker: takes them, or a
key as the list of speakers prints it.`,
		Example: `  onrecord timeline "Rex Tillerson" --about "north korea"
  onrecord timeline tillerson --from 2017-03 --until 2017-12`,
		Args: args(cobra.ExactArgs(1)),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, words []string) error {
			q, err := timelineQuery(words[0], about, from, until)
			if err != nil {
				return err
			}
			if err := tellKey(ctx, st, cmd.ErrOrStderr(), words[0]); err != nil {
				return err
			}
			l.find = store.Find{Where: q.Expr(), Order: store.Oldest}
			return l.print(ctx, st, cmd.OutOrStdout(), "Nothing found for "+q.String()+": see the names with `onrecord speakers`.")
		}),
	}
	l.flags(cmd, 0)
	cmd.Flags().StringVar(&about, "about", "", "a query that the statements must meet")
	cmd.Flags().StringVar(&from, "from", "", "said then or later: a year, month or day")
	cmd.Flags().StringVar(&until, "until", "", "said then or earlier: a year, month or day")
	return cmd
}

func timelineQuery(speaker, about, from, until string) (search.Query, error) {
	field := store.SpeakerIs
	if isKey(speaker) {
		field = store.KeyIs
	}
	q, err := parse(about)
	if err != nil {
		return q, fmt.Errorf("--about: %w", err)
	}
	q = search.Query{}.With(field, speaker).And(q)
	if from == "" && until == "" {
		return q, nil
	}
	when, err := search.Parse("said:" + from + ".." + until)
	if err != nil {
		return q, usageError{fmt.Errorf("--from, --until: %w", err)}
	}
	return q.And(when), nil
}

// A listing prints hits.
type listing struct {
	find   store.Find
	format string
	limit  int
	after  string
}

func (l *listing) flags(cmd *cobra.Command, limit int) {
	cmd.Flags().StringVarP(&l.format, "format", "f", "text", "text, jsonl or csv")
	cmd.Flags().IntVarP(&l.limit, "limit", "n", limit, "how many statements; 0 for all")
	cmd.Flags().StringVar(&l.after, "after", "", "go on after the page that ended so")
}

// print walks the pages of the result.
func (l *listing) print(ctx context.Context, st store.Store, w io.Writer, none string) error {
	out, err := newHitWriter(l.format, st, w)
	if err != nil {
		return err
	}
	l.find.After = l.after
	printed := 0
	for {
		l.find.Limit = 200
		if l.limit > 0 {
			l.find.Limit = min(200, l.limit-printed)
		}
		res, err := st.Find(ctx, l.find)
		if err != nil {
			return err
		}
		for i := range res.Hits {
			if err := out.hit(ctx, &res.Hits[i]); err != nil {
				return err
			}
		}
		printed += len(res.Hits)
		l.find.After = res.Next
		if res.Next == "" || l.limit > 0 && printed >= l.limit {
			return out.end(res, printed, none)
		}
	}
}
