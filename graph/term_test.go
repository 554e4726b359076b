package graph_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

const xsd = "http://www.w3.org/2001/XMLSchema#"

func TestNormalizeGivesOneFormToEachTerm(t *testing.T) {
	lit := func(lex string, datatype quad.IRI) quad.Value {
		return quad.TypedString{Value: quad.String(lex), Type: xsd + datatype}
	}
	oslo := time.FixedZone("", 3600)
	for _, c := range []struct{ in, want quad.Value }{
		{quad.IRI("http://example.org/æøå"), quad.IRI("http://example.org/æøå")},
		{quad.BNode("b.1"), quad.BNode("b.1")},
		{quad.BNode("\uFFFD"), quad.BNode("\uFFFD")},
		{quad.IRI("urn:x"), quad.IRI("urn:x")},
		{quad.String(""), quad.String("")},
		{lit("x", "string"), quad.String("x")},
		{lit("01", "integer"), lit("01", "integer")},
		{lit("not a number", "integer"), lit("not a number", "integer")},
		{quad.LangString{Value: "x", Lang: "nb-NO"}, quad.LangString{Value: "x", Lang: "nb-no"}},
		{quad.LangString{Value: "x"}, quad.String("x")},
		{quad.Int(-7), lit("-7", "integer")},
		{quad.Bool(true), lit("true", "boolean")},
		{quad.Float(100), lit("1.0E2", "double")},
		{quad.Float(-0.25), lit("-2.5E-1", "double")},
		{quad.Float(math.Inf(1)), lit("INF", "double")},
		{quad.Float(math.Inf(-1)), lit("-INF", "double")},
		{quad.Float(math.NaN()), lit("NaN", "double")},
		{quad.Time(time.Date(2026, 1, 2, 3, 4, 5, 600, oslo)), lit("2026-01-02T02:04:05.0000006Z", "dateTime")},
	} {
		if got, err := graph.Normalize(c.in); err != nil || got != c.want {
			t.Errorf("Normalize(%#v) = %#v, %v; want %#v", c.in, got, err, c.want)
		}
	}
}

func TestTheBorderRefusesWhatRDFForbids(t *testing.T) {
	s, p, o := quad.IRI("http://a/s"), quad.IRI("http://a/p"), quad.IRI("http://a/o")
	for _, c := range []struct {
		name string
		q    quad.Quad
		want string
	}{
		{"literal subject", quad.Quad{Subject: quad.String("s"), Predicate: p, Object: o}, "subject"},
		{"blank predicate", quad.Quad{Subject: s, Predicate: quad.BNode("p"), Object: o}, "predicate"},
		{"literal graph", quad.Quad{Subject: s, Predicate: p, Object: o, Label: quad.String("g")}, "graph"},
		{"no subject", quad.Quad{Predicate: p, Object: o}, "subject"},
		{"no object", quad.Quad{Subject: s, Predicate: p}, "object"},
		{"IRI with a blank", quad.Quad{Subject: s, Predicate: p, Object: quad.IRI("http://a/o o")}, "' '"},
		{"IRI with a bracket", quad.Quad{Subject: s, Predicate: p, Object: quad.IRI("http://a/>")}, "'>'"},
		{"IRI with a line feed", quad.Quad{Subject: quad.IRI("http://a/\n"), Predicate: p, Object: o}, "subject"},
		{"empty IRI", quad.Quad{Subject: quad.IRI(""), Predicate: p, Object: o}, "empty IRI"},
		{"IRI that is not UTF-8", quad.Quad{Subject: quad.IRI("http://a/\xff"), Predicate: p, Object: o}, "UTF-8"},
		{"text that is not UTF-8", quad.Quad{Subject: s, Predicate: p, Object: quad.String("\xff")}, "UTF-8"},
		{"bad datatype", quad.Quad{Subject: s, Predicate: p, Object: quad.TypedString{Value: "1", Type: "a b"}}, "' '"},
		{"bad tag", quad.Quad{Subject: s, Predicate: p, Object: quad.LangString{Value: "x", Lang: "nb_NO"}}, "nb_no"},
		{"tag that starts with a digit", quad.Quad{Subject: s, Predicate: p, Object: quad.LangString{Value: "x", Lang: "1a"}}, "1a"},
		{"tag with a long part", quad.Quad{Subject: s, Predicate: p, Object: quad.LangString{Value: "x", Lang: "en-abcdefghi"}}, "abcdefghi"},
		{"rdf:langString without a tag", quad.Quad{Subject: s, Predicate: p, Object: quad.TypedString{Value: "x", Type: "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"}}, "without a language"},
		{"relative IRI", quad.Quad{Subject: quad.IRI("a/b"), Predicate: p, Object: o}, "relative"},
		{"IRI with an empty scheme", quad.Quad{Subject: quad.IRI(":a"), Predicate: p, Object: o}, "relative"},
		{"label that is not UTF-8", quad.Quad{Subject: quad.BNode("a\xff"), Predicate: p, Object: o}, "UTF-8"},
		{"empty label", quad.Quad{Subject: quad.BNode(""), Predicate: p, Object: o}, "label"},
		{"label with a blank", quad.Quad{Subject: quad.BNode("a b"), Predicate: p, Object: o}, "label"},
		{"label ending in a dot", quad.Quad{Subject: quad.BNode("a."), Predicate: p, Object: o}, "label"},
		{"the default graph as a term", quad.Quad{Subject: s, Predicate: p, Object: graph.DefaultGraph}, "type"},
	} {
		var b graph.Builder
		err := b.Add(c.q)
		if !errors.Is(err, graph.ErrTerm) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one of ErrTerm that says %q", c.name, err, c.want)
		}
		if b.Len() != 0 || b.Dataset().Len() != 0 {
			t.Errorf("%s: the refused statement left something behind", c.name)
		}
	}
}

func TestALongTermIsShortenedInMessages(t *testing.T) {
	_, err := graph.Normalize(quad.IRI(strings.Repeat("ø", 5000) + " "))
	if err == nil || len(err.Error()) > 300 {
		t.Errorf("message of %d bytes", len(err.Error()))
	}
}

func TestRawTermsGiveBackTheirValue(t *testing.T) {
	for _, v := range []quad.Value{
		nil, quad.IRI("http://a/"), quad.BNode("b"), quad.String("x"),
		quad.LangString{Value: "x", Lang: "nb"}, quad.TypedString{Value: "1", Type: xsd + "integer"},
	} {
		var raw graph.RawTerm
		if err := raw.SetValue(v); err != nil || raw.Value() != v {
			t.Errorf("%#v came back as %#v, %v", v, raw.Value(), err)
		}
	}
}
