package reference

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/cayleygraph/quad"

	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// writeTurtle writes the ontology as it stands, below the base of the input.
func writeTurtle(w io.Writer, in Input) error {
	_, err := w.Write(ontology.Rebase(ontology.Turtle(), in.complete().Base))
	return err
}

// writeJSONLD writes the ontology with the prefixes of the project as its context.
func writeJSONLD(w io.Writer, in Input) error {
	var buffer bytes.Buffer
	if err := writeTurtle(&buffer, in); err != nil {
		return err
	}
	expanded, err := jsonld.FromRDF(turtle.Read(&buffer, turtle.ReadOptions{Name: turtleName}), jsonld.FromRDFOptions{})
	if err != nil {
		return err
	}
	context := map[string]string{}
	for _, p := range vocab.Prefixes() {
		context[p.Name] = string(vocab.Rebase(quad.IRI(p.IRI), in.complete().Base))
	}
	var document bytes.Buffer
	if err := jsonld.Encode(&document, expanded, ""); err != nil {
		return err
	}
	frame, err := json.Marshal(map[string]any{"@context": context})
	if err != nil {
		return err
	}
	compact, err := jsonld.Compact(&document, frame, jsonld.ProcessOptions{})
	if err != nil {
		return err
	}
	return jsonld.Encode(w, compact, "  ")
}

// termSet is the ontology in the words of schema.org, for those who index pages.
type termSet struct {
	Context     string        `json:"@context"`
	ID          string        `json:"@id"`
	Type        string        `json:"@type"`
	Name        string        `json:"name"`
	Description string        `json:"description"`
	Language    Lang          `json:"inLanguage"`
	Version     string        `json:"version"`
	License     string        `json:"license,omitempty"`
	Published   string        `json:"datePublished,omitempty"`
	Terms       []definedTerm `json:"hasDefinedTerm"`
}

type definedTerm struct {
	ID          string `json:"@id"`
	Type        string `json:"@type"`
	Code        string `json:"termCode"`
	Name        string `json:"name"`
	Description string `json:"description"`
	URL         string `json:"url"`
}

func (b *book) termSet() termSet {
	set := termSet{
		Context: "https://schema.org", ID: b.address(vocab.Ontology), Type: "DefinedTermSet",
		Name:        b.onto.text(vocab.Ontology, vocab.DCTTitle, b.lang),
		Description: b.onto.text(vocab.Ontology, vocab.DCTDescription, b.lang),
		Language:    b.lang, Version: ontology.Version,
	}
	for _, l := range b.onto.iris(vocab.Ontology, vocab.DCTLicense) {
		set.License = string(l)
	}
	if issued := lexical(b.onto.one(vocab.Ontology, vocab.DCTIssued)); len(issued) >= dateLength {
		set.Published = issued[:dateLength]
	}
	for _, iri := range Terms() {
		set.Terms = append(set.Terms, definedTerm{
			ID: b.address(iri), Type: "DefinedTerm", Code: curie(iri), Name: b.label(iri, b.lang),
			Description: b.onto.text(iri, vocab.SKOSDefinition, b.lang), URL: "#" + Anchor(iri),
		})
	}
	return set
}
