package web

import (
	"strings"

	"onrecord"
	"onrecord/wording"
)

// A diffRun is a stretch of one wording of two, and what the other makes of it.
type diffRun struct {
	Text     string
	Kind     string // "" for words of both, "del" for what only the earlier or fuller has, "ins" for what only the other has
	Negation bool   // a "not" that the other lacks
}

// A diffView is how one wording differs from another.
type diffView struct {
	Left, Right []diffRun
	One         []diffRun // the right one, with what it leaves out of the left
	Same        bool      // word for word, but for case, marks and contractions
	Apart       bool      // so different that marks would say nothing
	LeftOut     int       // words
	Added       int
	Dropped     []string // negations that the other lacks: "not"
	Inserted    []string // and that only the other has
}

// leastKept is the share of the words of the shorter wording, function words
// aside, that both must have for the others to be marked.
const leastKept = .34

// differ compares two wordings.
func differ(left, right string) diffView {
	a, b := wording.Words(left), wording.Words(right)
	var v diffView
	kept, atLeft, atRight := 0, 0, 0 // kept counts words that say what the text is about
	for i, e := range wording.Diff(a, b) {
		if i == 0 && e.Kind == wording.Added && b[0].Norm == "that" && e.Words[1][1] == 1 {
			continue // "said that": it is the outlet's
		}
		out, in := e.Words[0][1]-e.Words[0][0], e.Words[1][1]-e.Words[1][0]
		kind := [2]string{"del", "ins"}
		if e.Kind == wording.Kept {
			kind = [2]string{}
			kept += withContent(a[e.Words[0][0]:e.Words[0][1]])
		} else {
			v.LeftOut, v.Added = v.LeftOut+out, v.Added+in
		}
		if !e.Full.IsZero() {
			words := a[e.Words[0][0]:e.Words[0][1]]
			v.Left = appendRuns(v.Left, left, atLeft, e.Full, kind[0], e.Negation, words)
			if kind[0] != "" {
				v.One = append(appendRuns(spaced(v.One), left, e.Full.Start, e.Full, kind[0], e.Negation, words), diffRun{Text: " "})
			}
			v.Dropped = append(v.Dropped, negations(e, words, kind[0])...)
			atLeft = e.Full.End
		}
		if !e.Cut.IsZero() {
			words := b[e.Words[1][0]:e.Words[1][1]]
			v.Right = appendRuns(v.Right, right, atRight, e.Cut, kind[1], e.Negation, words)
			v.One = appendRuns(v.One, right, atRight, e.Cut, kind[1], e.Negation, words)
			v.Inserted = append(v.Inserted, negations(e, words, kind[1])...)
			atRight = e.Cut.End
		}
	}
	v.Left = appendRun(v.Left, diffRun{Text: left[atLeft:]})
	v.One = appendRun(v.One, diffRun{Text: right[atRight:]})
	v.Right = appendRun(v.Right, diffRun{Text: right[atRight:]})
	v.Same = v.LeftOut+v.Added == 0
	if float64(kept) < leastKept*float64(min(withContent(a), withContent(b))) {
		v.Apart, v.Left, v.Right, v.One = true, []diffRun{{Text: left}}, []diffRun{{Text: right}}, []diffRun{{Text: right}}
	}
	return v
}

func withContent(words []wording.Word) (n int) {
	for _, w := range words {
		if w.Content() {
			n++
		}
	}
	return n
}

// negations are those in words that only one side has.
func negations(e wording.Edit, words []wording.Word, kind string) (out []string) {
	for _, w := range words {
		if e.Negation && kind != "" && w.Negation() {
			out = append(out, w.Norm)
		}
	}
	return out
}

// appendRuns adds what stands in text before a place, and the place itself; of
// one that drops or adds a negation, the negation by itself.
func appendRuns(runs []diffRun, text string, from int, at onrecord.Span, kind string, negation bool, words []wording.Word) []diffRun {
	runs = appendRun(runs, diffRun{Text: text[from:at.Start]})
	from = at.Start
	for _, w := range words {
		if negation && kind != "" && w.Negation() && w.Start >= from {
			runs = appendRun(runs, diffRun{Text: text[from:w.Start], Kind: kind})
			runs = append(runs, diffRun{w.In(text), kind, true})
			from = w.End
		}
	}
	return appendRun(runs, diffRun{Text: text[from:at.End], Kind: kind})
}

// spaced keeps what is added from running into what stands before it.
func spaced(runs []diffRun) []diffRun {
	if n := len(runs); n > 0 && (runs[n-1].Kind != "" || !strings.HasSuffix(runs[n-1].Text, " ")) {
		return append(runs, diffRun{Text: " "})
	}
	return runs
}

// appendRun joins runs of one kind.
func appendRun(runs []diffRun, r diffRun) []diffRun {
	n := len(runs)
	switch {
	case r.Text == "":
		return runs
	case n > 0 && runs[n-1].Kind == r.Kind && !r.Negation && !runs[n-1].Negation:
		runs[n-1].Text += r.Text
		return runs
	}
	return append(runs, r)
}
