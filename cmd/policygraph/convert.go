package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/rdfio"
	"policygraph/exports"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/formats"
	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
	"policygraph/internal/atomicfile"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

func convertCommand() *cli.Command {
	return &cli.Command{
		Name:      "convert",
		Usage:     "read RDF in any format and write it in any other",
		UsageText: "policygraph convert [options] [FILE...]\n\nExample: policygraph convert -o graph.ttl.gz --prefixes prefixes.ttl graph.nt",
		Description: "Formats follow from the names of files, also below .gz and .zst, or from --from and --to:\n" +
			strings.Join(formats.Names(), ", ") + ". Without FILE, or with -, standard input is read; without -o,\n" +
			"standard output is written. Statements stream from one to the other; only JSON-LD is read\n" +
			"as a whole. With --canonical the same graph gives the same bytes, whatever its labels and order.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "read `FORMAT`"},
			&cli.StringFlag{Name: "to", Usage: "write `FORMAT`"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`", TakesFile: true},
			&cli.StringFlag{Name: "base", Usage: "resolve relative IRIs against `IRI`"},
			&cli.StringSliceFlag{Name: "prefixes", Usage: "write with the prefixes that `FILE`, in Turtle, declares, or with NAME=IRI; may be repeated", TakesFile: true},
			&cli.StringSliceFlag{Name: "context", Usage: "let JSON-LD documents use the context `IRI=FILE`; may be repeated"},
			&cli.BoolFlag{Name: "canonical", Usage: "order statements and label blank nodes canonically"},
			&cli.BoolFlag{Name: "count", Usage: "count the statements and write nothing else"},
			&cli.BoolFlag{Name: "validate", Usage: "read, report what is wrong, and write nothing else"},
			&cli.StringFlag{Name: "compact", Usage: "write JSON-LD compacted with the context in `FILE`", TakesFile: true},
			&cli.StringFlag{Name: "frame", Usage: "write JSON-LD framed by `FILE`", TakesFile: true},
			&cli.BoolFlag{Name: "flatten", Usage: "write flattened JSON-LD"},
			quietFlag,
		},
		Action: convert,
	}
}

// conversion is one run of the command.
type conversion struct {
	*cli.Context
	sources  []string
	contexts map[string][]byte
	prefixes []turtle.Prefix
	context  *jsonld.Context // to write JSON-LD with; nil: expanded form
	progress *progress
}

func convert(c *cli.Context) error {
	sources, err := arguments(c, anyNumber)
	if err != nil {
		return err
	}
	if len(sources) == 0 {
		sources = []string{rdfio.Stdio}
	}
	v := &conversion{Context: c, sources: sources, progress: newProgress(c, "reading")}
	defer v.progress.close()
	if v.contexts, err = knownContexts(c.StringSlice("context")); err != nil {
		return err
	}
	if v.prefixes, err = givenPrefixes(c.Context, c.StringSlice("prefixes")); err != nil {
		return err
	}
	switch {
	case c.Bool("validate"):
		return v.validate()
	case c.Bool("count"):
		return v.count()
	case c.IsSet("compact") && !c.Bool("flatten") && !c.IsSet("frame"):
		return v.compact()
	case c.IsSet("frame") || c.Bool("flatten"):
		return v.write(v.process)
	case c.Bool("canonical"):
		return v.write(v.canonical)
	}
	return v.write(v.stream)
}

// knownContexts are the JSON-LD contexts that documents may use: our own, and
// those that the user allows.
func knownContexts(given []string) (map[string][]byte, error) {
	contexts := map[string][]byte{string(ontology.ContextIRI): ontology.Context()}
	for _, pair := range given {
		iri, file, ok := cutAfterScheme(pair)
		if !ok {
			return nil, fmt.Errorf("--context %s: expected IRI=FILE", pair)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("--context %s: %w", pair, err)
		}
		contexts[iri] = text
	}
	return contexts, nil
}

// cutAfterScheme parts IRI=FILE at the last equals sign, as IRIs have those too.
func cutAfterScheme(pair string) (iri, file string, ok bool) {
	i := strings.LastIndexByte(pair, '=')
	if i <= 0 || i == len(pair)-1 {
		return "", "", false
	}
	return pair[:i], pair[i+1:], true
}

// givenPrefixes reads --prefixes: NAME=IRI, or files that declare some.
func givenPrefixes(ctx context.Context, given []string) ([]turtle.Prefix, error) {
	var all []turtle.Prefix
	for _, g := range given {
		name, iri, pair := strings.Cut(g, "=")
		if pair && !strings.ContainsAny(name, "/\\.") {
			all = append(all, turtle.Prefix{Name: name, IRI: iri})
			continue
		}
		var b graph.Builder
		o := formats.ReadOptions{OnPrefix: func(p turtle.Prefix) { all = append(all, p) }}
		if err := rdfio.Load(ctx, &b, g, "turtle", nil, o); err != nil {
			return nil, fmt.Errorf("--prefixes: %w", err)
		}
	}
	return all, nil
}

// readOptions are those for the source with a number, from 0. Blank nodes of
// several documents are kept apart.
func (v *conversion) readOptions(number int) formats.ReadOptions {
	o := formats.ReadOptions{Base: v.String("base"), Contexts: v.contexts}
	if len(v.sources) > 1 {
		o.BlankPrefix = fmt.Sprintf("d%d_", number+1)
	}
	return o
}

// each opens each source and calls fn with it.
func (v *conversion) each(fn func(s *rdfio.Source, o formats.ReadOptions) error) error {
	for i, name := range v.sources {
		s, err := rdfio.Open(name, v.String("from"), v.App.Reader, v.progress.reader(name))
		if err != nil {
			return err
		}
		err = fn(s, v.readOptions(i))
		if err := errors.Join(err, s.Close()); err != nil {
			return err
		}
	}
	return nil
}

// validate reads all sources and reports every error that can be told: all of
// those of line-based syntaxes, the first of others.
func (v *conversion) validate() error {
	bad := 0
	report := func(err error) {
		bad++
		var syntax *turtle.SyntaxError
		if errors.As(err, &syntax) {
			fmt.Fprintf(v.App.Writer, "%v\n%s\n", syntax, syntax.Picture())
			return
		}
		fmt.Fprintln(v.App.Writer, err)
	}
	for i, name := range v.sources {
		s, err := rdfio.Open(name, v.String("from"), v.App.Reader, v.progress.reader(name))
		if err != nil {
			return err
		}
		o := v.readOptions(i)
		o.OnError = func(err *turtle.SyntaxError) error { report(err); return nil }
		err = s.Read(o, rdfio.UntilDone(v.Context.Context, func(*graph.RawQuad) error { return nil }))
		s.Close()
		switch {
		case v.Context.Context.Err() != nil:
			return v.Context.Context.Err()
		case err != nil:
			report(err)
		}
	}
	if bad > 0 {
		return errNo
	}
	if !v.Bool("quiet") {
		fmt.Fprintln(v.App.Writer, "valid")
	}
	return nil
}

// count counts the statements of all sources, as they stand there.
func (v *conversion) count() error {
	n := int64(0)
	err := v.each(func(s *rdfio.Source, o formats.ReadOptions) error {
		return s.Read(o, rdfio.UntilDone(v.Context.Context, func(*graph.RawQuad) error { n++; return nil }))
	})
	if err == nil {
		fmt.Fprintln(v.App.Writer, n)
	}
	return err
}

// write calls fn with the target, and sees to it that a file appears whole or
// not at all.
func (v *conversion) write(fn func(*rdfio.Target) error) error {
	name := v.String("output")
	onto := func(w io.Writer) error {
		t, err := rdfio.NewTarget(w, name, v.String("to"))
		if err != nil {
			return err
		}
		if err := fn(t); err != nil {
			return err
		}
		return t.Close()
	}
	if name == "" || name == rdfio.Stdio {
		name = rdfio.Stdio
		return onto(v.App.Writer)
	}
	var b atomicfile.Batch
	defer b.Abort()
	if err := b.Write(name, onto); err != nil {
		return err
	}
	return b.Commit()
}

// stream writes each statement as it is read. The target is opened at the first
// one, so that it declares the prefixes that stand at the top of the sources.
func (v *conversion) stream(t *rdfio.Target) error {
	var w formats.Writer
	prefixes := slices.Clone(v.prefixes)
	open := func() {
		w = t.Format.Open(t, formats.WriteOptions{
			Prefixes: distinct(prefixes), Base: v.String("base"), Context: v.context, ContextBase: v.String("base"),
		})
	}
	err := v.each(func(s *rdfio.Source, o formats.ReadOptions) error {
		o.OnPrefix = func(p turtle.Prefix) {
			if w == nil {
				prefixes = append(prefixes, p)
			}
		}
		return s.Read(o, rdfio.UntilDone(v.Context.Context, func(q *graph.RawQuad) error {
			if w == nil {
				open()
			}
			return w.WriteRaw(q)
		}))
	})
	if err != nil {
		return err
	}
	if w == nil {
		open()
	}
	return w.Close()
}

// distinct keeps the first prefix of each name.
func distinct(prefixes []turtle.Prefix) []turtle.Prefix {
	seen := make(map[string]bool)
	return slices.DeleteFunc(slices.Clone(prefixes), func(p turtle.Prefix) bool {
		again := seen[p.Name]
		seen[p.Name] = true
		return again
	})
}

// canonical collects all statements and writes them in order, with canonical
// labels.
func (v *conversion) canonical(t *rdfio.Target) error {
	var b graph.Builder
	err := v.each(func(s *rdfio.Source, o formats.ReadOptions) error {
		return s.Read(o, rdfio.UntilDone(v.Context.Context, b.AddRaw))
	})
	if err != nil {
		return err
	}
	c, err := canon.Canonicalize(v.Context.Context, b.Dataset(), canon.Options{})
	if err != nil {
		return err
	}
	d, err := c.Dataset()
	if err != nil {
		return err
	}
	if onlyDefault := len(d.Graphs()) == 0 || len(d.Graphs()) == 1 && d.Graphs()[0].Name() == 0; t.Format.Name == "nquads" || t.Format.Name == "ntriples" && onlyDefault {
		text, err := c.NQuads()
		if err == nil {
			_, err = t.Write(text)
		}
		return err
	}
	w := t.Format.Open(t, formats.WriteOptions{Prefixes: v.prefixes, Base: v.String("base")})
	if err := exports.WriteOrdered(v.Context.Context, w, d, vocab.Base); err != nil {
		return err
	}
	return w.Close()
}
