package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

var changeColumns = []string{
	"change_id", "issue", "kind", "score", "why", "caveats",
	"earlier_id", "earlier_speaker", "earlier_said", "earlier_published", "earlier_outlet", "earlier_kind", "earlier_content", "earlier_pole", "earlier_conditions",
	"later_id", "later_speaker", "later_said", "later_published", "later_outlet", "later_kind", "later_content", "later_pole", "later_conditions",
}

// ChangeCSV writes changes as comma-separated values, a row a change, as CSV
// writes statements.
type ChangeCSV struct {
	w      *csv.Writer
	headed bool
}

// NewChangeCSV writes to w, which is not closed.
func NewChangeCSV(w io.Writer) *ChangeCSV { return &ChangeCSV{w: csv.NewWriter(w)} }

// Change writes the row of c.
func (t *ChangeCSV) Change(c *Change) error {
	if err := t.head(); err != nil {
		return err
	}
	row := []string{c.ID, cell(c.Issue.Name), c.Kind, strconv.FormatFloat(c.Score, 'f', 4, 64), cell(strings.Join(c.Why, "; ")), cell(strings.Join(c.Caveats, "; "))}
	for _, s := range []*Stand{&c.Earlier, &c.Later} {
		row = append(row, s.row()...)
	}
	return t.w.Write(row)
}

func (s *Stand) row() []string {
	st, doc := &s.Statement, &s.Document
	said, published := "", ""
	if st.Said != nil {
		said = st.Said.EDTF
	}
	if doc.Published != nil {
		published = doc.Published.EDTF
	}
	return []string{st.ID, cell(s.Speaker), said, published, cell(orEmpty(doc.Outlet)), st.Kind, cell(st.Content.Text), s.Pole, cell(strings.Join(s.Conditions, "; "))}
}

func (t *ChangeCSV) head() error {
	if t.headed {
		return nil
	}
	t.headed = true
	return t.w.Write(changeColumns)
}

// Close writes what is left, the header even when there were no rows.
func (t *ChangeCSV) Close() error {
	if err := t.head(); err != nil {
		return err
	}
	t.w.Flush()
	return t.w.Error()
}
