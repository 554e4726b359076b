package schema

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"policygraph/reviews"
)

// MetadataFile is the name under which programs look for metadata beside CSV.
const MetadataFile = "csv-metadata.json"

// Metadata describes the CSV files of a folder as they are: those of a review
// that stands alone, by its id, or, where that is empty, of a data root. Files
// that are not there, and tables in YAML, are left out.
func Metadata(root fs.FS, review string) ([]byte, error) {
	places := []place{{".", review, true}}
	if review == "" {
		entries, err := fs.ReadDir(root, ".")
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if _, err := fs.Stat(root, path.Join(e.Name(), "review.yaml")); err == nil {
				places = append(places, place{e.Name(), e.Name(), false})
			}
		}
	}
	var files []csvFile
	for _, p := range places {
		for _, t := range reviews.Tables() {
			if !p.holds(t) {
				continue
			}
			f, err := readHeader(root, path.Join(p.folder, t.FileName()), t)
			if err != nil {
				return nil, err
			}
			if f != nil {
				f.review = p.review
				files = append(files, *f)
			}
		}
	}
	return metadata(files, review == ""), nil
}

// place is a folder, the review whose statements lie in it, if one is, and
// whether concepts and sources do.
type place struct {
	folder, review string
	shared         bool
}

func (p place) holds(t *reviews.Table) bool {
	switch t.Folder {
	case reviews.InConcepts, reviews.InRoot:
		return p.shared
	case reviews.InReview:
		return p.review != ""
	case reviews.InReviewYAML:
	}
	return false
}

// readHeader reads what a file says of itself; nil where there is none.
func readHeader(root fs.FS, name string, t *reviews.Table) (*csvFile, error) {
	text, err := fs.ReadFile(root, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	h, err := reviews.HeaderOf(name, string(text))
	if err != nil {
		return nil, err
	}
	for _, c := range h.Columns {
		if t.Field(c) == nil {
			return nil, fmt.Errorf("%s: no column here is called %q", name, c)
		}
	}
	return &csvFile{url: name, table: t, columns: h.Columns, separator: h.Separator, skip: h.Before}, nil
}
