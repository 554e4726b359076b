package iri

import (
	"errors"
	"testing"

	"policygraph/graph"
)

func TestCheck(t *testing.T) {
	for iri, valid := range map[string]bool{
		"http://e/": true, "urn:a": true, "a+b-c.1:": true, "http://ø/å": true, "x:%zz'()": true,
		"": false, "a": false, "1:a": false, "å:a": false, "x: ": false, "x:\t": false, "x:<": false, `x:\u0020`: false, "x:`": false, "x:\xff": false,
	} {
		err := Check([]byte(iri))
		if valid != (err == nil) || err != nil && !errors.Is(err, graph.ErrTerm) {
			t.Errorf("%q: %v", iri, err)
		}
	}
}
