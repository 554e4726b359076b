package syntax_test

import (
	"errors"
	"testing"

	"policygraph/graph/internal/w3c"
	"policygraph/graph/sparql/syntax"
)

// FuzzParse asks that every text is a query or a mistake with its place, and
// that what a query prints is the same query.
func FuzzParse(f *testing.F) {
	for _, c := range translations {
		f.Add([]byte(c.text))
	}
	for _, c := range mistakes {
		f.Add([]byte(c.text))
	}
	for _, data := range w3c.Seeds(f, "rdf-tests/sparql/sparql1?/*/*.rq") {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		q, err := syntax.Parse(text, options)
		if err == nil {
			if err := sameAgain(q); err != nil {
				t.Fatal(err)
			}
			return
		}
		var mistake *syntax.Error
		if !errors.As(err, &mistake) {
			t.Fatalf("%v", err)
		}
		if int(mistake.Offset) > len(text) || mistake.Line < 1 || mistake.Column < 1 || mistake.Picture() == "" {
			t.Fatalf("%+v", mistake)
		}
	})
}
