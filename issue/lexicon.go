package issue

import (
	"fmt"
	"strconv"
	"strings"
)

// What decides a position, but for the issue's own words, is a closed list of
// English predicates and of the little words around them. A line of a table
// is a class, a certainty between 0 and 1 and patterns as in the file of an
// issue; a verb with ~ stands for its four regular forms.

// The poles as indexes.
const (
	forPole     = 0
	againstPole = 1
)

// A class says how a word of the lexicon is used.
type class byte

const (
	attitude class = iota + 1 // takes what it is about as its object: "support"
	deed                      // counts only under a modal or as a demand: "build"
	quality                   // said of it by a copula: "is a mistake"
	status                    // follows it as its verb: "goes ahead"
	verdict                   // stands alone: "out of the question"
	flip                      // turns what follows: "not"
	shift                     // turns what it is said of: "our view has changed"
	settle                    // ends a doubt or an objection: "have been answered"
	modal                     // "will"
	hedge                     // "perhaps"
	boost                     // "absolutely"
	idle                      // is read over: "not only"
)

// A lexeme is an entry of the lexicon.
type lexeme struct {
	class  class
	sign   int     // 1 or -1, where the class has one
	sure   float64 // of an attitude as it stands, of a modal or hedge what it leaves
	denied float64 // of an attitude that is turned
}

var classes = map[string]lexeme{
	"attitude+": {class: attitude, sign: 1}, "attitude-": {class: attitude, sign: -1},
	"deed+": {class: deed, sign: 1}, "quality+": {class: quality, sign: 1}, "quality-": {class: quality, sign: -1},
	"status+": {class: status, sign: 1}, "status-": {class: status, sign: -1},
	"verdict+": {class: verdict, sign: 1}, "verdict-": {class: verdict, sign: -1},
	"flip": {class: flip}, "shift": {class: shift, sign: -1}, "settle": {class: settle, sign: -1}, "modal": {class: modal}, "hedge": {class: hedge}, "boost": {class: boost}, "idle": {class: idle},
}

// Verdicts are found apart from the rest: they count only where they are a clause
// of their own.
var lexicon, verdicts, lexemes = readLexicon()

func readLexicon() (f, alone *finder, out []lexeme) {
	f, alone = &finder{}, &finder{}
	for line := range strings.Lines(lexiconText) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		x, ok := classes[fields[0]]
		sure, denied, both := strings.Cut(fields[1], "/")
		if !both {
			denied = sure
		}
		var err1, err2 error
		x.sure, err1 = strconv.ParseFloat(sure, 64)
		x.denied, err2 = strconv.ParseFloat(denied, 64)
		if !ok || err1 != nil || err2 != nil {
			panic(fmt.Sprintf("lexicon: %q", line)) // a fault of this file, found by any test
		}
		into := f
		if x.class == verdict {
			into = alone
		}
		addAll(into, strings.Join(fields[2:], " "), len(out))
		out = append(out, x)
	}
	return f, alone, out
}

// addAll adds patterns parted by |.
func addAll(f *finder, patterns string, id int) {
	for _, s := range splitBars(patterns) {
		p, err := compile(inflected(s))
		if err != nil {
			panic(fmt.Sprintf("lexicon: %q: %v", s, err))
		}
		f.add(p, id)
	}
}

// inflected writes the forms of a verb with ~ as a choice.
func inflected(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		if v, ok := strings.CutSuffix(f, "~"); ok {
			fields[i] = "{" + strings.Join(inflections(v), "|") + "}"
		}
	}
	return strings.Join(fields, " ")
}

// forms are the four regular forms of a verb.
func forms(v string) []string {
	last, before := v[len(v)-1], v[len(v)-2]
	switch {
	case last == 'e':
		return []string{v, v + "s", v + "d", v[:len(v)-1] + "ing"}
	case last == 'y' && !strings.ContainsRune("aeou", rune(before)):
		return []string{v, v[:len(v)-1] + "ies", v[:len(v)-1] + "ied", v + "ing"}
	case last == 's' || last == 'x' || last == 'h' && (before == 's' || before == 'c'):
		return []string{v, v + "es", v + "ed", v + "ing"}
	}
	return []string{v, v + "s", v + "ed", v + "ing"}
}

// irregular are verbs whose past or participle is not regular.
var irregular = map[string]string{
	"build": "built", "keep": "kept", "hold": "held", "make": "made", "bring": "brought", "buy": "bought", "sell": "sold", "send": "sent",
	"leave": "left", "lose": "lost", "win": "won", "give": "gave given", "take": "took taken", "go": "went gone", "come": "came", "do": "did done",
	"see": "saw seen", "let": "letting", "put": "putting", "cut": "cutting", "shut": "shutting", "sit": "sat sitting", "get": "got gotten getting",
	"stop": "stopped stopping", "drop": "dropped dropping", "scrap": "scrapped scrapping", "ban": "banned banning", "plan": "planned planning",
	"begin": "began begun beginning", "run": "ran running", "meet": "met", "say": "said", "pay": "paid", "lay": "laid", "stand": "stood",
	"spend": "spent", "lend": "lent", "find": "found", "fight": "fought", "teach": "taught", "tell": "told", "think": "thought", "break": "broke broken",
	"speak": "spoke spoken", "choose": "chose chosen", "write": "wrote written", "drive": "drove driven", "draw": "drew drawn", "grow": "grew grown",
	"know": "knew known", "throw": "threw thrown", "tear": "tore torn", "withdraw": "withdrew withdrawn", "set": "setting", "commit": "committed committing",
	"admit": "admitted admitting", "permit": "permitted permitting", "deal": "dealt", "feed": "fed", "lead": "led", "read": "reading", "swim": "swam swum",
	"strike": "struck", "quit": "quitting", "bid": "bidding", "rid": "ridding", "wear": "wore worn", "bury": "buried", "lie": "lay lain lying", "open": "opened opening",
}

// inflections are all forms of a word, as of a verb.
func inflections(w string) []string {
	return append(forms(w), strings.Fields(irregular[w])...)
}

// set makes a set of words.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

func isAdverb(norm string) bool {
	return adverbs[norm] || len(norm) > 4 && strings.HasSuffix(norm, "ly") && !notAdverbs[norm]
}

var (
	adverbs = set(`ever now still also just even again always already then all quite very really too once simply so
		certainly soon today tomorrow here indeed therefore perhaps maybe long rather more most much well far both`)
	notAdverbs = set(`only family supply apply rely reply italy assembly july friendly likely early daily weekly monthly ally rally bully
		hardly scarcely barely comply`)
)
