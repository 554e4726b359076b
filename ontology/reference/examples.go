package reference

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// classExamples are the best thing of a class, in Turtle and JSON-LD, or where to look.
func (b *book) classExamples(class quad.IRI) ([]block, error) {
	s := b.data.best(class)
	if s == 0 {
		return b.elsewhere(class), nil
	}
	triples, more := b.data.description(s)
	note := b.abridged(more)
	ttl, err := b.data.turtle(triples)
	if err != nil {
		return nil, err
	}
	json, err := b.data.jsonld(triples)
	if err != nil {
		return nil, err
	}
	return []block{
		{Snippet: &snippet{Title: b.word("example-of", "Turtle"), Syntax: "turtle", Text: ttl, Note: note}},
		{Snippet: &snippet{Title: b.word("example-of", "JSON-LD"), Syntax: "json", Text: json, Note: note}},
	}, nil
}

// elsewhere sends to the first subclass that has an example.
func (b *book) elsewhere(class quad.IRI) []block {
	for _, sub := range b.onto.having(vocab.RDFSSubClassOf, class) {
		if b.data.best(sub) != 0 {
			return []block{{Text: []span{{Text: b.word("example-at") + " "}, b.ref(sub), {Text: "."}}}}
		}
	}
	return nil
}

// abridged says what an example leaves out.
func (b *book) abridged(more []omitted) string {
	var parts []string
	for _, o := range more {
		p := quad.IRI(vocab.Base + strings.TrimPrefix(string(o.property), b.Base))
		if !strings.HasPrefix(string(o.property), b.Base) {
			p = o.property
		}
		parts = append(parts, b.word("of-values", shown, b.lang.number(o.of), curie(p)))
	}
	if len(parts) == 0 {
		return ""
	}
	return b.word("abridged", b.lang.and(parts))
}

// propertyExample is a thing with the property and nothing else but its class.
func (b *book) propertyExample(p quad.IRI, users []quad.IRI) ([]block, error) {
	s := b.data.using(p, users)
	if s == 0 {
		return nil, nil
	}
	triples, more := b.data.description(s, vocab.RDFType, p)
	ttl, err := b.data.turtle(triples)
	if err != nil {
		return nil, fmt.Errorf("an example of %s: %w", p, err)
	}
	return []block{{Snippet: &snippet{Title: b.word("example"), Syntax: "turtle", Text: ttl, Note: b.abridged(more)}}}, nil
}

// codeExample is the first statement with a code, as Turtle on a line.
func (b *book) codeExample(c quad.IRI) ([]span, error) {
	o := b.data.id(c)
	if o == 0 {
		return nil, nil
	}
	subjects, predicates := b.data.g.To(o)
	if len(subjects) == 0 {
		return nil, nil
	}
	ttl, err := b.data.turtle([]graph.Triple{{subjects[0], predicates[0], o}})
	return []span{code(strings.TrimSpace(ttl))}, err
}

// schemes are the code lists, each with its codes.
func (b *book) schemes() ([]section, error) {
	var sections []section
	for _, s := range vocab.Schemes() {
		r := b.names(s.IRI)
		r.Run(b.word("property-of-list"), b.named(s.Property)...)
		r.Add(b.word("row-rules"), b.listRules(s)...)
		r.Add(b.word("mappings"), b.mapped(s.IRI)...)
		list := b.entry(s.IRI, "scheme", r)
		for _, c := range s.Codes {
			one, err := b.code(s, c)
			if err != nil {
				return nil, err
			}
			list.Sections = append(list.Sections, one)
		}
		sections = append(sections, list)
	}
	return sections, nil
}

// listRules are the shapes that hold a property to the list.
func (b *book) listRules(s vocab.Scheme) []item {
	var items []item
	for _, one := range b.shapes.about(s.Property) {
		if len(b.shapes.doc.all(one.node, shIn)) > 0 {
			items = append(items, line(b.shapeRef(one), span{Text: " " + b.message(one)}))
		}
	}
	return items
}

func (b *book) code(s vocab.Scheme, c vocab.Code) (section, error) {
	r := b.names(c.IRI)
	r.Run(b.word("notation"), code(c.Notation))
	if c.Broader != "" {
		r.Run(b.word("broader"), b.named(c.Broader)...)
	}
	var narrower []quad.IRI
	for _, n := range s.Codes {
		if n.Broader == c.IRI {
			narrower = append(narrower, n.IRI)
		}
	}
	r.Run(b.word("narrower"), joined(b.allNamed(narrower), ", ")...)
	if n, ok := c.Strength(); ok {
		r.Run(b.word("strength"), text(b.word("strength-of", n))...)
	}
	example, err := b.codeExample(c.IRI)
	if n := b.data.usesAs(c.IRI); n > 0 {
		r.Run(b.word("in-data"), text(b.lang.times(n))...)
	} else {
		r.Run(b.word("in-data"), text(b.word("not-used"))...)
	}
	r.Run(b.word("example"), example...)
	r.Add(b.word("mappings"), b.mapped(c.IRI)...)
	one := b.entry(c.IRI, "code", r)
	one.Short = true
	return one, err
}

// outsideTerms are the properties and classes of other vocabularies that the data use, by
// their short addresses.
func (b *book) outsideTerms() []quad.IRI {
	var terms []quad.IRI
	add := func(id graph.ID) {
		iri := quad.IRI(b.data.d.Text(id))
		if curie(iri) != string(iri) && !strings.HasPrefix(string(iri), b.Base) && !slices.Contains(terms, iri) {
			terms = append(terms, iri)
		}
	}
	for p := range b.data.g.AllPredicates() {
		add(p)
	}
	if b.data.typ != 0 {
		objects, _ := b.data.g.With(b.data.typ)
		for _, class := range slices.Compact(slices.Clone(objects)) {
			add(class)
		}
	}
	slices.SortFunc(terms, func(x, y quad.IRI) int { return strings.Compare(curie(x), curie(y)) })
	return terms
}
