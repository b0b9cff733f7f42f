package web

import (
	"strings"

	"onrecord"
	"onrecord/store"
)

// A decidedView is a decision about who is who, in words.
type decidedView struct {
	ID       string
	Words    string // "Rex W. Tillerson is Rex Tillerson"
	Evidence []string
	By       string // "B. Editor on 1 May 2026"; "evidence, 84 %"
	Undone   bool
	Idle     bool
}

// decidedViews are the decisions that have to do with a speaker.
func decidedViews(id *store.Identity) []decidedView {
	names := map[string]string{id.Key: id.Name}
	for _, a := range id.Also {
		names[a.Key] = a.Name
	}
	name := func(key string) string {
		if n := names[key]; n != "" {
			return n
		}
		_, words, _ := strings.Cut(key, ":")
		return strings.ReplaceAll(words, "-", " ")
	}
	var out []decidedView
	for i := range id.Decided {
		d := &id.Decided[i]
		v := decidedView{ID: string(d.ID), Evidence: d.Evidence, By: decidedBy(&d.Identification), Undone: d.UndoneBy != "", Idle: d.Idle}
		switch d.Kind {
		case onrecord.Merged:
			v.Words = name(d.Other) + " is " + name(d.Key)
		case onrecord.Split:
			v.Words = name(d.Key) + " is somebody else, " + name(d.Other) + ", in " + plural(len(d.Docs), "article", "articles")
		case onrecord.Undone:
			v.Words = "an earlier decision does not hold"
		}
		out = append(out, v)
	}
	return out
}

func decidedBy(i *onrecord.Identification) string {
	day, _, _ := strings.Cut(string(i.When), "T")
	if i.Who == "" {
		return "evidence, score " + percentOf(i.Score) + ", on " + dayText(day)
	}
	return i.Who + " on " + dayText(day)
}
