package relation

import "onrecord"

// Verbs that say how a statement goes on from the one before it, and words that
// turn against it.
var (
	adding    = set("add continue explain")
	conceding = set("caution acknowledge concede admit allow lament warn note stress urge deny predict maintain praise criticize")
	turns     = set("but though although")
	turned    = set("still however nevertheless but yet")
)

// Where the other statement may stand.
const (
	sentencesBack  = 3 // before the one that goes on
	statementsBack = 6 // in order of their first words
	statementsOn   = 3
)

// besideEach finds the statements that go on from, or soften, the one before,
// by the verb of their cue.
func (v *view) besideEach() {
	for n := range v.r.Statements {
		if i := v.cueVerb(n); i != none && !v.goesOn(n, i) {
			v.softens(n, i)
		}
	}
}

// cueVerb is the first verb of a statement's cue that is no auxiliary, or none.
func (v *view) cueVerb(n int) int {
	first, end := v.tokens(v.r.Statements[n].Cue)
	for i := first; i < min(end, first+groupReach); i++ {
		if v.cue[i] == int32(n) && v.verb(i) && !v.auxiliary(i) {
			return i
		}
	}
	return none
}

// goesOn: "he added", after a statement of the same speaker; false for another
// verb.
func (v *view) goesOn(n, i int) bool {
	end := i + 1
	switch on := v.lemma(i) == "go" && v.at(end) == "on"; {
	case on:
		end++
	case !adding[v.lemma(i)], v.tag(end) == "VBG", v.tag(end) == "TO": // "continued delivering"
		return false
	case v.lemma(i) == "explain" && (v.tag(end) == "WRB" || v.tag(end) == "WP" || v.tag(end) == "PRP$"): // "explained why she left"
		return false
	}
	g, ok := v.group(i)
	if m := v.earlier(n); ok && !g.passive && m != none && v.hasWords(n) {
		v.join(onrecord.Elaborates, n, m, i, end, addedScore, "the speaker's statement before")
	}
	return true
}

// softens: ", but cautioned that …" after a statement of the same speaker in
// the sentence; "Still, he acknowledged …" also after one in the sentence
// before.
func (v *view) softens(n, i int) {
	if !plainly[v.lemma(i)] && !conceding[v.lemma(i)] || !v.hasWords(n) {
		return
	}
	if g, ok := v.group(i); !ok || g.passive {
		return
	}
	first, _ := v.bounds(i)
	k := i - 1
	for k > first && i-k <= 4 && (v.tag(k) == "RB" || v.tag(k) == "PRP" || v.noun(k) || v.auxiliary(k)) && !turned[v.low[k]] {
		k--
	}
	switch {
	case k >= first && turns[v.low[k]] && k > first:
		m := v.earlier(n)
		if m != none && v.sentenceOf(m) == int(v.sentence[i]) {
			v.join(onrecord.Qualifies, n, m, k, i+1, butScore, "the speaker's statement in the sentence")
		}
	case conceding[v.lemma(i)] && turned[v.low[first]]:
		if m := v.earlier(n); m != none {
			v.join(onrecord.Qualifies, n, m, i, i+1, stillScore, "the speaker's statement before")
		}
	}
}

// earlier is the nearest statement before n that is said, of the same speaker;
// none when somebody else spoke since, or it is too far.
func (v *view) earlier(n int) int {
	m := v.said(n, v.place(n))
	if m != none && v.r.Statements[m].Act == onrecord.Demanded && v.r.Statements[m].Speaker == v.r.Statements[n].Speaker {
		m = v.said(n, v.place(m)) // "He asked her to repeat it" is not gone on with
	}
	if v.r.Statements[n].Speaker == "" {
		if m != none && v.pronounced(n) && v.sentenceOf(n)-v.lastSentence(m) <= 1 {
			return m
		}
		return none
	}
	if !v.goesBackTo(n, m) {
		// What somebody is told to have said stands between: "Lee said that Moor
		// called for it. She added …"
		k := none
		if m != none {
			k = v.said(n, v.place(m))
		}
		if !v.goesBackTo(n, k) || v.sentenceOf(k) != v.sentenceOf(m) {
			return none
		}
		m = k
	}
	if q := v.loose(n, m); q != none {
		return q
	}
	if q := v.said(n, v.place(m)); v.glossed(m) && q != none && len(v.r.Statements[q].Verbatim) > 0 && v.sentenceOf(q) == v.sentenceOf(m) && v.goesBackTo(n, q) {
		return q
	}
	if !v.hasWords(m) { // what was said in words, where that is as near
		if k := v.said(n, v.place(m)); v.goesBackTo(n, k) && v.hasWords(k) {
			return k
		}
	}
	return m
}

// glossed reports a statement that only tells what the one before it means:
// "…, he said, suggesting that …".
func (v *view) glossed(n int) bool {
	i := v.cueVerb(n)
	return i != none && v.tag(i) == "VBG" && !adding[v.lemma(i)] && len(v.r.Statements[n].Verbatim) == 0
}

// loose is the last quotation between statements m and n that nobody is named
// for: who speaks before and after it speaks it too.
func (v *view) loose(n, m int) int {
	best := none
	for k := max(0, n-statementsBack); k < min(len(v.r.Statements), n+statementsOn); k++ {
		if v.nobodys(k) && v.place(k) > v.place(m) && v.place(k) < v.first(n) && (best == none || v.place(k) > v.place(best)) {
			best = k
		}
	}
	return best
}

// nobodys reports a quotation without a source, a cue and a speaker.
func (v *view) nobodys(n int) bool {
	st := &v.r.Statements[n]
	return st.Source.IsZero() && st.Cue.IsZero() && st.Speaker == "" && len(st.Verbatim) > 0
}

// first is the byte where statement n begins.
func (v *view) first(n int) int { return first(&v.r.Statements[n]) }

// goesBackTo reports that m is the speaker's, near enough, and no demand.
func (v *view) goesBackTo(n, m int) bool {
	if m == none || v.r.Statements[m].Act == onrecord.Demanded || v.r.Statements[m].Speaker != v.r.Statements[n].Speaker {
		return false
	}
	return v.sentenceOf(n)-v.lastSentence(m) <= sentencesBack
}

// lastSentence is the sentence where statement m ends: its quotation may go on
// behind its cue.
func (v *view) lastSentence(m int) int {
	s := v.sentenceOf(m)
	if c := v.r.Statements[m].Content; len(c) > 0 {
		if first, end := v.tokens(c[len(c)-1]); first < end {
			s = max(s, int(v.sentence[end-1]))
		}
	}
	return s
}

// pronounced: of "it added" the one who spoke last is meant, also where nobody
// knows who that was.
func (v *view) pronounced(n int) bool {
	first, end := v.tokens(v.r.Statements[n].Source)
	return end == first+1 && v.tag(first) == "PRP"
}

// said is the statement around index n that is the last said before byte at; a
// thought does not count, nor a quotation that nobody is named for, nor n.
func (v *view) said(n, at int) int {
	best := none
	for m := max(0, n-statementsBack); m < min(len(v.r.Statements), n+statementsOn); m++ {
		st := &v.r.Statements[m]
		if m == n || v.place(m) >= at || v.thought(m) || v.nobodys(m) || st.Act == onrecord.Declined || !v.hasWords(m) && st.Kind != onrecord.Reported && st.Act != onrecord.Asked {
			continue
		}
		if best == none || v.place(m) > v.place(best) {
			best = m
		}
	}
	return best
}

// place is the byte where a statement's cue begins, else its content.
func (v *view) place(n int) int {
	st := &v.r.Statements[n]
	if st.Cue.IsZero() && len(st.Content) > 0 {
		return st.Content[0].Start
	}
	return st.Cue.Start
}

// thinking are verbs of what is held without being said.
var thinking = set("fear believe think hope want know see feel expect worry wish refer like love hate prefer doubt")

// thought reports a cue that is no saying.
func (v *view) thought(n int) bool {
	i := v.cueVerb(n)
	if i == none {
		first, end := v.tokens(v.r.Statements[n].Cue)
		return first < end && thinking[v.lemma(first)]
	}
	return thinking[v.lemma(i)]
}

// sentenceOf is the sentence of a statement's cue, else of its content.
func (v *view) sentenceOf(n int) int {
	st := &v.r.Statements[n]
	s := st.Cue
	if s.IsZero() && len(st.Content) > 0 {
		s = st.Content[0]
	}
	if first, end := v.tokens(s); first < end {
		return int(v.sentence[first])
	}
	return none
}

// join adds a relation between two statements that tokens [first, end) say.
func (v *view) join(kind onrecord.RelationKind, from, to, first, end int, score float64, why string) {
	if kind == onrecord.RespondsTo {
		if v.inAnswer == nil {
			v.inAnswer = map[int]bool{}
		}
		v.inAnswer[from] = true
	}
	v.add(onrecord.Relation{
		Kind: kind, Cue: v.span(first, end),
		From: onrecord.End{Statement: v.r.Statements[from].ID}, To: onrecord.End{Statement: v.r.Statements[to].ID},
	}, score, why)
}
