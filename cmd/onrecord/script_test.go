package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The program itself, for tests that need a process.
func TestMain(m *testing.M) {
	if os.Getenv("ONRECORD_TEST_PROGRAM") != "" {
		main()
	}
	os.Exit(m.Run())
}

// A script in testdata/script is commands with what they must print, then files
// as txtar has them:
//
//	# a comment
//	$ add a.txt < lines.jsonl     the command line, standard input
//	> 1 article added             standard output has a line that matches, after the one before
//	! no such file                standard error likewise
//	>! secret                     no line of standard output matches
//	= 1                           the exit status; 0 when not given
//	-- a.txt --
//
// Patterns are regular expressions. Other lines before the first command that
// begin with % are done by the test itself: % rm FILE, % cp FROM TO,
// % link NAME TARGET, % append FILE TEXT, % same FILE FILE, % out FILE (keeps
// the next command's standard output), % keep NAME PATTERN (the first group of
// the pattern in the last command's output stands for {NAME} from then on).
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/script/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, path := range scripts {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			t.Chdir(t.TempDir())
			t.Setenv("ONRECORD_DB", "")
			commands := unpack(t, string(b))
			s := &script{t: t}
			for i, line := range strings.Split(commands, "\n") {
				s.at = fmt.Sprintf("%s:%d: %s", filepath.Base(path), i+1, line)
				s.line(line)
			}
			s.end()
		})
	}
}

// unpack writes the files of a script and returns its commands.
func unpack(t *testing.T, text string) (commands string) {
	t.Helper()
	parts := regexp.MustCompile(`(?m)^-- (.+) --\n`).FindAllStringSubmatchIndex(text, -1)
	for i, p := range parts {
		end := len(text)
		if i+1 < len(parts) {
			end = parts[i+1][0]
		}
		name := text[p[2]:p[3]]
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text[p[1]:end]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(parts) == 0 {
		return text
	}
	return text[:parts[0][0]]
}

type script struct {
	t              *testing.T
	at             string
	ran            string // the command that ran last
	status, want   int
	stdout, stderr string // what is left to match
	all            [2]string
	keep           string
	names          []string // {NAME} and what it stands for
}

func (s *script) line(line string) {
	line = strings.NewReplacer(s.names...).Replace(line)
	op, rest, _ := strings.Cut(line, " ")
	switch op {
	case "", "#":
	case "$":
		s.end()
		s.run(rest)
	case "%":
		s.end()
		s.ran = ""
		s.do(strings.Fields(rest))
	case ">":
		s.match(&s.stdout, rest)
	case "!":
		s.match(&s.stderr, rest)
	case ">!":
		if regexp.MustCompile("(?m)" + rest).MatchString(s.all[0]) {
			s.t.Errorf("%s\nthe output of %q has it:\n%s", s.at, s.ran, s.all[0])
		}
	case "=":
		fmt.Sscan(rest, &s.want)
	default:
		s.t.Fatalf("%s: not a line of a script", s.at)
	}
}

// end sees to the exit status of the command that ran last.
func (s *script) end() {
	if s.ran != "" && s.status != s.want {
		s.t.Errorf("before %s\n%q ended with %d, want %d\n%s%s", s.at, s.ran, s.status, s.want, s.all[0], s.all[1])
	}
	s.want = 0
}

func (s *script) run(command string) {
	line, from, _ := strings.Cut(command, " < ")
	var stdin bytes.Buffer
	if from != "" {
		b, err := os.ReadFile(from)
		if err != nil {
			s.t.Fatalf("%s: %v", s.at, err)
		}
		stdin.Write(b)
	}
	var stdout, stderr bytes.Buffer
	s.ran = command
	s.status = run(context.Background(), shellWords(line), &stdin, &stdout, &stderr)
	s.stdout, s.stderr = stdout.String(), stderr.String()
	s.all = [2]string{s.stdout, s.stderr}
	if s.keep != "" {
		if err := os.WriteFile(s.keep, stdout.Bytes(), 0o644); err != nil {
			s.t.Fatal(err)
		}
		s.keep = ""
	}
}

// match finds a line and what follows it.
func (s *script) match(text *string, pattern string) {
	at := regexp.MustCompile("(?m)" + pattern).FindStringIndex(*text)
	if at == nil {
		s.t.Errorf("%s\nno such line is left in what %q printed:\n%s%s", s.at, s.ran, s.all[0], s.all[1])
		return
	}
	*text = (*text)[at[1]:]
}

func (s *script) do(words []string) {
	var err error
	switch words[0] {
	case "rm":
		err = os.RemoveAll(words[1])
	case "cp":
		var b []byte
		if b, err = os.ReadFile(words[1]); err == nil {
			err = os.WriteFile(words[2], b, 0o644)
		}
	case "link":
		err = os.Symlink(words[2], words[1])
	case "mkdir":
		err = os.MkdirAll(words[1], 0o755)
	case "append":
		var f *os.File
		if f, err = os.OpenFile(words[1], os.O_APPEND|os.O_WRONLY, 0); err == nil {
			_, err = fmt.Fprintln(f, strings.Join(words[2:], " "))
			f.Close()
		}
	case "same":
		a, err1 := os.ReadFile(words[1])
		b, err2 := os.ReadFile(words[2])
		if err1 != nil || err2 != nil || !bytes.Equal(a, b) {
			s.t.Errorf("%s: they differ\n%s\n%s", s.at, a, b)
		}
	case "keep":
		m := regexp.MustCompile(words[2]).FindStringSubmatch(s.all[0])
		if m == nil {
			s.t.Fatalf("%s: not in\n%s", s.at, s.all[0])
		}
		s.names = append(s.names, "{"+words[1]+"}", m[1])
	case "out":
		s.keep = words[1]
	default:
		s.t.Fatalf("%s: not known", s.at)
	}
	if err != nil {
		s.t.Fatalf("%s: %v", s.at, err)
	}
}
