package jsonld

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// IRIs that the algorithms know by name.
const (
	rdfNS         = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfFirst      = rdfNS + "first"
	rdfRest       = rdfNS + "rest"
	rdfNil        = rdfNS + "nil"
	rdfJSON       = rdfNS + "JSON"
	rdfValue      = rdfNS + "value"
	rdfLanguage   = rdfNS + "language"
	rdfDirection  = rdfNS + "direction"
	rdfLangString = rdfNS + "langString"
	i18nNS        = "https://www.w3.org/ns/i18n#"
	xsdNS         = "http://www.w3.org/2001/XMLSchema#"
	xsdBoolean    = xsdNS + "boolean"
	xsdInteger    = xsdNS + "integer"
	xsdDouble     = xsdNS + "double"
)

// emitter makes statements of expanded JSON-LD (JSON-LD 1.1 Processing
// Algorithms, section 8) and hands them on.
type emitter struct {
	o      ReadOptions
	yield  func(*graph.RawQuad) error
	prefix []byte // of blank node labels
	fresh  int    // blank nodes that got a label from us
}

// nothing is the term that stands for none: the default graph, or a value
// that is dropped.
var nothing graph.RawTerm

// nodes emits the nodes of the default graph.
func (e *emitter) nodes(list []any) error { return e.graphNodes(list, nothing) }

func (e *emitter) graphNodes(list []any, g graph.RawTerm) error {
	for _, item := range list {
		if node, ok := item.(map[string]any); ok {
			if _, err := e.node(node, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// node emits the statements that a node object makes in graph g, and returns
// its term, nothing where it is not well formed.
func (e *emitter) node(node map[string]any, g graph.RawTerm) (graph.RawTerm, error) {
	subject := e.subject(node)
	for _, key := range slices.Sorted(maps.Keys(node)) {
		if err := e.entry(subject, key, node[key], g); err != nil {
			return nothing, err
		}
	}
	return subject, nil
}

func (e *emitter) subject(node map[string]any) graph.RawTerm {
	id, ok := node["@id"].(string)
	if !ok {
		return e.newBlank()
	}
	return e.resource(id)
}

// entry emits one entry of a node object.
func (e *emitter) entry(subject graph.RawTerm, key string, value any, g graph.RawTerm) error {
	values, _ := value.([]any)
	switch key {
	case "@id", "@index":
		return nil
	case "@type":
		return e.types(subject, values, g)
	case "@graph":
		if subject.Kind == graph.KindNone {
			return nil
		}
		return e.graphNodes(values, subject)
	case "@included":
		return e.graphNodes(values, g)
	case "@reverse":
		return e.reverse(subject, value, g)
	}
	return e.property(subject, key, values, g)
}

func (e *emitter) types(subject graph.RawTerm, values []any, g graph.RawTerm) error {
	for _, v := range values {
		if id, ok := v.(string); ok {
			if err := e.emit(subject, iriTerm(graph.RDFType), e.resource(id), g); err != nil {
				return err
			}
		}
	}
	return nil
}

func (e *emitter) property(subject graph.RawTerm, key string, values []any, g graph.RawTerm) error {
	predicate := e.predicate(key)
	for _, v := range values {
		object, err := e.object(v, g)
		if err != nil {
			return err
		}
		if err := e.emit(subject, predicate, object, g); err != nil {
			return err
		}
	}
	return nil
}

func (e *emitter) reverse(object graph.RawTerm, value any, g graph.RawTerm) error {
	byKey, _ := value.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		values, _ := byKey[key].([]any)
		predicate := e.predicate(key)
		for _, v := range values {
			subject, err := e.object(v, g)
			if err != nil {
				return err
			}
			if err := e.emit(subject, predicate, object, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// object emits what an item says beyond its own term, and returns the term.
func (e *emitter) object(item any, g graph.RawTerm) (graph.RawTerm, error) {
	o, ok := item.(map[string]any)
	if !ok {
		return nothing, nil
	}
	if _, ok := o["@value"]; ok {
		return e.literal(o, g)
	}
	if list, ok := o["@list"]; ok {
		items, _ := list.([]any)
		return e.list(items, g)
	}
	return e.node(o, g)
}

// list emits a collection and returns its first node. Items that are not well
// formed leave their place in the list empty.
func (e *emitter) list(items []any, g graph.RawTerm) (graph.RawTerm, error) {
	if len(items) == 0 {
		return iriTerm(rdfNil), nil
	}
	head := e.newBlank()
	for i, at := 0, head; i < len(items); i++ {
		first, err := e.object(items[i], g)
		if err != nil {
			return nothing, err
		}
		rest := iriTerm(rdfNil)
		if i+1 < len(items) {
			rest = e.newBlank()
		}
		if err := e.emit(at, iriTerm(rdfFirst), first, g); err != nil {
			return nothing, err
		}
		if err := e.emit(at, iriTerm(rdfRest), rest, g); err != nil {
			return nothing, err
		}
		at = rest
	}
	return head, nil
}

// emit hands on one statement, unless a part of it was dropped.
func (e *emitter) emit(s, p, o, g graph.RawTerm) error {
	if s.Kind == graph.KindNone || p.Kind == graph.KindNone || o.Kind == graph.KindNone {
		return nil
	}
	return e.yield(&graph.RawQuad{Subject: s, Predicate: p, Object: o, Graph: g})
}

// drop reports why a term is left out.
func (e *emitter) drop(what, text string) graph.RawTerm {
	if e.o.OnDrop != nil {
		e.o.OnDrop(fmt.Errorf("%w: %s %q", graph.ErrTerm, what, text))
	}
	return nothing
}

func iriTerm(iri string) graph.RawTerm { return graph.RawTerm{Kind: graph.KindIRI, Text: []byte(iri)} }

func wellFormedIRI(iri string) bool {
	if schemeLen(iri) == 0 {
		return false
	}
	_, err := graph.Normalize(quad.IRI(iri))
	return err == nil
}

func (e *emitter) predicate(iri string) graph.RawTerm {
	switch {
	case strings.HasPrefix(iri, "_:"):
		return e.drop("the blank node as a predicate", iri)
	case !wellFormedIRI(iri):
		return e.drop("the predicate", iri)
	}
	return iriTerm(iri)
}

// resource is the term of an identifier.
func (e *emitter) resource(id string) graph.RawTerm {
	if label, ok := strings.CutPrefix(id, "_:"); ok {
		if _, err := graph.Normalize(quad.BNode(label)); err != nil {
			return e.drop("the blank node", id)
		}
		return e.blank([]byte(label))
	}
	if !wellFormedIRI(id) {
		return e.drop("the IRI", id)
	}
	return iriTerm(id)
}

// blank is the blank node with a label of the document. Labels of one or more
// letters n and a number get one more n, so that newBlank has those of one n
// for itself.
func (e *emitter) blank(label []byte) graph.RawTerm {
	text := bytes.Clone(e.prefix)
	if digits := bytes.TrimLeft(label, "n"); len(digits) < len(label) && len(digits) > 0 && len(bytes.Trim(digits, "0123456789")) == 0 {
		text = append(text, 'n')
	}
	return graph.RawTerm{Kind: graph.KindBNode, Text: append(text, label...)}
}

// newBlank is a blank node that the document has not named.
func (e *emitter) newBlank() graph.RawTerm {
	text := strconv.AppendInt(append(bytes.Clone(e.prefix), 'n'), int64(e.fresh), 10)
	e.fresh++
	return graph.RawTerm{Kind: graph.KindBNode, Text: text}
}

// literal is the term of a value object (section 8.2.2).
func (e *emitter) literal(o map[string]any, g graph.RawTerm) (graph.RawTerm, error) {
	datatype, _ := o["@type"].(string)
	if datatype == "@json" {
		text, err := canonicalJSON(o["@value"])
		return typedTerm(text, rdfJSON), err
	}
	if datatype != "" && !wellFormedIRI(datatype) {
		return e.drop("the datatype", datatype), nil
	}
	lang, _ := o["@language"].(string)
	if lang != "" && !wellFormedTag([]byte(lang)) {
		return e.drop("the language tag", lang), nil
	}
	text, native := lexical(o["@value"], datatype)
	if datatype == "" {
		datatype = native
	}
	dir, _ := o["@direction"].(string)
	if dir != "" && e.o.Direction != "" {
		return e.directed(text, strings.ToLower(lang), dir, g)
	}
	switch {
	case lang != "":
		return graph.RawTerm{Kind: graph.KindLangString, Text: []byte(text), Aux: []byte(strings.ToLower(lang))}, nil
	case datatype == "":
		return graph.RawTerm{Kind: graph.KindString, Text: []byte(text)}, nil
	}
	return typedTerm(text, datatype), nil
}

func typedTerm(text, datatype string) graph.RawTerm {
	if datatype == graph.XSDString {
		return graph.RawTerm{Kind: graph.KindString, Text: []byte(text)}
	}
	return graph.RawTerm{Kind: graph.KindTypedString, Text: []byte(text), Aux: []byte(datatype)}
}

// directed is a string with a direction.
func (e *emitter) directed(text, lang, dir string, g graph.RawTerm) (graph.RawTerm, error) {
	if e.o.Direction == I18nDatatype {
		return typedTerm(text, i18nNS+lang+"_"+dir), nil
	}
	node := e.newBlank()
	parts := []struct{ predicate, value string }{{rdfValue, text}, {rdfLanguage, lang}, {rdfDirection, dir}}
	for _, p := range parts {
		if p.predicate == rdfLanguage && lang == "" {
			continue
		}
		if err := e.emit(node, iriTerm(p.predicate), graph.RawTerm{Kind: graph.KindString, Text: []byte(p.value)}, g); err != nil {
			return nothing, err
		}
	}
	return node, nil
}

// lexical is the lexical form of a native value, and its datatype where the
// document names none; strings have none.
func lexical(v any, datatype string) (text, native string) {
	switch v := v.(type) {
	case string:
		return v, ""
	case bool:
		return strconv.FormatBool(v), xsdBoolean
	case json.Number:
		f, _ := v.Float64()
		if text, native = lexical(f, datatype); native == xsdInteger {
			text = string(v)
		}
		return text, native
	case float64:
		if datatype == xsdDouble || v != math.Trunc(v) || math.Abs(v) >= 1e21 {
			return canonicalDouble(v), xsdDouble
		}
		return strconv.FormatFloat(v+0, 'f', -1, 64), xsdInteger // no negative zero
	}
	return "", ""
}

// canonicalDouble writes f as the canonical xsd:double with at most 15 digits
// after the point (section 8.6).
func canonicalDouble(f float64) string {
	n, _ := graph.Normalize(quad.Float(roundTo15(f)))
	return string(n.(quad.TypedString).Value)
}

func roundTo15(f float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(f, 'E', 15, 64), 64)
	if err != nil {
		return f
	}
	return r
}
