package people

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord"
)

// A CSV file has a line that names its columns, in any order, then a line a
// holding. These names are read; other columns are passed over. Cells are
// parted by commas, semicolons or tabs, whichever the first line has most of.
var columns = []struct {
	field string
	names []string
}{
	{"person", []string{"person", "name", "fullname", "holder", "officeholder", "personlabel"}},
	{"other", []string{"othernames", "othername", "aliases", "alias", "alsoknownas", "enwiki"}},
	{"identifier", []string{"personid", "identifier", "wikidata", "wikidataid", "qid", "id"}},
	{"position", []string{"position", "office", "title", "role", "post", "positionlabel"}},
	{"organisation", []string{"organisation", "organization", "department", "ministry", "body", "institution"}},
	{"start", []string{"start", "startdate", "from", "begin", "since", "started"}},
	{"end", []string{"end", "enddate", "until", "to", "ended"}},
}

func (l *List) csv(b []byte) error {
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma = parting(b)
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	r.TrimLeadingSpace = true
	head, err := r.Read()
	if err != nil {
		return err
	}
	at, err := header(head)
	if err != nil {
		return err
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: put cells that hold the separator, a quotation mark or a line break between quotation marks", err)
		}
		line, _ := r.FieldPos(0)
		if line > maxLines {
			return fmt.Errorf("more than %d lines: import it in parts", maxLines)
		}
		if strings.TrimSpace(strings.Join(row, "")) != "" {
			l.add(holding(row, at, line), cell(row, at["start"]), cell(row, at["end"]))
		}
	}
}

// parting is what parts the cells of the first line.
func parting(b []byte) rune {
	first, _, _ := bytes.Cut(b, []byte("\n"))
	best, most := ',', bytes.Count(first, []byte(","))
	for _, r := range []rune{';', '\t'} {
		if n := bytes.Count(first, []byte(string(r))); n > most {
			best, most = r, n
		}
	}
	return best
}

// header says in which column each field stands, -1 for none.
func header(row []string) (map[string]int, error) {
	names := make([]string, len(row))
	for i, s := range row {
		names[i] = strings.NewReplacer(" ", "", "_", "", "-", "").Replace(strings.ToLower(strings.TrimSpace(s)))
	}
	at := map[string]int{}
	for _, c := range columns {
		at[c.field] = slices.IndexFunc(c.names, func(name string) bool { return slices.Contains(names, name) })
		if i := at[c.field]; i >= 0 {
			at[c.field] = slices.Index(names, c.names[i])
		}
	}
	for _, needed := range []string{"person", "position"} {
		if at[needed] < 0 && (needed != "position" || at["organisation"] < 0) {
			return nil, fmt.Errorf("line 1 names no column %q: it must name columns such as position,person,personID,start,end", needed)
		}
	}
	return at, nil
}

func holding(row []string, at map[string]int, line int) onrecord.Holding {
	h := onrecord.Holding{Line: line, Person: cell(row, at["person"]), Identifier: cell(row, at["identifier"]),
		Position: cell(row, at["position"]), Organisation: cell(row, at["organisation"])}
	for _, other := range strings.FieldsFunc(cell(row, at["other"]), func(r rune) bool { return r == ';' || r == '|' }) {
		name, _, _ := strings.Cut(other, " (") // "John Smith (politician)"
		h.OtherNames = append(h.OtherNames, strings.TrimSpace(name))
	}
	return h
}

// cell is the i-th cell without spaces around it, empty where there is none.
func cell(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	return strings.Join(strings.Fields(row[i]), " ")
}
