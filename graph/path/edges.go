package path

import (
	"cmp"
	"slices"

	"policygraph/graph"
)

// edges are those of one predicate in one direction: for each source its
// targets, in order, in one slice.
//
// A dense directory has an entry for each ID from the first source to the last,
// which is short where sources are of one kind, since IDs follow term order; a
// sparse one has an entry for each source.
type edges struct {
	first   graph.ID   // dense: the ID of entry 0
	keys    []graph.ID // sparse: the sources; dense: nil
	starts  []uint32   // where the targets of each entry start; one more at the end
	targets []graph.ID
}

// sparseFrom is how many entries a dense directory may have for each edge.
const sparseFrom = 16

// next returns the targets of a source, none for what is no source.
func (e *edges) next(source graph.ID) []graph.ID {
	i := int(source) - int(e.first)
	if e.keys != nil {
		var found bool
		if i, found = slices.BinarySearch(e.keys, source); !found {
			return nil
		}
	}
	if i < 0 || i >= len(e.starts)-1 {
		return nil
	}
	return e.targets[e.starts[i]:e.starts[i+1]]
}

// sources calls fn with each source that has a target, in order.
func (e *edges) sources(fn func(graph.ID)) {
	for i := range max(len(e.starts)-1, 0) {
		switch {
		case e.starts[i] == e.starts[i+1]:
		case e.keys != nil:
			fn(e.keys[i])
		default:
			fn(e.first + graph.ID(i))
		}
	}
}

// newEdges takes sources in order and the targets beside them, which it keeps.
func newEdges(sources, targets []graph.ID) edges {
	if len(sources) == 0 {
		return edges{}
	}
	e := edges{first: sources[0], targets: targets}
	span := int(sources[len(sources)-1]-e.first) + 1
	if span > sparseFrom*len(sources) {
		e.keys, e.starts = directory(sources)
		return e
	}
	e.starts = make([]uint32, span+1)
	for _, s := range sources {
		e.starts[s-e.first+1]++
	}
	sum(e.starts)
	return e
}

// sum makes counts into places.
func sum(counts []uint32) {
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
}

// directory lists the sources, and where the edges of each start.
func directory(sources []graph.ID) (keys []graph.ID, starts []uint32) {
	for i, s := range sources {
		if i == 0 || s != sources[i-1] {
			keys, starts = append(keys, s), append(starts, uint32(i))
		}
	}
	return keys, append(starts, uint32(len(sources)))
}

// turned is the edges from targets to sources, given in order of source.
func turned(sources, targets []graph.ID) edges {
	if len(sources) == 0 {
		return edges{}
	}
	first, last := slices.Min(targets), slices.Max(targets)
	span := int(last-first) + 1
	if span > sparseFrom*len(targets) {
		return newEdges(sortedBy(targets, sources))
	}
	e := edges{first: first, starts: make([]uint32, span+2), targets: make([]graph.ID, len(targets))}
	for _, t := range targets {
		e.starts[t-first+2]++
	}
	sum(e.starts)
	for i, t := range targets {
		next := &e.starts[t-first+1]
		e.targets[*next] = sources[i]
		*next++
	}
	e.starts = e.starts[:span+1]
	return e
}

// sortedBy is both columns in the order of keys; equal keys keep theirs.
func sortedBy(keys, values []graph.ID) (_, _ []graph.ID) {
	type row struct{ key, value graph.ID }
	rows := make([]row, len(keys))
	for i, key := range keys {
		rows[i] = row{key, values[i]}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a.key, b.key) })
	keys, values = make([]graph.ID, len(rows)), make([]graph.ID, len(rows))
	for i, r := range rows {
		keys[i], values[i] = r.key, r.value
	}
	return keys, values
}
