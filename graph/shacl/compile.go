package shacl

import (
	"cmp"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// Options say how a shapes graph is compiled. The zero value has the default
// limits.
type Options struct {
	// MaxDepth is how deeply shapes may ask other shapes, 100 for 0.
	MaxDepth int

	// Lenient passes over constraints, and shapes with paths, that are ill-formed
	// instead of failing; Shapes.Unused lists them. Shapes that portals publish
	// are not always well-formed.
	Lenient bool
}

const defaultMaxDepth = 100

// Compile makes the shapes of a graph ready: all that have a target or are
// declared to be shapes, and those that these ask. It fails with a *ShapesError
// that holds everything ill-formed or unsupported in them. Shapes that ask each other in a
// circle are refused: the recommendation leaves open what they mean (3.4.3).
func Compile(shapes *graph.Graph, o Options) (*Shapes, error) {
	c := &compiler{
		reader: reader{graph: shapes, data: shapes.Dataset(), words: make(map[string]graph.ID)},
		byNode: make(map[graph.ID]*shape), out: &Shapes{graph: shapes}, most: cmp.Or(o.MaxDepth, defaultMaxDepth),
	}
	c.entailment()
	c.components = c.customComponents()
	for _, n := range c.roots() {
		c.shape(n)
	}
	if o.Lenient {
		c.out.unused, c.problems = c.problems, nil
	}
	c.siblings()
	c.circles()
	if len(c.problems) > 0 {
		return nil, &ShapesError{c.problems}
	}
	for _, n := range c.order {
		if s := c.byNode[n]; len(s.targets) > 0 && !s.deactivated {
			c.out.targeted = append(c.out.targeted, s)
		}
	}
	slices.SortStableFunc(c.out.targeted, func(a, b *shape) int { return cmp.Compare(c.lookup(a.node), c.lookup(b.node)) })
	c.out.count, c.out.unused = len(c.byNode), append(c.out.unused, c.unused()...)
	return c.out, nil
}

// entailment refuses shapes that want more of the data than is there (1.5).
func (c *compiler) entailment() {
	regimes, subjects := c.graph.With(c.word(sh + "entailment"))
	for i, n := range subjects {
		c.unsupported(n, "the entailment regime %s is not supported", c.data.Term(regimes[i]))
	}
}

// compiler makes shapes of nodes of a shapes graph.
type compiler struct {
	reader
	out        *Shapes
	byNode     map[graph.ID]*shape
	order      []graph.ID // in which shapes were met
	components []*custom
	most       int      // how deeply shapes may ask others
	level      int      // how deeply this one is asked
	deep       graph.ID // a shape that is asked too deeply, if there is one
}

// targets are the ways to select focus nodes, by the words for them.
var targets = []struct {
	word string
	kind targetKind
}{
	{sh + "targetNode", targetNode},
	{sh + "targetClass", targetClass},
	{sh + "targetSubjectsOf", targetSubjectsOf},
	{sh + "targetObjectsOf", targetObjectsOf},
}

// roots are the nodes that are shapes by themselves (2.1), in order.
func (c *compiler) roots() []graph.ID {
	var all []graph.ID
	for _, class := range []string{sh + "NodeShape", sh + "PropertyShape"} {
		all = append(all, c.instances(class)...)
	}
	for _, t := range targets {
		_, subjects := c.graph.With(c.word(t.word))
		all = append(all, subjects...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// shape compiles a node as a shape, once.
func (c *compiler) shape(n graph.ID) *shape {
	if s, known := c.byNode[n]; known {
		return s
	}
	s := &shape{node: c.data.Term(n), severity: Violation}
	c.byNode[n] = s
	c.order = append(c.order, n)
	switch {
	case !c.resource(n):
		c.problem(n, "expected a shape, found a literal")
		return s
	case c.level == c.most:
		c.deep = n
		return s
	}
	c.level++
	defer func() { c.level-- }()
	c.declared(n, s)
	c.targetsOf(n, s)
	for i := range core {
		c.apply(n, s, &core[i])
	}
	c.queries(n, s)
	for _, k := range c.components {
		c.custom(n, s, k)
	}
	return s
}

// declared reads what a shape says of itself.
func (c *compiler) declared(n graph.ID, s *shape) {
	before := len(c.problems)
	switch paths := c.objects(n, sh+"path"); {
	case len(paths) == 1:
		s.path = c.path(n, paths[0], nil)
	case len(paths) > 1:
		c.problem(n, "expected one sh:path, found %d", len(paths))
	case c.isA(n, sh+"PropertyShape"):
		c.problem(n, "a property shape has no sh:path")
	}
	if s.path != nil && c.isA(n, sh+"NodeShape") {
		c.problem(n, "a node shape has a sh:path")
	}
	illFormed := len(c.problems) > before
	s.deactivated = c.flag(n, "deactivated") || illFormed
	if id := c.atMostOne(n, "severity"); id != 0 {
		if c.data.Kind(id) != graph.KindIRI {
			c.problem(n, "expected an IRI for sh:severity, found %s", c.data.Term(id))
		}
		s.severity = quad.IRI(c.data.Text(id))
	}
	s.messages = c.messages(n)
	for _, id := range c.objects(n, sh+"order") {
		s.order, _ = value.Of(c.data.Term(id)).Float64()
	}
}

// messages are the values of sh:message, which must be texts.
func (c *compiler) messages(n graph.ID) (all []quad.Value) {
	for _, id := range c.objects(n, sh+"message") {
		if k := c.data.Kind(id); k != graph.KindString && k != graph.KindLangString {
			c.problem(n, "expected a text for sh:message, found %s", c.data.Term(id))
		}
		all = append(all, c.data.Term(id))
	}
	return all
}

func (c *compiler) targetsOf(n graph.ID, s *shape) {
	for _, t := range targets {
		for _, id := range c.objects(n, t.word) {
			kind := c.data.Kind(id)
			if kind != graph.KindIRI && (t.kind != targetNode || kind == graph.KindBNode) {
				c.problem(n, "expected an IRI for %s, found %s", short(t.word), c.data.Term(id))
				continue
			}
			s.targets = append(s.targets, target{t.kind, c.data.Term(id)})
		}
	}
	if c.data.Kind(n) == graph.KindIRI && c.isA(n, rdfs+"Class") {
		s.targets = append(s.targets, target{targetClass, s.node})
	}
}

// apply compiles the constraints of one component of Core.
func (c *compiler) apply(n graph.ID, s *shape, p *component) {
	values := c.objects(n, sh+p.parameter)
	switch {
	case len(values) == 0:
		return
	case p.once && len(values) > 1:
		c.problem(n, "expected one sh:%s, found %d", p.parameter, len(values))
		return
	case p.onPaths && s.path == nil:
		c.problem(n, "sh:%s stands on a shape without a sh:path", p.parameter)
		return
	}
	for _, id := range c.sorted(p, values) {
		start, expected, err := p.compile(c, n, s, id)
		if err != nil {
			c.problem(n, "sh:%s: %v", p.parameter, err)
			continue
		}
		if start != nil {
			s.constraints = append(s.constraints, &constraint{component: quad.IRI(sh + p.name + "ConstraintComponent"), expected: expected, start: start})
		}
	}
}

// sorted are the values of a parameter in their order, property shapes by
// sh:order first.
func (c *compiler) sorted(p *component, values []graph.ID) []graph.ID {
	if p.parameter != "property" {
		return values
	}
	values = slices.Clone(values)
	slices.SortStableFunc(values, func(a, b graph.ID) int { return cmp.Compare(c.shape(a).order, c.shape(b).order) })
	return values
}

// circles gives each shape its depth, and refuses those that ask themselves.
func (c *compiler) circles() {
	const running = -1
	var visit func(s *shape, trail []*shape) int
	visit = func(s *shape, trail []*shape) int {
		if s.depth != 0 {
			if s.depth == running {
				c.recursion(trail[slices.Index(trail, s):])
			}
			return s.depth
		}
		s.depth = running
		deepest := 0
		for _, other := range s.refers {
			deepest = max(deepest, visit(other, append(trail, s)))
		}
		s.depth = deepest + 1
		return s.depth
	}
	for _, n := range c.order {
		if visit(c.byNode[n], nil) > c.most {
			c.deep = n
		}
	}
	if c.deep != 0 {
		c.unsupported(c.deep, "shapes ask each other through more than %d levels", c.most)
	}
}

func (c *compiler) recursion(circle []*shape) {
	text := "the shape asks itself"
	for i, s := range circle[1:] {
		text += []string{", through ", ", "}[min(i, 1)] + c.place(c.lookup(s.node))
	}
	c.unsupported(c.lookup(circle[0].node), "%s; shapes that do are not supported", text)
}

// advanced are words of SHACL that are beyond the recommendation.
var advanced = []string{"target", "rule", "js", "expression", "values"}

func (c *compiler) unused() (all []Problem) {
	for _, word := range advanced {
		_, subjects := c.graph.With(c.word(sh + word))
		for _, n := range slices.Compact(slices.Sorted(slices.Values(subjects))) {
			all = append(all, Problem{Node: c.data.Term(n), Place: c.place(n), Text: "sh:" + word + " is not SHACL Core or SPARQL and was passed over", Unsupported: true})
		}
	}
	return all
}
