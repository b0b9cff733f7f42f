// Command lab trains and judges the models of onrecord.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := root().ExecuteContext(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "lab:", err)
		os.Exit(1)
	}
}

// root wires the commands; each stands in a file of its own and adds itself
// here.
func root() *cobra.Command {
	lab := &cobra.Command{
		Use:           "lab",
		Short:         "Train and judge the models of onrecord",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	train := &cobra.Command{Use: "train", Short: "Make a model file from a corpus"}
	train.AddCommand(trainTag(), trainQuote(), trainBlend(), trainSame())
	measure := &cobra.Command{Use: "measure", Short: "Judge one stage against a corpus"}
	measure.AddCommand(measureTokens(), measureTags(), measureLabels(), measureChanges(), measureSame(), measureCopies(), measureEnds())
	lab.AddCommand(train, measure, lessonsCommand(), scoreCommand(), robustCommand(), compareCommand(), explainCommand())
	return lab
}
