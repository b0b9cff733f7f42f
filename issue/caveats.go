package issue

import (
	"onrecord"
)

// caveats say what else than a change could explain a difference.
func caveats(a, b *Stand) []string {
	var out []string
	add := func(ok bool, text string) {
		if ok {
			out = append(out, text)
		}
	}
	for i, s := range []*Stand{a, b} {
		which := [2]string{"the earlier ", "the later "}[i]
		add(s.Kind == onrecord.Indirect, which+"is a paraphrase by the outlet")
		add(s.Kind == onrecord.Mixed, which+"is in part a paraphrase by the outlet")
		add(s.Headline, which+"is a headline")
		add(s.spread > 0, which+"has no certain day")
		add(s.Act == onrecord.Denied, which+"denies; what is denied may be more than the issue")
		add(s.Score < 0.6, which+"names the issue by few words: it may answer another question")
	}
	add(a.Key != b.Key, "two speakers")
	add(a.Key != b.Key && (a.For != "" || b.For != ""), "spoken for "+nameOfKey(orOther(a.For, b.For))+"; whether both speak with its authority is not known")
	return append(out, "the two may answer different questions")
}

func orOther(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// isDay reports a time of one day that somebody states.
func isDay(c onrecord.Claimed) bool {
	if c.From == "" || c.Until == "" || c.Basis == "inferred" {
		return false
	}
	next, ok := after(c.From, 1)
	return ok && next == c.Until
}
