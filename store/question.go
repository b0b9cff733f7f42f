package store

import "onrecord"

// A Field is what a Leaf of a question looks at.
type Field string

// The fields. Words and Phrase look at content, source and cue by full text;
// the others compare: names by whole words ignoring case, times by overlap. Of
// a time with one open end only the day at the other counts.
const (
	Words      Field = "words"
	Phrase     Field = "phrase"
	SpeakerIs  Field = "speaker"   // Text: words that all stand in the speaker's name
	KeyIs      Field = "key"       // Text: exactly this Speaker.Key; "" is unknown
	OutletIs   Field = "outlet"    // Text: words of the outlet's name; "" is unknown
	KindIs     Field = "kind"      // Text: an onrecord.Kind
	ActIs      Field = "act"       // Text: an onrecord.Act
	AnonIs     Field = "anon"      // Text: an onrecord.Anonymity
	RoleIs     Field = "role"      // Text: words that all stand in the role that the article gives; "" is none given
	ViaIs      Field = "via"       // Text: words that all are an onrecord.HopKind or stand in a hop's name; "" is no hop
	ToIs       Field = "to"        // Text: words of the addressee; "" is none given
	RelationIs Field = "relation"  // Text: an onrecord.RelationKind that it is an end of, or Any
	SaidIn     Field = "said"      // From, Until: overlaps the time of saying; Text Unknown: no time known
	PrintedIn  Field = "published" // From, Until: overlaps the time of printing; Text Unknown: no time known
	DocIs      Field = "document"  // Text: a DocumentID
)

// Unknown is the Text of a SaidIn or PrintedIn leaf that asks for statements
// whose time is unknown: that has neither a first nor a last day. An unknown
// time overlaps no interval.
const Unknown = "unknown"

// Any is the Text of a RelationIs leaf that asks for the ends of relations of
// all kinds.
const Any = "any"

// An Op joins expressions.
type Op string

// The operators. A zero Op is a leaf.
const (
	And Op = "and"
	Or  Op = "or"
	Not Op = "not" // one argument
)

// An Expr is a question as a tree. The zero Expr matches everything.
type Expr struct {
	Op   Op
	Args []Expr

	Field       Field
	Text        string
	From, Until onrecord.Day // half-open, empty where open
}

// An Order says which hits come first.
type Order string

// The orders. Newest and Oldest go by time of saying (its first day, or its
// last where the first is open), then of publication, then by the order of
// adding; a statement whose time of saying is unknown comes last. Best ranks
// the newest 5,000 hits when there are more, and is Newest where no word is
// asked for.
const (
	Newest Order = "newest" // the default
	Oldest Order = "oldest"
	Best   Order = "best" // BM25
)

// A Page is a part of a list: at most Limit rows after the cursor After.
type Page struct {
	Limit int    // 0: 20
	After string // as returned; empty for the first
}

// A Find is a question.
type Find struct {
	Where  Expr
	Order  Order
	Facets bool  // count them too
	Added  int64 // only of documents added after this Watching.Mark; 0: all
	Page
}

// A Result answers a Find. Counting stops at a number that the engine chooses,
// so that a common word costs no more than a rare one, and the result says so.
type Result struct {
	Hits    []Hit
	Total   int
	AtLeast bool   // there are more hits than Total
	Next    string // cursor of the next page, empty at the end
	Facets  []Facet
	Counted int // the facets count the newest Counted hits; Total when all
}

// A Facet counts the hits by the values of one field: speaker, outlet, kind,
// act, anonymity, kind of relation (a hit may be the end of several, or of
// none; where all are of none it is left out), and year of saying ("said").
type Facet struct {
	Field  Field
	Values []Count // most first, at most 12
	More   int     // values left out
}

// A Count is one value of a facet.
type Count struct {
	Value string // as Expr.Text takes it; for said a year, "" when unknown
	Label string // to show
	N     int
}
