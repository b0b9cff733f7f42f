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

var update = flag.Bool("update", false, "train the line model anew and write it")

const modelHead = `# The parts of plain-text pages: weights of article/model.go, by feature: page headline dek byline body,
# then the ten states. Made from eval/pages/testdata/lines/tune by: go test ./article -run TestModel -update
`

// A labelled page is text and the tag of each line that is not blank.
type labelled struct {
	name string
	tags string
	rows []string // tag, bar, line; "" for a blank line
}

func loadPages(t testing.TB, dir string) []labelled {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "eval", "pages", "testdata", "lines", dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages in %s: %v", dir, err)
	}
	var all []labelled
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, labelled{name: filepath.Base(file), rows: strings.Split(strings.TrimRight(string(b), "\n"), "\n")})
	}
	return all
}

// text returns the page without tags, and the tag of the line at each offset
// where a line begins.
func (l *labelled) text() (string, map[int]byte) {
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
	units []unit
	gold  []state
}

func (l *labelled) example() example {
	text, tags := l.text()
	units := survey(text, paragraphs(text))
	row := make([]byte, len(units))
	for i := range units {
		row[i] = tags[units[i].span.Start]
	}
	return example{units, goldStates(string(row))}
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
func mixed(pages []labelled) []labelled {
	all := append([]labelled{}, pages...)
	for i := range pages {
		above, middle, below := pages[i].cut()
		join := func(name string, pieces ...[]string) {
			l := labelled{name: name}
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
func (l *labelled) cut() (above, middle, below []string) {
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

// train is the averaged structured perceptron: the weights of the right path
// go up and those of the path that was found go down, and the average over all
// steps is kept.
func train(examples []example, passes int) *weights {
	now := &weights{feature: make([][scores]int32, featureCount)}
	sum := make([][scores]int64, featureCount)
	var sumFollow [states][states]int64
	step := int64(1)
	learn := func(ex *example, path []state, by int32) {
		from, until := core(ex.units)
		for i, s := range path {
			for _, f := range features(ex.units, i, placeOf(i, from, until), nil) {
				for _, k := range []int{int(partOf[s]), int(parts) + int(s)} {
					now.feature[f][k] += by
					sum[f][k] += int64(by) * step
				}
			}
			if i > 0 {
				now.follow[path[i-1]][s] += by
				sumFollow[path[i-1]][s] += int64(by) * step
			}
		}
	}
	for range passes {
		for e := range examples {
			found := now.decode(examples[e].units)
			if fmt.Sprint(found) != fmt.Sprint(examples[e].gold) {
				learn(&examples[e], examples[e].gold, 1)
				learn(&examples[e], found, -1)
			}
			step++
		}
	}
	const scale = 100
	out := &weights{feature: make([][scores]int32, featureCount)}
	for f := range sum {
		for k := range sum[f] {
			out.feature[f][k] = int32((int64(now.feature[f][k])*step - sum[f][k]) * scale / step)
		}
	}
	for p := range sumFollow {
		for s := range sumFollow[p] {
			out.follow[p][s] = int32((int64(now.follow[p][s])*step - sumFollow[p][s]) * scale / step)
		}
	}
	return out
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
	var examples []example
	for _, l := range mixed(loadPages(t, "tune")) {
		examples = append(examples, l.example())
	}
	have := train(examples, 12).String()
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

// TestHeldOut shows where the model errs on pages that it has not seen.
func TestHeldOut(t *testing.T) {
	w, err := parseWeights(modelFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"tune", "held"} {
		right, all := 0, 0
		for _, l := range loadPages(t, dir) {
			ex := l.example()
			path := w.decode(ex.units)
			for i := range path {
				all++
				want, have := partOf[ex.gold[i]], partOf[path[i]]
				if want == have {
					right++
					continue
				}
				t.Logf("%s/%s: want %d have %d: %.60s", dir, l.name, want, have, ex.units[i].text)
			}
		}
		t.Logf("%s: %d of %d lines right", dir, right, all)
	}
}
