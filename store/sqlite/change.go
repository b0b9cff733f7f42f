package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Recompute implements store.Across.
func (s *Store) Recompute(ctx context.Context, state int64, id onrecord.IssueID, changes []onrecord.Change) error {
	return s.inState(ctx, state, func(p *putter) error {
		issue, err := p.issue(id)
		if err != nil {
			return err
		}
		if err := p.exec(`DELETE FROM change WHERE issue = ?`, issue); err != nil {
			return err
		}
		w := newCollator(p)
		for i := range changes {
			if err := w.change(issue, id, &changes[i]); err != nil {
				return fmt.Errorf("change %s: %w", changes[i].ID, err)
			}
		}
		return p.exec(`UPDATE issue SET outdated = 0 WHERE seq = ?`, issue)
	})
}

func (w *collator) change(issue int64, id onrecord.IssueID, c *onrecord.Change) error {
	earlier, err1 := w.at(c.Earlier)
	later, err2 := w.at(c.Later)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if c.Issue != id || c.ID != c.ComputeID() || c.Earlier == c.Later || !finite(c.Score) {
		return fmt.Errorf("not a change on issue %s between two statements, or its ID is not its own", id)
	}
	return w.exec(`INSERT INTO change SELECT NULL, ?1, ?2, ?3, iif(l.place >> 44, l.place >> 44, l.place >> 25 & 524287), max(?4, ?5) >> 20, ?4, ?5, e.speaker, l.speaker, ?6, ?7
		FROM statement e, statement l WHERE e.at = ?4 AND l.at = ?5`, c.ID, issue, c.Kind, earlier, later, c.Score, encodeChange(c))
}

// A change's JSON; the rest are columns.
type change struct {
	Why      []string     `json:"why,omitempty"`
	Caveats  []string     `json:"caveats,omitempty"`
	Position [2]*position `json:"position"`
}

func encodeChange(c *onrecord.Change) string {
	return encode(change{c.Why, c.Caveats, [2]*position{positionOf(&c.Position[0]), positionOf(&c.Position[1])}})
}

// Changes implements store.Across.
func (s *Store) Changes(ctx context.Context, q store.ChangeQuery) (list []store.Departure, next string, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		l := &changes{loader: loader{ctx: ctx, tx: tx, ids: ids}}
		list, next, err = l.list(q)
		return err
	})
	return list, next, err
}
