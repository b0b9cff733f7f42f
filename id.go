package onrecord

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
)

// IDs are computed from what they name, so that reading twice changes nothing
// and two machines agree. An ID is a letter for its kind and the first 80 bits
// of a SHA-256 in lower-case base32.

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

func computeID(kind byte, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return string(kind) + idEncoding.EncodeToString(sum[:10])
}

// Address is what a document is known by: its URL, else the path it was read
// from. Documents with one address are versions of one article.
func (d *Document) Address() string {
	if d.URL != "" {
		return d.URL
	}
	return d.Article
}

// ComputeID names the document by its address and its text.
func (d *Document) ComputeID() DocumentID {
	return DocumentID(computeID('d', d.Address(), d.Text))
}

// ComputeID names the statement by its document and its spans.
func (s *Statement) ComputeID() StatementID {
	return StatementID(computeID('s', string(s.Doc), fmt.Sprint(s.Content, s.Cue, s.Source)))
}

// ComputeID names the entity by its document, kind, name and first mention.
func (e *Entity) ComputeID() EntityID {
	var first Span
	if len(e.Mentions) > 0 {
		first = e.Mentions[0]
	}
	return EntityID(computeID('e', string(e.Doc), string(e.Kind), e.Name, fmt.Sprint(first)))
}
