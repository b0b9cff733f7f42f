package relation

import (
	"slices"
	"strings"
	"sync"

	"onrecord"
)

// none stands for no token, statement or entity.
const none = -1

// Bounds that keep the work linear in any text.
const (
	maxSpan     = 400 // tokens of one source, cue, content or name that are looked at
	maxChildren = 64  // dependents of one token
	reach       = 120 // tokens from a verb to a statement beside it
)

// A view is what the rules see of one Reading: of each token its word, its
// sentence, the statement it is in and the entity it names.
type view struct {
	r        *onrecord.Reading
	low      []string // words in lower case
	sentence []int32
	cue      []int32 // statement whose cue holds the token, or none
	content  []int32
	source   []int32
	mention  []int32 // entity, or none
	start    []int32 // first token of the mention that holds the token
	child    []int32 // first dependent; the others follow through next
	next     []int32
	byID     map[onrecord.EntityID]int32
	male     []int32                      // of an entity: times "he" and "Mr." name it, less "she" and "Ms."
	spoken   []int32                      // statements, grouped by speaker
	groups   []int32                      // of an entity, where its group in spoken ends
	ids      map[onrecord.StatementID]int // made when it is first asked
	titles   map[string]title             // by last word, made when it is first asked
	surnames map[string]onrecord.EntityID // people by last name, made when it is first asked
	inAnswer map[int]bool                 // statements that answer one
	found    []onrecord.Relation
	columns  []int32 // what holds the slices of numbers above
}

// views are kept for the next Reading: to make their slices anew was half of
// the time.
var views = sync.Pool{New: func() any { return new(view) }}

// newView is what is seen of r; whoever takes one gives it back by release.
func newView(r *onrecord.Reading) *view {
	v := views.Get().(*view)
	old := *v
	n, e := len(r.Tokens), len(r.Entities)
	*v = view{r: r, low: slices.Grow(old.low[:0], n), byID: make(map[onrecord.EntityID]int32, e)}
	v.columns = slices.Grow(old.columns[:0], 8*n+2*e+len(r.Statements))
	for i, column := range []*[]int32{&v.sentence, &v.cue, &v.content, &v.source, &v.mention, &v.start, &v.child, &v.next} {
		*column = v.columns[i*n : (i+1)*n : (i+1)*n]
		for k := range *column {
			(*column)[k] = none
		}
	}
	rest := v.columns[8*n : 8*n+2*e+len(r.Statements)]
	clear(rest)
	v.male, v.groups, v.spoken = rest[:e], rest[e:2*e], rest[2*e:]
	for i := range r.Tokens {
		v.low = append(v.low, strings.ToLower(r.Tokens[i].In(r.Doc.Text)))
	}
	v.trees()
	v.statements()
	v.entities()
	v.speakers()
	return v
}

// release gives v back, without what it saw.
func (v *view) release() {
	clear(v.low)
	*v = view{low: v.low, columns: v.columns}
	views.Put(v)
}
