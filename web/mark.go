package web

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// A block is a run of paragraphs that are all article or all page residue.
type block struct {
	Residue    bool
	Words      int
	Paragraphs []paragraph
}

type paragraph struct {
	Headline bool
	Pieces   []piece
}

// A piece is a stretch of text with the same marks. Classes are "source",
// "cue", "content" and the content's kind; "unknown" for the source of a
// statement without a speaker; "tie" for words that say how statements stand to
// each other; "residue".
type piece struct {
	Text   string
	Class  string
	Starts []int // numbers of the statements that begin here, from 1
	Ties   []int // and of the relations whose cue begins here
}

// A layer is one marked span.
type layer struct {
	onrecord.Span
	class string
	start int // number of the statement whose first span this is, else 0
	tie   int // number of the relation whose cue this is, else 0
}

// mark cuts the paragraphs of doc into pieces. Statements and relations are
// numbered from 1 in the order given.
func mark(doc *onrecord.Document, statements []*onrecord.Statement, relations []onrecord.Relation) []block {
	layers := layersOf(doc, statements, relations)
	var blocks []block
	next := 0
	var open []layer
	for _, para := range doc.Paragraphs {
		for next < len(layers) && layers[next].Start < para.End {
			open = append(open, layers[next])
			next++
		}
		open = slices.DeleteFunc(open, func(l layer) bool { return l.End <= para.Start })
		p := paragraph{Headline: !doc.Headline.IsZero() && doc.Headline.Contains(para), Pieces: cutAt(doc.Text, para, open)}
		residue := isResidue(doc, para)
		if len(blocks) == 0 || blocks[len(blocks)-1].Residue != residue {
			blocks = append(blocks, block{Residue: residue})
		}
		b := &blocks[len(blocks)-1]
		b.Paragraphs = append(b.Paragraphs, p)
		b.Words += len(strings.Fields(para.In(doc.Text)))
	}
	return blocks
}

// isResidue reports whether all of the paragraph is page, not article.
func isResidue(doc *onrecord.Document, para onrecord.Span) bool {
	i, _ := slices.BinarySearchFunc(doc.Boilerplate, para.Start+1, func(b onrecord.Span, at int) int { return cmp.Compare(b.End, at) })
	return i < len(doc.Boilerplate) && doc.Boilerplate[i].Contains(para)
}

func layersOf(doc *onrecord.Document, statements []*onrecord.Statement, relations []onrecord.Relation) []layer {
	var layers []layer
	for i, st := range statements {
		first := len(layers)
		for _, s := range st.Content {
			layers = append(layers, layer{Span: s, class: "content " + string(st.Kind)})
		}
		if !st.Cue.IsZero() {
			layers = append(layers, layer{Span: st.Cue, class: "cue"})
		}
		if !st.Source.IsZero() {
			class := "source"
			if st.Speaker == "" {
				class = "source unknown"
			}
			layers = append(layers, layer{Span: st.Source, class: class})
		}
		if mine := layers[first:]; len(mine) > 0 {
			at := slices.MinFunc(mine, func(a, b layer) int { return a.Start - b.Start }).Start
			k := slices.IndexFunc(mine, func(l layer) bool { return l.Start == at })
			mine[k].start = i + 1
		}
	}
	for i := range relations {
		if cue := relations[i].Cue; !cue.IsZero() {
			layers = append(layers, layer{Span: cue, class: "tie", tie: i + 1})
		}
		if hedge := relations[i].Hedge; !hedge.IsZero() {
			layers = append(layers, layer{Span: hedge, class: "tie"})
		}
	}
	for _, b := range doc.Boilerplate {
		layers = append(layers, layer{Span: b, class: "residue"})
	}
	slices.SortStableFunc(layers, func(a, b layer) int { return a.Start - b.Start })
	return layers
}

// cutAt cuts a paragraph wherever a layer begins or ends. Layers are in order
// of their start and all touch the paragraph.
func cutAt(text string, para onrecord.Span, layers []layer) []piece {
	cuts := []int{para.Start, para.End}
	for _, l := range layers {
		cuts = append(cuts, max(l.Start, para.Start), min(l.End, para.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var pieces []piece
	var open []layer
	next := 0
	for i := 0; i+1 < len(cuts); i++ {
		p := piece{Text: text[cuts[i]:cuts[i+1]]}
		for next < len(layers) && layers[next].Start <= cuts[i] {
			if layers[next].start > 0 && layers[next].Start >= para.Start {
				p.Starts = append(p.Starts, layers[next].start)
			}
			if layers[next].tie > 0 && layers[next].Start >= para.Start {
				p.Ties = append(p.Ties, layers[next].tie)
			}
			open = append(open, layers[next])
			next++
		}
		open = slices.DeleteFunc(open, func(l layer) bool { return l.End <= cuts[i] })
		p.Class = classOf(open)
		pieces = append(pieces, p)
	}
	return pieces
}

// classOf joins the classes of the layers, each word once; a content inside a
// content is "nested".
func classOf(open []layer) string {
	var words []string
	contents := 0
	for _, l := range open {
		if strings.HasPrefix(l.class, "content") {
			contents++
		}
		for _, w := range strings.Fields(l.class) {
			if !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	if contents > 1 {
		words = append(words, "nested")
	}
	return strings.Join(words, " ")
}
