package export

// The objects below are the lines of `onrecord extract`, and what the web's
// .json holds. A null is something the page does not say or the reading does
// not know; a list is never null.

// A Document is the line that opens an article.
type Document struct {
	Type        string     `json:"type"` // "document"
	ID          string     `json:"id"`
	Article     string     `json:"article"` // the path or URL as given
	Title       *string    `json:"title"`
	Byline      []string   `json:"byline"`
	Outlet      *string    `json:"outlet"`
	URL         *string    `json:"url"`
	Published   *Published `json:"published"`
	Boilerplate [][2]int   `json:"boilerplate"` // what is page, not article
	SHA256      string     `json:"sha256"`      // of the page's bytes
	Language    *string    `json:"language"`    // ISO 639-1
	Unread      *string    `json:"unread"`      // why it was kept but not read
	Reader      *string    `json:"reader"`      // what read it: "2 accurate", see onrecord.ReaderVersion
	Text        *string    `json:"text,omitempty"`
}

// Published is when an article was printed, and what that rests on.
type Published struct {
	EDTF  string `json:"edtf"`
	Basis string `json:"basis"` // "json-ld", "meta", "time", "url", "text", "given"
}

// Words are words of the text with where they stand. Pieces are joined as
// [Join] says.
type Words struct {
	Text  string   `json:"text"`
	Spans [][2]int `json:"spans"`
}

// An Entity is the line of a person, institution, group or document.
type Entity struct {
	Type     string   `json:"type"` // "entity"
	ID       string   `json:"id"`
	Article  string   `json:"article"`
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Mentions [][2]int `json:"mentions"`
	Roles    []Role   `json:"roles"`
}

// A Role is a title as the article gives it.
type Role struct {
	Title        string   `json:"title"`
	Organisation *string  `json:"organisation"`
	Spans        [][2]int `json:"spans"`
}

// A Speaker is who a statement is ascribed to.
type Speaker struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
}

// A Hop is one step of the way a statement took to the page.
type Hop struct {
	Kind   string   `json:"kind"`
	Name   *string  `json:"name"`
	Entity *string  `json:"entity"` // ID
	Spans  [][2]int `json:"spans"`
}

// Said is when the words were said. From is the first day, Until the day after
// the last; either is null where the interval is open.
type Said struct {
	EDTF  string   `json:"edtf"`
	From  *string  `json:"from"`
	Until *string  `json:"until"`
	Basis string   `json:"basis"`
	Text  *string  `json:"text"`
	Spans [][2]int `json:"spans"`
}

// A Statement is the line of one ascription.
type Statement struct {
	Type         string    `json:"type"` // "statement"
	ID           string    `json:"id"`
	Article      string    `json:"article"`
	Kind         string    `json:"kind"` // "direct", "indirect", "mixed", "act"
	Content      Words     `json:"content"`
	Verbatim     [][2]int  `json:"verbatim"` // marks excluded
	Cue          *Words    `json:"cue"`
	Source       *Words    `json:"source"`
	Speaker      *Speaker  `json:"speaker"`
	Candidates   []Speaker `json:"candidates"` // when the speaker is unknown, best first
	Role         *string   `json:"role"`
	SpeakerScore float64   `json:"speaker_score"` // of the speaker, to four decimals; 0 when unknown
	Anonymity    string    `json:"anonymity"`
	Act          string    `json:"act"`
	Via          []Hop     `json:"via"`
	Addressee    *Words    `json:"addressee"`
	Venue        *Words    `json:"venue"`
	Occasion     *Words    `json:"occasion"` // the event: "a rally"
	Medium       *Words    `json:"medium"`   // what carried the words: "a statement"
	Said         *Said     `json:"said"`
	Same         *string   `json:"same"`  // the first statement that reports the same utterance, null for that one and for one that is alone
	Score        float64   `json:"score"` // to four decimals
	Model        *string   `json:"model"` // that found it: "accurate", "fast"
	Why          []string  `json:"why"`

	Corrected []Corrected `json:"corrected,omitempty"` // by people, in order; what they decided holds above

	// What a record knows; absent from what extract prints.
	Outlets     int  `json:"outlets,omitempty"`     // that report the utterance, where several statements do
	Independent int  `json:"independent,omitempty"` // reports of it that are no copies of others
	Issues      []On `json:"issues,omitempty"`      // declared issues that it is on
}

// An On says that a statement is on a declared issue.
type On struct {
	Issue    string    `json:"issue"`
	Score    float64   `json:"score"` // to four decimals
	Why      []string  `json:"why"`
	Position *Position `json:"position"` // null where it takes none
}

// A Position is where a statement stands on an issue.
type Position struct {
	Pole       string   `json:"pole"` // "for", "against"
	Conditions []string `json:"conditions"`
	Certainty  float64  `json:"certainty"`
	Speaker    string   `json:"speaker"`   // key in the record
	Principal  *string  `json:"principal"` // key of whom the speaker speaks for
}
