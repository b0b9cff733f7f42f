package collation

import (
	"context"

	"onrecord/store"
)

// stances assigns the statements of the batch to the declared issues.
func (b *batch) stances(ctx context.Context, c *store.Collated) error { return nil }

// finishIssues does what is outstanding of issues: the assignments of one that
// was declared anew, the changes of one whose positions changed.
func finishIssues(ctx context.Context, st store.Store) error { return nil }
