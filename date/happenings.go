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
	textVerbs = map[string]string{"email": "email", "tweet": "tweet", "rule": "ruling", "debate": "debate", "interview": "interview"}
)
