package shacl

import (
	"fmt"
	"slices"

	"policygraph/graph"
)

// place names a node of the shapes graph for people: a blank node by how it hangs
// from one that has a name, as the label that a reader gave it stands nowhere.
func (r *reader) place(n graph.ID) string { return r.placeBelow(n, nil) }

func (r *reader) placeBelow(n graph.ID, below []graph.ID) string {
	parent, predicate := r.parent(n)
	if r.data.Kind(n) != graph.KindBNode || parent == 0 || len(below) == defaultMaxDepth || slices.Contains(below, n) {
		return r.data.Term(n).String()
	}
	what := short(r.data.Text(predicate))
	if predicate == r.word(sh+"property") {
		what = "property shape"
	}
	if paths := r.objects(n, sh+"path"); len(paths) == 1 && r.data.Kind(paths[0]) == graph.KindIRI {
		what += fmt.Sprintf(" with the path <%s>", r.data.Text(paths[0]))
	}
	return "the " + what + " of " + r.placeBelow(parent, append(below, n))
}

// parent is the first node that leads to n, and how; where n is in a list, what leads
// to that. It is 0 where there is none.
func (r *reader) parent(n graph.ID) (parent, predicate graph.ID) {
	for range r.graph.Len() {
		parents, predicates := r.graph.To(n)
		if len(parents) == 0 {
			break
		}
		if p := predicates[0]; p != r.word(rdf+"first") && p != r.word(rdf+"rest") {
			return parents[0], p
		}
		n = parents[0]
	}
	return 0, 0
}
