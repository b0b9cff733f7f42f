package reader

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"

	"onrecord"
	"onrecord/article"
)

// A Job is one page to read.
type Job struct {
	Article string // the path or URL, as errors name it
	// Load gets the page; it is called once, from any goroutine. A nil page
	// without an error is passed over.
	Load func() (*article.Page, error)
	// Again, where it is not nil, is called instead: it gets a document that was
	// read before, which is read again as ReadDocument does.
	Again func() (*onrecord.Document, error)
}

// A Result is what became of a Job: a Reading, an error, or neither when there
// was no page.
type Result struct {
	Article string
	Reading *onrecord.Reading
	Err     error
}

// All reads many pages at once, as many as GOMAXPROCS, and yields the results
// in the order of the jobs. It holds at most three pages a core. When ctx ends
// no new job is begun, and those begun are still yielded.
func (rd *Reader) All(ctx context.Context, jobs iter.Seq[Job]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		workers := runtime.GOMAXPROCS(0)
		slots := make(chan struct{}, workers)
		queue := make(chan chan Result, 2*workers)
		go func() {
			defer close(queue)
			for job := range jobs {
				if ctx.Err() != nil {
					return
				}
				done := make(chan Result, 1)
				select {
				case <-ctx.Done():
					return
				case queue <- done:
				}
				slots <- struct{}{}
				go func() {
					defer func() { <-slots }()
					done <- rd.do(job)
				}()
			}
		}()
		for done := range queue {
			if !yield(<-done) {
				stop()
				for range queue { // let the goroutine that begins jobs end
				}
				return
			}
		}
	}
}

// do reads one page. A stage that panics has a fault; the other articles are
// read all the same, and the error names the one to report.
func (rd *Reader) do(job Job) (r Result) {
	r.Article = job.Article
	defer func() {
		if fault := recover(); fault != nil {
			r.Reading, r.Err = nil, fmt.Errorf("article %s: a fault of onrecord, please report it: %v\n%s", job.Article, fault, debug.Stack())
		}
	}()
	if job.Again != nil {
		r.Reading, r.Err = rd.again(job)
		return r
	}
	page, err := job.Load()
	if err != nil {
		r.Err = err
		return r
	}
	if page != nil {
		r.Reading, r.Err = rd.Read(*page)
	}
	return r
}

func (rd *Reader) again(job Job) (*onrecord.Reading, error) {
	doc, err := job.Again()
	if err != nil {
		return nil, err
	}
	return rd.ReadDocument(doc), nil
}
