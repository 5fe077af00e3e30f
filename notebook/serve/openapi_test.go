package serve

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"counterclaim/plots"
	"counterclaim/queries"
)

// A described is openapi.json as a client reads it.
type described struct {
	t     *testing.T
	whole map[string]any
}

func newDescribed(c *client, t *testing.T) described {
	d := described{t: t}
	c.into(c.get("/openapi.json"), 200, &d.whole)
	return d
}

// at follows names into objects; nil where one lacks.
func (d described) at(names ...string) any {
	var v any = d.whole
	for _, name := range names {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[name]
	}
	return v
}

// Every query has a path whose parameters are those of its header.
func TestOpenAPIOfQueries(t *testing.T) {
	d := newDescribed(newClient(t, "", nil), t)
	all, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		path := "/queries/" + q.Name
		var got, want []string
		for _, p := range d.at("paths", path, "get", "parameters").([]any) {
			p := p.(map[string]any)
			got = append(got, fmt.Sprint(p["name"], p["required"] == true))
		}
		for _, p := range q.Params {
			want = append(want, fmt.Sprint(p.Name, !p.Optional))
		}
		want = append(want, "rows false", "timeout false", "format false")
		if got, want := strings.ReplaceAll(fmt.Sprint(got), " ", ""), strings.ReplaceAll(fmt.Sprint(want), " ", ""); got != want {
			t.Errorf("%s has %s, want %s", path, got, want)
		}
		if body := d.at("paths", path, "post", "requestBody", "content", "application/json", "schema", "properties", "params", "properties"); len(body.(map[string]any)) != len(q.Params) {
			t.Errorf("%s: %v", path, body)
		}
		if d.at("paths", path, "get", "summary") != q.Title {
			t.Errorf("%s: %v", path, d.at("paths", path, "get", "summary"))
		}
	}
}

// Every route is described, and nothing else; each operation has an ID of its own.
func TestOpenAPIOfRoutes(t *testing.T) {
	c := newClient(t, "", func(s *Server) { s.Load = loadNothing })
	d := newDescribed(c, t)
	all, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	var want, got, ids []string
	for _, q := range all {
		want = append(want, "get /queries/"+q.Name, "post /queries/"+q.Name)
	}
	for _, r := range (&Server{Load: loadNothing}).routes() {
		if !strings.Contains(r.path, "{name}") {
			want = append(want, strings.ToLower(r.method)+" "+strings.ReplaceAll(r.path, "...", ""))
		}
	}
	for path, methods := range d.at("paths").(map[string]any) {
		for method, operation := range methods.(map[string]any) {
			got = append(got, method+" "+path)
			o := operation.(map[string]any)
			ids = append(ids, o["operationId"].(string))
			if o["summary"] == "" || o["responses"].(map[string]any)["200"] == nil {
				t.Errorf("%s %s: %v", method, path, o)
			}
			for name := range strings.SplitSeq(path, "{") {
				if name, _, in := strings.Cut(name, "}"); in && !slices.ContainsFunc(o["parameters"].([]any), func(p any) bool { return p.(map[string]any)["name"] == name }) {
					t.Errorf("%s %s does not say what %s is", method, path, name)
				}
			}
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("described are\n%v\nbut there are\n%v", got, want)
	}
	if slices.Sort(ids); len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("%v", ids)
	}
}

// What the server answers is as it says.
func TestAnswersAreAsDescribed(t *testing.T) {
	c := newClient(t, "", nil)
	d := newDescribed(c, t)
	check := func(path, described string) {
		t.Helper()
		a := c.get(path)
		schema := d.at("paths", described, "get", "responses", "200", "content", "application/json", "schema")
		if a.status != 200 {
			schema = d.at("paths", described, "get", "responses", "default", "content", "application/json", "schema")
		}
		var v any
		if err := json.Unmarshal([]byte(a.body), &v); err != nil || schema == nil {
			t.Fatalf("%s: %v %.300s", path, err, a.body)
		}
		d.fits(path, v, schema.(map[string]any))
	}
	all, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		path := "/queries/" + q.Name + "?rows=20"
		for _, p := range q.Params {
			if !p.Optional {
				path += "&" + p.Name + "=" + p.Example
			}
		}
		check(path, "/queries/"+q.Name)
	}
	var found table
	c.into(c.get("/queries/contrasts?rows=30"), 200, &found)
	for _, row := range found.Rows {
		check("/statements/"+row["claim_id"].(string), "/statements/{id}")
		check("/documents/"+row["claim_document"].(string), "/documents/{id}")
	}
	var s statementBody
	c.into(c.get("/statements/"+found.Rows[0]["claim_id"].(string)), 200, &s)
	check("/contrasts/"+s.Contrasts[0].ID, "/contrasts/{id}")
	check("/contrasts/nothing", "/contrasts/{id}")
	check("/queries", "/queries")
	for _, k := range plots.Kinds {
		if !strings.Contains(fmt.Sprint(d.at("paths", "/plots/{kind}", "get", "parameters")), k.Name) {
			t.Errorf("nothing says that there is a picture %s", k.Name)
		}
	}
}

// fits checks a value against a schema of ours: type, required fields, and none that is unknown.
func (d described) fits(where string, v any, schema map[string]any) {
	d.t.Helper()
	if ref, ok := schema["$ref"].(string); ok {
		found, ok := d.at(strings.Split(strings.TrimPrefix(ref, "#/"), "/")...).(map[string]any)
		if !ok {
			d.t.Fatalf("%s leads nowhere", ref)
		}
		d.fits(where, v, found)
		return
	}
	types, several := schema["type"].([]any)
	if !several {
		types = []any{schema["type"]}
	}
	if got := typeName(v); !slices.Contains(types, any(got)) && (got != "integer" || !slices.Contains(types, any("number"))) {
		d.t.Errorf("%s is %s, and %v is described", where, got, types)
		return
	}
	switch v := v.(type) {
	case map[string]any:
		fields := schema["properties"].(map[string]any)
		for _, name := range schema["required"].([]any) {
			if _, ok := v[name.(string)]; !ok {
				d.t.Errorf("%s lacks %s", where, name)
			}
		}
		for name, value := range v {
			field, ok := fields[name].(map[string]any)
			if !ok {
				d.t.Errorf("%s has %s, which is not described", where, name)
				continue
			}
			d.fits(where+" "+name, value, field)
		}
	case []any:
		for _, value := range v {
			d.fits(where+" []", value, schema["items"].(map[string]any))
		}
	}
}

func typeName(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return "string"
	case bool:
		return "boolean"
	case []any:
		return "array"
	case float64:
		if v == float64(int(v)) {
			return "integer"
		}
		return "number"
	}
	return "object"
}
