package reference

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology"
)

// keys are the names that the JSON-LD context has for terms, of each term without
// repetition and in order.
type keys struct {
	prefixes map[string]string
	of       map[quad.IRI][]string
}

func readKeys() (*keys, error) {
	var document struct {
		Context map[string]any `json:"@context"`
	}
	if err := json.Unmarshal(ontology.Context(), &document); err != nil {
		return nil, fmt.Errorf("context.jsonld: %w", err)
	}
	k := &keys{prefixes: map[string]string{}, of: map[quad.IRI][]string{}}
	for name, definition := range document.Context {
		if iri := identifier(definition); strings.Contains(iri, "://") {
			k.prefixes[name] = iri
		}
	}
	k.read(document.Context)
	return k, nil
}

// identifier is what a definition of a term says that the term is.
func identifier(definition any) string {
	switch d := definition.(type) {
	case string:
		return d
	case map[string]any:
		id, _ := d["@id"].(string)
		return id
	}
	return ""
}

// read takes the terms of a context and of the contexts within it.
func (k *keys) read(context map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(context)) {
		prefix, local, short := strings.Cut(identifier(context[name]), ":")
		if space, known := k.prefixes[prefix]; short && known {
			term := quad.IRI(space + local)
			if !slices.Contains(k.of[term], name) {
				k.of[term] = append(k.of[term], name)
			}
		}
		if definition, ok := context[name].(map[string]any); ok {
			if scoped, ok := definition["@context"].(map[string]any); ok {
				k.read(scoped)
			}
		}
	}
}

// named are the keys of a term, as spans.
func (k *keys) named(term quad.IRI) [][]span {
	var runs [][]span
	for _, name := range slices.Sorted(slices.Values(k.of[term])) {
		runs = append(runs, []span{code(name)})
	}
	return runs
}
