// Command gen writes terms.go and codes.go of package vocab from the ontology.
// It runs in the folder of that package, by go generate.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run("../policygraph.ttl"); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(ontology string) error {
	files, err := generate(ontology)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(f.name, f.text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// A file is a generated Go file.
type file struct {
	name string
	text []byte
}

// generate makes the Go files of package vocab out of the ontology file.
func generate(ontology string) ([]file, error) {
	m, err := load(ontology)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, t := range []struct {
		name string
		text string
	}{
		{"terms.go", termsText},
		{"codes.go", codesText},
	} {
		text, err := render(t.text, m)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.name, err)
		}
		files = append(files, file{t.name, text})
	}
	return files, nil
}
