package onrecord_test

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var figures = flag.Bool("figures", false, "write the figures of README.md anew from the scoreboard")

// TestCommandsAreDocumented looks for "onrecord NAME" and "lab NAME" of every
// command in the README or a page of docs.
func TestCommandsAreDocumented(t *testing.T) {
	docs := documentation(t)
	for _, program := range []string{"onrecord", "lab"} {
		names := commands(t, filepath.Join("cmd", program))
		if len(names) < 3 {
			t.Errorf("only the commands %q were found in cmd/%s", names, program)
		}
		for _, name := range names {
			if name != program && !regexp.MustCompile(`\b`+program+` `+name+`\b`).MatchString(docs) && !regexp.MustCompile(`\b`+program+` [a-z]+ `+name+`\b`).MatchString(docs) {
				t.Errorf("%s %s is described neither in README.md nor in docs/", program, name)
			}
		}
	}
}

// TestNounsAreDocumented looks for a line of docs/terms.md about every
// exported type of the root package.
func TestNounsAreDocumented(t *testing.T) {
	terms := read(t, "docs/terms.md")
	for _, file := range parsed(t, ".") {
		for _, decl := range file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || gen.Tok != token.TYPE {
				continue
			}
			for _, spec := range gen.Specs {
				if name := spec.(*ast.TypeSpec).Name.Name; ast.IsExported(name) && !strings.Contains(terms, "**"+name+"**") {
					t.Errorf("docs/terms.md does not say what **%s** is", name)
				}
			}
		}
	}
}

// TestAddressesAreDocumented looks for every address of the web in docs/api.md.
func TestAddressesAreDocumented(t *testing.T) {
	api := read(t, "docs/api.md")
	found := 0
	for _, file := range parsed(t, "web") {
		ast.Inspect(file, func(n ast.Node) bool {
			list, ok := n.(*ast.CompositeLit)
			if !ok || len(list.Elts) == 0 {
				return true
			}
			path := text(list.Elts[0])
			if len(list.Elts) < 4 || !strings.HasPrefix(path, "/") {
				return true
			}
			found++
			if !strings.Contains(api, path) {
				t.Errorf("docs/api.md does not describe %s", path)
			}
			return true
		})
	}
	if found < 5 {
		t.Errorf("only %d addresses were found in web", found)
	}
}

// TestLinksInDocs says that every file a page links to is there.
func TestLinksInDocs(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)
	for _, page := range pages(t) {
		for _, m := range link.FindAllStringSubmatch(read(t, page), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			}
		}
	}
}

// TestFiguresInReadme holds the README's table of figures against the
// scoreboard: a row is a description, a value, and the line of the scoreboard
// it is taken from. -figures writes them anew.
func TestFiguresInReadme(t *testing.T) {
	board := map[string]string{}
	for _, line := range strings.Split(read(t, "eval/scoreboard.txt"), "\n") {
		if f := strings.Fields(line); len(f) > 4 && f[0] != "#" {
			board[strings.Join(f[:len(f)-2], " ")] = f[len(f)-2]
		}
	}
	row := regexp.MustCompile("(?m)^(\\|[^|]*\\| *)([0-9.]+)( *\\| *`([^`]+)` *\\|)$")
	page := read(t, "README.md")
	if *figures {
		page = row.ReplaceAllStringFunc(page, func(line string) string {
			m := row.FindStringSubmatch(line)
			return m[1] + board[m[4]] + m[3]
		})
		if err := os.WriteFile("README.md", []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	rows := row.FindAllStringSubmatch(page, -1)
	if len(rows) < 5 {
		t.Errorf("only %d figures were found in README.md", len(rows))
	}
	for _, m := range rows {
		if want := board[m[4]]; m[2] != want {
			t.Errorf("README.md says %q is %s, eval/scoreboard.txt says %q: go test . -run Figures -figures writes them anew", m[4], m[2], want)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// pages are the documents of the project.
func pages(t *testing.T) []string {
	t.Helper()
	out := []string{"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "models/README.md"}
	err := filepath.WalkDir("docs", func(path string, d fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".md" {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func documentation(t *testing.T) string {
	var all strings.Builder
	for _, page := range pages(t) {
		all.WriteString(read(t, page))
	}
	return all.String()
}

// parsed are the Go files of a folder that are no tests.
func parsed(t *testing.T, dir string) []*ast.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, file)
	}
	return out
}

// commands are the first words of the Use of every command in a folder.
func commands(t *testing.T, dir string) []string {
	var out []string
	for _, file := range parsed(t, dir) {
		ast.Inspect(file, func(n ast.Node) bool {
			if field, ok := n.(*ast.KeyValueExpr); ok {
				if key, ok := field.Key.(*ast.Ident); ok && key.Name == "Use" {
					name, _, _ := strings.Cut(text(field.Value), " ")
					out = append(out, name)
				}
			}
			return true
		})
	}
	return out
}

// text is the value of a string literal, "" for anything else.
func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}
