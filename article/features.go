package article

import (
	"math/bits"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// What is seen of a paragraph, by itself and among its neighbours, is a list
// of features: small numbers, one of a fixed set of values for each template.

// unit is a paragraph with what is counted in it once.
type unit struct {
	span                  onrecord.Span
	words, capitals, caps int // words; beginning with a capital; all capitals
	stops                 int
	digits                int
	cues                  uint32
	text                  string
	closes, opensQuote    bool
	prose                 bool
	name                  bool
	day                   bool
	gap                   bool   // a blank line stands before it
	key                   uint32 // hash of its words
	content               []uint32
	repeated              bool // its words stand in another paragraph too
	lead                  int  // share of its content words that the first paragraphs of the core hold, 0..10, -1 for too few
	run                   int  // paragraphs of prose in a row with this one, up to 6
	runBelow, runAbove    int  // most paragraphs of prose in a row below and above
	since                 int  // lines of page since the last prose of the core
	talk                  int  // cues of comments since the core began
	pulled                bool // it stands inside another paragraph of the core
	shared                int  // of its names, see markNames
	names                 []uint32
	address               int // we, us, our, you, your outside quotation marks
	overlap               int // share of its content words that the core holds, 0..10, -1 for too few
}

// has reports whether the unit holds one of the cues.
func (u *unit) has(kinds ...cue) bool {
	for _, k := range kinds {
		if u.cues&(1<<k) != 0 {
			return true
		}
	}
	return false
}

// residue reports whether some cue of page stands in the unit.
func (u *unit) residue() bool {
	return u.cues&^(1<<speech|1<<dated|1<<credits|1<<correction) != 0
}

// look counts what is in the paragraph at span.
func look(text string, span onrecord.Span, scratch *[2][]uint32) unit {
	u := unit{span: span, text: span.In(text)}
	words, stems := hashWords(u.text, scratch[0][:0], scratch[1][:0])
	*scratch = [2][]uint32{words, stems}
	u.words = len(words)
	u.cues = cuesIn(words)
	stops := stopHashes()
	u.key = 17
	for i, w := range words {
		u.key = u.key*31 + w
		if stops[w] {
			u.stops++
		} else {
			u.content = append(u.content, stems[i])
		}
	}
	u.takeNames()
	u.address = addresses(u.text)
	u.countShapes()
	u.closes = closes(u.text)
	u.opensQuote = strings.HasPrefix(u.text, `"`) || strings.HasPrefix(u.text, "“") || strings.HasPrefix(u.text, "‘") || strings.HasPrefix(u.text, "'")
	u.prose = u.words >= 9 && u.closes && u.stops*5 >= u.words
	if u.words <= 16 && u.digits > 0 {
		u.day = dayIn(u.text) != ""
	}
	if u.words <= 16 && u.capitals > 1 && u.capitals+1 >= u.words-u.digits {
		u.name = len(names(u.text)) > 0
	}
	return u
}

// countShapes counts words by the letters they begin with.
func (u *unit) countShapes() {
	for w := range strings.FieldsSeq(u.text) {
		r, size := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			u.capitals++
			if next, _ := utf8.DecodeRuneInString(w[size:]); unicode.IsUpper(next) {
				u.caps++
			}
		case unicode.IsDigit(r):
			u.digits++
		}
	}
}

// addresses counts the words outside quotation marks by which a page speaks
// for itself and to its reader.
func addresses(text string) int {
	n, inside := 0, false
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool {
		switch r {
		case '“':
			inside = true
		case '”':
			inside = false
		case '"':
			inside = !inside
		}
		return inside || !unicode.IsLetter(r) && r != '\'' && r != '’'
	}) {
		if len(w) > 1 && len(w) < 8 && strings.IndexByte("wuoylWUOYL", w[0]) >= 0 && voice[strings.ToLower(w)] {
			n++
		}
	}
	return n
}

var voice = wordSet("we us our ours you your yours we're we’re we've we’ve you're you’re you'll you’ll let's we'll we’ll")

// signature recognises who signed an embedded post: "— Jane Roe (@jroe)".
func signature(text string) bool {
	return (strings.HasPrefix(text, "—") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "-")) && strings.Contains(text, "(@")
}

// speakerLabel recognises the name of a speaker before what he says: "DOYLE:".
func speakerLabel(text string) bool {
	name, _, ok := strings.Cut(text, ":")
	if !ok || len(name) < 3 || len(name) > 60 {
		return false
	}
	capitals := 0
	for _, r := range name {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			capitals++
		}
	}
	return capitals >= 2
}

// takeNames keeps the words with a capital that do not begin the paragraph or
// a sentence.
func (u *unit) takeNames() {
	if u.words > 200 {
		return
	}
	starts := true
	for w := range strings.FieldsSeq(u.text) {
		bare := strings.TrimLeft(w, "\"'“‘(")
		r, _ := utf8.DecodeRuneInString(bare)
		if unicode.IsUpper(r) && !starts && len(bare) > 3 {
			if hash, _ := hashWords(strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s"), nil, nil); len(hash) > 0 {
				u.names = append(u.names, hash[0])
			}
		}
		starts = closes(w) && len(w) > 3 || len(bare) < len(w)
	}
}

// markNames tells for each paragraph whether the names in it stand in another
// paragraph of the core: 0 it has none, 1 none does, 2 some do, 3 most do.
func markNames(units []unit, from, until int) {
	in := map[uint32]int{}
	for i := from; i < until; i++ {
		for _, w := range units[i].names {
			in[w]++
		}
	}
	for i := range units {
		u := &units[i]
		hits := 0
		for _, w := range u.names {
			own := 0
			if i >= from && i < until {
				for _, x := range u.names {
					own += small(x == w)
				}
			}
			hits += small(in[w] > own)
		}
		switch {
		case len(u.names) == 0:
		case hits == 0:
			u.shared = 1
		case hits*2 < len(u.names):
			u.shared = 2
		default:
			u.shared = 3
		}
	}
}

// markPulled finds quotations of the core that are printed apart, for show.
func markPulled(units []unit, from, until int) {
	const most = 20 // no page has more
	tried := 0
	for i := range units {
		u := &units[i]
		if u.words < 4 || u.words > 40 || u.overlap < 8 || tried == most {
			continue
		}
		tried++
		bare := strings.Trim(u.text, "\"'“”‘’ .!?")
		for k := from; k < until; k++ {
			if k != i && len(units[k].text) > len(bare)+10 && len(units[k].text) < 5000 && strings.Contains(units[k].text, bare) {
				u.pulled = true
			}
		}
	}
}

// survey looks at all paragraphs of a text.
func survey(text string, spans []onrecord.Span) []unit {
	units := make([]unit, len(spans))
	var scratch [2][]uint32
	for i, span := range spans {
		units[i] = look(text, span, &scratch)
		units[i].gap = i == 0 || strings.Count(text[spans[i-1].End:span.Start], "\n") > 1
	}
	markRepeated(units)
	from, until := core(units)
	markOverlap(units, from, until)
	markPulled(units, from, until)
	markNames(units, from, until)
	markLead(units, from, until)
	markRuns(units, from, until)
	return units
}

// core returns the range of paragraphs that is most densely prose: the largest
// sum of a value for each (Kadane's algorithm).
func core(units []unit) (from, until int) {
	best, sum, start := 0, 0, 0
	for i := range units {
		u := &units[i]
		switch {
		case u.prose && !u.residue():
			sum += min(u.words, 30)
		case u.residue() && u.words > 8:
			sum -= 30
		case u.residue() || u.words < 9 || !u.closes:
			sum -= 10
		default:
			sum -= 3
		}
		if sum <= 0 {
			sum, start = 0, i+1
		} else if sum > best {
			best, from, until = sum, start, i+1
		}
	}
	return from, until
}

// markOverlap counts for each paragraph how many of its content words stand in
// another paragraph of the core.
func markOverlap(units []unit, from, until int) {
	in := map[uint32]int{}
	for i := from; i < until; i++ {
		for _, w := range units[i].content {
			in[w]++
		}
	}
	for i := range units {
		u := &units[i]
		u.overlap = -1
		self := 0
		if i >= from && i < until {
			self = 1
		}
		hits := 0
		for _, w := range u.content {
			if in[w] > self {
				hits++
			}
		}
		if len(u.content) >= 3 {
			u.overlap = hits * 10 / len(u.content)
		}
	}
}

// markLead compares each paragraph with the first ones of the core, whose words
// a headline and a sub-headline share and those of other stories do not.
func markLead(units []unit, from, until int) {
	in := map[uint32]int{}
	lead := 0
	for i := from; i < until && lead < 4; i++ {
		if units[i].prose {
			lead++
			for _, w := range units[i].content {
				in[w] = i
			}
		}
	}
	for i := range units {
		u := &units[i]
		u.lead = -1
		hits := 0
		for _, w := range u.content {
			if at, ok := in[w]; ok && at != i {
				hits++
			}
		}
		if len(u.content) >= 2 {
			u.lead = hits * 10 / len(u.content)
		}
	}
}

// markRuns counts prose above and below, and lines of page since.
func markRuns(units []unit, from, until int) {
	most, now, since, talk := 0, 0, 0, 0
	good := func(u *unit) bool { return u.prose && u.words >= 12 && !u.residue() }
	for i := range units {
		u := &units[i]
		u.runAbove, u.since, u.talk = most, since, talk
		switch {
		case good(u):
			now++
			most = max(most, now)
		default:
			now = 0
		}
		if good(u) && i >= from && i < until {
			since = 0
		} else if u.residue() {
			since++
		}
		if i > from && u.has(comments) {
			talk++
		}
	}
	for i := 0; i < len(units); i++ {
		end := i
		for end < len(units) && good(&units[end]) {
			end++
		}
		for k := i; k < end; k++ {
			units[k].run = min(end-i, 6)
		}
		i = end
	}
	most, now = 0, 0
	for i := len(units) - 1; i >= 0; i-- {
		units[i].runBelow = most
		if good(&units[i]) {
			now++
			most = max(most, now)
		} else {
			now = 0
		}
	}
}

// markRepeated finds paragraphs that are printed twice.
func markRepeated(units []unit) {
	seen := map[uint32]int{}
	for i := range units {
		seen[units[i].key]++
	}
	for i := range units {
		units[i].repeated = units[i].words >= 3 && seen[units[i].key] > 1
	}
}

// stopHashes are the stop words that tell English, and those that would not.
var stopHashes = onceWords(stopWords, wordSet("a an i am how where why because until while still very just should might does did here my your yours nobody something"))

func onceWords(sets ...map[string]bool) func() map[uint32]bool {
	return sync.OnceValue(func() map[uint32]bool {
		hashes := map[uint32]bool{}
		for _, set := range sets {
			for w := range set {
				words, _ := hashWords(w, nil, nil)
				hashes[words[0]] = true
			}
		}
		return hashes
	})
}

// templates name the features; a template has up to 16 values.
var templates = []string{"bias", "words", "end", "open", "capitals", "stops", "separators", "day", "name", "caps", "address",
	"speech", "quotes", "before", "after", "cues-before", "cues-after", "place", "overlap", "repeated", "shorts", "gap", "first",
	"caption", "headline", "name-near", "digits", "cue-count", "names-line", "by-now", "after-next", "quote-alone", "teaser", "head-overlap",
	"lead", "run-below", "run-above", "since", "talk", "prose", "caption-near", "points-near", "source-slash", "question", "run-below-prose", "names-shared", "voice", "label", "signature", "run", "sandwich"}

// cueTemplate is the first of two templates for each cue: in a short line and
// in a long one.
var cueTemplate = len(templates)

var featureCount = (len(templates) + 2*int(cueKinds)) * 16

// featureName is the name of feature f in the model file.
func featureName(f int) string {
	t := f / 16
	name := ""
	switch {
	case t < cueTemplate:
		name = templates[t]
	case (t-cueTemplate)%2 == 0:
		name = "short-" + cueNames[(t-cueTemplate)/2]
	default:
		name = "long-" + cueNames[(t-cueTemplate)/2]
	}
	return name + "=" + strconv.Itoa(f%16)
}

// features appends what is seen of paragraph i.
func features(units []unit, i int, place int, fs []int) []int {
	u := &units[i]
	t := 0
	add := func(value int) { fs = append(fs, t*16+min(max(value, 0), 15)); t++ }
	flag := func(is bool) {
		if is {
			add(1)
		} else {
			t++
		}
	}
	size := sizeOf(u.words)
	add(0)
	add(size)
	add(endMark(u.text))
	add(openMark(u.text))
	add(share(u.capitals, u.words)*2 + small(u.words > 12))
	add(share(u.stops, u.words)*2 + small(u.words > 12))
	add(separators(u.text))
	flag(u.day)
	flag(u.name)
	flag(u.caps > 0 && u.caps*3 >= u.words*2)
	flag(strings.Contains(u.text, "http") || strings.Contains(u.text, "@") || strings.Contains(u.text, "www."))
	flag(u.has(speech))
	add(quoted(u)*2 + small(u.has(speech)))
	add(around(units, i-1))
	add(around(units, i+1))
	add(countCues(units, i-5, i))
	add(countCues(units, i+1, i+6))
	add(place)
	add(u.overlap + 1)
	flag(u.repeated || u.pulled)
	add(shortRun(units, i))
	flag(u.gap)
	add(sizeOf(i))
	add(captionShape(u))
	add(headlineShape(units, i))
	add(nameNear(units, i))
	add(share(u.digits, u.words))
	add(bits.OnesCount32(u.cues &^ (1 << speech)))
	flag(u.name && u.words <= 4)
	flag(u.has(credits) && u.words <= 8 && u.name)
	add(around(units, i+2))
	flag(u.opensQuote && !u.has(speech) && u.overlap >= 8)
	flag(teaserShape(units, i))
	add((u.overlap+1)/2*2 + small(u.words < 20))
	add(leadShape(u))
	add(min(u.runBelow, 4))
	add(min(u.runAbove, 3))
	add(min(u.since, 5))
	add(min(u.talk, 2))
	add(proseShape(u))
	add(captionNear(units, i))
	flag(pointsAbove(units, i))
	flag(sourceSlash(u))
	flag(strings.HasSuffix(u.text, "?") && u.words <= 25)
	add(min(u.runBelow, 3)*4 + min(u.overlap+1, 6)/2)
	add(u.shared + 4*small(u.prose) + 8*small(u.has(speech)))
	add(min(u.address, 3) + 4*small(u.words > 12))
	flag(speakerLabel(u.text))
	flag(signature(u.text))
	add(u.run)
	add(sandwich(units, i))
	for kind := range cueKinds {
		if u.has(kind) {
			fs = append(fs, (cueTemplate+2*int(kind)+small(u.words > 12))*16)
		}
	}
	return fs
}

func small(is bool) int {
	if is {
		return 1
	}
	return 0
}

// sizeOf puts a count into one of ten classes.
func sizeOf(n int) int {
	for i, most := range []int{0, 1, 2, 4, 7, 11, 16, 28, 60} {
		if n <= most {
			return i
		}
	}
	return 9
}

// share puts part of whole into one of six classes.
func share(part, whole int) int { return part * 5 / max(whole, 1) }

func endMark(s string) int {
	bare := strings.TrimRight(s, "\"'”’»")
	if strings.HasSuffix(bare, ")") || strings.HasSuffix(bare, "]") {
		return 8
	}
	last, _ := utf8.DecodeLastRuneInString(bare)
	at := strings.IndexRune(".?!:…,·»|→↓*", last)
	switch {
	case at < 0 && len(bare) < len(s):
		return 1
	case at < 0:
		return 0
	case at < 6:
		return 2 + at
	}
	return 9
}

func openMark(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("\"'“‘«„", first):
		return 1
	case strings.ContainsRune("-–—•*·▪", first):
		return 2 + small(size > 1 && first != '•')
	case unicode.IsDigit(first):
		return 4
	case unicode.IsLower(first):
		return 5
	case unicode.IsUpper(first):
		return 6
	case strings.ContainsRune("([", first):
		return 7
	case first == '©':
		return 8
	}
	return 9
}

func separators(s string) int {
	return min(3, strings.Count(s, " | ")+strings.Count(s, "·")+strings.Count(s, "»")+strings.Count(s, "•")+strings.Count(s, " / "))
}

// quoted tells how a paragraph uses quotation marks: not at all, within, all
// of it.
func quoted(u *unit) int {
	switch {
	case u.opensQuote && u.closes && strings.ContainsAny(u.text[len(u.text)-1:], "\"") || u.opensQuote && strings.HasSuffix(u.text, "”"):
		return 3
	case u.opensQuote:
		return 2
	case strings.ContainsAny(u.text, "\"“"):
		return 1
	}
	return 0
}

// around describes a neighbour in a word.
func around(units []unit, i int) int {
	if i < 0 || i >= len(units) {
		return 0
	}
	u := &units[i]
	switch {
	case u.residue() && u.words > 12:
		return 1
	case u.residue():
		return 2
	case u.prose && u.overlap >= 4:
		return 3
	case u.prose && u.overlap >= 2:
		return 4
	case u.prose:
		return 5
	case u.name || u.day:
		return 6
	case u.words <= 3:
		return 7
	case u.words <= 8:
		return 8
	}
	return 9
}

func countCues(units []unit, from, until int) int {
	n := 0
	for i := max(from, 0); i < min(until, len(units)); i++ {
		n += small(units[i].residue())
	}
	return n
}

// shortRun counts the short lines next to paragraph i, itself included.
func shortRun(units []unit, i int) int {
	short := func(i int) bool { return i >= 0 && i < len(units) && !units[i].prose && units[i].words < 12 }
	if !short(i) {
		return 0
	}
	n := 1
	for k := i - 1; short(k) && n < 8; k-- {
		n++
	}
	for k := i + 1; short(k) && n < 8; k++ {
		n++
	}
	return n
}

// captionShape tells a sentence with a credit in brackets, and a line with a
// source after a slash or a bar.
func captionShape(u *unit) int {
	switch {
	case !u.has(caption):
		return 0
	case strings.HasSuffix(u.text, ")"):
		return 1
	case strings.Contains(u.text, "/"):
		return 2
	case u.words > 12:
		return 3
	}
	return 4
}

// headlineShape tells a line that may be a headline: no full stop, a few
// words, and how soon prose follows and how much of it is in the prose.
func headlineShape(units []unit, i int) int {
	u := &units[i]
	if u.words < 4 || u.words > 22 || strings.HasSuffix(u.text, ".") || strings.HasSuffix(u.text, ":") || u.residue() {
		return 0
	}
	value := 1
	if u.overlap >= 3 {
		value = 3
	}
	if u.overlap >= 5 {
		value = 5
	}
	for k := i + 1; k < min(i+8, len(units)); k++ {
		if units[k].prose && units[k].words > 14 {
			return value + 1
		}
	}
	return value
}

// nameNear tells whether a line before or after is a name or a byline.
func nameNear(units []unit, i int) int {
	is := func(i int) bool { return i >= 0 && i < len(units) && units[i].name }
	return small(is(i-1)) + 2*small(is(i+1)) + 4*small(is(i+2))
}

// leadShape says how much a line shares with the lead, apart for what may be a
// headline or a sub-headline.
func leadShape(u *unit) int {
	value := min(u.lead+1, 7)
	if u.words > 30 || u.words < 3 {
		return 0
	}
	if u.closes {
		return 8 + value
	}
	return value
}

// proseShape says what kind of prose a paragraph is, if any.
func proseShape(u *unit) int {
	switch {
	case !u.prose:
		return 0
	case u.residue():
		return 1
	}
	value := 2
	if u.overlap >= 2 {
		value += 3
	}
	if u.overlap >= 4 {
		value += 3
	}
	if u.has(speech) {
		value++
	}
	if u.words > 16 {
		value += 2
	}
	return value
}

// captionNear tells whether the line before, this one or the next credits a
// picture.
func captionNear(units []unit, i int) int {
	is := func(i int) int {
		return small(i >= 0 && i < len(units) && (units[i].has(caption) || sourceSlash(&units[i])))
	}
	return is(i-1) + 2*is(i) + 4*is(i+1) + 8*small(units[i].prose)
}

// pointsAbove tells whether a list of the article's points begins just above.
func pointsAbove(units []unit, i int) bool {
	for k := max(i-4, 0); k < i; k++ {
		if units[k].has(points) {
			return true
		}
	}
	return false
}

// sandwich tells whether a paragraph stands between two of prose, and how long
// it is itself.
func sandwich(units []unit, i int) int {
	good := func(i int) bool { return i >= 0 && i < len(units) && units[i].prose && !units[i].residue() }
	value := small(good(i-1)) + 2*small(good(i+1))
	return value + 4*small(units[i].words > 8) + 8*small(units[i].residue())
}

// sourceSlash recognises "Jane Roe/The Herald" and "(Jane Roe / AP)".
func sourceSlash(u *unit) bool {
	return u.words >= 2 && u.words <= 9 && strings.Contains(u.text, "/") && u.capitals >= 2 && u.digits == 0 && !u.closes
}

// teaserShape tells a paragraph in a row of title, sentence, byline.
func teaserShape(units []unit, i int) bool {
	for start := max(i-2, 0); start <= i && start+2 < len(units); start++ {
		title, by := &units[start], &units[start+2]
		if !title.closes && title.words >= 4 && title.words <= 20 && by.words <= 9 && (by.name || by.day) {
			return true
		}
	}
	return false
}

// placeOf puts a paragraph in relation to the core.
func placeOf(i, from, until int) int {
	switch {
	case from == until:
		return 0
	case i < from:
		return 1 + min(from-i-1, 5)
	case i < until:
		return 7 + small(i == from) + 2*small(i == until-1)
	}
	return 11 + min((i-until)/2, 4)
}
