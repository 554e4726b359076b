package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"

	"policygraph/cmd/internal/rdfio"
	"policygraph/graph/formats"
	"policygraph/graph/jsonld"
)

// compact writes JSON-LD with the context that --compact names. Statements stream
// into it where they do not come from JSON-LD and the context is one that can be
// written with as statements come; else the algorithm has the whole document.
func (v *conversion) compact() error {
	text, err := os.ReadFile(v.String("compact"))
	if err != nil {
		return err
	}
	isJSON := func(name string) bool {
		f, err := rdfio.FormatOf(name, v.String("from"))
		return err == nil && f.Name == "jsonld"
	}
	if !slices.ContainsFunc(v.sources, isJSON) {
		if v.context, err = jsonld.ParseContext(text); err == nil {
			return v.write(v.stream)
		}
	}
	return v.write(v.process)
}

// process writes JSON-LD through one of the algorithms of its API: framing,
// flattening or compaction. What is not JSON-LD yet becomes expanded JSON-LD
// first.
func (v *conversion) process(t *rdfio.Target) error {
	if t.Format.Name != "jsonld" {
		return fmt.Errorf("--frame, --compact and --flatten write jsonld, not %s", t.Format.Name)
	}
	if len(v.sources) > 1 {
		return errors.New("--frame, --compact and --flatten take one document")
	}
	return v.each(func(s *rdfio.Source, o formats.ReadOptions) error {
		content := s.Content()
		if s.Format.Name != "jsonld" {
			var expanded bytes.Buffer
			w := t.Format.Open(&expanded, formats.WriteOptions{})
			if err := errors.Join(s.Read(o, w.WriteRaw), w.Close()); err != nil {
				return err
			}
			content = &expanded
		}
		po := jsonld.ProcessOptions{ReadOptions: jsonld.ReadOptions{Name: s.Name, Base: o.Base, Contexts: o.Contexts}}
		context, err := optionalFile(v.String("compact"))
		if err != nil {
			return err
		}
		var result any
		switch {
		case v.IsSet("frame"):
			frame, err := os.ReadFile(v.String("frame"))
			if err != nil {
				return err
			}
			result, err = jsonld.Frame(content, frame, po)
			if err != nil {
				return err
			}
		case v.Bool("flatten"):
			if result, err = jsonld.Flatten(content, context, po); err != nil {
				return err
			}
		default:
			if result, err = jsonld.Compact(content, context, po); err != nil {
				return err
			}
		}
		return jsonld.Encode(t, result, "  ")
	})
}

// optionalFile reads a file, or nothing where there is no name.
func optionalFile(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	return os.ReadFile(name)
}
