package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
)

// shared returns the folder of material that does not belong to the project,
// and skips the test aloud where it is not there.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("skipped: no shared material at %s ($ONRECORD_SHARED)", dir)
	}
	return dir
}

// TestRealPages reads two real pages: which lines (counted from 1) are article.
// Their texts are not the project's, so only line numbers stand here.
func TestRealPages(t *testing.T) {
	for _, c := range []struct {
		file               string
		headline, from, to int
		others             []int // article lines outside from..to
		byline             int   // line with the author's name, 0 for none
	}{
		{"000_50a260f04411852e.txt", 11, 17, 33, []int{13}, 15},
		{"004_e26f05b979aa93f7.txt", 1, 6, 35, nil, 0},
	} {
		b, err := os.ReadFile(filepath.Join(shared(t), "seeds", c.file))
		if err != nil {
			t.Skipf("skipped: %v", err)
		}
		doc, err := Read(Page{Article: c.file, Bytes: b})
		if err != nil {
			t.Fatal(err)
		}
		want := map[int]bool{c.headline: true}
		for line := c.from; line <= c.to; line++ {
			want[line] = true
		}
		for _, line := range c.others {
			want[line] = true
		}
		number := 0
		for line := range lines(doc.Text) {
			if number++; line.Len() == 0 {
				continue
			}
			if have := !overlaps(doc.Boilerplate, line); have != want[number] {
				t.Errorf("%s line %d: article %v, want %v", c.file, number, have, want[number])
			}
			if number == c.headline && doc.Headline != line {
				t.Errorf("%s: headline %v, want line %d at %v", c.file, doc.Headline, number, line)
			}
			if number == c.byline && (len(doc.Byline) != 1 || doc.Byline[0] != line.In(doc.Text)) {
				t.Errorf("%s: byline %d names, want the one of line %d", c.file, len(doc.Byline), number)
			}
		}
		if c.byline == 0 && len(doc.Byline) > 0 {
			t.Errorf("%s: has %d names of authors, want none", c.file, len(doc.Byline))
		}
	}
}

func overlaps(all []onrecord.Span, s onrecord.Span) bool {
	for _, one := range all {
		if one.Overlaps(s) {
			return true
		}
	}
	return false
}

// TestCleanArticles reads texts that hold hardly anything but article, and
// bounds how much of them is taken for page. Of the 1,942 paragraphs of the
// corpus's dev part about 20 are page: credits, editors' notes, bare links.
func TestCleanArticles(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t), "polnear", "dev", "text", "*.txt"))
	if len(files) == 0 {
		t.Skip("skipped: no polnear/dev/text in the shared material")
	}
	paragraphs, marked, long := 0, 0, 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(Page{Article: file, Bytes: b})
		if err != nil || doc.Unread != "" || doc.Text != strings.ToValidUTF8(string(b), "\uFFFD") {
			t.Errorf("%s: %v %q, or its text was changed", file, err, doc.Unread)
			continue
		}
		paragraphs += len(doc.Paragraphs)
		marked += len(doc.Boilerplate)
		for _, s := range doc.Boilerplate {
			long += small(s.Len() > 80)
		}
	}
	t.Logf("%d paragraphs, %d marked as page, %d of them over 80 bytes", paragraphs, marked, long)
	if marked*100 > paragraphs*4 || long*100 > paragraphs {
		t.Errorf("of %d paragraphs %d are marked, %d of them long; want under 4 %% and 1 %%", paragraphs, marked, long)
	}
}
