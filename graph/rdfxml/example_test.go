package rdfxml_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph/rdfxml"
)

func ExampleRead() {
	text := `
		<!DOCTYPE rdf:RDF [<!ENTITY e "http://example.org/">]>
		<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="&e;">
			<e:Measure rdf:about="&e;counselling">
				<e:label xml:lang="nb">Rådgivning</e:label>
				<e:targets rdf:resource="&e;motivation"/>
			</e:Measure>
		</rdf:RDF>`
	for q, err := range rdfxml.Read(strings.NewReader(text), rdfxml.ReadOptions{}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(q.Subject, q.Predicate, q.Object)
	}
	// Output:
	// <http://example.org/counselling> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Measure>
	// <http://example.org/counselling> <http://example.org/label> "Rådgivning"@nb
	// <http://example.org/counselling> <http://example.org/targets> <http://example.org/motivation>
}

func ExampleNewWriter() {
	w := rdfxml.NewWriter(os.Stdout, rdfxml.WriteOptions{
		Prefixes: []rdfxml.Prefix{{Name: "e", IRI: "http://example.org/"}},
	})
	study := quad.IRI("http://example.org/study")
	for _, q := range []quad.Quad{
		{Subject: study, Predicate: quad.IRI(rdfNS + "type"), Object: quad.IRI("http://example.org/Study")},
		{Subject: study, Predicate: quad.IRI("http://example.org/label"), Object: quad.LangString{Value: "Helse & arbeid", Lang: "nb"}},
		{Subject: study, Predicate: quad.IRI("http://example.org/year"), Object: quad.Int(2020)},
	} {
		if err := w.WriteQuad(q); err != nil {
			fmt.Println(err)
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <rdf:RDF
	//     xmlns:e="http://example.org/"
	//     xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
	//
	//   <e:Study rdf:about="http://example.org/study">
	//     <e:label xml:lang="nb">Helse &amp; arbeid</e:label>
	//     <e:year rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">2020</e:year>
	//   </e:Study>
	// </rdf:RDF>
}
