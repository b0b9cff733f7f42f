package onrecord

import (
	"fmt"
	"strings"
)

// A Model finds the statements: Accurate reads better, Fast quicker. The empty
// Model is unknown.
type Model string

// The models.
const (
	Accurate Model = "accurate"
	Fast     Model = "fast"
)

// Models are the models there are, the default first.
var Models = []Model{Accurate, Fast}

// A ReaderVersion says how a Document was read, so that a record knows what to
// read again. It is written as its parts with spaces between, "2 accurate" or
// "2 fast raw"; "1" and "1 raw" are of the time before models were told apart.
// The zero ReaderVersion is of a Reading that no reader made.
type ReaderVersion struct {
	Stages string // raised whenever a stage or a model finds something else: "2"
	Model  Model
	Raw    bool // the whole file was taken as article text
}

// String writes v as ParseReaderVersion reads it.
func (v ReaderVersion) String() string {
	parts := []string{v.Stages}
	if v.Model != "" {
		parts = append(parts, string(v.Model))
	}
	if v.Raw {
		parts = append(parts, "raw")
	}
	return strings.Join(parts, " ")
}

// ParseReaderVersion reads what String writes.
func ParseReaderVersion(s string) (v ReaderVersion, err error) {
	rest, raw := strings.CutSuffix(s, " raw")
	stages, model, told := strings.Cut(rest, " ")
	v = ReaderVersion{Stages: stages, Model: Model(model), Raw: raw}
	if stages == "" && s != "" || told && v.Model != Accurate && v.Model != Fast {
		return ReaderVersion{}, fmt.Errorf("reader version %q: want a number, a model and perhaps raw, as in %q", s, "2 accurate raw")
	}
	return v, nil
}
