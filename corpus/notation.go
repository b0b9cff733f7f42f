package corpus

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"onrecord"
)

// An annotated article can be typed by hand. Lines "key: value" (outlet,
// published) and an empty line stand first. In the text, marks in braces name
// a role, s for source, c for cue, t for content, and the attributions the
// words belong to:
//
//	{t1 “No,”} {s1,2 the mayor} {c1 said}, {c2 adding} {t2 that it was late}.
//
// Marks may nest; a text has no other braces. After a line "---" each line
// gives attributions, their speaker and the time of saying, "?" when the text
// does not say:
//
//	1,2 Ada Reyes @ 2031-03-04
//
// docs/notation.md has it at length.

// ParseNotation reads the notation. Line numbers in errors count from 1.
func ParseNotation(name, s string) (*Article, error) {
	head, rest, ok := strings.Cut(s, "\n\n")
	if !ok {
		return nil, fmt.Errorf("corpus %s: no empty line after the head", name)
	}
	body, notes, _ := strings.Cut(rest, "\n---\n")
	a := &Article{Name: name, Annotator: "own"}
	for line := range strings.SplitSeq(head, "\n") {
		switch key, value, _ := strings.Cut(line, ": "); key {
		case "outlet":
			a.Outlet = value
		case "published":
			a.Published = onrecord.EDTF(value)
		default:
			return nil, fmt.Errorf("corpus %s: head has %q, want outlet or published", name, line)
		}
	}
	p := notation{events: map[int]*Attribution{}}
	if err := p.parse(body + "\n"); err != nil {
		return nil, fmt.Errorf("corpus %s:%d: %w", name, 2+strings.Count(head, "\n")+strings.Count(body[:min(p.at, len(body))], "\n")+1, err)
	}
	if err := p.notes(notes); err != nil {
		return nil, fmt.Errorf("corpus %s: %w", name, err)
	}
	a.Text = p.text.String()
	for _, n := range p.numbers() {
		if event := p.events[n]; len(event.Cue)+len(event.Content) > 0 {
			a.Attributions = append(a.Attributions, *event)
			continue
		}
		return nil, fmt.Errorf("corpus %s: attribution %d has no cue and no content", name, n)
	}
	return a, nil
}

type notation struct {
	text   strings.Builder
	open   []mark
	events map[int]*Attribution
	at     int // byte of the body being read
}

type mark struct {
	role    byte
	numbers []int
	start   int
}

func (p *notation) parse(body string) error {
	for p.at < len(body) {
		switch c := body[p.at]; c {
		case '{':
			head, _, ok := strings.Cut(body[p.at+1:], " ")
			numbers, err := parseNumbers(head[min(1, len(head)):])
			if !ok || head == "" || !strings.Contains("sct", head[:1]) || err != nil {
				return fmt.Errorf("mark {%.12s…}: want s, c or t and numbers", head)
			}
			p.open = append(p.open, mark{head[0], numbers, p.text.Len()})
			p.at += len(head) + 2
		case '}':
			if len(p.open) == 0 {
				return fmt.Errorf("closing brace without a mark")
			}
			p.close()
			p.at++
		default:
			p.text.WriteByte(c)
			p.at++
		}
	}
	if len(p.open) > 0 {
		return fmt.Errorf("mark of attribution %v is not closed", p.open[0].numbers)
	}
	return nil
}

func (p *notation) close() {
	m := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	span := onrecord.Span{Start: m.start, End: p.text.Len()}
	for _, n := range m.numbers {
		event := p.event(n)
		switch m.role {
		case 's':
			event.Source = append(event.Source, span)
		case 'c':
			event.Cue = append(event.Cue, span)
		case 't':
			event.Content = append(event.Content, span)
		}
	}
}

func (p *notation) event(n int) *Attribution {
	if p.events[n] == nil {
		p.events[n] = &Attribution{}
	}
	return p.events[n]
}

func (p *notation) numbers() []int {
	var out []int
	for n := range p.events {
		out = append(out, n)
	}
	sort.Ints(out)
	return out
}

func (p *notation) notes(notes string) error {
	for line := range strings.SplitSeq(notes, "\n") {
		if line == "" {
			continue
		}
		list, rest, _ := strings.Cut(line, " ")
		numbers, err := parseNumbers(list)
		if err != nil {
			return fmt.Errorf("note %q: %w", line, err)
		}
		speaker, said, _ := strings.Cut(rest, " @ ")
		for _, n := range numbers {
			if p.events[n] == nil {
				return fmt.Errorf("note %q: no attribution %d", line, n)
			}
			p.events[n].Speaker, p.events[n].Said = strings.TrimSpace(speaker), onrecord.EDTF(strings.TrimSpace(said))
		}
	}
	return nil
}

// parseNumbers reads "1", "1,2" and "1-3,7".
func parseNumbers(s string) ([]int, error) {
	var out []int
	for part := range strings.SplitSeq(s, ",") {
		from, to, ranged := strings.Cut(part, "-")
		first, err := strconv.Atoi(from)
		last := first
		if ranged && err == nil {
			last, err = strconv.Atoi(to)
		}
		if err != nil || last-first > 99 {
			return nil, fmt.Errorf("numbers %q", s)
		}
		for n := first; n <= last; n++ {
			out = append(out, n)
		}
	}
	return out, nil
}
