package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/rdfio"
	"policygraph/internal/nearest"
	"policygraph/ontology"
)

// The exit status of every command: yes, no, could not.
const (
	exitYes      = 0 // done; nothing found that should not be there
	exitNo       = 1 // the answer is no: the data break a rule
	exitCouldNot = 2 // the question could not be answered: usage, syntax, disk
)

// errNo is returned by a command whose answer is no and who has said why.
var errNo = errors.New("no")

// run is the program: it reads args (the first is the program's name), writes
// what was asked for to stdout and all else to stderr, and returns the exit
// status. It stops when ctx ends.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &checked{w: stdout}
	app := newApp(stdin, out, stderr)
	app.Metadata = map[string]any{wordsKey: args}
	err := app.RunContext(ctx, args)
	if (err == nil || errors.Is(err, errNo)) && out.err != nil {
		err = fmt.Errorf("writing to standard output: %w", out.err)
	}
	switch {
	case err == nil:
		return exitYes
	case errors.Is(err, errNo):
		return exitNo
	case ctx.Err() != nil:
		err = errors.New("interrupted; nothing was changed")
	}
	fmt.Fprintf(stderr, "policygraph: %v\n%s", err, picture(err))
	return exitCouldNot
}

// picture is the line that an error of syntax points at, with a caret.
func picture(err error) string {
	var pictured interface{ Picture() string }
	if errors.As(err, &pictured) {
		return pictured.Picture()
	}
	return ""
}

// checked is a writer that remembers its first error, so that what could not be
// printed is never taken for an answer.
type checked struct {
	w   io.Writer
	err error
}

func (c *checked) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	commands := []*cli.Command{
		initCommand(),
		exportCommand(),
		queryCommand(),
		pathCommand(),
		explainCommand(),
		gapmapCommand(),
		askCommand(),
		checkCommand(),
		validateCommand(),
		coverageCommand(),
		agreementCommand(),
		anchorCommand(),
		fmtCommand(),
		schemaCommand(),
		convertCommand(),
		hashCommand(),
		sameCommand(),
		diffCommand(),
		mapCommand(),
		doctorCommand(),
		docsCommand(),
		completionCommand(),
		helpCommand(),
	}
	for _, c := range commands {
		c.OnUsageError = usageError
		c.HideHelpCommand = true
	}
	return &cli.App{
		Name:      "policygraph",
		Usage:     "turn coded research reviews into linked data",
		UsageText: "policygraph command [options] [arguments]",
		Description: "Problems, mechanisms, measures, studies and their findings become one graph.\n" +
			"Without files of your own, export and check work on the review that is built in.",
		Version:              ontology.Version,
		Commands:             commands,
		Flags:                []cli.Flag{cli.HelpFlag}, // which the package leaves out where a command is named help
		EnableBashCompletion: true,
		Suggest:              true,
		HideHelpCommand:      true,
		Reader:               stdin,
		Writer:               stdout,
		ErrWriter:            stderr,
		ExitErrHandler:       func(*cli.Context, error) {},
		OnUsageError:         usageError,
		Action:               noCommand,
	}
}

func usageError(c *cli.Context, err error, _ bool) error {
	name := c.App.Name
	if c.Command != nil && c.Command.Name != "" && c.Command.Name != name {
		name += " " + c.Command.Name
	}
	return fmt.Errorf("%w%s; see %s --help", err, nearestFlag(c, err), name)
}

// nearestFlag asks whether the flag that is nearest to one that does not exist
// was meant.
func nearestFlag(c *cli.Context, err error) string {
	wrong, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: ")
	if !unknown || c.Command == nil {
		return ""
	}
	var names []string
	for _, f := range c.Command.Flags {
		names = append(names, f.Names()[0])
	}
	if name := nearest.To(strings.TrimLeft(wrong, "-"), names); name != "" {
		return "; did you mean --" + name + "?"
	}
	return ""
}

// noCommand runs where no command was named, or one that does not exist.
func noCommand(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	wrong := c.Args().First()
	var names []string
	for _, known := range c.App.Commands {
		names = append(names, known.Name)
	}
	if near := nearest.To(wrong, names); near != "" {
		return fmt.Errorf("no command %q; did you mean %s? See policygraph --help", wrong, near)
	}
	return fmt.Errorf("no command %q; see policygraph --help", wrong)
}

// anyNumber is for commands that take as many arguments as they are given.
const anyNumber = 1 << 30

// arguments returns the arguments of a command that takes at most most of
// them. The flag package stops at the first argument, so that a flag after it
// would be taken for a file and silently do nothing: it is refused here, unless
// all arguments stand behind "--".
func arguments(c *cli.Context, most int) ([]string, error) {
	args := c.Args().Slice()
	for _, arg := range args {
		if strings.HasPrefix(arg, "-") && arg != "-" && !behindDashes(c, args) {
			return nil, fmt.Errorf("option %s stands after an argument; write options first", arg)
		}
	}
	if i := slices.Index(args, rdfio.Stdio); i >= 0 && slices.Contains(args[i+1:], rdfio.Stdio) {
		return nil, errors.New("standard input (-) can be read only once")
	}
	if len(args) > most {
		return nil, fmt.Errorf("unexpected argument %q; see policygraph %s --help", args[most], c.Command.Name)
	}
	return args, nil
}

// wordsKey is where an App keeps the words that it was started with: the flag
// package does not tell whether there was a "--" among them.
const wordsKey = "words"

func behindDashes(c *cli.Context, args []string) bool {
	words, _ := c.App.Metadata[wordsKey].([]string)
	i := slices.Index(words, "--")
	return i >= 0 && slices.Equal(words[i+1:], args)
}
