package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/reader"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newRereadCmd() *cobra.Command {
	var model reader.Model
	var dry bool
	cmd := &cobra.Command{
		Use:   "reread [flags] [DOCUMENT...]",
		Short: "Read the record's articles again with a newer or another model",
		Long: `Reread reads the articles of the record again that another model or an older
program has read, all of them or those named by their IDs, and replaces their
statements by what is found now. Documents keep their ID, and a statement that
stands where it stood keeps its own; what people corrected stays corrected.

The text that the record keeps is read, not the page: which part of the page is
article stays as it was found. Where the files are still there, adding them
again does the same, and looks at the pages anew.

Batches of articles are replaced whole. When the command is interrupted or ends
in any other way, the same command goes on where it stopped: what was read again
is not outdated any more. The record can be served and searched meanwhile.`,
		Example: `  onrecord reread --dry-run
  onrecord reread
  onrecord reread --model fast d2cvx4eqznyrb6hp`,
		RunE: withWritable(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, ids []string) error {
			by := onrecord.ReaderVersion{Stages: reader.Version, Model: model}
			r := &rereader{st: &recounter{Store: st}, by: by, stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr()}
			list, err := r.choose(ctx, ids)
			if err != nil || dry {
				return errors.Join(err, r.tellPlan(list, err))
			}
			return r.run(ctx, list)
		}),
	}
	modelFlag(cmd, &model)
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say how many articles would be read again, and read none")
	return cmd
}

// A rereader reads documents of a record again.
type rereader struct {
	st             *recounter
	by             onrecord.ReaderVersion
	stdout, stderr io.Writer
	among          int // documents, read or not, when it began
}

// choose lists the documents that are outdated, of those named where some are.
func (r *rereader) choose(ctx context.Context, ids []string) ([]onrecord.DocumentID, error) {
	stats, err := r.st.Stats(ctx)
	if err != nil {
		return nil, err
	}
	r.among = stats.Versions
	outdated, err := r.st.Outdated(ctx, r.by)
	if err != nil || len(ids) == 0 {
		return outdated, err
	}
	is := map[onrecord.DocumentID]bool{}
	for _, id := range outdated {
		is[id] = true
	}
	r.among = len(ids)
	var list []onrecord.DocumentID
	for _, id := range ids {
		id := onrecord.DocumentID(id)
		if _, err := r.st.Versions(ctx, id); err != nil {
			return nil, err
		}
		if is[id] {
			list = append(list, id)
			is[id] = false // named twice
		}
	}
	return list, nil
}

// tellPlan says what would be done, unless that could not be found out.
func (r *rereader) tellPlan(list []onrecord.DocumentID, err error) error {
	if err == nil {
		_, err = fmt.Fprintf(r.stdout, "%s of %d would be read again by %s\n", number(len(list), "article"), r.among, readBy(r.by))
	}
	return err
}

// run reads the documents on all cores while one goroutine writes; what was
// read before an interruption is kept.
func (r *rereader) run(ctx context.Context, list []onrecord.DocumentID) error {
	k, err := r.all(ctx, list)
	if err != nil {
		return err
	}
	for _, f := range k.failures {
		fmt.Fprintln(r.stderr, "onrecord:", f.Reason)
	}
	m := r.st.moves
	fmt.Fprintf(r.stdout, "%s read again by %s, %d had been, %d failed; %s came, %d went, %d stayed\n",
		number(k.added, "article"), readBy(r.by), r.among-len(list)+k.held, len(k.failures), number(m.came, "statement"), m.went, m.stayed)
	switch {
	case ctx.Err() != nil:
		return errInterrupted
	case len(k.failures) > 0:
		return errTold
	}
	return tellWaiting(ctx, r.st, r.stderr, nil)
}

func (r *rereader) all(ctx context.Context, list []onrecord.DocumentID) (*keeper, error) {
	rd, err := reader.New(r.by.Model)
	if err != nil {
		return nil, err
	}
	bar := newProgress(r.stderr, func() int { return len(list) })
	defer bar.close()
	reading, stop := context.WithCancel(ctx)
	defer stop()
	k := newKeeper(ctx, r.st, stop)
	for res := range rd.All(reading, r.jobs(list)) {
		bar.one(res.Err != nil)
		k.take(res)
	}
	return k, k.close()
}

// jobs load the documents. An interruption does not stop it: what was begun is
// read.
func (r *rereader) jobs(list []onrecord.DocumentID) iter.Seq[reader.Job] {
	return func(yield func(reader.Job) bool) {
		for _, id := range list {
			job := reader.Job{Article: string(id), Again: func() (*onrecord.Document, error) {
				old, err := r.st.Document(context.Background(), id)
				if err != nil {
					return nil, err
				}
				return old.Doc, nil
			}}
			if !yield(job) {
				return
			}
		}
	}
}

// A recounter is a record that counts what becomes of statements when readings
// are put that replace others. It notes no failure: what could not be read
// again stays as it was read before.
type recounter struct {
	store.Store
	moves moves
}

// moves count statements by what became of them. A statement is known by its
// ID, which names its place.
type moves struct{ came, went, stayed int }

// Put marks the readings as what they are of, a page or a raw text, and adds
// them.
func (c *recounter) Put(ctx context.Context, readings []*onrecord.Reading) (int, error) {
	var m moves
	for _, again := range readings {
		old, err := c.Document(ctx, again.Doc.ID)
		if err != nil {
			return 0, err
		}
		again.Reader.Raw = old.Reader.Raw
		if old.Reader != again.Reader { // else another program has read it meanwhile
			m.count(old, again)
		}
	}
	n, err := c.Store.Put(ctx, readings)
	if err == nil {
		c.moves = moves{c.moves.came + m.came, c.moves.went + m.went, c.moves.stayed + m.stayed}
	}
	return n, err
}

// Fail notes nothing.
func (c *recounter) Fail(context.Context, store.Failure) error { return nil }

func (m *moves) count(old, again *onrecord.Reading) {
	before := map[onrecord.StatementID]bool{}
	for i := range old.Statements {
		before[old.Statements[i].ID] = true
	}
	stayed := 0
	for i := range again.Statements {
		if before[again.Statements[i].ID] {
			stayed++
		}
	}
	m.stayed += stayed
	m.came += len(again.Statements) - stayed
	m.went += len(old.Statements) - stayed
}
