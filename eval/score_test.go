package eval

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/corpus"
)

// gold is the project's own annotated articles.
func gold(t testing.TB) []corpus.Article {
	t.Helper()
	articles, err := corpus.ReadPolNeAR("testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

// statements are the attributions of gold as if they had been found.
func statements(a *corpus.Article) []onrecord.Statement {
	var out []onrecord.Statement
	for _, at := range a.Attributions {
		out = append(out, onrecord.Statement{Content: slices.Clone(at.Content), Cue: hull(at.Cue), Source: hull(at.Source)})
	}
	return out
}

func hull(spans []onrecord.Span) onrecord.Span {
	if len(spans) == 0 {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
}

func TestGoldAgainstItself(t *testing.T) {
	articles := gold(t)
	pred := map[string][]onrecord.Statement{}
	for i := range articles {
		pred[articles[i].Name] = statements(&articles[i])
	}
	all := PRF{100, 100, 100}
	r := Score(articles, pred)
	for _, role := range Roles {
		if r.Exact[role] != all || r.Overlap[role] != all || r.Token[role] != all {
			t.Errorf("gold against itself: %s has exact %v, overlap %v, token %v, want 100", role, r.Exact[role], r.Overlap[role], r.Token[role])
		}
	}
	if r.LinkedExact != all || r.LinkedRelaxed != all || r.DirectFound != 100 || r.DirectContent != 100 || r.DirectSource != 100 {
		t.Errorf("gold against itself: have %+v, want 100 everywhere", r)
	}
}

func TestNothingFound(t *testing.T) {
	articles := gold(t)
	r := Score(articles, nil)
	if r.WithoutPrediction != len(articles) || r.LinkedRelaxed != (PRF{}) || r.DirectFound != 0 {
		t.Errorf("no prediction: have %+v, want zeros and %d articles without a prediction", r, len(articles))
	}
}

// TestScoreSmall has figures that were worked out by hand.
func TestScoreSmall(t *testing.T) {
	a, err := corpus.ParseNotation("small", "outlet: X\n\n{t1 “Go now,”} {s1 the mayor} {c1 said}. {s2 She} {c2 denied} {t2 it}.")
	if err != nil {
		t.Fatal(err)
	}
	find := func(words string) onrecord.Span {
		i := strings.Index(a.Text, words)
		return onrecord.Span{Start: i, End: i + len(words)}
	}
	pred := map[string][]onrecord.Statement{"small": {
		{Content: []onrecord.Span{find("“Go now,”")}, Cue: find("said"), Source: find("mayor")},
		{Content: []onrecord.Span{find("the")}, Cue: find("now")},
	}}
	r := Score([]corpus.Article{*a}, pred)
	checks := []struct {
		what       string
		have, want float64
	}{
		{"source exact F", r.Exact[Source].F, 0},
		{"source overlap R", r.Overlap[Source].R, 50},          // mayor of: the mayor, She
		{"source token P", r.Token[Source].P, 100},             // mayor
		{"source token R", r.Token[Source].R, 100.0 / 3},       // of the, mayor, She
		{"cue exact F", r.Exact[Cue].F, 50},                    // said of: said, denied; said, now
		{"content exact P", r.Exact[Content].P, 50},            // the quotation; the
		{"content token R", r.Token[Content].R, 100 * 5.0 / 6}, // “ Go now , ” of these and it
		{"linked exact F", r.LinkedExact.F, 0},                 // the source is cut short
		{"linked relaxed F", r.LinkedRelaxed.F, 50},            // one of two, one of two
		{"direct found", r.DirectFound, 100},
		{"direct content", r.DirectContent, 100},
		{"direct source", r.DirectSource, 0},
		{"direct source overlap", r.DirectNear, 100},
	}
	for _, c := range checks {
		if math.Abs(c.have-c.want) > 1e-9 {
			t.Errorf("%s: have %.3f, want %.3f", c.what, c.have, c.want)
		}
	}
}

func TestAgreement(t *testing.T) {
	one, err := corpus.ParseNotation("x", "outlet: X\n\n{s1 She} {c1 said} {t1 no}. He said yes.")
	if err != nil {
		t.Fatal(err)
	}
	two, err := corpus.ParseNotation("x", "outlet: X\n\n{s1 She} {c1 said} {t1 no}. {s2 He} {c2 said} {t2 yes}.")
	if err != nil {
		t.Fatal(err)
	}
	alone := *one
	alone.Name = "y"
	r := Agreement([]corpus.Article{*one, *two, alone})
	// Of the two directions one has precision 100 and recall 50, the other the
	// reverse: two of three on either side.
	if want := 100 * 2.0 / 3; r.Documents != 2 || math.Abs(r.LinkedExact.F-want) > 1e-9 || math.Abs(r.Exact[Cue].P-want) > 1e-9 {
		t.Errorf("have %+v, want two documents and %.1f", r, want)
	}
}

// perturb makes plausible mistakes: spans cut or stretched, statements lost,
// doubled and swapped.
func perturb(a *corpus.Article, rnd *rand.Rand) []onrecord.Statement {
	shift := func(s onrecord.Span) onrecord.Span {
		move := func(at int) int {
			if rnd.IntN(4) > 0 {
				return at
			}
			at = min(max(0, at+rnd.IntN(41)-20), len(a.Text))
			for at > 0 && at < len(a.Text) && a.Text[at]&0xc0 == 0x80 {
				at--
			}
			return at
		}
		s.Start, s.End = move(s.Start), move(s.End)
		if s.End < s.Start {
			s.Start, s.End = s.End, s.Start
		}
		return s
	}
	var out []onrecord.Statement
	for _, st := range statements(a) {
		if rnd.IntN(10) == 0 {
			continue
		}
		for i := range st.Content {
			st.Content[i] = shift(st.Content[i])
		}
		st.Cue, st.Source = shift(st.Cue), shift(st.Source)
		out = append(out, st)
		if rnd.IntN(10) == 0 {
			st.Cue = shift(st.Cue)
			out = append(out, st)
		}
	}
	rnd.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// TestSameAsScorePy holds Score against the script that published figures are
// compared with.
func TestSameAsScorePy(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3: score.py was not compared")
	}
	for _, dir := range []string{"testdata/gold", filepath.Join(shared, "polnear", "dev")} {
		articles, err := corpus.ReadPolNeAR(dir)
		if err != nil {
			t.Fatal(err)
		}
		pred := map[string][]onrecord.Statement{}
		rnd := rand.New(rand.NewPCG(1, 2))
		for i := range articles {
			if rnd.IntN(12) > 0 {
				pred[articles[i].Name] = perturb(&articles[i], rnd)
			}
		}
		file := writePredictions(t, articles, pred)
		out, err := exec.Command(python, filepath.Join(shared, "score", "score.py"), dir, file, "--json").Output()
		if err != nil {
			t.Fatalf("score.py %s: %v", dir, err)
		}
		compareResults(t, dir, Score(articles, pred), out)
	}
}

func sharedFolder(t testing.TB) string {
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	if _, err := os.Stat(filepath.Join(dir, "score", "score.py")); err != nil {
		t.Skip("no ../shared: not compared with score.py")
	}
	return dir
}

func writePredictions(t *testing.T, articles []corpus.Article, pred map[string][]onrecord.Statement) string {
	type spans map[string][][2]int
	var b strings.Builder
	done := map[string]bool{}
	for _, a := range articles {
		statements, ok := pred[a.Name]
		if !ok || done[a.Name] {
			continue
		}
		done[a.Name] = true
		offsets := onrecord.NewOffsets(a.Text)
		for _, st := range statements {
			row := map[string]any{"type": "statement", "article": "some/" + a.Name + ".txt"}
			for i, role := range predicted(&st) {
				var points [][2]int
				for _, s := range role {
					points = append(points, offsets.Points(s))
				}
				if points != nil {
					row[Role(i).String()] = spans{"spans": points}
				}
			}
			line, err := json.Marshal(row)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(append(line, '\n'))
		}
	}
	file := filepath.Join(t.TempDir(), "pred.jsonl")
	if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func compareResults(t *testing.T, dir string, have Result, out []byte) {
	t.Helper()
	var want map[string]any
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	check := func(key string, have ...float64) {
		list, ok := want[key].([]any)
		if !ok {
			list = []any{want[key]}
		}
		for i, w := range list {
			if math.Abs(w.(float64)-have[i]) > 1e-9 {
				t.Errorf("%s %s: have %v, want %v of score.py", dir, key, have, want[key])
				return
			}
		}
	}
	for _, role := range Roles {
		for kind, prf := range map[string]PRF{"exact": have.Exact[role], "overlap": have.Overlap[role], "token": have.Token[role]} {
			check(role.String()+"/"+kind, prf.P, prf.R, prf.F)
		}
	}
	check("linked/exact", have.LinkedExact.P, have.LinkedExact.R, have.LinkedExact.F)
	check("linked/relaxed", have.LinkedRelaxed.P, have.LinkedRelaxed.R, have.LinkedRelaxed.F)
	check("direct", have.DirectFound, have.DirectContent, have.DirectSource)
	check("direct_gold", float64(have.Direct))
	check("documents", float64(have.Documents))
	check("documents_without_prediction", float64(have.WithoutPrediction))
}
