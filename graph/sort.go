package graph

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sync"
)

// Term order: blank nodes by label, then IRIs, then literals by lexical form;
// literals of one lexical form go by kind (plain, language-tagged, typed), then
// by language tag or datatype IRI. Text is compared by code point, which for
// UTF-8 is byte order.

// sortItem is a term on its way to its place: eight bytes of its text, from
// the depth that has been reached, and its number in the dict.
type sortItem struct {
	key uint64
	n   uint32
}

// sorted returns the numbers of all terms of d in term order.
func (d *dict) sorted() []uint32 {
	groups := d.byGroup()
	var wait sync.WaitGroup
	for _, g := range groups {
		s := termSorter{d: d, wait: &wait}
		s.load(g, 0)
		s.sort(g, 0)
	}
	wait.Wait()
	order := make([]uint32, 0, len(d.entries))
	for _, g := range groups {
		for _, it := range g {
			order = append(order, it.n)
		}
	}
	return order
}

// byGroup parts the terms into blank nodes, IRIs and literals.
func (d *dict) byGroup() (groups [3][]sortItem) {
	for n, e := range d.entries {
		g := min(e.tag.kind(), KindString) - KindBNode
		groups[g] = append(groups[g], sortItem{n: uint32(n)})
	}
	return groups
}

// termSorter is a multikey quicksort (Bentley and Sedgewick, "Fast Algorithms
// for Sorting and Searching Strings", 1997) that looks at eight bytes at a
// time. IRIs share long prefixes, and it reads a shared prefix once a term
// where comparing whole strings would read it at every comparison.
type termSorter struct {
	d    *dict
	wait *sync.WaitGroup
}

const (
	stride        = 8       // bytes a step looks at
	smallSort     = 24      // below this, whole terms are compared
	parallelItems = 1 << 14 // from this on, a part is sorted beside the others
)

// load fills the keys of items with their text from depth on, padded with
// zeros.
func (s termSorter) load(items []sortItem, depth int) {
	for i := range items {
		text := s.d.text(items[i].n)
		text = text[min(depth, len(text)):]
		if len(text) >= stride {
			items[i].key = binary.BigEndian.Uint64(text)
			continue
		}
		var padded [stride]byte
		copy(padded[:], text)
		items[i].key = binary.BigEndian.Uint64(padded[:])
	}
}

// sort puts items in order. All of them agree on the text before depth, and
// their keys hold the text from there. The two smaller of the three parts are
// sorted by recursion, at most log2(len(items)) deep.
func (s termSorter) sort(items []sortItem, depth int) {
	for len(items) > smallSort {
		lt, gt := partition(items, pivot(items))
		less, same, more := items[:lt], items[lt:gt], items[gt:]
		switch {
		case len(same) >= len(less) && len(same) >= len(more):
			s.spawn(less, depth)
			s.spawn(more, depth)
			items, depth = s.descend(same, depth)
		case len(less) >= len(more):
			s.spawnSame(same, depth)
			s.spawn(more, depth)
			items = less
		default:
			s.spawnSame(same, depth)
			s.spawn(less, depth)
			items = more
		}
	}
	slices.SortFunc(items, s.compare)
}

func (s termSorter) spawn(items []sortItem, depth int) {
	if len(items) < parallelItems {
		s.sort(items, depth)
		return
	}
	s.wait.Add(1)
	go func() {
		defer s.wait.Done()
		s.sort(items, depth)
	}()
}

func (s termSorter) spawnSame(items []sortItem, depth int) {
	items, depth = s.descend(items, depth)
	s.spawn(items, depth)
}

// descend moves items that agree on their key one stride on. Those that end
// within the key stand before those that go on; it puts them in order and
// returns the rest with new keys.
func (s termSorter) descend(items []sortItem, depth int) ([]sortItem, int) {
	depth += stride
	ended := 0
	for i := range items {
		if int(s.d.entries[items[i].n].size) <= depth {
			items[i], items[ended] = items[ended], items[i]
			ended++
		}
	}
	slices.SortFunc(items[:ended], s.compare)
	s.load(items[ended:], depth)
	return items[ended:], depth
}

// compare is term order within a group, on whole terms.
func (s termSorter) compare(a, b sortItem) int {
	if c := bytes.Compare(s.d.text(a.n), s.d.text(b.n)); c != 0 {
		return c
	}
	return compareTags(s.d.entries[a.n].tag, s.d.entries[b.n].tag, s.d.aux.names)
}

func compareTags(a, b tag, aux []string) int {
	if c := cmp.Compare(a.kind(), b.kind()); c != 0 || a == b {
		return c
	}
	return cmp.Compare(aux[a.aux()], aux[b.aux()])
}

// pivot picks the median of the medians of nine items.
func pivot(items []sortItem) uint64 {
	step := len(items) / 9
	var m [3]uint64
	for i := range m {
		m[i] = median(items[3*i*step].key, items[(3*i+1)*step].key, items[(3*i+2)*step].key)
	}
	return median(m[0], m[1], m[2])
}

func median(a, b, c uint64) uint64 {
	return max(min(a, b), min(max(a, b), c))
}

// partition brings items into three parts, with keys below, equal to and
// above p, and returns where the second and the third begin.
func partition(items []sortItem, p uint64) (lt, gt int) {
	lt, gt = 0, len(items)
	for i := 0; i < gt; {
		switch k := items[i].key; {
		case k < p:
			items[i], items[lt] = items[lt], items[i]
			lt++
			i++
		case k > p:
			gt--
			items[i], items[gt] = items[gt], items[i]
		default:
			i++
		}
	}
	return lt, gt
}
