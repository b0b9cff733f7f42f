package web

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A facet counts the hits by the values of one field.
type facet struct {
	Label  string
	Values []facetValue
	More   int
}

type facetValue struct {
	Label   string
	Href    string // empty where the language cannot ask for it
	N       int
	Percent int // of the largest value
}

var facetWords = map[store.Field]string{
	store.SpeakerIs: "Speaker", store.KeyIs: "Speaker", store.OutletIs: "Outlet", store.KindIs: "Words",
	store.ActIs: "Act", store.AnonIs: "Source", store.RelationIs: "Relation", store.SaidIn: "Year said", store.PrintedIn: "Year published",
}

// canAskUnknown are the fields whose lack the language can ask for.
var canAskUnknown = map[store.Field]bool{store.SpeakerIs: true, store.KeyIs: true, store.OutletIs: true, store.SaidIn: true, store.PrintedIn: true}

func facetOf(f store.Facet, narrow func(store.Field, string) string) facet {
	out := facet{Label: facetWords[f.Field], More: f.More}
	if f.Field == store.SaidIn || f.Field == store.PrintedIn { // years, the last first, unknown at the end
		slices.SortStableFunc(f.Values, func(a, b store.Count) int { return strings.Compare(b.Value, a.Value) })
	}
	most := 0
	for _, v := range f.Values {
		most = max(most, v.N)
	}
	for _, v := range f.Values {
		value := facetValue{Label: facetLabel(f.Field, v), N: v.N, Percent: percent(v.N, most)}
		if v.Value != "" || canAskUnknown[f.Field] {
			value.Href = narrow(f.Field, v.Value)
		}
		out.Values = append(out.Values, value)
	}
	return out
}

func facetLabel(field store.Field, v store.Count) string {
	label := v.Label
	if label == "" {
		label = v.Value
	}
	switch {
	case label == "" && (field == store.SpeakerIs || field == store.KeyIs):
		return "unknown"
	case field == store.RelationIs && label != "":
		return export.RelationWords(onrecord.RelationKind(v.Value), true)
	case label == "" || label == "?":
		return "not known"
	case field == store.AnonIs && export.AnonymityWords(onrecord.Anonymity(v.Value)) != "":
		return export.AnonymityWords(onrecord.Anonymity(v.Value))
	case field == store.KindIs:
		return kindWords[v.Value]
	}
	return strings.ReplaceAll(label, "_", " ")
}

var kindWords = map[string]string{"direct": "quoted", "indirect": "reported", "mixed": "partly quoted", "act": "act only"}
