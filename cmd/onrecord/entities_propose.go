package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"onrecord"
	"onrecord/identity"
	"onrecord/people"
	"onrecord/store"
)

// proposalsOf makes proposals for a record.
func proposalsOf(ctx context.Context, st store.Store) ([]identity.Proposal, error) {
	profiles, err := st.Profiles(ctx)
	if err != nil {
		return nil, err
	}
	list, err := st.Identifications(ctx)
	if err != nil {
		return nil, err
	}
	holdings, err := st.Holdings(ctx)
	if err != nil {
		return nil, err
	}
	two, one := store.Apart(list)
	return identity.Propose(identity.Record{Profiles: profiles, Lists: people.New(holdings), Apart: two, Whole: one}), nil
}

// atLeast are the proposals from a score on.
func atLeast(all []identity.Proposal, least float64) []identity.Proposal {
	n := 0
	for n < len(all) && all[n].Score >= least {
		n++
	}
	return all[:n]
}

func (e *entities) propose(ctx context.Context, st store.Store, p *printer) error {
	all, err := proposalsOf(ctx, st)
	if err != nil {
		return err
	}
	some := atLeast(all, e.least)
	for i := range some {
		if e.json {
			p.json(proposalLine(&some[i]))
			continue
		}
		one := &some[i]
		p.line("%.2f  %s", one.Score, p.style(bold, safe(decides(&one.Identification))))
		for _, line := range one.Evidence {
			p.line("      %s", safe(line))
		}
		if one.Kind == onrecord.Split {
			p.line("      in %s", joined(one.Docs))
		}
	}
	switch {
	case e.json:
	case len(some) == 0:
		p.line("No proposals from %.2f on.", e.least)
	default:
		p.line("%s from %.2f on; onrecord entities --apply records those from %.2f on", number(len(some), "proposal"), e.least, identity.Threshold)
	}
	return p.err
}

// record records the proposals, without a person's name.
func (e *entities) record(ctx context.Context, st store.Store, p *printer) error {
	all, err := proposalsOf(ctx, st)
	if err != nil {
		return err
	}
	some := atLeast(all, e.least)
	list := make([]onrecord.Identification, len(some))
	when := time.Now()
	for i := range some {
		list[i] = some[i].Identification
		list[i].When = store.InstantOf(when.Add(time.Duration(i) * time.Microsecond))
		list[i].ID = list[i].ComputeID()
	}
	added, err := st.Identify(ctx, list)
	if err != nil {
		return err
	}
	for i := range list {
		p.line("%s  %s (%.2f)", list[i].ID, safe(decides(&list[i])), list[i].Score)
	}
	p.line("%s recorded; each can be undone: onrecord entities undo ID", number(added, "identification"))
	return p.err
}

// tellProposals says how many proposals wait, of a record that is small enough
// to look through it after each addition.
func tellProposals(ctx context.Context, st store.Store, added int, w io.Writer) error {
	if added == 0 {
		return nil
	}
	stats, err := st.Stats(ctx)
	if err != nil || stats.Documents > proposalsUpTo {
		return err
	}
	all, err := proposalsOf(ctx, st)
	if err != nil {
		return err
	}
	if n := len(atLeast(all, identity.Threshold)); n > 0 {
		_, err = fmt.Fprintf(w, "%s of who is who: see onrecord entities --proposals\n", number(n, "proposal"))
	}
	return err
}

// proposalsUpTo is how many articles a record may have that is looked through
// for proposals after each addition: of 1,000 it takes half a second.
const proposalsUpTo = 2000
