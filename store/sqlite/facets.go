package sqlite

import (
	"bytes"
	"cmp"
	"database/sql"
	"slices"

	"onrecord/store"
)

// facetValues is how many values of a facet are listed.
const facetValues = 12

var facetFields = []store.Field{store.KeyIs, store.OutletIs, store.KindIs, store.ActIs, store.AnonIs, store.RelationIs, store.SaidIn}

// facets counts the newest hits; for the whole record it looks the counts up.
func (f *finder) facets(r *store.Result) error {
	if f.all() {
		r.Counted = r.Total
		return f.keptFacets(r)
	}
	// A row read from Go costs as much as finding it: so all come in one.
	var all sql.RawBytes
	rows, err := f.tx.QueryContext(f.ctx, `SELECT coalesce(group_concat(concat_ws(char(9), `+f.who()+`, outlet, kind, act, anonymity, relations, year), char(10)), '')
		FROM (SELECT rowid AS at FROM words WHERE words MATCH ?`+f.only+` ORDER BY rowid DESC LIMIT ?) f CROSS JOIN statement ON place = f.at`,
		f.match, facetsOf)
	if err != nil {
		return err
	}
	counts := make([]map[string]int, len(facetFields))
	for i := range counts {
		counts[i] = map[string]int{}
	}
	if err := each(rows, func() error {
		err := rows.Scan(&all)
		for row := range bytes.Lines(all) {
			r.Counted++
			for i, value := range bytes.SplitN(bytes.TrimSuffix(row, []byte("\n")), []byte("\t"), len(counts)) {
				if facetFields[i] != store.RelationIs {
					counts[i][string(value)]++
					continue
				}
				for kind := range bytes.FieldsFuncSeq(value, isComma) {
					counts[i][string(kind)]++
				}
			}
		}
		return err
	}); err != nil {
		return err
	}
	return f.named(r, counts)
}

// none reports whether no hit has a value where one may have none.
func none(f store.Facet) bool { return f.Field == store.RelationIs && len(f.Values) == 0 }

func isComma(r rune) bool { return r == ',' }

// who is the row that a statement counts for: after a merge, the one merged into.
func (f *finder) who() string {
	if len(f.ids.List()) == 0 {
		return `coalesce(speaker, 0)`
	}
	return `coalesce((SELECT coalesce(root, seq) FROM speaker WHERE seq = statement.speaker), 0)`
}

// named turns the counts into facets; speakers and outlets get their names.
func (f *finder) named(r *store.Result, counts []map[string]int) error {
	for i, field := range facetFields {
		facet := facetOf(field, counts[i])
		if none(facet) {
			continue
		}
		query := map[store.Field]string{
			store.KeyIs:    `SELECT key, name FROM speaker WHERE seq = ?`,
			store.OutletIs: `SELECT name, name FROM outlet WHERE seq = ?`,
		}[field]
		for j := range facet.Values {
			v := &facet.Values[j]
			switch {
			case query == "":
			case field == store.KeyIs && v.Value == "0":
				v.Value, v.Label = "", ""
			default:
				if err := f.tx.QueryRowContext(f.ctx, query, v.Value).Scan(&v.Value, &v.Label); err != nil {
					return err
				}
			}
		}
		r.Facets = append(r.Facets, facet)
	}
	return nil
}

// facetOf lists the commonest values, equal counts by value.
func facetOf(field store.Field, counts map[string]int) store.Facet {
	facet := store.Facet{Field: field}
	for v, n := range counts {
		facet.Values = append(facet.Values, store.Count{Value: v, Label: v, N: n})
	}
	slices.SortFunc(facet.Values, func(a, b store.Count) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Value, b.Value)) })
	if len(facet.Values) > facetValues {
		facet.More = len(facet.Values) - facetValues
		facet.Values = facet.Values[:facetValues]
	}
	return facet
}

// keptFacets reads the counts that the record keeps of all its statements.
func (f *finder) keptFacets(r *store.Result) error {
	for _, field := range facetFields {
		facet := store.Facet{Field: field}
		query, arg := `SELECT value, value, n, count(*) OVER () FROM tally WHERE field = ? ORDER BY n DESC, value LIMIT 12`, string(field)
		switch field {
		case store.KeyIs:
			query = `SELECT key, name, statements, (SELECT count(*) FROM speaker WHERE statements > 0) + (SELECT count(*) FROM tally WHERE field = ?1)
				FROM (SELECT * FROM (SELECT key, name, statements FROM speaker WHERE statements > 0 ORDER BY statements DESC, seq LIMIT 12)
				UNION ALL SELECT '', '', n FROM tally WHERE field = ?1) ORDER BY statements DESC LIMIT 12`
		case store.OutletIs:
			query = `SELECT name, name, statements, count(*) OVER () FROM outlet WHERE statements > 0 AND ? <> '' ORDER BY statements DESC, name LIMIT 12`
		}
		rows, err := f.tx.QueryContext(f.ctx, query, arg)
		if err != nil {
			return err
		}
		all := 0
		if err := each(rows, func() error {
			var c store.Count
			err := rows.Scan(&c.Value, &c.Label, &c.N, &all)
			facet.Values = append(facet.Values, c)
			return err
		}); err != nil {
			return err
		}
		if none(facet) {
			continue
		}
		facet.More = max(0, all-facetValues)
		r.Facets = append(r.Facets, facet)
	}
	return nil
}
