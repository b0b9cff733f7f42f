package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"onrecord"
)

// JSONL writes JSON Lines: for each reading the document, its entities, its
// statements by position, what people corrected. A reading goes out in one Write, so that a reader of
// the other end never waits for half an article.
type JSONL struct {
	w   io.Writer
	buf bytes.Buffer
	enc *json.Encoder
}

// NewJSONL writes to w, which is not closed.
func NewJSONL(w io.Writer) *JSONL {
	j := &JSONL{w: w}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false)
	return j
}

// Reading writes the lines of r.
func (j *JSONL) Reading(r *onrecord.Reading) error {
	j.buf.Reset()
	if err := j.encode(Of(r)); err != nil {
		return fmt.Errorf("article %s: %w", r.Doc.Article, err)
	}
	_, err := j.w.Write(j.buf.Bytes())
	return err
}

func (j *JSONL) encode(a *Article) error {
	if err := j.enc.Encode(a.Document()); err != nil {
		return err
	}
	for _, e := range a.Entities() {
		if err := j.enc.Encode(e); err != nil {
			return err
		}
	}
	for _, st := range a.Statements() {
		if err := j.enc.Encode(st); err != nil {
			return err
		}
	}
	for _, c := range a.Corrections() {
		if err := j.enc.Encode(c); err != nil {
			return err
		}
	}
	return nil
}

// Close has nothing left to write.
func (j *JSONL) Close() error { return nil }
