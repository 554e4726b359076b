package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/internal/atomicfile"
	"policygraph/reviews/schema"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "write JSON Schemas of the YAML files and CSVW metadata of the CSV files",
		UsageText: "policygraph schema [options]\n\nExample: policygraph schema --review my-review",
		Description: "Editors complete and underline YAML by a JSON Schema that its first line names, as\n" +
			"  # yaml-language-server: $schema=schema/findings.schema.json\n" +
			"does in what policygraph init writes. A schema sees one file; policygraph check has the last word.\n" +
			"With --review, csv-metadata.json is written beside the CSV files and describes them as they are;\n" +
			"without, it goes with the schemas and describes every table with every column.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the schemas into `DIR`", DefaultText: "schema, below the review if there is one", TakesFile: true},
			reviewFlag, quietFlag,
		},
		Action: writeSchemas,
	}
}

func writeSchemas(c *cli.Context) error {
	if _, err := arguments(c, 0); err != nil {
		return err
	}
	review, dir := c.String("review"), c.String("output")
	if dir == "" {
		dir = filepath.Join(review, "schema")
	}
	described, err := describedFiles(review, dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var b atomicfile.Batch
	defer b.Abort()
	files := []schema.File{described}
	for _, f := range schema.Files() {
		files = append(files, schema.File{Name: filepath.Join(dir, f.Name), Content: f.Content})
	}
	for _, f := range files {
		err := b.Write(f.Name, func(w io.Writer) error {
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
		fmt.Fprintf(c.App.Writer, "wrote %s and %d schemas in %s\n", described.Name, len(files)-1, dir)
	}
	return nil
}

// describedFiles is the metadata of the CSV files of a folder, to be written
// beside them; without a folder, the template, to be written into dir.
func describedFiles(review, dir string) (schema.File, error) {
	if review == "" {
		return schema.File{Name: filepath.Join(dir, schema.MetadataFile), Content: schema.Template()}, nil
	}
	loaded, err := pipeline.Load(pipeline.Input{Review: review})
	if err != nil {
		return schema.File{}, err
	}
	id := ""
	if _, err := os.Stat(filepath.Join(review, reviewFile)); err == nil {
		if found := loaded.Corpus.Reviews(); len(found) == 1 {
			id = found[0]
		}
	}
	content, err := schema.Metadata(os.DirFS(review), id)
	return schema.File{Name: filepath.Join(review, schema.MetadataFile), Content: content}, err
}
