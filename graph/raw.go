package graph

import (
	"fmt"

	"github.com/cayleygraph/quad"
)

// Kind tells the kinds of term apart. The order of the constants is the order
// of terms in a [Dataset]: blank nodes, then IRIs, then literals.
type Kind uint8

// The kinds of term. KindNone stands for no term: the default graph in the
// graph position of a statement.
const (
	KindNone Kind = iota
	KindBNode
	KindIRI
	KindString
	KindLangString
	KindTypedString
)

// IsLiteral reports whether terms of this kind are literals.
func (k Kind) IsLiteral() bool { return k >= KindString }

// RawTerm is a view of one term in a buffer that belongs to somebody else. It
// holds until that owner reads or writes on; whoever wants to keep it copies.
//
// Text is the IRI without angle brackets, the blank node label without "_:",
// or the lexical form with all escapes resolved. Aux is the language tag of a
// KindLangString and the datatype IRI of a KindTypedString, else empty. A
// literal of xsd:string is KindString, never KindTypedString.
type RawTerm struct {
	Kind Kind
	Text []byte
	Aux  []byte
}

// RawQuad is one statement of RawTerms. Graph.Kind is KindNone for the default
// graph.
type RawQuad struct {
	Subject, Predicate, Object, Graph RawTerm
}

// Value copies the term into a quad.Value. KindNone gives nil.
func (t *RawTerm) Value() quad.Value {
	switch t.Kind {
	case KindNone:
		return nil
	case KindBNode:
		return quad.BNode(t.Text)
	case KindIRI:
		return quad.IRI(t.Text)
	case KindString:
		return quad.String(t.Text)
	case KindLangString:
		return quad.LangString{Value: quad.String(t.Text), Lang: string(t.Aux)}
	case KindTypedString:
		return quad.TypedString{Value: quad.String(t.Text), Type: quad.IRI(t.Aux)}
	}
	panic(fmt.Sprintf("graph: term of unknown kind %d", t.Kind))
}

// Quad copies the statement into a quad.Quad.
func (q *RawQuad) Quad() quad.Quad {
	return quad.Quad{
		Subject:   q.Subject.Value(),
		Predicate: q.Predicate.Value(),
		Object:    q.Object.Value(),
		Label:     q.Graph.Value(),
	}
}

// SetValue makes t a view of v, after bringing v to one of the five concrete
// types as [Normalize] does. It fails where Normalize fails. A nil v gives
// KindNone.
func (t *RawTerm) SetValue(v quad.Value) error {
	t.Text, t.Aux = t.Text[:0], t.Aux[:0]
	if v == nil {
		t.Kind = KindNone
		return nil
	}
	n, err := Normalize(v)
	if err != nil {
		return err
	}
	switch n := n.(type) {
	case quad.BNode:
		t.Kind, t.Text = KindBNode, append(t.Text, n...)
	case quad.IRI:
		t.Kind, t.Text = KindIRI, append(t.Text, n...)
	case quad.String:
		t.Kind, t.Text = KindString, append(t.Text, n...)
	case quad.LangString:
		t.Kind, t.Text, t.Aux = KindLangString, append(t.Text, n.Value...), append(t.Aux, n.Lang...)
	case quad.TypedString:
		t.Kind, t.Text, t.Aux = KindTypedString, append(t.Text, n.Value...), append(t.Aux, n.Type...)
	}
	return nil
}

// SetQuad makes q a copy of the statement s. It fails, naming the position,
// where a term cannot be brought to one of the five concrete types; it does
// not check which kind of term stands where, [RawQuad.Check] does.
func (q *RawQuad) SetQuad(s quad.Quad) error {
	for _, part := range []struct {
		name string
		term *RawTerm
		val  quad.Value
	}{
		{"subject", &q.Subject, s.Subject},
		{"predicate", &q.Predicate, s.Predicate},
		{"object", &q.Object, s.Object},
		{"graph", &q.Graph, s.Label},
	} {
		if err := part.term.SetValue(part.val); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return nil
}
