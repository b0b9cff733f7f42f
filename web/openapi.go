package web

import (
	"context"
	"reflect"
	"strings"
)

// The description at /openapi.json is written from the table of routes and the
// types of the answers, so that it cannot say what the server does not do. See
// docs/decisions/web.md for what was compared.

type openapiPage struct{ o map[string]any }

func (p openapiPage) template() string { return "" }
func (p openapiPage) object() any      { return p.o }

func (s *server) openapi(context.Context, *request) (page, error) {
	paths := map[string]any{}
	for _, rt := range routes() {
		for _, format := range rt.formats {
			if format != "html" {
				paths[rt.address(format)] = map[string]any{"get": rt.operation(format)}
			}
		}
	}
	if s.o.Read != nil {
		paths["/read.json"] = map[string]any{"post": readOperation()}
	}
	schemas := map[string]any{}
	for name, v := range answers {
		schemas[name] = schemaOf(reflect.TypeOf(v), schemas)
	}
	return openapiPage{map[string]any{
		"openapi":    "3.1.0",
		"info":       map[string]any{"title": "onrecord", "version": version(s.o.Version), "description": "A record of public statements: who said what, when, where and through whom. Offsets are Unicode code points, end excluded."},
		"paths":      paths,
		"components": map[string]any{"schemas": schemas},
	}}, nil
}

func version(v string) string {
	if v == "" {
		return "devel"
	}
	return v
}

// The answers in JSON, by the path of their route.
var answers = map[string]any{
	"Home":        homeObject{},
	"Search":      listing{},
	"Speakers":    speakersObject{},
	"Speaker":     speakerPageObject{},
	"Statement":   statementObject{},
	"Issues":      issuesObject{},
	"Issue":       issueObject{},
	"Changes":     changesObject{},
	"Compare":     compareObject{},
	"Check-quote": checkObject{},
	"Document":    documentObject{},
	"Outlets":     outletsObject{},
	"About":       aboutObject{},
	"Read":        readObject{},
	"Problem":     problem{},
}

// answer is the name of the route's answer: "/speaker/{key}" gives "Speaker".
func (rt route) answer() string {
	name, _, _ := strings.Cut(strings.TrimPrefix(rt.path, "/"), "/")
	if name == "" {
		return "Home"
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

var mediaTypes = map[string]string{"json": "application/json", "csv": "text/csv", "atom": "application/atom+xml", "txt": "text/plain", "md": "text/markdown"}

func (rt route) operation(format string) map[string]any {
	media := map[string]any{}
	if _, ok := answers[rt.answer()]; ok && format == "json" {
		media["schema"] = ref(rt.answer())
	}
	params := []any{}
	for _, p := range rt.params {
		if format == "csv" && (p == paramAfter || p == paramLimit) {
			continue // a table has all rows
		}
		in, inPath := "query", strings.Contains(rt.path, "{"+p.name+"}")
		if inPath {
			in = "path"
		}
		params = append(params, map[string]any{"name": p.name, "in": in, "required": inPath, "description": p.about, "schema": map[string]any{"type": "string"}})
	}
	return map[string]any{
		"operationId": strings.ToLower(rt.answer()) + "_" + format,
		"summary":     rt.summary,
		"parameters":  params,
		"responses": map[string]any{
			"200":     map[string]any{"description": "as asked", "content": map[string]any{mediaTypes[format]: media}},
			"default": map[string]any{"description": "a problem (RFC 9457)", "content": map[string]any{"application/problem+json": map[string]any{"schema": ref("Problem")}}},
		},
	}
}

// readOperation is the one that is asked by POST.
func readOperation() map[string]any {
	text := func(about string) map[string]any { return map[string]any{"type": "string", "description": about} }
	given := map[string]any{"schema": map[string]any{"type": "object", "required": []string{"text"}, "properties": map[string]any{
		"text": text("plain text or HTML, at most 1 MB"), "published": text("EDTF, where the text does not say"),
	}}}
	op := route{path: "/read", summary: "Who says what in a text; nothing is kept"}.operation("json")
	op["requestBody"] = map[string]any{"required": true, "content": map[string]any{
		"application/json": given, "multipart/form-data": given, "application/x-www-form-urlencoded": given}}
	return op
}

func ref(name string) map[string]any {
	return map[string]any{"$ref": "#/components/schemas/" + name}
}

// schemaOf describes a type as encoding/json writes it. Named structs of
// package export, and one that holds itself, become schemas of their own.
func schemaOf(t reflect.Type, schemas map[string]any) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return map[string]any{"oneOf": []any{schemaOf(t.Elem(), schemas), map[string]any{"type": "null"}}}
	case reflect.Slice, reflect.Array:
		s := map[string]any{"type": "array", "items": schemaOf(t.Elem(), schemas)}
		if t.Kind() == reflect.Array {
			s["minItems"], s["maxItems"] = t.Len(), t.Len()
		}
		return s
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": schemaOf(t.Elem(), schemas)}
	case reflect.Struct:
		return structSchema(t, schemas)
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	}
	return map[string]any{"type": "string"}
}

// holdsItself is the one answer's type that does.
var holdsItself = reflect.TypeFor[nearObject]()

func structSchema(t reflect.Type, schemas map[string]any) map[string]any {
	if strings.HasSuffix(t.PkgPath(), "/export") || t == holdsItself {
		name := "Record" + strings.ToUpper(t.Name()[:1]) + t.Name()[1:]
		if _, done := schemas[name]; !done {
			schemas[name] = nil // met again inside itself
			schemas[name] = objectSchema(t, schemas)
		}
		return ref(name)
	}
	return objectSchema(t, schemas)
}

func objectSchema(t reflect.Type, schemas map[string]any) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		properties[name] = schemaOf(f.Type, schemas)
		if options != "omitempty" {
			required = append(required, name)
		}
	}
	return map[string]any{"type": "object", "properties": properties, "required": required}
}
