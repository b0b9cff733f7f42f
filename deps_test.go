package onrecord_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// imports is who may import whom, as ARCHITECTURE.md draws it: a folder, then
// the folders of the module it may use, "." the nouns in the root. Folders
// below a folder may use what it uses, and it. Commands may use anything; so
// may tests and folders for tests, whose names end in "test".
var imports = map[string]string{
	".":           "",
	"article":     ".",
	"token":       ".",
	"tag":         ". linear models",
	"encoder":     "linear models",
	"quote":       ". linear models encoder",
	"entity":      ". linear models",
	"date":        ".",
	"reader":      ". article token tag quote entity date relation",
	"linear":      "",
	"models":      "",
	"wording":     ".",
	"relation":    ". linear models wording",
	"people":      ". date",
	"identity":    ". people",
	"issue":       ". wording",
	"syndication": ". wording",
	"collation":   ". relation issue store syndication wording",
	"watch":       ". store search export",
	"store":       ".",
	"search":      ". store wording",
	"web":         ". store search export people wording",
	"export":      ".",
	"fetch":       ". article",
	"archive":     ". article",
	"bulk":        ". reader archive export",
	"corpus":      ".",
	"eval":        ". corpus",
	"cmd":         "*",
}

const module = "onrecord"

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	for file, paths := range sources(t) {
		dir := filepath.ToSlash(filepath.Dir(file))
		top, _, _ := strings.Cut(dir, "/")
		if strings.HasSuffix(dir, "test") {
			continue
		}
		allowed, ok := imports[top]
		seen[top] = true
		if !ok {
			t.Errorf("%s: the folder %s has no line in the import table", file, top)
			continue
		}
		for _, path := range paths {
			folder := local(path)
			if folder == "" || allowed == "*" || strings.HasPrefix(folder+"/", top+"/") || slices.Contains(strings.Fields(allowed), folder) {
				continue
			}
			t.Errorf("%s imports %s; %s may import %q", file, folder, top, allowed)
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d folders were read", len(seen))
	}
}

// TestNounsDoNoIO keeps the root free of files, networks and clocks.
func TestNounsDoNoIO(t *testing.T) {
	for file, paths := range sources(t) {
		if filepath.Dir(file) != "." {
			continue
		}
		for _, path := range paths {
			if slices.Contains([]string{"os", "io", "net", "net/http", "time", "database/sql", "log"}, path) {
				t.Errorf("%s imports %s", file, path)
			}
		}
	}
}

// local is the folder of an import path of this module, "" for another.
func local(path string) string {
	if path == module {
		return "."
	}
	folder, ok := strings.CutPrefix(path, module+"/")
	if !ok {
		return ""
	}
	return folder
}

// sources maps each Go file of the module that is no test to what it imports.
func sources(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		out[path] = nil
		for _, spec := range f.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			out[path] = append(out[path], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
