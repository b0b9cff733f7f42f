package article

import (
	"math/bits"
	"strconv"
	"strings"
)

// What is seen of a paragraph, by itself and among its neighbours, is a list
// of features: small numbers, one of a fixed set of values for each template.

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

// features appends what is seen of paragraph i, which stands at place in
// relation to the core (placeOf). It is one long list, a line a template in
// the order of their names above.
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
