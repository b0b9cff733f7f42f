// Command peers holds onrecord against other extractors of quotations, on the
// same articles, on one core, by the scorer of package eval. The script run
// beside it installs them and calls it; docs/decisions/peers.md says what is
// compared, and how fair it is.
package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"onrecord"
	"onrecord/corpus"
	"onrecord/eval"
)

const (
	devFolder  = "../shared/polnear/dev"
	goldFolder = "eval/testdata/gold"
)

func main() {
	var c comparison
	flag.StringVar(&c.cache, "cache", "", "folder of what is installed; also keeps what was printed and measured")
	flag.StringVar(&c.only, "only", "", "measure only onrecord, corenlp or textacy; the rest as measured before")
	flag.StringVar(&c.dir, "articles", "", "folder with text/ and attributions/; "+devFolder+" where it is there, else "+goldFolder)
	flag.StringVar(&c.table, "table", "eval/peers/table.md", "file to write, besides standard output")
	flag.IntVar(&c.core, "core", 0, "processor to run on")
	flag.IntVar(&c.times, "times", 2, "how often each is run; the cheapest counts")
	flag.Parse()
	if err := c.run(os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// A comparison is one run of the command.
type comparison struct {
	cache, only, dir, table string
	core, times             int

	articles []corpus.Article
	paths    []string // of the texts, in order
	setting  setting
	errs     io.Writer
}

func (c *comparison) run(out, errs io.Writer) error {
	c.errs = errs
	if err := c.read(); err != nil {
		return err
	}
	var columns []column
	for _, r := range readers(c.cache) {
		if c.only == "" || c.only == r.group {
			if err := c.row(r); err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
		}
	}
	for _, r := range readers(c.cache) {
		row, err := readRow(c.rowFile(r), c.setting)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		columns = append(columns, column{r, row})
	}
	table := render(c.setting, columns)
	fmt.Fprint(out, table)
	return os.WriteFile(c.table, []byte(table), 0o666)
}

// read finds the articles and says what the run is about.
func (c *comparison) read() (err error) {
	if c.cache == "" || c.times < 1 {
		return errors.New("--cache and --times must be given: start eval/peers/run instead")
	}
	if c.dir == "" {
		c.dir = devFolder
		if _, err := os.Stat(devFolder); err != nil {
			fmt.Fprintf(c.errs, "skipped %s, which is not there: the project's own articles instead\n", devFolder)
			c.dir = goldFolder
		}
	}
	if c.articles, err = corpus.ReadPolNeAR(c.dir); err != nil {
		return err
	}
	sum := sha256.New()
	for _, a := range corpus.First(c.articles) {
		c.paths = append(c.paths, filepath.Join(c.dir, "text", a.Name+".txt"))
		fmt.Fprintf(sum, "%s\n%s\n", a.Name, a.Text)
	}
	c.setting = setting{Articles: len(c.paths), Files: len(c.articles), Corpus: corpusName(c.dir),
		Sum: fmt.Sprintf("%x", sum.Sum(nil)[:8]), Machine: machine()}
	return nil
}

func corpusName(dir string) string {
	switch filepath.Clean(dir) {
	case devFolder:
		return "PolNeAR's dev part"
	case goldFolder:
		return "the project's own invented articles (`" + goldFolder + "`)"
	}
	return "`" + filepath.Base(dir) + "`"
}

func (c *comparison) rowFile(r reader) string {
	return filepath.Join(c.cache, "rows", c.setting.Sum+"-"+r.name+".json")
}

// row measures a reader and keeps what was measured.
func (c *comparison) row(r reader) error {
	fmt.Fprintf(c.errs, "%s: %d articles, %d times\n", r.name, len(c.paths), c.times)
	row := &row{Setting: c.setting, Date: time.Now().Format(time.DateOnly)}
	printed := filepath.Join(c.cache, "printed", c.setting.Sum+"-"+r.name+".jsonl")
	if err := os.MkdirAll(filepath.Dir(printed), 0o777); err != nil {
		return err
	}
	if err := c.measure(r, row, printed); err != nil {
		return err
	}
	if err := c.score(r, row, printed); err != nil {
		return err
	}
	return row.write(c.rowFile(r))
}

func (c *comparison) measure(r reader, row *row, printed string) (err error) {
	for range c.times {
		first, err := r.read(c.paths[:1], c.core, printed, c.errs)
		if err != nil {
			return err
		}
		all, err := r.read(c.paths, c.core, printed, c.errs)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.errs, "%s: the first article %v, all %v\n", r.name, first, all)
		row.First, row.All = append(row.First, first), append(row.All, all)
	}
	row.Installed, err = size(r.installed)
	return err
}

func (c *comparison) score(r reader, row *row, printed string) error {
	texts := map[string]string{}
	for _, a := range c.articles {
		texts[a.Name] = a.Text
	}
	f, err := os.Open(printed)
	if err != nil {
		return err
	}
	defer f.Close()
	var lines io.Reader = f
	if r.quotations {
		converted, err := convert(f, texts)
		if err != nil {
			return err
		}
		lines = strings.NewReader(converted)
	}
	statements, err := eval.ReadPrinted(lines, texts)
	if err != nil {
		return err
	}
	for _, list := range statements {
		row.Statements += len(list)
	}
	row.Score = eval.Score(c.articles, complete(statements, texts))
	return nil
}

// complete gives an article in which nothing was found its empty list.
func complete(found map[string][]onrecord.Statement, texts map[string]string) map[string][]onrecord.Statement {
	for name := range texts {
		found[name] = append([]onrecord.Statement{}, found[name]...)
	}
	return found
}
