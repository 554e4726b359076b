package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"policygraph/internal/atomicfile"
	"policygraph/reviews/schema"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "write JSON Schemas of the YAML files and CSVW metadata of the CSV files",
		UsageText: "policygraph schema [options]\n\nExample: policygraph schema -o my-review/schema",
		Description: "Editors complete and underline YAML by a JSON Schema that its first line names, as\n" +
			"  # yaml-language-server: $schema=schema/findings.schema.json\n" +
			"does in what policygraph init writes. A schema sees one file; policygraph check has the last word.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `DIR`", Value: "schema", TakesFile: true},
			quietFlag,
		},
		Action: writeSchemas,
	}
}

func writeSchemas(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	dir := c.String("output")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var b atomicfile.Batch
	defer b.Abort()
	files := schema.Files()
	for _, f := range files {
		err := b.Write(filepath.Join(dir, f.Name), func(w io.Writer) error {
			_, err := w.Write(f.Content)
			return err
		})
		if err != nil {
			return err
		}
	}
	if err := b.Commit(); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.Writer, "wrote %d files in %s\n", len(files), dir)
	}
	return nil
}
