package entitytest

import (
	"math/rand"
	"strings"

	"onrecord"
)

// The words that random texts are made of: what the rules look for, and marks.
var pieces = strings.Fields(`Ann Lee Bo Hill Mr. Ms. Gov. President Trump Jr. the a an he she they it who which I we his her
said told asked wrote tweeted declined denied would not never will has had according to reportedly that whether if
on in at with for of from by about after before and or but , . ; : — " “ ” ' ’s
officials sources spokesman spokeswoman report poll campaign committee White House Kremlin Beijing New York Times
Monday Tuesday Sunday today yesterday last next this week month year early late March May October 3 12 31 2017 1999
days ago two three speaking reporters interview rally former vice secretary of State senator anonymous several`)

var (
	randomTags  = strings.Fields("NN NNP NNS NNPS VBD VBZ VBP VB VBG VBN MD IN TO DT PRP PRP$ WP JJ RB CD CC POS , . :")
	randomNames = strings.Fields("O PERSON ORGANIZATION LOCATION MISC DATE NUMBER")
	randomRels  = strings.Fields("nsubj dobj root acl:relcl compound appos nmod advcl")
)

// Random is a Reading of n random words with random tags, heads that may point
// anywhere (at themselves and outside too), and random statements whose spans
// lie inside the text and may overlap.
func Random(seed int64, n, statements int) *onrecord.Reading {
	rng := rand.New(rand.NewSource(seed))
	r := &onrecord.Reading{Doc: &onrecord.Document{Article: "random"}}
	var text strings.Builder
	for i := range n {
		if i > 0 {
			text.WriteString([]string{" ", " ", " ", " ", "", "\n"}[rng.Intn(6)])
		}
		w := pieces[rng.Intn(len(pieces))]
		start := text.Len()
		if rng.Intn(200) == 0 {
			w = "" // a token of no length
		}
		text.WriteString(w)
		r.Tokens = append(r.Tokens, onrecord.Token{
			Span: onrecord.Span{Start: start, End: text.Len()}, Lemma: strings.ToLower(w),
			Tag: pick(rng, randomTags), Name: pick(rng, randomNames), Rel: pick(rng, randomRels), Head: rng.Intn(n+4) - 2,
		})
	}
	r.Doc.Text = text.String()
	Prepare(r, rng.Intn(2) == 0)
	if rng.Intn(3) > 0 {
		r.Doc.Published.EDTF = onrecord.EDTF([]string{"2017-12-13", "2017-10", "XXXX-03", "0001-01-01", "?", "nonsense"}[rng.Intn(6)])
	}
	for first := 0; first < n; {
		end := min(n, first+1+rng.Intn(30))
		r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: end, Paragraph: len(r.Sentences) / 3})
		first = end
	}
	for range statements {
		r.Statements = append(r.Statements, randomStatement(rng, r))
	}
	order(r.Statements)
	return r
}

func pick(rng *rand.Rand, from []string) string { return from[rng.Intn(len(from))] }

func randomStatement(rng *rand.Rand, r *onrecord.Reading) onrecord.Statement {
	n := len(r.Tokens)
	span := func(most int) onrecord.Span {
		i := rng.Intn(n)
		return onrecord.Span{Start: r.Tokens[i].Start, End: r.Tokens[min(n-1, i+rng.Intn(most))].End}
	}
	var st onrecord.Statement
	if rng.Intn(8) > 0 {
		st.Cue = span(3)
	}
	if rng.Intn(6) > 0 {
		st.Source = span(6)
	}
	for range rng.Intn(3) {
		st.Content = append(st.Content, span(20))
	}
	Finish(r, &st)
	return st
}
