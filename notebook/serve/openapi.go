package serve

import (
	"fmt"
	"net/http"
	"strings"

	"counterclaim/queries"
)

// openapi describes the server in OpenAPI 3.1: the paths from its routes, the queries from
// their headers.
func (s *Server) openapi(w http.ResponseWriter, _ *http.Request) error {
	paths, err := s.paths()
	if err != nil {
		return err
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"openapi": "3.1.0",
		"info": map[string]any{
			"title": "counterclaim", "version": "1",
			"description": "Who said what about whom, and who answered. Dates are days, months or years (2013-03-12, 2013-03, 2013), nodes are names such as actor:china.",
		},
		"servers":  []any{map[string]any{"url": api}},
		"security": []any{map[string]any{"token": []any{}}},
		"paths":    paths,
		"components": map[string]any{
			"securitySchemes": map[string]any{"token": map[string]any{"type": "http", "scheme": "bearer"}},
			"schemas": map[string]any{
				"Error": object(field("status", number("integer")), field("error", text("What is wrong and what to do.")), field("request", text("The request's line in the log.")),
					optional("printed", text("What a script printed before it failed."))),
				"Column": object(field("name", text("")), field("type", text("iri, text, number or date")), optional("text", text("What it holds."))),
				"Source": sourceSchema(), "Actor": actorSchema(), "End": endSchema(), "Contrast": contrastFields(),
			},
		},
	})
	return nil
}

// paths returns what OpenAPI says under paths: by path, then by method.
func (s *Server) paths() (map[string]any, error) {
	all, err := queryPaths()
	if err != nil {
		return nil, err
	}
	for _, r := range s.routes() {
		if r.operation == nil {
			continue
		}
		path := strings.ReplaceAll(r.path, "...", "")
		operation := map[string]any{"summary": r.says, "operationId": operationID(r.method, r.path)}
		for key, value := range r.operation {
			operation[key] = value
		}
		if r.open {
			operation["security"] = []any{}
		}
		methods, ok := all[path].(map[string]any)
		if !ok {
			methods = map[string]any{}
			all[path] = methods
		}
		methods[strings.ToLower(r.method)] = operation
	}
	return all, nil
}

func operationID(method, path string) string {
	words := strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune("/{}.", r) })
	return strings.ToLower(method) + "-" + strings.Join(words, "-")
}

// queryPaths has a path for each query, to GET and to POST.
func queryPaths() (map[string]any, error) {
	all, err := queries.All()
	if err != nil {
		return nil, err
	}
	paths := map[string]any{}
	for _, q := range all {
		path := "/queries/" + q.Name
		described := func(method string, more map[string]any) map[string]any {
			more["summary"], more["description"], more["operationId"] = q.Title, q.About, operationID(method, path)
			if q.Theme != "" {
				more["tags"] = []any{q.Theme}
			}
			more["responses"] = withErrors(map[string]any{
				"application/json": map[string]any{"schema": tableSchema(q.Columns)},
				"text/csv":         map[string]any{"schema": map[string]any{"type": "string"}},
			})
			return more
		}
		paths[path] = map[string]any{
			"get": described("get", map[string]any{"parameters": append(queryParams(q.Params), limitParams()...)}),
			"post": described("post", map[string]any{
				"parameters":  []any{formatParam()},
				"requestBody": jsonBody(object(paramFields(q.Params), optional("rows", number("integer")), optional("timeout", text("5s and the like.")))),
			}),
		}
	}
	return paths, nil
}

func queryParams(params []queries.Param) []any {
	var out []any
	for _, p := range params {
		one := map[string]any{"name": p.Name, "in": "query", "required": !p.Optional, "description": p.Text, "schema": typeSchema(p.Type)}
		if p.Example != "" {
			one["example"] = p.Example
		}
		out = append(out, one)
	}
	return out
}

// paramFields is the field params of a body.
func paramFields(params []queries.Param) property {
	var fields []property
	required := false
	for _, p := range params {
		schema := typeSchema(p.Type)
		schema["description"] = p.Text
		fields = append(fields, property{p.Name, schema, !p.Optional})
		required = required || !p.Optional
	}
	schema := object(fields...)
	schema["additionalProperties"] = false
	return property{"params", schema, required}
}

func limitParams() []any {
	return []any{
		map[string]any{"name": rowsWord, "in": "query", "description": fmt.Sprintf("How many rows at most; %d unless given.", usualRows), "schema": map[string]any{"type": "integer", "minimum": 1}},
		timeoutParam(), formatParam(),
	}
}

func timeoutParam() any {
	return map[string]any{"name": timeoutWord, "in": "query", "description": "How long it may take: 500ms, 5s and the like.", "schema": text("")}
}

func formatParam() any {
	return map[string]any{"name": formatWord, "in": "query", "description": "The form of the answer, which the header Accept can say as well.",
		"schema": map[string]any{"type": "string", "enum": []any{formatJSON, formatCSV}}}
}
