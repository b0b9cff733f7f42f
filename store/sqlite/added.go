package sqlite

import (
	"fmt"
)

// addedMarks is up to how many documents those that were added after a mark are
// asked for one by one, as everything else is. Of more, each hit is looked up.
const addedMarks = 200

// added narrows the question to documents that were added after the mark.
func (f *finder) added() error {
	if f.find.Added <= 0 {
		return nil
	}
	ids, err := listed[string](f.tx.QueryContext(f.ctx, `SELECT id FROM document WHERE seq > ? AND current ORDER BY seq LIMIT ?`, f.find.Added, addedMarks+1))
	if err != nil {
		return err
	}
	if len(ids) > addedMarks {
		f.only = fmt.Sprintf(` AND +rowid IN (SELECT place FROM statement WHERE at >= %d)`, (f.find.Added+1)<<atBits)
		return nil
	}
	var marks []string
	for _, id := range ids {
		marks = append(marks, mark("d", id))
	}
	f.match = "(" + f.match + " AND " + group(marks, " OR ") + ")"
	return nil
}

// all reports whether the question is for the whole record.
func (f *finder) all() bool {
	return f.find.Where.Op == "" && f.find.Where.Field == "" && f.find.Added <= 0
}
