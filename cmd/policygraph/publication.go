package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"policygraph/cmd/internal/pipeline"
	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/graph/canon"
)

// publicationFlag says where the publisher's own words are.
var publicationFlag = &cli.StringFlag{
	Name:      "publication",
	Usage:     "take publisher, licence, dates and addresses from `FILE` instead of " + publication.File + " beside the reviews",
	TakesFile: true,
}

// published reads what the publisher says: from the file that was named, else
// from the one beside the reviews, else what is built in. A base that it has is
// that of the input, unless one was asked for.
func published(c *cli.Context, in *pipeline.Input) (*publication.Publication, error) {
	file := c.String("publication")
	if file == "" && in.Review != "" {
		beside := filepath.Join(in.Review, publication.File)
		if _, err := os.Stat(beside); err == nil {
			file = beside
		} else if !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	if file == "" {
		return publication.Default(), nil
	}
	p, problems, err := publication.ReadFile(filepath.ToSlash(file))
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		for _, problem := range problems {
			fmt.Fprintf(c.App.ErrWriter, "%s\n%s", problem, problem.Picture())
		}
		return nil, fmt.Errorf("%s in what the publisher says; mend them first", counted(len(problems), "error"))
	}
	if p.Base != "" && !c.IsSet("base") {
		in.Base = p.Base
	}
	return p, nil
}

// remindOfChange tells the publisher when the data are not those that the day of
// their last change was written for: harvesters go by that day.
func remindOfChange(c *cli.Context, p *publication.Publication, d *graph.Dataset) error {
	if p.Content == "" {
		return nil
	}
	sum, err := canon.Hash(c.Context, d)
	if err != nil || sum == p.Content {
		return err
	}
	at := p.Place("content")
	fmt.Fprintf(c.App.ErrWriter, "%s:%d:%d: warning: the data have changed since %s; when you publish them, write the day and content: %s\n",
		at.File, at.Line, at.Column, p.Modified, sum)
	return nil
}
