package entity_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/entity"
	"onrecord/entity/entitytest"
)

// TestMerge holds which two names are one person. It tests the promise that a
// first name alone merges nobody.
func TestMerge(t *testing.T) {
	for _, c := range []struct {
		first, second string
		same          bool
	}{
		{"Ann Lee", "Ann Lee", true},
		{"Ann Lee", "Lee", true},
		{"Ann Lee", "Ms. Lee", true},
		{"Ann Lee", "Mr. Lee", false},
		{"Ann Lee", "Ann", false},
		{"Robert Hill", "Bob Hill", true},
		{"Robert Hill", "Rob Hill", true},
		{"R. Hill", "Robert Hill", true},
		{"Dan Hill", "Don Hill", false},
		{"Ann Hill", "Anna Hill", false},
		{"Sam Orr", "Sam Orr Jr.", false},
		{"Tom W. Reed", "Tom Reed", true},
		{"Tom W. Reed", "Tom H. Reed", false},
		{"Mara Okoro Quill", "Okoro Quill", true},
		{"Mara Okoro Quill", "Mara Quill", true},
		{"Margaret Vance", "Margaret Vanse", true},
		{"Margaret Vance", "Margaret Vansen", false},
		{"Pak Jong Ho", "Pak Jung Ho", true},
		{"Kim Jong Ho", "Kim", true},
		{"Mara Quill", "Otto Quill", false},
		{"Mara Quill", "Quillan", false},
	} {
		r, err := entitytest.Reading(fmt.Sprintf("PERSON: %s, %s\n\nThen %s came. <s1>%s</s1> <c1>said</c1> <q1>so</q1>.", c.first, c.second, c.first, c.second))
		if err != nil {
			t.Fatal(err)
		}
		entity.Resolve(r)
		same := len(r.Entities) > 0 && r.Statements[0].Speaker == r.Entities[0].ID
		if same != c.same {
			t.Errorf("%s, then %s: have one person %v, want %v; %v", c.first, c.second, same, c.same, r.Statements[0].Why)
		}
	}
}

// TestBoilerplate: names of the page around the article are nobody's.
func TestBoilerplate(t *testing.T) {
	r, err := entitytest.Reading("PERSON: Ann Lee, Bo Hill\n\nPhoto: Bo Hill\n<s1>Ann Lee</s1> <c1>said</c1> <q1>so</q1>.")
	if err != nil {
		t.Fatal(err)
	}
	r.Doc.Boilerplate = r.Doc.Paragraphs[:1:1]
	entity.Resolve(r)
	for _, e := range r.Entities {
		if strings.Contains(e.Name, "Hill") {
			t.Errorf("%q is an entity, but stands outside the article", e.Name)
		}
	}
	if len(r.Entities) != 1 {
		t.Errorf("have %d entities, want 1", len(r.Entities))
	}
}
