package serve

import (
	"strings"

	"counterclaim/plots"
	"counterclaim/queries"
)

// A property is a field of an object's schema.
type property struct {
	name     string
	schema   map[string]any
	required bool
}

func field(name string, schema map[string]any) property    { return property{name, schema, true} }
func optional(name string, schema map[string]any) property { return property{name, schema, false} }

func object(fields ...property) map[string]any {
	properties, required := map[string]any{}, []any{}
	for _, f := range fields {
		properties[f.name] = f.schema
		if f.required {
			required = append(required, f.name)
		}
	}
	return map[string]any{"type": "object", "properties": properties, "required": required}
}

func list(of map[string]any) map[string]any { return map[string]any{"type": "array", "items": of} }

func text(says string) map[string]any {
	out := map[string]any{"type": "string"}
	if says != "" {
		out["description"] = says
	}
	return out
}

func number(kind string) map[string]any { return map[string]any{"type": kind} }

func ref(name string) map[string]any {
	return map[string]any{"$ref": "#/components/schemas/" + name}
}

func typeSchema(t queries.Type) map[string]any {
	switch t {
	case queries.Number:
		return number("number")
	case queries.Date:
		return map[string]any{"type": "string", "pattern": `^\d{4}(-\d{2}(-\d{2})?)?$`}
	}
	return text("")
}

// tableSchema is a tableBody with rows of those columns.
func tableSchema(columns []queries.Column) map[string]any {
	var fields []property
	for _, c := range columns {
		schema := typeSchema(c.Type)
		if c.Optional {
			schema["type"] = []any{schema["type"], "null"}
		}
		schema["description"] = c.Text
		fields = append(fields, field(c.Name, schema))
	}
	row := object(fields...)
	if len(columns) == 0 {
		row = map[string]any{"type": "object"}
	}
	return object(field("columns", list(ref("Column"))), field("rows", list(row)), field("cut", number("boolean")), optional("printed", text("What a script printed.")))
}

func jsonBody(schema map[string]any) map[string]any {
	return map[string]any{"required": true, "content": map[string]any{"application/json": map[string]any{"schema": schema}}}
}

// withErrors are the responses of a path: what it answers, and our one form of errors.
func withErrors(content map[string]any) map[string]any {
	return map[string]any{
		"200":     map[string]any{"description": "The answer.", "content": content},
		"default": map[string]any{"description": "What is wrong.", "content": map[string]any{"application/json": map[string]any{"schema": ref("Error")}}},
	}
}

func answers(media string, schema map[string]any) map[string]any {
	content := map[string]any{media: map[string]any{}}
	if schema != nil {
		content[media] = map[string]any{"schema": schema}
	}
	return map[string]any{"responses": withErrors(content)}
}

// node is the operation of a path that ends in the ID of a node.
func node(prefix string, schema map[string]any) map[string]any {
	out := answers("application/json", schema)
	out["parameters"] = []any{map[string]any{"name": "id", "in": "path", "required": true, "schema": text(""),
		"description": "The ID; " + prefix + " may be left out, and it may have slashes."}}
	return out
}

func listSchema() map[string]any {
	value := object(field("name", text("")), field("type", text("")), field("optional", number("boolean")), field("text", text("")), optional("example", text("")))
	return object(field("queries", list(object(field("name", text("")), field("theme", text("")), field("title", text("")), field("about", text("")),
		optional("takes", text("")), field("params", list(value)), field("columns", list(value))))))
}

func scriptOperation() map[string]any {
	script := object(field("script", text("Gizmo, with the verbs that queries have.")), optional("rows", number("integer")), optional("timeout", text("5s and the like.")))
	return map[string]any{
		"parameters": []any{formatParam()}, "requestBody": jsonBody(script),
		"responses": withErrors(map[string]any{
			"application/json": map[string]any{"schema": tableSchema(nil)}, "text/csv": map[string]any{"schema": text("")},
		}),
	}
}

func plotOperation() map[string]any {
	out := answers("image/svg+xml", text(""))
	var kinds []any
	says := ""
	for _, k := range plots.Kinds {
		kinds = append(kinds, k.Name)
		says += k.Name + ": " + k.Says + " "
	}
	parameters := []any{map[string]any{"name": "kind", "in": "path", "required": true, "description": strings.TrimSpace(says), "schema": map[string]any{"type": "string", "enum": kinds}}}
	for _, word := range plotWords {
		parameters = append(parameters, map[string]any{"name": word, "in": "query", "schema": text("As the option of counterclaim plot.")})
	}
	if q, err := queries.Find(queries.PickingName); err == nil {
		parameters = append(parameters, queryParams(q.Params)...)
	}
	out["parameters"] = append(parameters, timeoutParam())
	return out
}

func loadOperation() map[string]any {
	out := answers("application/json", object())
	out["parameters"] = []any{map[string]any{"name": "name", "in": "query", "required": true, "schema": text(""), "description": "The file's name, by which it is read: .txt, .md, .html, .yaml, .csv."}}
	out["requestBody"] = map[string]any{"required": true, "content": map[string]any{"application/octet-stream": map[string]any{}}}
	return out
}

func sourceSchema() map[string]any {
	return object(field("id", text("")), field("name", text("")), field("title", text("")), field("publisher", text("")),
		optional("author", text("")), optional("published", text("")), optional("url", text("")))
}

func actorSchema() map[string]any {
	return object(optional("actor", text("")), optional("name", text("")), optional("words", text("As the source has them.")), optional("why", text("Why the words mean the actor.")))
}

func endSchema() map[string]any {
	return object(field("id", text("")), field("words", text("")), field("speaker", ref("Actor")), field("source", ref("Source")))
}

func contrastFields() map[string]any {
	reason := object(field("signal", text("")), field("weight", number("number")), field("says", text("")))
	return object(field("id", text("")), field("relation", text("")), field("basis", text("")), field("score", number("number")), field("rule", text("")),
		field("because", list(reason)), field("counter", ref("End")), field("claim", ref("End")))
}

func contrastSchema() map[string]any { return ref("Contrast") }

func statementSchema() map[string]any {
	span := object(field("start", number("integer")), field("end", number("integer")))
	return object(field("id", text("")), field("words", text("")), field("kinds", list(text(""))), field("speaker", ref("Actor")), field("via", list(ref("Actor"))),
		optional("side", text("")), optional("target", ref("Actor")), optional("target_side", text("")), optional("victim", ref("Actor")), field("about", list(text(""))),
		field("amounts", list(text(""))), optional("said", text("")), field("mode", text("")), field("certainty", text("")), field("polarity", text("")),
		field("confidence", number("number")), field("rule", text("")), field("spans", list(span)), field("source", ref("Source")), field("contrasts", list(ref("Contrast"))))
}

func documentSchema() map[string]any {
	out := sourceSchema()
	fields := []property{field("format", text("")), field("text", text("")), field("statements", list(statementSchema()))}
	for _, f := range fields {
		out["properties"].(map[string]any)[f.name] = f.schema
		out["required"] = append(out["required"].([]any), f.name)
	}
	return out
}
