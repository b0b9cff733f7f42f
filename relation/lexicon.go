package relation

import (
	"strings"

	"onrecord"
)

// An object is a class of what follows a verb.
type object byte

// The classes of objects.
const (
	statement object = 's' // "his remarks"
	charge    object = 'c' // what is true or false: "the allegation"
	proposal  object = 'p' // what is taken or declined: "the offer"
	who       object = 'w' // a person, institution or group
	clause    object = 't' // "that the pier was unsafe"
	doing     object = 'g' // "taking the money"
	thing     object = 'x' // another noun
	it        object = 'i' // "it", "this"
	nothing   object = '0'
	nobody    object = '-' // "nothing", "something"; no verb takes it
)

// A verb is one way to say a relation.
type verb struct {
	kind     onrecord.RelationKind
	own      bool   // the object is the subject's own statement
	objects  string // classes it takes
	particle string // "back" of "walk back"
	prep     string // "at" of "lash out at"
	nouns    map[string]bool
	speech   map[string]bool // "support" of "voiced support for"
	then     map[string]bool // what must follow the object: "of" of "accused Lee of"
	received bool            // the subject gets it: "faced criticism from Lee"
}

// lexicon is the verbs by lemma. A line of the table below is a kind, whose
// statement the object is, the classes of objects, and the verbs: a particle
// stands after a colon, a preposition after a bar, and after an equals sign
// the only nouns that the verb takes. A noun that carries the meaning of a
// verb without one stands after a tilde, what must follow the object after a
// greater-than sign.
var lexicon = parseLexicon(`
walks_back  own   scp0ix  walk:back take:back=remark,word,comment,statement,claim,accusation backtrack backtrack|on backtrack|from backpedal backpedal|on
walks_back  own   scp     retract recant withdraw=remark,comment,statement,claim,accusation,allegation,endorsement,threat,charge rescind=endorsement,statement,invitation,offer back:away|from back:off back:down|from
walks_back  own   sc      disavow apologize|for apologise|for
walks_back  own   0       recant
reverses    own   x       say=opposite reverse=himself,herself,itself,themselves,course,position,stance flip=position change=mind,tune,position,stance,view,story,opinion shift=position,stance
reverses    own   0x      flip-flop flip-flop|on
contradicts other scwit   contradict
contradicts other sct     counter debunk
contradicts other scti    dispute refute rebut
contradicts other scwp    disagree|with take:issue|with push:back|against push:back|on break|with
contradicts other c       challenge
denies      other citg    deny
denies      other x       deny=wrongdoing,involvement,responsibility,knowledge,link,tie,affair,existence,role,relationship,connection,collusion,guilt,culpability,intent,rape,assault,harassment,fraud
denies      other c       dismiss reject brush:off laugh:off shrug:off wave:off scoff|at brush:aside knock:down shoot:down bat:down
rejects     other p       reject rebuff spurn turn:down rule:out decline=invitation,offer,invite refuse=invitation,offer,request,demand
rejects     other gx      rule:out
criticises  other scpwx   criticize criticise rebuke reprimand slam blast lash:out|at denounce condemn decry deride lambaste lambast assail berate castigate chastise chide scold excoriate ridicule mock disparage belittle fault admonish hit:out|at smack:down tear:into lay:into rail|against take:aim|at call:out pillory pummel inveigh|against insult upbraid rip bash taunt scorn
criticises  other scw     skewer hammer trash censure savage attack go:after
criticises  other pw      dismiss
criticises  other x       dismiss=effort,concern,worry,fear,poll
criticises  other w       accuse>of blame>for,over fault>for,over hit>for,over knock>for,over ding>for,over slap>for,over
criticises  other scpwx   deplore vilify demonize demonise malign repudiate speak:out|against poke|at~fun make|of~fun sneer|at jeer|at
criticises  other scpwx   voice|of~criticism,condemnation express|of~criticism voice|at~outrage,anger,disgust express|at~outrage,anger,disgust
criticises  other scpwx   voice|over~outrage,anger express|over~outrage,anger take|at~swipe,shot,jab,dig,potshot aim|at~swipe,shot,jab,dig,barb,criticism
criticises  other scpwx   direct|at~criticism,barb,insult,anger level|at~criticism,insult,barb level|against~criticism,accusation,charge,allegation hurl|at~insult,barb
criticises  other scpwx   issue|of~condemnation,rebuke,denunciation deliver|of~rebuke,condemnation,critique launch|on~tirade,broadside launch|against~tirade,broadside
criticises  other w       launch|on~attack launch|against~attack unleash|on~attack,tirade,broadside,criticism unleash|against~attack,tirade,broadside renew|on~attack lob|at~attack,insult lob|on~attack lob|of~criticism mount|on~attack make|on~attack
endorses    other scpwx   voice|for~support,admiration,praise express|for~support,admiration,praise voice|of~approval express|of~approval heap|on~praise offer|for~praise have|for~praise
endorses    other w       come:to~defense,defence,support rush:to~defense,defence leap:to~defense,defence jump:to~defense,defence rise:to~defense,defence
endorses    other scpwx   salute compliment congratulate extol
endorses    other scw     concur|with
criticises  gets  scwx    face|from~criticism,condemnation,scorn,ridicule,rebuke,backlash draw|from~criticism,condemnation,scorn,ridicule,rebuke,fire,outrage receive|from~criticism,condemnation,rebuke
criticises  gets  scwx    come:under|from~criticism,fire,attack spark|from~criticism,outrage prompt|from~criticism,outrage,condemnation earn|from~criticism,rebuke,scorn,condemnation
endorses    gets  scwx    draw|from~praise,applause,approval receive|from~praise earn|from~praise win|from~praise,approval,applause
denies      other sc      call>false
endorses    other scpwx   praise applaud laud commend hail defend vouch|for
endorses    other scpwx   endorse
endorses    other scpw    agree|with
endorses    other 0       agree
endorses    other scw     echo
endorses    other sp      welcome
endorses    other x       welcome=election,decision,news,move,ruling,verdict,agreement,appointment,nomination
confirms    other sct     confirm corroborate
repeats     own   scptix  reiterate
repeats     own   scpt    repeat reaffirm restate
repeats     own   scp     stand:by stick:by stick:to renew=call,promise,pledge,vow,offer,threat,demand,appeal,warning,criticism,attack
repeats     own   scpx0   double:down|on double:down
qualifies   own   scti    clarify
qualifies   own   s       soften temper tone:down moderate qualify revise
qualifies   own   g       stop:short|of
responds_to other scwx    respond|to reply|to react|to
responds_to other scw     answer=critic,criticism,charge,accusation,attack,ad
responds_to other 0t      respond reply retort answer shoot:back fire:back hit:back write:back
`)

func parseLexicon(table string) map[string][]verb {
	m := map[string][]verb{}
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		f := strings.Fields(line)
		for _, w := range f[3:] {
			vb := verb{kind: onrecord.RelationKind(f[0]), own: f[1] == "own", received: f[1] == "gets", objects: f[2]}
			w, vb.then = cutSet(w, ">")
			w, vb.speech = cutSet(w, "~")
			w, vb.nouns = cutSet(w, "=")
			w, vb.prep, _ = strings.Cut(w, "|")
			w, vb.particle, _ = strings.Cut(w, ":")
			m[w] = append(m[w], vb)
		}
	}
	return m
}

// judging is the first entry of a verb that says a relation with whatever object;
// nil where only certain words make it one.
func judging(lemma string) *verb {
	for i := range lexicon[lemma] {
		if e := &lexicon[lemma][i]; e.speech == nil && e.nouns == nil && !e.then["false"] {
			return e
		}
	}
	return nil
}

// cutSet is w up to the mark, and the set of words behind it, nil when there
// is no mark.
func cutSet(w, mark string) (string, map[string]bool) {
	w, words, ok := strings.Cut(w, mark)
	if !ok {
		return w, nil
	}
	return w, set(strings.ReplaceAll(words, ",", " "))
}
