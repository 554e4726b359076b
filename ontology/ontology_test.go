package ontology_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

func TestTheFilesAreOfOneVersion(t *testing.T) {
	onto, shapes := readOntology(t), readShapes(t)
	if got := onto.one(vocab.Ontology, vocab.OWLVersionIRI); got != quad.Value(ontology.VersionIRI) {
		t.Errorf("the ontology is %v, want %v", got, ontology.VersionIRI)
	}
	for name, got := range map[string]quad.Value{
		"policygraph.ttl":     onto.one(vocab.Ontology, vocab.OWLVersionInfo),
		"shapes.ttl":          shapes.one(ontology.ShapesIRI, vocab.OWLVersionInfo),
		"alignment.sssom.tsv": quad.String(readAlignment(t).header["mapping_set_version"]),
	} {
		if got != quad.Value(quad.String(ontology.Version)) {
			t.Errorf("%s is of version %v, want %s", name, got, ontology.Version)
		}
	}
}

func TestEveryTermHasLabelsAndDefinitions(t *testing.T) {
	d := readOntology(t)
	tests := []struct {
		kind      string
		class     quad.IRI
		label     quad.IRI
		languages string
	}{
		{"class", vocab.OWLClass, vocab.RDFSLabel, "en nb nn"},
		{"object property", vocab.OWLObjectProperty, vocab.RDFSLabel, "en nb"},
		{"datatype property", vocab.OWLDatatypeProperty, vocab.RDFSLabel, "en nb"},
		{"code list", vocab.SKOSConceptScheme, vocab.SKOSPrefLabel, "en nb"},
		{"code", vocab.SKOSConcept, vocab.SKOSPrefLabel, "en nb"},
	}
	for _, tt := range tests {
		for _, s := range d.of(tt.class) {
			if !ours(s) {
				continue
			}
			for p, want := range map[quad.IRI]string{tt.label: tt.languages, vocab.SKOSDefinition: "en nb"} {
				if got := languages(d.texts(t, s, p)); got != want {
					t.Errorf("%s %v has %v in %q, want %q", tt.kind, s, p, got, want)
				}
			}
			if notes := languages(d.texts(t, s, vocab.SKOSScopeNote)); notes != "" && notes != "en nb" {
				t.Errorf("%s %v has a scope note in %q only", tt.kind, s, notes)
			}
		}
	}
}

func languages(texts map[string]string) string {
	var tags []string
	for tag, text := range texts {
		if strings.TrimSpace(text) != "" {
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags)
	return strings.Join(tags, " ")
}

func TestClassesAndPropertiesNameTheirOntology(t *testing.T) {
	d := readOntology(t)
	for _, s := range slices.Concat(d.of(vocab.OWLClass), properties(d)) {
		if ours(s) && d.one(s, vocab.RDFSIsDefinedBy) != quad.Value(vocab.Ontology) {
			t.Errorf("%v does not say where it is defined", s)
		}
	}
}

// The words that axioms may use. Anything else would take the ontology out of
// OWL 2 RL, or ask more than its nine rules of those who compute the closure.
var axiomWords = []quad.IRI{
	vocab.RDFType, vocab.RDFFirst, vocab.RDFRest,
	vocab.RDFSSubClassOf, vocab.RDFSSubPropertyOf, vocab.RDFSDomain, vocab.RDFSRange,
	vocab.OWLInverseOf, vocab.OWLPropertyChainAxiom, vocab.OWLMembers,
}

var annotationWords = []quad.IRI{
	vocab.RDFSLabel, vocab.RDFSIsDefinedBy, vocab.OWLVersionIRI, vocab.OWLVersionInfo,
	vocab.SKOSPrefLabel, vocab.SKOSDefinition, vocab.SKOSScopeNote, vocab.SKOSNotation,
	vocab.SKOSInScheme, vocab.SKOSTopConceptOf, vocab.SKOSBroader, vocab.QBCodeList, vocab.CausalStrength,
	vocab.DCTTitle, vocab.DCTDescription, vocab.DCTLicense, vocab.DCTIssued,
	"http://purl.org/vocab/vann/preferredNamespacePrefix", "http://purl.org/vocab/vann/preferredNamespaceUri",
}

func TestTheOntologyStaysInsideItsProfile(t *testing.T) {
	d := readOntology(t)
	for _, s := range d.subjects {
		for p := range d.objects[s] {
			if iri := p.(quad.IRI); !slices.Contains(axiomWords, iri) && !slices.Contains(annotationWords, iri) {
				t.Errorf("%v uses %v", s, p)
			}
		}
	}
	for _, p := range properties(d) {
		for _, chain := range d.all(p, vocab.OWLPropertyChainAxiom) {
			if links := d.list(chain); len(links) != 2 || !slices.ContainsFunc(properties(d), func(v quad.Value) bool { return v == links[0] }) {
				t.Errorf("%v has a chain that is not of two properties: %v", p, links)
			}
		}
	}
}

func TestRangesAreClassesOrOWL2Datatypes(t *testing.T) {
	d := readOntology(t)
	datatypes := []quad.Value{vocab.XSDString, vocab.XSDInteger, vocab.XSDDecimal}
	for _, p := range properties(d) {
		isData := d.has(p, vocab.RDFType, vocab.OWLDatatypeProperty)
		for _, r := range d.all(p, vocab.RDFSRange) {
			if isData != slices.Contains(datatypes, r) || !isData && !d.has(r, vocab.RDFType, vocab.OWLClass) {
				t.Errorf("%v has the range %v", p, r)
			}
		}
		for _, c := range d.all(p, vocab.RDFSDomain) {
			if !d.has(c, vocab.RDFType, vocab.OWLClass) {
				t.Errorf("%v has the domain %v, which is not declared a class", p, c)
			}
		}
	}
}

func TestOutsideTermsAreDeclared(t *testing.T) {
	d := readOntology(t)
	for _, s := range d.subjects {
		for _, p := range []quad.IRI{vocab.RDFSSubClassOf, vocab.RDFSSubPropertyOf} {
			for _, o := range d.all(s, p) {
				if d.objects[o] == nil {
					t.Errorf("%v %v %v, which is not declared", s, p, o)
				}
			}
		}
	}
}

func TestACodeIsInOneListAndItsAddressSaysSo(t *testing.T) {
	d := readOntology(t)
	for _, s := range d.of(vocab.SKOSConcept) {
		scheme, _ := d.one(s, vocab.SKOSInScheme).(quad.IRI)
		notation, _ := d.one(s, vocab.SKOSNotation).(quad.String)
		if s != quad.Value(scheme+"-"+quad.IRI(notation)) {
			t.Errorf("%v is %q of %v", s, notation, scheme)
		}
		above := d.one(s, vocab.SKOSBroader)
		onTop := d.has(s, vocab.SKOSTopConceptOf, scheme)
		if onTop == (above != nil) || above != nil && !d.has(above, vocab.SKOSInScheme, scheme) {
			t.Errorf("%v has no place in the tree of %v", s, scheme)
		}
	}
}

func TestCausalStrengthIsAScaleOfDesigns(t *testing.T) {
	d := readOntology(t)
	for _, s := range d.subjects {
		for _, o := range d.all(s, vocab.CausalStrength) {
			n := string(o.(quad.TypedString).Value)
			if !d.has(s, vocab.SKOSInScheme, vocab.DesignScheme) || len(n) != 1 || n < "0" || n > "5" {
				t.Errorf("%v has the causal strength %s", s, n)
			}
		}
	}
}

func TestTheExampleUsesOnlyTermsThatExist(t *testing.T) {
	known, d := terms(readOntology(t)), readExample(t)
	for _, s := range d.subjects {
		for p, objects := range d.objects[s] {
			for _, v := range append(objects, p) {
				if ours(v) && !known[v] {
					t.Errorf("%v: there is no %v", s, v)
				}
			}
		}
	}
}

func TestRebaseMovesEveryAddress(t *testing.T) {
	const base = "https://data.example.org/k/"
	for name, file := range map[string][]byte{
		"policygraph.ttl": ontology.Turtle(), "shapes.ttl": ontology.Shapes(),
		"context.jsonld": ontology.Context(), "alignment.sssom.tsv": ontology.Alignment(),
	} {
		moved := ontology.Rebase(file, base)
		if bytes.Contains(moved, []byte(vocab.Base)) || !bytes.Contains(moved, []byte(base)) {
			t.Errorf("%s is not moved as a whole", name)
		}
		if back := bytes.ReplaceAll(moved, []byte(base), []byte(vocab.Base)); !bytes.Equal(back, file) {
			t.Errorf("%s is changed by more than its base", name)
		}
	}
}

func TestTheFilesBelongToTheCaller(t *testing.T) {
	ontology.Turtle()[0] = '#'
	if ontology.Turtle()[0] == '#' {
		t.Error("writing to the bytes changes the file")
	}
}
