package corpus

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"onrecord"
)

// A Row is a token of a column file. Spans are bytes into the article's text.
type Row struct {
	onrecord.Span
	Form, Lemma, Tag, Name string
	Head                   int // index in the sentence, -1 for a root
	Rel                    string
	Coref                  string // "(7" opens chain 7, "7)" closes it, joined by "|"; "_" for none
}

// A Silver is an article's machine-made annotation.
type Silver struct {
	Name      string
	Sentences [][]Row
}

// ReadCoNLL reads a gzipped file of columns: id, form, lemma, part of speech,
// name, head, relation, start, end (code points), coreference. Texts maps an
// article's name to its text; articles without a text are passed over.
func ReadCoNLL(path string, texts map[string]string) ([]Silver, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("corpus %s: %w", path, err)
	}
	out, err := parseCoNLL(z, texts)
	if err != nil {
		return nil, fmt.Errorf("corpus %s: %w", path, err)
	}
	return out, nil
}

func parseCoNLL(r io.Reader, texts map[string]string) ([]Silver, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	var out []Silver
	var offsets *onrecord.Offsets
	var rows []Row
	flush := func() {
		if len(rows) > 0 && offsets != nil {
			s := &out[len(out)-1]
			s.Sentences = append(s.Sentences, rows)
		}
		rows = nil
	}
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if name, ok := strings.CutPrefix(line, "# article = "); ok {
			flush()
			offsets = nil
			if text, ok := texts[name]; ok {
				offsets = onrecord.NewOffsets(text)
				out = append(out, Silver{Name: name})
			}
			continue
		}
		if line == "" {
			flush()
			continue
		}
		if offsets == nil {
			continue
		}
		row, err := parseRow(line, offsets)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		rows = append(rows, row)
	}
	flush()
	return out, lines.Err()
}

func parseRow(line string, offsets *onrecord.Offsets) (Row, error) {
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return Row{}, fmt.Errorf("%d columns, want 10", len(f))
	}
	head, err1 := strconv.Atoi(f[5])
	start, err2 := strconv.Atoi(f[7])
	end, err3 := strconv.Atoi(f[8])
	if err1 != nil || err2 != nil || err3 != nil {
		return Row{}, fmt.Errorf("no number in head, start or end")
	}
	return Row{
		Span: offsets.Bytes([2]int{start, end}), Form: f[1], Lemma: f[2], Tag: f[3], Name: f[4],
		Head: head - 1, Rel: f[6], Coref: f[9],
	}, nil
}
