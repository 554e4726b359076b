package main

import (
	"slices"

	"github.com/urfave/cli/v2"
)

func helpCommand() *cli.Command {
	return &cli.Command{
		Name:      "help",
		Usage:     "say what a command does and which options it has",
		UsageText: "policygraph help [COMMAND]\n\nExample: policygraph help ask lasting-vs-entry",
		Description: "policygraph help COMMAND is policygraph COMMAND --help; without COMMAND the commands are\n" +
			"listed.",
		Action: help,
	}
}

func help(c *cli.Context) error {
	args, err := arguments(c, anyNumber)
	switch {
	case err != nil:
		return err
	case len(args) == 0:
		return cli.ShowAppHelp(c)
	}
	return c.App.RunContext(c.Context, slices.Concat([]string{c.App.Name}, args, []string{"--help"}))
}
