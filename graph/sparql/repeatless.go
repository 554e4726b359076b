package sparql

// repeatless reports whether no two solutions of an operator are alike, and in
// which slots they differ.
func repeatless(op operator) (own varSet, ok bool) {
	switch op := op.(type) {
	case *scan:
		return open(op.s, op.p, op.o), true
	case *pathScan:
		return open(op.s, op.o), op.set
	case *filter, *extend, *once:
		return nil, true
	case *project:
		return repeatless(op.inputs[0])
	case *sequence:
		for _, part := range op.ops {
			more, ok := repeatless(part)
			if !ok {
				return nil, false
			}
			own = own.union(more)
		}
		return own, true
	}
	return nil, false
}

// open are the slots of some positions.
func open(positions ...position) (s varSet) {
	for _, p := range positions {
		if p.slot >= 0 {
			s.add(p.slot)
		}
	}
	return s
}
