// Package models embeds the model files of the learned stages. README.md has
// a card for each.
package models

import "embed"

//go:embed *
var files embed.FS

// Bytes returns the model file of a name, "tag" or "quote", nil when it was
// not built in.
func Bytes(name string) []byte {
	b, _ := files.ReadFile(name + ".model")
	return b
}
