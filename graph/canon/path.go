package canon

import (
	"slices"

	"policygraph/graph"
)

// bestPath goes through related blank nodes in every order and returns the path
// of the one with the least (4.8, step 5.4). It leaves in i the labels that this
// order gives.
func (s *state) bestPath(related []graph.ID, i *issuer) ([]byte, error) {
	var best []byte         // the least path
	var labelled []graph.ID // what it gave labels to
	start := len(i.order)
	order := slices.Sorted(slices.Values(related))
	for more := true; more; {
		i.truncate(start)
		if err := s.step(); err != nil {
			return nil, err
		}
		path, err := s.follow(order, i, best)
		if err != nil {
			return nil, err
		}
		more = nextPermutation(order)
		if path != nil && (best == nil || string(path) < string(best)) {
			if best = path; !more {
				return best, nil
			}
			labelled = slices.Clone(i.order[start:])
		}
	}
	i.truncate(start)
	for _, id := range labelled {
		i.issue(id)
	}
	return best, nil
}

// step counts against the limit.
func (s *state) step() error {
	s.steps--
	switch {
	case s.steps < 0:
		return ErrTooComplex
	case s.steps%256 == 0:
		return s.ctx.Err()
	}
	return nil
}

// follow goes through blank nodes in the order given, first as far as labels
// tell (5.4.4), then into those that had none (5.4.5), and returns the path. It
// returns nil as soon as the path is known to be greater than the best so far.
func (s *state) follow(order []graph.ID, i *issuer, best []byte) ([]byte, error) {
	path := []byte{}
	var deeper []graph.ID
	for _, id := range order {
		label, ok := s.canonical.labels[id]
		if !ok {
			if _, known := i.labels[id]; !known {
				deeper = append(deeper, id)
			}
			label = i.issue(id)
		}
		path = append(append(path, "_:"...), label...)
		if exceeds(path, best) {
			return nil, nil
		}
	}
	for _, id := range deeper {
		h, err := s.hashNDegreeQuads(id, i)
		if err != nil {
			return nil, err
		}
		path = append(append(path, "_:"...), i.issue(id)...)
		path = append(append(append(path, '<'), h...), '>')
		if exceeds(path, best) {
			return nil, nil
		}
	}
	return path, nil
}

// exceeds reports whether a path can no longer become less than the best one.
func exceeds(path, best []byte) bool {
	return best != nil && len(path) >= len(best) && string(path) > string(best)
}

// nextPermutation brings list into the next order in lexicographic sequence, and
// reports false, leaving it alone, where it was in the last.
func nextPermutation(list []graph.ID) bool {
	i := len(list) - 2
	for i >= 0 && list[i] >= list[i+1] {
		i--
	}
	if i < 0 {
		return false
	}
	j := len(list) - 1
	for list[j] <= list[i] {
		j--
	}
	list[i], list[j] = list[j], list[i]
	slices.Reverse(list[i+1:])
	return true
}
