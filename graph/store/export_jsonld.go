package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// prefixes shorten IRIs in JSON-LD. Of two that fit, the later is the longer.
var prefixes = []struct{ name, iri string }{
	{"aif", graph.NSAIF}, {"cito", graph.NSCito}, {"dct", graph.NSDCT}, {"oa", graph.NSOA}, {"prov", graph.NSProv}, {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"schema", graph.NSSchema}, {"skos", graph.NSSkos}, {"xsd", xsd}, {"cc", nodeBase}, {"ours", graph.NSOurs},
}

// exportJSONLD writes one node a line, by name. The graphs of the quads are left
// out: each statement leads to its document, each contrast to its statements.
func exportJSONLD(out io.Writer, quads []quad.Quad) error {
	nodes := map[string]map[string][]any{}
	for _, q := range quads {
		id := shortIRI(q.Subject)
		if nodes[id] == nil {
			nodes[id] = map[string][]any{}
		}
		key, value := shortIRI(q.Predicate), jsonValue(q.Object)
		if key == "rdf:type" {
			key, value = "@type", shortIRI(q.Object)
		}
		nodes[id][key] = append(nodes[id][key], value)
	}
	ids := make([]string, 0, len(nodes))
	for id := range nodes {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	context := map[string]string{}
	for _, p := range prefixes {
		context[p.name] = p.iri
	}
	head, err := encode(context)
	if err != nil {
		return err
	}
	buf := bufio.NewWriter(out)
	buf.WriteString("{\"@context\": " + head + ",\n\"@graph\": [")
	for i, id := range ids {
		line, err := jsonNode(id, nodes[id])
		if err != nil {
			return err
		}
		if i > 0 {
			buf.WriteByte(',')
		}
		buf.WriteString("\n" + line)
	}
	buf.WriteString("\n]}\n")
	return buf.Flush()
}

// jsonNode returns a node with its values sorted, each once, a single one
// without brackets.
func jsonNode(id string, values map[string][]any) (string, error) {
	node := map[string]any{"@id": id}
	for key, list := range values {
		byText := map[string]any{}
		for _, v := range list {
			text, err := encode(v)
			if err != nil {
				return "", err
			}
			byText[text] = v
		}
		texts := make([]string, 0, len(byText))
		for text := range byText {
			texts = append(texts, text)
		}
		slices.Sort(texts)
		all := make([]any, len(texts))
		for i, text := range texts {
			all[i] = byText[text]
		}
		node[key] = all
		if len(all) == 1 {
			node[key] = all[0]
		}
	}
	return encode(node)
}

func jsonValue(v quad.Value) any {
	switch v := v.(type) {
	case quad.IRI:
		return map[string]string{"@id": shortIRI(v)}
	case quad.TypedString:
		return map[string]string{"@value": string(v.Value), "@type": shortIRI(v.Type)}
	}
	return quad.ToString(v)
}

func shortIRI(v quad.Value) string {
	full, name := nodeName(v), nodeName(v)
	for _, p := range prefixes {
		// What follows // would be read as a full IRI again.
		if rest, ok := strings.CutPrefix(full, p.iri); ok && !strings.HasPrefix(rest, "//") {
			name = p.name + ":" + rest
		}
	}
	return name
}

// encode returns v as JSON in one line, with < and > as they are.
func encode(v any) (string, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return strings.TrimSuffix(out.String(), "\n"), err
}
