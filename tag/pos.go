package tag

const (
	posWidth = 48 // room for the tags, a multiple of 8
	posPad   = 2  // words before and after a sentence
	posRows  = 26
)

// posFeatures fills rows with the features of words[i]; the two words before
// are tagged, two follow.
func posFeatures(rows *[posRows]uint32, words []word, i int) {
	w, p, pp, n, nn := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	t1, t2 := uint64(p.tag)+1, uint64(pp.tag)+1
	low, before, after := uint64(w.low), uint64(p.low), uint64(n.low)
	rows[0] = feature(1, low*c0)
	rows[1] = feature(2, before*c0)
	rows[2] = feature(3, after*c0)
	rows[3] = feature(4, uint64(pp.low)*c0)
	rows[4] = feature(5, uint64(nn.low)*c0)
	rows[5] = feature(6, t1*c0)
	rows[6] = feature(7, t1*c0+t2*c1)
	rows[7] = feature(8, t1*c0+low*c1)
	rows[8] = feature(9, uint64(w.suf3)*c0)
	rows[9] = feature(10, uint64(w.suf2)*c0)
	rows[10] = feature(11, uint64(w.suf4)*c0)
	rows[11] = feature(12, uint64(w.pre3)*c0)
	rows[12] = feature(13, uint64(w.shape)*c0+uint64(p.shape)*c1)
	rows[13] = feature(14, uint64(p.suf3)*c0)
	rows[14] = feature(15, uint64(n.suf3)*c0)
	rows[15] = feature(16, before*c0+low*c1)
	rows[16] = feature(17, low*c0+after*c1)
	rows[17] = feature(18, t1*c0+after*c1)
	rows[18] = feature(19, t1*c0+uint64(w.suf3)*c1)
	rows[19] = feature(20, uint64(w.shape)*c0+uint64(n.shape)*c1)
	rows[20] = feature(21, uint64(w.form)*c0)
	class, next := uint64(w.class), uint64(n.class)
	rows[21] = feature(22, next*c0+uint64(nn.class)*c1)
	rows[22] = feature(23, t1*c0+class*c1+next*c2)
	rows[23] = feature(24, low*c0+next*c1)
	rows[24] = feature(25, uint64(w.suf3)*c0+next*c1)
	rows[25] = feature(26, t1*c0+t2*c1+class*c2)
}
