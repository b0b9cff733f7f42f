package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode"

	"onrecord/store"
)

// deepest is how deep a question may be nested.
const deepest = 40

// nothing is a mark that no statement has.
const nothing = markSign + "nothing0"

// match turns a question into one of FTS5's.
func match(ctx context.Context, tx *sql.Tx, ids *store.Identities, e store.Expr) (string, error) {
	return (&matcher{ctx, tx, ids}).expr(e, 0)
}

type matcher struct {
	ctx context.Context
	tx  *sql.Tx
	ids *store.Identities
}

func (m *matcher) expr(e store.Expr, depth int) (string, error) {
	if depth > deepest {
		return "", fmt.Errorf("nested more than %d deep: %w", deepest, store.ErrQuestion)
	}
	switch e.Op {
	case "":
		return m.leaf(e)
	case store.And:
		return m.and(e.Args, depth)
	case store.Or:
		return m.or(e.Args, depth)
	case store.Not:
		if len(e.Args) == 1 {
			return m.and([]store.Expr{e}, depth)
		}
	}
	return "", fmt.Errorf("operator %q with %d arguments: %w", e.Op, len(e.Args), store.ErrQuestion)
}

// and puts what must not be there last, as FTS5 wants it.
func (m *matcher) and(args []store.Expr, depth int) (string, error) {
	var with, without []string
	for _, arg := range args {
		list := &with
		if arg.Op == store.Not && len(arg.Args) == 1 {
			arg, list = arg.Args[0], &without
		}
		q, err := m.expr(arg, depth+1)
		if err != nil {
			return "", err
		}
		*list = append(*list, q)
	}
	q := everything
	if len(with) > 0 {
		q = group(with, " AND ")
	}
	if len(without) > 0 {
		q = "(" + q + " NOT " + group(without, " OR ") + ")"
	}
	return q, nil
}

func (m *matcher) or(args []store.Expr, depth int) (string, error) {
	var any []string
	for _, arg := range args {
		q, err := m.expr(arg, depth+1)
		if err != nil {
			return "", err
		}
		any = append(any, q)
	}
	return group(any, " OR "), nil
}

func group(qs []string, op string) string {
	switch len(qs) {
	case 0:
		return nothing
	case 1:
		return qs[0]
	}
	return "(" + strings.Join(qs, op) + ")"
}

func (m *matcher) leaf(e store.Expr) (string, error) {
	switch e.Field {
	case "":
		return everything, nil
	case store.Words:
		return group(phrases(strings.Fields(e.Text)), " AND "), nil
	case store.Phrase:
		return group(phrases([]string{e.Text}), " AND "), nil
	case store.SpeakerIs:
		return m.speaker(e.Text)
	case store.KeyIs:
		return m.key(e.Text)
	case store.OutletIs:
		if e.Text == "" {
			return mark("u", "none"), nil
		}
		return group(wordMarks("o", e.Text), " AND "), nil
	case store.KindIs:
		return mark("k", e.Text), nil
	case store.ActIs:
		return mark("a", e.Text), nil
	case store.AnonIs:
		return mark("x", e.Text), nil
	case store.RoleIs:
		return words("r", e.Text), nil
	case store.ViaIs:
		return words("h", e.Text), nil
	case store.ToIs:
		return words("b", e.Text), nil
	case store.RelationIs:
		return mark("e", e.Text), nil
	case store.DocIs:
		return mark("d", e.Text), nil
	case store.SaidIn:
		return when("t", e), nil
	case store.PrintedIn:
		return when("p", e), nil
	}
	return "", fmt.Errorf("no field %q: %w", e.Field, store.ErrQuestion)
}

// words asks for the words of a field; no word, for statements without it.
func words(prefix, text string) string {
	if text == "" {
		return "(" + everything + " NOT " + mark(prefix, "") + ")"
	}
	return group(wordMarks(prefix, text), " AND ")
}

func when(prefix string, e store.Expr) string {
	if e.Text == store.Unknown {
		return markSign + prefix + "0"
	}
	return group(overlap(prefix, e.From, e.Until), " OR ")
}

// speaker asks for the words of a name, also where the same speaker is printed
// under another.
func (m *matcher) speaker(text string) (string, error) {
	any := []string{group(wordMarks("n", text), " AND ")}
	for _, root := range m.ids.Named(store.NameWords(text)) {
		seqs, err := members(m.ctx, m.tx, m.ids, root)
		if err != nil {
			return "", err
		}
		any = append(any, speakerMarks(seqs)...)
	}
	return group(any, " OR "), nil
}

func (m *matcher) key(key string) (string, error) {
	if key == "" {
		return speakerMark(0), nil
	}
	seqs, err := members(m.ctx, m.tx, m.ids, key)
	return group(speakerMarks(seqs), " OR "), err
}

// phrases quotes texts for FTS5. NUL ends a query early and the mark's sign is
// ours, so both go; a text without a letter or digit is found nowhere.
func phrases(texts []string) []string {
	var out []string
	for _, t := range texts {
		t = strings.Map(func(r rune) rune {
			if r == 0 || r == '\uE000' {
				return ' '
			}
			return r
		}, strings.ToValidUTF8(t, " "))
		if strings.IndexFunc(t, isWord) < 0 {
			return []string{nothing}
		}
		out = append(out, `"`+strings.ReplaceAll(t, `"`, `""`)+`"`)
	}
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// asks reports whether e looks for words in the text.
func asks(e store.Expr) bool {
	if e.Op == "" {
		return e.Field == store.Words || e.Field == store.Phrase
	}
	for _, arg := range e.Args {
		if asks(arg) {
			return true
		}
	}
	return false
}
