package entitytest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"onrecord"
)

// A goldLine is what is read of a line of a hand-made record.
type goldLine struct {
	Type, ID, Doc, Class, Entity, Name, Kind, Published string
	File                                                string
	Cls                                                 string
	Article                                             bool
	Start, End                                          int
	Source, Cue                                         *goldSpan
	Content                                             []goldSpan
	Text                                                string
	Level                                               string
	Who                                                 string `json:"source_entity"`
	When                                                string `json:"time_edtf"`
}

type goldSpan struct{ Start, End int }

// A Want is what a hand-made record says of a statement.
type Want struct {
	Core          bool   // must be found
	Speaker, Said string // a name; EDTF
}

// Gold reads the seed article doc ("hill") with the statements of its
// hand-made record: rough tags, the record's names, its page residue; and what
// the record says of each.
func Gold(shared, doc string) (*onrecord.Reading, map[onrecord.StatementID]Want, error) {
	f, err := os.Open(filepath.Join(shared, "gold", doc+".jsonl"))
	if err != nil {
		return nil, nil, fmt.Errorf("gold: %w", err)
	}
	defer f.Close()
	var lines []goldLine
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		var l goldLine
		// Lines of other types have fields of other shapes: they are not read.
		if json.Unmarshal(scan.Bytes(), &l) == nil {
			lines = append(lines, l)
		}
	}
	r := &onrecord.Reading{Doc: &onrecord.Document{Article: doc, Language: "en"}}
	kinds, names := map[string]string{}, map[string]string{}
	for _, l := range lines {
		switch l.Type {
		case "document":
			b, err := os.ReadFile(filepath.Join(shared, "seeds", l.File))
			if err != nil {
				return nil, nil, fmt.Errorf("gold: %w", err)
			}
			r.Doc.Text = string(b)
			r.Doc.Published = onrecord.Claimed{EDTF: onrecord.EDTF(l.Published), Basis: "given"}
		case "entity":
			names[l.ID] = l.Name
			kinds[l.ID] = map[string]string{"person": "PERSON", "country": "LOCATION", "organisation": "ORGANIZATION"}[l.Kind]
		}
	}
	wants := fill(r, lines, kinds)
	for id, want := range wants {
		want.Speaker = names[want.Speaker]
		wants[id] = want
	}
	return r, wants, r.Check()
}

func fill(r *onrecord.Reading, lines []goldLine, kinds map[string]string) map[onrecord.StatementID]Want {
	wants := map[onrecord.StatementID]Want{}
	o := onrecord.NewOffsets(r.Doc.Text)
	Prepare(r, true)
	split(r)
	names := map[string]string{}
	for _, l := range lines {
		switch {
		case l.Type == "segment" && !l.Article:
			r.Doc.Boilerplate = append(r.Doc.Boilerplate, o.Bytes([2]int{l.Start, l.End}))
		case l.Type == "mention" && kinds[l.Entity] != "" && l.Text[0] >= 'A' && l.Text[0] <= 'Z':
			if kinds[l.Entity] != "PERSON" || len(l.Text) < 16 {
				names[l.Text] = kinds[l.Entity]
			}
		case l.Type == "attribution":
			st := onrecord.Statement{Doc: r.Doc.ID}
			if l.Cue != nil {
				st.Cue = o.Bytes([2]int{l.Cue.Start, l.Cue.End})
			}
			if l.Source != nil {
				st.Source = o.Bytes([2]int{l.Source.Start, l.Source.End})
			}
			for _, c := range l.Content {
				st.Content = append(st.Content, o.Bytes([2]int{c.Start, c.End}))
			}
			Finish(r, &st)
			r.Statements = append(r.Statements, st)
			wants[st.ID] = Want{l.Level == "core", l.Who, l.When}
		}
	}
	for _, name := range []string{"Rex Tillerson", "Kim Jung Un"} {
		names[name] = "PERSON"
	}
	delete(names, "President Trump")
	delete(names, "I")
	roughTags(r, names)
	order(r.Statements)
	return wants
}
