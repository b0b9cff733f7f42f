package store

import (
	"fmt"
	"slices"
	"strings"

	"onrecord"
)

// Apply returns what holds of found, as a reader found it, after the
// corrections of its document. found itself stays as it is.
func Apply(found *onrecord.Reading, corrections []onrecord.Correction) *onrecord.Reading {
	r := *found
	r.Corrections = slices.Clone(corrections)
	SortCorrections(r.Corrections)
	r.Entities = slices.Clone(found.Entities)
	r.Statements = slices.Clone(found.Statements)
	removed, owned := map[onrecord.StatementID]bool{}, map[onrecord.StatementID]bool{}
	for i := range r.Corrections {
		c := &r.Corrections[i]
		at := Target(found, c)
		if at < 0 {
			continue
		}
		st := &r.Statements[at]
		st.Corrections = append(slices.Clone(st.Corrections), c.ID)
		correct(&r, st, c)
		switch c.Field {
		case onrecord.CorrectRemoved:
			removed[st.ID] = c.Value == "yes"
		case onrecord.CorrectSpeaker:
			owned[st.ID] = true
		}
	}
	r.Relations = relate(&r, owned, removed)
	r.Statements = slices.DeleteFunc(r.Statements, func(st onrecord.Statement) bool { return removed[st.ID] })
	for i := range r.Statements {
		if st := &r.Statements[i]; removed[st.Same] {
			st.Same = ""
		}
	}
	return &r
}

// relate returns the relations of r as they hold when people decided whose the
// statements owned are, and that others are removed: an end's owner follows its
// statement's speaker, and a removed statement takes its relations with it. The
// statements of r are those before any is removed.
func relate(r *onrecord.Reading, owned, removed map[onrecord.StatementID]bool) (out []onrecord.Relation) {
	speakers := map[onrecord.StatementID]onrecord.EntityID{}
	for i := range r.Statements {
		speakers[r.Statements[i].ID] = r.Statements[i].Speaker
	}
	seen := map[onrecord.RelationID]bool{}
	for _, rel := range r.Relations {
		if removed[rel.From.Statement] || removed[rel.To.Statement] {
			continue
		}
		for _, e := range []*onrecord.End{&rel.From, &rel.To} {
			if owned[e.Statement] {
				e.Owner = speakers[e.Statement]
				rel.ID = rel.ComputeID()
			}
		}
		if !seen[rel.ID] { // two may have differed by an owner
			seen[rel.ID] = true
			out = append(out, rel)
		}
	}
	return out
}

// correct makes st what c decides.
func correct(r *onrecord.Reading, st *onrecord.Statement, c *onrecord.Correction) {
	switch c.Field {
	case onrecord.CorrectSpeaker:
		before := st.Speaker
		st.Speaker, st.SpeakerScore = speakerIn(r, c.Value), 0
		if st.Speaker != "" {
			st.Others, st.SpeakerScore = nil, 1
		}
		if st.Speaker != before {
			st.Role = "" // it was the other's
		}
	case onrecord.CorrectKind:
		if len(st.Content) > 0 || c.Value == string(onrecord.Reported) {
			st.Kind = onrecord.Kind(c.Value)
		}
	case onrecord.CorrectSaid:
		st.Said = onrecord.Claimed{}
		if c.Value != "" {
			st.Said = onrecord.Claimed{EDTF: onrecord.EDTF(c.Value), From: c.From, Until: c.Until, Basis: Corrected}
		}
	}
	day, _, _ := strings.Cut(string(c.When), "T")
	st.Why = append(slices.Clone(st.Why), strings.TrimSuffix(fmt.Sprintf("%s: decided by %s on %s: %s", c.Field, c.Who, day, c.Why), ": "))
}

// Corrected is the basis of a time that a person gave.
const Corrected onrecord.Basis = "corrected"

// speakerIn is the entity that value names; the article may not name it, then
// it is added without a mention.
func speakerIn(r *onrecord.Reading, value string) onrecord.EntityID {
	if value == "" {
		return ""
	}
	kind, name := ParseSpeakerValue(value)
	for i := range r.Entities {
		if e := &r.Entities[i]; KeyOf(e.Kind, e.Name) == KeyOf(kind, name) {
			return e.ID
		}
	}
	e := onrecord.Entity{Doc: r.Doc.ID, Kind: kind, Name: name}
	e.ID = e.ComputeID()
	r.Entities = append(r.Entities, e)
	return e.ID
}

// Target is the number of the statement that c is about, -1 for none: the one
// that it was made on, else the one that shares most with that one's content,
// at least half of the longer of the two. Two that share as much are one too
// many.
func Target(r *onrecord.Reading, c *onrecord.Correction) int {
	best, most, tied := -1, 0.5, false
	for i := range r.Statements {
		st := &r.Statements[i]
		if st.ID == c.Statement {
			return i
		}
		share := shared(placeOf(c.Content, c.Cue, c.Source), placeOf(st.Content, st.Cue, st.Source))
		switch {
		case share > most || share == most && best < 0:
			best, most, tied = i, share, false
		case share == most:
			tied = true
		}
	}
	if tied {
		return -1
	}
	return best
}

// placeOf is the content; of a statement without one the cue, else the source.
func placeOf(content []onrecord.Span, cue, source onrecord.Span) []onrecord.Span {
	switch {
	case len(content) > 0:
		return content
	case !cue.IsZero():
		return []onrecord.Span{cue}
	}
	return []onrecord.Span{source}
}

// shared is how much of the longer of two places the other covers.
func shared(a, b []onrecord.Span) float64 {
	common, lengthA, lengthB := 0, 0, 0
	for _, s := range a {
		lengthA += s.Len()
		for _, t := range b {
			common += max(0, min(s.End, t.End)-max(s.Start, t.Start))
		}
	}
	for _, t := range b {
		lengthB += t.Len()
	}
	if common == 0 {
		return 0
	}
	return float64(common) / float64(max(lengthA, lengthB))
}

// Decide says what corrections of one document decide, in order.
func Decide(found *onrecord.Reading, corrections []onrecord.Correction) []Decision {
	sorted := slices.Clone(corrections)
	SortCorrections(sorted)
	type place struct {
		at    int
		field onrecord.CorrectionField
	}
	last := map[place]int{}
	out := make([]Decision, len(sorted))
	for i, c := range sorted {
		out[i].Correction = c
		at := Target(found, &c)
		if at < 0 {
			continue
		}
		out[i].Now = &found.Statements[at]
		if c.Field == onrecord.CorrectNote {
			continue // notes stand side by side
		}
		if before, ok := last[place{at, c.Field}]; ok {
			out[before].Superseded = true
		}
		last[place{at, c.Field}] = i
	}
	return out
}
