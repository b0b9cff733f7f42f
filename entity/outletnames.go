package entity

import "strings"

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

var outletParts = set(`reporter reporters host hosts co-host anchor correspondent correspondents columnist columnists editor editors board editorial
interviewer moderator journalist journalists analyst contributor commentator radio program programme show shows series podcast newspaper magazine
network station piece op-ed column article story channel website blog edition morning sunday news man woman personality producer crew team audience politics political business
sports legal national chief senior managing executive foreign affairs`)

var joining = set("and & of the with for")

// newspaperWords alone name a newspaper after "the".
var newspaperWords = set("post times journal globe herald tribune register chronicle gazette")

// linking words stand in names, but in none that is told by its end.
var linking = set("of with for")

// commonWords are names of outlets only in some places.
var commonWords = set("time today people fortune nation view lead hill slate salon vice mic elle fox atlantic observer independent guardian economist variety verge wired")

// callSign: "WMUR", "KCCI-TV".
func callSign(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "-TV"), "-FM"), "-AM")
	return len(w) == 4 && (w[0] == 'W' || w[0] == 'K') && w == strings.ToUpper(w) && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
