package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"onrecord"
	"onrecord/models"
	"onrecord/tag"
)

// jackknifed returns the train articles of PolNeAR, each tokenized by the
// project and tagged by a model that did not see it, in the order of their
// names: what a later stage meets in use. The articles are divided into folds;
// the models are kept in the user's cache folder for as long as the built-in
// model stays the same.
func jackknifed(polnear string, folds int, log func(string, ...any)) ([]*onrecord.Reading, error) {
	train, err := readSilver(polnear, "train")
	if err != nil {
		return nil, err
	}
	out := make([]*onrecord.Reading, len(train))
	for i := range train {
		out[i] = train[i].Reading
	}
	var done sync.WaitGroup
	failures := make([]error, folds)
	slots := make(chan struct{}, 2)
	for fold := range folds {
		done.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			t, err := foldTagger(train, fold, folds, log)
			if err != nil {
				failures[fold] = err
				return
			}
			for i := fold; i < len(out); i += folds {
				t.Tag(out[i])
			}
		})
	}
	done.Wait()
	for _, err := range failures {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// foldTagger trains on all articles but those of a fold, in about half the
// passes of the built-in model, or takes the model from the cache.
func foldTagger(train []silverReading, fold, folds int, log func(string, ...any)) (*tag.Tagger, error) {
	path, err := foldPath(fold, folds)
	if err != nil {
		return nil, err
	}
	if b, err := os.ReadFile(path); err == nil {
		if t, err := tag.Open(b); err == nil {
			return t, nil
		}
	}
	var rest []silverReading
	for i, r := range train {
		if i%folds != fold {
			rest = append(rest, r)
		}
	}
	log("tagger without part %d of %d: training", fold+1, folds)
	t, err := tag.Train(gold(rest), tag.Options{Command: "lab jackknife", TagEpochs: 4, SelectEpochs: 1, ParseEpochs: 4})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Write(&b); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	log("tagger without part %d of %d: kept in %s", fold+1, folds, path)
	return t, os.WriteFile(path, b.Bytes(), 0o644)
}

// foldPath names the cached model of a fold after the built-in model.
func foldPath(fold, folds int) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("no folder for the models of the folds: %w", err)
	}
	sum := sha256.Sum256(models.Bytes("tag"))
	return filepath.Join(cache, "onrecord", fmt.Sprintf("tag-%x-%d-of-%d.model", sum[:6], fold+1, folds)), nil
}
