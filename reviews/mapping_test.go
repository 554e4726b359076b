package reviews_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// A mapping that is held not to hold makes no match: it is denied, in the words
// of OWL, under an address that depends on the row alone.
func TestADeniedMappingIsSaidAsADenial(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"concepts/populations.csv": "id,label_nb,label_en,definition_nb,definition_en\nrefugees,Flyktninger,Refugees,De som flyktet.,Those who fled.\n",
		"concepts/mappings.csv": "concept,relation,modifier,object,confidence\n" +
			"population/refugees,exact,not,http://example.org/x,0.90\n" +
			"population/refugees,close,,http://example.org/x,0.90\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	corpus, _ := reviews.Load(files, reviews.Options{})
	var said []string
	for q := range corpus.Quads(reviews.QuadOptions{}) {
		if q.Label == reviews.GraphMappings {
			q.Label = nil
			said = append(said, strings.TrimSpace(strings.ReplaceAll(q.NQuad(), vocab.Base, "")))
		}
	}
	const denial = "<id/mapping/population.refugees.exact.b973f3684f3d>"
	want := []string{
		denial + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2002/07/owl#NegativePropertyAssertion> .",
		denial + " <http://www.w3.org/2002/07/owl#sourceIndividual> <id/population/refugees> .",
		denial + " <http://www.w3.org/2002/07/owl#assertionProperty> <http://www.w3.org/2004/02/skos/core#exactMatch> .",
		denial + " <http://www.w3.org/2002/07/owl#targetIndividual> <http://example.org/x> .",
		"<id/population/refugees> <http://www.w3.org/2004/02/skos/core#closeMatch> <http://example.org/x> .",
	}
	if !slices.Equal(said, want) {
		t.Errorf("got %s", strings.Join(said, "\n"))
	}
}
