package graph

import "slices"

// ID is the number of a term in one Dataset. IDs follow term order; 0 is no
// term, and as part of a pattern it matches any.
type ID uint32

// Triple is one statement of IDs: subject, predicate, object.
type Triple [3]ID

// Subject is the first part of the triple.
func (t Triple) Subject() ID { return t[0] }

// Predicate is the second part of the triple.
func (t Triple) Predicate() ID { return t[1] }

// Object is the third part of the triple.
func (t Triple) Object() ID { return t[2] }

// order says which position of a Triple stands in which column of a table.
type order [3]int

var (
	spo = order{0, 1, 2}
	pos = order{1, 2, 0}
	osp = order{2, 0, 1}
)

// triple puts columns back into their positions.
func (o order) triple(first, second, third ID) (t Triple) {
	t[o[0]], t[o[1]], t[o[2]] = first, second, third
	return t
}

// table is one sorted index over triples: rows in order of three columns, of
// which the first is not stored but found through a directory.
//
// A dense directory has an entry for each ID of the dataset; a sparse one, for
// graphs small beside their dataset, has an entry for each ID that occurs.
type table struct {
	order  order
	keys   []ID     // sparse: the IDs that occur, in order; dense: nil
	starts []uint32 // where the rows of each entry start; one more at the end
	second []ID
	third  []ID
}

// rows returns the second and third columns of the rows that start with a.
func (t *table) rows(a ID) (second, third []ID) {
	i := int(a)
	if t.keys != nil {
		var found bool
		if i, found = slices.BinarySearch(t.keys, a); !found {
			return nil, nil
		}
	}
	if i+1 >= len(t.starts) {
		return nil, nil
	}
	lo, hi := t.starts[i], t.starts[i+1]
	return t.second[lo:hi], t.third[lo:hi]
}

// pairs returns the third column of the rows that start with a and b.
func (t *table) pairs(a, b ID) []ID {
	second, third := t.rows(a)
	lo, hi := equalRange(second, b)
	return third[lo:hi]
}

// firsts calls yield with each ID of the first column, in order.
func (t *table) firsts(yield func(ID) bool) {
	for i := range max(len(t.starts)-1, 0) {
		if t.starts[i] == t.starts[i+1] {
			continue
		}
		id := ID(i)
		if t.keys != nil {
			id = t.keys[i]
		}
		if !yield(id) {
			return
		}
	}
}

// lowerBound is the first place in a sorted column whose ID is not below v.
func lowerBound(col []ID, v ID) int {
	lo, hi := 0, len(col)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if col[mid] < v {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// equalRange finds the run of v in a sorted column. Runs are mostly short, so
// the end is looked for in growing steps.
func equalRange(col []ID, v ID) (lo, hi int) {
	lo = lowerBound(col, v)
	run := col[lo:]
	step := 1
	for step < len(run) && run[step] <= v {
		step *= 2
	}
	from := step / 2
	return lo, lo + from + lowerBound(run[from:min(step+1, len(run))], v+1)
}

// index is the three tables of one graph. Between them, each combination of
// bound and unbound positions is a run of rows in one table.
type index struct {
	spo, pos, osp table
}

func (x *index) len() int { return len(x.spo.second) }

// newIndex sorts triples, drops repeated ones, and builds the tables. It uses
// triples as scratch space. terms is the number of terms of the dataset.
func newIndex(triples []Triple, terms int) *index {
	s := newSorter(triples, terms)
	s.arrange(spo)
	s.rows = slices.Compact(s.rows)
	x := &index{spo: s.table(spo)}
	s.rearrange(osp)
	x.osp = s.table(osp)
	s.rearrange(pos)
	x.pos = s.table(pos)
	return x
}

// sorter brings rows from one order into the next. For a graph that is large
// beside its dataset it does so by stable counting sorts, one pass over the
// rows a column: rows in SPO order, dealt out by object, are in OSP order;
// those, dealt out by predicate, are in POS order. A small graph is compared.
type sorter struct {
	rows, spare []Triple
	counts      []uint32 // nil for a small graph
	ids         int      // one more than the greatest ID
}

// smallGraph is the share of the dataset's terms below which a graph gets
// sparse directories.
const smallGraph = 8

func newSorter(rows []Triple, terms int) *sorter {
	s := &sorter{rows: rows, ids: terms + 1}
	if len(rows) >= s.ids/smallGraph {
		s.spare = make([]Triple, len(rows))
		s.counts = make([]uint32, s.ids+1)
	}
	return s
}

// arrange brings rows from any order into o.
func (s *sorter) arrange(o order) {
	if s.counts == nil {
		s.compare(o)
		return
	}
	for _, column := range []int{o[2], o[1], o[0]} {
		s.deal(column)
	}
}

// rearrange brings rows into o from the order that o is one turn away from.
func (s *sorter) rearrange(o order) {
	if s.counts == nil {
		s.compare(o)
		return
	}
	s.deal(o[0])
}

func (s *sorter) compare(o order) {
	slices.SortFunc(s.rows, func(a, b Triple) int {
		u, v := [3]ID{a[o[0]], a[o[1]], a[o[2]]}, [3]ID{b[o[0]], b[o[1]], b[o[2]]}
		return slices.Compare(u[:], v[:])
	})
}

// deal is one counting sort of the rows by a position. Rows that agree there
// keep their order.
func (s *sorter) deal(position int) {
	s.count(position)
	out := s.spare[:len(s.rows)]
	for _, t := range s.rows {
		next := &s.counts[t[position]]
		out[*next] = t
		*next++
	}
	s.rows, s.spare = out, s.rows
}

// count makes counts[id] the number of rows with a lower ID at position.
func (s *sorter) count(position int) {
	clear(s.counts)
	for _, t := range s.rows {
		s.counts[t[position]+1]++
	}
	for i := 1; i < len(s.counts); i++ {
		s.counts[i] += s.counts[i-1]
	}
}

// table copies the rows, which stand in order o, into a table.
func (s *sorter) table(o order) table {
	t := table{order: o, second: make([]ID, len(s.rows)), third: make([]ID, len(s.rows))}
	for i, row := range s.rows {
		t.second[i], t.third[i] = row[o[1]], row[o[2]]
	}
	if s.counts != nil {
		s.count(o[0])
		t.starts = slices.Clone(s.counts)
		return t
	}
	t.keys, t.starts = s.directory(o[0])
	return t
}

// directory lists the IDs at position and where the rows of each start.
func (s *sorter) directory(position int) (keys []ID, starts []uint32) {
	keys = []ID{}
	for i, row := range s.rows {
		if a := row[position]; len(keys) == 0 || keys[len(keys)-1] != a {
			keys, starts = append(keys, a), append(starts, uint32(i))
		}
	}
	return slices.Clip(keys), slices.Clip(append(starts, uint32(len(s.rows))))
}
