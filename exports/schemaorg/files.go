package schemaorg

import (
	"io"
	"iter"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
)

// Folder is the folder of the files.
const Folder = "schemaorg/"

// Files yields the catalogue, each dataset, the concepts, the claims and the
// sources as files of the folder.
func Files(in *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
	datasets, err := offer.Read(in)
	if err != nil {
		return nil, err
	}
	var w Writer
	return func(yield func(string, func(io.Writer) error) bool) {
		put := func(name string, document func() Node) bool {
			return yield(name, func(out io.Writer) error { return Write(out, document()) })
		}
		if !put("catalog.jsonld", func() Node { return Document(w.Catalog(in, datasets)) }) {
			return
		}
		for _, d := range datasets {
			if !put(strings.TrimPrefix(offer.Described(d.Key), Folder), func() Node { return Document(w.Dataset(in, d, datasets)) }) {
				return
			}
		}
		_ = put("concepts.jsonld", func() Node { return Graph(w.Concepts(in)) }) &&
			put("claims.jsonld", func() Node { return Graph(w.Claims(in)) }) &&
			put("sources.jsonld", func() Node { return Graph(w.Sources(in)) })
	}, nil
}
