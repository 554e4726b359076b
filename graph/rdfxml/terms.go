package rdfxml

import (
	"bytes"
	"strconv"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
	"policygraph/graph/internal/name"
)

func quote(s string) string { return strconv.Quote(shorten(s)) }

// rdfTerm is a term of the RDF vocabulary.
func rdfTerm(local string) graph.RawTerm {
	return graph.RawTerm{Kind: graph.KindIRI, Text: []byte(rdfNS + local)}
}

// Terms that the grammar itself puts into the graph.
var (
	rdfType      = rdfTerm("type")
	rdfFirst     = rdfTerm("first")
	rdfRest      = rdfTerm("rest")
	rdfNil       = rdfTerm("nil")
	rdfStatement = rdfTerm("Statement")
	rdfSubject   = rdfTerm("subject")
	rdfPredicate = rdfTerm("predicate")
	rdfObject    = rdfTerm("object")
	xmlLiteral   = []byte(rdfNS + "XMLLiteral")
)

// resolve gives a reference resolved against the base (section 5.3).
func (p *parser) resolve(value string, at position, base *iri.Reference) ([]byte, error) {
	start := len(p.arena)
	p.arena = append(p.arena, value...)
	if written := p.arena[start:]; !iri.IsAbsolute(written) {
		if base == nil {
			return nil, p.src.mistake(at, "an absolute IRI, as there is no base", quote(value))
		}
		start = len(p.arena)
		p.arena = base.AppendResolved(p.arena, written)
	}
	t, err := p.checked(start, at)
	return t.Text, err
}

// reference is the IRI that an attribute refers to.
func (p *parser) reference(a *attribute, sc *scope) (graph.RawTerm, error) {
	text, err := p.resolve(a.value, a.at, sc.base)
	return graph.RawTerm{Kind: graph.KindIRI, Text: text}, err
}

// idTerm is the IRI that rdf:ID gives, which a document can give once.
func (p *parser) idTerm(a *attribute, sc *scope) (graph.RawTerm, error) {
	if err := p.ncname(a); err != nil {
		return graph.RawTerm{}, err
	}
	text, err := p.resolve("#"+a.value, a.at, sc.base)
	if err != nil {
		return graph.RawTerm{}, err
	}
	if p.ids[string(text)] {
		return graph.RawTerm{}, p.src.mistake(a.at, "an rdf:ID that does not come twice", quote(a.value))
	}
	p.ids[string(text)] = true
	return graph.RawTerm{Kind: graph.KindIRI, Text: text}, nil
}

// ncname checks the value of an attribute (constraint rdf-id).
func (p *parser) ncname(a *attribute) error {
	if !name.IsNCName([]byte(a.value)) {
		return p.src.mistake(a.at, "an XML name without colons in "+a.String(), quote(a.value))
	}
	return nil
}

// nodeIDTerm is the blank node that rdf:nodeID names.
func (p *parser) nodeIDTerm(a *attribute) (graph.RawTerm, error) {
	if err := p.ncname(a); err != nil {
		return graph.RawTerm{}, err
	}
	start := len(p.arena)
	p.arena = append(p.arena, p.o.BlankPrefix...)
	own := len(p.arena)
	p.arena = append(p.arena, a.value...)
	p.arena = endLabel(name.RenameGenerated(p.arena, own), own)
	return graph.RawTerm{Kind: graph.KindBNode, Text: p.arena[start:]}, nil
}

// endLabel appends an underscore to the label buf[start:] where it ends with a
// dot, which no label does, or with a dot and underscores, which keeps labels
// apart.
func endLabel(buf []byte, start int) []byte {
	if bytes.HasSuffix(bytes.TrimRight(buf[start:], "_"), []byte(".")) {
		return append(buf, '_')
	}
	return buf
}

// blank is a new blank node.
func (p *parser) blank() graph.RawTerm {
	p.blanks++
	return p.generated(p.blanks - 1)
}

// generated is the generated blank node with the number n.
func (p *parser) generated(n uint64) graph.RawTerm {
	start := len(p.arena)
	p.arena = append(append(p.arena, p.o.BlankPrefix...), name.Generated...)
	p.arena = strconv.AppendUint(p.arena, n, 10)
	return graph.RawTerm{Kind: graph.KindBNode, Text: p.arena[start:]}
}

// plain is a text in the language of the scope.
func (p *parser) plain(text []byte, at position, sc *scope) (graph.RawTerm, error) {
	if sc.lang == "" {
		return graph.RawTerm{Kind: graph.KindString, Text: text}, nil
	}
	if sc.version2 && sc.dir {
		return graph.RawTerm{}, p.src.refused(at, "RDF 1.1", "a text with a direction of RDF 1.2")
	}
	start := len(p.arena)
	p.arena = append(p.arena, sc.lang...)
	return graph.RawTerm{Kind: graph.KindLangString, Text: text, Aux: p.arena[start:]}, nil
}

// typed is a text with the datatype that the attribute refers to.
func (p *parser) typed(text []byte, a *attribute, datatype []byte) (graph.RawTerm, error) {
	switch {
	case string(datatype) == graph.XSDString:
		return graph.RawTerm{Kind: graph.KindString, Text: text}, nil
	case isLangDatatype(datatype):
		return graph.RawTerm{}, p.src.mistake(a.at, "a datatype other than those of texts in a language", a.value)
	}
	return graph.RawTerm{Kind: graph.KindTypedString, Text: text, Aux: datatype}, nil
}

// isLangDatatype reports whether a datatype is one of those that literals have
// by their language tag and cannot have without.
func isLangDatatype(datatype []byte) bool {
	return string(datatype) == rdfNS+"langString" || string(datatype) == rdfNS+"dirLangString"
}

// valueText is the value of an attribute as a text.
func (p *parser) valueText(a *attribute) []byte {
	start := len(p.arena)
	p.arena = append(p.arena, a.value...)
	return p.arena[start:]
}

// emit passes a statement on.
func (p *parser) emit(subject, predicate, object graph.RawTerm) error {
	if p.count++; p.count > p.o.MaxStatements && p.o.MaxStatements > 0 {
		return p.src.beyondLimit(p.src.token, p.o.MaxStatements, "statements")
	}
	p.quad.Subject, p.quad.Predicate, p.quad.Object = subject, predicate, object
	return p.yield(&p.quad)
}
