package entity

import (
	"sort"
	"strings"

	"onrecord"
)

// An outlet is told by its name: a short list of widely known ones, the nouns
// that names of newspapers and stations end in, call signs. All other
// organisations are somebody to talk to, but carry nothing to the page.

// outletNames are outlets and shows, in lower case without "the"; the value is
// the full name where the key is not.
var outletNames = func() map[string]string {
	m := map[string]string{
		"ap": "The Associated Press", "nyt": "The New York Times", "wapo": "The Washington Post", "washpost": "The Washington Post",
		"wsj": "The Wall Street Journal", "huffpost": "The Huffington Post", "gma": "Good Morning America", "afp": "Agence France-Presse",
		"la times": "Los Angeles Times",
	}
	for _, name := range strings.Split(`cnn,fox news,fox news channel,fox business,fox business network,fox news sunday,fox news radio,fox,msnbc,nbc,nbc news,abc,abc news,
cbs,cbs news,npr,pbs,bbc,bbc news,c-span,cspan,cnbc,univision,telemundo,al jazeera,al arabiya,sky news,bloomberg,bloomberg news,bloomberg politics,bloomberg tv,
reuters,associated press,agence france-presse,upi,xinhua,politico,hill,roll call,breitbart,breitbart news,breitbart news daily,huffington post,buzzfeed,buzzfeed news,
vox,slate,salon,axios,daily beast,daily caller,daily signal,daily mail,guardian,observer,independent,telegraph,financial times,economist,wall street journal,
new york times,washington post,usa today,los angeles times,yahoo,yahoo news,time,time magazine,newsweek,new yorker,new york magazine,atlantic,rolling stone,
vanity fair,gq,esquire,people,people magazine,der spiegel,le monde,bild,haaretz,mother jones,intercept,propublica,fivethirtyeight,realclearpolitics,national review,
weekly standard,washington examiner,washington times,washington free beacon,business insider,fortune,forbes,mic,vice,vice news,quartz,gawker,tmz,variety,
hollywood reporter,boston globe,chicago tribune,des moines register,sirius xm,siriusxm,western journalism,infowars,newsmax,red state,redstate,national journal,
new republic,daily news,new york post,new york daily news,usa today,mashable,verge,wired,recode,techcrunch,marketwatch,nation,cosmopolitan,elle,glamour,
essence,ebony,teen vogue,vogue,rt,sputnik,tass,kyodo,yonhap,ny1,globe and mail,le figaro,el pais,la repubblica,
meet the press,face the nation,this week,state of the union,fox and friends,fox & friends,good morning america,today,today show,morning joe,60 minutes,
view,late show,tonight show,daily show,hannity,o'reilly factor,hardball,new day,lead,situation room,anderson cooper 360,rachel maddow show,newshour,pbs newshour,
nightline,kelly file,special report,on the record,capital download,andrea mitchell reports,mtp daily,squawk box,morning edition,fresh air,
all things considered,diane rehm show,real time,full measure,newsmakers,howard stern show,hugh hewitt show,world news tonight,evening news,cbs this morning,
this morning,state of the union,reliable sources,early start,america's newsroom,america's morning news`, ",") {
		m[strings.ReplaceAll(name, "\n", "")] = ""
	}
	return m
}()

// outletHeads end the names of outlets; one word before them is needed, or
// "the".
var outletHeads = set(`times post herald tribune news journal register gazette chronicle globe radio tv television magazine press sun broadcasting
dispatch sentinel courier bulletin examiner mirror telegraph monitor inquirer bee enquirer weekly standard ledger podcast newspaper gazette-mail
post-dispatch post-gazette herald-tribune plain-dealer union-leader leader star-ledger republic observer intelligencer caller beacon wire
sunday broadcast network show today tonight argus advertiser star daily mail`)

// notOutlets end in such a word and are none.
var notOutlets = set("party union court house state")

// plainOutlets are common nouns for the outlet that was named before.
var plainOutlets = set("newspaper paper magazine network station outlet publication broadcaster")

// An outlet found in the text.
type outlet struct {
	name       string
	who        int // being, none when not known
	first, end int // tokens
}

// outletIn finds the first outlet that tokens [a, e) name.
func (d *draft) outletIn(a, e int) (outlet, bool) {
	for k := a; k < e; k++ {
		if !d.capital(k) {
			continue
		}
		end := k + 1
		for end < e && (d.capital(end) || d.tag(end) == "CD" || joining[d.low[end]] && end+1 < e && d.capital(end+1)) {
			end++
		}
		if o, ok := d.outletRun(k, end); ok && d.endsOutlet(o.end, e) {
			return o, true
		}
		k = end - 1
	}
	for k := a; k < e; k++ {
		if plainOutlets[d.low[k]] && (d.at(k-1) == "the" || d.at(k-1) == "that") && k+1 == e {
			return d.outletBefore(k)
		}
	}
	return outlet{}, false
}

// endsOutlet: what follows an outlet's name in its phrase is a person or a
// part of it, not "analysis" or "lunch group".
func (d *draft) endsOutlet(k, e int) bool {
	for ; k < e; k++ {
		if d.noun(k) && !d.capital(k) && !outletParts[d.low[k]] {
			return false
		}
	}
	return true
}

var outletParts = set(`reporter reporters host hosts co-host anchor correspondent correspondents columnist columnists editor editors board editorial
interviewer moderator journalist journalists analyst contributor commentator radio program programme show shows series podcast newspaper magazine
network station piece op-ed column article story channel website blog edition morning sunday news man woman personality producer crew team audience`)

var joining = set("and & of the with for")

// outletRun finds an outlet in a run of capitals: the longest name that begins
// where the run or one of its words does.
func (d *draft) outletRun(first, end int) (outlet, bool) {
	for from := first; from < end; from++ {
		for to := min(end, from+6); to > from; to-- {
			if d.isOutlet(from, to) {
				return d.outletNamed(from, to), true
			}
		}
	}
	return outlet{}, false
}

// isOutlet reports that tokens [from, to) are the whole name of an outlet.
func (d *draft) isOutlet(from, to int) bool {
	key := d.outletKey(from, to)
	if _, ok := outletNames[key]; ok {
		return to-from > 1 || !common[key] || d.at(from-1) == "the" || d.quoted[from] || strings.ToUpper(d.word(from)) == d.word(from) || telling[d.at(from-1)] || d.at(from-2) == "writing" || d.at(from-1) == "with" && meetings[d.at(from-2)]
	}
	if callSign(d.word(from)) && to == from+1 {
		return true
	}
	if d.tag(to-1) == "CD" && to-from > 1 {
		_, ok := outletNames[d.outletKey(from, to-1)]
		return ok || d.low[to-2] == "channel"
	}
	for k := from; k < to; k++ {
		if m := d.mentionAt(k); joining[d.low[k]] && d.low[k] != "and" && d.low[k] != "&" && d.low[k] != "the" || m != nil && m.kind == onrecord.Person {
			return false
		}
	}
	last := d.low[to-1]
	if i := strings.LastIndexByte(last, '-'); i > 0 && d.capital(to-1) && (outletHeads[last[i+1:]] || last[i+1:] == "review") {
		return true
	}
	if last == "channel" && to-from > 1 {
		return true
	}
	return outletHeads[last] && d.capital(to-1) && !notOutlets[d.low[from]] && (to-from > 1 && d.low[from] != "the" || d.low[from] == "the" && to-from >= 2 || d.at(from-1) == "the" && to == from+1 && d.newspaperWord(last))
}

// common words are names of outlets only in some places.
var common = set("time today people fortune nation view lead hill slate salon vice mic elle fox atlantic observer independent guardian economist variety verge wired")

// newspaperWord: "the Post" alone.
func (d *draft) newspaperWord(w string) bool {
	return w == "post" || w == "times" || w == "journal" || w == "globe" || w == "herald" || w == "tribune" || w == "register" || w == "chronicle" || w == "gazette"
}

func (d *draft) outletKey(from, to int) string {
	if d.low[from] == "the" && to-from > 1 {
		from++
	}
	return strings.ReplaceAll(strings.Join(d.low[from:to], " "), "’", "'")
}

// callSign: "WMUR", "KCCI-TV".
func callSign(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "-TV"), "-FM"), "-AM")
	return len(w) == 4 && (w[0] == 'W' || w[0] == 'K') && w == strings.ToUpper(w) && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// outletNamed gives the outlet its full name: the known one, else the fullest
// that the article has.
func (d *draft) outletNamed(from, to int) outlet {
	o := outlet{who: none, first: from, end: to, name: oneLine(d.span(from, to).In(d.text))}
	if m := d.mentionAt(to - 1); m != nil && m.who != none && m.kind != onrecord.Person && !d.beings[m.who].unnamed {
		o.who = m.who
	}
	if full := outletNames[d.outletKey(from, to)]; full != "" {
		o.name = full
	} else if who := d.fullOutlet(d.outletKey(from, to)); who != none {
		o.who, o.name = who, d.beings[who].name
	}
	if o.who != none && strings.HasSuffix(strings.ToLower(d.beings[o.who].name), strings.ToLower(o.name)) {
		o.name = d.beings[o.who].name
	}
	return o
}

// fullOutlet is the one outlet of the article whose name ends in a word that
// alone names many: "the Post".
func (d *draft) fullOutlet(key string) int {
	if !d.newspaperWord(key) {
		return none
	}
	found := none
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.unnamed || b.kind == onrecord.Person || len(b.parts) < 2 || b.parts[len(b.parts)-1] != key || len(b.parts) == 2 && b.parts[0] == "the" {
			continue
		}
		if found != none {
			return none
		}
		found = who
	}
	return found
}

// outletBefore is the outlet named last before token k: "the newspaper".
func (d *draft) outletBefore(k int) (outlet, bool) {
	n := sort.Search(len(d.mentions), func(i int) bool { return d.mentions[i].first >= k })
	for i := n - 1; i >= max(0, n-3*wayReach); i-- {
		m := &d.mentions[i]
		if m.kind != onrecord.Person && m.who != none && d.isOutlet(m.first, m.end) {
			o := d.outletNamed(m.first, m.end)
			o.first, o.end = k, k+1
			return o, true
		}
	}
	return outlet{}, false
}

// idOf is the ID of the entity that a being became, empty when none did.
func (d *draft) idOf(who int) onrecord.EntityID {
	if who == none || len(d.beings[who].mentions) == 0 {
		return ""
	}
	b, list := &d.beings[who], d.r.Entities
	first := b.mentions[0]
	for i := sort.Search(len(list), func(i int) bool { return list[i].Mentions[0].Start >= first.Start }); i < len(list) && list[i].Mentions[0].Start == first.Start; i++ {
		if list[i].Mentions[0] == first && list[i].Kind == b.kind && strings.HasPrefix(list[i].Name, b.name) {
			return list[i].ID
		}
	}
	return ""
}
