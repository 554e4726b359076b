package sparql

import (
	"fmt"
	"math"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
)

// Plan is a query made ready for one dataset. It never changes, and any number
// of goroutines may run it.
type Plan struct {
	query     *syntax.Query
	options   Options
	dataset   *graph.Dataset
	standard  *graph.Graph // the default graph
	named     namedGraphs
	vars      *slotTable
	result    []int // the slots of the result
	bound     []int // the slots that are bound before a run begins
	base      string
	root      operator
	operators int
	registers int
	snapshots int
}

// Prepare plans a query over a dataset. FROM and FROM NAMED choose among the
// graphs of the dataset; nothing is ever fetched, and a graph the dataset does
// not have is empty. With more than one FROM, Prepare copies the graphs that
// are chosen.
//
// It fails with [ErrService] on a SERVICE that is not SILENT; one that is
// counts as answered by a single solution without bindings.
func Prepare(q *syntax.Query, d *graph.Dataset, o Options) (*Plan, error) {
	p := &Plan{query: q, options: o.withDefaults(), base: string(q.Base)}
	if err := p.choose(d); err != nil {
		return nil, err
	}
	p.vars = &slotTable{slots: make(map[syntax.Var]int)}
	c := &compiler{vars: p.vars, dataset: p.dataset, named: p.named, stats: make(map[statKey]distincts), estimates: make(map[estimateKey]float64)}
	a := renamer{fresh: new(int)}.algebra(q.Algebra)
	p.result = p.shown()
	p.bound = mapped(p.options.Bound, p.vars.slot)
	if c.bound = setOf(p.bound...); len(p.bound) > 0 {
		c.snapshots = boundSnapshot + 1
	}
	p.root = c.modified(a, p.inputs(c))
	if c.err != nil {
		return nil, c.err
	}
	p.registers, p.snapshots = c.registers, c.snapshots
	p.number(p.root)
	return p, nil
}

// inputs is what the query as a whole finds.
func (p *Plan) inputs(c *compiler) inputs {
	in := c.subquery(source{graph: p.standard})
	switch p.query.Form {
	case syntax.Ask, syntax.Describe:
		in.distinct, in.needed = true, setOf(p.result...)
	}
	return in
}

// shown are the slots of what the query asks for.
func (p *Plan) shown() []int {
	switch p.query.Form {
	case syntax.Select:
		return mapped(p.query.Vars, p.vars.slot)
	case syntax.Construct:
		for _, t := range p.query.Template {
			p.vars.terms(t.Subject, t.Predicate, t.Object)
		}
	case syntax.Describe:
		return p.vars.terms(p.query.Describe...).slots()
	}
	return nil
}

// number gives operators their IDs, each one once.
func (p *Plan) number(op operator) {
	about := op.about()
	about.id = p.operators
	p.operators++
	for _, input := range about.inputs {
		p.number(input)
	}
}

// Form is the form of the query.
func (p *Plan) Form() syntax.Form { return p.query.Form }

// Dataset is the dataset that IDs of the plan's solutions belong to: the one it
// was made for, unless FROM made a new one.
func (p *Plan) Dataset() *graph.Dataset { return p.dataset }

// choose picks the graphs of the query's dataset (section 13.2).
func (p *Plan) choose(d *graph.Dataset) error {
	p.dataset = d
	if len(p.query.From) > 1 {
		return p.merge(d)
	}
	switch {
	case len(p.query.From) == 1:
		p.standard = graphNamed(d, p.query.From[0])
	case len(p.query.FromNamed) > 0:
		p.standard = emptyGraph(d)
	case p.options.UnionDefault:
		p.standard = d.Union()
	default:
		p.standard = d.Graph(0)
	}
	p.chooseNamed(d)
	return nil
}

// chooseNamed picks the named graphs: those of FROM NAMED that the dataset has,
// or, without any dataset clause, all.
func (p *Plan) chooseNamed(d *graph.Dataset) {
	wanted := make(map[graph.ID]bool)
	for _, name := range p.query.FromNamed {
		id, _ := d.Lookup(name)
		wanted[id] = true
	}
	all := len(p.query.From) == 0 && len(p.query.FromNamed) == 0
	for _, g := range d.Graphs() {
		if g.Name() != 0 && (all || wanted[g.Name()]) {
			p.named = append(p.named, g)
		}
	}
}

func graphNamed(d *graph.Dataset, name quad.IRI) *graph.Graph {
	if id, found := d.Lookup(name); found {
		return d.Graph(id)
	}
	return emptyGraph(d)
}

// emptyGraph is a graph without statements: one with a name no graph has.
func emptyGraph(d *graph.Dataset) *graph.Graph { return d.Graph(graph.ID(math.MaxUint32)) }

// merge makes a dataset of which the default graph is all the graphs of FROM.
func (p *Plan) merge(d *graph.Dataset) error {
	var b graph.Builder
	copyGraph := func(from quad.IRI, to quad.Value) error {
		for q := range d.Match(graph.Pattern{Graph: from}) {
			q.Label = to
			if err := b.Add(q); err != nil {
				return err
			}
		}
		return nil
	}
	for _, name := range p.query.From {
		if err := copyGraph(name, nil); err != nil {
			return err
		}
	}
	for _, name := range p.query.FromNamed {
		if err := copyGraph(name, name); err != nil {
			return err
		}
	}
	p.dataset = b.Dataset()
	p.standard = p.dataset.Graph(0)
	p.chooseNamed(p.dataset)
	return nil
}

// String is the plan for people: operators that others work on below these,
// those of a join in their order, with the rows that each is expected to give.
func (p *Plan) String() string { return p.print(nil) }

func (p *Plan) print(counts []int64) string {
	var b strings.Builder
	p.printOperator(&b, p.root, 0, counts)
	return b.String()
}

func (p *Plan) printOperator(b *strings.Builder, op operator, depth int, counts []int64) {
	i := op.about()
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), strings.ReplaceAll(i.text, "\n", " "))
	fmt.Fprintf(b, "  ~%.4g", math.Round(i.rows))
	if counts != nil {
		fmt.Fprintf(b, " =%d", counts[i.id])
	}
	b.WriteByte('\n')
	for _, input := range i.inputs {
		p.printOperator(b, input, depth+1, counts)
	}
}
