package path

import "policygraph/graph"

// place is a node, and the position of the edge to be taken from there.
type place struct {
	node     graph.ID
	position int
}

// distances say how many edges a way needs from a place to its end, that edge
// included, if it may go through nodes twice. They keep a search from going
// where no way ends.
type distances struct {
	places map[place]int // where the end is known
	least  []int         // by position, where it is not; 0 for none
}

func (w *walker) distances() distances {
	if w.end == 0 {
		return distances{least: w.leastOf()}
	}
	return distances{places: w.places()}
}

func (d distances) of(n graph.ID, position int) int {
	if d.places == nil {
		return d.least[position]
	}
	return d.places[place{n, position}]
}

// within are the positions from which a way can end within n edges; far says
// whether there are others from which it can end later.
func (d distances) within(at graph.ID, next posSet, n int) (near posSet, far bool) {
	next.each(func(p int) {
		switch left := d.of(at, p); {
		case left == 0:
		case left > n:
			far = true
		default:
			near |= 1 << p
		}
	})
	return near, far
}

// any reports whether a way can end that goes on from a node.
func (d distances) any(at graph.ID, next posSet) bool {
	near, far := d.within(at, next, 0)
	return near != 0 || far
}

// leastOf goes backwards from the last positions.
func (w *walker) leastOf() []int {
	least := make([]int, len(w.labels))
	round := w.last
	for n := 1; round != 0; n++ {
		round.each(func(p int) { least[p] = n })
		reached := round
		round = 0
		for p, next := range w.follow {
			if least[p] == 0 && next&reached != 0 {
				round |= 1 << p
			}
		}
	}
	return least
}

// places goes backwards from the end, round by round.
func (w *walker) places() map[place]int {
	left := make(map[place]int)
	var round []place
	add := func(n graph.ID, position, edges int) {
		l := w.labels[position]
		l.inverse = !l.inverse
		for _, h := range w.hops(nil, l, n) {
			p := place{h.To(), position}
			if left[p] == 0 {
				left[p] = edges
				round = append(round, p)
			}
		}
	}
	w.last.each(func(p int) { add(w.end, p, 1) })
	for edges := 2; edges <= w.length && len(round) > 0; edges++ {
		reached := round
		round = nil
		for _, at := range reached {
			for p, next := range w.follow {
				if next&(1<<at.position) != 0 {
					add(at.node, p, edges)
				}
			}
		}
	}
	return left
}
