package reviews

import (
	"slices"
	"strings"
)

// circles reports each circle in which the values of a column lead, once, at the
// first of its records that the folder itself defines. Each value is followed
// once, whatever the circles.
func (k *checker) circles(kind Kind, column string, message Wording) {
	order := map[*Record]int{}
	for r := range k.own(kind) {
		order[r] = len(order)
	}
	w := &walk{checker: k, column: column, places: map[*Record]int{}}
	w.found = func(circle []step) { k.circle(turned(circle, order), column, message) }
	for r := range k.own(kind) {
		w.from(r)
	}
}

// turned lets a circle begin with the record that comes first in an order; it is
// nil where none of them is in it.
func turned(circle []step, order map[*Record]int) []step {
	first := -1
	for i, s := range circle {
		at, own := order[s.record]
		if own && (first < 0 || at < order[circle[first].record]) {
			first = i
		}
	}
	if first < 0 {
		return nil
	}
	return slices.Concat(circle[first:], circle[:first])
}

func (k *checker) circle(steps []step, column string, message Wording) {
	if len(steps) == 0 {
		return
	}
	const most = 8 // a longer way is no help in a message
	first := steps[0].record
	var names []string
	for _, s := range steps[:min(most, len(steps))] {
		names = append(names, s.record.Name)
	}
	if len(steps) > most {
		names = append(names, "…")
	}
	way := strings.Join(append(names, first.Name), " → ")
	on := first.Values(column)[steps[0].next-1]
	k.fail(spot{on.Source, column, first}, message, found(first.Name), way)
}

// walk goes through records in depth first.
type walk struct {
	*checker
	column string
	found  func(circle []step)
	way    []step
	places map[*Record]int // on the way, from 1; done is behind it, 0 not yet on it
}

// step is a record on the way, and how many of its values have been followed.
type step struct {
	record *Record
	next   int
}

const done = -1

func (w *walk) enter(r *Record) {
	w.way = append(w.way, step{r, 0})
	w.places[r] = len(w.way)
}

// from goes on from a record to all it leads to that was not seen before.
func (w *walk) from(r *Record) {
	if w.places[r] != 0 {
		return
	}
	w.enter(r)
	for len(w.way) > 0 {
		last := &w.way[len(w.way)-1]
		values := last.record.Values(w.column)
		if last.next == len(values) {
			w.places[last.record] = done
			w.way = w.way[:len(w.way)-1]
			continue
		}
		last.next++
		to := w.Find(values[last.next-1].IRI)
		switch place := w.places[to]; {
		case to == nil:
		case place == 0:
			w.enter(to)
		case place != done:
			w.found(w.way[place-1:])
		}
	}
}
