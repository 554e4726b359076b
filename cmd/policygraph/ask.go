package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"policygraph/graph"
	"policygraph/graph/sparql/syntax"
	"policygraph/ontology/names"
	"policygraph/ontology/questions"
)

func askCommand() *cli.Command {
	return &cli.Command{
		Name:      "ask",
		Usage:     "ask one of the saved questions, or list them",
		UsageText: "policygraph ask [options] [NAME [options of the question]]\n\nExample: policygraph ask lasting-vs-entry --measure language-training",
		Description: "Without NAME the questions are listed. policygraph ask NAME --help shows what a question may be\n" +
			"narrowed to; a measure, a problem and the like may be named by slug, label, prefixed name or\n" +
			"address. A question is a file NAME.rq with the question in plain words and the query in SPARQL;\n" +
			"--questions reads them from a folder of one's own, and --show prints the query instead of asking.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "lang", Usage: "list and answer in `LANGUAGE` (en, nb)", Value: "en"},
			&cli.StringFlag{Name: "questions", Usage: "take the questions of the folder `DIR` instead of the built-in ones"},
		},
		Action: ask,
	}
}

func ask(c *cli.Context) error {
	if lang := c.String("lang"); lang != "en" && lang != "nb" {
		return fmt.Errorf("--lang %s: expected en or nb", lang)
	}
	list := questions.All()
	if dir := c.String("questions"); dir != "" {
		var err error
		if list, err = questions.Load(os.DirFS(dir)); err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("no questions in %s: expected files NAME.rq", dir)
		}
	}
	if !c.Args().Present() {
		return listQuestions(c.App.Writer, list, c.String("lang"))
	}
	q, err := questions.Find(list, c.Args().First())
	if err != nil {
		return fmt.Errorf("%w; policygraph ask lists them", err)
	}
	if _, ok := q.Parameter("lang"); !ok && c.IsSet("lang") {
		return fmt.Errorf("question %s has no parameter lang; leave --lang out", q.Name)
	}
	command, err := questionCommand(q, c)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(c.Args().Tail(), isHelp) {
		cli.HelpPrinter(c.App.Writer, cli.CommandHelpTemplate, command)
		return nil
	}
	return command.Run(c, c.Args().Slice()...)
}

func isHelp(arg string) bool {
	return strings.HasPrefix(arg, "-") && slices.Contains(cli.HelpFlag.Names(), strings.TrimLeft(arg, "-"))
}

func listQuestions(w io.Writer, list []questions.Question, lang string) error {
	for _, q := range list {
		if _, err := fmt.Fprintf(w, "%s\n  %s\n", q.Name, q.Text.In(lang)); err != nil {
			return err
		}
	}
	return nil
}

// questionCommand is a command whose options are the parameters of a question. The
// language may already be given to ask itself.
func questionCommand(q *questions.Question, c *cli.Context) (*cli.Command, error) {
	flags := append([]cli.Flag{&cli.BoolFlag{Name: "show", Usage: "print the query, and ask nothing"}}, resultFlags...)
	flags = append(flags, datasetFlags...)
	var own []cli.Flag
	for _, p := range q.Parameters {
		if slices.ContainsFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), p.Name) }) {
			return nil, fmt.Errorf("question %s: the command itself has an option --%s; the parameter needs another name", q.Name, p.Name)
		}
		flag := &cli.StringFlag{Name: p.Name, Usage: parameterUsage(p), DefaultText: p.Default}
		if p.Name == "lang" && c.IsSet("lang") {
			flag.Value = c.String("lang")
		}
		own = append(own, flag)
	}
	return &cli.Command{
		Name:        q.Name,
		HelpName:    "policygraph ask " + q.Name,
		UsageText:   "policygraph ask " + q.Name + " [options]",
		Usage:       q.Text.EN,
		Description: strings.TrimSpace(q.Text.NB + "\n\n" + q.Note.EN),
		Flags:       append(own, flags...),
		Action:      func(c *cli.Context) error { return askQuestion(c, q) },
	}, nil
}

func parameterUsage(p questions.Parameter) string {
	usage := "`" + strings.ToUpper(p.Kind) + "`: " + strings.TrimSuffix(p.Help.EN, ".")
	if values := p.Values(); len(values) > 0 {
		usage += " (" + strings.Join(values, ", ") + ")"
	}
	return usage
}

func askQuestion(c *cli.Context, q *questions.Question) error {
	if args, err := arguments(c, 0); err != nil || len(args) > 0 {
		return err
	}
	base := c.String("base")
	values := make(map[string]string)
	for _, p := range q.Parameters {
		if value := c.String(p.Name); value != "" || c.IsSet(p.Name) {
			values[p.Name] = value
		}
	}
	if c.Bool("show") {
		text, err := q.Bind(values, base)
		if err == nil {
			_, err = io.WriteString(c.App.Writer, text)
		}
		return err
	}
	d, union, err := openDataset(c)
	if err != nil {
		return err
	}
	if err := resolveNames(q, values, d, base); err != nil {
		return err
	}
	text, err := q.Bind(values, base)
	if err != nil {
		return err
	}
	parsed, err := syntax.Parse([]byte(text), syntax.Options{Name: q.Name + ".rq"})
	if err != nil {
		return err
	}
	return runQuery(c, parsed, d, union)
}

// resolveNames puts addresses for the names of concepts, so that a label will do
// where a slug does. Values that are listed are left to the question.
func resolveNames(q *questions.Question, values map[string]string, d *graph.Dataset, base string) error {
	index := names.New(d, base)
	var mistakes []error
	for _, p := range q.Parameters {
		value, given := values[p.Name]
		if !given || value == "" || value == questions.Any || len(p.Values()) > 0 || !slices.Contains(named, p.Kind) {
			continue
		}
		iri, err := index.OfKind(p.Kind, value)
		if err != nil {
			mistakes = append(mistakes, fmt.Errorf("--%s: %w", p.Name, err))
		}
		values[p.Name] = string(iri)
	}
	return errors.Join(mistakes...)
}

// named are the kinds of parameters that are things with a label.
var named = []string{"measure", "problem", "mechanism", "outcome", "population"}
