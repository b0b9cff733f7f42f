package quote

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

// lines makes every line of a text a paragraph.
func lines(text string) []onrecord.Span {
	var out []onrecord.Span
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if words := strings.TrimSuffix(line, "\n"); words != "" {
			out = append(out, onrecord.Span{Start: at, End: at + len(words)})
		}
		at += len(line)
	}
	return out
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // inner words; "~" before: never closed; ">" before: inside another
	}{
		{"straight", `He said "yes" and "no".`, []string{"yes", "no"}},
		{"curly", `“We wait,” she said. “Then we act.”`, []string{"We wait,", "Then we act."}},
		{"low-high", `„Wir warten“ said the sign`, []string{"Wir warten"}},
		{"low with curly close", `He called it „a start” today`, []string{"a start"}},
		{"guillemets", `«We wait», she said`, []string{"We wait"}},
		{"doubled singles", `''We wait,'' she said`, []string{"We wait,"}},
		{"doubled backticks", "``We wait,'' she said", []string{"We wait,"}},
		{"single", `Mayor: 'We wait' for rain`, []string{"We wait"}},
		{"curly single", `Mayor: ‘We wait’ for rain`, []string{"We wait"}},
		{"apostrophes are no marks", `The dog's owners' club didn't meet`, nil},
		{"apostrophe inside single", `He said 'it's late' twice`, []string{"it's late"}},
		{"plural inside single", `He backed 'the workers' cause' loudly`, []string{"the workers' cause"}},
		{"nested", `“He told me ‘no’ twice,” she said`, []string{"He told me ‘no’ twice,", ">no"}},
		{"nested double in single", `'He said "no" twice' was the line`, []string{`He said "no" twice`, ">no"}},
		{"never closed", "“We wait.\nThe end.", []string{"~We wait."}},
		{"every paragraph opens", "“We wait.\n“We act.”", []string{"~We wait.", "We act."}},
		{"reopened", `“We wait. “We act.” He left.`, []string{"~We wait.", "We act."}},
		{"lost, the speaker behind", `“We wait, the mayor said on Monday. Rain fell.`, []string{"~We wait,"}},
		{"lost before another", `“We wait, she said. “We act.” He left.`, []string{"~We wait,", "We act."}},
		{"goes on, and tells what was said", "“I asked, and he said no.\n“I left.”", []string{"~I asked, and he said no.", "I left."}},
		{"straight open, curly close", `"We wait!” he wrote`, []string{"We wait!"}},
		{"inches", `A 6" pipe burst`, nil},
		{"bracket before", `He left ("for good").`, []string{"for good"}},
		{"empty", `He said "".`, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var have []string
			for _, q := range quotations(c.text, lines(c.text)) {
				s := q.Inner.In(c.text)
				if !q.Closed {
					s = "~" + s
				}
				if q.Depth > 0 {
					s = ">" + s
				}
				have = append(have, s)
			}
			if !slices.Equal(have, c.want) {
				t.Errorf("text %q\nhave %q\nwant %q", c.text, have, c.want)
			}
		})
	}
}

// FuzzQuotations tests the promises: quotations lie in their paragraphs, in
// order, outermost ones do not overlap, and the inner words lie inside.
func FuzzQuotations(f *testing.F) {
	for _, s := range []string{`"a" 'b' “c` + "\n" + `„d“ ''e'' «f»`, `'''"""`, "“‘a’", "‘“’”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		paragraphs := lines(text)
		p, end, last := 0, 0, 0
		for _, q := range quotations(text, paragraphs) {
			for p < len(paragraphs) && paragraphs[p].End <= q.Start {
				p++
			}
			if p == len(paragraphs) || !paragraphs[p].Contains(q.Span) || !q.Contains(q.Inner) {
				t.Fatalf("%q: quotation %v, inner %v, outside its paragraph", text, q.Span, q.Inner)
			}
			if q.Start < last || (q.Depth == 0 && q.Start < end) {
				t.Fatalf("%q: quotation %v out of order", text, q.Span)
			}
			last = q.Start
			if q.Depth == 0 {
				end = q.End
			}
		}
	})
}
