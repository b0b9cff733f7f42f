package web

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
	"onrecord/wording"
)

// A reportsView is the utterance that a statement reports, with all reports of
// it.
type reportsView struct {
	Counts      string // "7 outlets, 3 independent reports"
	Reports     []reportView
	More        int // reports that are left out
	Fullest     int // number of the report with the most of the words, from 1
	Outlets     int
	Independent int
}

// A reportView is one report, told apart from the fullest.
type reportView struct {
	N        int
	ID       string
	This     bool
	Fullest  bool
	Card     card
	Runs     []diffRun
	Differs  diffView
	InShort  string   // "leaves out 12 words, adds 3"
	Shout    []string // "LEAVES OUT “NOT”"
	CopyOf   int      // number of the first report whose text it copies, 0 for none
	SameDoc  int      // number of the first report in the same article, 0 for none
	CopyWhy  []string
	JoinWhy  []string // why it is held to report the same
	JoinWith string
}

// mostReports is how many reports a page shows.
const mostReports = 100

// countsOf says the two counts; there is nothing to say of one report.
func countsOf(reports, outlets, independent int) string {
	if reports < 2 {
		return ""
	}
	if outlets < 2 {
		return plural(reports, "report", "reports") + " in one outlet"
	}
	return plural(outlets, "outlet", "outlets") + ", " + plural(independent, "independent report", "independent reports")
}

// reportsOf shows the utterance of a statement; nil where it is alone.
func reportsOf(u *store.Utterance, id onrecord.StatementID) *reportsView {
	if u == nil || len(u.Hits) < 2 {
		return nil
	}
	v := &reportsView{Counts: countsOf(len(u.Hits), u.Outlets, u.Independent), Outlets: u.Outlets, Independent: u.Independent}
	full := fullest(u.Hits)
	v.Fullest, v.More = full+1, max(0, len(u.Hits)-mostReports)
	number, copies := map[onrecord.DocumentID]int{}, copiesIn(u)
	for i := range u.Hits[:min(len(u.Hits), mostReports)] {
		h := &u.Hits[i]
		r := reportView{N: i + 1, ID: string(h.ID), This: h.ID == id, Fullest: i == full, Card: cardOf(h, false), SameDoc: number[h.Doc.ID]}
		if r.SameDoc == 0 {
			number[h.Doc.ID] = r.N
			r.CopyOf, r.CopyWhy = copies[i].of, copies[i].why
		}
		r.JoinWith, r.JoinWhy = joined(u, h.ID)
		if r.Fullest {
			r.Runs = []diffRun{{Text: h.Content}}
		} else {
			r.against(u.Hits[full].Content, h.Content)
		}
		v.Reports = append(v.Reports, r)
	}
	return v
}

// against tells the report apart from the fullest wording.
func (r *reportView) against(full, words string) {
	r.Differs = differ(full, words)
	r.Runs = r.Differs.One
	switch d := &r.Differs; {
	case words == "":
		r.InShort = "gives no words"
	case d.Same:
		r.InShort = "word for word"
	case d.Apart:
		r.InShort = "in other words"
	default:
		r.InShort = inShort(d)
		for _, not := range d.Dropped {
			r.Shout = append(r.Shout, "Leaves out “"+strings.ToUpper(not)+"”")
		}
		for _, not := range d.Inserted {
			r.Shout = append(r.Shout, "Adds “"+strings.ToUpper(not)+"”")
		}
		r.Shout = slices.Compact(r.Shout)
	}
}

func inShort(d *diffView) string {
	var parts []string
	if d.LeftOut > 0 {
		parts = append(parts, "leaves out "+plural(d.LeftOut, "word", "words"))
	}
	if d.Added > 0 {
		parts = append(parts, "has "+plural(d.Added, "word", "words")+" of its own")
	}
	return strings.Join(parts, ", ")
}

// fullest is the report with the most of the words: one that quotes all or some
// of them before one that reports them.
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

// joined is what most surely joins a report with another, and with which.
func joined(u *store.Utterance, id onrecord.StatementID) (with string, why []string) {
	best := -1.0
	for _, m := range u.Matches {
		if (m.A == id || m.B == id) && m.Score > best {
			best, why = m.Score, append([]string{"score " + percentOf(m.Score)}, m.Why...)
			if with = string(m.A); m.A == id {
				with = string(m.B)
			}
		}
	}
	return with, why
}
