package jsonld

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// FromRDFOptions are the options of FromRDF.
type FromRDFOptions struct {
	// NativeTypes makes JSON numbers and booleans of xsd:integer, xsd:double
	// and xsd:boolean. It can lose the lexical form: "01" becomes 1.
	NativeTypes bool
	// RDFType keeps rdf:type as a property.
	RDFType bool
	// Direction says how the direction of text was written in RDF. Empty
	// leaves such literals as they are.
	Direction Direction
}

// FromRDF makes expanded JSON-LD of a dataset (JSON-LD 1.1 Processing
// Algorithms, section 8.4), with "@list" for well-formed collections. Nodes and
// graphs are in the order of their identifiers. All of it is held in memory;
// a Writer with Expanded streams and leaves collections as statements.
func FromRDF(quads iter.Seq2[quad.Quad, error], o FromRDFOptions) ([]any, error) {
	d := rdfDataset{o: o, graphs: map[string]*rdfGraph{}, once: map[string]*usage{}}
	d.graph("")
	for q, err := range quads {
		if err == nil {
			err = d.add(q)
		}
		if err != nil {
			return nil, err
		}
	}
	return d.result(), nil
}

// rdfDataset is the graph map of the algorithm; the default graph is "".
type rdfDataset struct {
	o      FromRDFOptions
	graphs map[string]*rdfGraph
	once   map[string]*usage // blank nodes by their only use in any graph, nil after a second
}

// rdfGraph is the node map of one graph.
type rdfGraph struct {
	nodes map[string]map[string]any
	seen  map[[4]string]bool // statements

	nilUses []usage         // of rdf:nil
	texts   map[string]bool // blank nodes that are compound literals
}

// usage is a place where a node is referred to.
type usage struct {
	node     map[string]any
	property string
	value    map[string]any
}

func (d *rdfDataset) graph(name string) *rdfGraph {
	g := d.graphs[name]
	if g == nil {
		g = &rdfGraph{nodes: map[string]map[string]any{}, seen: map[[4]string]bool{}, texts: map[string]bool{}}
		d.graphs[name] = g
	}
	return g
}

func (g *rdfGraph) node(id string) map[string]any {
	n := g.nodes[id]
	if n == nil {
		n = map[string]any{"@id": id}
		g.nodes[id] = n
	}
	return n
}

// identifier is the "@id" of an IRI or a blank node, empty for others.
func identifier(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.BNode:
		return "_:" + string(v)
	}
	return ""
}

func (d *rdfDataset) add(q quad.Quad) error {
	object, err := graph.Normalize(q.Object)
	if err != nil {
		return fmt.Errorf("jsonld: %w", err)
	}
	subject, predicate, name := identifier(q.Subject), identifier(q.Predicate), ""
	if q.Label != nil {
		name = identifier(q.Label)
		d.graph("").node(name)
	}
	g := d.graph(name)
	key := [4]string{subject, predicate, fmt.Sprintf("%T", object), object.String()}
	if g.seen[key] {
		return nil
	}
	g.seen[key] = true
	return d.addTo(g, subject, predicate, object)
}

func (d *rdfDataset) addTo(g *rdfGraph, subject, predicate string, object quad.Value) error {
	node, id := g.node(subject), identifier(object)
	if predicate == rdfDirection && d.o.Direction == CompoundLiteral {
		g.texts[subject] = true
	}
	if id != "" {
		g.node(id)
		if predicate == graph.RDFType && !d.o.RDFType {
			appendValue(node, "@type", id)
			return nil
		}
	}
	value, err := d.o.value(object)
	if err != nil {
		return err
	}
	appendValue(node, predicate, value)
	d.use(g, id, usage{node, predicate, value})
	return nil
}

func appendValue(node map[string]any, key string, value any) {
	list, _ := node[key].([]any)
	node[key] = append(list, value)
}

// use notes that a node is referred to.
func (d *rdfDataset) use(g *rdfGraph, id string, u usage) {
	switch _, before := d.once[id]; {
	case id == rdfNil:
		g.nilUses = append(g.nilUses, u)
	case before:
		d.once[id] = nil
	case strings.HasPrefix(id, "_:"):
		d.once[id] = &u
	}
}

// result makes lists and compound literals and puts the graphs together.
func (d *rdfDataset) result() []any {
	names := slices.Sorted(maps.Keys(d.graphs))
	for _, name := range names {
		d.joinTexts(d.graphs[name])
		d.joinLists(d.graphs[name])
	}
	top := d.graph("")
	for _, name := range names[1:] { // the first is the default graph
		top.node(name)["@graph"] = d.graphs[name].list()
	}
	return top.list()
}

// list is the nodes that say something, by identifier.
func (g *rdfGraph) list() []any {
	nodes := []any{}
	for _, id := range slices.Sorted(maps.Keys(g.nodes)) {
		if n := g.nodes[id]; len(n) > 1 {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// joinTexts turns compound literals into value objects where they are used.
func (d *rdfDataset) joinTexts(g *rdfGraph) {
	for id := range g.texts {
		use, node := d.once[id], g.nodes[id]
		if use == nil {
			continue
		}
		delete(use.value, "@id")
		for key, name := range map[string]string{rdfValue: "@value", rdfLanguage: "@language", rdfDirection: "@direction"} {
			if v, ok := only(node, key); ok {
				use.value[name] = v["@value"]
			}
		}
		delete(g.nodes, id)
	}
}

// only is the single value of a property.
func only(node map[string]any, key string) (map[string]any, bool) {
	list, _ := node[key].([]any)
	if len(list) != 1 {
		return nil, false
	}
	v, ok := list[0].(map[string]any)
	return v, ok
}

// joinLists follows each collection from rdf:nil to its head.
func (d *rdfDataset) joinLists(g *rdfGraph) {
	for _, end := range g.nilUses {
		u, items := end, []any{}
		for u.property == rdfRest && isListNode(u.node) {
			id := u.node["@id"].(string)
			next := d.once[id]
			if next == nil {
				break
			}
			first, _ := only(u.node, rdfFirst)
			items = append(items, first)
			delete(g.nodes, id)
			if u = *next; !strings.HasPrefix(u.node["@id"].(string), "_:") {
				break
			}
		}
		slices.Reverse(items)
		delete(u.value, "@id")
		u.value["@list"] = items
	}
}

// isListNode reports a node of nothing but one rdf:first, one rdf:rest and
// perhaps the type rdf:List.
func isListNode(node map[string]any) bool {
	_, first := only(node, rdfFirst)
	_, rest := only(node, rdfRest)
	size := 3
	if types, ok := node["@type"].([]any); ok && len(types) == 1 && types[0] == rdfNS+"List" {
		size = 4
	}
	return first && rest && len(node) == size
}

// value is the object form of a term (section 8.5).
func (o FromRDFOptions) value(v quad.Value) (map[string]any, error) {
	switch v := v.(type) {
	case quad.String:
		return map[string]any{"@value": string(v)}, nil
	case quad.LangString:
		return map[string]any{"@value": string(v.Value), "@language": v.Lang}, nil
	case quad.TypedString:
		return o.typedValue(string(v.Value), string(v.Type))
	}
	return map[string]any{"@id": identifier(v)}, nil
}

func (o FromRDFOptions) typedValue(text, datatype string) (map[string]any, error) {
	if datatype == rdfJSON {
		v, err := decode([]byte(text))
		if err != nil || !json.Valid([]byte(text)) {
			return nil, &ProcessingError{Code: "invalid JSON literal", Text: text}
		}
		return map[string]any{"@value": v, "@type": "@json"}, nil
	}
	if tag, ok := strings.CutPrefix(datatype, i18nNS); ok && o.Direction == I18nDatatype {
		return i18nValue(text, tag), nil
	}
	if o.NativeTypes {
		if v := native(text, datatype); v != nil {
			return map[string]any{"@value": v}, nil
		}
	}
	return map[string]any{"@value": text, "@type": datatype}, nil
}

func i18nValue(text, tag string) map[string]any {
	lang, dir, _ := strings.Cut(tag, "_")
	value := map[string]any{"@value": text}
	if lang != "" {
		value["@language"] = lang
	}
	if dir != "" {
		value["@direction"] = dir
	}
	return value
}

var (
	integerForm = regexp.MustCompile(`^[+-]?[0-9]+$`)
	doubleForm  = regexp.MustCompile(`^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$`)
)

// native is the JSON value of a literal, nil if it has none.
func native(text, datatype string) any {
	switch {
	case datatype == xsdBoolean && (text == "true" || text == "false"):
		return text == "true"
	case datatype == xsdInteger && integerForm.MatchString(text), datatype == xsdDouble && doubleForm.MatchString(text):
		if f, err := strconv.ParseFloat(text, 64); err == nil && (datatype == xsdDouble || f <= exact && f >= -exact) {
			return f
		}
	}
	return nil
}
