package web

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"onrecord"
	"onrecord/people"
	"onrecord/store"
)

// The lists of office-holders that the user imported, beside what articles say.
// They are shown, and decide nothing.

// An officeView is what the lists say of a speaker's role at the date of the
// article.
type officeView struct {
	Words string   // "agrees: list us-cabinet.csv: Secretary of State …"; empty when no list knows of it
	Odd   bool     // the list says something else
	Hints []string // who held the office that is named without its holder

	compared people.Comparison
}

var verdictWords = map[people.Verdict]string{people.Agreement: "agrees", people.Gap: "not the two together", people.Conflict: "differs"}

// officeOf compares the role of a hit with the lists.
func (s *server) officeOf(ctx context.Context, h *store.Hit) (*officeView, error) {
	if h.Role == "" && h.Anonymity != onrecord.TitleOnly {
		return nil, nil
	}
	kept, err := s.lists.get(ctx, s.st)
	if err != nil || kept == nil {
		return nil, err
	}
	claim := people.ClaimOf(&h.Statement, h.Speaker, h.Source, h.Doc.Published)
	v := &officeView{compared: kept.lists.Compare(claim)}
	if v.compared.Verdict == people.Unlisted {
		v.Hints = kept.lists.Hint(claim)
	} else {
		v.Words = verdictWords[v.compared.Verdict] + ": " + v.compared.Words
		v.Odd = v.compared.Verdict != people.Agreement
	}
	if v.Words == "" && len(v.Hints) == 0 {
		return nil, nil
	}
	return v, nil
}

// narrowedBy says what the lists make of the time of a statement whose article
// does not say when it was printed.
func (s *server) narrowedBy(ctx context.Context, said onrecord.Claimed, r *onrecord.Reading) (string, error) {
	kept, err := s.lists.get(ctx, s.st)
	if err != nil || kept == nil {
		return "", err
	}
	return kept.lists.Narrowed(said, r, func(c onrecord.Claimed) string { return whenOf(c, "").Text }), nil
}

// A heldRow is an office that a list says somebody held.
type heldRow struct {
	Office, Dates, List string
	Line                int
}

const mostHeld = 20

// heldBy are the offices that the lists give a person of this name.
func (s *server) heldBy(ctx context.Context, sp *store.Speaker) (rows []heldRow, err error) {
	if sp.Kind != onrecord.Person {
		return nil, nil
	}
	kept, err := s.lists.get(ctx, s.st)
	if err != nil || kept == nil {
		return nil, err
	}
	name := people.ParseName(sp.Name)
	for i := range kept.holdings {
		h := &kept.holdings[i]
		if len(name.First) == 0 || len(rows) == mostHeld || people.Alike(name, kept.names[i]) < people.ShortForm {
			continue
		}
		office := h.Position
		if h.Organisation != "" {
			office = strings.TrimPrefix(office+", "+h.Organisation, ", ")
		}
		rows = append(rows, heldRow{office, people.Dates(h), h.List, h.Line})
	}
	return rows, nil
}

// A listKeeper keeps the lists of the record until others are imported.
type listKeeper struct {
	mu   sync.Mutex
	last *keptLists
}

type keptLists struct {
	key      string // of what was imported
	lists    *people.Lists
	holdings []onrecord.Holding
	names    []people.Name // of their persons
}

// get returns the lists, nil when there are none.
func (k *listKeeper) get(ctx context.Context, st store.Store) (*keptLists, error) {
	heads, err := st.HoldingLists(ctx)
	if err != nil || len(heads) == 0 {
		return nil, err
	}
	key := fmt.Sprint(heads)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.last != nil && k.last.key == key {
		return k.last, nil
	}
	holdings, err := st.Holdings(ctx)
	if err != nil {
		return nil, err
	}
	kept := &keptLists{key: key, lists: people.New(holdings), holdings: holdings, names: make([]people.Name, len(holdings))}
	for i := range holdings {
		kept.names[i] = people.ParseName(holdings[i].Person)
	}
	k.last = kept
	return kept, nil
}

type officeObject struct {
	Verdict  string          `json:"verdict"` // "agreement", "gap", "conflict", "unlisted"
	Words    *string         `json:"words"`
	Holdings []holdingObject `json:"holdings"` // that it rests on, best first
	Hints    []string        `json:"hints"`    // who held an office that is named without its holder
}

type holdingObject struct {
	List         string  `json:"list"`
	Line         int     `json:"line"`
	Person       string  `json:"person"`
	Identifier   *string `json:"identifier"`
	Position     string  `json:"position"`
	Organisation *string `json:"organisation"`
	Start        *string `json:"start"` // EDTF, as the list gives it
	End          *string `json:"end"`
}

func (v *officeView) object() *officeObject {
	if v == nil {
		return nil
	}
	o := &officeObject{Verdict: string(v.compared.Verdict), Words: orNull(v.compared.Words), Holdings: []holdingObject{}, Hints: append([]string{}, v.Hints...)}
	for _, h := range v.compared.Holdings {
		o.Holdings = append(o.Holdings, holdingObject{h.List, h.Line, h.Person, orNull(h.Identifier), h.Position, orNull(h.Organisation), orNull(h.Start), orNull(h.End)})
	}
	return o
}

func orNull[T ~string](s T) *string {
	if s == "" {
		return nil
	}
	text := string(s)
	return &text
}
