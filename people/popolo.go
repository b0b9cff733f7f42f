package people

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"onrecord"
)

// Popolo (popoloproject.com) is an object with lists of persons, posts,
// organizations and memberships that refer to each other by id. A membership is
// a holding; its role, else its post's label or role, is the position. A person
// may hold its memberships itself, and name its person, post and organization
// in place of an id. A membership without dates has those of its legislative
// period, which is an event (as EveryPolitician has them).
type popolo struct {
	Persons       []popoloPerson     `json:"persons"`
	Posts         []popoloPost       `json:"posts"`
	Organizations []popoloNamed      `json:"organizations"`
	Memberships   []popoloMembership `json:"memberships"`
	Events        []popoloEvent      `json:"events"`
}

type popoloEvent struct {
	ID        string `json:"id"`
	StartDate string `json:"start_date"`
	EndDate   string `json:"end_date"`
}

type popoloNamed struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type popoloPerson struct {
	popoloNamed
	OtherNames  []popoloNamed `json:"other_names"`
	Identifiers []struct {
		Scheme     string `json:"scheme"`
		Identifier string `json:"identifier"`
	} `json:"identifiers"`
	Memberships []popoloMembership `json:"memberships"`
}

type popoloPost struct {
	ID             string `json:"id"`
	Label          string `json:"label"`
	Role           string `json:"role"`
	OrganizationID string `json:"organization_id"`
}

type popoloMembership struct {
	Role           string        `json:"role"`
	Label          string        `json:"label"`
	PersonID       string        `json:"person_id"`
	Person         *popoloPerson `json:"person"`
	PostID         string        `json:"post_id"`
	Post           *popoloPost   `json:"post"`
	OrganizationID string        `json:"organization_id"`
	Organization   *popoloNamed  `json:"organization"`
	StartDate      string        `json:"start_date"`
	EndDate        string        `json:"end_date"`
	PeriodID       string        `json:"legislative_period_id"`
}

func (l *List) popolo(b []byte) error {
	var p popolo
	if b[0] == '[' {
		return errors.New("a JSON list: Popolo is an object with persons, organizations and memberships")
	}
	if err := json.Unmarshal(b, &p); err != nil {
		at := b
		if e := (*json.SyntaxError)(nil); errors.As(err, &e) {
			at = b[:min(int(e.Offset), len(b))]
		} else if e := (*json.UnmarshalTypeError)(nil); errors.As(err, &e) {
			at = b[:min(int(e.Offset), len(b))]
		}
		return fmt.Errorf("line %d: not Popolo JSON: %w", 1+strings.Count(string(at), "\n"), err)
	}
	known := &referred{map[string]*popoloPerson{}, map[string]*popoloPost{}, map[string]*popoloNamed{}}
	periods := map[string]popoloEvent{}
	for _, e := range p.Events {
		periods[e.ID] = e
	}
	for i := range p.Persons {
		person := &p.Persons[i]
		known.persons[person.ID] = person
		for _, m := range person.Memberships {
			m.Person = person
			p.Memberships = append(p.Memberships, m)
		}
	}
	for i := range p.Posts {
		known.posts[p.Posts[i].ID] = &p.Posts[i]
	}
	for i := range p.Organizations {
		known.organizations[p.Organizations[i].ID] = &p.Organizations[i]
	}
	if len(p.Memberships) == 0 {
		return errors.New("no memberships in it: Popolo JSON has them in a list of this name, or in each person's")
	}
	if len(p.Memberships) > maxLines {
		return fmt.Errorf("more than %d memberships: import it in parts", maxLines)
	}
	for i := range p.Memberships {
		m := &p.Memberships[i]
		period := periods[m.PeriodID]
		l.add(known.holding(m, i+1), first(m.StartDate, period.StartDate), first(m.EndDate, period.EndDate))
	}
	return nil
}

// referred are the things that memberships refer to, by id.
type referred struct {
	persons       map[string]*popoloPerson
	posts         map[string]*popoloPost
	organizations map[string]*popoloNamed
}

func (k *referred) holding(m *popoloMembership, n int) onrecord.Holding {
	person, post, org := m.Person, m.Post, m.Organization
	if person == nil {
		person = k.persons[m.PersonID]
	}
	if post == nil {
		post = k.posts[m.PostID]
	}
	h := onrecord.Holding{Line: n, Position: spaced(m.Role)}
	orgID := m.OrganizationID
	if post != nil {
		if h.Position == "" || h.Position == "member" {
			h.Position = spaced(first(post.Label, post.Role, m.Role))
		}
		orgID = first(orgID, post.OrganizationID)
	}
	h.Position = first(h.Position, spaced(m.Label))
	if org == nil {
		org = k.organizations[orgID]
	}
	if org != nil {
		h.Organisation = spaced(org.Name)
	}
	if person != nil {
		h.Person, h.Identifier = spaced(person.Name), person.ID
		for _, other := range person.OtherNames {
			h.OtherNames = append(h.OtherNames, spaced(other.Name))
		}
		for _, id := range person.Identifiers {
			if id.Scheme == "wikidata" {
				h.Identifier = id.Identifier
			}
		}
	}
	return h
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
