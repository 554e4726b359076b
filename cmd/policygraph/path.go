package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/urfave/cli/v2"

	"policygraph/exports"
	"policygraph/graph"
	"policygraph/graph/jsonld"
	"policygraph/graph/path"
	"policygraph/graph/path/token"
	"policygraph/ontology"
	"policygraph/ontology/evidence"
	"policygraph/ontology/names"
	"policygraph/ontology/vocab"
)

func pathCommand() *cli.Command {
	return &cli.Command{
		Name:      "path",
		Usage:     "follow a path through the graph, with the evidence for each hop",
		UsageText: "policygraph path [options] PATH\n\nExample: policygraph path --from anonymous-applications 'targets/leadsTo*/contributesTo'",
		Description: "PATH is a property path of SPARQL 1.1, in which the ontology's names need no prefix. The whole way is\n" +
			"shown, each hop with the claims that state it, where the review does so, and the findings for and\n" +
			"against. Marked are the weakest hop of each way, hops without a study, and ways that no single\n" +
			"source stands behind.\n\n" +
			"--from and --to take a slug, a label in any language, a prefixed name or an address. Without them\n" +
			"all ways are looked for. Labels are in --lang, else in the other Norwegian language, else in English.\n" +
			"The exit status is 1 where there is no way.",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "begin at `NAME`"},
			&cli.StringFlag{Name: "to", Usage: "end at `NAME`"},
			&cli.BoolFlag{Name: "shortest", Usage: "only the shortest ways between two ends"},
			&cli.BoolFlag{Name: "all", Usage: "any number of ways"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` ways", Value: 20},
			&cli.IntFlag{Name: "max-length", Usage: "at most `N` hops", Value: 12},
			&cli.DurationFlag{Name: "timeout", Usage: "give up after `TIME`", Value: 30 * time.Second},
			&cli.StringFlag{Name: "lang", Usage: "labels in `LANGUAGE` (" + strings.Join(evidence.Languages(), ", ") + ")", Value: "en"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print as `FORMAT` (" + wayFormatNames() + ")", Value: "text"},
		}, pathDataFlags()...),
		Action: followPath,
	}
}

// pathDataFlags are the flags that say what is asked, but for --from, which is
// the start of a path here.
func pathDataFlags() []cli.Flag {
	return slices.DeleteFunc(slices.Clone(datasetFlags), func(f cli.Flag) bool { return f.Names()[0] == "from" })
}

func followPath(c *cli.Context) error {
	args, err := arguments(c, 1)
	switch {
	case err != nil:
		return err
	case len(args) == 0:
		return errors.New("expected a path; see policygraph path --help")
	case !slices.Contains(evidence.Languages(), c.String("lang")):
		return fmt.Errorf("no labels in %q; there are %s", c.String("lang"), strings.Join(evidence.Languages(), ", "))
	case c.Int("limit") < 1:
		return errors.New("--limit: expected a number from 1 on; --all sets no limit")
	case c.Int("max-length") < 1:
		return errors.New("--max-length: expected a number from 1 on")
	}
	write, err := wayFormat(c.String("format"))
	if err != nil {
		return err
	}
	expression, err := parsePath(args[0], c.String("base"))
	if err != nil {
		return err
	}
	d, _, err := openDataset(c)
	if err != nil {
		return err
	}
	s := &search{
		Context: c, d: d, compiled: path.Compile(expression, d.Union()),
		reader: evidence.New(d, c.String("base"), c.String("lang")), words: evidence.WordsIn(c.String("lang")),
	}
	if err := s.run(); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := write(&out, s); err != nil {
		return err
	}
	if _, err := c.App.Writer.Write(out.Bytes()); err != nil {
		return err
	}
	return s.answer()
}

// answer says that there is no way, if there is none: on standard output if
// that is what would have told the ways to a person.
func (s *search) answer() error {
	if len(s.ways) > 0 {
		return nil
	}
	w := s.App.ErrWriter
	if s.String("format") == "text" {
		w = s.App.Writer
	}
	if _, err := fmt.Fprintln(w, s.noWay()); err != nil || s.empty {
		return err
	}
	return errNo
}

// noWay is that there is no way between the ends that were given.
func (s *search) noWay() string {
	text := s.words.NoWay
	if s.start != 0 {
		text += s.words.From + s.reader.Node(s.start).Label
	}
	if s.end != 0 {
		text += s.words.To + s.reader.Node(s.end).Label
	}
	if s.empty {
		text += s.words.Empty
	}
	return text
}

// parsePath reads a path in which the properties of the ontology need no prefix.
func parsePath(text, base string) (path.Path, error) {
	return path.Parse(text, path.Options{
		Options: token.Options{Name: "path", Prefixes: knownPrefixes(base)},
		Resolve: func(name string) (quad.IRI, bool) {
			i := slices.Index(vocab.Properties(), vocab.Namespace+quad.IRI(name))
			return vocab.Rebase(vocab.Namespace+quad.IRI(name), base), i >= 0
		},
	})
}

// search is one run of the command.
type search struct {
	*cli.Context
	d          *graph.Dataset
	compiled   *path.Compiled
	reader     *evidence.Reader
	words      *evidence.Words
	start, end graph.ID // that were named, or 0
	ways       []evidence.Way
	triples    []graph.Triple // of all hops
	empty      bool           // the way without hops is one
}

// run finds the ways, up to the limit, and says on standard error if there are
// more.
func (s *search) run() error {
	if err := s.ends(); err != nil {
		return err
	}
	ctx := s.Context.Context
	if t := s.Duration("timeout"); t > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeoutCause(ctx, t, fmt.Errorf("it takes more than %s; a smaller --max-length or a longer --timeout may help", t))
		defer stop()
	}
	limit := s.Int("limit")
	if s.Bool("all") {
		limit = 0
	}
	o := path.HopOptions{
		Shortest: s.Bool("shortest"), MaxLength: s.Int("max-length"),
		Stop: func() error { return context.Cause(ctx) },
	}
	for _, start := range s.starts() {
		for way, err := range s.compiled.Hops(start, s.end, o) {
			switch err = cmp.Or(err, context.Cause(ctx)); {
			case err != nil:
				return err
			case len(way) == 0:
				s.empty = true
			case limit > 0 && len(s.ways) == limit:
				s.tellOfMore(limit)
				return nil
			default:
				s.add(way)
			}
		}
	}
	return nil
}

func (s *search) tellOfMore(limit int) {
	ways := "way"
	if limit > 1 {
		ways = fmt.Sprint(limit, " ways")
	}
	fmt.Fprintf(s.App.ErrWriter, "the first %s; --limit or --all shows more\n", ways)
}

// ends finds the nodes that are named.
func (s *search) ends() (err error) {
	index := names.New(s.d, s.String("base"))
	for _, end := range []struct {
		flag string
		id   *graph.ID
	}{{"to", &s.end}, {"from", &s.start}} {
		if name := s.String(end.flag); name != "" {
			if *end.id, err = index.Find(name); err != nil {
				return fmt.Errorf("--%s: %w", end.flag, err)
			}
		}
	}
	return nil
}

// starts are the nodes that ways may begin at.
func (s *search) starts() []graph.ID {
	switch {
	case s.start != 0:
		return []graph.ID{s.start}
	case s.end != 0:
		return slices.Sorted(s.compiled.To(s.end))
	}
	return s.compiled.Starts()
}

func (s *search) add(way []path.Hop) {
	hops := make([]evidence.Hop, len(way))
	for i, h := range way {
		t := graph.Triple{h.Subject, h.Predicate, h.Object}
		hops[i] = s.reader.Hop(t, h.Inverse)
		s.triples = append(s.triples, t)
	}
	s.ways = append(s.ways, evidence.NewWay(hops))
}

// wayFormats are the ways to print ways.
var wayFormats = []struct {
	name  string
	write func(io.Writer, *search) error
}{
	{"text", writeWays(evidence.WriteText)},
	{"json", writeWaysJSON},
	{"jsonld", writeWaysJSONLD},
	{"csv", func(w io.Writer, s *search) error { return evidence.WriteCSV(w, s.ways) }},
	{"mermaid", writeWays(evidence.WriteMermaid)},
	{"dot", writeWays(evidence.WriteDOT)},
	{"svg", writeWaysSVG},
}

func wayFormatNames() string {
	list := make([]string, len(wayFormats))
	for i, f := range wayFormats {
		list[i] = f.name
	}
	return strings.Join(list, ", ")
}

func wayFormat(name string) (func(io.Writer, *search) error, error) {
	for _, f := range wayFormats {
		if f.name == name {
			return f.write, nil
		}
	}
	return nil, fmt.Errorf("no format %q for paths; there are %s", name, wayFormatNames())
}

func writeWays(write func(io.Writer, []evidence.Way, *evidence.Words) error) func(io.Writer, *search) error {
	return func(w io.Writer, s *search) error { return write(w, s.ways, s.words) }
}

func writeWaysJSON(w io.Writer, s *search) error {
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	ways := s.ways
	if ways == nil {
		ways = []evidence.Way{}
	}
	return out.Encode(ways)
}

// writeWaysJSONLD writes the part of the graph that the ways are made of: their
// edges, and all that is said of their nodes, their claims, the findings that
// bear on these, and the sources.
func writeWaysJSONLD(w io.Writer, s *search) error {
	var b graph.Builder
	g := s.d.Union()
	add := func(t graph.Triple) error {
		q := g.Quad(t)
		q.Label = nil
		return b.Add(q)
	}
	for _, t := range s.triples {
		if err := add(t); err != nil {
			return err
		}
	}
	for _, iri := range described(s.ways) {
		id, ok := s.d.Lookup(quad.IRI(iri))
		if !ok {
			continue
		}
		for t := range g.Match(id, 0, 0) {
			if err := add(t); err != nil {
				return err
			}
		}
	}
	context, err := jsonld.ParseContext(ontology.Rebase(ontology.Context(), s.String("base")))
	if err != nil {
		return err
	}
	out := jsonld.NewWriter(w, jsonld.WriteOptions{Context: context, Base: s.String("base") + "id/"})
	return errors.Join(exports.WriteOrdered(s.Context.Context, out, b.Dataset(), s.String("base")), out.Close())
}

// described are the addresses of everything that carries the ways.
func described(ways []evidence.Way) []string {
	var list []string
	for _, way := range ways {
		for _, h := range way.Hops {
			list = append(list, h.Subject.IRI, h.Object.IRI)
			for _, c := range h.Claims {
				list = append(list, c.IRI)
				for _, findings := range [][]evidence.Finding{c.For, c.Against, c.Qualifying} {
					for _, f := range findings {
						list = append(list, f.IRI)
					}
				}
			}
			for _, source := range h.Sources() {
				list = append(list, source.IRI)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// writeWaysSVG draws the ways with Graphviz.
func writeWaysSVG(w io.Writer, s *search) error {
	dot, err := exec.LookPath("dot")
	if err != nil {
		return errors.New("svg is drawn by Graphviz, and there is no program dot; --format dot gives what it would read")
	}
	var source, stderr bytes.Buffer
	if err := evidence.WriteDOT(&source, s.ways, s.words); err != nil {
		return err
	}
	cmd := exec.CommandContext(s.Context.Context, dot, "-Tsvg")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &source, w, &stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("dot: %w: %s", err, strings.TrimSpace(stderr.String()))
	}
	return nil
}
