package entity

import (
	"strings"

	"onrecord"
)

// The acts, by the cue's verb or noun, in its forms.
var acts = func() map[string]onrecord.Act {
	m := map[string]onrecord.Act{}
	for act, list := range map[onrecord.Act]string{
		onrecord.Denied:   "deny denies denied denying denial refute refutes refuted refuting disputes disputed dispute disputing rebut rebutted",
		onrecord.Asked:    "ask asks asked asking question questions questioned questioning wonder wonders wondered wondering inquire inquired",
		onrecord.Promised: "promise promises promised promising vow vows vowed vowing pledge pledges pledged pledging guarantee guaranteed guarantees",
		onrecord.Demanded: "demand demands demanded demanding urge urges urged urging order orders ordered ordering implore implored implores beg begged exhort exhorted command commanded plead pleaded request requested requests",
	} {
		for _, w := range strings.Fields(list) {
			m[w] = act // no word stands in two lists
		}
	}
	return m
}()

// nouns are acts only as verbs: "the order" demands nothing of anybody.
var nouns = set("order orders command guarantee guarantees request requests dispute disputes")

var (
	refusing = set("decline declines declined declining refuse refuses refused refusing")
	replying = set("comment comments discuss say answer respond elaborate speak talk confirm address explain specify disclose identify reveal provide give offer")
	saying   = set("say says said saying tell told tells mention mentioned state stated claim claimed suggest suggested argue argued announce announced comment commented deny denied admit admitted answer answered respond responded address addressed confirm confirmed")
	negative = set("not n't n’t never neither nor without")
	modal    = set("would could might may should")
)

// act says what was done with the words, from the cue.
func (d *draft) act(st *onrecord.Statement) onrecord.Act {
	first, end := d.phraseOf(st.Cue)
	negated, refused, modality, said := false, false, false, false
	found := onrecord.Asserted
	for k := first; k < end; k++ {
		w := d.low[k]
		switch {
		case refusing[w]:
			refused = true
		case negative[w]:
			negated = true
		case modal[w] && d.tag(k) == "MD":
			modality = true
		case w == "if" || w == "unless":
			modality = true
		}
		said = said || saying[w]
		if a, ok := acts[w]; ok && found == onrecord.Asserted && (!nouns[w] || d.verb(k)) {
			found = a
		}
	}
	switch {
	case found == onrecord.Denied && d.withholds(st):
		return onrecord.Asserted
	case refused && d.repliesTo(first, end, st):
		return onrecord.Declined
	case negated && modality && said && d.at(end-1) == "comment", negated && said && (d.in(first, end, "respond") || d.in(first, end, "comment") || d.in(first, end, "answer")):
		return onrecord.Declined
	case negated && said:
		return onrecord.NotSaid
	case modality && !negated && (said || found != onrecord.Asserted):
		return onrecord.Conditional
	case found == onrecord.Asked && d.askedTo(st):
		return onrecord.Demanded
	case found == onrecord.Asserted && (d.in(first, end, "called") || d.in(first, end, "calls") || d.in(first, end, "calling")) && (d.in(first, end, "for") || d.in(first, end, "on")):
		return onrecord.Demanded
	}
	if before := first - 1; before >= 0 && found == onrecord.Asserted && (d.at(before) == "if" || d.at(before-1) == "if" && d.sentence[before] == d.sentence[first]) {
		return onrecord.Conditional
	}
	return found
}

// withholds: "deny Lee the nomination" is no denial.
func (d *draft) withholds(st *onrecord.Statement) bool {
	if len(st.Content) == 0 {
		return false
	}
	first, end := d.tokens(st.Content[0])
	if first >= end {
		return false
	}
	m := d.mentionAt(first)
	return m != nil && m.end < end && d.tag(m.end) == "DT" && d.low[m.end] != "that"
}

func (d *draft) in(first, end int, w string) bool {
	for k := first; k < end; k++ {
		if d.low[k] == w {
			return true
		}
	}
	return false
}

// repliesTo: "declined to comment" is no answer, "refused to apologise" is
// one; the verb may stand in the content.
func (d *draft) repliesTo(first, end int, st *onrecord.Statement) bool {
	for k := first; k < end; k++ {
		if replying[d.low[k]] {
			return true
		}
	}
	if len(st.Content) == 0 {
		return true
	}
	from, until := d.tokens(st.Content[0])
	for k := from; k < min(until, from+3); k++ {
		if replying[d.low[k]] {
			return true
		}
	}
	return false
}

// askedTo: "asked voters to stay" is a demand, "asked whether" a question.
func (d *draft) askedTo(st *onrecord.Statement) bool {
	if len(st.Content) == 0 {
		return false
	}
	first, end := d.tokens(st.Content[0])
	if first >= end || questions[d.low[first]] || d.quoted[first] {
		return false
	}
	for k := first; k < min(end-1, first+6); k++ {
		if d.low[k] == "to" && strings.HasPrefix(d.tag(k+1), "VB") {
			return true
		}
	}
	return d.low[first] == "that" || d.low[first] == "for"
}

var questions = set("whether if how why what who when where which about")
