package corpus

import (
	"reflect"
	"testing"

	"onrecord"
)

func TestChains(t *testing.T) {
	row := func(start int, coref string) Row {
		return Row{Span: onrecord.Span{Start: start, End: start + 1}, Coref: coref}
	}
	s := Silver{Sentences: [][]Row{
		{row(0, "(2*|(3"), row(2, "2)"), row(4, "3)"), row(6, "_")},
		{row(10, "(2)"), row(12, "(3*)|(2"), row(14, "2)"), row(16, "9)")},
	}}
	span := func(start, end int) onrecord.Span { return onrecord.Span{Start: start, End: end} }
	want := []Chain{
		{[]onrecord.Span{span(0, 3), span(10, 11), span(12, 15)}, span(0, 3)},
		{[]onrecord.Span{span(0, 5), span(12, 13)}, span(12, 13)},
	}
	if have := s.Chains(); !reflect.DeepEqual(have, want) {
		t.Errorf("have %v, want %v", have, want)
	}
}
