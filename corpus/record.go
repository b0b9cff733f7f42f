package corpus

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"onrecord"
)

// A Record is one article with what a person found in it, in far more detail
// than PolNeAR: who speaks, when, through whom, and what of the text is page.
type Record struct {
	Name         string
	Text         string
	Published    onrecord.EDTF
	Outlet       string
	Attributions []Recorded
	Entities     map[string]Recordable // by id
	Page         []onrecord.Span       // what is not article
	Statements   map[string][]string   // by id: the attributions that report the statement, of all articles
	Relations    []RecordedRelation
}

// A RecordedRelation is how a statement of a Record stands to something else.
// Its ends are ids of statements, entities, events or topics.
type RecordedRelation struct {
	ID, Kind, From, To string
	Level              string // as of a Recorded
	Basis              string // "stated", "implied", "computed"
}

// A Recorded is one attribution of a Record.
type Recorded struct {
	Attribution
	ID     string
	Level  string   // "core" must be found; "extended" should; "optional" neither
	Kind   string   // "direct", "indirect", "mixed", "act"
	Entity string   // id of who speaks, empty when nobody can be named
	Chain  []string // ids from the speaker to the outlet
}

// A Recordable is a person, institution or medium that a Record names.
type Recordable struct {
	Names []string // the name, then aliases and metonyms
	Media bool
}

type recordSpan struct{ Start, End int }

type recordLine struct {
	Type, ID, Doc, Level, Kind, Name, Outlet, Published string
	Source, Cue                                         *recordSpan
	Content                                             []recordSpan
	Entity                                              string `json:"source_entity"`
	Time                                                string `json:"time_edtf"`
	Chain, Aliases, Metonyms                            []string
	Media                                               any
	Article                                             *bool
	recordSpan
}

// A relatedLine is a line of type statement or relation.
type relatedLine struct {
	ID, Doc, Level, Basis, Rel, Frm, To string
	Attributions                        []string
}

// ReadRecord reads the lines of a hand-made record, JSON Lines with offsets in
// code points, that belong to the article named doc, whose text is text.
func ReadRecord(path, doc, text string) (*Record, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	r := &Record{Name: doc, Text: text, Entities: map[string]Recordable{}, Statements: map[string][]string{}}
	offsets := onrecord.NewOffsets(text)
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		var kind struct{ Type string }
		if err := json.Unmarshal([]byte(line), &kind); err != nil {
			return nil, fmt.Errorf("corpus %s:%d: %w", path, n+1, err)
		}
		switch kind.Type {
		case "entity", "attribution", "segment", "document":
		case "statement", "relation":
			if err := r.relate(kind.Type, line); err != nil {
				return nil, fmt.Errorf("corpus %s:%d: %w", path, n+1, err)
			}
			continue
		default: // other lines have fields of other shapes
			continue
		}
		var l recordLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			return nil, fmt.Errorf("corpus %s:%d: %w", path, n+1, err)
		}
		r.add(&l, offsets)
	}
	if len(r.Attributions) == 0 {
		return nil, fmt.Errorf("corpus %s: nothing about %s", path, doc)
	}
	return r, nil
}

func (r *Record) relate(kind, line string) error {
	var l relatedLine
	if err := json.Unmarshal([]byte(line), &l); err != nil {
		return err
	}
	switch {
	case kind == "statement":
		r.Statements[l.ID] = l.Attributions
	case l.Doc == r.Name:
		r.Relations = append(r.Relations, RecordedRelation{l.ID, l.Rel, l.Frm, l.To, l.Level, l.Basis})
	}
	return nil
}

func (r *Record) add(l *recordLine, offsets *onrecord.Offsets) {
	span := func(s recordSpan) onrecord.Span { return offsets.Bytes([2]int{s.Start, s.End}) }
	switch {
	case l.Type == "entity":
		names := append(append([]string{l.Name}, l.Aliases...), l.Metonyms...)
		r.Entities[l.ID] = Recordable{names, l.Media != nil && l.Media != false}
	case l.Type == "document" && l.ID == r.Name:
		r.Outlet, r.Published = l.Outlet, onrecord.EDTF(l.Published)
	case l.Doc != r.Name:
	case l.Type == "segment" && l.Article != nil && !*l.Article:
		r.Page = append(r.Page, span(l.recordSpan))
	case l.Type == "attribution":
		a := Recorded{ID: l.ID, Level: l.Level, Kind: l.Kind, Entity: l.Entity, Chain: l.Chain}
		a.Said = onrecord.EDTF(l.Time)
		if l.Source != nil {
			a.Source = []onrecord.Span{span(*l.Source)}
		}
		if l.Cue != nil {
			a.Cue = []onrecord.Span{span(*l.Cue)}
		}
		for _, c := range l.Content {
			a.Content = append(a.Content, span(c))
		}
		r.Attributions = append(r.Attributions, a)
	}
}
