package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"onrecord"
)

// JSONL writes JSON Lines: for each reading the document, its entities, its
// statements by position, its relations, what people corrected, what a record
// computed. A reading goes out in one Write, so that a reader of the other end never waits for half an
// article.
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
func (j *JSONL) Reading(r *onrecord.Reading) error { return j.Article(Of(r)) }

// Article writes the lines of a.
func (j *JSONL) Article(a *Article) error {
	j.buf.Reset()
	if err := j.encode(a); err != nil {
		return fmt.Errorf("article %s: %w", a.r.Doc.Article, err)
	}
	_, err := j.w.Write(j.buf.Bytes())
	return err
}

func (j *JSONL) encode(a *Article) error {
	if err := j.enc.Encode(a.Document()); err != nil {
		return err
	}
	return errors.Join(encodeAll(j.enc, a.Entities()), encodeAll(j.enc, a.Statements()),
		encodeAll(j.enc, a.Relations()), encodeAll(j.enc, a.Corrections()), encodeAll(j.enc, a.Computed()))
}

func encodeAll[T any](enc *json.Encoder, lines []T) error {
	for i := range lines {
		if err := enc.Encode(&lines[i]); err != nil {
			return err
		}
	}
	return nil
}

// Close has nothing left to write.
func (j *JSONL) Close() error { return nil }
