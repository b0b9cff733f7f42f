package date

// undated reports a month or day without its year: beside "are planned" it
// may be to come.
func (p phrase) undated() bool {
	return p.basis == "month" || p.basis == "season" || p.basis == "date" && !p.year
}

// A tense is that of a cue's first verb.
type tense byte

const (
	noTense tense = iota // nouns and prepositions too
	past
	present
	future // and what else has no one time in the past
)

func (c *claimer) tense(at place) tense {
	for i := at.cue; i < at.cueEnd; i++ {
		switch c.r.Tokens[i].Tag {
		case "MD":
			if w := c.low[i]; w == "will" || w == "'ll" || w == "’ll" || w == "wo" {
				return future
			}
			return present
		case "VBD":
			if c.low[i] == "used" && i+1 < len(c.low) && c.low[i+1] == "to" {
				return future // "used to say": at no one time
			}
			return past
		case "VBZ", "VBP":
			if w := c.low[i]; (w == "has" || w == "have" || w == "'s" || w == "'ve" || w == "’s" || w == "’ve") && i+1 < at.cueEnd {
				return past
			}
			return present
		}
	}
	// "will be considered": the auxiliary may stand before the cue.
	if at.cue > at.first && c.r.Tokens[at.cue-1].Tag == "MD" || at.cue > at.first+1 && c.r.Tokens[at.cue-2].Tag == "MD" {
		return future
	}
	return noTense
}

// afterwards: "after backing him", "hours before reports": the cue has another
// time than its sentence.
func (c *claimer) afterwards(at place) bool {
	i := at.cue
	if c.low[i] == "in" || c.r.Tokens[i].Tag == "VBD" {
		return false
	}
	for i--; i >= at.first && at.cue-i < 4; i-- {
		switch c.low[i] {
		case "after", "before", "since", "until", "once":
			return true
		}
		if t := c.r.Tokens[i].Tag; t != "RB" && t != "JJ" && t != "DT" && t != "PRP$" {
			return false
		}
	}
	return false
}

// simplePast reports the tense of a cue that carrying over needs: "said", or a
// participle beside it; not "had said" and not "was saying".
func (c *claimer) simplePast(at place) bool {
	for i := at.cue; i < at.cueEnd; i++ {
		switch c.r.Tokens[i].Tag {
		case "VBD":
			progressive := i+1 < at.cueEnd && c.r.Tokens[at.cueEnd-1].Tag == "VBG" && (c.low[i] == "was" || c.low[i] == "were")
			return !progressive && (c.low[i] != "had" || i+1 >= at.cueEnd)
		case "VBG":
			return !c.perfect(c.head(i))
		case "VBZ", "VBP", "MD", "VB":
			return false
		}
	}
	return false
}

// habits say that something was said at another time or at no one time.
var habits = set("once previously long often repeatedly always frequently usually regularly typically originally formerly")

// habit: "once said", "often repeated", "the last time she said so".
func (c *claimer) habit(at place) bool {
	for i := max(at.first, at.cue-3); i < at.cueEnd; i++ {
		if habits[c.low[i]] || c.low[i] == "time" && i > 0 && (c.low[i-1] == "last" || c.low[i-1] == "first" || c.low[i-1] == "this") && i < at.cue {
			return true
		}
	}
	for i := at.cueEnd; i < min(at.cueEnd+3, at.end); i++ {
		if _, content := at.in(c, i); !content && c.low[i] == "again" {
			return true // "raised them again"
		}
	}
	return false
}

// perfect: "has railed", "rails", "has tried to win by railing": what hangs on
// it has no one time.
func (c *claimer) perfect(verb int) bool {
	for range 3 {
		if verb < 0 || !c.verb(verb) {
			return false
		}
		if t := c.r.Tokens[verb].Tag; t == "VBZ" || t == "VBP" {
			return true
		}
		first, _ := c.near(verb)
		for i := verb - 1; i >= max(first, verb-4); i-- {
			if w := c.low[i]; (w == "has" || w == "have" || w == "'s" || w == "'ve") && c.head(i) == verb {
				return true
			}
		}
		if c.finite(verb) {
			return false
		}
		verb = c.head(verb)
	}
	return false
}
