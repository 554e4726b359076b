package mappings_test

import (
	"bytes"
	"testing"

	"policygraph/exports/internal/sample"
	"policygraph/exports/mappings"
	"policygraph/ontology/sssom"
	"policygraph/ontology/vocab"
)

const small = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@base <https://w3id.org/policygraph/id/> .
<measure/wage-subsidies> skos:prefLabel "Lønnstilskudd"@nb, "Wage subsidies"@en ;
	skos:broadMatch <http://eurovoc.europa.eu/723> ; skos:exactMatch <http://example.org/y> .
<population/refugees> skos:prefLabel "Flyktninger"@nb .
<mapping/x> a owl:NegativePropertyAssertion ; owl:sourceIndividual <population/refugees> ;
	owl:assertionProperty skos:closeMatch ; owl:targetIndividual <http://eurovoc.europa.eu/977> .
`

func TestMatchesAndDenialsAreWritten(t *testing.T) {
	var b bytes.Buffer
	if err := mappings.Write(&b, sample.Parse(t, small), vocab.Base, "https://creativecommons.org/licenses/by/4.0/"); err != nil {
		t.Fatal(err)
	}
	want := `# sssom_version: "1.1"
# mapping_set_id: https://w3id.org/policygraph/mapping/concepts
# mapping_set_title: Mappings of the concepts of policygraph
# license: https://creativecommons.org/licenses/by/4.0/
# subject_type: skos concept
# subject_source: https://w3id.org/policygraph/graph/concepts
# curie_map:
#   eurovoc: http://eurovoc.europa.eu/
#   measure: https://w3id.org/policygraph/id/measure/
#   population: https://w3id.org/policygraph/id/population/
#   semapv: https://w3id.org/semapv/vocab/
#   skos: "http://www.w3.org/2004/02/skos/core#"
subject_id	subject_label	predicate_id	predicate_modifier	object_id	mapping_justification
measure:wage-subsidies	Wage subsidies	skos:exactMatch		http://example.org/y	semapv:ManualMappingCuration
measure:wage-subsidies	Wage subsidies	skos:broadMatch		eurovoc:723	semapv:ManualMappingCuration
population:refugees	Flyktninger	skos:closeMatch	Not	eurovoc:977	semapv:ManualMappingCuration
`
	if b.String() != want {
		t.Errorf("got %s", b.String())
	}
}

func TestTheMappingsOfTheBuiltInConceptsAreWithoutFault(t *testing.T) {
	d := sample.Published(t)
	var b bytes.Buffer
	if err := mappings.Write(&b, d, vocab.Base, "https://creativecommons.org/licenses/by/4.0/"); err != nil {
		t.Fatal(err)
	}
	set, problems := sssom.Read("mappings.sssom.tsv", b.Bytes(), sssom.Options{})
	name, _ := d.Lookup(vocab.Rebase(vocab.GraphNamespace+"mappings", vocab.Base))
	if len(problems) != 0 || len(set.Mappings) != d.Graph(name).Len() || len(set.Mappings) == 0 {
		t.Errorf("%d mappings of %d, %v", len(set.Mappings), d.Graph(name).Len(), problems)
	}
}
