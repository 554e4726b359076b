package framed

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"policygraph/graph/jsonld"
	"policygraph/ontology"
)

//go:embed reverse.jsonld
var reverse []byte

// contexts are the two contexts of a document as JSON: the ontology's and ours.
func contexts(base string) (text []byte, err error) {
	var file struct {
		Context json.RawMessage `json:"@context"`
	}
	if err := json.Unmarshal(ontology.Rebase(ontology.Context(), base), &file); err != nil {
		return nil, fmt.Errorf("the ontology's JSON-LD context: %w", err)
	}
	return json.Marshal([]json.RawMessage{file.Context, reverse})
}

// keys knows what the keys of a node object mean, by the types of the node.
type keys struct {
	root   map[string]term
	scoped map[string]map[string]term // by the name of a class
	class  map[string]string          // the name of a class, by its IRI
	sets   map[string]bool            // keys whose value is always an array
}

// term is what a key with references as values means.
type term struct {
	iri     string
	reverse bool
}

func readKeys(text []byte) (*keys, error) {
	var list []map[string]json.RawMessage
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, fmt.Errorf("the ontology's JSON-LD context: %w", err)
	}
	k := &keys{root: map[string]term{}, scoped: map[string]map[string]term{}, class: map[string]string{}, sets: map[string]bool{}}
	prefixes := map[string]string{}
	for _, context := range list {
		collectPrefixes(context, prefixes)
	}
	for _, context := range list {
		k.define(k.root, context, prefixes)
	}
	return k, nil
}

// collectPrefixes takes the terms that are plain IRIs.
func collectPrefixes(context map[string]json.RawMessage, prefixes map[string]string) {
	for name, raw := range context {
		var iri string
		if json.Unmarshal(raw, &iri) == nil && strings.Contains(iri, "://") {
			prefixes[name] = iri
		}
	}
}

// definition is what of a term definition matters here.
type definition struct {
	ID      string                     `json:"@id"`
	Reverse string                     `json:"@reverse"`
	Type    string                     `json:"@type"`
	Set     any                        `json:"@container"`
	Context map[string]json.RawMessage `json:"@context"`
}

// define takes a context's terms into. A term whose values are no references is
// kept too, with no meaning, since it hides an outer term of its name.
func (k *keys) define(into map[string]term, context map[string]json.RawMessage, prefixes map[string]string) {
	for name, raw := range context {
		var def definition
		if json.Unmarshal(raw, &def) != nil {
			into[name] = term{}
			continue
		}
		k.sets[name] = k.sets[name] || def.Set == "@set"
		switch {
		case def.Type == "@id" && def.Reverse != "":
			into[name] = term{iri: inFull(def.Reverse, prefixes), reverse: true}
		case def.Type == "@id":
			into[name] = term{iri: inFull(def.ID, prefixes)}
		case def.Type == "" && def.Context != nil:
			k.class[inFull(def.ID, prefixes)] = name
			k.scoped[name] = map[string]term{}
			k.define(k.scoped[name], def.Context, prefixes)
		default:
			into[name] = term{}
		}
	}
}

func inFull(name string, prefixes map[string]string) string {
	prefix, local, _ := strings.Cut(name, ":")
	if iri, ok := prefixes[prefix]; ok {
		return iri + local
	}
	return name
}

// of returns what the keys mean in a node of some types: those of the contexts of
// its types, which apply in the order of their names, over those of the root.
func (k *keys) of(types []string) map[string]term {
	var classes []string
	for _, t := range types {
		if name, ok := k.class[t]; ok {
			classes = append(classes, name)
		}
	}
	slices.Sort(classes)
	all := map[string]term{}
	for name, t := range k.root {
		all[name] = t
	}
	for _, c := range classes {
		for name, t := range k.scoped[c] {
			all[name] = t
		}
	}
	return all
}

// parsed is the context for a writer.
func parsed(text []byte) (*jsonld.Context, error) {
	context, err := jsonld.ParseContext(text)
	if err != nil {
		return nil, fmt.Errorf("the context of framed documents: %w", err)
	}
	return context, nil
}
