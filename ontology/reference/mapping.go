package reference

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// mapping is a row of the alignment: what another vocabulary has for a term.
type mapping struct {
	subject, predicate, object quad.IRI
	predicateName, objectName  string // as the table writes them
	objectLabel, comment       string
	confidence                 string
	not                        bool // the two are looked at, and found not to be this
}

// readMappings reads an SSSOM table: lines of metadata behind #, among them a map
// of prefixes, then a header and rows.
func readMappings(text []byte) ([]mapping, error) {
	prefixes := map[string]string{}
	var columns []string
	var rows []mapping
	for n, line := range strings.Split(strings.TrimRight(string(text), "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
			if name, iri, ok := strings.Cut(strings.TrimSpace(line[1:]), ": "); ok && strings.HasPrefix(line, "#   ") {
				prefixes[name] = iri
			}
		case columns == nil:
			columns = strings.Split(line, "\t")
		default:
			row, err := readMapping(columns, strings.Split(line, "\t"), prefixes)
			if err != nil {
				return nil, fmt.Errorf("alignment.sssom.tsv:%d: %w", n+1, err)
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func readMapping(columns, cells []string, prefixes map[string]string) (m mapping, err error) {
	row := map[string]string{}
	for i, name := range columns {
		if i < len(cells) {
			row[name] = cells[i]
		}
	}
	for _, cell := range []struct {
		name string
		iri  *quad.IRI
	}{{"subject_id", &m.subject}, {"predicate_id", &m.predicate}, {"object_id", &m.object}} {
		prefix, local, _ := strings.Cut(row[cell.name], ":")
		space, ok := prefixes[prefix]
		if !ok {
			return m, fmt.Errorf("expected a short address of a prefix in curie_map, found %q", row[cell.name])
		}
		*cell.iri = quad.IRI(space + local)
	}
	m.predicateName, m.objectName = row["predicate_id"], row["object_id"]
	m.objectLabel, m.comment, m.confidence = row["object_label"], row["comment"], row["confidence"]
	m.not = row["predicate_modifier"] == "Not"
	return m, nil
}
