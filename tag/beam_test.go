package tag

import "testing"

// TestAlike checks what sparing the score of an item rests on: items that are
// alike have the same features.
func TestAlike(t *testing.T) {
	r := bare(readColumns(t, "testdata/tiny.conll"))
	tagger := tiny()
	var m scratch
	found := 0
	for _, sent := range r.Sentences {
		words := tagger.fill(nil, r.Doc.Text, r.Tokens[sent.First:sent.End])
		tagger.tagWords(words)
		tagger.parse(&m, words[pad:])
		b := &m.beam
		for i := range b.items {
			like := b.alike(0, i)
			if like == i || b.items[i].forced(int32(sent.End-sent.First)) {
				continue
			}
			found++
			var have, want [moveRows]uint32
			b.features(&have, words[pad:], &b.items[like])
			b.features(&want, words[pad:], &b.items[i])
			if have != want {
				t.Errorf("sentence %v: items %d and %d are alike, their features differ", sent, like, i)
			}
		}
	}
	if found == 0 {
		t.Error("no two items are alike: nothing was checked")
	}
}
