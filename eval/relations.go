package eval

import (
	"fmt"
	"strings"

	"onrecord"
)

// Stated relations are labelled whole articles at a time, in a file like that
// of other labels with the columns half, article, start and end of the cue,
// kind, from, to, and who says so. An end is s:START-END for a statement that
// has these code points, e:NAME for a person, institution, group or event,
// p:OWNER|NOUN for a statement that stands elsewhere; " or " stands between
// ends, "|" between kinds, that are both defensible. A line of kind "-" is an
// article without a relation.

// A RelationLabel is one stated relation of an article.
type RelationLabel struct {
	Half    string
	Article string
	Points  [2]int // of the cue
	Kind    string // "|" between kinds that are both defensible
	From    string
	To      string
}

// ReadRelations reads a file of relations.
func ReadRelations(path string) ([]RelationLabel, error) {
	var out []RelationLabel
	err := eachRow(path, 7, 9, func(f []string, points [2]int) error {
		l := RelationLabel{f[0], f[1], points, f[4], f[5], f[6]}
		if l.Kind == "-" {
			out = append(out, l)
			return nil
		}
		for _, end := range []string{l.From, l.To} {
			if _, err := readEnds(end); err != nil {
				return err
			}
		}
		out = append(out, l)
		return nil
	})
	return out, err
}

// HalfOfRelations returns the labels of one half.
func HalfOfRelations(half string, labels []RelationLabel) []RelationLabel {
	var out []RelationLabel
	for _, l := range labels {
		if l.Half == half {
			out = append(out, l)
		}
	}
	return out
}

// A labelledEnd is an end as a label writes it.
type labelledEnd struct {
	points [2]int // of a statement
	name   string // of an entity, or of the owner of a placeholder; "-" when nobody is named
	noun   string // of a placeholder
}

func readEnds(s string) ([]labelledEnd, error) {
	var out []labelledEnd
	for part := range strings.SplitSeq(s, " or ") {
		var e labelledEnd
		switch rest := strings.TrimSpace(part); {
		case strings.HasPrefix(rest, "s:"):
			if _, err := fmt.Sscanf(rest, "s:%d-%d", &e.points[0], &e.points[1]); err != nil {
				return nil, fmt.Errorf("end %q: want s:START-END", part)
			}
		case strings.HasPrefix(rest, "e:"):
			e.name = rest[2:]
		case strings.HasPrefix(rest, "p:"):
			e.name, e.noun, _ = strings.Cut(rest[2:], "|")
		default:
			return nil, fmt.Errorf("end %q: want s:START-END, e:NAME or p:OWNER|NOUN", part)
		}
		out = append(out, e)
	}
	return out, nil
}

// is reports whether an end that was read is the one that was labelled. A
// statement is right when it shares a character with the label's; of an act
// without words, and of a placeholder, who made it counts, and an owner that
// neither names is right.
func (e labelledEnd) is(end *onrecord.End, r *onrecord.Reading) bool {
	owner := speakerName(r, end.Owner)
	switch {
	case e.points != [2]int{}:
		return onStatement(r, end.Statement, onrecord.NewOffsets(r.Doc.Text).Bytes(e.points))
	case e.noun != "" && e.name == "-":
		return end.Is() == "placeholder" && owner == ""
	case e.noun != "":
		return end.Is() == "placeholder" && SameName(owner, e.name)
	case end.Is() == "entity" && SameName(owner, e.name), reportedOf(r, end.Statement, e.name):
		return true
	}
	return (end.Is() == "entity" || end.Is() == "event") && SameName(end.Words.In(r.Doc.Text), e.name)
}

// reportedOf reports a statement of kind act that name makes: an act whose
// words are not given is labelled by who did it.
func reportedOf(r *onrecord.Reading, id onrecord.StatementID, name string) bool {
	for i := range r.Statements {
		if st := &r.Statements[i]; st.ID == id && st.Kind == onrecord.Reported {
			return SameName(speakerName(r, st.Speaker), name)
		}
	}
	return false
}

func onStatement(r *onrecord.Reading, id onrecord.StatementID, at onrecord.Span) bool {
	for i := range r.Statements {
		st := &r.Statements[i]
		if st.ID != id {
			continue
		}
		for _, s := range append([]onrecord.Span{st.Cue, st.Source}, st.Content...) {
			if s.Overlaps(at) {
				return true
			}
		}
	}
	return false
}

// RelationScore says how well stated relations were read.
type RelationScore struct {
	Articles int
	Labels   int // relations labelled
	Printed  int // relations read
	Right    int // of those read: the label's kind, and a character of its cue
	FromTo   int // of the right: both ends are the label's
}

// MatchRelations pairs the relations of a reading with labels of its article:
// for each relation that was read the label it answers, nil where none does.
// Implied relations have no cue and are passed over.
func MatchRelations(labels []RelationLabel, r *onrecord.Reading) map[onrecord.RelationID]*RelationLabel {
	out := map[onrecord.RelationID]*RelationLabel{}
	used := map[int]bool{}
	for i := range r.Relations {
		rel := &r.Relations[i]
		if rel.Cue.IsZero() {
			continue
		}
		out[rel.ID] = nil
		for j := range labels {
			l := &labels[j]
			at := onrecord.NewOffsets(r.Doc.Text).Bytes(l.Points)
			if used[j] || l.Kind == "-" || !at.Overlaps(rel.Cue) || !oneOf(l.Kind, func(kind string) bool { return kind == string(rel.Kind) }) {
				continue
			}
			out[rel.ID] = l
			used[j] = true
			break
		}
	}
	return out
}

// EndsRight reports whether both ends of a relation are the label's.
func (l *RelationLabel) EndsRight(rel *onrecord.Relation, r *onrecord.Reading) bool {
	return endRight(l.From, &rel.From, r) && endRight(l.To, &rel.To, r)
}

func endRight(want string, have *onrecord.End, r *onrecord.Reading) bool {
	ends, _ := readEnds(want) // ReadRelations saw that it can be read
	for _, e := range ends {
		if e.is(have, r) {
			return true
		}
	}
	return false
}

// Relations scores the readings of articles that were labelled whole.
func Relations(labels []RelationLabel, read map[string]*onrecord.Reading) RelationScore {
	byArticle := map[string][]RelationLabel{}
	var s RelationScore
	for _, l := range labels {
		byArticle[l.Article] = append(byArticle[l.Article], l)
	}
	for article, labels := range byArticle {
		r := read[article]
		if r == nil {
			continue
		}
		s.Articles++
		for _, l := range labels {
			if l.Kind != "-" {
				s.Labels++
			}
		}
		matched := MatchRelations(labels, r)
		s.Printed += len(matched)
		for i := range r.Relations {
			rel := &r.Relations[i]
			if l := matched[rel.ID]; l != nil {
				s.Right++
				if l.EndsRight(rel, r) {
					s.FromTo++
				}
			}
		}
	}
	return s
}

// Lines are the score as lines of a scoreboard.
func (s RelationScore) Lines(corpus string) []Line {
	return []Line{
		{corpus, "relation", "kind and cue P", percent(s.Right, s.Printed), s.Printed},
		{corpus, "relation", "kind and cue R", percent(s.Right, s.Labels), s.Labels},
		{corpus, "relation", "both ends right of found", percent(s.FromTo, s.Right), s.Right},
		{corpus, "relation", "found per 100 articles", percent(s.Right, s.Articles), s.Articles},
	}
}
