package reader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"onrecord/article"
)

// jobs makes n jobs, of which the later ones end first; running counts those
// that are being done.
func jobs(n int, running, most *atomic.Int64) iter.Seq[Job] {
	return func(yield func(Job) bool) {
		for i := range n {
			if !yield(Job{Article: fmt.Sprint(i), Load: func() (*article.Page, error) {
				most.Store(max(most.Load(), running.Add(1)))
				defer running.Add(-1)
				time.Sleep(time.Duration((n-i)%7) * time.Millisecond)
				switch i % 3 {
				case 0:
					return nil, nil
				case 1:
					panic("a fault")
				}
				return nil, errors.New("no page")
			}}) {
				return
			}
		}
	}
}

func TestAll(t *testing.T) {
	defer goleak.VerifyNone(t)
	var running, most atomic.Int64
	i := 0
	for res := range (&Reader{}).All(t.Context(), jobs(100, &running, &most)) {
		if res.Article != fmt.Sprint(i) {
			t.Fatalf("result %d is of job %s", i, res.Article)
		}
		want := map[int]string{0: "", 1: "article " + res.Article + ": a fault of onrecord", 2: "no page"}[i%3]
		if res.Reading != nil || (res.Err == nil) != (want == "") || res.Err != nil && !strings.Contains(res.Err.Error(), want) {
			t.Errorf("job %d: %v, want %q", i, res.Err, want)
		}
		i++
	}
	if i != 100 {
		t.Errorf("%d results of 100", i)
	}
	if most.Load() > int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%d jobs at once on %d cores", most.Load(), runtime.GOMAXPROCS(0))
	}
}

func TestAllStops(t *testing.T) {
	defer goleak.VerifyNone(t)
	var running, most atomic.Int64
	for range (&Reader{}).All(t.Context(), jobs(1000, &running, &most)) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for range (&Reader{}).All(ctx, jobs(1000, &running, &most)) {
		n++
		cancel()
	}
	if n == 0 || n > 10*runtime.GOMAXPROCS(0) {
		t.Errorf("%d results after the end of the context", n)
	}
}
