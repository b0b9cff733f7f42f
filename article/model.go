package article

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// The parts of a page are read as a sequence of states. A line is page,
// headline, sub-headline, byline or body; a state says besides where in the
// page it stands, so that what comes after the article cannot be taken for
// more of it. The weights are those of a conditional random field, learned from
// pages written for the project; a test makes them anew and compares
// (train_test.go). What was compared: docs/decisions/article.md.

// A part is what a line is.
type part int

const (
	pagePart part = iota
	headlinePart
	dekPart
	bylinePart
	bodyPart
	parts
)

// A state is a part in its place.
type state int

const (
	pageAbove   state = iota // before the headline, or the body where there is none
	bylineAbove              // likewise
	headlineState
	dekState   // between headline and body
	pageHead   // likewise
	bylineHead // likewise
	bodyState
	pageWithin   // between two pieces of body
	bylineWithin // after the body, or inside it
	pageBelow    // after everything
	states
)

var partOf = [states]part{pagePart, bylinePart, headlinePart, dekPart, pagePart, bylinePart, bodyPart, pagePart, bylinePart, pagePart}

// follows holds the states that may follow a state.
var follows = [states][]state{
	pageAbove:     {pageAbove, bylineAbove, headlineState, bodyState},
	bylineAbove:   {pageAbove, bylineAbove, headlineState, bodyState},
	headlineState: {dekState, pageHead, bylineHead, bodyState},
	dekState:      {dekState, pageHead, bylineHead, bodyState},
	pageHead:      {dekState, pageHead, bylineHead, bodyState},
	bylineHead:    {dekState, pageHead, bylineHead, bodyState},
	bodyState:     {bodyState, pageWithin, bylineWithin, pageBelow},
	pageWithin:    {bodyState, pageWithin, bylineWithin},
	bylineWithin:  {bodyState, pageWithin, bylineWithin, pageBelow},
	pageBelow:     {pageBelow},
}

// first and last are the states that a page may begin and end with.
var (
	first = []state{pageAbove, bylineAbove, headlineState, bodyState}
	last  = [states]bool{pageAbove: true, bylineAbove: true, headlineState: true, dekState: true, pageHead: true, bylineHead: true,
		bodyState: true, bylineWithin: true, pageBelow: true}
)

// columns of the weights: the parts, then the states.
const scores = int(parts) + int(states)

// weights are those of features, and of one state after another.
type weights struct {
	feature []([scores]int32) // by feature
	follow  [states][states]int32
}

//go:embed lines.model
var modelFile string

// learned is the embedded model. It cannot fail to load: a test loads it.
var learned = sync.OnceValue(func() *weights {
	w, err := parseWeights(modelFile)
	if err != nil {
		panic(err)
	}
	return w
})

// The model file has a line a feature, its name and its weights by column,
// leaving out features without weights; then a line a state, "follows-state=" its
// number, with the weights of the states that follow. Lines that begin with
// "#" are comments.
func parseWeights(file string) (*weights, error) {
	number := map[string]int{}
	for f := range featureCount {
		number[featureName(f)] = f
	}
	w := &weights{feature: make([][scores]int32, featureCount)}
	for line := range strings.Lines(file) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		row, err := w.row(fields[0], number)
		if err != nil || len(row) != len(fields)-1 {
			return nil, fmt.Errorf("lines.model: %q does not fit these features; train again with go test ./article -run Model -update", fields[0])
		}
		for i, s := range fields[1:] {
			n, err := strconv.Atoi(s)
			if err != nil {
				return nil, fmt.Errorf("lines.model: %s: %w", fields[0], err)
			}
			row[i] = int32(n)
		}
	}
	return w, nil
}

func (w *weights) row(name string, number map[string]int) ([]int32, error) {
	if after, ok := strings.CutPrefix(name, "follows-state="); ok {
		s, err := strconv.Atoi(after)
		if err != nil || s < 0 || s >= int(states) {
			return nil, fmt.Errorf("no state %s", after)
		}
		return w.follow[s][:], nil
	}
	f, ok := number[name]
	if !ok {
		return nil, fmt.Errorf("no feature %s", name)
	}
	return w.feature[f][:], nil
}

// emit adds up what the features say for each state.
func (w *weights) emit(fs []int) [states]int32 {
	var sum [scores]int32
	for _, f := range fs {
		for k, x := range &w.feature[f] {
			sum[k] += x
		}
	}
	var out [states]int32
	for s := range states {
		out[s] = sum[partOf[s]] + sum[int(parts)+int(s)]
	}
	return out
}

const impossible = -1 << 40

// decode returns the best sequence of states (Viterbi).
func (w *weights) decode(units []unit) []state {
	if len(units) == 0 {
		return nil
	}
	from, until := core(units)
	back := make([][states]state, len(units))
	var best [states]int64
	for s := range best {
		best[s] = impossible
	}
	var fs []int
	for i := range units {
		fs = features(units, i, placeOf(i, from, until), fs[:0])
		emission := w.emit(fs)
		if i == 0 {
			for _, s := range first {
				best[s] = int64(emission[s])
			}
			continue
		}
		best = w.step(&best, &emission, &back[i])
	}
	return trace(&best, back)
}

func (w *weights) step(best *[states]int64, emission *[states]int32, back *[states]state) (next [states]int64) {
	for s := range next {
		next[s] = impossible
	}
	for p := range states {
		if best[p] <= impossible/2 {
			continue
		}
		for _, s := range follows[p] {
			if score := best[p] + int64(w.follow[p][s]) + int64(emission[s]); score > next[s] {
				next[s], back[s] = score, p
			}
		}
	}
	return next
}

func trace(best *[states]int64, back [][states]state) []state {
	end, found := state(0), int64(impossible)
	for s := range states {
		if last[s] && best[s] > found {
			end, found = s, best[s]
		}
	}
	path := make([]state, len(back))
	for i := len(back) - 1; i >= 0; i-- {
		path[i] = end
		end = back[i][end]
	}
	return path
}
