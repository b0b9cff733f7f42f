package eval

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// A sameRow is a line of a file that ReadSame reads.
type sameRow struct {
	half, group, cluster, kind, article, speaker string
	points                                       [2]int
}

func sameRows(path string) ([]sameRow, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("labels: %w", err)
	}
	var out []sameRow
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 8 {
			return nil, fmt.Errorf("labels %s:%d: %d columns, want 8", path, n+1, len(f))
		}
		start, err1 := strconv.Atoi(f[5])
		end, err2 := strconv.Atoi(f[6])
		if err1 != nil || err2 != nil || start >= end || f[0] != Dev && f[0] != Held {
			return nil, fmt.Errorf("labels %s:%d: want a half, and a span, have %q, %q and %q", path, n+1, f[0], f[5], f[6])
		}
		out = append(out, sameRow{half: f[0], group: f[1], cluster: f[2], kind: f[3], article: f[4], speaker: f[7], points: [2]int{start, end}})
	}
	return out, nil
}
