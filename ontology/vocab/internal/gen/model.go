package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// A model is what the templates print, in the order of the ontology file.
type model struct {
	Classes, Properties []*term
	Schemes             []*scheme
}

// A term is a class, a property or a code of our own namespace.
type term struct {
	IRI                quad.IRI
	NB, EN, Definition string
	Notation           string
	Broader            quad.IRI
	Strength           int  // causal strength plus one; 0 for none
	clash              bool // a property that shares its Go name with a class
}

// A scheme is a code list with its codes.
type scheme struct {
	term
	Property *term
	Codes    []*term
}

// load reads the ontology file into a model.
func load(file string) (*model, error) {
	quads, err := read(file)
	if err != nil {
		return nil, err
	}
	l := loader{terms: map[quad.Value]*term{}, schemes: map[quad.Value]*scheme{}}
	for _, q := range quads {
		l.declare(q)
	}
	for _, q := range quads {
		l.describe(q)
	}
	l.markClashes()
	return &l.model, l.check()
}

type loader struct {
	model
	terms   map[quad.Value]*term
	schemes map[quad.Value]*scheme
}

// declare takes up a term of ours when its type is stated.
func (l *loader) declare(q quad.Quad) {
	iri, ok := q.Subject.(quad.IRI)
	if !ok || q.Predicate != quad.Value(vocab.RDFType) || !strings.HasPrefix(string(iri), vocab.Base) || l.terms[iri] != nil {
		return
	}
	t := &term{IRI: iri}
	switch q.Object {
	case vocab.OWLClass:
		l.Classes = append(l.Classes, t)
	case vocab.OWLObjectProperty, vocab.OWLDatatypeProperty:
		l.Properties = append(l.Properties, t)
	case vocab.SKOSConceptScheme:
		s := &scheme{term: *t}
		l.Schemes = append(l.Schemes, s)
		l.schemes[iri], t = s, &s.term
	case vocab.SKOSConcept: // a code: its scheme takes it up
	default:
		return
	}
	l.terms[iri] = t
}

// describe notes what one quad says of a term declared.
func (l *loader) describe(q quad.Quad) {
	t := l.terms[q.Subject]
	if t == nil {
		return
	}
	switch q.Predicate {
	case vocab.RDFSLabel, vocab.SKOSPrefLabel:
		t.label(q.Object)
	case vocab.SKOSDefinition:
		if text, ok := q.Object.(quad.LangString); ok && text.Lang == "en" {
			t.Definition = string(text.Value)
		}
	case vocab.SKOSNotation:
		t.Notation = quad.ToString(q.Object)
	case vocab.CausalStrength:
		number, _ := q.Object.(quad.TypedString)
		if n, err := strconv.Atoi(string(number.Value)); err == nil {
			t.Strength = n + 1
		}
	case vocab.SKOSBroader:
		t.Broader, _ = q.Object.(quad.IRI)
	case vocab.SKOSInScheme:
		if s := l.schemes[q.Object]; s != nil {
			s.Codes = append(s.Codes, t)
		}
	case vocab.QBCodeList:
		if s := l.schemes[q.Object]; s != nil {
			s.Property = t
		}
	}
}

func (t *term) label(v quad.Value) {
	text, _ := v.(quad.LangString)
	switch text.Lang {
	case "nb":
		t.NB = string(text.Value)
	case "en":
		t.EN = string(text.Value)
	}
}

// markClashes finds the properties whose names differ from a class by case only.
func (l *loader) markClashes() {
	for _, p := range l.Properties {
		p.clash = slices.ContainsFunc(l.Classes, func(c *term) bool { return c.GoName() == p.GoName() })
	}
}

// check holds the model to what package vocab promises.
func (l *loader) check() error {
	for iri, t := range l.terms {
		if t.NB == "" || t.EN == "" || t.Definition == "" {
			return fmt.Errorf("%v: no nb label, en label or en definition", iri)
		}
	}
	for _, s := range l.Schemes {
		if s.Property == nil {
			return fmt.Errorf("%s: no property takes its codes", s.IRI)
		}
		for _, c := range s.Codes {
			if string(c.IRI) != string(s.IRI)+"-"+c.Notation {
				return fmt.Errorf("%s: notation %q does not make this IRI", c.IRI, c.Notation)
			}
		}
	}
	return nil
}

// Local is the IRI behind its namespace.
func (t *term) Local() string {
	iri := string(t.IRI)
	return iri[strings.LastIndexAny(iri, "#/")+1:]
}

// GoName is the name of the constant: the words of the local name, joined with
// capitals, and the word Property where a class has that name already.
func (t *term) GoName() string {
	var name strings.Builder
	for word := range strings.SplitSeq(t.Local(), "-") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	if t.clash {
		name.WriteString("Property")
	}
	return name.String()
}

func goName(iri quad.IRI) string { return (&term{IRI: iri}).GoName() }
