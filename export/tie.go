package export

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord"
)

// A Tie is a relation as it is seen from one of its ends, in words. Its parts
// are empty where the article says nothing of the kind.
type Tie struct {
	Kind  onrecord.RelationKind
	From  bool // seen from the end it goes from
	Other Other
	Cue   string // the words that say so
	Hedge string
	By    string // who says so, empty for whoever tells the story
	Basis onrecord.Basis
}

// An Other is the end that a Tie leads to.
type Other struct {
	Is     string // as onrecord.End.Is says
	Number int    // of a statement, where statements are numbered
	Owner  string // whose it is, or who is meant; empty when unknown
	Noun   string // of a placeholder: "remark"
	Words  string // of a statement its content, else the words that name the end
	About  string
	Said   onrecord.Claimed // as far as words say it
	Found  string           // what a record found a placeholder to mean; empty for nothing
}

// String is the tie in one line: "→ walks back “his remarks of Tuesday”
// (placeholder: remark of Ann Lee, 2017-12-12) · “walked back”".
func (t Tie) String() string {
	arrow := "← "
	if t.From {
		arrow = "→ "
	}
	return strings.Join(append([]string{arrow + RelationWords(t.Kind, t.From) + " " + t.Other.String()}, t.Evidence()...), " · ")
}

// Evidence is what says so, who and how plainly.
func (t Tie) Evidence() (out []string) {
	if t.Cue != "" {
		out = append(out, "“"+t.Cue+"”")
	}
	if t.Hedge != "" {
		out = append(out, "hedged: “"+t.Hedge+"”")
	}
	if t.By != "" {
		out = append(out, "as "+t.By+" says")
	}
	if t.Basis != onrecord.Stated && t.Basis != "" {
		out = append(out, string(t.Basis))
	}
	return out
}

// String names the end.
func (o Other) String() string {
	switch o.Is {
	case "statement":
		who := o.Owner
		if who == "" {
			who = "speaker unknown"
		}
		if o.Number > 0 {
			who = strconv.Itoa(o.Number) + ", " + who
		}
		if !o.Said.IsZero() {
			who += ", " + When(o.Said)
		}
		return who + ": " + o.Words
	case "placeholder":
		what := "(placeholder: " + o.Meant() + ")"
		if o.Found != "" {
			what = "(" + o.Meant() + ": " + o.Found + ")"
		}
		if o.Words == "" {
			return what
		}
		return "“" + o.Words + "” " + what
	case "entity":
		return o.Owner
	}
	return "“" + o.Words + "”"
}

// Meant says which statement a placeholder stands for: "remark of Ann Lee,
// 2017-12-12, about “the ferry”".
func (o Other) Meant() string {
	out := o.Noun + " of an unknown speaker"
	if o.Owner != "" {
		out = o.Noun + " of " + o.Owner
	}
	if !o.Said.IsZero() {
		out += ", " + When(o.Said)
	}
	if o.About != "" && o.About != o.Words {
		out += ", about “" + o.About + "”"
	}
	return out
}

// Other names the end e of a relation of this article.
func (a *Article) Other(e *onrecord.End) Other {
	o := Other{Is: e.Is(), Noun: e.Noun, Words: e.Words.In(a.r.Doc.Text), About: e.About.In(a.r.Doc.Text)}
	owner, said := e.Owner, e.Said
	if st := a.statements[e.Statement]; st != nil {
		owner, said = st.Speaker, st.Said
		o.Words = InShort(st.Kind, opening(a.r.Doc.Text, st.Content), st.Cue.In(a.r.Doc.Text))
	}
	if s := a.speaker(owner); s != nil {
		o.Owner = s.Name
	}
	o.Said = Stated(said)
	return o
}

// Stated is a time as far as words say it.
func Stated(c onrecord.Claimed) onrecord.Claimed {
	if c.Basis == "inferred" {
		return onrecord.Claimed{}
	}
	return c
}

const inTie = 60 // bytes of a statement that a tie leads to

// opening joins the pieces of a content that can show in a tie: many relations
// may lead to one long content.
func opening(text string, spans []onrecord.Span) string {
	n := 0
	for i, s := range spans {
		if n += s.Len(); n > enough {
			return Join(text, spans[:i+1])
		}
	}
	return Join(text, spans)
}

const enough = 8 * inTie // bytes to look at, white space counted

// InShort is the beginning of a statement's words, or its cue where it has none.
func InShort(kind onrecord.Kind, content, cue string) string {
	if content == "" {
		return cue
	}
	return SaidWords(kind, shorten(content, inTie))
}

// shorten cuts words at the last space before longest bytes, and says so.
func shorten(words string, longest int) string {
	more := ""
	if len(words) > enough {
		words, more = strings.ToValidUTF8(words[:enough], ""), " …"
	}
	words = strings.Join(strings.Fields(words), " ")
	if len(words) <= longest {
		return words + more
	}
	cut := longest
	for cut > 0 && !utf8.RuneStart(words[cut]) {
		cut--
	}
	if space := strings.LastIndexByte(words[:cut], ' '); space > longest/2 {
		cut = space
	}
	return words[:cut] + " …"
}
