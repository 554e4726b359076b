package sparql_test

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/w3c"
	"policygraph/graph/rdfxml"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/results"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/sparql/value"
	"policygraph/graph/turtle"
)

const (
	qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
	rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
)

// conformance holds how many tests of each folder pass, and how many need what
// only SPARQL 1.2 has, or a service, and are refused by name.
var conformance = []struct {
	folder          string
	passed, refused int
}{
	{"sparql10/algebra", 10, 0},
	{"sparql10/ask", 3, 0},
	{"sparql10/basic", 19, 0},
	{"sparql10/bnode-coreference", 1, 0},
	{"sparql10/boolean-effective-value", 5, 0},
	{"sparql10/bound", 1, 0},
	{"sparql10/cast", 4, 0},
	{"sparql10/construct", 4, 0},
	{"sparql10/dataset", 8, 0},
	{"sparql10/distinct", 8, 0},
	{"sparql10/expr-builtin", 17, 0},
	{"sparql10/expr-equals", 10, 0},
	{"sparql10/expr-ops", 13, 0},
	{"sparql10/graph", 12, 0},
	{"sparql10/i18n", 4, 0},
	{"sparql10/open-world", 12, 0},
	{"sparql10/optional", 5, 0},
	{"sparql10/optional-filter", 3, 0},
	{"sparql10/reduced", 1, 0},
	{"sparql10/regex", 14, 0},
	{"sparql10/solution-seq", 9, 0},
	{"sparql10/sort", 10, 0},
	{"sparql10/triple-match", 3, 0},
	{"sparql10/type-promotion", 21, 0},
	{"sparql11/aggregates", 33, 0},
	{"sparql11/bind", 7, 0},
	{"sparql11/bindings", 8, 0},
	{"sparql11/cast", 5, 0},
	{"sparql11/construct", 5, 0},
	{"sparql11/csv-tsv-res", 5, 0},
	{"sparql11/exists", 4, 0},
	{"sparql11/functions", 52, 0},
	{"sparql11/grouping", 4, 0},
	{"sparql11/json-res", 3, 0},
	{"sparql11/negation", 8, 0},
	{"sparql11/project-expression", 5, 0},
	{"sparql11/property-path", 23, 0},
	{"sparql11/service", 0, 5},
	{"sparql11/subquery", 10, 0},
	{"sparql12/expression", 0, 3},
	{"sparql12/grouping", 2, 0},
	{"sparql12/lang-basedir", 1, 7},
	{"sparql12/rdf11", 2, 0},
}

func TestConformance(t *testing.T)       { testConformance(t, engine) }
func TestPlainIsConformant(t *testing.T) { testConformance(t, plain) }

func testConformance(t *testing.T, evaluate evaluator) {
	suite := w3c.Suite{
		Dir:  "rdf-tests/sparql",
		Base: "https://w3c.github.io/rdf-tests/sparql/",
		Handlers: map[string]w3c.Handler{
			w3c.MF + "QueryEvaluationTest":  func(t w3c.Test) error { return evaluation(t, evaluate) },
			w3c.MF + "CSVResultFormatTest":  func(t w3c.Test) error { return evaluation(t, evaluate) },
			w3c.MF + "NegativeSyntaxTest":   negative,
			w3c.MF + "NegativeSyntaxTest11": negative,
		},
		Refused: refused,
	}
	for _, c := range conformance {
		t.Run(c.folder, func(t *testing.T) {
			got := suite.Run(t, c.folder+"/manifest.ttl")
			if want := (w3c.Tally{Passed: c.passed, Refused: c.refused}); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

// refused says why an error is the right answer: federation is not supported
// at all, and of SPARQL 1.2 just what RDF 1.1 has.
func refused(t w3c.Test, err error) string {
	if errors.Is(err, sparql.ErrService) || errors.Is(err, errors.ErrUnsupported) && strings.Contains(t.Path(quad.IRI(t.IRI)), "sparql12") {
		return err.Error()
	}
	return ""
}

func negative(t w3c.Test) error {
	if _, err := query(t, t.Action); err == nil {
		return errors.New("was read")
	}
	return nil
}

func query(t w3c.Test, file quad.Value) (*syntax.Query, error) {
	text, err := t.Read(file)
	if err != nil {
		return nil, err
	}
	return syntax.Parse(text, syntax.Options{Name: t.Path(file), Base: string(file.(quad.IRI))})
}

func evaluation(t w3c.Test, evaluate evaluator) error {
	q, err := query(t, t.Manifest.Object(t.Action, qt+"query"))
	if err != nil {
		return err
	}
	d, err := dataset(t, q)
	if err != nil {
		return err
	}
	got, err := evaluate(q, d, sparql.Options{})
	if err != nil {
		return err
	}
	want, err := expected(t)
	if err != nil {
		return err
	}
	if strings.HasSuffix(t.Path(t.Result), ".csv") {
		got, want = got.asCSV(), want.asCSV()
	}
	if reduces(q.Algebra) {
		got.rows, want.rows = once(got.rows), once(want.rows)
	}
	if err = got.sameAs(want, got.ordered); err != nil {
		return got.byNumber().sameAs(want.byNumber(), got.ordered)
	}
	return nil
}

// byNumber writes equal numbers of one datatype in one way.
func (a answer) byNumber() answer {
	for _, row := range a.rows {
		for i, v := range row {
			if f, ok := value.Of(v).Float64(); ok {
				row[i] = quad.TypedString{Value: quad.String(fmt.Sprint(f)), Type: value.Of(v).Datatype()}
			}
		}
	}
	return a
}

// dataset holds the files of a test: those of the default graph, named graphs
// by their files, and the files that FROM names.
func dataset(t w3c.Test, q *syntax.Query) (*graph.Dataset, error) {
	var b graph.Builder
	n := 0
	add := func(file, name quad.Value) error {
		n++
		for quad, err := range statements(t, file, fmt.Sprintf("f%d_", n)) {
			if err != nil {
				return err
			}
			if name != nil {
				quad.Label = name
			}
			if err := b.Add(quad); err != nil {
				return err
			}
		}
		return nil
	}
	var errs []error
	for _, file := range t.Manifest.Objects(t.Action, qt+"data") {
		errs = append(errs, add(file, nil))
	}
	named := t.Manifest.Objects(t.Action, qt+"graphData")
	for _, name := range slices.Concat(q.From, q.FromNamed) {
		if !slices.Contains(named, quad.Value(name)) {
			named = append(named, name)
		}
	}
	for _, file := range named {
		errs = append(errs, add(file, file))
	}
	return b.Dataset(), errors.Join(errs...)
}

// statements reads a file of RDF.
func statements(t w3c.Test, file quad.Value, prefix string) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		data, err := t.Read(file)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		base := string(file.(quad.IRI))
		if strings.HasSuffix(base, ".rdf") {
			rdfxml.Read(bytes.NewReader(data), rdfxml.ReadOptions{Name: base, Base: base, BlankPrefix: prefix})(yield)
			return
		}
		o := turtle.ReadOptions{Name: base, Base: base, BlankPrefix: prefix, Syntax: turtle.Turtle}
		switch path.Ext(base) {
		case ".nt":
			o.Syntax, o.Base = turtle.NTriples, ""
		case ".nq":
			o.Syntax, o.Base = turtle.NQuads, ""
		case ".trig":
			o.Syntax = turtle.TriG
		}
		turtle.Read(bytes.NewReader(data), o)(yield)
	}
}

// expected reads what a test wants.
func expected(t w3c.Test) (a answer, err error) {
	ext := path.Ext(t.Path(t.Result))
	for _, f := range results.Formats() {
		if f.Readable() && f.Extension() == ext {
			return expectedRows(t, f)
		}
	}
	quads, err := collect(statements(t, t.Result, "r_"))
	if err != nil {
		return a, err
	}
	return resultSet(quads)
}

func expectedRows(t w3c.Test, f results.Format) (a answer, err error) {
	data, err := t.Read(t.Result)
	if err != nil {
		return a, err
	}
	r, err := results.Read(bytes.NewReader(data), results.ReadOptions{Format: f})
	if err != nil {
		return a, err
	}
	if r.IsBoolean {
		return answer{boolean: &r.Boolean}, nil
	}
	a.vars = r.Vars
	a.rows, err = collect(r.Rows())
	return a, err
}

// resultSet reads solutions that are said in RDF; what does not say any is a
// graph.
func resultSet(quads []quad.Quad) (a answer, err error) {
	var b graph.Builder
	for _, q := range quads {
		if err := b.Add(q); err != nil {
			return a, err
		}
	}
	d := b.Dataset()
	objects := func(s quad.Value, p string) (all []quad.Value) {
		for q := range d.Match(graph.Pattern{Subject: s, Predicate: quad.IRI(p)}) {
			all = append(all, q.Object)
		}
		return all
	}
	if yes := objects(nil, rs+"boolean"); len(yes) == 1 {
		is := yes[0].(quad.TypedString).Value == "true"
		return answer{boolean: &is}, nil
	}
	vars := objects(nil, rs+"resultVariable")
	if !slices.Contains(objects(nil, w3c.RDF+"type"), quad.Value(quad.IRI(rs+"ResultSet"))) {
		return answer{graph: slices.Collect(d.Quads())}, nil
	}
	for _, v := range vars {
		a.vars = append(a.vars, string(v.(quad.String)))
	}
	index := make(map[int]int)
	for _, solution := range objects(nil, rs+"solution") {
		row := make([]quad.Value, len(vars))
		for _, binding := range objects(solution, rs+"binding") {
			row[slices.Index(vars, objects(binding, rs+"variable")[0])] = objects(binding, rs+"value")[0]
		}
		if at := objects(solution, rs+"index"); len(at) == 1 {
			n, err := strconv.Atoi(string(at[0].(quad.TypedString).Value))
			if err != nil {
				return a, err
			}
			index[len(a.rows)] = n
		}
		a.rows = append(a.rows, row)
	}
	return a.inOrder(index), nil
}

// inOrder sorts rows by their numbers, where they have any.
func (a answer) inOrder(numbers map[int]int) answer {
	order := make([]int, len(a.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(numbers[i], numbers[j]) })
	sorted := make([][]quad.Value, len(a.rows))
	for at, i := range order {
		sorted[at] = a.rows[i]
	}
	a.rows = sorted
	return a
}

// asCSV keeps of each term what CSV does.
func (a answer) asCSV() answer {
	for _, row := range a.rows {
		for i, v := range row {
			switch v := v.(type) {
			case quad.IRI:
				row[i] = quad.String(v)
			case quad.LangString:
				row[i] = v.Value
			case quad.TypedString:
				row[i] = v.Value
			}
		}
	}
	return a
}

func reduces(a syntax.Algebra) bool {
	switch a := a.(type) {
	case syntax.Slice:
		return reduces(a.Input)
	case syntax.Reduced:
		return true
	}
	return false
}

func once(rows [][]quad.Value) (all [][]quad.Value) {
	for _, row := range rows {
		if !slices.ContainsFunc(all, func(r []quad.Value) bool { return slices.Equal(r, row) }) {
			all = append(all, row)
		}
	}
	return all
}
