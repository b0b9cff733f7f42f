package tag

const (
	posBits  = 15
	posWidth = 48 // room for the tags, a multiple of 8
	posPad   = 2  // words before and after a sentence
	posRows  = 21
)

// posFeatures fills rows with the features of words[i]; the two words before
// are tagged, two follow.
func posFeatures(rows *[posRows]uint32, words []word, i int) {
	w, p, pp, n, nn := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	t1, t2 := uint64(p.tag)+1, uint64(pp.tag)+1
	const b = posBits
	low, before, after := uint64(w.low), uint64(p.low), uint64(n.low)
	rows[0] = row(b, 1, low*c0)
	rows[1] = row(b, 2, before*c0)
	rows[2] = row(b, 3, after*c0)
	rows[3] = row(b, 4, uint64(pp.low)*c0)
	rows[4] = row(b, 5, uint64(nn.low)*c0)
	rows[5] = row(b, 6, t1*c0)
	rows[6] = row(b, 7, t1*c0+t2*c1)
	rows[7] = row(b, 8, t1*c0+low*c1)
	rows[8] = row(b, 9, uint64(w.suf3)*c0)
	rows[9] = row(b, 10, uint64(w.suf2)*c0)
	rows[10] = row(b, 11, uint64(w.suf4)*c0)
	rows[11] = row(b, 12, uint64(w.pre3)*c0)
	rows[12] = row(b, 13, uint64(w.shape)*c0+uint64(p.shape)*c1)
	rows[13] = row(b, 14, uint64(p.suf3)*c0)
	rows[14] = row(b, 15, uint64(n.suf3)*c0)
	rows[15] = row(b, 16, before*c0+low*c1)
	rows[16] = row(b, 17, low*c0+after*c1)
	rows[17] = row(b, 18, t1*c0+after*c1)
	rows[18] = row(b, 19, t1*c0+uint64(w.suf3)*c1)
	rows[19] = row(b, 20, uint64(w.shape)*c0+uint64(n.shape)*c1)
	rows[20] = row(b, 21, uint64(w.form)*c0)
}
