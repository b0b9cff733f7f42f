package tag

const (
	nameWidth = 16
	nameRows  = 25
)

// A memory holds the kind of name last given to a form in the document, so
// that "Clinton" of the tenth paragraph is read like "Hillary Clinton" of the
// first. Forms may share a place.
type memory [1024]uint8

func (m *memory) at(w *word) *uint8 { return &m[w.form&1023] }

func (m *memory) note(w *word) {
	if w.upper {
		*m.at(w) = w.name + 1
	}
}

// nameFeatures fills rows with the features of words[i], which is tagged like
// those around it; the two words before have their names.
func nameFeatures(rows *[nameRows]uint32, words []word, i int, m *memory) {
	w, p, pp, n, nn := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	n1, n2 := uint64(p.name)+1, uint64(pp.name)+1
	tag, form := uint64(w.tag)+1, uint64(w.form)
	seen := uint64(*m.at(w)) + 1
	rows[0] = feature(1, form*c0)
	rows[1] = feature(2, uint64(p.form)*c0)
	rows[2] = feature(3, uint64(n.form)*c0)
	rows[3] = feature(4, uint64(pp.low)*c0)
	rows[4] = feature(5, uint64(nn.low)*c0)
	rows[5] = feature(6, uint64(w.low)*c0)
	rows[6] = feature(7, uint64(w.shape)*c0+uint64(p.shape)*c1+uint64(n.shape)*c2)
	rows[7] = feature(8, uint64(w.suf3)*c0)
	rows[8] = feature(9, uint64(w.pre3)*c0)
	rows[9] = feature(10, tag*c0+uint64(p.tag)*c1+uint64(n.tag)*c2)
	rows[10] = feature(11, n1*c0+tag*c1)
	rows[11] = feature(12, n1*c0+form*c1)
	rows[12] = feature(13, n1*c0+n2*c1)
	rows[13] = feature(14, uint64(p.form)*c0+form*c1)
	rows[14] = feature(15, form*c0+uint64(n.form)*c1)
	rows[15] = feature(16, seen*c0+tag*c1)
	rows[16] = feature(17, seen*c0+n1*c1)
	rows[17] = feature(18, uint64(n.low)*c0+uint64(w.shape)*c1)
	rows[18] = feature(19, uint64(p.low)*c0+uint64(w.shape)*c1)
	rows[19] = feature(20, n1*c0+uint64(n.low)*c1)
	rows[20] = feature(21, n1*c0+uint64(p.low)*c1)
	rows[21] = feature(22, uint64(pp.low)*c0+uint64(p.low)*c1)
	rows[22] = feature(23, uint64(*m.at(n))*c0+n1*c1+uint64(w.shape)*c2)
	rows[23] = feature(24, uint64(w.suf4)*c0+uint64(w.shape)*c1)
	rows[24] = feature(25, n1*c0+uint64(w.shape)*c1+uint64(n.tag)*c2)
}
