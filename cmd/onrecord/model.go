package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/reader"
)

// modelFlag adds --model; the choice is checked while the command line is read.
func modelFlag(cmd *cobra.Command, model *reader.Model) {
	*model = reader.Accurate
	cmd.Flags().Var((*modelValue)(model), "model", "accurate reads better, fast quicker")
}

// A modelValue is a model as a flag.
type modelValue reader.Model

func (m *modelValue) String() string { return string(*m) }
func (m *modelValue) Type() string   { return "name" }
func (m *modelValue) Set(name string) error {
	if model := reader.Model(name); model != reader.Accurate && model != reader.Fast {
		return fmt.Errorf("write accurate or fast")
	}
	*m = modelValue(name)
	return nil
}

// modelNames lists the models, the default first: "accurate, fast".
func modelNames() string {
	names := make([]string, len(onrecord.Models))
	for i, m := range onrecord.Models {
		names[i] = string(m)
	}
	return strings.Join(names, ", ")
}
