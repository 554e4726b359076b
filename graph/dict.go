package graph

import (
	"errors"
	"hash/maphash"
	"math"
	"strings"
)

// dict gives each distinct term a number while a Builder collects. Numbers
// count from 0 in order of first appearance; freezing replaces them by IDs.
//
// Text is kept in chunks that never move, so that growing copies nothing.
type dict struct {
	chunks  [][]byte
	entries []entry
	slots   []slot // open addressing, a power of two long, at most 3/4 full
	seed    maphash.Seed
	aux     auxTable
}

// entry is one term: where its text starts (chunk in the upper half, offset
// in the lower), how long it is, and its tag.
type entry struct {
	start uint64
	size  uint32
	tag   tag
}

// tag holds the Kind of a term in its upper three bits and, for literals with
// a language or a datatype, the number of that in the auxTable in the rest.
type tag uint32

const (
	auxBits = 29
	maxAux  = 1<<auxBits - 1
)

func newTag(k Kind, aux uint32) tag { return tag(uint32(k)<<auxBits | aux) }

func (t tag) kind() Kind  { return Kind(t >> auxBits) }
func (t tag) aux() uint32 { return uint32(t) & maxAux }

// slot is a number plus one (0: free) and the upper half of the hash, which
// spares most comparisons of text.
type slot struct {
	next uint32
	hash uint32
}

// errFull says that a Builder has met a limit of 32-bit numbering.
var errFull = errors.New("graph: more than 4,294,967,294 distinct terms")

const (
	chunkSize  = 1 << 20
	firstSlots = 1 << 10
)

func (d *dict) init() {
	if d.slots == nil {
		d.seed = maphash.MakeSeed()
		d.slots = make([]slot, firstSlots)
	}
}

// intern returns the number of a term, a new one if it has not been seen. It
// copies the text it keeps.
func (d *dict) intern(t tag, text []byte) (uint32, error) {
	h := d.hash(t, text)
	mask := uint64(len(d.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := &d.slots[i]
		if s.next == 0 {
			return d.insert(s, h, t, text)
		}
		if s.hash == uint32(h>>32) && d.is(s.next-1, t, text) {
			return s.next - 1, nil
		}
	}
}

func (d *dict) hash(t tag, text []byte) uint64 {
	h := maphash.Bytes(d.seed, text)
	return h ^ uint64(t)*0x9E3779B97F4A7C15
}

func (d *dict) is(n uint32, t tag, text []byte) bool {
	e := &d.entries[n]
	return e.tag == t && int(e.size) == len(text) && string(d.text(n)) == string(text)
}

func (d *dict) insert(s *slot, h uint64, t tag, text []byte) (uint32, error) {
	n := uint32(len(d.entries))
	if n >= math.MaxUint32-1 {
		return 0, errFull
	}
	*s = slot{next: n + 1, hash: uint32(h >> 32)}
	d.entries = append(d.entries, entry{start: d.keep(text), size: uint32(len(text)), tag: t})
	if len(d.entries)*4 > len(d.slots)*3 {
		d.grow()
	}
	return n, nil
}

// keep copies text into the last chunk, or into a new one where it does not
// fit, and says where it starts.
func (d *dict) keep(text []byte) uint64 {
	last := len(d.chunks) - 1
	if last < 0 || cap(d.chunks[last])-len(d.chunks[last]) < len(text) {
		d.chunks = append(d.chunks, make([]byte, 0, max(chunkSize, len(text))))
		last++
	}
	at := uint64(last)<<32 | uint64(len(d.chunks[last]))
	d.chunks[last] = append(d.chunks[last], text...)
	return at
}

func (d *dict) text(n uint32) []byte {
	e := &d.entries[n]
	from := uint32(e.start)
	return d.chunks[e.start>>32][from : from+e.size]
}

func (d *dict) grow() {
	d.slots = make([]slot, 2*len(d.slots))
	mask := uint64(len(d.slots) - 1)
	for n := range d.entries {
		h := d.hash(d.entries[n].tag, d.text(uint32(n)))
		i := h & mask
		for d.slots[i].next != 0 {
			i = (i + 1) & mask
		}
		d.slots[i] = slot{next: uint32(n) + 1, hash: uint32(h >> 32)}
	}
}

// auxTable numbers the language tags and datatype IRIs of literals. There are
// few of them, so each is kept as a string of its own.
type auxTable struct {
	names   []string
	numbers map[string]uint32
}

func (a *auxTable) number(name []byte) (uint32, error) {
	if n, ok := a.numbers[string(name)]; ok {
		return n, nil
	}
	if len(a.names) > maxAux {
		return 0, errors.New("graph: more than 536,870,911 distinct datatypes and language tags")
	}
	if a.numbers == nil {
		a.numbers = make(map[string]uint32)
	}
	n := uint32(len(a.names))
	s := string(name)
	a.names, a.numbers[s] = append(a.names, s), n
	return n, nil
}

// terms is a frozen dictionary: ID n stands for the n-th term in term order,
// ID 0 for no term. All text is one string, so that a term's text is a piece
// of it and never copied.
type terms struct {
	text string
	ends []uint64 // ends[n] is where the text of ID n ends; ends[0] is 0
	tags []tag
	aux  []string
	iris ID // the first ID that is an IRI
	lits ID // the first ID that is a literal
}

func (t *terms) len() int { return len(t.ends) - 1 }

func (t *terms) lexical(id ID) string { return t.text[t.ends[id-1]:t.ends[id]] }

// freeze lays the terms of d out in term order. It returns them and, for each
// number of d, the ID that takes its place.
func (d *dict) freeze() (*terms, []ID) {
	order := d.sorted()
	t := &terms{
		ends: make([]uint64, len(order)+1),
		tags: make([]tag, len(order)+1),
		aux:  d.aux.names,
		iris: 1,
		lits: 1,
	}
	var total int
	for _, e := range d.entries {
		total += int(e.size)
	}
	var text strings.Builder
	text.Grow(total)
	ids := make([]ID, len(order))
	for i, n := range order {
		id := ID(i + 1)
		ids[n] = id
		text.Write(d.text(n))
		t.ends[id] = uint64(text.Len())
		t.tags[id] = d.entries[n].tag
		switch k := t.tags[id].kind(); {
		case k == KindBNode:
			t.iris, t.lits = id+1, id+1
		case k == KindIRI:
			t.lits = id + 1
		}
	}
	t.text = text.String()
	return t, ids
}
