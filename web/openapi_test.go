package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sort"
	"strings"
	"testing"
)

type description struct {
	OpenAPI string
	Paths   map[string]map[string]struct {
		Parameters []struct {
			Name, In string
			Required bool
		}
		Responses map[string]struct {
			Content map[string]struct {
				Schema schema
			}
		}
	}
	Components struct{ Schemas map[string]schema }
}

type schema struct {
	Ref        string `json:"$ref"`
	Type       string
	Properties map[string]schema
	Required   []string
	Items      *schema
	OneOf      []schema
	MinItems   int
	Additional *schema `json:"additionalProperties"`
}

func readDescription(t *testing.T, h http.Handler) description {
	t.Helper()
	var d description
	if err := json.Unmarshal([]byte(body(t, h, "/openapi.json")), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDescription gets each address that /openapi.json describes and holds the
// answer against its schema, key by key.
func TestDescription(t *testing.T) {
	readings := testArticles(t)
	h := New(record(t, readings), Options{Log: logTo(t)})
	d := readDescription(t, h)
	if d.OpenAPI != "3.1.0" || len(d.Paths) < 26 {
		t.Fatalf("have OpenAPI %q with %d paths, want 3.1.0 with 26 or more", d.OpenAPI, len(d.Paths))
	}
	ferry := byFile(t, readings, "ferry")
	describes(t, h, d, func(path string) bool { return !isAcross(path) }, strings.NewReplacer("{key}", "person:osric-tvedt",
		"/document/{id}", "/document/"+string(ferry.Doc.ID), "/statement/{id}", "/statement/"+string(ferry.Statements[0].ID)))
	readings, st := acrossRecord(t)
	toll := byFile(t, readings, "toll-courier")
	describes(t, New(st, Options{Log: logTo(t)}), d, func(string) bool { return true }, strings.NewReplacer("{key}", "person:hedda-lund", "/issue/{id}", "/issue/"+string(tollIssue),
		"/document/{id}", "/document/"+string(toll.Doc.ID), "/statement/{id}", "/statement/"+string(toll.Statements[0].ID),
		"/check-quote.json", "/check-quote.json?q=ready+to+charge+a+toll+at+any+time&speaker=holm", "/compare.json", "/compare.json?a=person:hedda-lund&b=person:per-holm&issue="+string(tollIssue)))
}

// isAcross reports addresses that need an issue.
func isAcross(path string) bool {
	return strings.HasPrefix(path, "/issue/") || strings.HasPrefix(path, "/compare") || strings.HasPrefix(path, "/check")
}

func describes(t *testing.T, h http.Handler, d description, wanted func(path string) bool, fill *strings.Replacer) {
	t.Helper()
	for path, methods := range d.Paths {
		if !wanted(path) {
			continue
		}
		answer := body(t, h, fill.Replace(path))
		for kind, media := range methods["get"].Responses["200"].Content {
			if kind != "application/json" || path == "/openapi.json" {
				continue
			}
			var v any
			if err := json.Unmarshal([]byte(answer), &v); err != nil {
				t.Fatal(err)
			}
			for _, wrong := range d.check(media.Schema, v, path) {
				t.Error(wrong)
			}
		}
	}
}

// check lists where v is not as the schema says.
func (d description) check(s schema, v any, at string) []string {
	if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
		return d.check(d.Components.Schemas[name], v, at)
	}
	if s.OneOf != nil {
		if v == nil {
			return nil
		}
		return d.check(s.OneOf[0], v, at)
	}
	switch v := v.(type) {
	case map[string]any:
		return d.checkObject(s, v, at)
	case []any:
		var out []string
		if s.Type != "array" {
			return []string{fmt.Sprintf("%s: an array where the description has %q", at, s.Type)}
		}
		for _, item := range v {
			out = append(out, d.check(*s.Items, item, at+"[]")...)
		}
		return out
	case string:
		return is(s, at, "string")
	case bool:
		return is(s, at, "boolean")
	case float64:
		return is(s, at, "integer", "number")
	}
	return []string{fmt.Sprintf("%s: null where the description has %q", at, s.Type)}
}

func is(s schema, at string, types ...string) []string {
	if slices.Contains(types, s.Type) {
		return nil
	}
	return []string{fmt.Sprintf("%s: a %s where the description has %q", at, types[0], s.Type)}
}

func (d description) checkObject(s schema, v map[string]any, at string) []string {
	var out []string
	for _, name := range s.Required {
		if _, ok := v[name]; !ok {
			out = append(out, fmt.Sprintf("%s: no %q, which is required", at, name))
		}
	}
	for name, value := range v {
		property, ok := s.Properties[name]
		if s.Additional != nil {
			property, ok = *s.Additional, true
		}
		if !ok {
			out = append(out, fmt.Sprintf("%s: %q is not described", at, name))
			continue
		}
		out = append(out, d.check(property, value, at+"."+name)...)
	}
	sort.Strings(out)
	return out
}
