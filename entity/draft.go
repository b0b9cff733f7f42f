package entity

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// A draft is a Reading seen as tokens, and what is known of its entities so
// far. Beings are named by their index.
type draft struct {
	r        *onrecord.Reading
	text     string
	low      []string // the words of the tokens, in lower case
	upper    []bool   // token begins with a capital letter
	quoted   []bool   // token stands between quotation marks
	content  []bool   // token stands in the content of a statement
	sentence []int    // of a token
	breaks   []int    // tokens that begin a break between reports

	mentions []mention // of names, in order
	beings   []being
	byLast   map[string][]int // last name, in lower case: people
	byFirst  map[string][]int
	byName   map[string]int   // institutions and places
	byEdge   map[string][]int // institutions of several words, by their first and their last
	byHead   map[string]int   // the last unnamed source with this noun
	the      map[string]int   // the first token of this title after "the"; nil until needed

	turns   map[int]nameSpan // the name of a transcript's turn that begins at this token
	order   []int            // statements by the place of their source
	sources []source         // of statements, as resolved; by statement
	recent  []seen           // who was spoken of, in order
	scored  []candidate      // memory of the last spokenOf
	counts  []int            // mentions of each being that has a name
	next    int              // first mention not yet in recent
	hes     []int            // tokens that say he or she, outside quotation marks
	nextHe  int              // first of them not yet in recent
}

// A mention is a name in the text.
type mention struct {
	first, end  int    // tokens, without title
	title       int    // first token of the title before it; first when none
	honorific   string // "mr.", "sen."; empty when none
	kind        onrecord.EntityKind
	parts       []string // the words of the name in lower case
	who         int      // being, none when not known
	others      []int    // who it could be
	protagonist bool     // who was decided by who the article is about
	namesake    bool     // who was decided by who was named before
}

const none = -1

// A being is an entity in the making.
type being struct {
	kind     onrecord.EntityKind
	name     string
	parts    []string // of a person's name, in lower case, without Jr.
	junior   string   // "jr.", "sr.", "iii"
	gender   byte     // 'm', 'f', 0 when not known
	first    int      // token of the first mention
	mentions []onrecord.Span
	roles    []onrecord.Role
	titles   []string        // heads of the roles, in lower case, with their modifiers
	unnamed  bool            // known by a description only
	human    bool            // one person who is described
	pool     map[string]bool // the words of the titles, as of pooled titles
	pooled   int
	fields   [][]string // the words of each title, as far as they were needed
}

// A source is who a statement's source was found to be.
type source struct {
	who     int
	others  []int
	form    string // "name", "pronoun", "role" …
	why     string
	head    int  // token, none when there is no source
	epithet bool // a description that may be of somebody named
	sure    bool // nobody else was in view
	sieve   sieve
	lead    float64 // over the next candidate, 0 when the sieve does not compare
}

// A seen is a mention in the order of the text, pronouns among them.
type seen struct {
	who        int
	others     []int // who it could be, when who is none
	token      int
	pronoun    bool
	subject    bool
	introduced bool // by the full name, for the first time
	said       bool // it was the source of a statement
	content    bool // it stands in the content of a statement
	owner      bool // it is a possessive
	topic      bool // and begins the sentence
	epithet    bool // a description that may be of somebody named
	open       bool // a source that stayed unknown
}

func newDraft(r *onrecord.Reading) *draft {
	d := &draft{
		r: r, text: r.Doc.Text,
		low: make([]string, len(r.Tokens)), upper: make([]bool, len(r.Tokens)), quoted: make([]bool, len(r.Tokens)), sentence: make([]int, len(r.Tokens)),
		byLast: map[string][]int{}, byFirst: map[string][]int{}, byName: map[string]int{}, byEdge: map[string][]int{}, byHead: map[string]int{},
		recent:  make([]seen, 0, maxSeen),
		sources: make([]source, len(r.Statements)), mentions: make([]mention, 0, len(r.Tokens)/12),
	}
	d.readWords()
	for n, st := range r.Sentences {
		for i := max(st.First, 0); i < min(st.End, len(d.sentence)); i++ {
			d.sentence[i] = n
		}
	}
	for _, q := range r.Quotations {
		if q.Depth == 0 {
			first, end := d.tokens(q.Span)
			for i := first; i < end; i++ {
				d.quoted[i] = true
			}
		}
	}
	d.content = d.contents()
	d.breaks = d.findBreaks()
	d.hes = d.thirdPersons()
	d.order = make([]int, len(r.Statements))
	for i := range d.order {
		d.order[i] = i
	}
	slices.SortStableFunc(d.order, func(a, b int) int { return cmp.Compare(d.where(a), d.where(b)) })
	return d
}

// readWords fills low and upper. ASCII is lowered once for the whole text, which
// leaves every word where it is.
func (d *draft) readWords() {
	b := []byte(d.text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	low := string(b)
	for i := range d.low {
		w := d.word(i)
		if d.low[i] = d.r.Tokens[i].In(low); !ascii(w) {
			d.low[i] = strings.ToLower(w)
		}
		d.upper[i] = beginsUpper(w)
	}
}

func ascii(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			return false
		}
	}
	return true
}

// contents marks the tokens of all contents, in time linear in both.
func (d *draft) contents() []bool {
	edges := make([]int32, len(d.low)+1)
	for i := range d.r.Statements {
		for _, c := range d.r.Statements[i].Content {
			first, end := d.edges(c)
			edges[first]++
			edges[end]--
		}
	}
	inside, depth := make([]bool, len(d.low)), int32(0)
	for i := range inside {
		depth += edges[i]
		inside[i] = depth > 0
	}
	return inside
}

// where is the byte by which statements are read in order.
func (d *draft) where(i int) int {
	st := &d.r.Statements[i]
	switch {
	case !st.Source.IsZero():
		return st.Source.Start
	case !st.Cue.IsZero():
		return st.Cue.Start
	case len(st.Content) > 0:
		return st.Content[0].Start
	}
	return 0
}
