package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The model is trained here, from the pages of eval/pages/testdata/lines/tune.
// A line of such a page begins with its part and a bar: R page, H headline,
// S sub-headline, Y byline or date, A article, 2 the headline printed again.

var (
	update = flag.Bool("update", false, "train the line model anew and write it")
	fifths = flag.Bool("fifths", false, "judge the line model on fifths of its pages")
)

const modelHead = `# The parts of plain-text pages: weights of article/model.go, by feature: page headline dek byline body,
# then the ten states. Made from eval/pages/testdata/lines/tune by: go test ./article -run TestModel -update
`

// A tagged page is a text and the part of each of its lines.
type tagged struct {
	name string
	rows []string // tag, bar, line; "" for a blank line
}

func loadPages(t testing.TB, dir string) []tagged {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "eval", "pages", "testdata", "lines", dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages in %s: %v", dir, err)
	}
	var all []tagged
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, tagged{name: filepath.Base(file), rows: strings.Split(strings.TrimRight(string(b), "\n"), "\n")})
	}
	return all
}

// text returns the page without tags, and the tag of the line at each offset
// where a line begins.
func (l *tagged) text() (string, map[int]byte) {
	var b strings.Builder
	tags := map[int]byte{}
	for _, row := range l.rows {
		if row != "" {
			indent := len(row[2:]) - len(strings.TrimLeft(row[2:], " "))
			tags[b.Len()+indent] = row[0]
			b.WriteString(row[2:])
		}
		b.WriteString("\n")
	}
	return b.String(), tags
}

// example is a page to learn from.
type example struct {
	name  string
	units []unit
	gold  []state
}

func (l *tagged) example() example {
	text, tags := l.text()
	units := survey(text, paragraphs(text))
	row := make([]byte, len(units))
	for i := range units {
		row[i] = tags[units[i].span.Start]
	}
	return example{l.name, units, goldStates(string(row))}
}

// prior is the strength of the Gaussian prior. On fifths of the pages 0.3, 1, 3
// and 10 were within half a point of each other.
const prior = 30

func examplesOf(pages []tagged) []example {
	var all []example
	for _, l := range pages {
		all = append(all, l.example())
	}
	return all
}

// goldStates turns the tags of a page into states.
func goldStates(tags string) []state {
	headline, body, end := strings.IndexByte(tags, 'H'), strings.IndexByte(tags, 'A'), strings.LastIndexAny(tags, "AY")
	if body < 0 {
		body = len(tags)
	}
	if headline < 0 {
		headline = body
	}
	path := make([]state, len(tags))
	for i := range tags {
		above := i < headline
		head := !above && i < body
		switch tag := tags[i]; {
		case tag == 'H':
			path[i] = headlineState
		case tag == 'S':
			path[i] = dekState
		case tag == 'A':
			path[i] = bodyState
		case tag == 'Y' && above:
			path[i] = bylineAbove
		case tag == 'Y' && head:
			path[i] = bylineHead
		case tag == 'Y':
			path[i] = bylineWithin
		case above:
			path[i] = pageAbove
		case head:
			path[i] = pageHead
		case i < end:
			path[i] = pageWithin
		default:
			path[i] = pageBelow
		}
	}
	return path
}

// mixed makes more pages out of few: each article in the pages around others,
// without what stands above or below it, and bare.
func mixed(pages []tagged) []tagged {
	all := append([]tagged{}, pages...)
	for i := range pages {
		above, middle, below := pages[i].cut()
		join := func(name string, pieces ...[]string) {
			l := tagged{name: name}
			for _, p := range pieces {
				l.rows = append(l.rows, p...)
			}
			all = append(all, l)
		}
		join("bare", middle)
		join("top", above, middle)
		join("end", middle, below)
		join("body", bodyOf(middle))
		for _, step := range []int{3, 5, 7} {
			a, _, _ := pages[(i+step)%len(pages)].cut()
			_, _, b := pages[(i+2*step)%len(pages)].cut()
			join("mixed", a, middle, b)
		}
	}
	return all
}

func bodyOf(rows []string) []string {
	var out []string
	for _, r := range rows {
		if r == "" || r[0] == 'A' {
			out = append(out, r)
		}
	}
	return out
}

// cut parts a page where its headline begins and where its article ends.
func (l *tagged) cut() (above, middle, below []string) {
	start, end := -1, 0
	for i, row := range l.rows {
		if row == "" {
			continue
		}
		if start < 0 && (row[0] == 'H' || row[0] == 'A') {
			start = i
		}
		if row[0] == 'A' || row[0] == 'Y' {
			end = i + 1
		}
	}
	return l.rows[:start], l.rows[start:end], l.rows[end:]
}

func (w *weights) String() string {
	var b strings.Builder
	b.WriteString(modelHead)
	row := func(name string, row []int32) {
		for _, x := range row {
			if x != 0 {
				b.WriteString(name)
				for _, x := range row {
					fmt.Fprintf(&b, " %d", x)
				}
				b.WriteString("\n")
				return
			}
		}
	}
	for f := range w.feature {
		row(featureName(f), w.feature[f][:])
	}
	for s := range w.follow {
		row(fmt.Sprintf("follows-state=%d", s), w.follow[s][:])
	}
	return b.String()
}

// TestModel trains and compares with the embedded model, or writes it.
func TestModel(t *testing.T) {
	have := train(examplesOf(mixed(loadPages(t, "tune"))), prior).String()
	if *update {
		if err := os.WriteFile("lines.model", []byte(have), 0o644); err != nil {
			t.Fatal(err)
		}
		modelFile = have
		return
	}
	if have != modelFile {
		t.Error("lines.model is not what the pages and features make; run: go test ./article -run TestModel -update")
	}
}

// TestFifths judges the model where it is being made: each fifth of the pages
// by a model of the other four. It shows what is wrong with -v.
func TestFifths(t *testing.T) {
	if !*fifths {
		t.Skip("skipped: trains five models; run it with -fifths")
	}
	pages := loadPages(t, "tune")
	right, all, kept := 0, 0, 0
	for fold := range 5 {
		var seen, unseen []tagged
		for i, l := range pages {
			if i%5 == fold {
				unseen = append(unseen, l)
			} else {
				seen = append(seen, l)
			}
		}
		w := train(examplesOf(mixed(seen)), prior)
		for _, ex := range examplesOf(unseen) {
			for i, s := range w.decode(ex.units) {
				want, have := partOf[ex.gold[i]], partOf[s]
				all++
				right += small(want == have)
				kept += small(isPage(want) == isPage(have))
				if isPage(want) != isPage(have) {
					t.Logf("%s: page %v, want %v: %.90s", ex.name, isPage(have), isPage(want), ex.units[i].text)
				}
			}
		}
	}
	t.Logf("of %d lines %d are the right part, %d rightly page or article", all, right, kept)
	if kept*100 < all*92 {
		t.Errorf("of %d lines only %d are rightly page or article", all, kept)
	}
}

func isPage(p part) bool { return p == pagePart || p == bylinePart }
