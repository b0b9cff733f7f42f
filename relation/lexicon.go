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
}

// lexicon is the verbs by lemma. A line of the table below is a kind, whose
// statement the object is, the classes of objects, and the verbs: a particle
// stands after a colon, a preposition after a bar, and after an equals sign
// the only nouns that the verb takes.
var lexicon = parseLexicon(`
walks_back  own   scp0ix  walk:back take:back=remark,word,comment,statement,claim,accusation backtrack backtrack|on backtrack|from backpedal backpedal|on
walks_back  own   scp     retract recant withdraw=remark,comment,statement,claim,accusation,allegation,endorsement,threat,charge rescind=endorsement,statement,invitation,offer back:away|from back:off back:down|from
walks_back  own   sc      disavow apologize|for apologise|for
walks_back  own   0       recant
reverses    own   x       reverse=himself,herself,itself,themselves,course,position,stance flip=position change=mind,tune,position,stance,view,story,opinion shift=position,stance
reverses    own   0x      flip-flop flip-flop|on
contradicts other scwit   contradict
contradicts other sct     dispute refute rebut counter debunk
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
criticises  other w       accuse
endorses    other scpwx   praise applaud laud commend hail defend vouch|for
endorses    other scpw    endorse agree|with
endorses    other scw     echo
endorses    other sp      welcome
confirms    other sct     confirm corroborate
repeats     own   scptix  reiterate
repeats     own   scpt    repeat reaffirm restate
repeats     own   scp     stand:by stick:by stick:to renew=call,promise,pledge,vow,offer,threat,demand,appeal,warning,criticism,attack
repeats     own   scpx0   double:down|on double:down
qualifies   own   scti    clarify
qualifies   own   s       soften temper tone:down moderate qualify revise
qualifies   own   g       stop:short|of
responds_to other scwx    respond|to reply|to react|to
responds_to other 0t      respond reply retort answer shoot:back fire:back hit:back write:back
`)

func parseLexicon(table string) map[string][]verb {
	m := map[string][]verb{}
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		f := strings.Fields(line)
		for _, w := range f[3:] {
			vb := verb{kind: onrecord.RelationKind(f[0]), own: f[1] == "own", objects: f[2]}
			w, nouns, _ := strings.Cut(w, "=")
			if nouns != "" {
				vb.nouns = set(strings.ReplaceAll(nouns, ",", " "))
			}
			w, vb.prep, _ = strings.Cut(w, "|")
			w, vb.particle, _ = strings.Cut(w, ":")
			m[w] = append(m[w], vb)
		}
	}
	return m
}
