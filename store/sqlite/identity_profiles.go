package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// Profiles implements store.Store. Of a whole record it reads which rows speak
// in which document, then each document's entities once.
func (s *Store) Profiles(ctx context.Context, keys ...string) (list []onrecord.Profile, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		p := &profiler{ctx: ctx, tx: tx, ids: ids, profiles: map[string]*onrecord.Profile{}, interned: map[string]string{}}
		if len(keys) > 0 {
			p.wanted = map[string]bool{}
		}
		for _, key := range keys {
			p.wanted[ids.Root(key)] = true
		}
		list, err = p.all()
		return err
	})
	return list, err
}

type profiler struct {
	ctx      context.Context
	tx       *sql.Tx
	ids      *store.Identities
	wanted   map[string]bool // keys that stay; nil for all
	profiles map[string]*onrecord.Profile
	interned map[string]string
}

// A speaking is a key that speaks in a document, as a split of it has it.
type speaking struct {
	key string
	n   int
}

func (p *profiler) all() ([]onrecord.Profile, error) {
	speaking, err := p.speaking()
	if err != nil {
		return nil, err
	}
	query, args := `SELECT seq, id, outlet, published, entities FROM document WHERE current ORDER BY id`, []any(nil)
	if p.wanted != nil {
		query = `SELECT seq, id, outlet, published, entities FROM document WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY id`
		args = append(args, encode(slices.Sorted(maps.Keys(speaking))))
	}
	outlets, err := p.outlets()
	if err != nil {
		return nil, err
	}
	rows, err := p.tx.QueryContext(p.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	if err := each(rows, func() error {
		var seq, outlet int64
		var entities string
		a := onrecord.Appearance{}
		if err := rows.Scan(&seq, &a.Doc, &outlet, &a.Printed, &entities); err != nil {
			return err
		}
		a.Outlet = outlets[outlet]
		return p.document(a, entities, speaking[seq])
	}); err != nil {
		return nil, err
	}
	return p.list()
}

// speaking says which keys speak in which document.
func (p *profiler) speaking() (map[int64][]speaking, error) {
	query, args := `SELECT at >> 20, sp.key, count(*) FROM statement JOIN speaker sp ON sp.seq = speaker GROUP BY 1, 2 ORDER BY 1, 2`, []any(nil)
	if p.wanted != nil {
		var seqs []int64
		for key := range p.wanted {
			more, err := members(p.ctx, p.tx, p.ids, key)
			if err != nil {
				return nil, err
			}
			seqs = append(seqs, more...)
		}
		query = `SELECT at >> 20, sp.key, count(*) FROM (SELECT rowid AS found FROM words WHERE words MATCH ?)
			JOIN statement ON place = found JOIN speaker sp ON sp.seq = speaker GROUP BY 1, 2 ORDER BY 1, 2`
		args = append(args, group(speakerMarks(seqs), " OR "))
	}
	rows, err := p.tx.QueryContext(p.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	out := map[int64][]speaking{}
	err = each(rows, func() error {
		var doc int64
		var one speaking
		err := rows.Scan(&doc, &one.key, &one.n)
		out[doc] = append(out[doc], one)
		return err
	})
	return out, err
}

func (p *profiler) outlets() (map[int64]string, error) {
	rows, err := p.tx.QueryContext(p.ctx, `SELECT seq, name FROM outlet`)
	if err != nil {
		return nil, err
	}
	out := map[int64]string{}
	err = each(rows, func() error {
		var seq int64
		var name string
		err := rows.Scan(&seq, &name)
		out[seq] = name
		return err
	})
	return out, err
}

// nameOnly is of an entity what a profile needs.
type nameOnly struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Roles []role `json:"roles"`
}

// document adds the appearances in one document.
func (p *profiler) document(a onrecord.Appearance, text string, speaks []speaking) error {
	var entities []nameOnly
	if err := json.Unmarshal([]byte(text), &entities); err != nil {
		return err
	}
	bySlot := map[string]*onrecord.Appearance{}
	var with []string
	for _, e := range entities {
		kind := onrecord.EntityKind(e.Kind)
		own := p.intern(store.KeyOf(kind, e.Name))
		slot := p.ids.Slot(own, a.Doc)
		if kind == onrecord.Person || kind == onrecord.Organisation || kind == onrecord.Country {
			with = append(with, p.intern(p.ids.Root(slot)))
		}
		one := bySlot[slot]
		if one == nil {
			one = &onrecord.Appearance{Doc: a.Doc, Own: own, Name: e.Name, Outlet: a.Outlet, Printed: a.Printed}
			bySlot[slot] = one
		}
		for _, r := range e.Roles {
			one.Roles = append(one.Roles, onrecord.Role{Title: p.intern(r.Title), Organisation: p.intern(r.Organisation)})
		}
	}
	slices.Sort(with)
	with = slices.Compact(with)
	for _, sp := range speaks {
		key := p.ids.Root(sp.key)
		one := bySlot[sp.key]
		if one == nil || p.wanted != nil && !p.wanted[key] {
			continue
		}
		one.Statements, one.With = sp.n, with
		p.profile(key).Appearances = append(p.profile(key).Appearances, *one)
	}
	return nil
}

func (p *profiler) profile(key string) *onrecord.Profile {
	if p.profiles[key] == nil {
		kind, _, _ := strings.Cut(key, ":")
		p.profiles[key] = &onrecord.Profile{Key: key, Kind: onrecord.EntityKind(kind)}
	}
	return p.profiles[key]
}

func (p *profiler) list() (out []onrecord.Profile, err error) {
	for _, key := range slices.Sorted(maps.Keys(p.profiles)) {
		one := p.profiles[key]
		if one.Name, _, err = nameOf(p.ctx, p.tx, key); err != nil {
			return nil, err
		}
		slices.SortFunc(one.Appearances, func(a, b onrecord.Appearance) int {
			return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Own, b.Own))
		})
		out = append(out, *one)
	}
	return out, nil
}

func (p *profiler) intern(s string) string {
	if kept, ok := p.interned[s]; ok {
		return kept
	}
	p.interned[s] = s
	return s
}
