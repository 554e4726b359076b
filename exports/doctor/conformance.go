package doctor

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"

	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
	"policygraph/graph/formats"
)

// ConformanceFile is the report that an export carries.
const ConformanceFile = "conformance.ttl"

// WriteConformance writes what the rules say of the catalogue of an export that is
// being written, as Turtle. It holds no sum, neither its own nor that of a file
// beside it: rules about sums are inapplicable there, as are those about answers
// of a server and about pages.
func WriteConformance(ctx context.Context, w io.Writer, in *artifact.Input) error {
	d, err := describe(ctx, in)
	if err != nil {
		return err
	}
	r, err := Examine(ctx, d, Options{})
	if err != nil {
		return err
	}
	return r.RDF(w, "turtle")
}

// described is an export that is being written.
type described struct {
	sizes  map[string]int64  // of the files that are written
	bodies map[string][]byte // of the catalogue
}

// describe writes the catalogue once more, into memory, in the forms in which it
// is published.
func describe(ctx context.Context, in *artifact.Input) (*described, error) {
	d := &described{make(map[string]int64), make(map[string][]byte)}
	for _, f := range in.Written {
		d.sizes[f.Path] = f.Bytes
	}
	for _, dialect := range []catalogue.Dialect{catalogue.Bridge, catalogue.DCATAP3, catalogue.DCATAP2} {
		for _, syntax := range []string{"turtle", "jsonld", "rdfxml", "ntriples"} {
			f, err := formats.ByName(syntax)
			if err != nil {
				return nil, err
			}
			path := catalogue.Stem + f.Extension()
			if dialect.Name != "" {
				path = catalogue.Stem + "." + dialect.Name + f.Extension()
			}
			if _, written := d.sizes[path]; !written && (dialect.Name != "" || syntax != "turtle") {
				continue
			}
			var out bytes.Buffer
			if err := catalogue.Write(ctx, &out, in, dialect, syntax); err != nil {
				return nil, err
			}
			d.bodies[path], d.sizes[path] = out.Bytes(), int64(out.Len())
		}
	}
	return d, nil
}

func (d *described) Name() string { return "export" }
func (d *described) Kind() Kind   { return Described }

func (d *described) Files(context.Context) (paths []string, err error) {
	for path := range d.sizes {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths, nil
}

func (d *described) Get(_ context.Context, path string) (*Answer, error) {
	body, ok := d.bodies[path]
	if !ok {
		return &Answer{Status: http.StatusNotFound}, nil
	}
	return &Answer{Status: http.StatusOK, Body: body, Size: int64(len(body))}, nil
}

func (d *described) Head(_ context.Context, path string) (*Answer, error) {
	size, ok := d.sizes[path]
	if !ok {
		return &Answer{Status: http.StatusNotFound}, nil
	}
	return &Answer{Status: http.StatusOK, Size: size}, nil
}
