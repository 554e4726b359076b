package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// token matches one token of the Turtle that the ontology file uses.
var token = regexp.MustCompile(`#[^\n]*|<[^>]*>|"([^"\\]|\\.)*"(@[a-z]+|\^\^\S+)?|[.;,()\[\]]|[^\s;,()\[\]]*[^\s;,()\[\].]`)

// read returns the quads of an ontology file in its order, leaving out those
// that a list or a nameless node takes part in.
func read(file string) ([]quad.Quad, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := reader{prefixes: map[string]string{}}
	for _, t := range token.FindAllString(string(text), -1) {
		if strings.HasPrefix(t, "#") {
			continue
		}
		if err := r.take(t); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return r.quads, nil
}

type reader struct {
	prefixes  map[string]string
	directive []string
	terms     []quad.Value // subject, predicate, object as far as read
	depth     int
	quads     []quad.Quad
}

// take moves the reader on by one token.
func (r *reader) take(t string) error {
	switch {
	case strings.HasPrefix(t, "@prefix"), strings.HasPrefix(t, "@base"), r.directive != nil && t != ".":
		r.directive = append(r.directive, t)
	case r.directive != nil:
		if len(r.directive) == 3 {
			r.prefixes[r.directive[1]] = strings.Trim(r.directive[2], "<>")
		}
		r.directive = nil
	case t == "(" || t == "[":
		if r.depth++; r.depth == 1 {
			r.terms = append(r.terms, nil)
		}
	case t == ")" || t == "]":
		r.depth--
	case r.depth > 0:
	case t == "." || t == ";" || t == ",":
		r.close(t)
	default:
		v, err := r.term(t)
		r.terms = append(r.terms, v)
		return err
	}
	return nil
}

// close ends an object, a predicate or a subject.
func (r *reader) close(t string) {
	if len(r.terms) == 3 && r.terms[0] != nil && r.terms[2] != nil {
		r.quads = append(r.quads, quad.Quad{Subject: r.terms[0], Predicate: r.terms[1], Object: r.terms[2]})
	}
	r.terms = r.terms[:strings.Index(".;,", t)]
}

// term reads one term.
func (r *reader) term(t string) (quad.Value, error) {
	switch {
	case t == "a":
		return vocab.RDFType, nil
	case t[0] == '<':
		return quad.IRI(t[1 : len(t)-1]), nil
	case t[0] == '"':
		end := strings.LastIndex(t, `"`)
		if lang, ok := strings.CutPrefix(t[end+1:], "@"); ok {
			return quad.LangString{Value: quad.String(t[1:end]), Lang: lang}, nil
		}
		return quad.String(t[1:end]), nil
	case t[0] >= '0' && t[0] <= '9':
		return quad.String(t), nil
	}
	i := strings.Index(t, ":") + 1
	namespace, ok := r.prefixes[t[:i]]
	if !ok {
		return nil, fmt.Errorf("no prefix for %q", t)
	}
	return quad.IRI(namespace + t[i:]), nil
}
