package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/cmd/internal/rdfio"
	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
	"policygraph/ontology"
)

// ourShapes is what --shapes calls the shapes that are built in.
const ourShapes = "policygraph"

func validateCommand() *cli.Command {
	return &cli.Command{
		Name:      "validate",
		Usage:     "hold any graph against SHACL shapes",
		UsageText: "policygraph validate [options] [DATA...]\n\nExample: policygraph validate --shapes shapes.ttl data.ttl",
		Description: "DATA are RDF documents, which are merged; without any, the built-in review with the ontology is\n" +
			"held against the built-in shapes. Shapes stand in the files that --shapes names, or in the data\n" +
			"themselves; --shapes policygraph names those that are built in. SHACL Core and SPARQL are\n" +
			"understood. Nothing is ever fetched: what shapes import has to be named, too.\n\n" +
			"The report prints as text, json, or in any RDF format. The exit status is 1 if there is a\n" +
			"violation, or, with --strict, anything else to report.",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "shapes", Aliases: []string{"s"}, Usage: "take shapes from `FILE`, or " + ourShapes + "; may be repeated", TakesFile: true},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print as `FORMAT` (text, json, " + strings.Join(formats.Names(), ", ") + ")", Value: "text"},
			&cli.StringFlag{Name: "severity", Usage: "report what is at least a `SEVERITY` (info, warning, violation)", Value: "info"},
			&cli.StringFlag{Name: "lang", Usage: "show messages of shapes in `LANGUAGE`, where they have it", Value: "en"},
			&cli.IntFlag{Name: "limit", Usage: "show `N` results and count the others; 0: any number"},
			&cli.BoolFlag{Name: "details", Usage: "say why a value does not conform to the shape it should"},
			&cli.BoolFlag{Name: "strict", Usage: "let warnings and notes fail, too"},
			&cli.BoolFlag{Name: "lenient", Usage: "pass over what is ill-formed in the shapes"},
			&cli.DurationFlag{Name: "timeout", Usage: "give up after `TIME`; 0: never"},
			reviewFlag, baseFlag, fromFlag, contextFlag, quietFlag,
		},
		Action: validate,
	}
}

// severities are the severities that results can be asked by.
var severities = map[string]quad.IRI{"info": shacl.Info, "warning": shacl.Warning, "violation": shacl.Violation}

func validate(c *cli.Context) error {
	files, err := arguments(c, anyNumber)
	if err != nil {
		return err
	}
	if _, known := severities[c.String("severity")]; !known {
		return fmt.Errorf("no severity %q; there are info, warning, violation", c.String("severity"))
	}
	v := &validation{Context: c, prefixes: newPrefixes(c.String("base"))}
	write, err := reportFormat(c.String("format"))
	if err != nil {
		return err
	}
	if v.report, err = v.run(files); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		if err := write(v); err != nil {
			return err
		}
	}
	violations, warnings, infos := v.report.Count()
	if violations > 0 || c.Bool("strict") && warnings+infos > 0 {
		return errNo
	}
	return nil
}

// validation is one run of the command.
type validation struct {
	*cli.Context
	prefixes prefixes
	data     *graph.Graph
	shapes   *shacl.Shapes
	report   *shacl.Report
}

// run loads data and shapes, and holds the ones against the others.
func (v *validation) run(files []string) (*shacl.Report, error) {
	if err := v.load(files); err != nil {
		return nil, err
	}
	for _, p := range v.shapes.Unused() {
		fmt.Fprintf(v.App.ErrWriter, "policygraph: %s\n", p)
	}
	ctx := v.Context.Context
	if t := v.Duration("timeout"); t > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeoutCause(ctx, t, fmt.Errorf("it takes more than %s", t))
		defer stop()
	}
	o := shacl.ValidateOptions{Severity: severities[v.String("severity")], MaxResults: v.Int("limit"), Details: v.Bool("details")}
	return v.shapes.Validate(ctx, v.data, o)
}

func (v *validation) load(files []string) error {
	names := v.StringSlice("shapes")
	if slices.Contains(files, rdfio.Stdio) && slices.Contains(names, rdfio.Stdio) {
		return errors.New("standard input (-) can be read only once")
	}
	shapes := &documents{validation: v}
	var err error
	if len(files) == 0 {
		if len(names) == 0 {
			names = []string{ourShapes}
		}
		err = v.builtIn()
	} else {
		data := &documents{validation: v}
		if err = data.load(files, v.String("from")); err == nil {
			v.data = data.graph()
		}
	}
	if err != nil {
		return err
	}
	of, from := v.data, files
	if len(names) > 0 {
		from = names
		shapes.prefix = "shapes_"
		if err := shapes.load(names, ""); err != nil {
			return err
		}
		of = shapes.graph()
	}
	return v.compile(of, from, len(names) > 0)
}

// compile makes the shapes of a graph ready, which comes from documents; there must
// be some.
func (v *validation) compile(g *graph.Graph, from []string, named bool) (err error) {
	v.shapes, err = shacl.Compile(g, shacl.Options{Lenient: v.Bool("lenient")})
	var wrong *shacl.ShapesError
	switch {
	case errors.As(err, &wrong) && wrong.Unsupported():
		return fmt.Errorf("%s: the shapes ask in %s for what is not supported\n%w", strings.Join(from, ", "), counted(len(wrong.Problems), "place"), err)
	case errors.As(err, &wrong):
		return fmt.Errorf("%s: the shapes are ill-formed in %s; --lenient passes over such constraints\n%w", strings.Join(from, ", "), counted(len(wrong.Problems), "place"), err)
	case err != nil:
		return err
	case v.shapes.Len() == 0 && named:
		return errors.New("there are no shapes in what --shapes names")
	case v.shapes.Len() == 0:
		return fmt.Errorf("there are no shapes in the data; --shapes names some, from a FILE or those of %s", ourShapes)
	}
	return nil
}

// builtIn makes the built-in review, or the one of --review, the data.
func (v *validation) builtIn() error {
	in, err := input(v.Context)
	if err != nil {
		return err
	}
	d, err := pipeline.Queryable(v.Context.Context, in)
	if err != nil {
		return err
	}
	v.data = d.Union()
	return nil
}

// documents become one graph.
type documents struct {
	*validation
	prefix  string // of blank node labels, which keeps data and shapes apart
	builder graph.Builder
}

func (d *documents) graph() *graph.Graph { return d.builder.Dataset().Union() }

// load reads documents, in a format or the one that their names say.
func (d *documents) load(names []string, format string) error {
	contexts, err := knownContexts(d.StringSlice("context"))
	if err != nil {
		return err
	}
	for i, name := range names {
		o := formats.ReadOptions{Contexts: contexts, BlankPrefix: d.prefix + documentPrefix(i, len(names)), OnPrefix: d.prefixes.add}
		if name == ourShapes {
			err = d.loadOurs(o)
		} else {
			err = rdfio.Load(d.Context.Context, &d.builder, name, format, d.App.Reader, o)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// loadOurs reads the built-in shapes.
func (d *documents) loadOurs(o formats.ReadOptions) error {
	text := ontology.Rebase(ontology.Shapes(), d.String("base"))
	read := turtle.ReadOptions{Name: "shapes.ttl", BlankPrefix: o.BlankPrefix, OnPrefix: o.OnPrefix}
	return turtle.ReadRaw(strings.NewReader(string(text)), read, d.builder.AddRaw)
}
