package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"onrecord"
)

// Who is who is decided by identifications, kept beside what the reader found.
// Resolve says what holds. It looks only at the identifications, so that the
// result does not depend on the order in which documents were added.
//
// Identifications hold in the order of their time. A merge says that what is
// Other by then is Key; a split, that what is Key by then is Other in some
// documents. One that was undone is passed over, as if it had never been made;
// one that says what holds already decides nothing. So merging is transitive,
// and there are no cycles: a key that leads to another leads nowhere else.

// An Identified is an identification with what it decides now.
type Identified struct {
	onrecord.Identification
	UndoneBy onrecord.IdentificationID // empty while it is not undone
	Idle     bool                      // it is not undone, and decides nothing: what it says holds without it
}

// Holds reports whether the identification decides something now.
func (i *Identified) Holds() bool { return i.UndoneBy == "" && !i.Idle && i.Kind != onrecord.Undone }

// Identities says which key holds for a name in a document. Where nothing was
// decided, and for nil, each name has its own.
type Identities struct {
	list   []Identified
	leads  map[string]lead
	splits map[onrecord.DocumentID][]split
	merged map[string][]string // of a key that stays the keys that lead to it, sorted
	byWord map[string][]string // of a word the keys that stay, of merged ones and of those split off, in whose names it is, sorted
}

// A lead is the key that another leads to, and from when on.
type lead struct {
	to string
	at int // index into Identities.list
}

// A split makes what is from something else.
type split struct {
	from, to string
	at       int
}

// Resolve says what holds after all identifications of a list, in any order.
func Resolve(all []onrecord.Identification) *Identities {
	ids := &Identities{leads: map[string]lead{}, splits: map[onrecord.DocumentID][]split{}}
	undone := map[onrecord.IdentificationID]onrecord.IdentificationID{}
	for _, i := range all {
		ids.list = append(ids.list, Identified{Identification: i})
	}
	slices.SortFunc(ids.list, func(a, b Identified) int { return cmp.Or(cmp.Compare(a.When, b.When), cmp.Compare(a.ID, b.ID)) })
	for i := range ids.list {
		if one := &ids.list[i]; one.Kind == onrecord.Undone && undone[one.Undoes] == "" {
			undone[one.Undoes] = one.ID
		}
	}
	for i := range ids.list {
		one := &ids.list[i]
		if one.UndoneBy = undone[one.ID]; one.UndoneBy == "" {
			one.Idle = !ids.decide(one, i)
		}
	}
	ids.group()
	return ids
}

// group fills in merged and byWord.
func (ids *Identities) group() {
	ids.merged, ids.byWord = map[string][]string{}, map[string][]string{}
	for _, key := range slices.Sorted(maps.Keys(ids.leads)) {
		root := ids.Root(key)
		ids.merged[root] = append(ids.merged[root], key)
	}
	named := map[string]bool{}
	for root := range ids.merged {
		named[root] = true
	}
	for _, list := range ids.splits {
		for _, s := range list {
			named[ids.Root(s.to)] = true
		}
	}
	for _, root := range slices.Sorted(maps.Keys(named)) {
		for w := range ids.words(root) {
			ids.byWord[w] = append(ids.byWord[w], root)
		}
	}
}

// words are those of the names of root and what leads to it.
func (ids *Identities) words(root string) map[string]bool {
	all := map[string]bool{}
	for _, key := range append([]string{root}, ids.merged[root]...) {
		_, name, _ := strings.Cut(key, ":")
		for _, w := range NameWords(name) {
			all[w] = true
		}
	}
	return all
}

// decide makes one hold, and reports whether that changes anything.
func (ids *Identities) decide(one *Identified, at int) bool {
	key, other := ids.Root(one.Key), ids.Root(one.Other)
	if one.Kind == onrecord.Undone {
		return true
	}
	if key == other {
		return false
	}
	if one.Kind == onrecord.Merged {
		ids.leads[other] = lead{key, at}
		return true
	}
	for _, doc := range one.Docs {
		ids.splits[doc] = append(ids.splits[doc], split{key, other, at})
	}
	return true
}

// Root is the key that stays of those that key was merged with.
func (ids *Identities) Root(key string) string {
	if ids == nil {
		return key
	}
	return ids.rootBefore(key, len(ids.list))
}

// rootBefore is the same before the identification at some index.
func (ids *Identities) rootBefore(key string, at int) string {
	for {
		next, ok := ids.leads[key]
		if !ok || next.at >= at {
			return key
		}
		key = next.to
	}
}

// Slot is the key of a name after the splits of its document, before merges.
// own is the KeyOf the name.
func (ids *Identities) Slot(own string, doc onrecord.DocumentID) string {
	if ids == nil {
		return own
	}
	for _, s := range ids.splits[doc] {
		if ids.rootBefore(own, s.at) == s.from {
			own = s.to
		}
	}
	return own
}

// Of is the key that holds for a name in a document.
func (ids *Identities) Of(own string, doc onrecord.DocumentID) string {
	return ids.Root(ids.Slot(own, doc))
}

// List returns the identifications in the order in which they hold.
func (ids *Identities) List() []Identified {
	if ids == nil {
		return nil
	}
	return ids.list
}

// Merged lists the keys that lead to a key that stays, sorted.
func (ids *Identities) Merged(root string) []string {
	if ids == nil {
		return nil
	}
	return ids.merged[root]
}

// Named lists the keys in whose names all of words stand, each in any of them, of
// those that others lead to or that a split made; sorted.
func (ids *Identities) Named(words []string) (out []string) {
	if ids == nil || len(words) == 0 {
		return nil
	}
	for _, root := range ids.byWord[words[0]] {
		all := ids.words(root)
		if !slices.ContainsFunc(words, func(w string) bool { return !all[w] }) {
			out = append(out, root)
		}
	}
	return out
}

// Leading lists the keys that lead to another, sorted.
func (ids *Identities) Leading() []string { return slices.Sorted(maps.Keys(ids.leads)) }

// Splitting lists the documents of splits that hold, sorted.
func (ids *Identities) Splitting() []onrecord.DocumentID {
	return slices.Sorted(maps.Keys(ids.splits))
}

// Apart says what evidence does not decide again, as pairs of keys that stay now:
// two are those that people said are two, by undoing a merge or since a split
// holds; one are those of a name and of what a split that was undone called it.
func Apart(list []Identified) (two, one [][2]string) {
	all := make([]onrecord.Identification, len(list))
	for i := range list {
		all[i] = list[i].Identification
	}
	ids := Resolve(all)
	for _, i := range list {
		pair := [2]string{ids.Root(i.Key), ids.Root(i.Other)}
		switch {
		case i.Kind == onrecord.Split && i.UndoneBy != "":
			one = append(one, pair)
		case i.Kind == onrecord.Split || i.Kind == onrecord.Merged && i.UndoneBy != "":
			two = append(two, pair)
		}
	}
	return two, one
}

// About returns the identifications that have to do with a key: that name it
// or a key that leads where it leads, and those that undo them.
func (ids *Identities) About(key string) []Identified {
	var out []Identified
	root, touched := ids.Root(key), map[onrecord.IdentificationID]bool{}
	near := func(k string) bool { return k == key || ids.Root(k) == root }
	for _, one := range ids.List() {
		if one.Kind != onrecord.Undone && (near(one.Key) || near(one.Other)) {
			touched[one.ID] = true
		}
	}
	for _, one := range ids.List() {
		if touched[one.ID] || touched[one.Undoes] {
			out = append(out, one)
		}
	}
	return out
}
