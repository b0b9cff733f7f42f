package entity

import "strings"

// The words of titles, groups and sources, in lower case and singular.

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// honorifics stand before names; the value is the gender they tell, '?' when
// none.
var honorifics = map[string]byte{
	"mr.": 'm', "mr": 'm', "mrs.": 'f', "mrs": 'f', "ms.": 'f', "ms": 'f', "miss": 'f', "sir": 'm', "dame": 'f',
	"lady": 'f', "lord": 'm', "king": 'm', "queen": 'f', "prince": 'm', "princess": 'f', "father": 'm',
	"dr.": '?', "dr": '?', "sen.": '?', "sens.": '?', "rep.": '?', "reps.": '?', "gov.": '?', "gen.": '?', "lt.": '?', "col.": '?',
	"maj.": '?', "capt.": '?', "sgt.": '?', "cpl.": '?', "adm.": '?', "prof.": '?', "rev.": '?', "hon.": '?', "pres.": '?', "det.": '?',
	"congressman": 'm', "congresswoman": 'f', "pope": 'm', "rabbi": '?', "imam": '?', "cardinal": 'm',
	"president": '?', "senator": '?', "governor": '?', "secretary": '?', "representative": '?', "mayor": '?', "judge": '?',
	"justice": '?', "chancellor": '?', "minister": '?', "ambassador": '?', "professor": '?', "sheriff": '?', "speaker": '?',
	"general": '?', "admiral": '?', "colonel": '?', "captain": '?', "lieutenant": '?', "sergeant": '?', "chief": '?',
	"chairman": '?', "councilman": 'm', "councilwoman": 'f', "bishop": '?', "archbishop": '?', "reverend": '?', "detective": '?', "officer": '?',
	"vice": '?', "prime": '?', "first": '?', "attorney": '?', "commissioner": '?', "deputy": '?', "coach": '?',
}

// strictHonorifics are followed by a name and nothing else.
var strictHonorifics = set("mr. mr mrs. mrs ms. ms dr. sen. rep. gov. prof. rev.")

// abbreviated titles and what they mean.
var longTitles = map[string]string{
	"sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "lt.": "lieutenant", "col.": "colonel",
	"capt.": "captain", "sgt.": "sergeant", "adm.": "admiral", "dr.": "doctor", "dr": "doctor", "prof.": "professor", "rev.": "reverend",
	"congressman": "representative", "congresswoman": "representative", "pres.": "president", "potus": "president",
	"chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman", "maj.": "major", "cpl.": "corporal", "det.": "detective",
	"advisor": "adviser", "ceo": "executive", "attorneys": "attorney", "gop": "republican", "lawyer": "attorney",
}

// titleOf folds a title's noun: the long form of an abbreviation.
func titleOf(w string) string {
	if long, ok := longTitles[w]; ok {
		return long
	}
	return w
}

// titleNouns are what a person may be called by: offices, ranks, professions.
var titleNouns = set(`president vice-president vice secretary senator representative governor mayor minister premier chancellor
chairman director leader nominee candidate hopeful contender frontrunner king queen prince princess pope judge justice
attorney general lieutenant colonel sergeant captain major corporal admiral officer chief commissioner ambassador envoy diplomat professor doctor
analyst strategist adviser aide manager reporter correspondent anchor host editor author writer columnist journalist activist economist
commentator pollster consultant operative founder co-founder executive billionaire businessman businesswoman developer mogul tycoon speaker
delegate organizer coach actor actress singer comedian historian scientist researcher student veteran sheriff deputy detective
prosecutor counsel bishop archbishop cardinal reverend rabbi imam pastor lawmaker congressman congresswoman politician
democrat republican libertarian independent conservative liberal spokesman spokeswoman spokesperson surrogate ally critic
expert scholar fellow coordinator treasurer owner publisher producer filmmaker physician nurse teacher farmer
soldier dictator strongman whistleblower hacker lobbyist fundraiser surgeon neurosurgeon speechwriter legend icon native laureate heir heiress newcomer quarterback athlete wrestler boxer golfer swimmer pundit financier hotelier philanthropist televangelist evangelist firebrand outsider maverick socialist donor investor banker trader mp legislator councilman councilwoman
assemblyman assemblywoman commissioner superintendent dean provost principal winner champion star model rapper
congressional-leader undersecretary inspector czar head boss partner co-author co-host moderator debater biographer
philosopher psychologist psychiatrist sociologist curator composer novelist poet playwright engineer architect lawyer
ex-president ex-wife lady millionaire entrepreneur industrialist magnate incumbent challenger standard-bearer front-runner politician whip pontiff donor wife husband son daughter mother father brother sister`)

// spokespeople speak for others.
var spokespeople = set("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons")

// somebody are nouns for one person who is not named.
var somebody = set(`official source aide insider person man woman individual voter resident witness supporter
employee worker staffer staff officer agent passenger customer user reader viewer caller member protester demonstrator
attendee victim boy girl kid child friend neighbor colleague operative assistant informant intermediary campaigner opponent rival
guy observer mom dad parent relative lawyer citizen juror patient tourist immigrant refugee migrant blogger`)

// papers are documents that say or show.
var papers = set(`report poll polls survey surveys study studies memo letter statement filing filings review audit analysis editorial
column article book document documents record records email emails e-mail e-mails transcript lawsuit complaint indictment affidavit
census data figures statistics results findings research bill law order ruling opinion decision website site page ad ads advertisement video
tape recording footage photo photos picture image chart survey questionnaire release press-release announcement blog post note
newsletter op-ed headline story stories paper papers message text tweet tweets speech average numbers evidence
constitution amendment platform treaty agreement contract manifesto dossier schedule list profile piece books memoir
biography documentary film`)

// institutions are common nouns for organisations.
var institutionNouns = set(`campaign committee department agency company group organization organisation government administration
court council commission board party newspaper paper network magazine university college school bureau office ministry army
military police union association coalition firm bank team senate house congress parliament cabinet institute foundation
center centre think-tank corporation outlet publication station channel hospital church regime junta force forces
embassy delegation alliance club league caucus panel fund nonprofit non-profit charity department bureau commission giant retailer broadcaster tribunal jury pac`)

// groups are plurals by sense, and the nouns of many.
var groups = set(`people police public media press audience crowd electorate opposition majority minority team staff both many most
some others all everyone everybody jury couple`)

var suffixes = set("jr. jr sr. sr ii iii iv")

// notGiven are words before a last name that are no given name: "Young Lee".
var notGiven = set("young old mister team camp little poor dear big before after with against candidate mother crooked then")

var particles = set("de la del der van von den bin al el ibn da di du le ben st. y dos das of")

// familyFirst are family names of people who write them first.
var familyFirst = set(`kim lee li xi park moon wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin luo
abe aso suga nguyen tran pham mao deng jiang wen ho hwang choi jung kang cho yoon jang ban roh chiang tsai`)

// shortForms are forms of first names that one person goes by.
var shortForms = pairs(`bill william will william billy william bob robert rob robert bobby robert robby robert
mike michael mick michael jim james jimmy james jamie james joe joseph joey joseph tom thomas tommy thomas dan daniel danny daniel
dave david ben benjamin bernie bernard steve stephen steven stephen chris christopher matt matthew nick nicholas tony anthony
andy andrew drew andrew jeff jeffrey greg gregory ken kenneth kenny kenneth ron ronald ronnie ronald don donald donnie donald
ed edward eddie edward ted edward ned edward liz elizabeth beth elizabeth betsy elizabeth kate katherine kathy katherine
katie katherine cathy catherine sue susan susie susan debbie deborah deb deborah pat patricia patty patricia peg margaret
maggie margaret meg margaret jen jennifer jenny jennifer becky rebecca sam samuel alex alexander al albert larry lawrence
rick richard dick richard richie richard rich richard tim timothy jerry gerald gerry gerald harry henry hank henry
jack john johnny john jon jonathan josh joshua zach zachary jake jacob charlie charles chuck charles frank francis
fred frederick gabe gabriel ray raymond phil philip pete peter nate nathaniel vince vincent walt walter wes wesley
abby abigail mandy amanda cindy cynthia kim kimberly vicky victoria tina christina terry terrence barb barbara jan janet
judy judith pam pamela sandy sandra val valerie wendy gwendolyn marty martin mitch mitchell lindsey lindsay doug douglas
hal harold stu stuart geoff geoffrey art arthur`)

func pairs(words string) map[string]string {
	m := map[string]string{}
	f := strings.Fields(words)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}
