package eval

import (
	"strings"
	"testing"
)

func TestReadPrinted(t *testing.T) {
	texts := map[string]string{"ferry": "“Wé go,” Ann said."}
	lines := `{"type":"document","article":"x/ferry.txt"}
{"type":"statement","article":"x/ferry.txt","content":{"spans":[[0,8]]},"cue":{"spans":[[13,17]]},"source":{"spans":[[9,12]]}}
{"type":"statement","article":"x/other.txt","content":{"spans":[[0,8]]},"cue":null,"source":null}
`
	have, err := ReadPrinted(strings.NewReader(lines), texts)
	if err != nil || len(have) != 1 || len(have["ferry"]) != 1 {
		t.Fatalf("have %v (%v), want one statement of ferry", have, err)
	}
	st, text := have["ferry"][0], texts["ferry"]
	if st.Content[0].In(text) != "“Wé go,”" || st.Cue.In(text) != "said" || st.Source.In(text) != "Ann" {
		t.Errorf("have %q %q %q", st.Content[0].In(text), st.Cue.In(text), st.Source.In(text))
	}
	if _, err := ReadPrinted(strings.NewReader("{\n"), texts); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("no JSON: have error %v, want one that names the line", err)
	}
}
