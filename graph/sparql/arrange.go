package sparql

import (
	"math"
	"slices"
)

// arrange gives the order in which the items of a join are evaluated.
func (c *compiler) arrange(items []item, in inputs) []int {
	order, _ := c.cheapest(items, in)
	return order
}

// mostStarts is up to how many items each is tried as the first one.
const mostStarts = 12

// cheapest tries each item as the first one, lets the one that gives the fewest
// rows follow, and takes the order with the fewest rows in all; of equal ones
// the first. rows is how many come out in the end.
func (c *compiler) cheapest(items []item, in inputs) (order []int, rows float64) {
	best := math.Inf(1)
	for first := -1; first < len(items); first++ {
		if first >= 0 && (len(items) > mostStarts || len(items) < 3 || !items[first].needs.within(in.certain)) {
			continue
		}
		tried, cost, n := c.greedy(items, in, first)
		if cost < best {
			order, best, rows = tried, cost, n
		}
	}
	return order, rows
}

// greedy orders items by how many rows each gives next, the first one given or
// -1. cost is the number of rows all of them give.
func (c *compiler) greedy(items []item, in inputs, first int) (order []int, cost, rows float64) {
	e := c.estimator(in)
	left := make([]int, len(items))
	for i := range left {
		left[i] = i
	}
	for len(left) > 0 {
		at, perRow := e.next(items, left, first)
		i := left[at]
		left, order, first = slices.Delete(left, at, at+1), append(order, i), -1
		e.take(items[i], perRow)
		cost += e.rows
	}
	return order, cost, e.rows
}

// next is the place of the cheapest of the items left for which all they need
// is bound.
func (e *estimator) next(items []item, left []int, first int) (at int, perRow float64) {
	at = -1
	for n, i := range left {
		if first >= 0 && i != first || !items[i].needs.within(e.bound) {
			continue
		}
		if p := e.perRow(items[i]); at < 0 || p < perRow {
			at, perRow = n, p
		}
	}
	return at, perRow
}
