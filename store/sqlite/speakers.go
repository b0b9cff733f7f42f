package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"onrecord/store"
)

// spaced is a name for finding whole words in it: " rex tillerson ".
func spaced(name string) string { return " " + strings.Join(store.NameWords(name), " ") + " " }

// Speakers implements store.Store.
func (s *Store) Speakers(ctx context.Context, words string, page store.Page) (list []store.Speaker, next string, err error) {
	most, after, err := twoCursor(page.After)
	if err != nil {
		return nil, "", err
	}
	limit := limitOf(page)
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		where, args := `statements > 0 AND (statements, -seq) < (?, ?)`, []any{most, -after}
		if all := store.NameWords(words); len(all) > 0 {
			where += ` AND (key IN (SELECT value FROM json_each(?))`
			args = append(args, encode(ids.Named(all)))
			for i, w := range all {
				where += []string{` OR `, ` AND `}[min(i, 1)] + `instr(words, ?)`
				args = append(args, " "+w+" ")
			}
			where += `)`
		}
		rows, err := tx.QueryContext(ctx, speakerColumns+` WHERE `+where+` ORDER BY statements DESC, seq LIMIT ?`, append(args, limit+1)...)
		if err != nil {
			return err
		}
		if err := each(rows, func() error {
			if len(list) == limit {
				next = fmt.Sprintf("%d.%d", list[limit-1].Statements, after)
				return nil
			}
			var sp store.Speaker
			after, sp, err = scanSpeaker(rows)
			list = append(list, sp)
			return err
		}); err != nil {
			return err
		}
		for i := range list {
			if list[i].Also, err = alsoNamed(ctx, tx, ids, list[i].Key); err != nil {
				return err
			}
		}
		return nil
	})
	return list, next, err
}

const speakerColumns = `SELECT seq, key, name, kind, statements, documents, first, last,
	(SELECT coalesce(group_concat(title, char(10) ORDER BY n DESC, title), '') FROM role WHERE speaker = seq) FROM speaker`

func scanSpeaker(row interface{ Scan(...any) error }) (seq int64, sp store.Speaker, err error) {
	var roles string
	err = row.Scan(&seq, &sp.Key, &sp.Name, &sp.Kind, &sp.Statements, &sp.Documents, &sp.First, &sp.Last, &roles)
	if roles != "" {
		sp.Roles = strings.Split(roles, "\n")
	}
	return seq, sp, err
}

// owns is the condition that a relation's end is a speaker's.
func owns(column string) string {
	return `EXISTS(SELECT * FROM relation WHERE ` + column + ` IN (SELECT seq FROM speaker one WHERE one.seq = speaker.seq OR one.root = speaker.seq))`
}

// Speaker implements store.Store.
func (s *Store) Speaker(ctx context.Context, key string) (*store.Speaker, error) {
	var sp store.Speaker
	err := s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		row := tx.QueryRowContext(ctx, speakerColumns+` WHERE key = ? AND (statements > 0 OR `+owns("from_owner")+` OR `+owns("to_owner")+`)`, ids.Root(key))
		if _, sp, err = scanSpeaker(row); err != nil {
			return notFound(err, "speaker", key)
		}
		sp.Also, err = alsoNamed(ctx, tx, ids, sp.Key)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &sp, nil
}
