package jsonld

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/piprate/json-gold/ld"
)

// ProcessingError is a document that is JSON and breaks a rule of JSON-LD.
type ProcessingError struct {
	Name string // of the document, as ReadOptions gave it; may be empty
	Code string // error code of the JSON-LD 1.1 API, such as "invalid @id value"
	Text string // details, may be empty

	cause error
}

// Error is "name: code: details".
func (e *ProcessingError) Error() string {
	parts := slices.DeleteFunc([]string{e.Name, e.Code, e.Text}, func(s string) bool { return s == "" })
	return strings.Join(parts, ": ")
}

// Unwrap gives the error behind this one, or nil.
func (e *ProcessingError) Unwrap() error { return e.cause }

// contextLoader knows the contexts that were allowed and nothing else.
type contextLoader map[string][]byte

// LoadDocument gives a new copy at each call, for json-gold may change it.
func (l contextLoader) LoadDocument(iri string) (*ld.RemoteDocument, error) {
	text, ok := l[iri]
	if !ok {
		return nil, l.unknown(iri)
	}
	doc, err := decode(text)
	if err != nil {
		return nil, fmt.Errorf("context %s: %w", iri, err)
	}
	return &ld.RemoteDocument{DocumentURL: iri, Document: doc}, nil
}

func (l contextLoader) unknown(iri string) error {
	if len(l) == 0 {
		return fmt.Errorf("the context <%s> is not loaded: give its text by name in the contexts that are allowed", iri)
	}
	known := slices.Sorted(maps.Keys(l))
	return fmt.Errorf("the context <%s> is not loaded: allowed by name are <%s>", iri, strings.Join(known, ">, <"))
}

// goldOptions are the options of json-gold for ours.
func goldOptions(o *ReadOptions) *ld.JsonLdOptions {
	g := ld.NewJsonLdOptions(o.Base)
	g.DocumentLoader = contextLoader(o.Contexts)
	return g
}

// guarded calls json-gold, which panics on some documents, and gives its errors
// a common form.
func guarded[T any](o *ReadOptions, call func() (T, error)) (result T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &ProcessingError{Name: o.Name, Code: "processing failed", Text: fmt.Sprint(r)}
		}
	}()
	result, err = call()
	if err != nil {
		err = processingError(o.Name, err)
	}
	return result, err
}

func processingError(name string, err error) error {
	var known *ld.JsonLdError
	if !errors.As(err, &known) {
		return &ProcessingError{Name: name, Code: "processing failed", Text: err.Error(), cause: err}
	}
	text := ""
	if known.Details != nil {
		text = fmt.Sprint(known.Details)
	}
	return &ProcessingError{Name: name, Code: string(known.Code), Text: text, cause: err}
}

// expandText runs the expansion algorithm on a text known to be an array or an
// object.
func expandText(text []byte, o *ReadOptions) ([]any, error) {
	doc := tree(text)
	return guarded(o, func() ([]any, error) { return goldExpand(doc, goldOptions(o)) })
}

// goldExpand expands, and refuses what json-gold lets through.
func goldExpand(doc any, g *ld.JsonLdOptions) ([]any, error) {
	expanded, err := ld.NewJsonLdProcessor().Expand(doc, g)
	if err == nil {
		err = checkDatatypes(expanded)
	}
	return expanded, err
}

// checkDatatypes refuses value objects whose type is not one IRI (section
// 5.1.2, step 14).
func checkDatatypes(v any) error {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if err := checkDatatypes(item); err != nil {
				return err
			}
		}
	case map[string]any:
		if _, ok := v["@value"]; ok {
			return checkDatatype(v["@type"])
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if err := checkDatatypes(v[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkDatatype(v any) error {
	iri, ok := v.(string)
	if v == nil || iri == "@json" || ok && !strings.ContainsAny(iri, " <>\"{}|^`\\") {
		return nil
	}
	return ld.NewJsonLdError(ld.InvalidTypedValue, v)
}

// namesGraph reports whether a key means "@graph" in a context known to be JSON.
func namesGraph(key string, context []byte, o *ReadOptions) (bool, error) {
	local := tree(context)
	return guarded(o, func() (bool, error) {
		active, err := ld.NewContext(nil, goldOptions(o)).Parse(local)
		if err != nil {
			return false, err
		}
		iri, err := active.ExpandIri(key, false, true, nil, nil)
		return iri == "@graph", err
	})
}

// decode makes of JSON what json-gold works on. Numbers are float64, except
// integers beyond its precision, which stay as they were written.
func decode(text []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fmt.Errorf("jsonld: %w", err)
	}
	return withNumbers(v), nil
}

func withNumbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		return number(v)
	case []any:
		for i := range v {
			v[i] = withNumbers(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = withNumbers(v[k])
		}
	}
	return v
}

// exact is the largest integer up to which float64 has all integers.
const exact = 1 << 53

func number(n json.Number) any {
	f, err := n.Float64()
	if err != nil || (f > exact || f < -exact) && !strings.ContainsAny(string(n), ".eE") {
		return n
	}
	return f
}
