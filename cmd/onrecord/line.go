package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord"
	"onrecord/article"
	"onrecord/date"
	"onrecord/reader"
)

// A line of JSON Lines is an article. These names are read, the first that is
// there and not empty; others are passed over.
var names = map[string][]string{
	"url":    {"url", "link", "uri"},
	"title":  {"title", "headline"},
	"byline": {"byline", "author", "authors"},
	"date":   {"date", "published", "published_at", "pubDate", "date_published"},
	"outlet": {"outlet", "source", "publisher", "site"},
	"text":   {"text", "content", "body", "article"},
}

// line makes a job of one line, at the place at of the file from.
func (in *input) line(from, at string, line []byte) reader.Job {
	var object map[string]any
	if err := json.Unmarshal(line, &object); err != nil {
		return refused(at, fmt.Errorf("article %s: not a JSON object: %w", at, err))
	}
	name := first(object, "url")
	if text := first(object, "text"); name == "" && text == "" {
		name = at
	} else if name == "" {
		name = in.nameOf(at, from, []byte(text))
	}
	return reader.Job{Article: name, Load: func() (*article.Page, error) {
		p, err := pageOf(name, object)
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", name, err)
		}
		return in.page(p), nil
	}}
}

func pageOf(name string, object map[string]any) (article.Page, error) {
	text := first(object, "text")
	if text == "" {
		return article.Page{}, fmt.Errorf("no text: one of %s must hold it", strings.Join(names["text"], ", "))
	}
	published, err := edtfOf(first(object, "date"))
	if err != nil {
		return article.Page{}, err
	}
	p := article.Page{
		Article: name, URL: first(object, "url"), Title: first(object, "title"), Outlet: first(object, "outlet"),
		Published: published, Bytes: []byte(text),
	}
	if by := first(object, "byline"); by != "" {
		p.Byline = strings.Split(by, ", ")
	}
	return p, nil
}

// first is the first value of those that may hold a field, as a string.
func first(object map[string]any, field string) string {
	for _, name := range names[field] {
		if s := asString(object[name]); s != "" {
			return s
		}
	}
	return ""
}

// asString takes the name out of an object and joins a list by commas.
func asString(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case map[string]any:
		return asString(v["name"])
	case []any:
		var parts []string
		for _, one := range v {
			if s := asString(one); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

var errDate = errors.New("no date that can be read: write it as 2017-12-13")

// edtfOf reads a date as feeds and archives write them. Of a time with its hour
// the day is kept, where it was printed.
func edtfOf(s string) (onrecord.EDTF, error) {
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02T15:04:05Z0700", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "2006/01/02", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return onrecord.EDTF(t.Format(time.DateOnly)), nil
		}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 1e8 {
		if n > 1e11 { // milliseconds
			n /= 1000
		}
		return onrecord.EDTF(time.Unix(n, 0).UTC().Format(time.DateOnly)), nil
	}
	if _, err := date.Parse(s); err == nil {
		return onrecord.EDTF(s), nil
	}
	return "", fmt.Errorf("date %q: %w", s, errDate)
}
