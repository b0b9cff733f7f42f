package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/article"
	"onrecord/reader"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newAddCmd() *cobra.Command {
	var in input
	var model string
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
known by the same name, and the old one is kept. When the command is
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
			if err := errors.Join(in.check(), checkModel(model)); err != nil {
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
	cmd.Flags().StringVar(&model, "model", "fast", "fast or accurate; there is one model so far, which is both")
	return cmd
}

// A batch is put when it has this many readings, or is this old: small enough
// to lose little, large enough that the cost of a transaction does not show.
const (
	batchSize = 64
	batchAge  = 2 * time.Second
)

// An adder reads articles into a record.
type adder struct {
	st             store.Store
	in             *input
	stdout, stderr io.Writer

	batch    []*onrecord.Reading
	began    time.Time // of the batch
	progress *progress

	added, held, statements int
	failures                []store.Failure
	unread                  []*onrecord.Document
}

func (a *adder) run(ctx context.Context) error {
	rd, err := reader.New()
	if err != nil {
		return err
	}
	a.progress = newProgress(a.stderr, a.in)
	defer a.progress.close()
	for res := range rd.All(ctx, a.jobs(ctx)) {
		if err := a.take(res); err != nil {
			return err
		}
	}
	// What was read before an interruption is kept.
	if err := a.put(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	a.progress.close()
	a.tell()
	switch {
	case ctx.Err() != nil:
		return errInterrupted
	case len(a.failures) > 0:
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

// version is that of the reader, and how it was told to read.
func (in *input) version() string {
	if in.raw {
		return reader.Version + " raw"
	}
	return reader.Version
}

// take deals with one result, in the order of the input.
func (a *adder) take(res reader.Result) error {
	a.progress.one(res.Err != nil)
	switch {
	case res.Err != nil:
		return a.fail(res.Article, res.Err)
	case res.Reading == nil:
		a.held++
		return nil
	}
	if len(a.batch) == 0 {
		a.began = time.Now()
	}
	a.batch = append(a.batch, res.Reading)
	if len(a.batch) < batchSize && time.Since(a.began) < batchAge {
		return nil
	}
	return a.put(context.Background())
}

func (a *adder) fail(name string, err error) error {
	f := store.Failure{Article: name, Reason: err.Error(), When: time.Now()}
	a.failures = append(a.failures, f)
	return a.st.Fail(context.Background(), f)
}

// put adds the batch. It is not stopped by an interruption, which would lose
// what was read. A reading that the record refuses does not stop the others.
func (a *adder) put(ctx context.Context) error {
	if len(a.batch) == 0 {
		return nil
	}
	err := a.putAll(ctx, a.batch)
	if errors.Is(err, store.ErrInvalid) {
		err = nil
		for _, r := range a.batch {
			one := a.putAll(ctx, []*onrecord.Reading{r})
			if errors.Is(one, store.ErrInvalid) {
				one = a.fail(r.Doc.Article, fmt.Errorf("%w: a fault of onrecord, please report it", one))
			}
			err = errors.Join(err, one)
		}
	}
	a.batch = a.batch[:0]
	return err
}

func (a *adder) putAll(ctx context.Context, readings []*onrecord.Reading) error {
	added, err := a.st.Put(ctx, readings, a.in.version())
	if err != nil {
		return err
	}
	a.added += added
	a.held += len(readings) - added
	for _, r := range readings {
		a.statements += len(r.Statements)
		if r.Doc.Unread != "" {
			a.unread = append(a.unread, &onrecord.Document{Article: r.Doc.Article, Unread: r.Doc.Unread})
		}
	}
	return nil
}

// tell prints what was done, and what could not be.
func (a *adder) tell() {
	for _, f := range a.failures {
		fmt.Fprintln(a.stderr, "onrecord:", f.Reason)
	}
	for _, doc := range a.unread {
		fmt.Fprintf(a.stderr, "onrecord: article %s: kept but not read: %s\n", doc.Article, doc.Unread)
	}
	fmt.Fprintf(a.stdout, "%s added, %d held before, %d failed; %s read\n",
		number(a.added, "article"), a.held, len(a.failures), number(a.statements, "statement"))
}

// number is a count with its noun: "1 article", "2 articles".
func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
