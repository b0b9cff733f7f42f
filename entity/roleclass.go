package entity

// What a person is called by falls into kinds, by which two words can mean one
// person: "the mogul" may be a candidate, but no reporter.
type roleKind byte

const (
	noKind    roleKind = iota
	office             // held by one or few at a time: "the governor"
	politics           // candidates and parties: "the nominee", "the Ohio Republican"
	business           // "the billionaire"
	stage              // "the actor"
	press              // "the columnist"
	other              // every other title: "the analyst"
	household          // "the wife"
)

var roleKinds = func() map[string]roleKind {
	m := map[string]roleKind{}
	for kind, words := range map[roleKind]map[string]bool{
		office: set(`president vice-president secretary senator representative governor mayor minister premier chancellor king
queen prince princess pope pontiff judge justice attorney-general ambassador speaker lawmaker legislator congressman congresswoman
delegate sheriff commissioner councilman councilwoman assemblyman assemblywoman undersecretary mp lady`),
		politics: set(`candidate nominee hopeful contender frontrunner front-runner challenger standard-bearer politician democrat
republican libertarian independent conservative liberal socialist progressive incumbent statesman rival firebrand outsider maverick`),
		business: set(`businessman businesswoman billionaire millionaire mogul tycoon magnate developer entrepreneur industrialist
donor investor executive founder`),
		stage:     set("actor actress comedian singer rapper model star musician entertainer"),
		press:     set("journalist columnist reporter correspondent anchor editor commentator blogger moderator"),
		household: set("wife husband son daughter mother father brother sister widow cousin"),
	} {
		for w := range words {
			m[w] = kind
		}
	}
	return m
}()

// kindOfRole is the kind of a title's noun.
func kindOfRole(noun string) roleKind {
	if kind, ok := roleKinds[noun]; ok {
		return kind
	}
	if (titleNouns[noun] || spokespeople[noun]) && !anyKind[noun] {
		return other
	}
	return noKind
}

// anyKind are words for people of every kind.
var anyKind = set(`speechwriter legend icon native laureate heir heiress newcomer quarterback athlete wrestler boxer golfer swimmer chairman chief director member ally critic winner champion partner boss owner head surrogate veteran
general officer author writer host co-host co-founder reverend pastor lawyer attorney professor doctor scholar`)

// goesWith are the kinds a person may be known by who is called by a word of
// this kind. Offices are compared by their nouns.
var goesWith = map[roleKind]map[roleKind]bool{
	office:   {politics: true, household: true},
	politics: {office: true, politics: true, business: true, stage: true, household: true},
	business: {politics: true, business: true, household: true},
	stage:    {stage: true, household: true},
	press:    {press: true, household: true},
}

// wider words take in the narrower: a senator is a lawmaker.
var wider = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	add := func(words, narrower string) {
		for w := range set(words) {
			m[w] = set(narrower)
		}
	}
	add("lawmaker legislator", "senator representative congressman congresswoman legislator lawmaker assemblyman assemblywoman speaker leader whip")
	add("politician", "senator representative governor mayor president secretary candidate nominee hopeful legislator lawmaker politician")
	add("candidate hopeful contender", "candidate nominee hopeful contender frontrunner front-runner challenger standard-bearer")
	add("nominee standard-bearer", "nominee standard-bearer")
	add("frontrunner front-runner", "frontrunner front-runner")
	add("businessman billionaire mogul tycoon magnate developer entrepreneur industrialist", "businessman billionaire mogul tycoon magnate developer entrepreneur industrialist executive investor")
	add("businesswoman", "billionaire executive entrepreneur")
	add("donor", "billionaire fundraiser megadonor")
	add("actor actress", "actor actress star comedian")
	add("star", "actor actress singer rapper model")
	add("journalist", "reporter correspondent columnist anchor editor writer")
	add("host", "anchor moderator")
	add("leader", "president premier chancellor dictator speaker chairman")
	add("chief head boss", "president chairman chairwoman director commissioner chief head boss ceo")
	add("pontiff", "pope")
	add("democrat", "democratic")
	return m
}()

// ranks make another of an office: "the governor" is not "the deputy governor".
var ranks = set("deputy vice assistant acting associate junior lieutenant attorney prime press foreign under surgeon")

// past words tell of an office that is over.
var past = set("former ex retired ex-president onetime one-time")

// fillers are modifiers that tell nobody from another who bears the noun.
var fillers = set(`presidential presumptive potential likely leading longtime long-time current then new own same u.s. us american
two-term three-term first-term one-term sitting outgoing incumbent self-proclaimed outspoken real estate reality tv television
business billionaire multibillionaire celebrity media political party veteran fellow
white house hopeful state junior senior influential powerful young elder`)

// folded makes words of one party, and forms of one title, the same.
func folded(w string) string {
	switch w {
	case "gop", "republicans":
		return "republican"
	case "democrat", "democrats":
		return "democratic"
	}
	return titleOf(w)
}
