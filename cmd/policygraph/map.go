package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/cmd/internal/rdfio"
	"policygraph/exports/mappings"
	"policygraph/internal/atomicfile"
	"policygraph/ontology/sssom"
	"policygraph/ontology/vocab"
	"policygraph/reviews/mapping"
)

func mapCommand() *cli.Command {
	in, out := mapImportCommand(), mapExportCommand()
	for _, c := range []*cli.Command{in, out} {
		c.OnUsageError = usageError
		c.HideHelpCommand = true
	}
	return &cli.Command{
		Name:        "map",
		Usage:       "bring mappings of concepts in and out, as SSSOM",
		UsageText:   "policygraph map import --review DIR FILE.sssom.tsv\npolicygraph map export [options]\n\nExample: policygraph map import --review my-reviews eurovoc.sssom.tsv",
		Description: "A mapping says what a concept of ours is to a concept of another vocabulary. Tools exchange\nmappings as SSSOM/TSV; curators keep them in concepts/mappings.csv.",
		Subcommands: []*cli.Command{in, out},
		Action: func(c *cli.Context) error {
			if word := c.Args().First(); word != "" {
				return fmt.Errorf("expected import or export, found %q; see policygraph map --help", word)
			}
			return errors.New("say import or export; see policygraph map --help")
		},
	}
}

func mapImportCommand() *cli.Command {
	return &cli.Command{
		Name:      "import",
		Usage:     "bring the mappings of an SSSOM file into concepts/mappings.csv",
		UsageText: "policygraph map import --review DIR [options] FILE.sssom.tsv\n\nExample: policygraph map import --review my-reviews eurovoc.sssom.tsv",
		Description: "Rows that are there already stay as they are. Rows that the table has otherwise are told, and\n" +
			"nothing is changed until --keep or --replace says what becomes of them; nor is anything changed\n" +
			"where a row of the file cannot be taken in. Metadata may also be in FILE.sssom.yml beside.",
		Flags: []cli.Flag{
			reviewFlag,
			&cli.StringFlag{Name: "confidence", Usage: "take rows that do not say how sure anyone is for `NUMBER`, from 0 to 1"},
			&cli.BoolFlag{Name: "keep", Usage: "leave rows that the table has otherwise as the table has them"},
			&cli.BoolFlag{Name: "replace", Usage: "write rows that the table has otherwise as the file says"},
			&cli.StringFlag{Name: "base", Usage: "the addresses of our concepts in the file start with `IRI`", Value: vocab.Base},
			quietFlag,
		},
		Action: mapImport,
	}
}

func mapExportCommand() *cli.Command {
	return &cli.Command{
		Name:        "export",
		Usage:       "write the mappings of the concepts as SSSOM",
		UsageText:   "policygraph map export [options]\n\nExample: policygraph map export --review my-reviews --output mappings.sssom.tsv",
		Description: "Remarks of curators stay where they are. Without --output the table goes to standard output.",
		Flags: []cli.Flag{
			reviewFlag, baseFlag,
			&cli.StringFlag{Name: "license", Usage: "the licence of the mappings is `IRI`", Value: "https://creativecommons.org/licenses/by/4.0/"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`", TakesFile: true},
		},
		Action: mapExport,
	}
}

func mapExport(c *cli.Context) error {
	args, err := arguments(c, math.MaxInt)
	if err != nil {
		return err
	}
	if len(args) > 0 {
		return fmt.Errorf("unexpected argument %q; see policygraph map export --help", args[0])
	}
	in, err := input(c)
	if err != nil {
		return err
	}
	built, err := pipeline.Build(c.Context, in)
	if err != nil {
		return err
	}
	if err := refuseIf(broken, c, built); err != nil {
		return err
	}
	set := mappings.FromGraph(built.Dataset, in.Base, c.String("license"))
	mapping.Complete(set, built.Corpus, in.Base)
	if c.String("output") == "" {
		return sssom.Write(c.App.Writer, set)
	}
	return writeWhole(c.String("output"), func(w io.Writer) error { return sssom.Write(w, set) })
}

// writeWhole writes a file that appears whole or not at all.
func writeWhole(name string, write func(io.Writer) error) error {
	var b atomicfile.Batch
	defer b.Abort()
	if err := b.Write(name, write); err != nil {
		return err
	}
	return b.Commit()
}

func mapImport(c *cli.Context) error {
	file, o, err := mapImportOptions(c)
	if err != nil {
		return err
	}
	loaded, err := pipeline.Load(pipeline.Input{Review: c.String("review")})
	if err != nil {
		return err
	}
	if err := refuseIf(unread, c, loaded); err != nil {
		return err
	}
	set, err := readMappings(c, file)
	if err != nil {
		return err
	}
	name, table, err := mappingsTable(c.String("review"))
	if err != nil {
		return err
	}
	result, err := mapping.Import(file, set, name, table, mapping.Concepts(loaded.Corpus), o)
	if err != nil {
		return err
	}
	if err := tellMappings(c, result, o.Policy); err != nil {
		return err
	}
	if string(result.Table) != string(table) && result.Added+result.Replaced > 0 {
		err := writeWhole(name, func(w io.Writer) error {
			_, err := w.Write(result.Table)
			return err
		})
		if err != nil {
			return err
		}
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.Writer, "%s: %d new, %d replaced, %d as before, %d kept otherwise\n", name, result.Added, result.Replaced, result.Same, result.Kept)
	}
	return nil
}

// mapImportOptions reads the argument and the flags.
func mapImportOptions(c *cli.Context) (file string, o mapping.Options, err error) {
	args, err := arguments(c, math.MaxInt)
	switch {
	case err != nil:
		return "", o, err
	case len(args) != 1:
		return "", o, fmt.Errorf("expected one file, found %d; see policygraph map import --help", len(args))
	case c.String("review") == "":
		return "", o, errors.New("--review is missing: the built-in mappings cannot be changed; see policygraph map import --help")
	case c.Bool("keep") && c.Bool("replace"):
		return "", o, errors.New("--keep and --replace cannot both be meant")
	}
	o = mapping.Options{Base: c.String("base"), Confidence: c.String("confidence")}
	if f, err := strconv.ParseFloat(o.Confidence, 64); o.Confidence != "" && (err != nil || !(f >= 0 && f <= 1)) {
		return "", o, fmt.Errorf("--confidence %s: expected a number from 0 to 1", o.Confidence)
	}
	switch {
	case c.Bool("keep"):
		o.Policy = mapping.Keep
	case c.Bool("replace"):
		o.Policy = mapping.Replace
	}
	return args[0], o, checkBase(o.Base)
}

// maxMappings is how large a file of mappings may be.
const maxMappings = 256 << 20

// readMappings reads the file and tells what is wrong with it. A file with errors
// is refused.
func readMappings(c *cli.Context, file string) (*sssom.Set, error) {
	content, err := readAtMost(c, file)
	if err != nil {
		return nil, err
	}
	o := sssom.Options{}
	if beside, ok := strings.CutSuffix(file, ".tsv"); ok {
		if metadata, err := os.ReadFile(beside + ".yml"); err == nil {
			o.MetadataName, o.Metadata = beside+".yml", metadata
		}
	}
	set, problems := sssom.Read(file, content, o)
	errors := 0
	for _, p := range problems {
		if p.Severity == sssom.Error {
			errors++
		} else if c.Bool("quiet") {
			continue
		}
		fmt.Fprintln(c.App.ErrWriter, p)
	}
	if errors > 0 {
		return nil, fmt.Errorf("%s in %s; nothing was changed", counted(errors, "error"), file)
	}
	return set, nil
}

func readAtMost(c *cli.Context, file string) ([]byte, error) {
	from := c.App.Reader
	if file != rdfio.Stdio {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("reading the mappings: %w", err)
		}
		defer f.Close()
		from = f
	}
	content, err := io.ReadAll(io.LimitReader(from, maxMappings+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading the mappings: %w", err)
	case len(content) > maxMappings:
		return nil, fmt.Errorf("reading the mappings: %s is larger than %d MiB", file, maxMappings>>20)
	}
	return content, nil
}

// mappingsTable finds the table of a folder: in the data root, or in the one
// around the folder of a review, or else in the review that stands alone, where
// it may be missing.
func mappingsTable(dir string) (name string, content []byte, err error) {
	folder := filepath.Join(dir, "concepts")
	around := filepath.Join(filepath.Dir(filepath.Clean(dir)), "concepts")
	if _, err := os.Stat(folder); err != nil {
		if _, err := os.Stat(filepath.Join(dir, reviewFile)); err == nil {
			if _, err := os.Stat(around); err == nil {
				folder = around
			}
		}
	}
	for _, yaml := range []string{"mappings.yaml", "mappings.yml"} {
		if _, err := os.Stat(filepath.Join(folder, yaml)); err == nil {
			return "", nil, fmt.Errorf("%s is YAML, and mappings are brought into CSV only", filepath.Join(folder, yaml))
		}
	}
	name = filepath.Join(folder, "mappings.csv")
	content, err = os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", nil, fmt.Errorf("reading the mappings: %w", err)
	}
	return name, content, nil
}

// tellMappings prints what keeps mappings out. The answer is no where nothing can
// be changed for it.
func tellMappings(c *cli.Context, r *mapping.Result, policy mapping.Policy) error {
	for _, p := range r.Problems {
		fmt.Fprintln(c.App.ErrWriter, p)
	}
	for _, p := range r.Conflicts {
		if policy == mapping.Ask || !c.Bool("quiet") {
			fmt.Fprintln(c.App.ErrWriter, p)
		}
	}
	switch {
	case len(r.Problems) > 0:
		fmt.Fprintf(c.App.ErrWriter, "%s cannot be taken in; nothing was changed\n", counted(len(r.Problems), "row"))
		return errNo
	case r.Table == nil:
		fmt.Fprintf(c.App.ErrWriter, "%s stand otherwise in the table; nothing was changed: say --keep or --replace\n", counted(len(r.Conflicts), "row"))
		return errNo
	}
	return nil
}
