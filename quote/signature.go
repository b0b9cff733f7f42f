package quote

// A letter or a reader's remark is signed: a dash and a name behind the
// quotation, or on a line of their own below it.

// signed reads `"…" — Name` at the end of a paragraph.
func (v *view) signed(r tokenRange) (candidate, bool) {
	s := v.r.Sentences[v.sentOf[r.End-1]]
	end := s.End
	for i := int(v.sentOf[r.End-1]) + 1; i < len(v.r.Sentences) && v.r.Sentences[i].Paragraph == s.Paragraph; i++ {
		end = v.r.Sentences[i].End
	}
	if r.End+1 >= end || end-r.End > 14 || !isDash(v.r.Tokens[r.End].In(v.r.Doc.Text)) {
		return candidate{}, false
	}
	if tag := v.r.Tokens[r.End+1].Tag; tag != "NNP" && tag != "NNPS" {
		return candidate{}, false
	}
	if v.col[end-1].class == '.' {
		end--
	}
	return candidate{cue: tokenRange{r.End, r.End + 1}, source: tokenRange{r.End + 1, end}, content: []tokenRange{r},
		score: 0.9, why: []string{"cue: a dash and a name after a quotation"}}, true
}

// longestSignature is the most tokens of a line that signs.
const longestSignature = 12

// signatures reads paragraphs that are a dash and a name: they sign the
// paragraph above: it is all of one statement.
func (v *view) signatures() []candidate {
	var out []candidate
	for i := 1; i < len(v.paras); i++ {
		p, above := v.paras[i], v.paras[i-1]
		if p.End-p.First < 2 || p.End-p.First > longestSignature || !isDash(v.r.Tokens[p.First].In(v.r.Doc.Text)) {
			continue
		}
		if v.r.Tokens[p.First+1].Tag != "NNP" || v.col[p.End-1].class == '.' || above.Paragraph != p.Paragraph-1 {
			continue
		}
		out = append(out, candidate{cue: tokenRange{p.First, p.First + 1}, source: tokenRange{p.First + 1, p.End},
			content: []tokenRange{{above.First, above.End}}, score: 0.8, spoken: true, why: []string{"cue: a line that signs the paragraph above"}})
	}
	return out
}

func isDash(s string) bool {
	switch s {
	case "-", "--", "–", "—", "―", "‒":
		return true
	}
	return false
}
