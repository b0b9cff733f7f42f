package main

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/eval"
)

var readme = flag.Bool("readme", false, "write table.md anew into README.md, between its marks")

// made is a row with figures that are easy to check.
func made() *row {
	return &row{
		Setting: setting{Corpus: "two invented articles", Sum: "0", Articles: 11, Files: 12, Machine: "Abacus, 2 cores"},
		Date:    "2026-11-22", First: []cost{{Seconds: 2.5, CPU: 2}, {Seconds: 2.25, CPU: 2.2}}, All: []cost{{Seconds: 20, CPU: 12, Peak: 3e6}, {Seconds: 13, CPU: 13, Peak: 5e6}},
		Installed: 7e6, Statements: 42,
		Score: eval.Result{DirectFound: 90, DirectContent: 80, DirectSource: 70, DirectNear: 75,
			Exact: [3]eval.PRF{eval.Content: {P: 61, R: 62, F: 63}}, LinkedExact: eval.PRF{F: 51}, LinkedRelaxed: eval.PRF{F: 52}},
	}
}

func TestRender(t *testing.T) {
	have := render(made().Setting, []column{
		{reader{title: "one", cues: true, needs: "nothing"}, made()},
		{reader{title: "two", needs: "Java"}, made()},
	})
	for _, want := range []string{
		"2026-11-22, on Abacus, 2 cores",
		"11 articles with 12 annotations: two invented articles",
		"|  | one | two |\n",
		"| … with the exact content, % | 80.0 | 80.0 |\n",
		"| … of those found, source overlapping, % | 75.0 | 75.0 |\n",
		"| contents of all kinds, exact: precision, % | 61.0 | 61.0 |\n",
		"| whole attributions, relaxed, F1 | 52.0 | gives no cue |\n",
		"| articles a second of one core, start not counted | 1 | 1 |\n",
		"| articles a second of one core, start counted | 0.917 | 0.917 |\n",
		"| seconds to the first result | 2 | 2 |\n",
		"| of its core it had, % | 60 | 60 |\n",
		"| peak memory, MB | 5 | 5 |\n",
		"| installed, MB | 7 | 7 |\n",
		"| must be there besides | nothing | Java |\n",
	} {
		if !strings.Contains(have, want) {
			t.Errorf("no %q in\n%s", want, have)
		}
	}
}

// TestTable holds the table that is kept against what the program prints now:
// the same columns and lines, with a value in each.
func TestTable(t *testing.T) {
	rows := map[string][]string{}
	for line := range strings.Lines(tableFile(t)) {
		if strings.HasPrefix(line, "|") {
			row := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
			for i := range row {
				row[i] = strings.TrimSpace(row[i])
			}
			rows[row[0]] = row[1:]
		}
	}
	all := readers("")
	for i, r := range all {
		if head := rows[""]; len(head) != len(all) || head[i] != r.title {
			t.Errorf("the columns of table.md are %q, want %q at %d of %d", head, r.title, i, len(all))
		}
	}
	for _, m := range measures {
		if row := rows[m.name]; len(row) != len(all) || strings.Join(row, "") == "" {
			t.Errorf("table.md has %q for %q, want %d values", row, m.name, len(all))
		}
	}
	if have, want := len(rows), len(measures)+2; have != want {
		t.Errorf("table.md has %d lines, want %d", have, want)
	}
}

// TestReadme says that README.md has the table as it is kept, where it has the
// marks for it.
func TestReadme(t *testing.T) {
	const begin, end = "<!-- peers -->\n", "<!-- /peers -->"
	path := filepath.Join("..", "..", "README.md")
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	table := tableFile(t)
	before, rest, marked := strings.Cut(string(page), begin)
	if !marked {
		if strings.Contains(string(page), strings.TrimSpace(table)) {
			t.Errorf("README.md has the table, but not between %s and %s", strings.TrimSpace(begin), end)
		}
		return
	}
	inside, after, ended := strings.Cut(rest, end)
	if !ended {
		t.Fatalf("README.md has %s, but no %s after it", strings.TrimSpace(begin), end)
	}
	if *readme {
		if err := os.WriteFile(path, []byte(before+begin+table+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if inside != table {
		t.Errorf("README.md has another table than table.md: run go test ./eval/peers -run Readme -readme")
	}
}

func tableFile(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("table.md")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("SKIPPED: no table.md: eval/peers/run writes it")
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
