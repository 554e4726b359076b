// Package exported writes whole exports for the tests of what is made from them.
package exported

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/sample"
	"policygraph/exports/plan"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
	"policygraph/reviews/authored"
)

// Input is what an export of the published data is written from, by what a
// publication.yaml says; empty is the one that is built in.
func Input(t testing.TB, yaml string) artifact.Input {
	t.Helper()
	p := publication.Default()
	if yaml != "" {
		var problems []publication.Problem
		if p, problems = publication.Read(publication.File, yaml); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	var terms graph.Builder
	for q, err := range turtle.Read(bytes.NewReader(ontology.Turtle()), turtle.ReadOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		q.Label = quad.IRI(vocab.Base + "graph/ontology")
		if err := terms.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return artifact.Input{
		Dataset: sample.Published(t), Ontology: terms.Dataset(), Publication: p, Base: vocab.Base, Columns: authored.Columns(),
	}
}

// Folder writes a whole export and returns the folder with the paths of its files.
func Folder(t testing.TB, in artifact.Input) (dir string, files []artifact.File) {
	t.Helper()
	dir = t.TempDir()
	done, err := plan.Write(context.Background(), dir, in, plan.Artifacts(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range done.Files {
		files = append(files, f.File)
	}
	return dir, files
}

// Read is what a file of a folder holds.
func Read(t testing.TB, dir, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Publisher is a publication.yaml that says whatever one can say, with files that
// are served apart from the base.
const Publisher = `
publisher:
  name: {nb: Etat for prøving, en: Agency of testing}
  organisation_number: "974760673"
  type: NationalAuthority
  homepage: https://etat.no/
contact:
  name: {nb: Redaksjonen, en: The editors}
  email: post@etat.no
  url: https://etat.no/kontakt
files: https://data.etat.no/kunnskap/
documentation: https://etat.no/om
issued: 2026-01-01
modified: 2026-11-20
doi: 10.1234/abc
funding:
  - name: {nb: Rådet, en: The council}
    iri: https://ror.org/00epmv149
    grant: "12345"
services:
  - id: sparql
    title: {nb: SPARQL-endepunkt, en: SPARQL endpoint}
    endpoint: https://data.etat.no/sparql
    about: https://data.etat.no/sparql/about.ttl
    standards: [https://www.w3.org/TR/sparql11-protocol/]
`
