package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"onrecord/store/sqlite"
)

// openRecord opens the record that --db names, to be read.
func openRecord(cmd *cobra.Command) (*sqlite.Store, error) {
	path, err := cmd.Flags().GetString("db")
	if err != nil {
		return nil, err
	}
	st, err := sqlite.OpenExisting(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no record at %s: make one with `onrecord add PATH...`, or name another with --db", path)
	}
	return st, err
}

// openToWrite opens the record that --db names, which must be there.
func openToWrite(cmd *cobra.Command) (*sqlite.Store, error) {
	st, err := openRecord(cmd)
	if err != nil {
		return nil, err
	}
	path, err := cmd.Flags().GetString("db")
	if err = errors.Join(err, st.Close()); err != nil {
		return nil, err
	}
	return sqlite.Open(path)
}

// withRecord runs f on the record and closes it.
func withRecord(f onRecord) func(*cobra.Command, []string) error { return with(openRecord, f) }

// withWritable runs f on the record, to be written to, and closes it.
func withWritable(f onRecord) func(*cobra.Command, []string) error { return with(openToWrite, f) }

type onRecord func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, args []string) error

func with(open func(*cobra.Command) (*sqlite.Store, error), f onRecord) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		st, err := open(cmd)
		if err != nil {
			return err
		}
		return errors.Join(f(cmd.Context(), cmd, st, args), st.Close())
	}
}
