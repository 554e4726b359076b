package graph

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// Builder collects statements for a [Dataset]. It is the border where terms
// are checked and brought to one form (see [Normalize]); a statement that is
// refused leaves the Builder as it was. The zero value is an empty Builder. A
// Builder must not be used by several goroutines at once.
type Builder struct {
	dict   dict
	graphs map[uint32]*triples // by the number of the graph name, plus one; 0 is the default graph
	last   *triples            // the graph of the statement before
	lastID uint32
	n      int
	raw    RawQuad
}

// Add adds one statement; a nil Label means the default graph. It fails with
// an error that wraps [ErrTerm] where RDF 1.1 has no such statement.
func (b *Builder) Add(q quad.Quad) error {
	if err := b.raw.SetQuad(q); err != nil {
		return err
	}
	return b.AddRaw(&b.raw)
}

// AddRaw adds one statement and copies what it keeps of it. It trusts q's text
// to be what a reader or [RawTerm.SetValue] makes: it checks which kind of
// term stands where, and folds language tags, but not the characters of IRIs.
func (b *Builder) AddRaw(q *RawQuad) error {
	if err := q.Check(); err != nil {
		return err
	}
	b.dict.init()
	var t Triple
	for i, term := range []*RawTerm{&q.Subject, &q.Predicate, &q.Object} {
		n, err := b.number(term)
		if err != nil {
			return err
		}
		t[i] = ID(n)
	}
	rows, err := b.rowsOf(&q.Graph)
	if err != nil {
		return err
	}
	rows.add(t)
	b.n++
	return nil
}

// Len is the number of statements added, repeated ones included.
func (b *Builder) Len() int { return b.n }

func (b *Builder) number(t *RawTerm) (uint32, error) {
	if !t.Kind.IsLiteral() || t.Kind == KindString {
		return b.dict.intern(newTag(t.Kind, 0), t.Text)
	}
	aux := t.Aux
	if t.Kind == KindLangString {
		aux = foldLang(aux)
	}
	n, err := b.dict.aux.number(aux)
	if err != nil {
		return 0, err
	}
	return b.dict.intern(newTag(t.Kind, n), t.Text)
}

// foldLang returns the tag in lower case; mostly that is the tag itself.
func foldLang(lang []byte) []byte {
	if !slices.ContainsFunc(lang, isUpper) {
		return lang
	}
	folded := slices.Clone(lang)
	for i, c := range folded {
		if isUpper(c) {
			folded[i] = c + 'a' - 'A'
		}
	}
	return folded
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// rowsOf returns the list that statements of the graph named g go to.
func (b *Builder) rowsOf(g *RawTerm) (*triples, error) {
	var id uint32
	if g.Kind != KindNone {
		n, err := b.number(g)
		if err != nil {
			return nil, err
		}
		id = n + 1
	}
	if b.last == nil || b.lastID != id {
		if b.graphs == nil {
			b.graphs = make(map[uint32]*triples)
		}
		if b.graphs[id] == nil {
			b.graphs[id] = new(triples)
		}
		b.last, b.lastID = b.graphs[id], id
	}
	return b.last, nil
}

// Absorb moves all statements of other into b and leaves other empty. Blank
// nodes with the same label become one, as if both had been read as one
// document. It lets several goroutines collect, each with its own Builder.
func (b *Builder) Absorb(other *Builder) error {
	b.dict.init()
	numbers, err := b.dict.absorb(&other.dict)
	if err != nil {
		return err
	}
	for _, id := range other.graphIDs() {
		g := RawTerm{}
		if id != 0 {
			g = other.dict.raw(id - 1)
		}
		rows, err := b.rowsOf(&g)
		if err != nil {
			return err
		}
		for _, chunk := range other.graphs[id].chunks {
			for _, t := range chunk {
				rows.add(Triple{ID(numbers[t[0]]), ID(numbers[t[1]]), ID(numbers[t[2]])})
			}
		}
	}
	b.n += other.n
	*other = Builder{}
	return nil
}

func (b *Builder) graphIDs() []uint32 {
	ids := make([]uint32, 0, len(b.graphs))
	for id := range b.graphs {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Dataset freezes what has been collected and leaves the Builder empty.
// Repeated statements are kept once.
func (b *Builder) Dataset() *Dataset {
	terms, ids := b.dict.freeze()
	d := &Dataset{terms: terms}
	for _, number := range b.graphIDs() {
		var name ID
		if number != 0 {
			name = ids[number-1]
		}
		rows := b.graphs[number].freeze(ids)
		delete(b.graphs, number)
		d.graphs = append(d.graphs, &Graph{dataset: d, name: name, index: newIndex(rows, terms.len())})
	}
	slices.SortFunc(d.graphs, func(a, b *Graph) int { return cmp.Compare(a.name, b.name) })
	for _, g := range d.graphs {
		d.n += g.Len()
	}
	*b = Builder{}
	return d
}

// triples is a list that grows without copying: chunks, of which all but the
// last are full. Parts are numbers of a dict.
type triples struct {
	chunks [][]Triple
	n      int
}

// The first chunk of a graph is small, since a dataset may have very many
// graphs, and each further one twice as large as the one before.
const (
	firstRows = 1 << 4
	mostRows  = 1 << 16
)

func (l *triples) add(t Triple) {
	last := len(l.chunks) - 1
	if last < 0 || len(l.chunks[last]) == cap(l.chunks[last]) {
		last++
		size := mostRows
		if last < 12 {
			size = firstRows << last
		}
		l.chunks = append(l.chunks, make([]Triple, 0, size))
	}
	l.chunks[last] = append(l.chunks[last], t)
	l.n++
}

// freeze returns the list as one slice, with ids in place of numbers. It lets
// go of each chunk as soon as it is copied.
func (l *triples) freeze(ids []ID) []Triple {
	out := make([]Triple, 0, l.n)
	for i, chunk := range l.chunks {
		for _, t := range chunk {
			out = append(out, Triple{ids[t[0]], ids[t[1]], ids[t[2]]})
		}
		l.chunks[i] = nil
	}
	return out
}

// absorb interns every term of other and returns its number here.
func (d *dict) absorb(other *dict) ([]uint32, error) {
	numbers := make([]uint32, len(other.entries))
	for i, e := range other.entries {
		t := e.tag
		if t.kind() > KindString {
			aux, err := d.aux.number([]byte(other.aux.names[t.aux()]))
			if err != nil {
				return nil, err
			}
			t = newTag(t.kind(), aux)
		}
		n, err := d.intern(t, other.text(uint32(i)))
		if err != nil {
			return nil, fmt.Errorf("joining two builders: %w", err)
		}
		numbers[i] = n
	}
	return numbers, nil
}

// raw is a view of the term with number n.
func (d *dict) raw(n uint32) RawTerm {
	t := RawTerm{Kind: d.entries[n].tag.kind(), Text: d.text(n)}
	if t.Kind > KindString {
		t.Aux = []byte(d.aux.names[d.entries[n].tag.aux()])
	}
	return t
}
