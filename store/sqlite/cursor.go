package sqlite

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord/store"
)

// A cursor is the order's first letter and the last place, or for Best how many
// hits came before.
func formatCursor(order store.Order, n int64) string {
	return string(order[0]) + strconv.FormatInt(n, 36)
}

// limitOf is how many rows a page has.
func limitOf(p store.Page) int {
	if p.Limit <= 0 {
		return pageSize
	}
	return min(p.Limit, maxPage)
}

// twoCursor reads the two numbers of a row that a page of a list ended with.
func twoCursor(cursor string) (first, second int64, err error) {
	if cursor == "" {
		return 1 << 62, 0, nil
	}
	if n, err := fmt.Sscanf(cursor, "%d.%d", &first, &second); n != 2 || err != nil {
		return 0, 0, fmt.Errorf("no page %q of this list, begin with the first: %w", cursor, store.ErrQuestion)
	}
	return first, second, nil
}

func parseCursor(order store.Order, cursor string) (int64, error) {
	if cursor == "" {
		return map[store.Order]int64{store.Newest: 1<<63 - 1, store.Oldest: -1}[order], nil
	}
	rest, ok := strings.CutPrefix(cursor, string(order[0]))
	n, err := strconv.ParseInt(rest, 36, 64)
	if !ok || err != nil || n < 0 {
		return 0, fmt.Errorf("no page %q of this list, begin with the first: %w", cursor, store.ErrQuestion)
	}
	return n, nil
}
