package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord"
	"onrecord/reader"
	"onrecord/relation"
	"onrecord/store"
)

// endsInArticles fills the placeholders of PolNeAR's train articles with
// statements of the other ones, and prints what is filled, to be read.
func (s *scorer) endsInArticles(out io.Writer) (err error) {
	if s.reader, err = reader.New(reader.Fast); err != nil {
		return err
	}
	articles, err := s.train()
	if err != nil {
		return err
	}
	read, err := readAll(s.reader, articles)
	if err != nil {
		return err
	}
	names := make([]string, 0, len(read))
	for name := range read {
		names = append(names, name)
	}
	slices.Sort(names)
	said := map[string][]onrecord.Report{} // by key
	for _, name := range names {
		r := read[name]
		for i := range r.Statements {
			if key := keyIn(r, r.Statements[i].Speaker); key != "" {
				said[key] = append(said[key], store.ReportOf(r.Doc, &r.Statements[i], key))
			}
		}
	}
	open, filled := 0, 0
	for _, name := range names {
		r := read[name]
		for i := range r.Relations {
			rel := &r.Relations[i]
			for _, e := range []*onrecord.End{&rel.From, &rel.To} {
				w := wantedOf(r, rel, e)
				if w == nil {
					continue
				}
				open++
				others := slices.DeleteFunc(slices.Clone(said[w.Key]), func(o onrecord.Report) bool { return o.Doc == r.Doc.ID })
				if k, score, why, ok := relation.Meant(w, others); ok {
					filled++
					printFilled(out, r, rel, w, &others[k], score, why)
				}
			}
		}
	}
	_, err = fmt.Fprintf(out, "%d of %d placeholders with an owner are filled, in %d articles\n", filled, open, len(names))
	return err
}

func keyIn(r *onrecord.Reading, id onrecord.EntityID) string {
	for i := range r.Entities {
		if e := &r.Entities[i]; e.ID == id {
			return store.KeyOf(e.Kind, e.Name)
		}
	}
	return ""
}

// wantedOf is what e, an end of rel, means, nil when that is not a statement of
// a known owner elsewhere.
func wantedOf(r *onrecord.Reading, rel *onrecord.Relation, e *onrecord.End) *relation.Wanted {
	if e.Is() != "placeholder" || e.Owner == "" {
		return nil
	}
	w := &relation.Wanted{
		Kind: rel.Kind, Key: keyIn(r, e.Owner), Noun: e.Noun, Words: e.Words.In(r.Doc.Text), About: e.About.In(r.Doc.Text),
		Said: e.Said, By: r.Doc.Published, Published: r.Doc.Published,
		Context: store.Around(r.Doc.Text, rel.Cue),
	}
	other := &rel.From
	if e == other {
		other = &rel.To
	}
	for i := range r.Statements {
		if st := &r.Statements[i]; st.ID == other.Statement && other.Statement != "" && !st.Said.IsZero() {
			w.By = st.Said
		}
	}
	return w
}

func printFilled(out io.Writer, r *onrecord.Reading, rel *onrecord.Relation, w *relation.Wanted, o *onrecord.Report, score float64, why []string) {
	fmt.Fprintf(out, "%s %s %s: %s of %s, %q about %q, said %q\n  in %s\n  is %s %s, published %s: %s\n  %.2f %s\n\n", rel.Kind, r.Doc.Article, r.Doc.Published.EDTF,
		w.Noun, w.Key, w.Words, w.About, w.Said.EDTF, around(r.Doc.Text, rel.Cue), o.Kind, o.Said.EDTF, o.Published.EDTF, o.Content, score, strings.Join(why, "; "))
}
