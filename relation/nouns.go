package relation

import "strings"

// The nouns for what is said, in singular. A noun has one class: what can be
// true or false before what can be taken or declined, both before what only
// was said.
var nounClass = func() map[string]object {
	m := map[string]object{}
	for class, words := range map[object]string{
		statement: `remark comment statement position stance tweet view promise pledge vow answer response reply
			characterization description declaration announcement speech testimony explanation message post interview letter
			op-ed editorial prediction warning threat assurance assessment opinion rhetoric insult jab joke apology
			denial confession outburst tirade rant slogan question complaint quote quip word sentiment taunt slur tone email e-mail ad commercial`,
		charge: `claim charge allegation accusation assertion notion suggestion idea report rumor rumour speculation contention
			insinuation account characterisation argument criticism theory narrative premise perception implication
			assumption conclusion smear innuendo story lie myth falsehood attack`,
		proposal: `offer proposal plan demand request call invitation bid appeal push ultimatum overture negotiation talk
			recommendation petition deal compromise invite`,
	} {
		for _, w := range strings.Fields(words) {
			m[w] = class // no word stands in two lists
		}
	}
	return m
}()

// agents are nouns for those who speak.
var agents = set(`official spokesman spokeswoman spokesperson critic supporter opponent ally aide adviser advisor leader lawmaker
senator representative congressman congresswoman governor mayor president minister secretary chairman director ambassador
diplomat analyst expert lawyer attorney prosecutor judge democrat republican conservative liberal libertarian activist campaign candidate
nominee rival politician administration government committee party group organization organisation company agency department
ministry team camp editor reporter journalist columnist writer author professor scholar economist strategist surrogate delegate donor
voter resident protester demonstrator veteran general officer executive chief member head union newspaper paper magazine
network board council commission editorial coalition advocate billionaire businessman mogul host anchor commentator pundit
observer source person man woman senators family mother father wife husband son daughter brother sister pope bishop
evangelical christian muslim jew investigator police regime kremlin house media outlet foundation institute association staffer
pollster consultant operative medium commentator friend colleague lobbyist mp chancellor premier king prince panel caucus`)

// papers speak for those who wrote them.
var papers = set("ad letter editorial op-ed statement tweet memo lawsuit complaint column resolution essay commercial")

// kin are people who are named by whose they are, and are not that one.
var kin = set(`mother father wife husband son daughter brother sister family boss rival opponent supporter critic ally aide adviser
advisor surrogate friend colleague spokesman spokeswoman manager nominee pick running-mate predecessor successor voter donor`)

// undefended are objects of "defend" that are not defended in words.
var undefended = set("client people inmate suspect defendant killer murderer title seat border country nation homeland")

// anyone are pronouns that speak.
var anyone = set("he she they we i who you many some others both several")
