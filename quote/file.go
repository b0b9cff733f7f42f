package quote

import (
	"io"

	"onrecord/linear"
)

// write keeps the model with the command that made it.
func (m *model) write(w io.Writer, command string) error {
	data := map[string][]byte{"lexicon": m.lexicon.bytes()}
	params := map[string]float64{"lexicon": float64(len(data["lexicon"]) / 8)}
	names := []string{"lexicon"}
	names = append(names, m.paragraph.Sections("paragraph", data, params)...)
	names = append(names, m.cascade.Sections("cascade", data, params)...)
	names = append(names, m.ranker.Sections("ranker", data, params)...)
	h := linear.Header{Name: "quote", Features: featuresVersion, Command: command, Params: params}
	return linear.Write(w, h, names, data)
}

// openModel opens a model file; see linear.Open for what it refuses.
func openModel(b []byte) (*model, error) {
	f, err := linear.Open(b, "quote", featuresVersion)
	if err != nil {
		return nil, err
	}
	m := &model{}
	if m.lexicon, err = openLexicon(f); err != nil {
		return nil, err
	}
	if m.paragraph, err = linear.OpenCRF(f, "paragraph"); err != nil {
		return nil, err
	}
	if m.cascade, err = linear.OpenCRF(f, "cascade"); err != nil {
		return nil, err
	}
	m.both = linear.NewPair(m.paragraph, m.cascade)
	m.ranker, err = linear.OpenCRF(f, "ranker")
	return m, err
}
