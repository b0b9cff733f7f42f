package reader_test

import (
	"reflect"
	"strings"
	"testing"

	"onrecord"
	"onrecord/article"
	"onrecord/reader"
)

// TestReadDocument reads documents again, as a record does: nothing differs
// from the first reading but what the page was like.
func TestReadDocument(t *testing.T) {
	for _, model := range onrecord.Models {
		rd, err := reader.New(model)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range []article.Page{
			{Article: "plain.txt", Bytes: []byte(plainStory)},
			{Article: "raw.txt", Bytes: []byte(plainStory), Raw: true, Published: "2026-02-10"},
			{Article: "page.html", Bytes: []byte(html(""))},
			{Article: "french.txt", Bytes: []byte(strings.Repeat("Le maire de la ville a dit que le port sera fermé avant la fin de la semaine. ", 20))},
		} {
			first, err := rd.Read(p)
			if err != nil {
				t.Fatal(err)
			}
			if want := (onrecord.ReaderVersion{Stages: reader.Version, Model: model, Raw: p.Raw}); first.Reader != want {
				t.Errorf("%s: read by %q, want %q", p.Article, first.Reader, want)
			}
			if (first.Doc.Unread != "") != (p.Article == "french.txt") {
				t.Errorf("%s: unread %q", p.Article, first.Doc.Unread)
			}
			again := rd.ReadDocument(first.Doc)
			again.Reader.Raw = p.Raw
			if !reflect.DeepEqual(first, again) {
				t.Errorf("%s, %s: read again it differs", model, p.Article)
			}
		}
	}
}

func TestUnknownModel(t *testing.T) {
	if _, err := reader.New("best"); err == nil || !strings.Contains(err.Error(), "accurate") {
		t.Errorf("New(best): have %v, want an error that names the models", err)
	}
}
