package web

import (
	"cmp"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
	"onrecord/store"
)

// A standView is the position that a statement takes on an issue, in words.
type standView struct {
	Pole       string // "for", "against"; empty when it takes none
	Conditions []string
	Tentative  bool
	For        string // the principal's key, when the speaker speaks for another
	Certainty  string // "40 %"
	Score      string
	Why        []string
}

// tentative is the certainty below which a position is shown as one that is
// not settled.
const tentative = .5

func standOf(p *onrecord.Position) *standView {
	if p == nil {
		return nil
	}
	return &standView{string(p.Pole), p.Conditions, p.Certainty < tentative, keyName(p.For), percentOf(p.Certainty), percentOf(p.Score), p.Why}
}

// String is the position in a line: "against, on a condition, tentative".
func (v *standView) String() string {
	out := v.Pole
	if len(v.Conditions) > 0 {
		out += ", " + strings.Join(v.Conditions, ", ")
	}
	if v.Tentative {
		out += ", tentative"
	}
	if v.For != "" {
		out += ", speaking for " + v.For
	}
	return out
}

// keyName is the name that a speaker's key holds, as far as it does:
// "organisation:white-house" is White House.
func keyName(key string) string {
	_, name, _ := strings.Cut(key, ":")
	words := strings.Split(name, "-")
	for i, w := range words {
		if i == 0 || !small[w] {
			words[i] = upper(w)
		}
	}
	return strings.Join(words, " ")
}

// small words are not capital within a name.
var small = map[string]bool{"of": true, "the": true, "for": true, "and": true, "de": true, "von": true}

func upper(w string) string {
	r, size := utf8.DecodeRuneInString(w)
	if size == 0 {
		return w
	}
	return string(unicode.ToUpper(r)) + w[size:]
}

// A stanceObject is a statement on an issue in short.
type stanceObject struct {
	Statement string          `json:"statement"`
	Utterance string          `json:"utterance"` // the first report of what it reports, itself when it is alone
	Document  string          `json:"document"`
	Speaker   *string         `json:"speaker"` // key, null when unknown
	Name      *string         `json:"name"`
	Kind      string          `json:"kind"`
	Act       string          `json:"act"`
	Said      *timeObject     `json:"said"`
	Published *timeObject     `json:"published"`
	Outlet    *string         `json:"outlet"`
	Score     float64         `json:"score"` // that it is on the issue, to four decimals
	Why       []string        `json:"why"`
	Position  *positionObject `json:"position"` // null where it takes none
}

// A positionObject is where a speaker stands as one statement says it.
type positionObject struct {
	Pole       string   `json:"pole"`       // "for", "against"
	Conditions []string `json:"conditions"` // as the words say
	Certainty  float64  `json:"certainty"`  // 0 to 1
	Principal  *string  `json:"principal"`  // key of whom the speaker speaks for
	Score      float64  `json:"score"`
	Why        []string `json:"why"`
}

// A timeObject is a time without the words that say it.
type timeObject struct {
	EDTF  string  `json:"edtf"`
	From  *string `json:"from"`  // first day, null where open
	Until *string `json:"until"` // day after the last
	Basis string  `json:"basis"`
}

func timeOf(c onrecord.Claimed) *timeObject {
	if c.IsZero() {
		return nil
	}
	return &timeObject{string(c.EDTF), orNull(c.From), orNull(c.Until), string(c.Basis)}
}

func stanceOf(s *store.Stance) stanceObject {
	o := stanceObject{
		Statement: string(s.Statement), Utterance: string(cmp.Or(s.Utterance, s.Statement)), Document: string(s.Doc), Speaker: orNull(s.Key), Name: orNull(s.Name),
		Kind: string(s.Kind), Act: string(s.Act), Said: timeOf(s.Said), Published: timeOf(s.Published), Outlet: orNull(s.Outlet),
		Score: rounded(s.Score), Why: append([]string{}, s.Why...),
	}
	if p := s.Position; p != nil {
		o.Position = &positionObject{string(p.Pole), append([]string{}, p.Conditions...), rounded(p.Certainty), orNull(p.For), rounded(p.Score), append([]string{}, p.Why...)}
	}
	return o
}

// rounded keeps four decimals of a score.
func rounded(score float64) float64 { return math.Round(score*1e4) / 1e4 }
