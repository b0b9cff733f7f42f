package web

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
)

// manyArticles writes n articles of 12 statements each, with ten speakers whose
// names range from short to long, over eight years.
func manyArticles(t testing.TB, n int) []*onrecord.Reading {
	t.Helper()
	names := []string{"Ada Quill", "Bartholomew Okonkwo-Sørensen", "Cy Li", "Dame Philippa Montgomery-Featherington of Ellery", "Emre Aydın",
		"Faith Nakamura", "George St. John Riverton III", "Hana Novotná", "Ibrahim", "Jo"}
	roles := []string{"harbour engineer", "Deputy Minister for Roads", "councillor", "chair of the islands' council", "union secretary"}
	topics := []string{"the bridge will open before the frost", "nobody has asked the islands", "the money for the pier was never there",
		"we are not closing the school", "the report is wrong on every page", "there are two boats and one crew", "the tide tables were ignored"}
	outlets := []string{"Ellery Courier", "Radio North", "The Weekly Lantern", "Port Herald"}
	out := make([]*onrecord.Reading, n)
	for i := range n {
		var head, body strings.Builder
		day := fmt.Sprintf("%d-%02d-%02d", 2017+i%8, 1+i%12, 1+i%28)
		after := fmt.Sprintf("%d-%02d-%02d", 2017+i%8, 1+i%12, 2+i%28)
		fmt.Fprintf(&head, "url: https://paper.example/%d\noutlet: %s\ntitle: Report %d from the coast\npublished: %s|%s|%s|meta\n", i, outlets[i%len(outlets)], i, day, day, after)
		for _, name := range names {
			fmt.Fprintf(&head, "person: %s\n", name)
		}
		for k := 1; k <= 12; k++ {
			name, topic := names[(i*k)%len(names)], topics[(i+k)%len(topics)]
			said := fmt.Sprintf("said=%s|%s|%s|weekday", day, day, after)
			switch k % 4 {
			case 0:
				fmt.Fprintf(&head, "%d: indirect anonymity=unnamed said=../%s||%s|inferred score=.5\n", k, day, after)
				fmt.Fprintf(&body, "{%ds:Officials in article %d} {%dc:said} {%dk:%s}.\n\n", k, i, k, k, topic)
			case 1:
				fmt.Fprintf(&head, "%d: mixed speaker=%q role=%q anonymity=named %s score=.8\n", k, name, roles[(i+k)%len(roles)], said)
				fmt.Fprintf(&body, "{%ds:%s} {%dc:said} {%dk:that “{%dv:%s}” in year %d}.\n\n", k, name, k, k, k, topic, i)
			default:
				fmt.Fprintf(&head, "%d: direct speaker=%q role=%q anonymity=named %s score=.9\n", k, name, roles[(i+k)%len(roles)], said)
				fmt.Fprintf(&body, "“{%dk:{%dv:No. %d: %s}},” {%dc:said} {%ds:%s}.\n\n", k, k, i, topic, k, k, name)
			}
		}
		out[i] = parseArticle(t, fmt.Sprintf("many-%d.txt", i), head.String()+"\n"+body.String())
	}
	return out
}
