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
			w.add(p, v, false)
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
	queue []graph.Triple
	fresh int
}

// growing is a relation while it is worked out. What it leads to and from is kept
// where joins look for that.
type growing struct {
	known   pairSet
	out, in map[graph.ID][]graph.ID
	fresh   []pair
}

// index makes what the joins that conclude a property look things up in, of
// properties that grow themselves.
func (w *work) index(p graph.ID) {
	w.of[p].known.reserve(len(w.relation(p).subjects))
	for _, k := range w.x.byHead[p] {
		first, second := w.of[k.first], w.of[k.second]
		if first != nil && second != nil {
			second.out = made(second.out)
			first.in = made(first.in)
		}
	}
}

func made(m map[graph.ID][]graph.ID) map[graph.ID][]graph.ID {
	if m == nil {
		m = make(map[graph.ID][]graph.ID)
	}
	return m
}

func (w *work) add(p graph.ID, v pair, fresh bool) {
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
	if fresh {
		g.fresh = append(g.fresh, v)
		w.fresh++
	}
	w.queue = append(w.queue, graph.Triple{s, p, o})
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
			w.add(p, v, true)
		}
	}
	return nil
}

// put adds what a clause of one premise gives.
func (w *work) put(k *clause, v pair) {
	switch k.form {
	case formCopy:
		w.add(k.head, v, true)
	case formSwap:
		w.add(k.head, v.swapped(), true)
	case formDomain:
		w.add(w.x.typ, makePair(v.first(), k.head), true)
	case formRange:
		w.add(w.x.typ, makePair(v.second(), k.head), true)
	}
}

// follow adds what follows from t, alone or with any triple known so far. Two
// triples meet when the later of them is followed, if not before.
func (w *work) follow(t graph.Triple) {
	v := makePair(t[0], t[2])
	for _, k := range w.x.byBody[t[1]] {
		class := k.form == formDomain || k.form == formRange
		switch {
		case class && w.of[w.x.typ] == nil, !class && w.of[k.head] == nil:
		case k.form == formJoin:
			w.meet(k, t)
		default:
			w.put(k, v)
		}
	}
	if t[1] == w.x.typ {
		for _, k := range w.x.above[t[2]] {
			w.add(w.x.typ, makePair(t[0], k.head), true)
		}
	}
}

// meet lets t be the first and the second premise of a join.
func (w *work) meet(k *clause, t graph.Triple) {
	if k.first == t[1] {
		if g := w.of[k.second]; g != nil {
			for _, o := range g.out[t[2]] {
				w.add(k.head, makePair(t[0], o), true)
			}
		} else {
			for _, v := range startingWith(w.relation(k.second).bySubject(), t[2]) {
				w.add(k.head, makePair(t[0], v.second()), true)
			}
		}
	}
	if k.second == t[1] {
		if g := w.of[k.first]; g != nil {
			for _, s := range g.in[t[0]] {
				w.add(k.head, makePair(s, t[2]), true)
			}
		} else {
			for _, v := range startingWith(w.relation(k.first).byObject(), t[0]) {
				w.add(k.head, makePair(v.second(), t[2]), true)
			}
		}
	}
}
