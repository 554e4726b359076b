package w3c

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph/turtle"
)

func read(t *testing.T, text string) (quads []quad.Quad) {
	t.Helper()
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{Syntax: turtle.TriG, Base: "http://e/"}) {
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	return quads
}

func TestIsomorphic(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"nothing", "", "", true},
		{"ground", "<s> <p> <o>.", "<s> <p> <o>.", true},
		{"ground and different", "<s> <p> <o>.", "<s> <p> <o2>.", false},
		{"a statement twice", "<s> <p> <o>, <o>.", "<s> <p> <o>.", true},
		{"a string is not an IRI", "<s> <p> \"http://e/o\".", "<s> <p> <o>.", false},
		{"other labels", "_:a <p> _:b.", "_:x <p> _:y.", true},
		{"loop and no loop", "_:a <p> _:a.", "_:x <p> _:y.", false},
		{"direction", "_:a <p> _:b. _:b <q> <o>.", "_:a <p> _:b. _:a <q> <o>.", false},
		{"one node or two", "<s> <p> [], [].", "<s> <p> [].", false},
		{"two alike", "<s> <p> [<q> 1], [<q> 1].", "<s> <p> [<q> 1], [<q> 1].", true},
		{"one cycle of six or two of three",
			"_:a <p> _:b. _:b <p> _:c. _:c <p> _:d. _:d <p> _:e. _:e <p> _:f. _:f <p> _:a.",
			"_:a <p> _:b. _:b <p> _:c. _:c <p> _:a. _:d <p> _:e. _:e <p> _:f. _:f <p> _:d.", false},
		{"cycles of six",
			"_:a <p> _:b. _:b <p> _:c. _:c <p> _:d. _:d <p> _:e. _:e <p> _:f. _:f <p> _:a.",
			"_:f <p> _:d. _:d <p> _:b. _:b <p> _:a. _:a <p> _:c. _:c <p> _:e. _:e <p> _:f.", true},
		{"graphs", "_:g {_:a <p> <o>}", "_:x {_:y <p> <o>}", true},
		{"graph and node are one", "_:g {_:g <p> <o>}", "_:x {_:y <p> <o>}", false},
	} {
		if got := Isomorphic(read(t, c.a), read(t, c.b)); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func TestListEndsEvenIfItIsALoop(t *testing.T) {
	m := Manifest{objects: map[node][]quad.Value{
		{quad.BNode("a"), RDF + "first"}: {quad.Int(1)},
		{quad.BNode("a"), RDF + "rest"}:  {quad.BNode("a")},
	}}
	if got := m.List(quad.BNode("a")); len(got) != 1 {
		t.Errorf("got %v", got)
	}
}
