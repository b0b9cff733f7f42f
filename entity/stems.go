package entity

import "strings"

// stems are the words of a statement's content that tell something: each has a
// place. Begins is for passing over most other words at once.
type stems struct {
	place  map[string]int
	begins [256]bool
}

func (d *draft) stemsOf(i int) *stems {
	own := &stems{place: map[string]int{}}
	for _, c := range d.r.Statements[i].Content {
		first, end := d.phraseOf(c)
		for k := first; k < end; k++ {
			if w := d.low[k]; d.tells(k) && len(own.place) < maxStems {
				own.begins[beginning(w)] = true
				if _, ok := own.place[stem(w)]; !ok {
					own.place[stem(w)] = len(own.place)
				}
			}
		}
	}
	return own
}

// shared are the places of those of own that statement j says too, as bits.
func (d *draft) shared(j int, own *stems) uint64 {
	var has uint64
	for _, c := range d.r.Statements[j].Content {
		first, end := d.phraseOf(c)
		for k := first; k < end; k++ {
			w := d.low[k]
			if len(w) < 2 || !own.begins[beginning(w)] || !d.tells(k) {
				continue
			}
			if n, ok := own.place[stem(w)]; ok {
				has |= 1 << n
			}
		}
	}
	return has
}

// tells reports a word that says something of the matter.
func (d *draft) tells(k int) bool {
	return len(d.low[k]) > 1 && (d.noun(k) || d.verb(k) || d.adjective(k) || d.tag(k) == "RB") && !emptyWords[d.low[k]]
}

// beginning is a number that words of one stem have in common.
func beginning(w string) byte { return w[0]*31 + w[1] }

// stem cuts a word's ending, so that most forms of one word are the same.
func stem(w string) string {
	w = strings.TrimRight(w, ".")
	for _, ending := range []string{"ing", "ies", "ed", "es", "s", "ly", "e", "y"} {
		if strings.HasSuffix(w, ending) && len(w)-len(ending) >= 3 {
			return w[:len(w)-len(ending)]
		}
	}
	return w
}

// emptyWords are verbs, adverbs and nouns that tell nothing of what was said.
var emptyWords = set(`say said says be is are was were been being has have had having do does did will would can could should may might
must not n't so too there here when where why how than then just very more most much many about over under again also only even still
thing things way lot get got go going make made want think know people`)
