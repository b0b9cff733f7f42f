package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/article"
	"onrecord/reader"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newAddCmd() *cobra.Command {
	var in input
	cmd := &cobra.Command{
		Use:   "add [flags] PATH...",
		Short: "Read articles into the record",
		Long: `Add reads articles into the record: files, folders, and "-" for standard input;
HTML or plain text by content. Files ending in .jsonl or .ndjson, and standard
input that begins with an object, hold an article a line, with these names:

  url        or link, uri
  title      or headline
  byline     or author, authors
  date       or published, published_at, pubDate, date_published
  outlet     or source, publisher, site
  text       or content, body, article; HTML or plain text

An article is known by its URL, else by its path as it was given, else, from
standard input or a line without a URL, by what it says. Adding again changes
nothing. An article whose text was edited becomes a new version of what is
known by the same name, and the old one is kept. What is added is compared with
what is there: statements that report one utterance are joined. What another model or an older
program has read is read again, and replaced by what is found now. When the command is
interrupted, the same command goes on where it stopped. An article that cannot
be read does not stop the others: it is listed at the end and kept in the
record (onrecord failures), and the exit status is 1.`,
		Example: `  onrecord add articles/
  onrecord add --db news.db feed.jsonl page.html
  onrecord add --published 2017-12-13 --outlet "The Hill" article.txt
  zcat archive.jsonl.gz | onrecord add -`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			in.paths, in.stdin, in.keep = paths, cmd.InOrStdin(), true
			if err := in.check(); err != nil {
				return err
			}
			path, err := cmd.Flags().GetString("db")
			if err != nil {
				return err
			}
			st, err := sqlite.Open(path)
			if err != nil {
				return err
			}
			a := &adder{st: st, in: &in, stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr()}
			return errors.Join(a.run(cmd.Context()), st.Close())
		},
	}
	in.flags(cmd)
	return cmd
}

// An adder reads articles into a record.
type adder struct {
	st             store.Store
	in             *input
	stdout, stderr io.Writer
}

// run reads on all cores while one goroutine writes; what was read before an
// interruption is kept.
func (a *adder) run(ctx context.Context) error {
	rd, err := reader.New(a.in.model)
	if err != nil {
		return err
	}
	bar := newProgress(a.stderr, a.in.count)
	defer bar.close()
	reading, stop := context.WithCancel(ctx)
	defer stop()
	k := newKeeper(ctx, a.st, stop)
	for res := range rd.All(reading, a.jobs(ctx)) {
		bar.one(res.Err != nil)
		k.take(res)
	}
	if err := k.close(); err != nil {
		return err
	}
	bar.close()
	a.tell(k)
	if ctx.Err() != nil {
		return errInterrupted
	}
	if err := tellWaiting(ctx, a.st, a.stderr, tellProposals(ctx, a.st, k.added, a.stdout)); err != nil {
		return err
	}
	if len(k.failures) > 0 {
		return errTold
	}
	return nil
}

// jobs are those of the input; what the record holds is not read again.
func (a *adder) jobs(ctx context.Context) func(func(reader.Job) bool) {
	return func(yield func(reader.Job) bool) {
		for job := range a.in.jobs() {
			load := job.Load
			job.Load = func() (*article.Page, error) {
				p, err := load()
				if err != nil || p == nil {
					return p, err
				}
				held, err := a.st.Holds(context.WithoutCancel(ctx), p.Article, hashOf(p), a.in.version())
				if held || err != nil {
					return nil, err
				}
				return p, nil
			}
			if !yield(job) {
				return
			}
		}
	}
}

func hashOf(p *article.Page) string {
	sum := sha256.Sum256(p.Bytes)
	return hex.EncodeToString(sum[:])
}

// version is what the readings will be marked with.
func (in *input) version() onrecord.ReaderVersion {
	return onrecord.ReaderVersion{Stages: reader.Version, Model: in.model, Raw: in.raw}
}

// tell prints what was done, and what could not be.
func (a *adder) tell(k *keeper) {
	for _, f := range k.failures {
		fmt.Fprintln(a.stderr, "onrecord:", f.Reason)
	}
	for _, doc := range k.unread {
		fmt.Fprintf(a.stderr, "onrecord: article %s: kept but not read: %s\n", doc.Article, doc.Unread)
	}
	fmt.Fprintf(a.stdout, "%s added, %d held before, %d failed; %s read, %d joined with others\n",
		number(k.added, "article"), k.held, len(k.failures), number(k.statements, "statement"), k.joined)
}

// number is a count with its noun: "1 article", "2 articles".
func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
