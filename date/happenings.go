package date

// The words for what is held, told or brought out, in lower case; verbs are
// lemmas.
var (
	// happenings are what people speak at.
	happenings = set(`speech speeches address remark remarks comment sermon lecture testimony conversation interview interviews
debate hearing forum town-hall hall panel roundtable summit convention conference briefing meeting call ceremony gathering
rally rallies event appearance stop visit fundraiser breakfast lunch luncheon dinner podcast broadcast program show`)
	// texts are what speaks itself.
	texts = set(`statement letter email e-mail message tweet tweets post memo report poll survey study analysis editorial op-ed
column article essay book video ad release ruling order lawsuit complaint filing announcement
assertion claim accusation declaration pledge vow`)
	// events are what else a saying comes after.
	events = set("speech debate address rally ruling vote shooting attack attacks interview announcement decision report hearing meeting election")
	// appearing are verbs of which each is an appearance.
	appearing = set("speak appear address campaign stump testify tweet debate rally visit hold host deliver headline meet")
	// making are verbs that bring a text out; with others its time may be theirs.
	making = set("release publish issue send post air write file make deliver give tape record hold host conduct run unveil")
	// textVerbs are verbs that name a text or a happening.
	textVerbs = map[string]string{"email": "email", "tweet": "tweet", "rule": "ruling", "debate": "debate", "interview": "interview", "announce": "announcement"}
)

// A thing is what a noun names, in bits.
type thing byte

const (
	happening thing = 1 << iota // what people speak at
	text                        // what speaks itself
	event                       // what a saying comes after
)

// named are the words of all things.
var named = func() map[string]thing {
	m := map[string]thing{}
	for kind, words := range map[thing]map[string]bool{happening: happenings, text: texts, event: events} {
		for w := range words {
			m[w] |= kind
		}
	}
	return m
}()

// thingShapes is for named what shapes is for triggers; a plural is one or two
// letters longer.
var thingShapes = func() (lengths [256]uint32) {
	for w := range named {
		lengths[w[0]] |= 1 << len(w)
	}
	return lengths
}()

// nouns marks the tokens that name a thing, in the plural too.
func (c *claimer) nouns() []thing {
	out := make([]thing, len(c.low))
	if len(c.phrases) == 0 {
		return out // nobody asks
	}
	for i := range out {
		if w := c.low[i]; len(w) < 3 || len(w) > 31 || thingShapes[w[0]]&(1<<len(w)|1<<(len(w)-1)|1<<(len(w)-2)) == 0 || !c.noun(i) {
			continue
		}
		if out[i] = named[c.low[i]]; out[i] == 0 && c.r.Tokens[i].Lemma != c.low[i] {
			out[i] = named[c.r.Tokens[i].Lemma]
		}
	}
	return out
}

// thing is the word for what token i names, in the singular where only that is
// known; empty when it names no thing.
func (c *claimer) thing(i int) string {
	switch {
	case c.things[i] == 0:
		return ""
	case named[c.low[i]] != 0:
		return c.low[i]
	}
	return c.r.Tokens[i].Lemma
}
