package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
)

// A progress shows on a terminal how far a reading is; elsewhere it shows
// nothing.
type progress struct {
	bar    *progressbar.ProgressBar
	failed int
}

// newProgress begins one of so many articles, -1 when their number is unknown.
func newProgress(w io.Writer, count func() int) *progress {
	if !isTerminal(w) {
		return &progress{}
	}
	return &progress{bar: progressbar.NewOptions(count(),
		progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("reading"), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"), progressbar.OptionSetPredictTime(true),
		progressbar.OptionUseANSICodes(true), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20))}
}

func (p *progress) one(failed bool) {
	if p.bar == nil {
		return
	}
	if failed {
		p.failed++
		p.bar.Describe(fmt.Sprintf("reading, %d failed", p.failed))
	}
	p.bar.Add(1) // it fails only past the end
}

// close takes the bar away; it may be called again.
func (p *progress) close() {
	if p.bar != nil {
		p.bar.Finish() // what is written to the terminal may fail, and may be lost
		p.bar = nil
	}
}

// count is how many articles there are, -1 when it cannot be known.
func (in *input) count() int {
	n := 0
	for _, f := range files(in.paths) {
		switch {
		case f.path == "-":
			return -1
		case f.err == nil && isLines(f.path):
			n += countLines(f.path)
		default:
			n++
		}
	}
	return n
}

func countLines(path string) (n int) {
	f, err := os.Open(path)
	if err != nil {
		return 1 // a failure, told when it is read
	}
	defer f.Close() // it was only read
	buf := make([]byte, 1<<16)
	for {
		k, err := f.Read(buf)
		n += bytes.Count(buf[:k], []byte("\n"))
		if err != nil {
			return n
		}
	}
}
