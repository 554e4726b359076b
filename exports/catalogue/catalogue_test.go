package catalogue_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
	"policygraph/exports/publication"
	"policygraph/exports/quality"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/formats"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// builtIn is the dataset of the built-in reviews below a base.
func builtIn(t testing.TB, base string) *graph.Dataset {
	t.Helper()
	corpus, problems := reviewsOnce()
	if errors, _, _ := reviews.Count(problems); errors > 0 {
		t.Fatalf("the built-in reviews have %d errors", errors)
	}
	var b graph.Builder
	for q := range corpus.Quads(reviews.QuadOptions{Base: base}) {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

var reviewsOnce = sync.OnceValues(func() (*reviews.Corpus, []reviews.Problem) {
	return reviews.Load(reviews.Data(), reviews.Options{})
})

// full is a publication that says everything.
func full(t testing.TB) *publication.Publication {
	t.Helper()
	p, problems, err := publication.ReadFile("testdata/full.yaml")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return p
}

// input is the built-in data with a file for each kind of entry that there is.
func input(t testing.TB, p *publication.Publication) *artifact.Input {
	base := p.Base
	if base == "" {
		base = vocab.Base
	}
	file := func(path, mediaType, fileType string, d artifact.Dataset, full bool) artifact.File {
		return artifact.File{
			Path: path, Bytes: 1234, SHA256: strings.Repeat("ab", 32), SHA1: strings.Repeat("cd", 20),
			Entry: artifact.Entry{
				Title: artifact.Text{NB: "Fil " + path, EN: "File " + path}, Description: artifact.Text{NB: "En fil.", EN: "A file."},
				MediaType: mediaType, FileType: fileType, Dataset: d, Full: full, ConformsTo: []string{"https://www.w3.org/TR/turtle/"},
			},
		}
	}
	return &artifact.Input{
		Dataset: builtIn(t, base), Publication: p, Base: base,
		Written: []artifact.File{
			file("policygraph.ttl", "text/turtle", "RDF_TURTLE", artifact.Whole, true),
			file("claims.parquet", "application/vnd.apache.parquet", "", artifact.Whole, false),
			file("sources.bib", "application/x-bibtex; charset=utf-8", "", artifact.Whole, false),
			file("vocabulary/ontology.ttl", "text/turtle", "RDF_TURTLE", artifact.Knowledge, false),
			file("reviews/fafo-2020-05.jsonld", "application/ld+json", "JSON_LD", artifact.OfReview("fafo-2020-05"), true),
			file("index.html", "text/html", "HTML", "", false),
		},
	}
}

func built(t testing.TB, in *artifact.Input, d catalogue.Dialect) *graph.Dataset {
	t.Helper()
	c, err := catalogue.Build(in, d)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func written(t testing.TB, in *artifact.Input, d catalogue.Dialect, format string) string {
	t.Helper()
	var out bytes.Buffer
	if err := catalogue.Write(context.Background(), &out, in, d, format); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// publications are what tests say the publisher said.
func publications(t testing.TB) map[string]*publication.Publication {
	return map[string]*publication.Publication{"default": publication.Default(), "full": full(t)}
}

func TestEverySyntaxSaysTheSame(t *testing.T) {
	for name, p := range publications(t) {
		in := input(t, p)
		for _, dialect := range []catalogue.Dialect{catalogue.Bridge, catalogue.DCATAP3, catalogue.DCATAP2} {
			want, err := canon.Hash(context.Background(), built(t, in, dialect))
			if err != nil {
				t.Fatal(err)
			}
			for _, syntax := range []string{"turtle", "jsonld", "rdfxml", "ntriples"} {
				got, err := canon.Hash(context.Background(), read(t, written(t, in, dialect, syntax), syntax))
				if err != nil || got != want {
					t.Errorf("%s, %s %q: hash %s, %v; want %s", name, syntax, dialect.Name, got, err, want)
				}
			}
		}
	}
}

// read reads a document without a base, so that a relative address is an error.
func read(t testing.TB, text, syntax string) *graph.Dataset {
	t.Helper()
	f, err := formats.ByName(syntax)
	if err != nil {
		t.Fatal(err)
	}
	var b graph.Builder
	if err := f.Read(strings.NewReader(text), formats.ReadOptions{Name: syntax}, b.AddRaw); err != nil {
		t.Fatal(err)
	}
	return b.Dataset()
}

func TestDocumentsAreAsHarvestersNeedThem(t *testing.T) {
	for name, p := range publications(t) {
		in := input(t, p)
		for _, syntax := range []string{"turtle", "jsonld", "rdfxml", "ntriples"} {
			text := written(t, in, catalogue.Bridge, syntax)
			switch {
			case strings.HasPrefix(text, "\ufeff"):
				t.Errorf("%s, %s: begins with a byte order mark", name, syntax)
			case !strings.HasSuffix(text, "\n"):
				t.Errorf("%s, %s: does not end with a newline", name, syntax)
			case strings.Contains(text, `"@context": "http`):
				t.Errorf("%s, %s: asks for a context", name, syntax)
			case strings.Contains(text, `"@graph"`) && len(read(t, text, syntax).Graphs()) != 1:
				t.Errorf("%s, %s: has a named graph", name, syntax)
			case text != written(t, in, catalogue.Bridge, syntax):
				t.Errorf("%s, %s: differs from one run to the next", name, syntax)
			}
		}
	}
}

func TestEveryDatasetScoresAllButTheSize(t *testing.T) {
	for name, p := range publications(t) {
		for _, c := range []struct {
			dialect catalogue.Dialect
			want    int
		}{{catalogue.Bridge, 400}, {catalogue.DCATAP3, 405}, {catalogue.DCATAP2, 405}} {
			scores := quality.Rate(built(t, input(t, p), c.dialect), quality.Options{})
			if len(scores) != 3 {
				t.Errorf("%s: %d datasets, want the graph, the vocabulary and a review", name, len(scores))
			}
			for _, s := range scores {
				if s.Points != c.want {
					t.Errorf("%s, dialect %q: %s has %d points, want %d; missing %v", name, c.dialect.Name, s.Dataset, s.Points, c.want, s.Missing)
				}
			}
		}
	}
}

// objects are the values of a property, as N-Quads terms.
func objects(d *graph.Dataset, s, p string) (values []string) {
	for q := range d.Match(graph.Pattern{Subject: quad.IRI(s), Predicate: quad.IRI(p)}) {
		values = append(values, quad.StringOf(q.Object))
	}
	slices.Sort(values)
	return values
}

const (
	dcat = "http://www.w3.org/ns/dcat#"
	dct  = "http://purl.org/dc/terms/"
)

func TestWhatThePublisherSaysIsSaid(t *testing.T) {
	const base = "https://data.policygraph.net/"
	d := built(t, input(t, full(t)), catalogue.DCATAP2)
	const whole = base + "id/dataset/graph"
	for _, c := range []struct {
		subject, property string
		want              string
	}{
		{base + "catalog", dct + "publisher", "[<https://organization-catalog.fellesdatakatalog.digdir.no/organizations/999999999>]"},
		{base + "catalog", dct + "spatial", "[<http://publications.europa.eu/resource/authority/country/NOR> <http://publications.europa.eu/resource/authority/country/SWE>]"},
		{base + "catalog", dcat + "service", "[<https://data.policygraph.net/id/service/reconciliation> <https://data.policygraph.net/id/service/sparql>]"},
		{base + "catalog", "http://xmlns.com/foaf/0.1/homepage", "[<https://policygraph.net/>]"},
		{whole, dct + "identifier", `["` + whole + `"]`},
		{whole, dcat + "version", `["2.0.0"]`},
		{whole, dcat + "previousVersion", "[<https://files.policygraph.net/1.1.0/>]"},
		{whole, "http://www.w3.org/2002/07/owl#sameAs", "[<https://doi.org/10.5281/zenodo.1234567>]"},
		{whole, dct + "modified", `["2026-03-01"^^<http://www.w3.org/2001/XMLSchema#date>]`},
		{base + "id/period/graph", dcat + "startDate", `["1990-01-01"^^<http://www.w3.org/2001/XMLSchema#date>]`},
		{base + "id/period/graph", dcat + "endDate", `["2019-12-31"^^<http://www.w3.org/2001/XMLSchema#date>]`},
		{base + "id/distribution/policygraph.ttl", dcat + "downloadURL", "[<https://files.policygraph.net/latest/policygraph.ttl>]"},
		{base + "id/distribution/policygraph.ttl", dcat + "byteSize", `["1234"^^<http://www.w3.org/2001/XMLSchema#decimal>]`},
		{base + "id/distribution/claims.parquet", dct + "format", "[]"},
		{base + "id/distribution/sources.bib", dcat + "mediaType", "[]"},
		{base + "id/series/reviews", dcat + "first", "[<" + base + "id/dataset/reviews/fafo-2020-05>]"},
		{base + "id/dataset/reviews/fafo-2020-05", dcat + "inSeries", "[<" + base + "id/series/reviews>]"},
		{base + "id/attribution/funder-1", "http://www.w3.org/ns/prov#agent", "[<https://ror.org/00epmv149>]"},
		{base + "id/service/sparql", dcat + "endpointURL", "[<https://data.policygraph.net/sparql>]"},
	} {
		if got := fmt.Sprint(objects(d, c.subject, c.property)); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.subject, c.property, got, c.want)
		}
	}
}

func TestNoEndpointIsClaimedThatThePublisherDoesNotName(t *testing.T) {
	d := built(t, input(t, publication.Default()), catalogue.Bridge)
	if n, _ := d.Lookup(quad.IRI(dcat + "DataService")); n != 0 {
		t.Error("there is a data service")
	}
}

func TestFilesThatNobodyServesHaveNoAddress(t *testing.T) {
	p := publication.Default()
	p.Files = "none"
	d := built(t, input(t, p), catalogue.Bridge)
	if n, _ := d.Lookup(quad.IRI(dcat + "downloadURL")); n != 0 {
		t.Error("there is a download address")
	}
}

func TestABuildFailsWithEveryReason(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*artifact.Input)
		want   string
	}{
		{"no file of the whole graph", func(in *artifact.Input) { in.Written = in.Written[1:] }, "write the group graph too"},
		{"a file type that no table has", func(in *artifact.Input) { in.Written[0].FileType = "RDF_TUTRLE" }, `the table file-type has no code "RDF_TUTRLE"`},
		{"no themes", func(in *artifact.Input) { in.Publication.Themes = nil }, "id/dataset/graph has no dcat:theme, which a dcat:Dataset must have"},
		{"no name of the publisher", func(in *artifact.Input) { in.Publication.Publisher.Name = artifact.Text{} }, "has no foaf:name, which a foaf:Agent must have"},
		{"an address with a space", func(in *artifact.Input) { in.Publication.Homepage = "https://example.org/a b" }, "is not an absolute address"},
		{"a standard without a host", func(in *artifact.Input) { in.Written[0].ConformsTo = []string{"turtle"} }, "is not an absolute address"},
		{"a licence that no table has", func(in *artifact.Input) { in.Publication.Licence = "MIT" }, `the table licence has no code "MIT"`},
		{"both at once", func(in *artifact.Input) { in.Publication.Licence, in.Publication.Themes = "MIT", nil }, "has no dcat:theme"},
	} {
		in := input(t, publication.Default())
		c.change(in)
		if _, err := catalogue.Build(in, catalogue.Bridge); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestCheckRefusesWhatPortalsRefuse(t *testing.T) {
	good := slices.Collect(built(t, input(t, publication.Default()), catalogue.Bridge).Quads())
	whole := quad.IRI(catalogue.DatasetIRI(vocab.Base, artifact.Whole))
	for _, c := range []struct {
		name string
		q    quad.Quad
		want string
	}{
		{"a blank node", quad.Quad{Subject: whole, Predicate: quad.IRI(dct + "source"), Object: quad.BNode("b")}, "blank node"},
		{"a named graph", quad.Quad{Subject: whole, Predicate: quad.IRI(dct + "source"), Object: whole, Label: quad.IRI("https://example.org/g")}, "named graph"},
		{"a code of no table", quad.Quad{Subject: whole, Predicate: quad.IRI(dcat + "theme"), Object: quad.IRI("http://publications.europa.eu/resource/authority/data-theme/SOC")}, "in none of the authority tables"},
		{"a keyword with a comma", quad.Quad{Subject: whole, Predicate: quad.IRI(dcat + "keyword"), Object: quad.LangString{Value: "work, pay", Lang: "en"}}, `keyword "work, pay"`},
		{"a keyword of two letters", quad.Quad{Subject: whole, Predicate: quad.IRI(dcat + "keyword"), Object: quad.LangString{Value: "EU", Lang: "en"}}, `keyword "EU"`},
		{"a distribution without an address", quad.Quad{Subject: whole, Predicate: vocab.RDFType, Object: quad.IRI(dcat + "Distribution")}, "has no dcat:accessURL"},
	} {
		var b graph.Builder
		for _, q := range append(slices.Clone(good), c.q) {
			if err := b.Add(q); err != nil {
				t.Fatal(err)
			}
		}
		if got := fmt.Sprint(catalogue.Check(b.Dataset())); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, want %q", c.name, got, c.want)
		}
	}
}

// documents writes the catalogue in each dialect as Turtle, and returns the files.
func documents(t *testing.T, p *publication.Publication) map[string]string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{}
	for _, d := range []catalogue.Dialect{catalogue.Bridge, catalogue.DCATAP3, catalogue.DCATAP2} {
		files[d.Name] = filepath.Join(dir, "catalog"+d.Name+".ttl")
		if err := os.WriteFile(files[d.Name], []byte(written(t, input(t, p), d, "turtle")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files
}
