package entity

import "strings"

// The verbs of saying, in all their forms, and the sets that acts are told by.
// They are found by form, not by the tagger's lemma, so that a wrong tag or no
// tag changes nothing.

// irregular forms; all others are made by rule.
var irregular = map[string]string{
	"say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "give": "gave given", "swear": "swore sworn",
	"shoot": "shot", "take": "took taken", "make": "made", "bring": "brought", "hold": "held", "leave": "left", "feel": "felt",
	"think": "thought", "see": "saw seen", "know": "knew known", "sit": "sat sitting", "mean": "meant", "lay": "laid", "hear": "heard",
	"send": "sent", "go": "went gone", "keep": "kept", "begin": "began begun beginning", "get": "got getting", "set": "setting", "beseech": "besought", "mislead": "misled", "forget": "forgot forgotten forgetting",
}

// doubling verbs double their last letter: "admitted".
var doubling = set("admit rebut refer plan commit brag beg rip slam stop bat demur omit permit pin chat quip shrug tap nod refuel")

// forms are those of a verb: "deny denies denied denying".
func forms(base string) []string {
	stem, past := base, "ed"
	switch {
	case doubling[base]:
		stem = base + base[len(base)-1:]
	case strings.HasSuffix(base, "e"):
		stem = base[:len(base)-1]
	}
	third := base + "s"
	switch {
	case strings.HasSuffix(base, "y") && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeou"):
		third = base[:len(base)-1] + "ies"
		return []string{base, third, base[:len(base)-1] + "ied", base + "ing"}
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "x"):
		third = base + "es"
	}
	out := []string{base, third, stem + "ing"}
	if f, ok := irregular[base]; ok {
		return append(out, strings.Fields(f)...)
	}
	return append(out, stem+past)
}

// bases leads from each form of some verbs to the verb.
func bases(lists ...string) map[string]string {
	m := map[string]string{}
	for _, list := range lists {
		for _, base := range strings.Fields(list) {
			for _, form := range forms(base) {
				m[form] = base
			}
		}
	}
	return m
}

const (
	denying    = `deny refute dispute rebut debunk`
	dismissing = `dismiss reject rebuff contest contradict challenge discredit disavow knock shoot bat laugh shrug brush push scoff swat pooh-pooh repudiate discount`
	asking     = `ask question wonder query inquire quiz`
	promising  = `promise vow pledge guarantee swear`
	demanding  = `demand urge order implore beg exhort command plead request beseech`
	// steering verbs demand where what follows is "somebody to do something"
	steering = `tell want press pressure encourage challenge dare advise warn instruct direct appeal petition lobby invite remind`
	stating  = `say tell mention state claim suggest argue announce comment admit answer respond reply return address confirm declare accuse discuss
testify talk speak endorse call criticize criticise praise blame condemn denounce attack warn threaten reveal disclose explain describe outline
unveil propose note acknowledge concede apologize apologise report write tweet post publish insist assert allege defend predict recommend thank
congratulate express repeat reiterate emphasize stress cite refer quote object complain boast brag tout joke name specify identify elaborate
clarify assure inform signal hint imply remark observe retweet add continue recall contend maintain caution lament mock echo vouch
characterize portray label brand commit renounce disavow speculate weigh indicate advocate nominate touch reprint quip muse slam blast rip
detail define debate unveil proclaim profess decry raise utter spell`
)

var (
	statingVerbs    = bases(stating, denying, asking, promising, demanding)
	denyingVerbs    = bases(denying)
	dismissingVerbs = bases(dismissing)
	askingVerbs     = bases(asking)
	promisingVerbs  = bases(promising)
	demandingVerbs  = bases(demanding)
	steeringVerbs   = bases(steering)
	threateningVerb = bases("threaten")
	warningVerb     = bases("warn caution")
	namingVerbs     = bases("call label brand describe characterize denounce dub blast slam decry")

	refusingVerbs = bases("decline refuse")
	dodgingVerbs  = bases("dodge sidestep duck evade deflect demur ignore avoid refrain refer defer")
	failingVerbs  = bases("fail neglect omit forget avoid refrain stop")
	planningVerbs = bases("plan expect intend prepare schedule slate aim arrange")
	planningWords = set("set due poised about going likely ready plans planning expected intends")
)

// claimNouns are what is denied.
var claimNouns = set(`claim claims charge charges allegation allegations accusation accusations report reports suggestion suggestions notion notions
implication implications idea rumor rumors rumour rumours speculation assertion assertions argument arguments criticism criticisms complaint complaints
characterization characterizations insinuation insinuations theory theories story stories narrative perception assumption contention link links ties connection connections involvement wrongdoing knowledge responsibility innuendo smear smears concern concerns fear fears worries doubts
critique statement statements comparison comparisons premise`)

// falseWords say that a claim is not so.
var falseWords = set(`false untrue baseless unfounded inaccurate wrong lie lies lying nonsense ridiculous absurd fiction fabricated fabrication bogus hoax
smear garbage laughable silly erroneous incorrect ludicrous preposterous outrageous groundless meritless fake myth`)

// untrue are those of them that say nothing else.
var untrue = set("false untrue baseless unfounded fabricated fabrication hoax groundless")

// withheld are nouns that are denied to somebody: no claim is.
var withheld = set(`entry access permission request requests visa visas bail parole petition appeal application status nomination justice funding aid
service services asylum benefits change changes motion bid coverage credentials license tenure membership right rights opportunity chance`)

// requests are what goes without an answer.
var requests = set(`request requests call calls message messages email emails e-mail e-mails question questions inquiry inquiries query queries comment
interview phone voicemail letter letters follow-up inquires reporters`)

// revealing verbs are what is declined: "declined to say".
var revealingVerbs = bases(`comment discuss say answer respond elaborate speak talk confirm address explain specify state disclose identify reveal provide
offer speculate name share interview weigh characterize divulge detail define reply tell quantify predict clarify describe`)
