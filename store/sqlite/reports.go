package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Reports implements store.Across.
func (s *Store) Reports(ctx context.Context, docs ...onrecord.DocumentID) (out []onrecord.Report, err error) {
	err = s.asking(ctx, []string{reportedDocument, reportedIn}, func(a *asker) error {
		r := &reporter{asker: a}
		for _, id := range docs {
			if err := r.document(id); err != nil {
				return err
			}
		}
		out = r.out
		return nil
	})
	return out, err
}

// ReportsOf implements store.Across.
func (s *Store) ReportsOf(ctx context.Context, ids ...onrecord.StatementID) (out []onrecord.Report, err error) {
	err = s.asking(ctx, []string{reportedDocument, reportedBy}, func(a *asker) error {
		r := &reporter{asker: a}
		if err := r.statements(reportedBy, encode(ids)); err != nil {
			return err
		}
		out = r.out
		return nil
	})
	slices.SortFunc(out, func(a, b onrecord.Report) int { return cmp.Compare(a.Statement, b.Statement) })
	return slices.CompactFunc(out, func(a, b onrecord.Report) bool { return a.Statement == b.Statement }), err
}

const (
	reportedDocument = `SELECT d.seq, d.id, o.name, d.head, d.text FROM document d JOIN outlet o ON o.seq = d.outlet
		WHERE d.current AND (d.seq = ?1 OR d.id = ?2)`
	reported   = `SELECT t.at, t.id, t.kind, t.act, coalesce(p.key, ''), b.json FROM `
	reportedIn = reported + `statement t CROSS JOIN body b ON b.at = t.at LEFT JOIN speaker p ON p.seq = t.speaker WHERE t.at` + ofDocument + ` ORDER BY t.at`
	reportedBy = reported + `json_each(?1) one CROSS JOIN statement t ON t.id = one.value CROSS JOIN body b ON b.at = t.at
		LEFT JOIN speaker p ON p.seq = t.speaker ORDER BY t.at`
)

// A reporter makes reports. Statements come document by document, so that it
// keeps one.
type reporter struct {
	*asker
	seq int64              // of doc
	doc *onrecord.Document // nil when it is not current
	out []onrecord.Report
}

func (r *reporter) document(id onrecord.DocumentID) error {
	if err := r.load(0, id); err != nil || r.doc == nil {
		return err
	}
	return r.statements(reportedIn, r.seq)
}

// load loads of a document what reports need of it.
func (r *reporter) load(seq int64, id onrecord.DocumentID) error {
	r.seq, r.doc = seq, nil
	rows, err := r.rows(reportedDocument, seq, id)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		doc := &onrecord.Document{}
		var text string
		if err := rows.Scan(&r.seq, &doc.ID, &doc.Outlet, &text, &doc.Text); err != nil {
			return err
		}
		var h reportedHead
		if err := json.Unmarshal([]byte(text), &h); err != nil {
			return fmt.Errorf("document %s: %w", doc.ID, err)
		}
		doc.Byline, doc.Published, doc.Headline = h.Byline, toClaimed(h.Published), toSpan(h.Headline)
		r.doc = doc
		return nil
	})
}

// reportedHead is of a head what reports need.
type reportedHead struct {
	Byline    []string `json:"byline"`
	Published *claimed `json:"published"`
	Headline  *span    `json:"headline"`
}

// A reportRow is a statement whose text is not loaded yet.
type reportRow struct {
	at  int64
	st  onrecord.Statement
	own string // key of its speaker before merges
}

func (r *reporter) statements(query string, arg any) error {
	rows, err := r.rows(query, arg)
	if err != nil {
		return err
	}
	var all []reportRow
	if err := each(rows, func() error {
		var one reportRow
		var json string
		if err := rows.Scan(&one.at, &one.st.ID, &one.st.Kind, &one.st.Act, &one.own, &json); err != nil {
			return err
		}
		all = append(all, one)
		return decodeBody(json, &all[len(all)-1].st)
	}); err != nil {
		return err
	}
	for i := range all {
		if seq := all[i].at >> atBits; seq != r.seq {
			if err := r.load(seq, ""); err != nil {
				return err
			}
		}
		if r.doc != nil {
			r.out = append(r.out, store.ReportOf(r.doc, &all[i].st, r.ids.Root(all[i].own)))
		}
	}
	return nil
}
