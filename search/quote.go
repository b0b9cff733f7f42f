package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord"
	"onrecord/store"
	"onrecord/wording"
)

// A Quotation is words that somebody is said to have said, to be looked up.
// Where parts of the Text stand between quotation marks, and are a few words
// long, only these count: the rest is who said it.
type Quotation struct {
	Text    string
	Speaker string // words of a name, or a key, as speaker: and key: take them; empty: anybody
	Limit   int    // how many utterances; 0: 5
}

// A Verdict says how the words that are asked for stand to those of a report.
type Verdict string

// The verdicts, the nearest first.
const (
	WordForWord Verdict = "word for word"  // they stand there in a row, as whole sentences
	Cut         Verdict = "cut"            // they stand there, and words between or beside them in the sentence are left out
	Differs     Verdict = "differs"        // most of them stand there, see Nearest.Differing
	OtherWords  Verdict = "in other words" // it says something alike
	NotFound    Verdict = "not found"
)

// A Checked is what the record has of a Quotation. That it has nothing is no
// proof that it was not said: Covered says where was looked.
type Checked struct {
	Words   string // that were looked for: spans of Edits as Cut lie in them
	Verdict Verdict
	Nearest []Nearest // of the speaker, an utterance each, the nearest first
	Others  []Nearest // of other speakers than the one who is asked for, when their words are much alike
	Unknown bool      // the record knows no speaker of the name that is asked for
	Covered Covered
}

// A Nearest is an utterance that the record has, by the report whose words are
// nearest to those that are asked for.
type Nearest struct {
	store.Hit                        // that report
	Verdict   Verdict                // never NotFound
	Differing int                    // words that differ, where the Verdict is Differs
	Negation  bool                   // a negation is dropped, added or turned
	Verbatim  bool                   // what they have in common is given there as said, in quotation marks or a transcript; else the words are the outlet's
	Share     float64                // of the words that are asked for, as far as they stand there: 0 to 1
	Edits     []wording.Edit         // from Hit.Content to Checked.Words
	ReportIDs []onrecord.StatementID // of the utterance, in order

	// Fuller is another report of the utterance, out of which the words that are
	// asked for are cut, where this one has them word for word: it may have been cut
	// itself. Nil for none.
	Fuller *Nearest
}

// A Covered says what was looked through.
type Covered struct {
	Documents, Statements int
	First, Last           onrecord.Day // of publication, empty when unknown
}

// Holds reports whether the record has the words as they are: word for word, in
// quotation marks, and no report of the utterance has more.
func (c *Checked) Holds() bool {
	return c.Verdict == WordForWord && c.Nearest[0].Verbatim && c.Nearest[0].Fuller == nil
}

// MostWords is how many words a Quotation may have.
const MostWords = 400

// Quote looks a quotation up. The error wraps store.ErrQuestion when there is
// no word in it, or more than MostWords.
func Quote(ctx context.Context, st store.Store, q Quotation) (*Checked, error) {
	out := &Checked{Words: quotedWords(q.Text), Verdict: NotFound}
	words := wording.Words(out.Words)
	switch {
	case len(words) == 0:
		return nil, fmt.Errorf("no words to look for: %w", store.ErrQuestion)
	case len(words) > MostWords:
		return nil, fmt.Errorf("more than %d words: look for a few sentences at a time: %w", MostWords, store.ErrQuestion)
	}
	stats, err := st.Stats(ctx)
	if err != nil {
		return nil, err
	}
	out.Covered = Covered{stats.Documents, stats.Statements, stats.First, stats.Last}
	l := &lookup{ctx: ctx, st: st, text: out.Words, words: words, statements: stats.Statements}
	if out.Unknown, err = l.speaker(q.Speaker); err != nil {
		return nil, err
	}
	if err := l.find(); err != nil {
		return nil, err
	}
	limit := q.Limit
	if limit <= 0 {
		limit = 5
	}
	if out.Nearest, err = l.nearest(limit, true); err != nil {
		return nil, err
	}
	if q.Speaker != "" {
		if out.Others, err = l.nearest(min(limit, 3), false); err != nil {
			return nil, err
		}
	}
	if len(out.Nearest) > 0 {
		out.Verdict = out.Nearest[0].Verdict
	}
	return out, nil
}

// quotedWords is what stands between quotation marks in text, its pieces joined
// by " … ", when it is some words; else all of it.
func quotedWords(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	var pieces []string
	rest := text
	for {
		start := strings.IndexFunc(rest, isQuote)
		if start < 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(rest[start:])
		inner := rest[start+size:]
		end := strings.IndexFunc(inner, isQuote)
		if end < 0 {
			break
		}
		pieces = append(pieces, strings.TrimSpace(inner[:end]))
		_, size = utf8.DecodeRuneInString(inner[end:])
		rest = inner[end+size:]
	}
	inside := strings.Join(slices.DeleteFunc(pieces, func(p string) bool { return p == "" }), " … ")
	if len(wording.Words(inside)) < fewWords {
		return strings.TrimSpace(text)
	}
	return inside
}

// fewWords is how many words there must be between quotation marks, lest a word
// or a name in them be taken for the quotation.
const fewWords = 4
