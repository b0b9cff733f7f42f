package relation

import "onrecord"

// How often kind and cue were right among relations drawn at random from 728
// train articles of PolNeAR, 60 or all of a class; docs/decisions/relations.md
// has the counts.
var precision = map[onrecord.RelationKind]float64{
	onrecord.Criticises: 0.98, onrecord.Endorses: 0.98,
	onrecord.Denies: 0.97, onrecord.Contradicts: 0.95, onrecord.Rejects: 0.95, onrecord.Confirms: 0.95,
	onrecord.Repeats: 0.93, onrecord.WalksBack: 0.93, onrecord.Reverses: 0.9, onrecord.Qualifies: 0.9,
	onrecord.RespondsTo: 0.93,
}

// The same for what no verb of the lexicon says.
const (
	answeredScore = 0.95 // "Asked about it, …"
	addedScore    = 0.97 // "he added"
	butScore      = 0.93 // ", but cautioned that …"
	stillScore    = 0.85 // "Still, she acknowledged …"
	nominalScore  = 0.95 // "her attack on Lee": 45 of 46
	occasionScore = 0.8  // "Her remarks came after …": too few to count
	impliedScore  = 0.6  // too few to count
)

// The scores of statements that are added: how often annotators marked such a
// question (61 of 78); for acts, of which too few were found to count, little
// more than the least that extraction keeps.
const (
	questionScore = 0.78
	addedLeast    = 0.5
)

// score is the precision of the frame's class.
func (f *frame) score() float64 { return precision[f.verb.kind] }
