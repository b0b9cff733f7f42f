package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/article"
)

// readable are the endings of the files that are read in a folder; a file that
// is named is read whatever it is called.
var readable = []string{"", ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"}

// A file is one to read, or why it cannot be.
type file struct {
	path string // "-" for standard input
	err  error
}

// files lists the files that paths name, folders in the order of their names.
// Hidden files, and links inside a folder to other folders, are passed over:
// so a folder that leads back to itself is walked once.
func files(paths []string) (list []file) {
	for _, path := range paths {
		if path == "-" {
			list = append(list, file{path: path})
			continue
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			list = append(list, file{path, notRead(path, err)})
		case info.IsDir():
			list = append(list, folder(path)...)
		default:
			list = append(list, file{path: path})
		}
	}
	return list
}

func folder(path string) (list []file) {
	entries, err := os.ReadDir(path) // sorted
	if err != nil {
		list = append(list, file{path, notRead(path, err)})
	}
	for _, e := range entries {
		name := filepath.Join(path, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			list = append(list, folder(name)...)
		case !slices.Contains(readable, strings.ToLower(filepath.Ext(name))):
		case e.Type().IsRegular() || linksToFile(e, name):
			list = append(list, file{path: name})
		}
	}
	return list
}

func linksToFile(e fs.DirEntry, name string) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular() // a broken link is told when it is read
}

// isLines reports whether a file holds articles, one a line.
func isLines(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".jsonl" || ext == ".ndjson"
}

// load reads a file, which must be no larger than an article can be.
func load(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, notRead(path, err)
	}
	defer f.Close() // it was only read
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, notRead(path, fmt.Errorf("it became a folder"))
	}
	b, err := limited(f)
	if err != nil {
		return nil, notRead(path, err)
	}
	return b, nil
}

// limited reads all of r, up to what an article can be.
func limited(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, article.MaxText+1))
	if err == nil && len(b) > article.MaxText {
		return nil, fmt.Errorf("larger than %d MB, which no article is: if it holds many articles, split it or make it JSON Lines", article.MaxText>>20)
	}
	return b, err
}

func notRead(path string, err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		err = e.Err
	}
	return fmt.Errorf("article %s: %w", path, err)
}
