package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"onrecord"
	"onrecord/article"
	"onrecord/date"
	"onrecord/reader"
)

// input says what to read and what is known of all of it.
type input struct {
	paths     []string
	stdin     io.Reader
	raw       bool
	model     reader.Model
	outlet    string
	published string
	keep      bool // what has no name of its own gets one that it keeps, see nameOf
}

// nameOf names what has neither a URL nor a path. To print it, where it stood
// is enough; in a record the next input would have the same name, and become a
// version of this one: so the record names it by what it says.
func (in *input) nameOf(at, from string, text []byte) string {
	if !in.keep {
		return at
	}
	return fmt.Sprintf("%s#%x", from, sha256.Sum256(text))[:len(from)+1+16]
}

// check refuses a date that cannot be read.
func (in *input) check() error {
	if in.published == "" {
		return nil
	}
	if _, err := date.Parse(in.published); err != nil {
		return usageError{fmt.Errorf("--published %s: %w: write a date such as 2017-12-13", in.published, err)}
	}
	return nil
}

// page adds what is known of all pages to one.
func (in *input) page(p article.Page) *article.Page {
	p.Raw = in.raw
	if p.Outlet == "" {
		p.Outlet = in.outlet
	}
	if p.Published == "" {
		p.Published = onrecord.EDTF(in.published)
	}
	return &p
}

// jobs yields a job an article, in the order of the paths.
func (in *input) jobs() iter.Seq[reader.Job] {
	return func(yield func(reader.Job) bool) {
		for _, f := range files(in.paths) {
			if !in.file(f, yield) {
				return
			}
		}
	}
}

// file yields the jobs of one file; false ends all.
func (in *input) file(f file, yield func(reader.Job) bool) bool {
	switch {
	case f.err != nil:
		return yield(refused(f.path, f.err))
	case f.path == "-":
		return in.standard(yield)
	case isLines(f.path):
		r, err := os.Open(f.path)
		if err != nil {
			return yield(refused(f.path, notRead(f.path, err)))
		}
		defer r.Close() // it was only read
		return in.lines(f.path, bufio.NewReaderSize(r, 1<<16), yield)
	}
	return yield(reader.Job{Article: f.path, Load: func() (*article.Page, error) {
		b, err := load(f.path)
		if err != nil {
			return nil, err
		}
		return in.page(article.Page{Article: f.path, Bytes: b}), nil
	}})
}

func refused(name string, err error) reader.Job {
	return reader.Job{Article: name, Load: func() (*article.Page, error) { return nil, err }}
}

// standard reads standard input: articles in JSON Lines when the first line is
// an object, else one page.
func (in *input) standard(yield func(reader.Job) bool) bool {
	r := bufio.NewReaderSize(in.stdin, 1<<16)
	first, _ := r.Peek(512) // an error comes again when it is read
	if bytes.HasPrefix(bytes.TrimSpace(first), []byte(`{"`)) {
		return in.lines("-", r, yield)
	}
	b, err := limited(r)
	if err != nil {
		return yield(refused("-", notRead("-", err)))
	}
	name := in.nameOf("-", "-", b)
	return yield(reader.Job{Article: name, Load: func() (*article.Page, error) {
		return in.page(article.Page{Article: name, Bytes: b}), nil
	}})
}

// lines yields a job a line that is not empty.
func (in *input) lines(name string, r *bufio.Reader, yield func(reader.Job) bool) bool {
	for n := 1; ; n++ {
		line, err := readLine(r)
		at := fmt.Sprintf("%s:%d", name, n)
		switch {
		case errors.Is(err, io.EOF) && len(line) == 0:
			return true
		case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errLong):
			return yield(refused(at, notRead(at, err)))
		case err != nil && errors.Is(err, errLong):
			if !yield(refused(at, notRead(at, err))) {
				return false
			}
			continue
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if !yield(in.line(name, at, line)) {
			return false
		}
	}
}

var errLong = fmt.Errorf("a line of more than %d MB, which no article is", article.MaxText>>20)

// readLine reads to the end of a line; what is too long is read past.
func readLine(r *bufio.Reader) (line []byte, err error) {
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > article.MaxText {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case long:
			return nil, errLong
		default:
			return line, err
		}
	}
}
