package export

import (
	"strconv"
	"strings"

	"onrecord"
)

// minutes are the parts of the minute-book of one article.
type minutes struct {
	*Article
	statements []*onrecord.Statement
	number     map[onrecord.StatementID]int // from 1
}

func newMinutes(a *Article) *minutes {
	m := &minutes{a, inOrder(a.r.Statements), map[onrecord.StatementID]int{}}
	for i, st := range m.statements {
		m.number[st.ID] = i + 1
	}
	return m
}

func (m *minutes) text() string { return m.r.Doc.Text }

// time is when something was said and what that rests on. What no words say is
// a guess.
func (m *minutes) time(c onrecord.Claimed) string {
	switch words := c.Words.In(m.text()); {
	case c.IsZero():
		return "Time unknown"
	case c.Basis == "inferred":
		return "~ " + When(c) + " (inferred: no words say when)"
	case words != "":
		return When(c) + " (" + string(c.Basis) + ": “" + words + "”)"
	}
	return When(c) + " (" + string(c.Basis) + ")"
}

// When is a time in as few words as it takes: "by 2017-12-13" for an interval
// without a beginning.
func When(c onrecord.Claimed) string {
	switch {
	case c.IsZero():
		return "time unknown"
	case strings.HasPrefix(string(c.EDTF), "../"):
		return "by " + string(c.EDTF[3:])
	case strings.HasSuffix(string(c.EDTF), "/.."):
		return "from " + string(c.EDTF[:len(c.EDTF)-3])
	}
	return string(c.EDTF)
}

// who is the speaker and the role, or that it is unknown, what words stand for
// the source and who it could be; then the way.
func (m *minutes) who(st *onrecord.Statement) []run {
	name, rest := "Speaker unknown", ""
	if s := m.speaker(st.Speaker); s != nil {
		name = s.Name
		if st.Role != "" {
			rest = ", " + st.Role
		}
	} else {
		rest = m.unknown(st)
	}
	way := Way{st.Addressee.In(m.text()), st.Venue.In(m.text()), st.Occasion.In(m.text()), st.Medium.In(m.text()), st.Via}.Parts()
	for _, part := range way {
		rest += ", " + part
	}
	return []run{{name, bold}, {rest, ""}}
}

func (m *minutes) unknown(st *onrecord.Statement) string {
	var names []string
	for _, id := range st.Others {
		if e := m.speaker(id); e != nil {
			names = append(names, e.Name)
		}
	}
	return Unknown(st.Source.In(m.text()), names)
}

// Unknown follows "speaker unknown": the words that stand for the source, and
// who it could be.
func Unknown(source string, candidates []string) string {
	out := ""
	if source != "" {
		out = " (“" + source + "”)"
	}
	switch n := len(candidates); {
	case n == 1:
		out += ": perhaps " + candidates[0]
	case n > 1:
		out += ": candidates " + strings.Join(candidates[:n-1], ", ") + " or " + candidates[n-1]
	}
	return out
}

// facts is what was done with the words, how closely the source is named, how
// the words are given, and the cue.
func (m *minutes) facts(st *onrecord.Statement) string {
	var facts []string
	if act := ActWords(st.Act); act != "" {
		facts = append(facts, act)
	}
	if class := AnonymityWords(st.Anonymity); class != "" {
		facts = append(facts, "source: "+class)
	}
	facts = append(facts, string(st.Kind))
	if verb := Verb(st.Cue.In(m.text())); verb != "" {
		facts = append(facts, "“"+verb+"”")
	}
	if n := m.number[st.Same]; n > 0 && st.Same != st.ID {
		facts = append(facts, "the same words as "+strconv.Itoa(n))
	}
	if who := m.correctors(st); len(who) > 0 {
		facts = append(facts, "corrected by "+strings.Join(who, ", "))
	}
	return strings.Join(facts, " · ")
}

// ties are the relations of which st is an end. That a speaker goes on is said
// once, where it goes on.
func (m *minutes) ties(st *onrecord.Statement) (out []string) {
	for _, rel := range m.relations[st.ID] {
		if rel.From.Statement == st.ID {
			out = append(out, m.tie(rel, true, st.Cue).String())
		}
		if rel.To.Statement == st.ID && rel.Kind != onrecord.Elaborates {
			out = append(out, m.tie(rel, false, st.Cue).String())
		}
	}
	return out
}

// loose are the relations of which no statement is an end.
func (m *minutes) loose() (out []string) {
	for i := range m.r.Relations {
		if rel := &m.r.Relations[i]; rel.From.Statement == "" && rel.To.Statement == "" {
			out = append(out, m.other(&rel.From).String()+" "+m.tie(rel, true, onrecord.Span{}).String())
		}
	}
	return out
}

// tie is rel seen from one end; its cue is left out where it is the one that
// stands there already.
func (m *minutes) tie(rel *onrecord.Relation, from bool, already onrecord.Span) Tie {
	t := Tie{Kind: rel.Kind, From: from, Hedge: rel.Hedge.In(m.text()), Basis: rel.Basis}
	if rel.Cue != already {
		t.Cue = rel.Cue.In(m.text())
	}
	if e := m.speaker(rel.By); e != nil {
		t.By = e.Name
	}
	t.Other = m.other(&rel.From)
	if from {
		t.Other = m.other(&rel.To)
	}
	return t
}

// other names an end; a statement by its number too.
func (m *minutes) other(e *onrecord.End) Other {
	o := m.Other(e)
	o.Number = m.number[e.Statement]
	return o
}
