package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"onrecord/eval"
)

// A setting is what must be the same for two rows to stand side by side.
type setting struct {
	Corpus   string
	Sum      string // of the articles
	Articles int
	Files    int // of annotation
	Machine  string
}

// A row is what was measured of one reader.
type row struct {
	Setting    setting
	Date       string
	First, All []cost // a run over the first article, over all of them
	Installed  int64  // bytes
	Statements int
	Score      eval.Result
}

// first and all are the runs that took the least of the processor. Seconds of
// the processor are the same as those on the clock where a reader has its core
// to itself, and do not count what others did on it.
func (r *row) first() cost { return least(r.First) }
func (r *row) all() cost   { return least(r.All) }

func least(costs []cost) cost {
	return slices.MinFunc(costs, func(a, b cost) int { return cmp.Compare(a.CPU, b.CPU) })
}

// rate is articles a second with the start of the programs counted, and
// without: the articles after the first over what they took.
func (r *row) rate() (with, without float64) {
	n, all := float64(r.Setting.Articles), r.all().CPU
	return n / all, (n - 1) / max(all-r.first().CPU, 1e-3)
}

// share is how much of its core the reader had, in per cent.
func (r *row) share() float64 { return 100 * r.all().CPU / r.all().Seconds }

// peak is the most memory any run took.
func (r *row) peak() (bytes int64) {
	for _, c := range r.All {
		bytes = max(bytes, c.Peak)
	}
	return bytes
}

func (r *row) write(file string) error {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o666)
}

// readRow reads a row that was measured before; it must be of the same
// articles and the same machine.
func readRow(file string, now setting) (*row, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("not measured before (%w): run eval/peers/run without --only", err)
	}
	r := new(row)
	if err := json.Unmarshal(b, r); err != nil {
		return nil, fmt.Errorf("%s: %w: delete it and run eval/peers/run without --only", file, err)
	}
	if r.Setting != now {
		return nil, fmt.Errorf("%s was measured elsewhere (%+v, now %+v): run eval/peers/run without --only", file, r.Setting, now)
	}
	return r, nil
}

// machine says where a run took place: "AMD EPYC 7B13, 2 cores".
func machine() string {
	model := runtime.GOARCH
	b, _ := os.ReadFile("/proc/cpuinfo") // where there is none, the architecture has to do
	for line := range strings.Lines(string(b)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			model = strings.TrimSpace(value)
			break
		}
	}
	return fmt.Sprintf("%s, %d cores", model, runtime.NumCPU())
}
