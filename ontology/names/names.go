// Package names finds what people mean by a name: an address, a prefixed name, a
// slug, or a label in any language.
package names

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/xrash/smetrics"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Index knows the names of everything in a dataset that has a label.
type Index struct {
	d      *graph.Dataset
	base   string
	prefix map[string]string
	byName map[string][]graph.ID // folded slugs, kind/slugs and labels
}

// New indexes a dataset whose addresses start with base.
func New(d *graph.Dataset, base string) *Index {
	x := &Index{d: d, base: base, prefix: make(map[string]string), byName: make(map[string][]graph.ID)}
	for _, p := range vocab.Prefixes() {
		x.prefix[p.Name] = string(vocab.Rebase(quad.IRI(p.IRI), base))
	}
	for _, property := range []quad.IRI{vocab.SKOSPrefLabel, vocab.SKOSAltLabel} {
		p, ok := d.Lookup(property)
		if !ok {
			continue
		}
		labels, subjects := d.Union().With(p)
		for i, s := range subjects {
			x.add(d.Text(labels[i]), s)
			x.addAddress(s)
		}
	}
	return x
}

// addAddress adds the slug of an address, with and without its kind.
func (x *Index) addAddress(id graph.ID) {
	if rest, ok := strings.CutPrefix(x.d.Text(id), x.base+"id/"); ok {
		x.add(rest, id)
		x.add(rest[strings.LastIndexByte(rest, '/')+1:], id)
	}
}

func (x *Index) add(name string, id graph.ID) {
	name = fold(name)
	if !slices.Contains(x.byName[name], id) {
		x.byName[name] = append(x.byName[name], id)
	}
}

func fold(name string) string { return strings.Join(strings.Fields(strings.ToLower(name)), " ") }

// Find returns the one thing that a name means. It fails where there is none,
// with the nearest names, and where there are several, with all of them.
func (x *Index) Find(name string) (graph.ID, error) {
	if iri, ok := x.Address(name); ok {
		if id, found := x.d.Lookup(iri); found {
			return id, nil
		}
		return 0, fmt.Errorf("nothing here has the address %s", string(iri))
	}
	ids := x.byName[fold(name)]
	switch len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		return 0, fmt.Errorf("nothing here is named %q%s", name, x.nearest(name))
	}
	addresses := make([]string, len(ids))
	for i, id := range ids {
		addresses[i] = strings.TrimPrefix(x.d.Text(id), x.base+"id/")
	}
	slices.Sort(addresses)
	return 0, fmt.Errorf("%q may be %s; write one of them", name, strings.Join(addresses, " or "))
}

// OfKind returns the address of the one thing of a kind (measure, problem) or code
// list (horizon, gap) that a name means. It fails as Find does, and where the
// name means something of another kind.
func (x *Index) OfKind(kind, name string) (quad.IRI, error) {
	for _, iri := range []quad.IRI{quad.IRI(x.base + "id/" + kind + "/" + name), quad.IRI(x.base + "code/" + kind + "-" + name)} {
		if _, ok := x.d.Lookup(iri); ok {
			return iri, nil
		}
	}
	id, err := x.Find(name)
	if err != nil {
		return "", err
	}
	iri := x.d.Text(id)
	if !strings.HasPrefix(iri, x.base+"id/"+kind+"/") && !strings.HasPrefix(iri, x.base+"code/"+kind+"-") {
		return "", fmt.Errorf("%q is no %s but %s", name, kind, x.described(id))
	}
	return quad.IRI(iri), nil
}

// nearest is the hint behind a message, empty where nothing has a name.
func (x *Index) nearest(name string) string {
	names := x.Nearest(name, 5)
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "; the nearest name is " + names[0]
	}
	return "; the nearest names are " + strings.Join(names, ", ")
}

// described is the English label of a thing, or any that it has, with its address
// below the base.
func (x *Index) described(id graph.ID) string {
	address := strings.TrimPrefix(strings.TrimPrefix(x.d.Text(id), x.base), "id/")
	p, _ := x.d.Lookup(vocab.SKOSPrefLabel)
	labels := x.d.Union().Objects(id, p)
	if len(labels) == 0 {
		return address
	}
	i := max(0, slices.IndexFunc(labels, func(l graph.ID) bool { return x.d.Aux(l) == "en" }))
	return fmt.Sprintf("%s (%s)", address, x.d.Text(labels[i]))
}

// Address reads a name as an IRI or a prefixed name.
func (x *Index) Address(name string) (quad.IRI, bool) {
	if strings.HasPrefix(name, "<") && strings.HasSuffix(name, ">") {
		return quad.IRI(name[1 : len(name)-1]), true
	}
	if strings.Contains(name, "://") {
		return quad.IRI(name), true
	}
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		return "", false
	}
	namespace, known := x.prefix[prefix]
	return quad.IRI(namespace + local), known
}

// Nearest returns up to n names that are spelt most like a name, the nearest
// first.
func (x *Index) Nearest(name string, n int) []string {
	type candidate struct {
		name  string
		score float64
	}
	var list []candidate
	for known := range x.byName {
		list = append(list, candidate{known, smetrics.JaroWinkler(fold(name), known, 0.7, 4)})
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.name, b.name)) })
	list = list[:min(n, len(list))]
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.name
	}
	return out
}
