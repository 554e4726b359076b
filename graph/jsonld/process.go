package jsonld

import (
	"encoding/json"
	"io"

	"github.com/piprate/json-gold/ld"
)

// ProcessOptions are the options of the JSON-LD API beyond those of reading.
type ProcessOptions struct {
	ReadOptions

	KeepArrays  bool // compactArrays: false
	Embed       string
	Explicit    bool
	RequireAll  bool
	OmitDefault bool
	KeepGraph   bool // omitGraph: false
}

func (o *ProcessOptions) gold() *ld.JsonLdOptions {
	g := goldOptions(&o.ReadOptions)
	g.CompactArrays = !o.KeepArrays
	g.Explicit, g.RequireAll, g.OmitDefault = o.Explicit, o.RequireAll, o.OmitDefault
	g.OmitGraph = !o.KeepGraph
	if o.Embed != "" {
		g.Embed = ld.Embed(o.Embed)
	}
	return g
}

// Expand is the expansion algorithm of JSON-LD 1.1. Its result, like those of
// Compact, Flatten and Frame, is made of map[string]any, []any, string,
// float64, json.Number, bool and nil.
func Expand(r io.Reader, o ProcessOptions) ([]any, error) {
	return process(r, &o, func(_ *ld.JsonLdProcessor, doc any) ([]any, error) { return goldExpand(doc, o.gold()) })
}

// Compact is the compaction algorithm with a context, which is JSON text.
func Compact(r io.Reader, context []byte, o ProcessOptions) (map[string]any, error) {
	ctx, err := decode(context)
	if err != nil {
		return nil, err
	}
	return process(r, &o, func(p *ld.JsonLdProcessor, doc any) (map[string]any, error) { return p.Compact(doc, ctx, o.gold()) })
}

// Flatten is the flattening algorithm. The result is compacted with the
// context, unless that is nil.
func Flatten(r io.Reader, context []byte, o ProcessOptions) (any, error) {
	var ctx any
	if context != nil {
		var err error
		if ctx, err = decode(context); err != nil {
			return nil, err
		}
	}
	return process(r, &o, func(p *ld.JsonLdProcessor, doc any) (any, error) { return p.Flatten(doc, ctx, o.gold()) })
}

// Frame is the framing algorithm of JSON-LD 1.1 Framing; frame is JSON text.
func Frame(r io.Reader, frame []byte, o ProcessOptions) (map[string]any, error) {
	f, err := decode(frame)
	if err != nil {
		return nil, err
	}
	return process(r, &o, func(p *ld.JsonLdProcessor, doc any) (map[string]any, error) { return p.Frame(doc, f, o.gold()) })
}

// process reads a document and calls json-gold with it.
func process[T any](r io.Reader, o *ProcessOptions, call func(*ld.JsonLdProcessor, any) (T, error)) (result T, err error) {
	text, err := readText(r, &o.ReadOptions)
	if err != nil {
		return result, err
	}
	doc := tree(text)
	if _, isString := doc.(string); isString {
		doc = []any{doc} // json-gold would load a document of that name
	}
	return guarded(&o.ReadOptions, func() (T, error) { return call(ld.NewJsonLdProcessor(), doc) })
}

// readText reads a document as a whole and checks that it is JSON.
func readText(r io.Reader, o *ReadOptions) ([]byte, error) {
	s, err := newScanner(r, o, windowSize)
	if err != nil {
		return nil, err
	}
	s.takeAll()
	s.begin()
	text, err := s.value(1)
	if err != nil {
		return nil, err
	}
	return text, s.end()
}

// Encode writes the result of an algorithm as JSON, with the members of objects
// by code point, indented if indent is not empty.
func Encode(w io.Writer, v any, indent string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	return e.Encode(v)
}
