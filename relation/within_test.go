package relation_test

import (
	"strings"
	"testing"

	"onrecord/entity/entitytest"
	"onrecord/relation"
)

// TestWithin: the quotation is the same as the lead, another sentence is not,
// and so are not the same words of somebody else.
func TestWithin(t *testing.T) {
	r, err := entitytest.Reading(`published: 2019-05-08
PERSON: Mara Quill, Quill, Tom Ash, Ash

<s1>Mara Quill</s1> <c1>said</c1> <q1>the lifeboat station at Norrby would not close this year</q1>.

<q2>“The lifeboat station at Norrby will not close this year,”</q2> <s2>Quill</s2> <c2>said</c2>. <q3>“Its crew are volunteers and cost us nothing but soup,”</q3> <s3>she</s3> <c3>added</c3>.

<q4>“The lifeboat station at Norrby will not close this year,”</q4> <s4>Tom Ash</s4> <c4>said</c4> too.
`)
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		st.Speaker = "quill"
		if strings.Contains(st.Source.In(r.Doc.Text), "Ash") {
			st.Speaker = "ash"
		}
	}
	relation.Within(r)
	for i, want := range []int{-1, 0, -1, -1} {
		st := &r.Statements[i]
		if want < 0 && st.Same != "" || want >= 0 && st.Same != r.Statements[want].ID {
			t.Errorf("statement %d %q is the same as %q, want statement %d", i, st.Content[0].In(r.Doc.Text), st.Same, want)
		}
	}
}
