package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/cmd/internal/rdfio"
	"policygraph/exports/doctor"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/formats"
	"policygraph/graph/shacl"
)

// exported is where export writes unless it is told.
const exported = "out"

func doctorCommand() *cli.Command {
	profiles := make([]string, len(doctor.Profiles))
	for i, p := range doctor.Profiles {
		profiles[i] = p.ID
	}
	return &cli.Command{
		Name:      "doctor",
		Usage:     "read an export as the harvesters of data portals do, and say what each would refuse or lose",
		UsageText: "policygraph doctor [options] [DIR|URL]\n\nExample: policygraph doctor --lang nb --previous last-month out",
		Description: "DIR is the folder of an export, " + exported + " unless it is named. An address that ends in a slash is\n" +
			"where an export is served; any other is that of a catalogue. The network is used for that address\n" +
			"alone, and no redirect is followed.\n\n" +
			"Findings come by what they lead to (a portal refuses, loses something, gives fewer points), each with\n" +
			"its place, why it matters and what to do. Then comes what each harvester takes in, the score, and a verdict for each\n" +
			"portal. The exit status is 1 where a portal refuses or loses something, or, with --strict, where\n" +
			"anything is left to mend: placeholders of the publisher, for one.\n\n" +
			"--shapes takes official shapes from disk, in place of those that are built in for a profile, as in\n" +
			"--shapes dcat-ap-3=shapes.ttl. Profiles are " + strings.Join(profiles, ", ") + ".",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print as `FORMAT` (text, json, " + strings.Join(formats.Names(), ", ") + ")", Value: "text"},
			&cli.StringFlag{Name: "lang", Usage: "write in `LANG` (en, nb)", Value: string(doctor.English)},
			&cli.StringFlag{Name: "previous", Usage: "say what portals would remove of the export in `DIR`", TakesFile: true},
			&cli.StringSliceFlag{Name: "shapes", Usage: "hold the catalogue against `[PROFILE=]FILE`; may be repeated", TakesFile: true},
			&cli.BoolFlag{Name: "strict", Usage: "let everything that is left to mend fail"},
			&cli.DurationFlag{Name: "timeout", Usage: "wait `TIME` for each answer of a server", Value: doctor.Patience},
			&cli.BoolFlag{Name: "rules", Usage: "print the rules as tables of Markdown, and read nothing"},
			&cli.StringFlag{Name: "issued", Usage: "date the report `DAY` instead of the day on which the catalogue last changed"},
			publicationFlag, reviewFlag, baseFlag, quietFlag,
		},
		Action: examine,
	}
}

func examine(c *cli.Context) error {
	args, err := arguments(c, 1)
	if err != nil {
		return err
	}
	write, err := doctorFormat(c)
	if err != nil {
		return err
	}
	if c.Bool("rules") {
		return doctor.WriteRules(c.App.Writer, doctor.Language(c.String("lang")))
	}
	where := exported
	if len(args) > 0 {
		where = args[0]
	}
	source, err := doctorSource(where, c.Duration("timeout"))
	if err != nil {
		return err
	}
	o, err := doctorOptions(c)
	if err != nil {
		return err
	}
	r, err := doctor.Examine(c.Context, source, o)
	if err != nil {
		return err
	}
	if day := c.String("issued"); day != "" {
		r.Date = day
	}
	if !c.Bool("quiet") {
		if err := write(r); err != nil {
			return err
		}
	}
	if !r.Healthy(c.Bool("strict")) {
		return errNo
	}
	return nil
}

// doctorFormat is the way to print a report, and checks what is said of it.
func doctorFormat(c *cli.Context) (func(*doctor.Report) error, error) {
	l := doctor.Language(c.String("lang"))
	if l != doctor.English && l != doctor.Bokmål {
		return nil, fmt.Errorf("no report in %q; choose en or nb", l)
	}
	if day := c.String("issued"); day != "" {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return nil, fmt.Errorf("--issued %s: expected a day like 2026-11-22", day)
		}
	}
	switch name := c.String("format"); name {
	case "text":
		return func(r *doctor.Report) error { return r.Text(c.App.Writer, l) }, nil
	case "json":
		return func(r *doctor.Report) error { return r.JSON(c.App.Writer, l) }, nil
	default:
		if _, err := formats.ByName(name); err != nil {
			return nil, fmt.Errorf("%w; or text, or json", err)
		}
		return func(r *doctor.Report) error { return r.RDF(c.App.Writer, name) }, nil
	}
}

// doctorSource is the folder or the server that an argument names.
func doctorSource(where string, patience time.Duration) (doctor.Source, error) {
	if strings.HasPrefix(where, "http://") || strings.HasPrefix(where, "https://") {
		return doctor.Server(where, patience)
	}
	info, err := os.Stat(where)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("%s is not there; policygraph export -o %s writes it", where, where)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is not a folder; doctor reads all of an export", where)
	}
	return doctor.Folder(filepath.ToSlash(where), os.DirFS(where)), nil
}

// doctorOptions are what the flags say an export is held against.
func doctorOptions(c *cli.Context) (o doctor.Options, err error) {
	if dir := c.String("previous"); dir != "" {
		if o.Previous, err = doctorSource(dir, c.Duration("timeout")); err != nil {
			return o, err
		}
	}
	if o.Shapes, err = doctorShapes(c.StringSlice("shapes")); err != nil {
		return o, err
	}
	if !c.IsSet("review") && !c.IsSet("publication") {
		return o, nil
	}
	in, err := input(c)
	if err != nil {
		return o, err
	}
	pub, err := published(c, &in)
	if err != nil {
		return o, err
	}
	o.Placeholders = []string{}
	for _, p := range pub.Placeholders() {
		o.Placeholders = append(o.Placeholders, p.Field)
	}
	if !c.IsSet("review") {
		return o, nil
	}
	built, err := pipeline.Build(c.Context, in)
	if err != nil {
		return o, err
	}
	if err := refuseIf(broken, c, built); err != nil {
		return o, err
	}
	o.Expected, err = canon.Hash(c.Context, built.Dataset)
	return o, err
}

// doctorShapes reads shapes from files, those of one profile as one graph.
func doctorShapes(named []string) (map[string]*shacl.Shapes, error) {
	builders := make(map[string]*graph.Builder)
	for i, s := range named {
		name, file, found := strings.Cut(s, "=")
		if !found {
			name, file = filepath.Base(s), s
		} else if !slices.ContainsFunc(doctor.Profiles, func(p doctor.Profile) bool { return p.ID == name }) {
			return nil, fmt.Errorf("--shapes %s: no profile %q; see policygraph doctor --help", s, name)
		}
		if builders[name] == nil {
			builders[name] = new(graph.Builder)
		}
		source, err := rdfio.Open(file, "", nil, nil)
		if err != nil {
			return nil, err
		}
		err = source.Read(formats.ReadOptions{BlankPrefix: fmt.Sprintf("shapes%d_", i), Base: "https://relative.invalid/"}, builders[name].AddRaw)
		source.Close()
		if err != nil {
			return nil, err
		}
	}
	all := make(map[string]*shacl.Shapes)
	for name, b := range builders {
		// The official shapes are not all well-formed.
		shapes, err := shacl.Compile(b.Dataset().Union(), shacl.Options{Lenient: true})
		if err != nil {
			return nil, fmt.Errorf("shapes of %s: %w", name, err)
		}
		if shapes.Len() == 0 {
			return nil, fmt.Errorf("--shapes: there are no shapes of %s", name)
		}
		all[name] = shapes
	}
	return all, nil
}
