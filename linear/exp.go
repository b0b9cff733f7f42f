package linear

import "math"

// Exp is e^x to about 15 digits, the same bits on every machine: math.Exp is
// written in assembly for some of them, and a compiler may fuse a product into
// a sum unless it is converted.
func Exp(x float64) float64 {
	switch {
	case x > 709:
		x = 709
	case x < -700:
		return 0
	}
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	// ln 2 in two parts, the first with trailing zeros, so that k times it is exact.
	r := x - float64(k*6.93147180369123816490e-01)
	r -= float64(k * 1.90821492927058770002e-10)
	// Even and odd powers side by side: two short chains instead of a long one.
	rr := float64(r * r)
	even, odd := inverse[12], inverse[11]
	for n := 10; n >= 0; n -= 2 {
		even = float64(even*rr) + inverse[n]
		if n > 0 {
			odd = float64(odd*rr) + inverse[n-1]
		}
	}
	return (even + float64(odd*r)) * math.Float64frombits(uint64(int64(k)+1023)<<52)
}

// inverse holds 1/n!, the coefficients of the exponential's Taylor series.
var inverse = func() (c [13]float64) {
	c[0] = 1
	for n := 1; n < len(c); n++ {
		c[n] = c[n-1] / float64(n)
	}
	return c
}()

// LogOdds is ln(p/(1-p)), the same bits on every machine. Probabilities closer
// to 0 or 1 than a part in a thousand count as that far.
func LogOdds(p float64) float64 {
	p = max(0.001, min(0.999, p))
	m, e := math.Frexp(p / (1 - p))
	// ln m = 2 artanh((m-1)/(m+1)), m from ½ to 1.
	s := (m - 1) / (m + 1)
	ss := float64(s * s)
	sum := 0.0
	for n := 29.0; n > 0; n -= 2 {
		sum = float64(sum*ss) + 1/n
	}
	return float64(2*s*sum) + float64(float64(e)*math.Ln2)
}

// Logistic is 1/(1+e^-x), the same bits on every machine.
func Logistic(x float64) float64 { return 1 / (1 + Exp(-x)) }
