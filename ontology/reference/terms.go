package reference

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// A group is a part of the ontology: the terms from first up to the next group's, in
// the order of the file.
type group struct {
	word  string
	first quad.IRI
}

var classGroups = []group{
	{"world", vocab.Factor},
	{"said", vocab.Statement},
	{"sayers", vocab.Source},
}

var propertyGroups = []group{
	{"causal", vocab.Influences},
	{"concept-traits", vocab.IndicatorOf},
	{"about-what", vocab.About},
	{"where", vocab.StatedIn},
	{"claims", vocab.Subject},
	{"evidence", vocab.BearsOn},
	{"results", vocab.FromStudy},
	{"numbers", vocab.EffectValue},
	{"gaps", vocab.GapType},
	{"conflicts", vocab.Member},
	{"sources", vocab.SourceKind},
	{"reviews", vocab.SourceDigest},
}

// grouped makes a section of each group, and in it one of each term.
func (b *book) grouped(kind string, groups []group, terms []quad.IRI, tell func(quad.IRI) (section, error)) ([]section, error) {
	var sections []section
	for _, term := range terms {
		if i := slices.IndexFunc(groups, func(g group) bool { return g.first == term }); i >= 0 {
			sections = append(sections, section{ID: "section-" + kind + "-" + groups[i].word, Title: b.word(groups[i].word)})
		}
		s, err := tell(term)
		if err != nil {
			return nil, err
		}
		last := &sections[len(sections)-1]
		last.Sections = append(last.Sections, s)
	}
	return sections, nil
}

// entry is what sections about terms have alike.
func (b *book) entry(iri quad.IRI, kind string, r rows) section {
	return section{
		ID: Anchor(iri), Title: b.label(iri, b.lang), Name: curie(iri), Kind: b.word(kind), Deprecated: b.deprecated(iri),
		Blocks: append(b.meaning(iri), block{Rows: r}),
	}
}

func (b *book) class(iri quad.IRI) (section, error) {
	r := b.names(iri)
	r.Add(b.word("superclasses"), lines(b.allNamed(b.onto.iris(iri, vocab.RDFSSubClassOf)))...)
	r.Run(b.word("subclasses"), joined(b.allNamed(b.onto.having(vocab.RDFSSubClassOf, iri)), ", ")...)
	r.Run(b.word("disjoint"), joined(b.refs(b.disjoint(iri)), ", ")...)
	r.Run(b.word("value-of"), joined(b.refs(b.onto.having(vocab.RDFSRange, iri)), ", ")...)
	r.Run(b.word("in-data"), b.instances(iri)...)
	r.Run(b.word("json-keys"), joined(b.keys.named(iri), ", ")...)
	r.Run(b.word("tables"), joined(b.tables(iri), ", ")...)
	r.Add(b.word("whole-rules"), b.wholeRules(iri)...)
	r.Add(b.word("mappings"), b.mapped(iri)...)
	s := b.entry(iri, "class", r)
	if t := b.propertiesOf(iri); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, block{Table: t})
	}
	examples, err := b.classExamples(iri)
	s.Blocks = append(s.Blocks, examples...)
	return s, err
}

func (b *book) refs(iris []quad.IRI) [][]span {
	runs := make([][]span, len(iris))
	for i, iri := range iris {
		runs[i] = []span{b.ref(iri)}
	}
	return runs
}

// disjoint is the classes that exclude one, which its superclasses may pass on.
func (b *book) disjoint(class quad.IRI) []quad.IRI {
	above := append([]quad.IRI{class}, b.ancestors(class, vocab.RDFSSubClassOf)...)
	var all []quad.IRI
	for _, members := range b.exclusive() {
		if !slices.ContainsFunc(members, func(m quad.IRI) bool { return slices.Contains(above, m) }) {
			continue
		}
		for _, m := range members {
			if !slices.Contains(above, m) && !slices.Contains(all, m) {
				all = append(all, m)
			}
		}
	}
	return all
}

// exclusive is the groups of classes that exclude each other.
func (b *book) exclusive() [][]quad.IRI {
	var groups [][]quad.IRI
	for _, s := range b.onto.subjects {
		if !b.onto.has(s, vocab.RDFType, vocab.OWLAllDisjointClasses) {
			continue
		}
		var members []quad.IRI
		for _, m := range b.onto.list(b.onto.one(s, vocab.OWLMembers)) {
			members = append(members, m.(quad.IRI))
		}
		groups = append(groups, members)
	}
	return groups
}

// instances says how many things are of a class.
func (b *book) instances(class quad.IRI) []span {
	switch n := len(b.data.instances(class)); {
	case n == 1:
		return text(b.word("instance"))
	case n > 1:
		return text(b.word("instances", b.lang.number(n)))
	}
	below := 0
	for _, sub := range b.onto.having(vocab.RDFSSubClassOf, class) {
		below += len(b.data.instances(sub))
	}
	if below > 0 {
		return text(b.word("instances-below", b.lang.number(below)))
	}
	return text(b.word("not-used"))
}

// wholeRules are the shapes on a class that are not about one of its properties.
func (b *book) wholeRules(class quad.IRI) []item {
	var items []item
	for _, s := range b.shapes.on(class) {
		if _, simple := s.path.(quad.IRI); !simple {
			items = append(items, line(b.shapeRef(s), span{Text: " " + b.message(s)}))
		}
	}
	return items
}

func (b *book) shapeRef(s *shape) span { return span{Text: s.name, Code: true, Href: "#" + s.name} }

func (b *book) message(s *shape) string { return b.shapes.doc.text(s.node, shMessage, b.lang) }

// propertiesOf is the table of what a class has, its own and what it inherits, our
// properties first, each with what its values are, how many there are, which shapes say
// so, and how often it is said.
func (b *book) propertiesOf(class quad.IRI) *table {
	line := append([]quad.IRI{class}, b.ancestors(class, vocab.RDFSSubClassOf)...)
	t := &table{
		Caption: b.word("properties-of", curie(class)),
		Head:    []string{b.word("property"), b.word("value"), b.word("how-many"), b.word("row-rules"), b.word("from"), b.word("in-data")},
	}
	for _, p := range slices.Concat(vocab.Properties(), b.outside) {
		if from, ok := b.from(line, p); ok {
			t.Rows = append(t.Rows, b.propertyRow(line, from, p))
		}
	}
	return t
}

// from is the class in a line of descent that brings a property: by a shape or by its domain.
func (b *book) from(line []quad.IRI, p quad.IRI) (quad.IRI, bool) {
	for _, c := range line {
		for _, s := range b.shapes.on(c) {
			if s.path == quad.Value(p) {
				return c, !b.forbids(s)
			}
		}
		if slices.Contains(b.inherited(p, vocab.RDFSDomain), c) && ours(c) {
			return c, true
		}
	}
	return "", false
}

// inherited is what a property says of its domain or range, or what the nearest property
// above it does.
func (b *book) inherited(p, axiom quad.IRI) []quad.IRI {
	for _, one := range append([]quad.IRI{p}, b.ancestors(p, vocab.RDFSSubPropertyOf)...) {
		if said := b.onto.iris(one, axiom); len(said) > 0 {
			return said
		}
	}
	return nil
}

// forbids is true of a shape that says that there is no such value.
func (b *book) forbids(s *shape) bool { return b.shapes.count(s.node, shMaxCount, -1) == 0 }

func (b *book) propertyRow(line []quad.IRI, from, p quad.IRI) [][]span {
	how := b.word("any")
	if s := b.cardinality(b.shapes.many(line, p)); s != "" {
		how = s
	}
	var rules [][]span
	for _, s := range b.shapes.all {
		if s.on(line, p) {
			rules = append(rules, []span{b.shapeRef(s)})
		}
	}
	source := []span{b.ref(from)}
	if from == line[0] {
		source = text(b.word("own"))
	}
	return [][]span{
		b.named(p), b.values(line, p), text(how), joined(rules, ", "), source, text(b.lang.number(b.data.usesOn(line[0], p))),
	}
}

// values says what the values of a property are on things of some classes.
func (b *book) values(classes []quad.IRI, p quad.IRI) []span {
	if s, coded := vocab.SchemeOf(p); coded {
		return []span{b.ref(s.IRI)}
	}
	if list := b.shapes.list(classes, p); list != nil {
		return append(text(b.word("one-of")), b.members(list)...)
	}
	kind := b.shapes.kind(classes, p)
	if r := b.inherited(p, vocab.RDFSRange); len(r) > 0 && (kind == "" || ours(r[0])) {
		kind = r[0]
	}
	switch {
	case kind == "":
		return text(b.word("any-thing"))
	case kind == shIRI:
		return text(b.word("is-iri"))
	case kind == vocab.RDFLangString:
		return text(b.word("text-with-lang"))
	case strings.HasPrefix(string(kind), vocab.XSDNamespace):
		return []span{{Text: curie(kind), Code: true, Href: string(kind)}}
	}
	return []span{b.ref(kind)}
}

// characteristics are the classes of properties, in words.
var characteristics = []struct {
	class quad.IRI
	word  string
}{
	{vocab.OWLTransitiveProperty, "transitive"},
	{vocab.OWLSymmetricProperty, "symmetric"},
	{vocab.OWLIrreflexiveProperty, "irreflexive"},
}

func (b *book) propertyEntry(iri quad.IRI) (section, error) {
	r := b.names(iri)
	r.Add(b.word("superproperties"), lines(b.allNamed(b.onto.iris(iri, vocab.RDFSSubPropertyOf)))...)
	r.Run(b.word("subproperties"), joined(b.allNamed(b.onto.having(vocab.RDFSSubPropertyOf, iri)), ", ")...)
	r.Run(b.word("domain"), joined(b.allNamed(b.ends(iri, vocab.RDFSDomain, vocab.RDFSRange)), ", ")...)
	r.Run(b.word("range"), b.rangeOf(iri)...)
	r.Run(b.word("code-list"), joined(b.allNamed(b.onto.iris(iri, vocab.QBCodeList)), ", ")...)
	r.Run(b.word("inverse"), joined(b.allNamed(b.inverses(iri)), ", ")...)
	r.Add(b.word("chains"), b.chains(iri)...)
	r.Add(b.word("in-chains"), b.inChains(iri)...)
	for _, c := range characteristics {
		if b.onto.has(iri, vocab.RDFType, c.class) {
			r.Add(b.word("characteristics"), line(span{Text: b.word(c.word)}))
		}
	}
	users, usage := b.usage(iri)
	r.Run(b.word("in-data"), usage...)
	r.Run(b.word("json-keys"), joined(b.keys.named(iri), ", ")...)
	r.Run(b.word("columns"), joined(b.columns(iri), ", ")...)
	r.Add(b.word("row-rules"), b.rulesAbout(iri)...)
	r.Add(b.word("mappings"), b.mapped(iri)...)
	kind := "object-property"
	if b.onto.has(iri, vocab.RDFType, vocab.OWLDatatypeProperty) {
		kind = "datatype-property"
	}
	s := b.entry(iri, kind, merged(r))
	examples, err := b.propertyExample(iri, users)
	s.Blocks = append(s.Blocks, examples...)
	return s, err
}

// merged puts rows of the same name that follow one another together.
func merged(r rows) rows {
	var out rows
	for _, one := range r {
		if n := len(out); n > 0 && out[n-1].Name == one.Name {
			out[n-1].Items = append(out[n-1].Items, one.Items...)
			continue
		}
		out = append(out, one)
	}
	return out
}

// rangeOf is the range that the ontology gives, else what the shapes say.
func (b *book) rangeOf(p quad.IRI) []span {
	if r := b.ends(p, vocab.RDFSRange, vocab.RDFSDomain); len(r) > 0 {
		return joined(b.allNamed(r), ", ")
	}
	return b.values(slices.Concat(vocab.Classes(), []quad.IRI{vocab.DCTPeriodOfTime}), p)
}

// ends is what stands at one end of a property: what it or one above it says, else what its
// inverse says of the other end.
func (b *book) ends(p, axiom, other quad.IRI) []quad.IRI {
	said := b.inherited(p, axiom)
	for _, inverse := range b.inverses(p) {
		if len(said) == 0 {
			said = b.inherited(inverse, other)
		}
	}
	return said
}

// inverses are the inverses of a property, whichever of the two says so.
func (b *book) inverses(p quad.IRI) []quad.IRI {
	return append(b.onto.iris(p, vocab.OWLInverseOf), b.onto.having(vocab.OWLInverseOf, p)...)
}

// chains are the chains that give a property.
func (b *book) chains(p quad.IRI) []item {
	var items []item
	for _, head := range b.onto.all(p, vocab.OWLPropertyChainAxiom) {
		items = append(items, item{Spans: b.chain(head)})
	}
	return items
}

func (b *book) chain(head quad.Value) []span {
	var steps []quad.IRI
	for _, step := range b.onto.list(head) {
		steps = append(steps, step.(quad.IRI))
	}
	return joined(b.refs(steps), b.word("then"))
}

// inChains are the chains that a property is part of and that give another.
func (b *book) inChains(p quad.IRI) []item {
	var items []item
	for _, whole := range vocab.Properties() {
		for _, head := range b.onto.all(whole, vocab.OWLPropertyChainAxiom) {
			if whole != p && slices.Contains(b.onto.list(head), quad.Value(p)) {
				items = append(items, item{Spans: append(b.chain(head), span{Text: b.word("gives")}, b.ref(whole))})
			}
		}
	}
	return items
}

// usage says how often a property is said, and on what.
func (b *book) usage(p quad.IRI) (users []quad.IRI, spans []span) {
	n := b.data.uses(p)
	if n == 0 {
		if len(b.chains(p)) > 0 || len(b.inverses(p)) > 0 || len(b.onto.having(vocab.RDFSSubPropertyOf, p)) > 0 {
			return nil, text(b.word("not-said"))
		}
		return nil, text(b.word("not-used"))
	}
	spans = text(b.lang.times(n))
	var runs [][]span
	for _, c := range vocab.Classes() {
		if on := b.data.usesOn(c, p); on > 0 {
			users = append(users, c)
			runs = append(runs, []span{b.ref(c), {Text: " " + b.lang.number(on)}})
		}
	}
	if len(runs) > 0 {
		spans = append(spans, span{Text: ": "})
	}
	return users, append(spans, joined(runs, ", ")...)
}

func (b *book) rulesAbout(p quad.IRI) []item {
	var items []item
	for _, s := range b.shapes.about(p) {
		items = append(items, line(b.shapeRef(s), span{Text: " " + b.message(s)}))
	}
	return items
}
