package identity

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord"
	"onrecord/people"
)

// walks are ways of life that one person seldom leads two of at a time, each with
// words of titles that tell it. Politics and business, universities, the press
// and lobbying are led together by many, and part nobody.
var walks = map[string][]string{
	"in office":     strings.Fields("representative senator governor mayor minister alderman councilman councilwoman lawmaker legislator assemblyman assemblywoman congressman"),
	"a cleric":      strings.Fields("pastor priest rabbi imam bishop archbishop cardinal reverend minister evangelist monk nun vicar"),
	"in sport":      strings.Fields("coach quarterback pitcher goalkeeper striker midfielder defender boxer golfer footballer player athlete swimmer jockey"),
	"an artist":     strings.Fields("actor actress singer rapper musician drummer guitarist comedian filmmaker painter sculptor novelist poet"),
	"in the police": strings.Fields("sheriff detective officer sergeant constable trooper policeman policewoman inspector"),
	"a soldier":     strings.Fields("lieutenant corporal soldier marine airman sailor"),
	"in a trade":    strings.Fields("farmer waitress waiter teacher nurse plumber carpenter electrician mechanic driver cashier welder miner fisherman trucker barber cook retiree student resident"),
	"a scholar":     strings.Fields("professor economist historian physicist biologist chemist astronomer geologist"),
	"a doctor":      strings.Fields("surgeon physician doctor psychiatrist dentist paediatrician pediatrician veterinarian"),
	"on the air":    strings.Fields("reporter anchor correspondent columnist"),
}

// walkOf is the walk of life of a title, and the word that tells it; empty when
// none does, or words of several do. What is over, or is only about to be, tells
// none; nor does who works for somebody: "the senator's spokesman". What comes
// after the head of a title ("of", "and") is not looked at.
func walkOf(title string) (walk, word string) {
	head := strings.ToLower(title)
	for _, after := range []string{" of ", " at ", " in ", " and ", " who ", " with ", " for ", " to ", ","} {
		head, _, _ = strings.Cut(head, after)
	}
	r := people.OfficeOf(head, "")
	if r.Past || r.Coming || strings.Contains(head, "'s ") || strings.Contains(head, "’s ") || r.Has(nobodys...) {
		return "", ""
	}
	for _, name := range walkNames {
		for _, w := range walks[name] {
			if !r.Has(w) {
				continue
			}
			if walk != "" && walk != name {
				return "", ""
			}
			walk, word = name, w
			break
		}
	}
	return walk, word
}

// nobodys are words of titles that are what somebody is to another, or wants to be.
var nobodys = strings.Fields("aide spokesperson son daughter wife husband brother sister father mother friend candidate campaign adviser deputy assistant staff chief")

var walkNames = func() []string {
	var out []string
	for walk := range walks {
		out = append(out, walk)
	}
	slices.Sort(out)
	return out
}()

// A side is a part of a speaker's documents that could be somebody else's.
type side struct {
	docs    []onrecord.DocumentID
	outlets []string // in order of the documents, each once
	walk    string
	title   string
	country string
	with    map[string]bool
	n       int // statements
}

const (
	partedWalks   = 1.0 // two walks of life
	partedCountry = 1.0 // titles of two countries
	noCompany     = 1.0 // nobody but whom a fifth of all documents name stands beside both
)

// namesakes proposes to split a name whose documents tell of two walks of life or
// two countries, and share no company.
func (x *index) namesakes() (out []Proposal) {
	for _, f := range x.of(onrecord.Person) {
		if len(f.docs) < 2 || len(f.names[0].First) == 0 {
			continue
		}
		sides := x.sides(f)
		for i := 1; i < len(sides); i++ {
			if p, ok := x.part(f, sides[0], sides[i]); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// sides groups a speaker's documents by what they say of its walk of life and
// country; a document that says nothing of either joins no side, and stays where
// it is. The side with the most statements comes first.
func (x *index) sides(f *fact) []*side {
	by := map[string]*side{}
	var order []string
	for i := range f.Appearances {
		a := &f.Appearances[i]
		walk, country, title := said(a)
		if walk == "" {
			continue
		}
		key := walk + "\x00" + country
		if by[key] == nil {
			by[key] = &side{walk: walk, country: country, title: title, with: map[string]bool{}}
			order = append(order, key)
		}
		s := by[key]
		s.docs = append(s.docs, a.Doc)
		s.n += a.Statements
		if a.Outlet != "" && !slices.Contains(s.outlets, a.Outlet) {
			s.outlets = append(s.outlets, a.Outlet)
		}
		for _, key := range a.With {
			person := strings.HasPrefix(key, string(onrecord.Person)+":")
			if person && key != f.Key && math.Log(float64(x.docs+1)/float64(x.named[key]+1)) > 1.5 {
				s.with[key] = true
			}
		}
	}
	var out []*side
	for _, key := range order {
		out = append(out, by[key])
	}
	slices.SortStableFunc(out, func(a, b *side) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.walk, b.walk), cmp.Compare(a.country, b.country))
	})
	return out
}

// said is the walk of life and the country that a document gives, by its first
// role that tells.
func said(a *onrecord.Appearance) (walk, country, title string) {
	for _, r := range a.Roles {
		if w, _ := walkOf(r.Title); w != "" {
			if walk != "" && walk != w {
				return "", "", "" // one article tells of both: it is one person
			}
			walk, title = w, r.Title
			one := people.OfficeOf(r.Title, r.Organisation)
			country = cmp.Or(country, one.Country())
		}
	}
	return walk, country, title
}

// part weighs whether the second side is somebody else.
func (x *index) part(f *fact, main, other *side) (Proposal, bool) {
	p := pair{a: f, b: f, class: Namesakes}
	p.say("%s in %s, %s in %s", main.title, documents(main), other.title, documents(other))
	w := 0.0
	if main.walk != other.walk {
		w += partedWalks
		p.say("one is %s, the other %s", main.walk, other.walk)
	}
	if main.country != "" && other.country != "" && main.country != other.country {
		w += partedCountry
		p.say("one of %s, the other of %s", main.country, other.country)
	}
	if w == 0 {
		return Proposal{}, false
	}
	common := 0
	for key := range other.with {
		if main.with[key] {
			common++
		}
	}
	if common == 0 {
		w += noCompany
		p.say("named with nobody who is named with the other")
	}
	w -= float64(common)
	p.score = 1 / (1 + math.Exp(-w))
	name := f.Key + "-" + slug(other)
	slices.Sort(other.docs)
	return Proposal{Class: Namesakes, Identification: onrecord.Identification{Kind: onrecord.Split, Key: f.Key, Other: name,
		Docs: slices.Compact(other.docs), Evidence: p.evidence, Score: round(p.score)}}, p.score >= floor && !x.whole[[2]string{f.Key, name}]
}

// documents says in how many documents a side stands, and who published them.
func documents(s *side) string {
	words := "one document"
	if len(s.docs) > 1 {
		words = fmt.Sprintf("%d documents", len(s.docs))
	}
	if len(s.outlets) == 0 {
		return words
	}
	return words + " (" + strings.Join(s.outlets[:min(len(s.outlets), 3)], ", ") + ")"
}

// slug is what is added to the name of a namesake: the word of its title that
// tells its walk of life, and its country.
func slug(s *side) string {
	_, word := walkOf(s.title)
	return strings.ReplaceAll(strings.TrimSpace(word+" "+s.country), " ", "-")
}
