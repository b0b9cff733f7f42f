package syndication

import (
	"strings"

	"onrecord"
	"onrecord/wording"
)

// Independent counts the outlets that report an utterance, as far as they are
// known, and its independent reports. Reports count once that
//
//   - stand in one document, or in documents that are copies of one text,
//   - were published by one outlet,
//   - came through one outlet or agency, as the way they took or the byline
//     says ("told the Observer", "citing the Observer"), or are that outlet's
//     own.
//
// Copies of other documents make no difference. An outlet or a name that is not
// given is unknown, and an unknown equals nothing; reports of unknown outlets
// alone are of one outlet at least.
func Independent(reports []onrecord.Report, copies []onrecord.Copy) (outlets, independent int) {
	s := sets{}
	known := map[string]bool{}
	for i := range reports {
		r := &reports[i]
		doc := "doc " + string(r.Doc)
		s.root(doc)
		for _, name := range channels(r) {
			s.join(doc, "through "+name)
		}
		if name := outlet(r.Outlet); name != "" {
			known[name] = true
		}
	}
	for _, c := range copies {
		a, b := "doc "+string(c.A), "doc "+string(c.B)
		if s.has(a) && s.has(b) {
			s.join(a, b)
		}
	}
	roots := map[string]bool{}
	for i := range reports {
		roots[s.root("doc "+string(reports[i].Doc))] = true
	}
	return max(len(known), min(len(reports), 1)), len(roots)
}

// channels are the outlets and agencies that a report came through, its own
// among them.
func channels(r *onrecord.Report) []string {
	var out []string
	add := func(name string) {
		if name = outlet(name); name != "" {
			out = append(out, name)
		}
	}
	add(r.Outlet)
	for _, h := range r.Via {
		switch h.Kind {
		case onrecord.HopTold, onrecord.HopCited, onrecord.HopReported, onrecord.HopWire:
			add(h.Name)
		}
	}
	for _, line := range r.Byline {
		add(agency(line))
	}
	return out
}

// outlet is the name of an outlet in a form to be compared: "The Norvale
// Courier" and "norvalecourier.com" are one.
func outlet(name string) string {
	if full := agency(name); full != "" {
		name = full
	}
	name = strings.ToLower(strings.TrimSpace(name))
	name = strings.TrimPrefix(strings.TrimPrefix(name, "www."), "the ")
	for _, end := range [...]string{".com", ".co.uk", ".org", ".net"} {
		name = strings.TrimSuffix(name, end)
	}
	var b strings.Builder
	for _, w := range wording.Words(name) {
		b.WriteString(w.Norm)
	}
	return strings.TrimPrefix(b.String(), "the")
}

// sets are disjoint sets of names (union-find with path halving).
type sets map[string]string

func (s sets) has(name string) bool { _, ok := s[name]; return ok }

func (s sets) root(name string) string {
	if !s.has(name) {
		s[name] = name
	}
	for s[name] != name {
		s[name] = s[s[name]]
		name = s[name]
	}
	return name
}

func (s sets) join(a, b string) {
	if a, b = s.root(a), s.root(b); a != b {
		s[max(a, b)] = min(a, b)
	}
}
