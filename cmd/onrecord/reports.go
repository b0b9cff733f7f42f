package main

import (
	"context"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
	"onrecord/wording"
)

// reportRows are all reports of the utterance of h, each told apart from the
// fullest; nothing where h is the only one.
func reportRows(h *store.Hit, u *store.Utterance) [][2]string {
	if len(u.Hits) < 2 {
		return nil
	}
	full := fullest(u.Hits)
	rows := [][2]string{{"reports", countsOf(h)}}
	for i := range u.Hits {
		r := &u.Hits[i]
		head := placeOf(r) + ", " + string(r.Kind) + " · " + string(r.ID)
		if r.ID == h.ID {
			head += " · this one"
		}
		var words string
		var lost []string
		if i == full {
			head, words = head+" · the fullest", r.Content
		} else {
			words, lost = apart(u.Hits[full].Content, r.Content)
		}
		rows = append(rows, [2]string{"", head})
		for _, what := range lost {
			rows = append(rows, [2]string{"", "  " + what})
		}
		rows = append(rows, [2]string{"", "  " + export.SaidWords(r.Kind, words)})
	}
	return rows
}

// fullest is the report with most of the words, of those that quote them.
func fullest(hits []store.Hit) int {
	best, most := 0, -1
	for i := range hits {
		n := len(wording.Words(hits[i].Content))
		if hits[i].Kind == onrecord.Direct || hits[i].Kind == onrecord.Mixed {
			n += wording.Most
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// apart are the words of the full report with the steps to those of another, as
// wdiff prints them, and what became of negations. Of one in other words it is
// these words alone.
func apart(full, cut string) (words string, lost []string) {
	edits := wording.Diff(wording.Words(full), wording.Words(cut))
	if inOtherWords(edits) {
		return cut, nil
	}
	var parts []string
	for i, e := range edits {
		was, is := strings.TrimSpace(e.Full.In(full)), e.Cut.In(cut)
		switch e.Kind {
		case wording.Kept:
			parts = append(parts, is)
		case wording.Added:
			parts = append(parts, "{+"+is+"+}")
		default:
			parts = append(parts, "[-"+shortened(was, i == 0, i == len(edits)-1)+"-]")
			if e.Kind == wording.Changed {
				parts = append(parts, "{+"+is+"+}")
			}
		}
		if e.Negation {
			lost = append(lost, negation(e.Kind, was, is))
		}
	}
	return strings.Join(parts, " "), lost
}

// inOtherWords reports that less is kept than the report says anew.
func inOtherWords(edits []wording.Edit) bool {
	kept, anew := 0, 0
	for _, e := range edits {
		if n := e.Words[1][1] - e.Words[1][0]; e.Kind == wording.Kept {
			kept += n
		} else {
			anew += n
		}
	}
	return kept <= anew
}

// negation shouts what became of one.
func negation(kind wording.EditKind, was, is string) string {
	switch kind {
	case wording.LeftOut:
		return "NEGATION DROPPED: “" + was + "”"
	case wording.Added:
		return "NEGATION ADDED: “" + is + "”"
	}
	return "NEGATION CHANGED: “" + was + "” became “" + is + "”"
}

// changesOf are the changes of position of which h is one of the statements.
func changesOf(ctx context.Context, st store.Store, h *store.Hit) (rows [][2]string, err error) {
	if h.Key == "" {
		return nil, nil
	}
	list, _, err := st.Changes(ctx, store.ChangeQuery{Key: h.Key, Repeats: true, Bare: true, Page: store.Page{Limit: -1}})
	if err != nil {
		return nil, err
	}
	for i := range list {
		c := &list[i].Change
		line, other := export.ChangeWords(c.Kind)+" ", c.Earlier
		if c.Earlier == h.ID {
			line, other = "later "+line+"by ", c.Later
		} else if c.Later != h.ID {
			continue
		}
		o, err := st.Statement(ctx, other)
		if err != nil {
			return nil, fmt.Errorf("change %s: %w", c.ID, err)
		}
		line += nameOf(o) + ", " + export.When(o.Said) + ": " + export.InShort(o.Kind, o.Content, o.Cue) + " · " + string(o.ID)
		rows = append(rows, [2]string{once("changes", len(rows)), line}, [2]string{"", "  " + list[i].IssueName + ": " + strings.Join(c.Why, "; ")})
		if len(c.Caveats) > 0 {
			rows = append(rows, [2]string{"", "  or: " + strings.Join(c.Caveats, "; ")})
		}
	}
	return rows, nil
}

// beyondRows are what other articles say of a statement: the reports of its
// utterance, and changes of position.
func beyondRows(ctx context.Context, st store.Store, h *store.Hit) ([][2]string, error) {
	if !h.Doc.Current {
		return nil, nil
	}
	u, err := st.Utterance(ctx, h.ID)
	if err != nil {
		return nil, err
	}
	changes, err := changesOf(ctx, st, h)
	return append(reportRows(h, u), changes...), err
}
