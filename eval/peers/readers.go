package main

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// A reader is a program that prints what articles say.
type reader struct {
	name, title string
	group       string   // what --only calls it
	stages      []stage  // each prints what the next one reads
	quotations  bool     // prints quotations, see convert; else statements, as onrecord does
	cues        bool     // says by which words a statement is ascribed
	installed   []string // files and folders that had to be installed for it
	needs       string   // what else must be there
}

// A stage is one process of a reader; the first gets the paths of the articles.
type stage struct{ command, env []string }

// readers lists who is compared, in the order of the columns.
func readers(cache string) []reader {
	in := func(name string) string { return filepath.Join(cache, name) }
	java := func(class string) stage {
		// CoreNLP's own pages ask for 4 GB or more where coreference is resolved.
		return stage{command: []string{"java", "-Xmx4g", "-cp", in("classes") + ":" + in("corenlp") + "/*", class}}
	}
	rules := stage{command: []string{"python3", "eval/peers/textacy/quotes.py"}, env: []string{"PYTHONPATH=" + in("textacy")}}
	own := func(model string) reader {
		return reader{name: model, title: "onrecord, " + model, group: "onrecord", cues: true,
			stages:    []stage{{command: []string{in("bin/onrecord"), "extract", "--raw", "--model", model}}},
			installed: []string{in("bin/onrecord")}, needs: "nothing"}
	}
	return []reader{
		{name: "corenlp", title: "CoreNLP 4.5.10, quote annotator", group: "corenlp", quotations: true,
			stages: []stage{java("Quotes")}, installed: []string{in("corenlp")}, needs: "Java"},
		{name: "textacy", title: "textacy 0.13.0, over CoreNLP's tags and tree", group: "textacy", quotations: true, cues: true,
			stages: []stage{java("Tokens"), rules}, installed: []string{in("textacy"), in("corenlp")}, needs: "Python, Java"},
		own("fast"),
		own("accurate"),
	}
}

// size is how many bytes the files have that paths hold.
func size(paths []string) (bytes int64, err error) {
	for _, path := range paths {
		err = errors.Join(err, filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			info, err := d.Info()
			if err == nil {
				bytes += info.Size()
			}
			return err
		}))
	}
	return bytes, err
}
