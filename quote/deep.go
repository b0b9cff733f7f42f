package quote

import (
	"onrecord"
	"onrecord/encoder"
)

// A deep is the encoder that reads beside the linear models.
type deep struct {
	encoder *encoder.Model
	blend   Blend
}

// deepest is the most tokens of a document that the encoder reads, fifty times
// an article: what it keeps of each takes two and a half kilobytes.
const deepest = 50000

// An insight is what the encoder says of a document.
type insight struct {
	*deep
	encoding  *encoder.Encoding
	sc        *encoder.Scratch
	relations []encoder.Relation
	shouted   []bool    // of each paragraph, see shouted
	cueLinear []float64 // what the linear model alone says of each token being in a cue
}

// see reads the paragraphs of a document, nil without an encoder or when the
// document is too long.
func (d *deep) see(v *view, sc *scratch) *insight {
	if d == nil || len(v.col) > deepest || len(v.col) == 0 {
		return nil
	}
	ps := make([]encoder.Paragraph, len(v.paras))
	loud := make([]bool, len(v.paras))
	for k, p := range v.paras {
		place := uint8(min(k, 3))
		loud[k] = v.shouted(p)
		for i := p.First; i < p.End; i++ {
			t := &v.r.Tokens[i]
			form := t.In(v.r.Doc.Text)
			ps[k].Pieces = d.encoder.Vocabulary().Append(ps[k].Pieces, form)
			in := [encoder.Inputs]uint8{
				encoder.InputCase:    1 + encoder.CaseOf(form),
				encoder.InputQuote:   1 + v.col[i].quote,
				encoder.InputPlace:   1 + place,
				encoder.InputLexicon: 1 + v.col[i].cue,
			}
			if !loud[k] {
				in[encoder.InputTag] = d.encoder.Input(encoder.InputTag, t.Tag)
				in[encoder.InputName] = d.encoder.Input(encoder.InputName, t.Name)
				in[encoder.InputRel] = d.encoder.Input(encoder.InputRel, t.Rel)
			}
			ps[k].Close(in)
		}
	}
	return &insight{deep: d, encoding: d.encoder.Encode(ps, &sc.deep), sc: &sc.deep, shouted: loud, cueLinear: make([]float64, 0, len(v.col))}
}

// shouted tells a paragraph, not a headline, that is all in capitals. Tags and
// linear models know such words badly; the encoder was taught to do without.
func (v *view) shouted(p onrecord.Sentence) bool {
	upper, words := 0, 0
	for i := p.First; i < p.End; i++ {
		switch encoder.CaseOf(v.r.Tokens[i].In(v.r.Doc.Text)) {
		case encoder.Capitals:
			upper++
			words++
		case encoder.Lower, encoder.Title, encoder.Mixed:
			words++
		}
	}
	return words >= shoutedWords && 10*upper >= 8*words
}

const shoutedWords = 12

// keep is how many of keep sixteenths the linear scores of a shouted paragraph
// are worth.
func (in *insight) keep(paragraph int, keep int32) int32 {
	if in.shouted[paragraph] {
		return keep / 4
	}
	return keep
}

// labels are the paragraph labels' scores of the tokens of p.
func (in *insight) labels(p tokenRange) []float32 {
	return in.encoding.Scores[p.First*encoder.Labels : p.End*encoder.Labels]
}

// roles are the cascade labels' scores of the tokens of w that stand in the
// cue's paragraph, for a cue, and which tokens those are.
func (in *insight) roles(v *view, cue, w tokenRange) ([]float32, tokenRange) {
	para := v.paragraphOf(cue.First)
	for w.First < cue.First && v.paragraphOf(w.First) != para {
		w.First++
	}
	for w.End > cue.End && v.paragraphOf(w.End-1) != para {
		w.End--
	}
	in.relations = in.relations[:0]
	for i := w.First; i < w.End; i++ {
		in.relations = append(in.relations, v.relation(i, cue))
	}
	return in.encoder.Roles(in.encoding, encoder.Range(w), encoder.Range(cue), in.relations, in.sc), w
}

// relation says how token i stands to a cue.
func (v *view) relation(i int, cue tokenRange) encoder.Relation {
	d := i - cue.First
	if d > 0 {
		d = max(0, i-cue.End+1)
	}
	sentences := max(-2, min(2, v.sentOf[i]-v.sentOf[cue.First]))
	mine, its := v.quoted[i], v.quoted[cue.First]
	marks := uint8(0)
	switch {
	case mine < 0 && its >= 0:
		marks = 4
	case mine >= 0 && its < 0:
		marks = 1
	case mine >= 0 && mine == its:
		marks = 2
	case mine >= 0:
		marks = 3
	}
	return encoder.Relation{Distance: encoder.Distance(d), Sentence: uint8(2 + sentences), Marks: marks}
}
