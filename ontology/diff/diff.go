// Package diff tells how two editions of the data differ, in the words of the
// ontology: which findings were added, which direction changed from what to
// what, which gap was closed.
package diff

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Report lists all changes, by class in the order of the ontology's layers, then
// by address.
type Report struct {
	Changes []Change `json:"changes"`
}

// Change is one thing that was added, removed, or changed in one property.
type Change struct {
	Kind     Kind     `json:"kind"`
	Class    string   `json:"class"` // the local name of its class
	IRI      string   `json:"iri"`
	Label    string   `json:"label"`
	Property string   `json:"property,omitempty"` // local name; of a change only
	From     []string `json:"from,omitempty"`     // values gone, as people read them
	To       []string `json:"to,omitempty"`       // values come
}

// Kind tells the kinds of change apart.
type Kind string

// The kinds of change.
const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
)

// class is a class that is compared, with the words for one and for many of it,
// and the word for its removal.
type class struct {
	iri       quad.IRI
	one, many string
	removed   string
}

// classes are compared in this order. A thing counts under the first class that
// it has.
var classes = []class{
	{vocab.Problem, "problem", "problems", "removed"},
	{vocab.Mechanism, "mechanism", "mechanisms", "removed"},
	{vocab.Measure, "measure", "measures", "removed"},
	{vocab.Outcome, "outcome", "outcomes", "removed"},
	{vocab.Population, "population", "populations", "removed"},
	{vocab.Source, "source", "sources", "removed"},
	{vocab.Review, "review", "reviews", "removed"},
	{vocab.Section, "section", "sections", "removed"},
	{vocab.Search, "search", "searches", "removed"},
	{vocab.Claim, "claim", "claims", "withdrawn"},
	{vocab.Finding, "finding", "findings", "removed"},
	{vocab.Judgement, "judgement", "judgements", "withdrawn"},
	{vocab.EvidenceGap, "evidence gap", "evidence gaps", "closed"},
	{vocab.Conflict, "conflict", "conflicts", "resolved"},
}

// Compare compares two editions, both below base. It looks at each edition as a
// whole, whatever graphs its statements are in.
func Compare(before, after *graph.Dataset, base string) Report {
	a, b := read(before, base), read(after, base)
	var r Report
	for i := range classes {
		for _, iri := range slices.Sorted(maps.Keys(merged(a.things[i], b.things[i]))) {
			r.Changes = append(r.Changes, compare(i, iri, a.things[i][iri], b.things[i][iri])...)
		}
	}
	return r
}

// merged has the keys of both maps.
func merged[M ~map[string]V, V any](a, b M) M {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

// edition holds the things of each class, by address.
type edition struct {
	dataset *graph.Dataset
	all     *graph.Graph
	base    string
	things  []map[string]thing
}

// thing is what is said of one address: the values of each property, as people
// read them, in order.
type thing map[string][]string

func read(d *graph.Dataset, base string) edition {
	e := edition{dataset: d, all: d.Union(), base: base, things: make([]map[string]thing, len(classes))}
	typ, _ := d.Lookup(vocab.RDFType)
	seen := make(map[graph.ID]bool)
	for i, c := range classes {
		e.things[i] = make(map[string]thing)
		id, ok := d.Lookup(vocab.Rebase(c.iri, base))
		if !ok {
			continue
		}
		for _, s := range e.all.Subjects(typ, id) {
			if !seen[s] {
				seen[s] = true
				e.things[i][d.Text(s)] = e.describe(s)
			}
		}
	}
	return e
}

func (e edition) describe(s graph.ID) thing {
	t := make(thing)
	predicates, objects := e.all.From(s)
	for i, p := range predicates {
		name := e.property(p, objects[i])
		t[name] = append(t[name], e.value(objects[i]))
	}
	for _, values := range t {
		slices.Sort(values)
	}
	return t
}

// property is the local name of a property, with the language of the value, so
// that a text changed in one language is told of that one.
func (e edition) property(p, o graph.ID) string {
	name := local(e.dataset.Text(p))
	if e.dataset.Kind(o) == graph.KindLangString {
		name += "@" + e.dataset.Aux(o)
	}
	return name
}

// value is a value as people read it: the notation of a code, the short address
// of a thing, the text of a literal.
func (e edition) value(o graph.ID) string {
	text := e.dataset.Text(o)
	if e.dataset.Kind(o) != graph.KindIRI {
		return text
	}
	if code, ok := strings.CutPrefix(text, e.base+"code/"); ok {
		if c, ok := vocab.CodeOf(vocab.CodeNamespace + quad.IRI(code)); ok {
			return c.Notation
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(text, e.base+"id/"), e.base)
}

func local(iri string) string { return iri[strings.LastIndexAny(iri, "#/")+1:] }

// compare tells how one thing differs; a nil thing is not there.
func compare(class int, iri string, a, b thing) []Change {
	c := Change{Class: local(string(classes[class].iri)), IRI: iri}
	switch {
	case a == nil:
		c.Kind, c.Label = Added, b.label(iri)
		return []Change{c}
	case b == nil:
		c.Kind, c.Label = Removed, a.label(iri)
		return []Change{c}
	}
	c.Kind, c.Label = Changed, b.label(iri)
	var changes []Change
	for _, property := range slices.Sorted(maps.Keys(merged(a, b))) {
		c.Property, c.From, c.To = property, without(a[property], b[property]), without(b[property], a[property])
		if len(c.From)+len(c.To) > 0 {
			changes = append(changes, c)
		}
	}
	return changes
}

// without returns what a has and b has not, both in order.
func without(a, b []string) (rest []string) {
	for _, v := range a {
		if _, found := slices.BinarySearch(b, v); !found {
			rest = append(rest, v)
		}
	}
	return rest
}

// labels are the properties that a thing is called by, the best first.
var labels = []string{"prefLabel@en", "title@en", "description@en", "prefLabel@nb", "title@nb", "description@nb", "citedAs", "section"}

func (t thing) label(iri string) string {
	for _, property := range labels {
		if values := t[property]; len(values) > 0 {
			return values[0]
		}
	}
	return local(iri)
}

// Sum is how many changes are alike.
type Sum struct {
	Text  string `json:"text"` // "2 findings added"
	Count int    `json:"count"`
}

// Sums counts the changes that are alike, in the order in which the first of
// each stands in the report.
func (r Report) Sums() []Sum {
	type group struct {
		first int
		c     Change
		n     int
	}
	groups := make(map[string]*group)
	for i, c := range r.Changes {
		key := strings.Join([]string{string(c.Kind), c.Class, c.Property, coded(c.Property, c.From), coded(c.Property, c.To)}, "\x00")
		if groups[key] == nil {
			groups[key] = &group{first: i, c: c}
		}
		groups[key].n++
	}
	list := slices.SortedFunc(maps.Values(groups), func(a, b *group) int { return cmp.Compare(a.first, b.first) })
	sums := make([]Sum, len(list))
	for i, g := range list {
		sums[i] = Sum{sentence(g.c, g.n), g.n}
	}
	return sums
}
