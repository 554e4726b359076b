package schemaorg_test

import (
	"bytes"
	"encoding/json"
	"html"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/exported"
	"policygraph/exports/internal/sample"
	"policygraph/exports/publication"
	"policygraph/exports/schemaorg"
)

type finding struct{ File, Why string }

// held is what release 30 of schema.org has against documents.
func held(t *testing.T, files ...string) (found []finding) {
	t.Helper()
	out := sample.Node(t, "schema-dts", "schemaorg.mjs", append([]string{filepath.Join(sample.Harvest(t), "schemaorg", "context-30.0.jsonld")}, files...)...)
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

// embedded are the documents within the pages of a folder, as files.
func embedded(t *testing.T, dir string, files []artifact.File) (documents []string) {
	t.Helper()
	for _, f := range files {
		if f.MediaType != "text/html" {
			continue
		}
		_, rest, ok := strings.Cut(string(exported.Read(t, dir, f.Path)), `<script type="application/ld+json">`)
		text, _, _ := strings.Cut(rest, "</script>")
		if ok && !strings.HasPrefix(f.Path, "ns.") {
			documents = append(documents, sample.File(t, strings.ReplaceAll(f.Path, "/", "-")+".jsonld", text))
		}
	}
	return documents
}

func TestDocumentsSayWhatSchemaOrgKnows(t *testing.T) {
	dir, files := exported.Folder(t, exported.Input(t, exported.Publisher))
	documents := embedded(t, dir, files)
	for _, f := range files {
		if strings.HasPrefix(f.Path, schemaorg.Folder) {
			documents = append(documents, filepath.Join(dir, f.Path))
		}
	}
	if len(documents) < 15 {
		t.Fatalf("%d documents", len(documents))
	}
	for _, f := range held(t, documents...) {
		t.Errorf("%s: %s", filepath.Base(f.File), f.Why)
	}
}

// What the check is worth: each of these is found.
func TestMistakesInSchemaOrgAreFound(t *testing.T) {
	mistakes := map[string]string{
		"a type that does not exist":      `{"@context":"https://schema.org/","@type":"Dataset","creator":{"@type":"Organisation","name":"x"}}`,
		"a property that does not exist":  `{"@context":"https://schema.org/","@type":"Dataset","licence":"https://example.org/"}`,
		"a property of another class":     `{"@context":"https://schema.org/","@type":"Dataset","itemReviewed":{"@type":"Claim","text":"x"}}`,
		"a value out of range":            `{"@context":"https://schema.org/","@type":"Dataset","creator":{"@type":"Place","name":"x"}}`,
		"a context that must be fetched":  `{"@context":"https://schema.example/","@type":"Dataset","name":"x"}`,
		"a property of a thing within it": `{"@context":"https://schema.org/","@type":"Dataset","distribution":{"@type":"DataDownload","termCode":"x"}}`,
	}
	var files []string
	for name, text := range mistakes {
		files = append(files, sample.File(t, strings.ReplaceAll(name, " ", "-")+".jsonld", text))
	}
	found := held(t, files...)
	for name := range mistakes {
		of := strings.ReplaceAll(name, " ", "-") + ".jsonld"
		if !slices.ContainsFunc(found, func(f finding) bool { return strings.HasPrefix(filepath.Base(f.File), of) }) {
			t.Errorf("%s is not found", name)
		}
	}
}

// thing is a thing of a document, by its keys.
type thing map[string]any

func document(t *testing.T, text []byte) (d thing) {
	t.Helper()
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Google's list: what a dataset must have, and what it should.
var (
	required    = []string{"name", "description"}
	recommended = []string{
		"citation", "creator", "distribution", "hasPart", "identifier", "includedInDataCatalog", "isAccessibleForFree",
		"keywords", "license", "measurementTechnique", "sameAs", "spatialCoverage", "temporalCoverage", "url",
		"variableMeasured", "version", "funder", "datePublished", "dateModified", "isBasedOn",
	}
)

func TestADatasetHasWhatSearchEnginesAskFor(t *testing.T) {
	dir, _ := exported.Folder(t, exported.Input(t, exported.Publisher))
	whole := document(t, exported.Read(t, dir, "schemaorg/dataset-graph.jsonld"))
	for _, key := range slices.Concat(required, recommended) {
		if whole[key] == nil {
			t.Errorf("the whole graph has no %s", key)
		}
	}
	for _, page := range []string{"datasets/graph.nb.html", "datasets/vocabulary.en.html", "datasets/reviews-fafo-2020-05.en.html"} {
		d := ofPage(t, exported.Read(t, dir, page))
		text, _ := d["description"].(string)
		if n := len([]rune(text)); n < 50 || n > 5000 {
			t.Errorf("%s: a description of %d characters, want 50 to 5000", page, n)
		}
		for _, download := range d["distribution"].([]any) {
			for _, key := range []string{"contentUrl", "encodingFormat", "contentSize", "sha256"} {
				if download.(map[string]any)[key] == nil {
					t.Errorf("%s: a download has no %s", page, key)
				}
			}
		}
	}
}

func ofPage(t *testing.T, page []byte) thing {
	t.Helper()
	_, rest, _ := bytes.Cut(page, []byte(`<script type="application/ld+json">`))
	text, _, ok := bytes.Cut(rest, []byte("</script>"))
	if !ok {
		t.Fatal("the page has no document in it")
	}
	return document(t, text)
}

// A search engine holds what is embedded against what people see.
func TestAPageShowsTheFactsThatItEmbeds(t *testing.T) {
	dir, _ := exported.Folder(t, exported.Input(t, exported.Publisher))
	text := string(exported.Read(t, dir, "datasets/graph.en.html"))
	d := ofPage(t, []byte(text))
	_, shown, _ := strings.Cut(html.UnescapeString(text), "<body>")
	for _, key := range []string{"name", "description", "version", "datePublished", "dateModified", "license", "@id", "sameAs", "measurementTechnique"} {
		if value, _ := d[key].(string); value == "" || !strings.Contains(shown, value) {
			t.Errorf("%s, %q, is not on the page", key, d[key])
		}
	}
	for _, key := range []string{"keywords", "variableMeasured"} {
		for _, v := range d[key].([]any) {
			if m, ok := v.(map[string]any); ok {
				v = m["name"]
			}
			if !strings.Contains(shown, v.(string)) {
				t.Errorf("%s %q is not on the page", key, v)
			}
		}
	}
}

func TestTextsCannotEndTheScriptThatTheyStandIn(t *testing.T) {
	in := exported.Input(t, exported.Publisher)
	p := *in.Publication
	p.Title = publication.Text{NB: "</script><b>", EN: "</script><b>"}
	in.Publication = &p
	dir, _ := exported.Folder(t, in)
	for _, page := range []string{"index.nb.html", "datasets/graph.en.html"} {
		text := exported.Read(t, dir, page)
		if n := bytes.Count(text, []byte("</script")); n != 1 {
			t.Errorf("%s ends a script %d times, want once", page, n)
		}
		ofPage(t, text)
	}
}

// What a report concludes on its own claims is no review of them; what another
// says is.
func TestOnlyOthersReviewAClaim(t *testing.T) {
	const text = `
@prefix pg: <https://w3id.org/policygraph/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://w3id.org/policygraph/id/> .
:r1 a pg:Review ; dct:creator "Ada" . :s1 a pg:Section ; dct:isPartOf :r1 .
:r2 a pg:Review ; dct:creator "Eva" . :s2 a pg:Section ; dct:isPartOf :s3 . :s3 a pg:Section ; dct:isPartOf :r2 .
:c a pg:Claim ; dct:description "A gir B."@nb, "A leads to B."@en ; pg:statedIn :s1 ; pg:subject :a ; pg:object :b .
:own a pg:Judgement ; dct:description "Ja."@nb, "Yes."@en ; pg:statedIn :s1 ; pg:supports :c .
:other a pg:Judgement ; dct:description "Nei."@nb, "No."@en ; pg:statedIn :s2 ; pg:contradicts :c .
`
	in := exported.Input(t, "")
	in.Dataset = sample.Parse(t, text)
	var b bytes.Buffer
	if err := schemaorg.Write(&b, schemaorg.Graph(schemaorg.Writer{Lang: "en"}.Claims(&in))); err != nil {
		t.Fatal(err)
	}
	var types []string
	for _, n := range document(t, b.Bytes())["@graph"].([]any) {
		types = append(types, n.(map[string]any)["@type"].(string))
	}
	if !slices.Equal(types, []string{"Claim", "ClaimReview"}) {
		t.Errorf("%v", types)
	}
	for _, want := range []string{`"@id": "https://w3id.org/policygraph/id/other"`, `"alternateName": "contradicted"`, `"name": "Eva"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
	if found := held(t, sample.File(t, "claims.jsonld", b.String())); len(found) > 0 {
		t.Errorf("%v", found)
	}
}

func TestAuthorsArePeopleOnlyWhereTheirNamesTellIt(t *testing.T) {
	in := exported.Input(t, "")
	in.Dataset = sample.Parse(t, `
		@prefix pg: <https://w3id.org/policygraph/ns#> .
		@prefix dct: <http://purl.org/dc/terms/> .
		<https://w3id.org/policygraph/id/review/r> a pg:Review ; dct:publisher "Oslo Economics" ;
			dct:creator "Jørgen Svalund", "Olav Elgvin", "Oslo Economics" .
		<https://w3id.org/policygraph/id/source/s> a pg:Source ; pg:citedAs "Arbeidstilsynet 2018" .`)
	text, err := json.Marshal(schemaorg.Writer{}.Sources(&in))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"author":[{"@type":"Person","name":"Olav Elgvin","familyName":"Elgvin","givenName":"Olav"},{"@type":"Organization","name":"Oslo Economics"},{"@type":"Person","name":"Jørgen Svalund"`,
		`"creditText":"Arbeidstilsynet"`,
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}
