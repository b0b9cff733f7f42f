package eval

import (
	"strings"

	"onrecord"
)

// A Grade is what a statement's answer to a label is worth.
type Grade int

// The grades. An answer is Open where the reading says that it does not
// know, and Lost where no statement stands at the label.
const (
	Right Grade = iota
	Wrong
	Open
	Lost
)

// String is the grade in a word.
func (g Grade) String() string { return [...]string{"right", "wrong", "open", "not found"}[g] }

// A Question is what a file of labels answers.
type Question struct {
	Name   string // of the file, "sources"
	Stage  string // that answers it
	What   string // "speaker"
	at     func(*onrecord.Statement) onrecord.Span
	answer func(*onrecord.Statement, *onrecord.Reading) string
	judge  func(*Label, *onrecord.Statement, *onrecord.Reading) Grade
	groups func(*Label) []string // what the label counts for besides all, "of pronouns"
	order  []string              // the groups as they are printed
}

// Each judges every label whose article was read. Of the statements that
// overlap the label's span the one that shares most with it is asked; st is nil
// where none does.
func (q *Question) Each(labels []Label, read map[string]*onrecord.Reading, f func(l *Label, st *onrecord.Statement, r *onrecord.Reading, v Grade)) {
	for i := range labels {
		l := &labels[i]
		r := read[l.Article]
		if r == nil {
			continue
		}
		st := q.statement(r, l.At(r))
		if st == nil {
			f(l, nil, r, Lost)
			continue
		}
		f(l, st, r, q.judge(l, st, r))
	}
}

func (q *Question) statement(r *onrecord.Reading, at onrecord.Span) *onrecord.Statement {
	var best *onrecord.Statement
	most := 0.0
	for i := range r.Statements {
		place := q.at(&r.Statements[i])
		shared := min(place.End, at.End) - max(place.Start, at.Start)
		if shared <= 0 {
			continue
		}
		if share := float64(shared) / float64(max(place.Len(), at.Len())); share > most {
			best, most = &r.Statements[i], share
		}
	}
	return best
}

// Answer is what a statement says to the question, in words.
func (q *Question) Answer(st *onrecord.Statement, r *onrecord.Reading) string { return q.answer(st, r) }

// Answers counts what readings say to labels.
type Answers struct{ Labels, Found, Right, Wrong int }

func (a *Answers) add(g Grade) {
	a.Labels++
	if g != Lost {
		a.Found++
	}
	if g == Right {
		a.Right++
	}
	if g == Wrong {
		a.Wrong++
	}
}

// Ask counts the answers, over all labels under "" and over each group.
func (q *Question) Ask(labels []Label, read map[string]*onrecord.Reading) map[string]Answers {
	counts := map[string]Answers{}
	q.Each(labels, read, func(l *Label, _ *onrecord.Statement, _ *onrecord.Reading, v Grade) {
		for _, group := range append(q.groups(l), "") {
			a := counts[group]
			a.add(v)
			counts[group] = a
		}
	})
	return counts
}

// Lines are the answers to labels as lines of a scoreboard.
func (q *Question) Lines(corpus string, labels []Label, read map[string]*onrecord.Reading) []Line {
	counts := q.Ask(labels, read)
	var out []Line
	for _, group := range append([]string{""}, q.order...) {
		a, ok := counts[group]
		if !ok {
			continue
		}
		name := strings.TrimSpace(q.What + " " + group)
		out = append(out, Line{corpus, q.Stage, name + " right of found", percent(a.Right, a.Found), a.Found},
			Line{corpus, q.Stage, name + " wrong of found", percent(a.Wrong, a.Found), a.Found})
		if group == "" {
			out = append(out, Line{corpus, q.Stage, name + " right of all", percent(a.Right, a.Labels), a.Labels})
		}
	}
	return out
}

// Questions are all questions that labels answer.
var Questions = []*Question{Sources, Times, Acts, Anonymity, Chains}

func cueOf(st *onrecord.Statement) onrecord.Span {
	if st.Cue.IsZero() {
		return st.Source
	}
	return st.Cue
}

// oneOf reports whether is holds for one of the answers that are wanted.
func oneOf(want string, is func(string) bool) bool {
	for w := range strings.SplitSeq(want, "|") {
		if is(w) {
			return true
		}
	}
	return false
}
