package relation

// What speaks for a statement as the words of a judgement. The development half
// of the labels does not tell these weights apart: they were mended on what they
// changed in other articles (docs/decisions/relations.md).
const (
	wordlessOwn = 0.55 // what the verb's own statement has, where it gives no words
	reasonOwn   = 0.75 // or only why

	participle   = 1.8 // in the sentence: "…, saying"
	besideAfter  = 0.9
	besideBefore = 0.6
	behind       = 0.5 // in the sentences that follow

	aboutObject   = 0.4 // it names the object or shares a word with it
	opensNext     = 0.4 // a quotation that opens the next sentence
	givenInQuotes = 0.2
	toldPlainly   = 0.2 // "said", or a participle
	judgesAlike   = 0.2 // of a headline: the article's own sentence for it

	sentenceCost = 0.08 // for each sentence beyond the next
	judgingCost  = 0.5  // its verb judges by itself
	nobodyCost   = 0.3  // a quotation without a source
)

// chosen is the statement whose words fit f best, of those beside the verb and
// in the sentences that follow; none where none has more than least. What
// stands before the verb does not count where the verb gives a reason itself.
func (v *view) chosen(f *frame, least float64, reason bool) int {
	best := none
	take := func(n int, score float64) {
		if score > least {
			best, least = n, score
		}
	}
	if n := v.besides(f); n != none {
		if after := v.place(n) > v.r.Tokens[f.group.verb].Start; after || !reason {
			take(n, v.besideScore(f, n, after))
		}
	}
	v.following(f, take)
	return best
}

// besideScore is what speaks for a statement in the sentence of the verb.
func (v *view) besideScore(f *frame, n int, after bool) float64 {
	score := besideAfter
	switch i := v.cueVerb(n); {
	case !after:
		score = besideBefore
	case i != none && v.tag(i) == "VBG":
		score = participle
	}
	if v.touches(f, &v.r.Statements[n]) {
		score += aboutObject
	}
	return score
}

// followingScore is what speaks for statement n, met at token k in a sentence
// behind the verb's, which ends at end; false when it is nothing of f's.
func (v *view) followingScore(f *frame, n, k, end int) (float64, bool) {
	st := &v.r.Statements[n]
	cost, ok := v.voice(f, n, k, end)
	told := !v.quotes(st)
	headline := v.sentence[f.group.verb] == 0
	if !ok || told && (!headline || !v.hasWords(n)) {
		return 0, false
	}
	about, opens := v.touches(f, st), k < end+opening && v.opens(f, st, k)
	score := behind - cost - sentenceCost*float64(max(0, v.sentencesTo(f, k)-1))
	for _, x := range [...]struct {
		holds bool
		score float64
	}{{!told, givenInQuotes}, {about, aboutObject}, {opens, opensNext}, {told && !v.tells(n), -toldPlainly}} {
		if x.holds {
			score += x.score
		}
	}
	return score + v.cueScore(f, n, opens, headline), about || opens
}

// cueScore is what the verb of the cue of n adds.
func (v *view) cueScore(f *frame, n int, opens, headline bool) float64 {
	i := v.cueVerb(n)
	if i == none {
		return 0
	}
	switch j := judging(v.lemma(i)); {
	case j == nil && v.tells(n):
		return toldPlainly
	case j == nil:
		return 0
	case headline && j.kind == f.verb.kind:
		return judgesAlike
	case !opens && !plainly[v.lemma(i)]:
		return -judgingCost
	}
	return 0
}

// sentencesTo is how many sentences behind the verb token k stands.
func (v *view) sentencesTo(f *frame, k int) int {
	return int(v.sentence[k] - v.sentence[f.group.verb])
}
