package citation_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/goccy/go-yaml"

	"policygraph/exports/artifact"
	"policygraph/exports/citation"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

func written(t *testing.T, quads func(func(quad.Quad) bool), p *publication.Publication) string {
	t.Helper()
	var b graph.Builder
	for q := range quads {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := citation.Write(&out, &artifact.Input{Dataset: b.Dataset(), Publication: p, Base: vocab.Base}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The file at the root of the repository is that of the built-in reviews.
func TestTheRepositoryIsCitedAsItsDataAre(t *testing.T) {
	corpus, _ := reviews.Load(reviews.Data(), reviews.Options{})
	want := written(t, corpus.Quads(reviews.QuadOptions{Base: vocab.Base}), publication.Default())
	got, err := os.ReadFile("../../" + citation.FileName)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s differs from what would be written now; run make exports", citation.FileName)
	}
}

func TestThePartsOfACitation(t *testing.T) {
	p, problems := publication.Read("p.yaml", "title: {nb: A, en: 'Reviews: \"all\" of them'}\nlicence: NLOD_2_0\ndoi: 10.5281/zenodo.1\nmodified: 2027-01-02\n"+
		"publisher: {name: {nb: I, en: The Institute}, homepage: 'https://institute.policygraph.net/'}\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	review := quad.IRI(vocab.IDNamespace + "review/r")
	text := written(t, func(yield func(quad.Quad) bool) {
		for _, q := range []quad.Quad{
			{Subject: review, Predicate: vocab.RDFType, Object: vocab.Review},
			{Subject: review, Predicate: vocab.DCTTitle, Object: quad.LangString{Value: "Rapport", Lang: "nb"}},
			{Subject: review, Predicate: vocab.DCTTitle, Object: quad.LangString{Value: "A report", Lang: "en"}},
			{Subject: review, Predicate: vocab.DCTCreator, Object: quad.String("Anna von Åsen")},
			{Subject: review, Predicate: vocab.DCTCreator, Object: quad.String("Bo Ask")},
			{Subject: review, Predicate: vocab.DCTCreator, Object: quad.String("NAV")},
			{Subject: review, Predicate: vocab.DCTIssued, Object: quad.TypedString{Value: "2021", Type: vocab.XSDGYear}},
		} {
			if !yield(q) {
				return
			}
		}
	}, p)
	var cff struct {
		Version    string `yaml:"cff-version"`
		Title      string
		License    string
		DOI        string
		Released   string `yaml:"date-released"`
		Authors    []struct{ Name, Website string }
		References []struct {
			Title   string
			Year    int
			Authors []struct {
				Family string `yaml:"family-names"`
				Given  string `yaml:"given-names"`
				Name   string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(text), &cff); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	r := cff.References
	switch {
	case cff.Version != "1.2.0", cff.Title != `Reviews: "all" of them`, cff.License != "NLOD-2.0", cff.DOI != "10.5281/zenodo.1", cff.Released != "2027-01-02",
		cff.Authors[0].Name != "The Institute", cff.Authors[0].Website != "https://institute.policygraph.net/":
		t.Errorf("%+v from\n%s", cff, text)
	case len(r) != 1 || r[0].Title != "Rapport" || r[0].Year != 2021 || len(r[0].Authors) != 3:
		t.Errorf("references %+v from\n%s", r, text)
	case r[0].Authors[0].Family != "Ask" || r[0].Authors[1].Name != "NAV" || r[0].Authors[2].Given != "Anna von" || r[0].Authors[2].Family != "Åsen":
		t.Errorf("authors %+v", r[0].Authors)
	}
	if strings.Contains(text, "\t") {
		t.Error("there is a tab, which YAML does not take")
	}
}
