// Package models embeds the model files of the learned stages. README.md has
// a card for each.
package models

import _ "embed" // the files below

//go:embed blend.model
var blend []byte

//go:embed encoder.model
var encoder []byte

//go:embed quote.model
var quote []byte

//go:embed same.model
var same []byte

//go:embed tag.model
var tag []byte

//go:embed words.model
var words []byte

// Bytes returns the model file of a name, such as "tag", nil when there is
// none. It is the program's own memory and must not be written to.
func Bytes(name string) []byte {
	return map[string][]byte{"blend": blend, "encoder": encoder, "quote": quote, "same": same, "tag": tag, "words": words}[name]
}
