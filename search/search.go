// Package search is the query language: what a person types into the search
// box, read into a question to the store and printed back in one form.
//
// What is promised: Parse never panics and never guesses, it says where it
// stopped and what to do; Parse of a Query's String gives that Query again.
// docs/query.md describes the language for its users.
package search

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// A Query is a parsed question. The zero Query asks for everything.
type Query struct{ root store.Expr }

// of makes a Query of a question in the form that Parse gives it.
func of(e store.Expr) Query { return Query{e} }

// Expr is the question as the store takes it.
func (q Query) Expr() store.Expr { return q.root }

// IsZero reports whether q asks for everything.
func (q Query) IsZero() bool { return q.root.Op == "" && q.root.Field == "" }

// Terms lists the conditions of q that must all hold, each in canonical form:
// `-speaker:trump`.
func (q Query) Terms() []string {
	var out []string
	for _, e := range q.parts() {
		out = append(out, format(e, q.root.Op == store.And))
	}
	return out
}

// Without is q less its term number i.
func (q Query) Without(i int) Query {
	parts := q.parts()
	if i < 0 || i >= len(parts) {
		return q
	}
	return of(join(store.And, slices.Delete(slices.Clone(parts), i, i+1)))
}

// With is q and one condition more, unless q has it. The value is one that a
// facet counts, "" for unknown; a value that its field cannot have is found
// nowhere.
func (q Query) With(field store.Field, value string) Query {
	e, ok := unknown(field)
	if value != "" || !ok {
		var err error
		if e, err = leaf(field, value, false); err != nil {
			e = store.Expr{Field: store.DocIs, Text: "none"}
		}
	}
	for _, p := range q.parts() {
		if format(p, true) == format(e, true) {
			return q
		}
	}
	return q.And(of(e))
}

// And is the query that asks for both.
func (q Query) And(other Query) Query {
	return of(join(store.And, append(slices.Clone(q.parts()), other.parts()...)))
}

// parts are the arguments of the outermost "and".
func (q Query) parts() []store.Expr {
	switch {
	case q.IsZero():
		return nil
	case q.root.Op == store.And:
		return q.root.Args
	}
	return []store.Expr{q.root}
}

// String is the canonical form.
func (q Query) String() string {
	if q.IsZero() {
		return ""
	}
	return format(q.root, false)
}

// format prints e; inner says that e is an argument of "and" or "not".
func format(e store.Expr, inner bool) string {
	switch e.Op {
	case store.Not:
		return "-" + formatNot(e.Args[0])
	case store.And:
		return formatAll(e.Args, " ", true)
	case store.Or:
		s := formatAll(e.Args, " OR ", false)
		if inner {
			return "(" + s + ")"
		}
		return s
	}
	switch e.Field {
	case store.Words:
		return e.Text
	case store.Phrase:
		return `"` + e.Text + `"`
	}
	return name(e) + ":" + quoted(e)
}

func formatNot(e store.Expr) string {
	if e.Op == store.And {
		return "(" + format(e, false) + ")"
	}
	return format(e, true)
}

func formatAll(args []store.Expr, sep string, inner bool) string {
	out := make([]string, len(args))
	for i, arg := range args {
		out[i] = format(arg, inner)
	}
	return strings.Join(out, sep)
}

// name is the field as it is written; an unknown speaker has no key, and is
// written as one of the field speaker.
func name(e store.Expr) string {
	if e.Field == store.KeyIs && e.Text == "" {
		return string(store.SpeakerIs)
	}
	return string(e.Field)
}

// value is what stands after the colon.
func value(e store.Expr) string {
	switch e.Field {
	case store.SaidIn, store.PrintedIn:
		if e.Text != "" {
			return e.Text
		}
		return formatDays(e.From, e.Until)
	case store.KeyIs, store.OutletIs, store.RoleIs, store.ViaIs, store.ToIs:
		if e.Text == "" {
			return store.Unknown
		}
	}
	return e.Text
}

// quoted is the value with quotation marks where it needs them.
func quoted(e store.Expr) string {
	v := value(e)
	isName := slices.Contains([]store.Field{store.SpeakerIs, store.KeyIs, store.OutletIs, store.RoleIs, store.ViaIs, store.ToIs}, e.Field)
	if strings.ContainsAny(v, " ()") || isName && e.Text == store.Unknown {
		return `"` + v + `"`
	}
	return v
}

// join makes one expression of many; arguments of the same kind are drawn in.
func join(op store.Op, args []store.Expr) store.Expr {
	var flat []store.Expr
	for _, arg := range args {
		if arg.Op == op {
			flat = append(flat, arg.Args...)
		} else {
			flat = append(flat, arg)
		}
	}
	switch len(flat) {
	case 0:
		return store.Expr{}
	case 1:
		return flat[0]
	}
	return store.Expr{Op: op, Args: flat}
}

// not turns e around; twice is not at all.
func not(e store.Expr) store.Expr {
	if e.Op == store.Not {
		return e.Args[0]
	}
	return store.Expr{Op: store.Not, Args: []store.Expr{e}}
}

// Kinds, Acts, Anonymities and Relations are the values that kind:, act:, anon:
// and relation: take; relation: also takes store.Any.
var (
	Kinds       = texts(onrecord.Direct, onrecord.Indirect, onrecord.Mixed, onrecord.Reported)
	Acts        = texts(onrecord.Asserted, onrecord.Denied, onrecord.Declined, onrecord.Asked, onrecord.Promised, onrecord.Demanded, onrecord.Threatened, onrecord.Conditional, onrecord.NotSaid)
	Anonymities = texts(onrecord.Named, onrecord.Spokesperson, onrecord.TitleOnly, onrecord.Collective, onrecord.Unnamed, onrecord.Documentary)
	Relations   = texts(onrecord.Repeats, onrecord.Elaborates, onrecord.Qualifies, onrecord.Reverses, onrecord.WalksBack, onrecord.Contradicts, onrecord.Denies, onrecord.Rejects,
		onrecord.Criticises, onrecord.Endorses, onrecord.Confirms, onrecord.RespondsTo, onrecord.Relays, onrecord.Recalls, onrecord.AboutEvent, onrecord.AfterEvent)
)

func texts[T ~string](values ...T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
