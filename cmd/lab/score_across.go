package main

import (
	"path/filepath"

	"onrecord/eval"
)

// across scores what is computed across documents. The halves that rules were
// made with have their lines too, so that a gap between the two shows.
func (s *scorer) across() ([]eval.Line, error) {
	var out []eval.Line
	for _, part := range []func() ([]eval.Line, error){s.sameLines, s.copyLines, endLines, changeLines, acrossAgain} {
		lines, err := part()
		if err != nil {
			return nil, err
		}
		out = append(out, lines...)
	}
	return out, nil
}

// changeLines are the lines of both halves of the pairs on declared issues.
func changeLines() ([]eval.Line, error) {
	var out []eval.Line
	for _, half := range []string{eval.Dev, eval.Held} {
		counts, err := changes(half, nil)
		if err != nil {
			return nil, err
		}
		out = append(out, counts.Lines("changes-"+half)...)
	}
	return out, nil
}

// acrossAgain are the lines of second readers.
func acrossAgain() ([]eval.Line, error) {
	same, err := eval.SameAgain("polnear-same-twice", filepath.Join(storyFolder, "polnear.tsv"), filepath.Join(againFolder, "same.tsv"))
	if err != nil {
		return nil, err
	}
	changed, err := eval.ChangesAgain("changes-twice", changesFolder, filepath.Join(againFolder, "changes.tsv"))
	return append(same, changed...), err
}
