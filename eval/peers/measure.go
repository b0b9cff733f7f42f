package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A cost is what one run of a reader took, the start of its programs included.
type cost struct {
	Seconds float64 // on the clock
	CPU     float64 // seconds of all its processes, which share one core
	Peak    int64   // bytes of memory: the largest resident set, added up over the processes
}

func (c cost) String() string {
	return fmt.Sprintf("%.2f s (%.2f s of processor), %d MB", c.Seconds, c.CPU, c.Peak/1e6)
}

// read runs the reader over articles on one core and leaves what it prints in
// the file printed. It is said when a run had much less than its core to
// itself: then its seconds on the clock say little.
func (r reader) read(paths []string, core int, printed string, errs io.Writer) (cost, error) {
	out, err := os.Create(printed)
	if err != nil {
		return cost{}, err
	}
	c, err := pipeline(r.stages, paths, core, out)
	if err := errors.Join(err, out.Close()); err != nil {
		return cost{}, err
	}
	if c.Seconds > 1 && c.CPU < 0.9*c.Seconds {
		fmt.Fprintf(errs, "%s: %v: the core was shared, or it waited for the disk\n", r.name, c)
	}
	return c, nil
}

// pipeline runs the stages at once, each reading what the one before prints.
func pipeline(stages []stage, paths []string, core int, out io.Writer) (cost, error) {
	commands := make([]*exec.Cmd, len(stages))
	said := make([]bytes.Buffer, len(stages))
	for i, s := range stages {
		args := append([]string{"-c", strconv.Itoa(core)}, s.command...)
		if i == 0 {
			args = append(args, paths...)
		}
		commands[i] = exec.Command("taskset", args...)
		commands[i].Env = append(os.Environ(), s.env...)
		commands[i].Stderr = &said[i]
	}
	commands[len(commands)-1].Stdout = out
	began := time.Now()
	if err := start(commands); err != nil {
		return cost{}, err
	}
	var c cost
	var err error
	for i, command := range commands {
		if failed := command.Wait(); failed != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w: %s", strings.Join(stages[i].command, " "), failed, last(said[i].String())))
		}
		c.add(command.ProcessState)
	}
	c.Seconds = time.Since(began).Seconds()
	return c, err
}

// start connects and starts the commands. One that cannot start leaves the
// others to end by their closed pipes.
func start(commands []*exec.Cmd) error {
	for i, command := range commands {
		if i+1 < len(commands) {
			r, w, err := os.Pipe()
			if err != nil {
				return err
			}
			defer r.Close()
			defer w.Close()
			command.Stdout, commands[i+1].Stdin = w, r
		}
		if err := command.Start(); err != nil {
			return err
		}
	}
	return nil
}

func (c *cost) add(state *os.ProcessState) {
	c.CPU += state.UserTime().Seconds() + state.SystemTime().Seconds()
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		c.Peak += usage.Maxrss * 1024 // Linux counts in kilobytes
	}
}

// last is the end of what a program said.
func last(s string) string { return strings.TrimSpace(s[max(0, len(s)-500):]) }
