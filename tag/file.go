package tag

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"onrecord/linear"
)

// features is the version of all that features compute; a change of any of
// them changes it, and models made before are refused.
const features = "tag 3"

const modelName = "tag"

// table is one of the wide weight tables in a model file.
type table struct {
	section string
	bits    uint
	width   int
	to      func(*Tagger) **linear.Table
}

var tables = []table{
	{"pos", posBits, posWidth, func(t *Tagger) **linear.Table { return &t.pos }},
	{"name", nameBits, nameWidth, func(t *Tagger) **linear.Table { return &t.name }},
	{"relations", relBits, relWidth, func(t *Tagger) **linear.Table { return &t.relate }},
}

// Write writes the model.
func (t *Tagger) Write(w io.Writer) error {
	edits := make([]string, len(t.lemmas.edits))
	for i, e := range t.lemmas.edits {
		edits[i] = strconv.Itoa(e.strip) + " " + e.add
	}
	h := linear.Header{
		Name: modelName, Features: features, Command: t.command,
		Labels: map[string][]string{"tags": t.tags, "names": t.names, "relations": t.rels, "lemmas": edits},
		Params: map[string]float64{},
	}
	data := map[string][]byte{
		"known.keys": t.known.keys, "known.values": t.known.values,
		"words.keys": t.vocabulary.keys, "words.values": t.vocabulary.values,
		"lemma.keys": t.lemmas.table.keys, "lemma.values": t.lemmas.table.values,
	}
	sections := []string{"known.keys", "known.values", "words.keys", "words.values", "lemma.keys", "lemma.values"}
	for _, tab := range tables {
		weights := *tab.to(t)
		data[tab.section], data[tab.section+".check"] = weights.Weights, weights.Check
		h.Params[tab.section+" scale"] = weights.Scale
		sections = append(sections, tab.section, tab.section+".check")
	}
	data["moves"], h.Params["moves scale"] = t.moves.Rows, t.moves.Scale
	sections = append(sections, "moves")
	return linear.Write(w, h, sections, data)
}

// Open reads a model in place; b must not change while the tagger is in use.
func Open(b []byte) (*Tagger, error) {
	f, err := linear.Open(b, modelName, features)
	if err != nil {
		return nil, err
	}
	t := &Tagger{tags: f.Labels["tags"], names: f.Labels["names"], rels: f.Labels["relations"], command: f.Command}
	if err := t.labels(); err != nil {
		return nil, fmt.Errorf("%w %s: %w", linear.ErrModel, modelName, err)
	}
	for _, tab := range tables {
		weights, err := f.Bytes(tab.section, tab.width<<tab.bits)
		if err != nil {
			return nil, err
		}
		check, err := f.Bytes(tab.section+".check", 1<<tab.bits)
		if err != nil {
			return nil, err
		}
		*tab.to(t) = &linear.Table{Width: tab.width, Bits: tab.bits, Weights: weights, Check: check, Scale: f.Params[tab.section+" scale"]}
	}
	rows, err := f.Bytes("moves", 4<<moveBits)
	if err != nil {
		return nil, err
	}
	t.moves = &linear.Table3{Bits: moveBits, Rows: rows, Scale: f.Params["moves scale"]}
	if t.known, err = sectionLexicon(f, "known", 0x7f, len(t.tags)+1); err != nil {
		return nil, err
	}
	if t.vocabulary, err = sectionLexicon(f, "words", 0xff, 256); err != nil {
		return nil, err
	}
	t.lemmas = &lemmatizer{}
	for _, line := range f.Labels["lemmas"] {
		strip, add, _ := strings.Cut(line, " ")
		n, err := strconv.Atoi(strip)
		if err != nil || n < 0 || n > 1000 {
			return nil, fmt.Errorf("%w %s: lemma rule %q", linear.ErrModel, modelName, line)
		}
		t.lemmas.edits = append(t.lemmas.edits, edit{n, add})
	}
	if t.lemmas.table, err = sectionLexicon(f, "lemma", 0xff, len(t.lemmas.edits)); err != nil {
		return nil, err
	}
	return t, nil
}

// labels checks that the label sets fit the tables and finds the special ones.
func (t *Tagger) labels() error {
	if len(t.tags) == 0 || len(t.tags) > posWidth || len(t.names) == 0 || len(t.names) > nameWidth || len(t.rels) == 0 || len(t.rels) > relWidth {
		return fmt.Errorf("%d tags, %d names, %d relations", len(t.tags), len(t.names), len(t.rels))
	}
	nameless, root := slices.Index(t.names, "O"), slices.Index(t.rels, "root")
	if nameless < 0 || root < 0 {
		return fmt.Errorf("no label O or root")
	}
	t.nameless, t.root = uint8(nameless), uint8(root)
	return nil
}

// sectionLexicon reads a lexicon whose values under mask are less than limit.
func sectionLexicon(f *linear.File, name string, mask byte, limit int) (*lexicon, error) {
	values, err := f.Section(name + ".values")
	if err != nil {
		return nil, err
	}
	keys, err := f.Bytes(name+".keys", 4*len(values))
	if err != nil {
		return nil, err
	}
	for _, v := range values {
		if int(v&mask) >= limit {
			return nil, fmt.Errorf("%w %s: %s has a value %d of %d", linear.ErrModel, modelName, name, v&mask, limit)
		}
	}
	l, err := openLexicon(keys, values)
	if err != nil {
		return nil, fmt.Errorf("%w %s: %s: %w", linear.ErrModel, modelName, name, err)
	}
	return l, nil
}
