package encoder

// What the inner loops in assembly read.

// expConstants are the constants of exp and gelu.
var expConstants = [...]float32{least, most, log2e, magic, ln2, ln2Rest, e0, e1, e2, e3, e4, e5, 1, cubic, minusTwice}

// masks are masks of sixteen integers: that from lanes-n on has the first n set.
var masks = func() (m [2 * lanes]int32) {
	for i := range lanes {
		m[i] = -1
	}
	return m
}()
