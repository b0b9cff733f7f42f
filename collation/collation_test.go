package collation

import (
	"context"
)

var ctx = context.Background()
