package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord"
)

// Columns are the columns of the CSV, a row a statement. said_from is the first
// day and said_to the last (both included, empty where open); start and end
// are the extent of content, cue and source in code points; prefix and suffix
// are the 32 characters before and after it; relations are "walks_back>other"
// where the row's statement walks the other back, "walks_back<other" where the
// other does, with the IDs that JSON Lines have as from and to. The columns from
// same on are what a record knows: outlets and independent only where several
// statements report one utterance, the positions in the order of the issues.
var columns = []string{
	"statement_id", "speaker_id", "speaker_name", "attribution_text", "role", "kind", "act",
	"content", "quoted_parts", "said_edtf", "said_from", "said_to", "said_basis",
	"published", "outlet", "url", "prefix", "suffix", "start", "end", "via",
	"anonymity", "cue", "addressee", "venue", "score", "title", "article", "document_id", "model", "corrected_by",
	"speaker_score", "occasion", "medium", "relations",
	"same", "outlets", "independent", "issue", "position",
}

const contextLength = 32 // code points, as in a Web Annotation's TextQuoteSelector

// CSV writes comma-separated values (RFC 4180) with a header. A cell of words
// that a spreadsheet would run as a formula gets an apostrophe before it; JSON
// Lines hold the words untouched.
type CSV struct {
	w      *csv.Writer
	headed bool
}

// NewCSV writes to w, which is not closed.
func NewCSV(w io.Writer) *CSV { return &CSV{w: csv.NewWriter(w)} }

// Reading writes the rows of r.
func (c *CSV) Reading(r *onrecord.Reading) error { return c.Article(Of(r)) }

// Article writes the rows of a.
func (c *CSV) Article(a *Article) error {
	for _, st := range inOrder(a.r.Statements) {
		if err := c.Statement(a, st); err != nil {
			return err
		}
	}
	return nil
}

// Statement writes the row of st, a statement of a.
func (c *CSV) Statement(a *Article, st *onrecord.Statement) error {
	if err := c.head(); err != nil {
		return err
	}
	return c.w.Write(a.row(st))
}

func (c *CSV) head() error {
	if c.headed {
		return nil
	}
	c.headed = true
	return c.w.Write(columns)
}

// Close writes what is left, the header even when there were no rows.
func (c *CSV) Close() error {
	if err := c.head(); err != nil {
		return err
	}
	c.w.Flush()
	return c.w.Error()
}

func (a *Article) row(st *onrecord.Statement) []string {
	doc, text := a.r.Doc, a.r.Doc.Text
	at := extent(st)
	points := a.offsets.Points(at)
	var speaker Speaker
	if s := a.speaker(st.Speaker); s != nil {
		speaker = *s
	}
	outlets, independent := a.counts(st)
	issues, positions := a.issueCells(st)
	return []string{
		string(st.ID), speaker.ID, cell(speaker.Name), cell(st.Source.In(text)), cell(st.Role), string(st.Kind), string(st.Act),
		cell(Join(text, st.Content)), cell(quotedParts(text, st.Verbatim)),
		string(st.Said.EDTF), string(st.Said.From), lastDay(st.Said.Until), string(st.Said.Basis),
		string(doc.Published.EDTF), cell(doc.Outlet), cell(doc.URL),
		cell(before(text, at.Start)), cell(after(text, at.End)), strconv.Itoa(points[0]), strconv.Itoa(points[1]), cell(hops(st.Via)),
		string(st.Anonymity), cell(st.Cue.In(text)), cell(st.Addressee.In(text)), cell(st.Venue.In(text)),
		strconv.FormatFloat(st.Score, 'f', 4, 64), cell(doc.Title), cell(doc.Article), string(doc.ID), string(a.r.Reader.Model), cell(strings.Join(a.correctors(st), "; ")),
		strconv.FormatFloat(st.SpeakerScore, 'f', 4, 64), cell(st.Occasion.In(text)), cell(st.Medium.In(text)), a.relationCell(st),
		string(st.Same), outlets, independent, issues, cell(positions),
	}
}

// cell keeps a spreadsheet from running words as a formula (OWASP, CSV
// Injection).
func cell(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// counts are the outlets and the independent reports of what st reports, empty
// where it is alone.
func (a *Article) counts(st *onrecord.Statement) (outlets, independent string) {
	if u := a.utterance(st); u != nil {
		return strconv.Itoa(u.Outlets), strconv.Itoa(u.Independent)
	}
	return "", ""
}

func quotedParts(text string, verbatim []onrecord.Span) string {
	parts := make([]string, len(verbatim))
	for i, s := range verbatim {
		parts[i] = s.In(text)
	}
	return strings.Join(parts, " | ")
}

func hops(via []onrecord.Hop) string {
	parts := make([]string, len(via))
	for i, hop := range via {
		parts[i] = strings.TrimSpace(string(hop.Kind) + " " + hop.Name)
	}
	return strings.Join(parts, "; ")
}

// lastDay is the day before until.
func lastDay(until onrecord.Day) string {
	day, err := time.Parse(time.DateOnly, string(until))
	if err != nil {
		return ""
	}
	return day.AddDate(0, 0, -1).Format(time.DateOnly)
}

func before(text string, at int) string {
	start := at
	for n := 0; n < contextLength && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	return text[start:at]
}

func after(text string, at int) string {
	end := at
	for n := 0; n < contextLength && end < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return text[at:end]
}
