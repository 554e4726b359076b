package canon

import (
	"bytes"
	"context"
	"encoding/hex"
	"hash"
	"maps"
	"slices"
	"strconv"
	"strings"

	"policygraph/graph"
	"policygraph/graph/turtle"
)

// statement is a quad of IDs; the graph is 0 for the default graph.
type statement struct {
	graph.Triple
	graph graph.ID
}

// state is the canonicalization state (4.3).
type state struct {
	ctx       context.Context
	dataset   *graph.Dataset
	newHash   func() hash.Hash
	depth     int
	steps     int                      // left before giving up
	quads     map[graph.ID][]statement // the blank node to quads map
	first     map[graph.ID]string      // hashes of first degree quads
	canonical *issuer
}

// issuer is an identifier issuer (4.3): it numbers blank nodes in the order in
// which it is asked.
type issuer struct {
	prefix string
	labels map[graph.ID]string
	order  []graph.ID
}

func newIssuer(prefix string) *issuer {
	return &issuer{prefix: prefix, labels: make(map[graph.ID]string)}
}

func (i *issuer) issue(id graph.ID) string {
	label, ok := i.labels[id]
	if !ok {
		label = i.prefix + strconv.Itoa(len(i.order))
		i.labels[id] = label
		i.order = append(i.order, id)
	}
	return label
}

// truncate takes back all but the first n labels.
func (i *issuer) truncate(n int) {
	for _, id := range i.order[n:] {
		delete(i.labels, id)
	}
	i.order = i.order[:n]
}

// run is the canonicalization algorithm (4.4.3), up to the labels.
func (s *state) run() error {
	s.collect()
	groups, err := s.byFirstDegreeHash()
	if err != nil {
		return err
	}
	hashes := slices.Sorted(maps.Keys(groups))
	for _, h := range hashes { // 4
		if len(groups[h]) == 1 {
			s.canonical.issue(groups[h][0])
			delete(groups, h)
		}
	}
	for _, h := range hashes { // 5
		if err := s.tellApart(groups[h]); err != nil {
			return err
		}
	}
	return nil
}

// collect fills the blank node to quads map (2).
func (s *state) collect() {
	s.quads = make(map[graph.ID][]statement)
	for _, g := range s.dataset.Graphs() {
		for t := range g.Match(0, 0, 0) {
			q := statement{t, g.Name()}
			var seen [3]graph.ID
			for i, id := range [...]graph.ID{t.Subject(), t.Object(), g.Name()} {
				if s.isBlank(id) && !slices.Contains(seen[:i], id) {
					s.quads[id] = append(s.quads[id], q)
					seen[i] = id
				}
			}
		}
	}
}

func (s *state) isBlank(id graph.ID) bool {
	return id != 0 && s.dataset.Kind(id) == graph.KindBNode
}

// byFirstDegreeHash groups the blank nodes by the hash of what is said of them
// directly (3).
func (s *state) byFirstDegreeHash() (map[string][]graph.ID, error) {
	s.first = make(map[graph.ID]string, len(s.quads))
	groups := make(map[string][]graph.ID)
	for _, id := range slices.Sorted(maps.Keys(s.quads)) {
		h, err := s.hashFirstDegreeQuads(id)
		if err != nil {
			return nil, err
		}
		s.first[id] = h
		groups[h] = append(groups[h], id)
	}
	return groups, s.ctx.Err()
}

// tellApart gives labels to blank nodes of which the same is said directly (5).
func (s *state) tellApart(nodes []graph.ID) error {
	type result struct {
		hash  string
		order []graph.ID
	}
	var paths []result
	for _, n := range nodes {
		if _, done := s.canonical.labels[n]; done {
			continue
		}
		temporary := newIssuer("b")
		temporary.issue(n)
		h, err := s.hashNDegreeQuads(n, temporary)
		if err != nil {
			return err
		}
		paths = append(paths, result{h, temporary.order})
	}
	slices.SortStableFunc(paths, func(a, b result) int { return strings.Compare(a.hash, b.hash) })
	for _, p := range paths {
		for _, id := range p.order {
			s.canonical.issue(id)
		}
	}
	return nil
}

// hashFirstDegreeQuads is the hash of the statements about a blank node, in
// which it is called a and every other blank node z (4.6).
func (s *state) hashFirstDegreeQuads(id graph.ID) (string, error) {
	var out bytes.Buffer
	w := turtle.NewWriter(&out, turtle.WriteOptions{Syntax: turtle.NQuads})
	var q graph.RawQuad
	for _, st := range s.quads[id] {
		s.masked(&q.Subject, st.Subject(), id)
		s.dataset.Raw(&q.Predicate, st.Predicate())
		s.masked(&q.Object, st.Object(), id)
		s.masked(&q.Graph, st.graph, id)
		if err := w.WriteRaw(&q); err != nil {
			return "", err
		}
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return s.hash(sortedLines(out.Bytes())), nil
}

func (s *state) masked(t *graph.RawTerm, id, self graph.ID) {
	s.dataset.Raw(t, id)
	switch {
	case id == self:
		t.Text = append(t.Text[:0], 'a')
	case t.Kind == graph.KindBNode:
		t.Text = append(t.Text[:0], 'z')
	}
}

func (s *state) hash(data []byte) string {
	h := s.newHash()
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

// hashRelatedBlankNode is the hash of how a blank node takes part in a statement
// about another (4.7).
func (s *state) hashRelatedBlankNode(related graph.ID, q statement, i *issuer, position byte) string {
	input := []byte{position}
	if position != 'g' {
		input = append(input, '<')
		input = append(input, s.dataset.Text(q.Predicate())...)
		input = append(input, '>')
	}
	return s.hash(append(input, s.nameOf(related, i)...))
}

// nameOf is the label of a blank node, canonical or temporary, or, where it has
// none, the hash of what is said of it.
func (s *state) nameOf(id graph.ID, i *issuer) string {
	if label, ok := s.canonical.labels[id]; ok {
		return "_:" + label
	}
	if label, ok := i.labels[id]; ok {
		return "_:" + label
	}
	return s.first[id]
}

// hashNDegreeQuads is the hash of a blank node and of all that it leads to
// (4.8). It leaves in i the labels of those. Where the specification copies an
// issuer for each order it tries, this takes back labels from the one there is.
func (s *state) hashNDegreeQuads(id graph.ID, i *issuer) (string, error) {
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > maxDepth {
		return "", ErrTooComplex
	}
	related := s.relatedBlankNodes(id, i)
	var data []byte
	for _, h := range slices.Sorted(maps.Keys(related)) { // 5
		data = append(data, h...)
		path, err := s.bestPath(related[h], i)
		if err != nil {
			return "", err
		}
		data = append(data, path...)
	}
	return s.hash(data), nil
}

// relatedBlankNodes groups the blank nodes in statements about id by how they
// take part (1 to 3).
func (s *state) relatedBlankNodes(id graph.ID, i *issuer) map[string][]graph.ID {
	related := make(map[string][]graph.ID)
	for _, q := range s.quads[id] {
		for _, c := range []struct {
			id       graph.ID
			position byte
		}{{q.Subject(), 's'}, {q.Object(), 'o'}, {q.graph, 'g'}} {
			if c.id != id && s.isBlank(c.id) {
				h := s.hashRelatedBlankNode(c.id, q, i, c.position)
				related[h] = append(related[h], c.id)
			}
		}
	}
	return related
}
