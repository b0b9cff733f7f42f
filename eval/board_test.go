package eval

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestBoardReadsBack(t *testing.T) {
	board := Board{{"a", "quote", "content exact F1", 61.0, 3}, {"b", "date", "said right", 50, 2}}
	path := filepath.Join(t.TempDir(), "board.txt")
	if err := os.WriteFile(path, []byte(board.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	have, err := ReadBoard(path)
	if err != nil || !slices.Equal(have, board) {
		t.Errorf("have %v (%v), want %v", have, err, board)
	}
}

func TestBoardKeepsAbsentCorpora(t *testing.T) {
	board := Board{{"a", "quote", "old", 1, 1}, {"b", "quote", "kept", 2, 2}}
	have := board.With([]Line{{"a", "quote", "new", 3, 3}})
	want := Board{{"a", "quote", "new", 3, 3}, {"b", "quote", "kept", 2, 2}}
	if !slices.Equal(have, want) {
		t.Errorf("have %v, want %v", have, want)
	}
	changes := board.Changes(have, 0.05)
	if !slices.Equal(changes, []string{"a quote old: 1.0 -> gone", "a quote new: new, 3.0"}) {
		t.Errorf("changes: have %q", changes)
	}
}

func TestScoreboardIsWellFormed(t *testing.T) {
	b, err := os.ReadFile("scoreboard.txt")
	if err != nil {
		t.Fatal(err)
	}
	board, err := ReadBoard("scoreboard.txt")
	if err != nil {
		t.Fatal(err)
	}
	if board.String() != string(b) {
		t.Error("scoreboard.txt is not as lab score writes it: run go run ./cmd/lab score")
	}
}
