package wording

// What a pair of equal words is worth; a pair that goes on a run more.
const (
	worthFunction = 2
	worthContent  = 4
	worthRun      = 3
)

// How a cell of the alignment was reached.
const (
	skipFull = iota
	skipCut
	paired
	goesOn = 4 // with paired: the pair before is paired too
)

// align pairs equal words in order so that the pairs are worth most. Its work
// and memory grow with the product of what is left when the same words at both
// ends are taken off, at most Most times Most.
func align(full, cut []Word) pairing {
	full, cut = full[:min(len(full), Most)], cut[:min(len(cut), Most)]
	out := make(pairing, len(full))
	head := 0
	for head < len(full) && head < len(cut) && full[head].Norm == cut[head].Norm {
		out[head] = head
		head++
	}
	tail := 0
	for tail < len(full)-head && tail < len(cut)-head && full[len(full)-1-tail].Norm == cut[len(cut)-1-tail].Norm {
		tail++
		out[len(full)-tail] = len(cut) - tail
	}
	a, b := full[head:len(full)-tail], cut[head:len(cut)-tail]
	for i, j := range alignMiddle(a, b) {
		out[head+i] = j
		if j >= 0 {
			out[head+i] = head + j
		}
	}
	return out
}

// alignMiddle is the dynamic program: best[j] is the worth of a[:i] against
// b[:j], run[j] the same where a[i-1] and b[j-1] are a pair.
func alignMiddle(a, b []Word) pairing {
	wide := len(b) + 1
	how := make([]uint8, (len(a)+1)*wide)
	best, run := make([]int32, wide), make([]int32, wide)
	for i := 1; i <= len(a); i++ {
		worth := int32(worthFunction)
		if a[i-1].Content() {
			worth = worthContent
		}
		aboveBest, aboveRun := best[0], run[0]
		for j := 1; j < wide; j++ {
			r, way := int32(0), uint8(0)
			if a[i-1].Norm == b[j-1].Norm {
				r = worth + aboveBest
				if aboveRun > 0 && aboveRun+worthRun >= aboveBest {
					r, way = worth+aboveRun+worthRun, goesOn
				}
			}
			aboveBest, aboveRun = best[j], run[j]
			step := uint8(skipFull)
			if best[j-1] > best[j] {
				best[j], step = best[j-1], skipCut
			}
			if r > 0 && r >= best[j] {
				best[j], step = r, paired
			}
			run[j] = r
			how[i*wide+j] = step | way
		}
	}
	return traceBack(how, len(a), len(b))
}

// traceBack reads the pairs off the cells, from the end.
func traceBack(how []uint8, i, j int) pairing {
	out := make(pairing, i)
	wide := j + 1
	for k := range out {
		out[k] = -1
	}
	for inRun := false; i > 0 && j > 0; {
		cell := how[i*wide+j]
		switch step := cell &^ goesOn; {
		case inRun || step == paired:
			i, j = i-1, j-1
			out[i] = j
			inRun = cell&goesOn != 0
		case step == skipCut:
			j--
		default:
			i--
		}
	}
	return out
}
