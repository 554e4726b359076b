package rules

import "policygraph/graph"

// work works out properties that are joined with each other, triple by triple:
// each new one meets all that are known.
func (c *closure) work(some []graph.ID) error {
	w := &work{closure: c, of: make(map[graph.ID]*growing)}
	for _, p := range some {
		w.of[p] = new(growing)
	}
	for _, p := range some {
		w.index(p)
	}
	for _, p := range some {
		for v := range c.relation(p).all() {
			w.add(p, v, nil, false)
		}
	}
	for _, p := range some {
		if err := w.begin(p); err != nil {
			return err
		}
	}
	for i := 0; i < len(w.queue); i++ {
		if i%1024 == 0 {
			if err := c.check(w.fresh); err != nil {
				return err
			}
		}
		w.follow(w.queue[i])
	}
	for _, p := range some {
		c.count += len(c.relation(p).grow(w.of[p].fresh))
	}
	return nil
}

// work is a queue of triples that are to meet all others.
type work struct {
	*closure
	of    map[graph.ID]*growing
	queue []queued
	fresh int
}

// queued is a triple with the join that it was found by, nil for all else.
type queued struct {
	graph.Triple
	by *clause
}

// growing is a relation while it is worked out. What it leads to and from is kept
// where joins look for that; seeds is out without what transitivity itself gave.
type growing struct {
	known          pairSet
	out, in, seeds map[graph.ID][]graph.ID
	fresh          []pair
}

// index makes what the joins that conclude a property look things up in, of
// properties that grow themselves.
func (w *work) index(p graph.ID) {
	w.of[p].known.reserve(len(w.relation(p).subjects))
	for _, k := range w.x.byHead[p] {
		first, second := w.of[k.first], w.of[k.second]
		switch {
		case k.isTransitive():
			first.seeds, first.in = made(first.seeds), made(first.in)
		case first != nil && second != nil:
			second.out, first.in = made(second.out), made(first.in)
		}
	}
}

func made(m map[graph.ID][]graph.ID) map[graph.ID][]graph.ID {
	if m == nil {
		m = make(map[graph.ID][]graph.ID)
	}
	return m
}

// add adds an edge, if it is new, that the join by gives, or nil.
func (w *work) add(p graph.ID, v pair, by *clause, fresh bool) {
	if v.first() >= w.x.literal {
		return
	}
	g := w.of[p]
	if !g.known.add(v) {
		return
	}
	s, o := v.first(), v.second()
	if g.out != nil {
		g.out[s] = append(g.out[s], o)
	}
	if g.in != nil {
		g.in[o] = append(g.in[o], s)
	}
	if g.seeds != nil && (by == nil || !by.isTransitive()) {
		g.seeds[s] = append(g.seeds[s], o)
	}
	if fresh {
		g.fresh = append(g.fresh, v)
		w.fresh++
	}
	w.queue = append(w.queue, queued{graph.Triple{s, p, o}, by})
}

// begin adds what follows for a property from complete relations alone.
func (w *work) begin(p graph.ID) error {
	for _, k := range w.concluding(p) {
		if w.of[k.first] != nil || k.second != 0 && w.of[k.second] != nil {
			continue
		}
		if k.form == formDomain || k.form == formRange {
			for v := range w.relation(k.first).all() {
				w.put(k, v)
			}
			continue
		}
		found, err := w.apply(nil, k)
		if err != nil {
			return err
		}
		for _, v := range found {
			w.add(p, v, k, true)
		}
	}
	return nil
}

// put adds what a clause of one premise gives.
func (w *work) put(k *clause, v pair) {
	switch k.form {
	case formCopy:
		w.add(k.head, v, nil, true)
	case formSwap:
		w.add(k.head, v.swapped(), nil, true)
	case formDomain:
		w.add(w.x.typ, makePair(v.first(), k.head), nil, true)
	case formRange:
		w.add(w.x.typ, makePair(v.second(), k.head), nil, true)
	}
}

// follow adds what follows from t, alone or with any triple known so far. Two
// triples meet when the later of them is followed, if not before.
func (w *work) follow(t queued) {
	v := makePair(t.Subject(), t.Object())
	for _, k := range w.x.byBody[t.Predicate()] {
		class := k.form == formDomain || k.form == formRange
		switch {
		case class && w.of[w.x.typ] == nil, !class && w.of[k.head] == nil:
		case k.isTransitive():
			w.carryOn(k, t)
		case k.form == formJoin:
			w.meet(k, t)
		default:
			w.put(k, v)
		}
	}
	if t.Predicate() == w.x.typ {
		for _, k := range w.x.above[t.Object()] {
			w.add(w.x.typ, makePair(t.Subject(), k.head), nil, true)
		}
	}
}

// carryOn lets t be a premise of transitivity. Whatever follows from it follows
// from a way of seeds, the edges that transitivity itself did not give, so that
// the second premise need be no other: for n nodes on a ring that is n² meetings
// and not n³.
func (w *work) carryOn(k *clause, t queued) {
	g := w.of[k.head]
	for _, o := range g.seeds[t.Object()] {
		w.add(k.head, makePair(t.Subject(), o), k, true)
	}
	if t.by != k {
		for _, s := range g.in[t.Subject()] {
			w.add(k.head, makePair(s, t.Object()), k, true)
		}
	}
}

// meet lets t be the first and the second premise of a join, unless the join
// itself gave it and goes on along a transitive property: its own premises give
// what it would.
func (w *work) meet(k *clause, t queued) {
	if k.first == t.Predicate() && !(t.by == k && w.x.transitive[k.second]) {
		w.meetFirst(k, t)
	}
	if k.second == t.Predicate() && !(t.by == k && w.x.transitive[k.first]) {
		w.meetSecond(k, t)
	}
}

func (w *work) meetFirst(k *clause, t queued) {
	if g := w.of[k.second]; g != nil {
		for _, o := range g.out[t.Object()] {
			w.add(k.head, makePair(t.Subject(), o), k, true)
		}
		return
	}
	for _, v := range startingWith(w.relation(k.second).bySubject(), t.Object()) {
		w.add(k.head, makePair(t.Subject(), v.second()), k, true)
	}
}

func (w *work) meetSecond(k *clause, t queued) {
	if g := w.of[k.first]; g != nil {
		for _, s := range g.in[t.Subject()] {
			w.add(k.head, makePair(s, t.Object()), k, true)
		}
		return
	}
	for _, v := range startingWith(w.relation(k.first).byObject(), t.Subject()) {
		w.add(k.head, makePair(v.second(), t.Object()), k, true)
	}
}
