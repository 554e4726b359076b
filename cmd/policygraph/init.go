package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"policygraph/reviews"
	"policygraph/reviews/start"
)

func initCommand() *cli.Command {
	return &cli.Command{
		Name:      "init",
		Usage:     "start a new review, with an example in every table",
		UsageText: "policygraph init [options] DIR\n\nExample: policygraph init --title \"A review of mentoring\" my-review",
		Description: "DIR is a new or an empty folder. In it come a review.yaml, the tables, a text of ten lines and\n" +
			"schemas for editors. Everything is an invented example, which passes policygraph check: write over it\n" +
			"row by row. Nothing that is there already is touched.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "id", Usage: "the short name of the review, in small letters, digits and hyphens", DefaultText: "made from the name of DIR"},
			&cli.StringFlag{Name: "title", Usage: "the `TITLE` of the review"},
			&cli.StringFlag{Name: "lang", Usage: "the language of the review, nb or en, and of what is explained", Value: "en"},
			&cli.BoolFlag{Name: "yaml", Usage: "write the tables as YAML, with comments"},
			&cli.BoolFlag{Name: "csv", Usage: "write the tables as CSV, which is done without asking"},
			quietFlag,
		},
		Action: initReview,
	}
}

func initReview(c *cli.Context) error {
	args, err := arguments(c, 1)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return fmt.Errorf("expected the name of a new folder; see policygraph init --help")
	}
	o, err := startOptions(c, args[0])
	if err != nil {
		return err
	}
	files, err := start.Dir(args[0], o)
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		printStarted(c, args[0], len(files))
	}
	return nil
}

func startOptions(c *cli.Context, dir string) (start.Options, error) {
	o := start.Options{ID: c.String("id"), Title: c.String("title"), Lang: c.String("lang"), YAML: c.Bool("yaml")}
	switch {
	case c.Bool("yaml") && c.Bool("csv"):
		return o, fmt.Errorf("--yaml and --csv are two ways to write the same tables; choose one")
	case o.Lang != "nb" && o.Lang != "en":
		return o, fmt.Errorf("--lang %s: expected nb or en", o.Lang)
	case c.IsSet("id") && (o.ID == "" || o.ID != reviews.Slug(o.ID)):
		return o, fmt.Errorf("--id %s: expected small letters a to z and digits, joined by single hyphens%s", o.ID, meaning(reviews.Slug(o.ID)))
	case o.ID == "":
		absolute, err := filepath.Abs(dir)
		if err != nil {
			return o, err
		}
		if o.ID = reviews.Slug(filepath.Base(absolute)); o.ID == "" {
			return o, fmt.Errorf("no short name can be made from %s: write one with --id", dir)
		}
	}
	return o, nil
}

// meaning is the hint behind a message, if there is one.
func meaning(hint string) string {
	if hint == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", hint)
}

// started is what is said when a review is begun, by language.
var started = map[string]struct {
	wrote, next string
	steps       []string // what each command does
}{
	"en": {
		"wrote %d files in %s; its README.md says what they are for", "next:",
		[]string{"says what is wrong, cell by cell", "puts columns and words in order", "ties the rows to your text", "writes the graph"},
	},
	"nb": {
		"skrev %d filer i %s; README.md der sier hva de er til", "så:",
		[]string{"sier hva som er galt, celle for celle", "setter kolonner og ord i orden", "knytter radene til teksten din", "skriver grafen"},
	},
}

func printStarted(c *cli.Context, dir string, files int) {
	said := started[c.String("lang")]
	fmt.Fprintf(c.App.Writer, said.wrote+"\n\n%s\n", files, dir, said.next)
	if strings.HasPrefix(dir, "-") {
		dir = "./" + dir
	}
	text, dir := shellWord(inFolder(dir, start.TextFile)), shellWord(dir)
	for i, command := range []string{
		"policygraph check --review " + dir,
		"policygraph fmt " + dir,
		"policygraph anchor --review " + dir + " --source " + text,
		"policygraph export --review " + dir,
	} {
		fmt.Fprintf(c.App.Writer, "  %s\n      %s\n", command, said.steps[i])
	}
}

// inFolder is the name of a file in a folder, which keeps a "./" that it begins with.
func inFolder(dir, name string) string { return strings.TrimRight(dir, "/") + "/" + name }

// shellWord is a text as one word of a shell, in quotes where it needs them.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_./-@%+=:,", r)
	}
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !plain(r) }) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
