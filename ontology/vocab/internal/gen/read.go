package main

import (
	"os"

	"github.com/cayleygraph/quad"

	"policygraph/graph/turtle"
)

// read returns the quads of a Turtle file in its order.
func read(file string) ([]quad.Quad, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var quads []quad.Quad
	for q, err := range turtle.Read(f, turtle.ReadOptions{Name: file}) {
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}
