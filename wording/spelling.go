package wording

import "strings"

// British spellings and the American ones they become, after the lists of
// VarCon (Atkinson); word by word where no rule is safe.
var american = table(`centre center|centres centers|theatre theater|theatres theaters|metre meter|metres meters|litre liter|litres liters
kilometre kilometer|kilometres kilometers|fibre fiber|defence defense|defences defenses|offence offense|offences offenses|licence license
licences licenses|pretence pretense|programme program|programmes programs|grey gray|judgement judgment|judgements judgments|ageing aging
tyre tire|tyres tires|plough plow|sceptic skeptic|sceptics skeptics|sceptical skeptical|scepticism skepticism|mum mom|mums moms
whilst while|amongst among|towards toward|afterwards afterward|fulfil fulfill|enrol enroll|skilful skillful|manoeuvre maneuver
manoeuvres maneuvers|aluminium aluminum|catalogue catalog|dialogue dialog|analogue analog|cheque check|cheques checks|kerb curb
practise practice|practised practiced|practising practicing|mould mold|storey story|cosy cozy|draught draft|jewellery jewelry
paediatric pediatric|paediatrician pediatrician|anaesthetic anesthetic|encyclopaedia encyclopedia|foetus fetus|learnt learned|burnt burned
spelt spelled|dreamt dreamed|leant leaned|gotten got|yeah yes|yep yes|nope no`)

var (
	ours = strings.Fields(`colour favour labour honour harbour neighbour rumour behaviour humour vapour endeavour armour odour parlour rigour
savour tumour valour vigour splendour candour clamour fervour flavour saviour`)
	doubled = set(`travell cancell labell modell fuell counsell signall levell quarrell rivall totall channell tunnell panell diall equall
marvell bargainn shovell spirall unravell`)
	// These end in -ise in American spelling too.
	ised = set(`rise wise promise exercise advise raise noise precise surprise otherwise likewise franchise enterprise compromise disguise
praise expertise revise supervise televise improvise merchandise devise despise demise concise premise paradise cruise bruise poise arise
comprise excise treatise turquoise malaise chemise incise circumcise advertise sunrise appraise mayonnaise porpoise tortoise anise
braise polonaise denise louise elise reprise uprise apprise moonrise chastise guise vise clockwise`)
)

// spelling is w in American spelling.
func spelling(w string) string {
	if us := american[w]; us != "" {
		return us
	}
	if len(w) < 5 {
		return w
	}
	if strings.Contains(w, "our") {
		for _, o := range ours {
			if strings.HasPrefix(w, o) {
				return o[:len(o)-2] + "r" + w[len(o):]
			}
		}
	}
	for _, e := range [...][2]string{{"isation", "ization"}, {"isations", "izations"}, {"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"}} {
		if stem, ok := strings.CutSuffix(w, e[0]); ok {
			return stem + e[1]
		}
	}
	for _, e := range [...]string{"e", "ed", "es", "er", "ers", "ing"} {
		stem, ok := strings.CutSuffix(w, e)
		if !ok {
			continue
		}
		if root, ok := strings.CutSuffix(stem, "is"); ok && len(root) > 2 && !ised[stem+"e"] && !ised[strings.TrimPrefix(stem, "un")+"e"] {
			return root + "iz" + e
		}
		if doubled[stem] {
			return stem[:len(stem)-1] + e
		}
	}
	return w
}
