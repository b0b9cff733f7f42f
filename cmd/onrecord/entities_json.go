package main

import (
	"onrecord/identity"
	"onrecord/store"
)

// What entities prints with --json, a line an object.

type entityJSON struct {
	Type            string               `json:"type"` // "entity"
	Key             string               `json:"key"`
	Name            string               `json:"name"`
	Kind            string               `json:"kind"`
	Also            []string             `json:"also,omitempty"`
	Statements      int                  `json:"statements"`
	Documents       int                  `json:"documents"`
	First           string               `json:"first,omitempty"`
	Last            string               `json:"last,omitempty"`
	Roles           []string             `json:"roles,omitempty"`
	Identifications []identificationJSON `json:"identifications,omitempty"`
}

type identificationJSON struct {
	Type     string   `json:"type"` // "identification", "proposal"
	ID       string   `json:"id,omitempty"`
	Kind     string   `json:"kind"`
	Key      string   `json:"key"`
	Other    string   `json:"other"`
	Docs     []string `json:"documents,omitempty"`
	Class    string   `json:"class,omitempty"` // of a proposal
	Score    float64  `json:"score"`
	Evidence []string `json:"evidence"`
	Who      string   `json:"who,omitempty"`
	When     string   `json:"when,omitempty"`
	UndoneBy string   `json:"undone_by,omitempty"`
	Idle     bool     `json:"idle,omitempty"`
}

func entityLine(sp store.Speaker, about []store.Identified) entityJSON {
	out := entityJSON{Type: "entity", Key: sp.Key, Name: sp.Name, Kind: string(sp.Kind), Also: sp.Also, Statements: sp.Statements,
		Documents: sp.Documents, First: string(sp.First), Last: string(sp.Last), Roles: sp.Roles}
	for i := range about {
		out.Identifications = append(out.Identifications, identificationLine(&about[i]))
	}
	return out
}

func identificationLine(i *store.Identified) identificationJSON {
	out := identificationJSON{Type: "identification", ID: string(i.ID), Kind: string(i.Kind), Key: i.Key, Other: i.Other, Score: i.Score,
		Evidence: i.Evidence, Who: i.Who, When: string(i.When), UndoneBy: string(i.UndoneBy), Idle: i.Idle}
	for _, doc := range i.Docs {
		out.Docs = append(out.Docs, string(doc))
	}
	return out
}

func proposalLine(p *identity.Proposal) identificationJSON {
	out := identificationLine(&store.Identified{Identification: p.Identification})
	out.Type, out.Class = "proposal", string(p.Class)
	return out
}
