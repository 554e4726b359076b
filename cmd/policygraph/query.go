package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/cmd/internal/rdfio"
	"policygraph/exports"
	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/results"
	"policygraph/graph/sparql/service"
	"policygraph/graph/sparql/syntax"
	"policygraph/ontology/vocab"
)

func queryCommand() *cli.Command {
	return &cli.Command{
		Name:      "query",
		Usage:     "ask the graph in SPARQL 1.1",
		UsageText: "policygraph query [options] [FILE]\n\nExample: policygraph query -e 'SELECT ?m { ?m a pg:Measure }'",
		Description: "The query stands in FILE, in -e, or on standard input. It is asked of the built-in review with the\n" +
			"ontology, of another one (--review), or of any RDF documents (--data). The default graph is then\n" +
			"all graphs merged; with --named, --data alone is the default graph. FROM chooses among loaded\n" +
			"graphs; nothing is ever fetched but what SERVICE asks of a host that --allow-service names. The\n" +
			"prefixes of the exports are known.\n\n" +
			"SELECT and ASK print as table, json, xml, csv, tsv or markdown, CONSTRUCT and DESCRIBE in any RDF\n" +
			"format. The exit status of an ASK whose answer is false is 1. A query that meets a limit ends with\n" +
			"an error and prints nothing.",
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "execute", Aliases: []string{"e"}, Usage: "the query itself, as `TEXT`"},
			&cli.BoolFlag{Name: "parse-only", Usage: "only say whether the query can be read"},
		}, resultFlags, datasetFlags),
		Action: query,
	}
}

// resultFlags say how an answer is printed, and how far the work may go.
var resultFlags = []cli.Flag{
	&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print as `FORMAT`"},
	&cli.BoolFlag{Name: "explain", Usage: "print the plan, with rows as estimated and as they were"},
	&cli.StringSliceFlag{Name: "allow-service", Usage: "let SERVICE ask the endpoints of `HOST`; may be repeated"},
	&cli.DurationFlag{Name: "timeout", Usage: "give up after `TIME`", Value: 30 * time.Second},
	&cli.Int64Flag{Name: "max-rows", Usage: "give up beyond `N` rows; 0: any number"},
	&cli.Int64Flag{Name: "max-memory", Usage: "give up beyond `N` MB of memory", Value: 256},
}

// datasetFlags say what a question is asked of.
var datasetFlags = []cli.Flag{
	reviewFlag, baseFlag,
	&cli.StringSliceFlag{Name: "data", Aliases: []string{"d"}, Usage: "ask the RDF document `FILE`; may be repeated", TakesFile: true},
	&cli.StringSliceFlag{Name: "named", Usage: "load the graph `IRI=FILE`, and keep the default graph apart; may be repeated"},
	&cli.BoolFlag{Name: "infer", Usage: "add what follows by the ontology, in the graph …/graph/inferred"},
	fromFlag, contextFlag,
}

func query(c *cli.Context) error {
	q, err := readQuery(c)
	if err != nil || c.Bool("parse-only") {
		return err
	}
	d, union, err := openDataset(c)
	if err != nil {
		return err
	}
	return runQuery(c, q, d, union)
}

// runQuery asks a query of a dataset and prints the answer.
func runQuery(c *cli.Context, q *syntax.Query, d *graph.Dataset, union bool) error {
	q, err := askServices(c, q)
	if err != nil {
		return err
	}
	plan, err := sparql.Prepare(q, d, sparql.Options{
		UnionDefault: union, Timeout: c.Duration("timeout"), MaxRows: c.Int64("max-rows"), MaxMemory: c.Int64("max-memory") << 20,
		Statistics: c.Bool("explain"),
	})
	if errors.Is(err, sparql.ErrService) {
		return fmt.Errorf("%w; --allow-service lets a host be asked, by its address in the query and outside EXISTS", err)
	}
	if err != nil {
		return err
	}
	return runPlan(c, plan)
}

// askServices asks the endpoints that the query names, if their hosts may be
// asked at all. Nothing else ever uses the network.
func askServices(c *cli.Context, q *syntax.Query) (*syntax.Query, error) {
	hosts := c.StringSlice("allow-service")
	if len(hosts) == 0 {
		return q, nil
	}
	ctx, cancel := context.WithTimeout(c.Context, c.Duration("timeout"))
	defer cancel()
	return service.Resolve(ctx, q, service.Options{Hosts: hosts})
}

// maxQuery is how long a query may be.
const maxQuery = 16 << 20

// readQuery reads the query from wherever it stands.
func readQuery(c *cli.Context) (*syntax.Query, error) {
	args, err := arguments(c, 1)
	if err != nil {
		return nil, err
	}
	name, text := "query", []byte(c.String("execute"))
	switch {
	case c.IsSet("execute") && len(args) > 0:
		return nil, errors.New("a query stands in -e or in a file, not in both")
	case c.IsSet("execute"):
	case len(args) == 0 || args[0] == rdfio.Stdio:
		text, err = io.ReadAll(io.LimitReader(c.App.Reader, maxQuery+1))
	default:
		name = args[0]
		text, err = os.ReadFile(name)
	}
	switch {
	case err != nil:
		return nil, err
	case len(text) > maxQuery:
		return nil, fmt.Errorf("%s: a query of more than %d MiB", name, maxQuery>>20)
	}
	return syntax.Parse(text, syntax.Options{Name: name, Prefixes: knownPrefixes(c.String("base"))})
}

// knownPrefixes are the prefixes that queries and paths need not declare.
func knownPrefixes(base string) map[string]string {
	m := make(map[string]string)
	for _, p := range vocab.Prefixes() {
		m[p.Name] = string(vocab.Rebase(quad.IRI(p.IRI), base))
	}
	return m
}

// openDataset loads what a question is asked of, with what follows from it if that
// is wanted, and says whether its default graph is the union of all graphs.
func openDataset(c *cli.Context) (d *graph.Dataset, union bool, err error) {
	d, union, err = assertedDataset(c)
	if err != nil || !c.Bool("infer") {
		return d, union, err
	}
	d, wrong, err := pipeline.Infer(c.Context, d, c.String("base"))
	for _, w := range wrong {
		fmt.Fprintf(c.App.ErrWriter, "what follows is inconsistent: %v\n", w)
	}
	return d, union, err
}

func assertedDataset(c *cli.Context) (d *graph.Dataset, union bool, err error) {
	data, named := c.StringSlice("data"), c.StringSlice("named")
	if len(data)+len(named) == 0 {
		in, err := input(c)
		if err != nil {
			return nil, false, err
		}
		d, err = pipeline.Queryable(c.Context, in)
		return d, true, err
	}
	contexts, err := knownContexts(c.StringSlice("context"))
	if err != nil {
		return nil, false, err
	}
	var b graph.Builder
	for i, file := range data {
		o := formats.ReadOptions{Contexts: contexts, BlankPrefix: documentPrefix(i, len(data)+len(named))}
		if err := rdfio.Load(c.Context, &b, file, c.String("from"), c.App.Reader, o); err != nil {
			return nil, false, err
		}
	}
	for i, pair := range named {
		o := formats.ReadOptions{Contexts: contexts, BlankPrefix: documentPrefix(len(data)+i, len(data)+len(named))}
		if err := loadNamed(c, &b, pair, o); err != nil {
			return nil, false, err
		}
	}
	if c.Bool("infer") {
		if err := pipeline.AddOntology(&b, c.String("base")); err != nil {
			return nil, false, err
		}
	}
	return b.Dataset(), len(named) == 0, nil
}

// documentPrefix keeps the blank nodes of several documents apart.
func documentPrefix(i, of int) string {
	if of == 1 {
		return ""
	}
	return fmt.Sprintf("d%d_", i+1)
}

// loadNamed loads the default graph of a document as a named graph.
func loadNamed(c *cli.Context, b *graph.Builder, pair string, o formats.ReadOptions) error {
	iri, file, ok := cutAfterScheme(pair)
	if !ok {
		return fmt.Errorf("--named %s: expected IRI=FILE", pair)
	}
	var name graph.RawTerm
	if err := name.SetValue(quad.IRI(iri)); err != nil {
		return fmt.Errorf("--named %s: %w", pair, err)
	}
	s, err := rdfio.Open(file, c.String("from"), c.App.Reader, nil)
	if err != nil {
		return err
	}
	defer s.Close()
	return s.Read(o, rdfio.UntilDone(c.Context, func(q *graph.RawQuad) error {
		if q.Graph.Kind != graph.KindNone {
			return fmt.Errorf("--named %s: the document has named graphs of its own", pair)
		}
		q.Graph = name
		return b.AddRaw(q)
	}))
}

// runPlan runs a plan and prints what it gives. Nothing is printed before all is
// known, so that a part is never taken for the whole.
func runPlan(c *cli.Context, plan *sparql.Plan) error {
	result := plan.Run(c.Context)
	var out bytes.Buffer
	answer := true
	var err error
	switch result.Form() {
	case syntax.Ask:
		answer, err = printAnswer(c, &out, result)
	case syntax.Select:
		err = printSolutions(c, &out, result)
	default:
		err = printGraph(c, &out, result)
	}
	if err != nil {
		return err
	}
	if c.Bool("explain") {
		out.Reset()
		out.WriteString(result.Explain())
	}
	if _, err := c.App.Writer.Write(out.Bytes()); err != nil || answer {
		return err
	}
	return errNo
}

func printAnswer(c *cli.Context, w io.Writer, r *sparql.Result) (bool, error) {
	answer, err := r.Ask()
	if err != nil {
		return false, err
	}
	name := c.String("format")
	if name == "" || name == "table" {
		_, err = fmt.Fprintln(w, answer)
		return answer, err
	}
	f, err := resultFormat(name)
	if err != nil {
		return false, err
	}
	return answer, results.WriteBoolean(w, f, answer)
}

func printSolutions(c *cli.Context, w io.Writer, r *sparql.Result) error {
	names := make([]string, len(r.Vars()))
	for i, v := range r.Vars() {
		names[i] = string(v)
	}
	put, end, err := solutionWriter(c, w, names)
	if err != nil {
		return err
	}
	var row []quad.Value
	for s, err := range r.Solutions() {
		if err != nil {
			return err
		}
		row = s.AppendTerms(row[:0])
		if err := put(row); err != nil {
			return err
		}
	}
	return end()
}

// solutionWriter starts a table of solutions in the format asked for.
func solutionWriter(c *cli.Context, w io.Writer, names []string) (put func([]quad.Value) error, end func() error, err error) {
	name := c.String("format")
	if name == "" || name == "table" {
		t := newTermTable(w, names, c.String("base"))
		return t.row, t.end, nil
	}
	f, err := resultFormat(name)
	if err != nil {
		return nil, nil, err
	}
	out := results.NewWriter(w, f, names)
	return out.WriteRow, out.Close, nil
}

func resultFormat(name string) (results.Format, error) {
	if f, ok := results.ForName(name); ok {
		return f, nil
	}
	names := []string{"table"}
	for _, f := range results.Formats() {
		names = append(names, f.String())
	}
	return 0, fmt.Errorf("no format %q for a table of results; there are %s", name, strings.Join(names, ", "))
}

// printGraph writes the statements of a CONSTRUCT or DESCRIBE, as Turtle unless
// another format is asked for.
func printGraph(c *cli.Context, w io.Writer, r *sparql.Result) error {
	name := c.String("format")
	if name == "" || name == "table" {
		name = "turtle"
	}
	f, err := formats.ByName(name)
	if err != nil {
		return err
	}
	var b graph.Builder
	for q, err := range r.Graph() {
		if err != nil {
			return err
		}
		if err := b.Add(q); err != nil {
			return err
		}
	}
	return writeDataset(c.Context, w, f, b.Dataset(), c.String("base"))
}

// writeDataset writes a dataset in the order and with the prefixes of exports.
func writeDataset(ctx context.Context, w io.Writer, f formats.Format, d *graph.Dataset, base string) error {
	var prefixes []graph.Prefix
	for name, iri := range knownPrefixes(base) {
		if d.UsesNamespace(iri) {
			prefixes = append(prefixes, graph.Prefix{Name: name, IRI: iri})
		}
	}
	slices.SortFunc(prefixes, func(a, b graph.Prefix) int { return strings.Compare(a.Name, b.Name) })
	out := f.Open(w, formats.WriteOptions{Prefixes: prefixes})
	return errors.Join(exports.WriteOrdered(ctx, out, d, base), out.Close())
}
