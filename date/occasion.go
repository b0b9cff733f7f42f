package date

import (
	"strings"

	"onrecord"
)

// An occasion is what a clause says of where something was said: at a rally, in
// an interview with Fox News, in a letter.
type occasion struct {
	class   byte            // 'l' live, 't' talk with a reporter, 'w' written; 0 not said
	noun    string          // "interview"
	names   map[string]bool // "fox", "news"
	another bool            // told of for the first time: "in an interview"
}

// classes of nouns that say where something is said.
var classes = func() map[string]byte {
	m := map[string]byte{}
	for class, words := range map[byte]string{
		'l': `speech rally debate forum town-hall convention fundraiser breakfast dinner ceremony summit crowd audience supporters stage
hearing address sermon lecture rallies speeches`,
		't': `interview interviews show podcast program broadcast documentary film appearance newspaper magazine host`,
		'w': `statement letter email e-mail tweet tweets post memo op-ed editorial essay book video ad Facebook Twitter Instagram`,
	} {
		for _, w := range strings.Fields(words) {
			m[strings.ToLower(w)] = class
		}
	}
	return m
}()

// occasionOf reads the occasion in the clause of a cue, outside content.
func (c *claimer) occasionOf(st *onrecord.Statement, at place) occasion {
	var o occasion
	for k := max(at.first, at.cue-reach); k < min(at.end, at.cueEnd+reach); k++ {
		if !c.noun(k) || classes[c.low[k]] == 0 {
			continue
		}
		source, content := at.in(c, k)
		if source || content || c.content[k] || c.quoted[k] && !c.quoted[at.cue] {
			continue
		}
		if class := classes[c.low[k]]; class != 0 && o.class == 0 && c.afterCase(k) {
			o.class, o.noun = class, c.low[k]
			o.another = c.indefinite(k)
			o.names = c.names(k)
		}
	}
	for _, span := range []onrecord.Span{st.Occasion, st.Medium, st.Addressee} {
		c.addOccasion(&o, span)
	}
	return o
}

// addOccasion adds what a statement's own fields say of where it was said.
func (c *claimer) addOccasion(o *occasion, span onrecord.Span) {
	first, end := c.tokens(span)
	for k := first; k < end; k++ {
		if class := classes[c.low[k]]; class != 0 && o.class == 0 {
			o.class, o.noun = class, c.low[k]
		}
		if strings.HasPrefix(c.r.Tokens[k].Tag, "NNP") {
			if o.names == nil {
				o.names = map[string]bool{}
			}
			o.names[c.low[k]] = true
		}
	}
	if first < end && len(o.names) > 0 && o.class == 0 {
		o.class = 't'
	}
}

// afterCase: "at the rally", "told the crowd": not "denied the interview".
func (c *claimer) afterCase(noun int) bool {
	if c.placed(noun) {
		return true
	}
	for i := noun - 1; i >= 0 && i > noun-5; i-- {
		switch c.low[i] {
		case "told", "tells", "telling", "to", "on":
			return true
		}
		if t := c.r.Tokens[i].Tag; !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "DT" && t != "PRP$" {
			return false
		}
	}
	return false
}

// differs reports two occasions that cannot be one: both are known, and of
// another kind or with other people.
func (o occasion) differs(from occasion) bool {
	if o.class == 0 || from.class == 0 {
		return false
	}
	if o.class != from.class || o.another && from.noun != "" && kind(o.noun) != kind(from.noun) {
		return true
	}
	return len(o.names) > 0 && len(from.names) > 0 && !shares(o.names, from.names)
}
