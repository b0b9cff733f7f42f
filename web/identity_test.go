package web

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/store/storetest"
)

// TestIdentified sees that a speaker's page says which names are one, who decided
// so and why, as text, and that a name that was merged leads to the one that
// stays.
func TestIdentified(t *testing.T) {
	st := record(t, testArticles(t))
	merge := storetest.Merge(1, "person:osric-tvedt", "person:tvedt")
	merge.Evidence = []string{"one <i>harbour</i> master"}
	merge.ID = merge.ComputeID()
	if _, err := st.Identify(t.Context(), []onrecord.Identification{merge}); err != nil {
		t.Fatal(err)
	}
	h := New(st, Options{Log: logTo(t)})
	for address, want := range map[string][]string{
		"/speaker/person:osric-tvedt": {"Also named <bdi>Tvedt</bdi>: held to be one.", "<bdi>Tvedt is Osric Tvedt</bdi>; <bdi>one &lt;i&gt;harbour&lt;/i&gt; master</bdi>",
			"by <bdi>B. Editor on 1 May 2026</bdi>, <code>" + string(merge.ID), "that the boats would stop", "5 statements"},
		"/speaker/person:tvedt":            {"<h1><bdi>Osric Tvedt</bdi></h1>", "5 statements"},
		"/speaker/person:osric-tvedt.json": {`"also":["Tvedt"]`},
		"/speakers.json":                   {`"also":["Tvedt"]`},
	} {
		page := strings.Join(strings.Fields(body(t, h, address)), " ")
		for _, words := range want {
			if !strings.Contains(page, words) {
				t.Errorf("GET %s: the page does not hold %s\n%s", address, words, page)
			}
		}
	}
	if _, err := st.Identify(t.Context(), []onrecord.Identification{storetest.Undo(2, merge.ID)}); err != nil {
		t.Fatal(err)
	}
	page := strings.Join(strings.Fields(body(t, h, "/speaker/person:osric-tvedt")), " ")
	if strings.Contains(page, "Also named") || !strings.Contains(page, "<s><bdi>tvedt is Osric Tvedt</bdi></s> (undone)") {
		t.Errorf("after it was undone:\n%s", page)
	}
}

// TestOffices sees what imported lists say of a role beside what the article
// says: agreement, conflict, and nothing where nothing was imported.
func TestOffices(t *testing.T) {
	readings := testArticles(t)
	st := record(t, readings)
	h := New(st, Options{Log: logTo(t)})
	r := byFile(t, readings, "fares")
	moen, tvedt := "/statement/"+string(r.Statements[1].ID), "/statement/"+string(r.Statements[2].ID)
	if page := body(t, h, moen); strings.Contains(page, "In the lists") {
		t.Error("a list is spoken of before any was imported")
	}
	held := func(line int, person, position string, from, until onrecord.Day) onrecord.Holding {
		return onrecord.Holding{List: "isles<i>.csv", Line: line, Person: person, Position: position, Start: onrecord.EDTF(from), End: onrecord.EDTF(until), From: from, Until: until}
	}
	list := []onrecord.Holding{held(2, "Ida Moen", "Minister for Islands", "2023-01-01", ""), held(3, "Ann Vik", "Harbour master", "2024-01-01", ""), held(4, "Osric Tvedt", "Harbour master", "2020-01-01", "2024-01-01")}
	if _, err := st.Hold(t.Context(), "isles<i>.csv", list, "2026-11-22T12:00:00.000000Z"); err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string][]string{
		moen:                          {"<dt>In the lists</dt>", "<bdi>agrees: list isles&lt;i&gt;.csv: Minister for Islands since 2023-01-01</bdi>"},
		tvedt:                         {`<span class="odd"><bdi>differs: list isles&lt;i&gt;.csv: Harbour master 2020-01-01 to 2024-01-01; not on 2024-12-05, when it was held by Ann Vik</bdi>`},
		tvedt + ".json":               {`"office":{"verdict":"conflict"`, `"holdings":[{"list":"isles<i>.csv","line":4,"person":"Osric Tvedt"`},
		"/speaker/person:osric-tvedt": {"Offices, as imported lists say: <bdi>Harbour master</bdi>, 2020-01-01 to 2024-01-01 (<bdi>isles&lt;i&gt;.csv</bdi>:4)"},
	} {
		page := strings.Join(strings.Fields(body(t, h, address)), " ")
		for _, words := range want {
			if !strings.Contains(page, words) {
				t.Errorf("GET %s: the page does not hold %s\n%s", address, words, page)
			}
		}
	}
}

// TestTimesBetweenOffices sees what lists make of the time of a statement whose
// article does not say when it was printed.
func TestTimesBetweenOffices(t *testing.T) {
	st := record(t, nil)
	list := []onrecord.Holding{{List: "isles.csv", Line: 2, Person: "Ida Moen", Position: "Minister for Islands", Start: "2023-11-20", End: "2024-12-31", From: "2023-11-20", Until: "2025-01-01"}}
	if _, err := st.Hold(t.Context(), "isles.csv", list, "2026-11-22T12:00:00.000000Z"); err != nil {
		t.Fatal(err)
	}
	moen := onrecord.Entity{Name: "Ida Moen", Kind: onrecord.Person, Roles: []onrecord.Role{{Title: "Minister for Islands"}}}
	r := &onrecord.Reading{Doc: &onrecord.Document{}, Entities: []onrecord.Entity{moen}}
	for _, c := range []struct {
		what      string
		said      onrecord.Claimed
		published onrecord.EDTF
		want      string
	}{
		{"nothing is known", onrecord.Claimed{}, "", "20 November 2023 to 31 December 2024, if the offices are those of its day: Ida Moen: list isles.csv"},
		{"a month", onrecord.Claimed{EDTF: "2023-11", Basis: "month"}, "", "20 to 30 November 2023, if the offices"},
		{"within", onrecord.Claimed{EDTF: "2024-03-01", Basis: "date"}, "", ""},
		{"another year", onrecord.Claimed{EDTF: "2019", Basis: "year"}, "", "differs from the offices that the article gives: Ida Moen"},
		{"the article says when it was printed", onrecord.Claimed{}, "2024-12-05", ""},
	} {
		r.Doc.Published.EDTF = c.published
		have, err := (&server{st: st}).narrowedBy(t.Context(), c.said, r)
		if err != nil || !strings.HasPrefix(have, c.want) || c.want == "" && have != "" {
			t.Errorf("%s: have %q, %v, want %q", c.what, have, err, c.want)
		}
	}
}
