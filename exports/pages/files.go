package pages

import (
	"cmp"
	"io"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
)

// File is a page.
type File struct {
	Path  string
	Title artifact.Text
	Write func(io.Writer) error
}

// Front are the front pages: one in each language, and one for the address that
// names none.
func Front() []string {
	paths := []string{"index.html"}
	for _, l := range offer.Languages {
		paths = append(paths, offer.Front(l))
	}
	return paths
}

// WriteFront writes the front page with a path.
func WriteFront(w io.Writer, in *artifact.Input, path string) error {
	l := cmp.Or(langOf(path), lang(offer.Languages[0]))
	m, err := newMaker(in, l)
	if err != nil {
		return err
	}
	return m.front().write(w)
}

// WriteConcepts writes the page of concepts with a path.
func WriteConcepts(w io.Writer, in *artifact.Input, path string) error {
	m, err := newMaker(in, langOf(path))
	if err != nil {
		return err
	}
	return m.concepts().write(w)
}

// Datasets are the pages of the datasets.
func Datasets(in *artifact.Input) (files []File, err error) {
	for _, l := range offer.Languages {
		m, err := newMaker(in, lang(l))
		if err != nil {
			return nil, err
		}
		for _, d := range m.datasets {
			files = append(files, File{offer.Page(d.Key, l), d.Title, m.dataset(d).write})
		}
	}
	return files, nil
}

func newMaker(in *artifact.Input, l lang) (*maker, error) {
	datasets, err := offer.Read(in)
	return &maker{l, in, datasets, in.Publication.FilesAt(in.Base)}, err
}

// langOf is the language that the name of a page ends in, empty where it names
// none.
func langOf(path string) lang {
	for _, l := range offer.Languages {
		const suffix = ".html"
		if n := len(path) - len(suffix) - len(l); n > 0 && path[n:] == l+suffix && path[n-1] == '.' {
			return lang(l)
		}
	}
	return ""
}
