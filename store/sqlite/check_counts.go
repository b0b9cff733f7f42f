package sqlite

import (
	"fmt"
	"maps"
)

// counts compares the counts that are kept with the statements themselves.
func (c *checker) counts() error {
	kept := map[string]string{}
	for _, q := range []string{
		`SELECT 'tally ' || field || ' ' || value, n || '' FROM tally`,
		`SELECT 'role ' || speaker || ' ' || title, n || '' FROM role`,
		`SELECT 'speaker ' || seq, concat_ws(' ', statements, documents, first, last) FROM speaker WHERE statements <> 0 OR documents <> 0`,
		`SELECT 'outlet ' || seq, concat_ws(' ', documents, statements, unattributed, first, last) FROM outlet WHERE statements <> 0 OR documents <> 0`,
	} {
		rows, err := c.tx.QueryContext(c.ctx, q)
		if err != nil {
			return err
		}
		if err := each(rows, func() error {
			var what, n string
			err := rows.Scan(&what, &n)
			kept[what] = n
			return err
		}); err != nil {
			return err
		}
	}
	should := c.kept.lines()
	all := maps.Clone(should)
	maps.Copy(all, kept)
	for _, what := range sorted(all, func(a, b string) bool { return a < b }) {
		if kept[what] != should[what] {
			c.say("count of %s: kept as %q, is %q", what, kept[what], should[what])
		}
	}
	return nil
}

// lines are the counts that are not zero, in the words of the queries above.
func (a tallies) lines() map[string]string {
	out := map[string]string{}
	for k, n := range a.tally {
		if n != 0 {
			out["tally "+k.field+" "+k.value] = fmt.Sprint(n)
		}
	}
	for k, n := range a.roles {
		if n != 0 {
			out[fmt.Sprintf("role %d %s", k.speaker, k.title)] = fmt.Sprint(n)
		}
	}
	for seq, c := range a.speaker {
		out[fmt.Sprintf("speaker %d", seq)] = fmt.Sprintf("%d %d %s %s", c.statements, c.documents, c.first, c.last)
	}
	for seq, c := range a.outlet {
		out[fmt.Sprintf("outlet %d", seq)] = fmt.Sprintf("%d %d %d %s %s", c.documents, c.statements, c.unattributed, c.first, c.last)
	}
	return out
}
