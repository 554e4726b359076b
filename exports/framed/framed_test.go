package framed_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/framed"
	"policygraph/exports/internal/sample"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/jsonld"
	"policygraph/ontology/vocab"
)

// merged is a dataset with its graphs made one.
func merged(t *testing.T, d *graph.Dataset) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q := range d.Quads() {
		q.Label = nil
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func read(t *testing.T, text []byte) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for q, err := range jsonld.Read(bytes.NewReader(text), jsonld.ReadOptions{OnDrop: func(e error) { t.Error(e) }}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

// turtleOf reads TriG with the project's prefixes.
func turtleOf(t *testing.T, text string) *graph.Dataset {
	t.Helper()
	var prefixes strings.Builder
	for _, p := range vocab.Prefixes() {
		fmt.Fprintf(&prefixes, "@prefix %s: <%s> .\n", p.Name, p.IRI)
	}
	return sample.Parse(t, prefixes.String()+text)
}

func written(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func whole(t *testing.T, d *graph.Dataset) []byte {
	return written(t, func(w io.Writer) error { return framed.Write(w, d, vocab.Base) })
}

func hash(t *testing.T, d *graph.Dataset) string {
	t.Helper()
	h, err := canon.Hash(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestTheDocumentOfEverythingHasTheStatementsOfTheGraph(t *testing.T) {
	for name, d := range sample.Both(t) {
		if got, want := hash(t, read(t, whole(t, d))), hash(t, merged(t, d)); got != want {
			t.Errorf("%s: hash %s, want %s", name, got, want)
		}
	}
}

// Whatever the data, each statement is there once and none is changed.
func TestOddGraphsKeepTheirStatements(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                       "",
		"a thing without a type":        "measure:a pg:targets mechanism:b .",
		"a key its class does not have": "problem:a a pg:Problem ; pg:targets mechanism:b . mechanism:b a pg:Mechanism .",
		"a finding of two measures": `measure:a a pg:Measure . measure:b a pg:Measure .
			finding:f a pg:Finding ; pg:evaluates measure:a, measure:b ; pg:about measure:a .`,
		"a claim about itself":         "claim:a a pg:Claim ; pg:subject claim:a ; pg:object claim:a .",
		"sections within each other":   "section:a a pg:Section ; dct:isPartOf section:b . section:b a pg:Section ; dct:isPartOf section:a .",
		"a thing of two classes":       "measure:a a pg:Measure, pg:Problem ; skos:prefLabel 'a'@en . claim:c a pg:Claim ; pg:subject measure:a .",
		"a literal among references":   "finding:f a pg:Finding ; pg:about measure:a, 'text' . measure:a a pg:Measure .",
		"a reference to the outside":   "finding:f a pg:Finding ; pg:about measure:a, <http://example.org/x> . measure:a a pg:Measure .",
		"a name that no context says":  "<pg:x> a pg:Measure . claim:c a pg:Claim ; pg:subject <pg:x> .",
		"blank nodes":                  "_:m a pg:Measure . claim:c a pg:Claim ; pg:subject _:m . _:c a pg:Claim ; pg:subject _:m .",
		"one statement in two graphs":  "graph:x { measure:a a pg:Measure . } graph:y { measure:a a pg:Measure . }",
		"a period with a literal kind": "review:r a pg:Review ; pg:search search:s . search:s a pg:Search ; dct:temporal 'then' .",
		"text with line ends":          "measure:a a pg:Measure ; skos:prefLabel 'one\\ntwo\\u2028\"three\"'@en . claim:c a pg:Claim ; pg:subject measure:a .",
	} {
		t.Run(name, func(t *testing.T) {
			d := turtleOf(t, "@prefix graph: <https://w3id.org/policygraph/graph/> .\n"+text)
			if got, want := hash(t, read(t, whole(t, d))), hash(t, merged(t, d)); got != want {
				t.Errorf("the statements changed:\n%s", whole(t, d))
			}
			for path, text := range documents(t, d) {
				within(t, path, read(t, text), d)
			}
		})
	}
}

func documents(t *testing.T, d *graph.Dataset) map[string][]byte {
	t.Helper()
	all, err := framed.Documents(d, vocab.Base)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]byte{}
	for path, write := range all {
		if texts[path] != nil {
			t.Errorf("%s comes twice", path)
		}
		texts[path] = written(t, write)
	}
	return texts
}

// within holds a document against the graph: blank nodes aside, each of its
// statements is one of d's.
func within(t *testing.T, path string, part, d *graph.Dataset) {
	t.Helper()
	all := d.Union()
	for triple := range part.Union().Match(0, 0, 0) {
		var same graph.Triple
		blank, known := false, true
		for i, id := range triple {
			var found bool
			same[i], found = d.Lookup(part.Term(id))
			blank, known = blank || part.Kind(id) == graph.KindBNode, known && found
		}
		if !blank && !(known && all.Has(same)) {
			t.Errorf("%s invents %v", path, part.Union().Quad(triple))
		}
	}
}

func TestADocumentHoldsStatementsOfTheGraphAlone(t *testing.T) {
	d := sample.Published(t)
	texts := documents(t, d)
	if len(texts) != count(d, vocab.Measure)+count(d, vocab.Problem) {
		t.Errorf("%d documents", len(texts))
	}
	for path, text := range texts {
		within(t, path, read(t, text), d)
	}
}

func count(d *graph.Dataset, class quad.IRI) int {
	typ, _ := d.Lookup(vocab.RDFType)
	c, _ := d.Lookup(class)
	return d.Union().Count(0, typ, c)
}

// What is said of a thing is all in its document, and so is what is said of each
// statement about it.
func TestADocumentHasAllThatIsSaidOfItsThing(t *testing.T) {
	d := sample.Published(t)
	texts := documents(t, d)
	part := read(t, texts["measure/anonymous-applications.jsonld"])
	subjects := []string{
		"measure/anonymous-applications",
		"claim/fafo-2020-05.anonymous-applications.targets.statistical-discrimination",
		"finding/fafo-2020-05.aslund-skans-2012.offers-women",
		"source/aslund-skans-2012",
		"judgement/fafo-2020-05.anonymous-advancement",
		"conflict/fafo-2020-05.anonymous-interviews-offers",
	}
	for _, s := range subjects {
		if got, want := said(part, s), said(d, s); got != want || want == 0 {
			t.Errorf("%d statements about %s, want %d", got, s, want)
		}
	}
}

func said(d *graph.Dataset, address string) int {
	s, ok := d.Lookup(quad.IRI(vocab.IDNamespace + address))
	if !ok {
		return 0
	}
	return d.Union().Count(s, 0, 0)
}

func TestADocumentNamesWhatIsBeyondItsBorder(t *testing.T) {
	d := turtleOf(t, `
		measure:a a pg:Measure ; skos:prefLabel "A"@en ; pg:targets mechanism:m .
		mechanism:m a pg:Mechanism ; skos:prefLabel "M"@en ; pg:leadsTo mechanism:n ; pg:contributesTo problem:p .
		mechanism:n a pg:Mechanism ; skos:prefLabel "N"@en ; skos:definition "far away"@en ; pg:contributesTo problem:p .
		problem:p a pg:Problem ; skos:prefLabel "P"@en ; skos:definition "far away"@en .
		claim:c a pg:Claim ; pg:subject measure:a ; pg:predicate pg:targets ; pg:object mechanism:m .`)
	text := documents(t, d)["measure/a.jsonld"]
	_, body, _ := bytes.Cut(text, []byte("\n"))
	want := `
  "id": "measure/a",
  "type": [
    "Measure"
  ],
  "label": {
    "en": "A"
  },
  "targets": [
    {
      "id": "mechanism/m",
      "type": [
        "Mechanism"
      ],
      "label": {
        "en": "M"
      },
      "contributesTo": [
        {
          "id": "problem/p",
          "type": [
            "Problem"
          ],
          "label": {
            "en": "P"
          }
        }
      ],
      "leadsTo": [
        {
          "id": "mechanism/n",
          "type": [
            "Mechanism"
          ],
          "label": {
            "en": "N"
          }
        }
      ]
    }
  ],
  "claims": [
    {
      "id": "claim/c",
      "type": [
        "Claim"
      ],
      "predicate": "targets",
      "object": "mechanism/m"
    }
  ]
}
`
	if "\n"+string(body) != want {
		t.Errorf("got %s", body)
	}
}

func TestTheSameGraphGivesTheSameBytes(t *testing.T) {
	d := sample.Published(t)
	if !bytes.Equal(whole(t, d), whole(t, d)) {
		t.Error("the document of everything differs from run to run")
	}
	again := documents(t, d)
	for path, text := range documents(t, d) {
		if !bytes.Equal(text, again[path]) {
			t.Errorf("%s differs from run to run", path)
		}
	}
}

func TestAnotherBaseMovesEveryAddress(t *testing.T) {
	const base = "https://example.org/kg/"
	nq, err := os.ReadFile("../published/policygraph.trig")
	if err != nil {
		t.Fatal(err)
	}
	d := sample.Parse(t, strings.ReplaceAll(string(nq), vocab.Base, base))
	text := written(t, func(w io.Writer) error { return framed.Write(w, d, base) })
	if bytes.Contains(text, []byte(vocab.Base)) {
		t.Error("the default base is in the document")
	}
	if hash(t, read(t, text)) != hash(t, merged(t, d)) {
		t.Error("the statements changed")
	}
}

func TestEveryReverseKeyIsUsedByAFrame(t *testing.T) {
	text, err := os.ReadFile("reverse.jsonld")
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string]any
	if err := json.Unmarshal(text, &keys); err != nil {
		t.Fatal(err)
	}
	for key := range keys {
		used, err := os.ReadFile("frames.go")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(used), `{"`+key+`"`) {
			t.Errorf("no frame uses %q", key)
		}
	}
}

// jsonld.js reads the documents as the statements that we say they have.
func TestJSONLDJSReadsTheSame(t *testing.T) {
	node, err := exec.LookPath("node")
	if err == nil {
		_, err = os.Stat("../testdata/peers/node_modules/jsonld")
	}
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("%v; CI runs this test", err)
	}
	d := sample.Published(t)
	texts := documents(t, d)
	for name, text := range map[string][]byte{
		"everything": whole(t, d),
		"measure":    texts["measure/anonymous-applications.jsonld"],
		"problem":    texts["problem/lower-employment.jsonld"],
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "data.jsonld")
			if err := os.WriteFile(file, text, 0o644); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(node, "../testdata/peers/nquads.mjs", file).Output()
			if err != nil {
				t.Fatal(err)
			}
			theirs := sample.Parse(t, string(out))
			if hash(t, theirs) != hash(t, read(t, text)) {
				t.Errorf("jsonld.js reads %d statements, we %d", theirs.Len(), read(t, text).Len())
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	d := sample.Published(b)
	for b.Loop() {
		if err := framed.Write(io.Discard, d, vocab.Base); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDocuments(b *testing.B) {
	d := sample.Published(b)
	for b.Loop() {
		all, err := framed.Documents(d, vocab.Base)
		if err != nil {
			b.Fatal(err)
		}
		for _, write := range all {
			if err := write(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}
