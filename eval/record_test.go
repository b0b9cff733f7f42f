package eval

import (
	"encoding/json"
	"fmt"
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

// TestSameAsGoldPy holds Hold against the script it was ported from, on the
// record of the Hill article with mistakes put in.
func TestSameAsGoldPy(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3: gold.py was not compared")
	}
	gold := readHill(t, shared)
	rnd := rand.New(rand.NewPCG(3, 4))
	for n := range 6 {
		r := guess(gold, rnd, 4*n)
		file := writeReading(t, gold, r)
		out, err := exec.Command(python, filepath.Join(shared, "score", "gold.py"), filepath.Join(shared, "gold", "hill.jsonl"), "hill", file).Output()
		if err != nil {
			t.Fatalf("gold.py: %v", err)
		}
		c := Hold(gold, r)
		have := fmt.Sprintf("attributions found %d/%d\nspeaker right %d/%d\nsource words right %d/%d\ntime right %d/%d\nstatements from the page %d\nchains right %d/%d\nrelations right %d/%d,",
			c.Found, c.Core, c.Speaker, c.Core, c.Source, c.Core, c.Time, c.Core, c.FromPage, c.Chained, c.Chains, c.RelationsFound, c.Related)
		if !strings.HasPrefix(string(out), have) {
			t.Errorf("run %d: have\n%s\nwant\n%s", n, have, out)
		}
	}
}

func readHill(t testing.TB, shared string) *corpus.Record {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(shared, "seeds", "004_e26f05b979aa93f7.txt"))
	if err != nil {
		t.Fatal(err)
	}
	gold, err := corpus.ReadRecord(filepath.Join(shared, "gold", "hill.jsonl"), "hill", string(text))
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// guess is the record as a reading, with more mistakes the higher n is.
func guess(gold *corpus.Record, rnd *rand.Rand, n int) *onrecord.Reading {
	wrong := func() bool { return rnd.IntN(40) < n }
	r := &onrecord.Reading{Entities: []onrecord.Entity{{ID: "other", Name: "Somebody Else"}}}
	for id, e := range gold.Entities {
		r.Entities = append(r.Entities, onrecord.Entity{ID: onrecord.EntityID(id), Name: e.Names[0]})
	}
	for i, a := range gold.Attributions {
		if wrong() {
			continue
		}
		st := onrecord.Statement{ID: onrecord.StatementID(fmt.Sprint(i)), Content: append([]onrecord.Span(nil), a.Content...), Cue: hull(a.Cue), Source: hull(a.Source),
			Speaker: onrecord.EntityID(a.Entity), Said: onrecord.Claimed{EDTF: a.Said}}
		if _, known := gold.Entities[a.Entity]; !known {
			st.Speaker = ""
		}
		if wrong() {
			st.Speaker = "other"
		}
		if wrong() {
			st.Source = onrecord.Span{}
		}
		if wrong() {
			st.Said.EDTF = "2017-08"
		}
		if wrong() && len(st.Content) > 0 {
			st.Content[0] = onrecord.Span{Start: 100, End: 160}
		}
		r.Statements = append(r.Statements, st)
	}
	for i, rel := range gold.Relations {
		kind := onrecord.RelationKind(rel.Kind)
		if wrong() {
			kind = onrecord.Repeats
		}
		r.Relations = append(r.Relations, onrecord.Relation{ID: onrecord.RelationID(fmt.Sprint("r", i)), Kind: kind, From: guessEnd(gold, r, rel.From), To: guessEnd(gold, r, rel.To)})
	}
	return r
}

// guessEnd is the recorded end in a reading, an event where it is not there.
func guessEnd(gold *corpus.Record, r *onrecord.Reading, id string) onrecord.End {
	if _, ok := gold.Entities[id]; ok {
		return onrecord.End{Owner: onrecord.EntityID(id)}
	}
	for i, a := range gold.Attributions {
		at := slices.IndexFunc(r.Statements, func(st onrecord.Statement) bool { return string(st.ID) == fmt.Sprint(i) })
		if at >= 0 && slices.Contains(gold.Statements[id], a.ID) {
			return onrecord.End{Statement: r.Statements[at].ID}
		}
	}
	return onrecord.End{Words: onrecord.Span{Start: 1, End: 2}}
}

func writeReading(t *testing.T, gold *corpus.Record, r *onrecord.Reading) string {
	offsets := onrecord.NewOffsets(gold.Text)
	var b strings.Builder
	for _, st := range r.Statements {
		row := map[string]any{"type": "statement", "id": st.ID, "article": "hill.txt", "said": map[string]any{"edtf": st.Said.EDTF}}
		for i, role := range predicted(&st) {
			points := [][2]int{}
			for _, s := range role {
				points = append(points, offsets.Points(s))
			}
			row[Role(i).String()] = map[string]any{"text": "", "spans": points}
		}
		if name := speakerName(r, st.Speaker); name != "" {
			row["speaker"] = map[string]string{"name": name}
		}
		line, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	for _, e := range r.Entities {
		fmt.Fprintf(&b, "{\"type\":\"entity\",\"id\":%q,\"name\":%q}\n", e.ID, e.Name)
	}
	for _, rel := range r.Relations {
		fmt.Fprintf(&b, "{\"type\":\"relation\",\"kind\":%q,\"from\":%q,\"to\":%q}\n", rel.Kind, rel.EndID(&rel.From), rel.EndID(&rel.To))
	}
	file := filepath.Join(t.TempDir(), "hill.jsonl")
	if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}
