package export

import (
	"strconv"
	"strings"

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
	Said   string // when
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
		return who + ": " + o.Words
	case "placeholder":
		if o.Words == "" {
			return "(placeholder: " + o.Meant() + ")"
		}
		return "“" + o.Words + "” (placeholder: " + o.Meant() + ")"
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
	if o.Said != "" {
		out += ", " + o.Said
	}
	if o.About != "" && o.About != o.Words {
		out += ", about “" + o.About + "”"
	}
	return out
}
