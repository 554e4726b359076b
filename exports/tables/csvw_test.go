package tables_test

import (
	"encoding/json"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/internal/sample"
	"policygraph/exports/tables"
	"policygraph/exports/view"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// A reader of CSV on the Web, as far as our metadata use it, written from the
// recommendations (csv2rdf in minimal mode) and not from the writer.

// group is a group of tables with what they hold.
type group struct {
	Tables []struct {
		URL            string
		SuppressOutput bool
		TableSchema    struct {
			AboutURL    string
			PrimaryKey  []string
			Columns     []described
			ForeignKeys []struct {
				ColumnReference string
				Reference       struct{ Resource, ColumnReference string }
			}
		}
	}
	files map[string][][]string // the records, by file, with the header
}

type described struct {
	Name, Datatype, Lang, Separator, PropertyURL, ValueURL string
	Titles                                                 map[string][]string
	SuppressOutput, Virtual, Required                      bool
}

// groups are the tables of both datasets, read once, by name.
func groups(t testing.TB) map[string]group {
	t.Helper()
	if bothRead == nil {
		bothRead = make(map[string]group)
		for name, d := range sample.Both(t) {
			bothRead[name] = read(t, d)
		}
	}
	return bothRead
}

var bothRead map[string]group

// read reads everything that is written for a dataset.
func read(t testing.TB, d *graph.Dataset) group {
	t.Helper()
	g := group{files: make(map[string][][]string)}
	for _, f := range tables.Files {
		text := sample.Written(t, f, d)
		if f.Path == tables.MetadataPath {
			if err := json.Unmarshal([]byte(text), &g); err != nil {
				t.Fatal(err)
			}
			continue
		}
		g.files[strings.TrimPrefix(f.Path, tables.Folder)] = records(text)
	}
	return g
}

// field is one field of RFC 4180 and what ends it.
var field = regexp.MustCompile(`(?s)\A(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)`)

// records reads CSV. Why not encoding/csv: it takes carriage returns out of
// texts.
func records(text string) (list [][]string) {
	var record []string
	for text != "" {
		m := field.FindStringSubmatch(text)
		if m == nil {
			return append(list, []string{"not RFC 4180: " + text[:min(len(text), 40)]})
		}
		record = append(record, strings.ReplaceAll(m[1], `""`, `"`)+m[2])
		if m[3] == "\r\n" {
			list = append(list, record)
			record = nil
		}
		text = text[len(m[0]):]
	}
	return list
}

// triples are what the tables say as RDF, as N-Triples.
func (g group) triples() []string {
	all := make(map[string]bool)
	for _, t := range g.Tables {
		for _, record := range g.files[t.URL][1:] {
			if t.SuppressOutput {
				continue
			}
			row := make(map[string]string)
			for i, c := range t.TableSchema.Columns {
				if !c.Virtual {
					row[c.Name] = record[i]
				}
			}
			for _, c := range t.TableSchema.Columns {
				for _, o := range c.objects(row) {
					s, p := quad.IRI(fill(t.TableSchema.AboutURL, row)), quad.IRI(fill(c.PropertyURL, row))
					all[nquad(quad.Quad{Subject: s, Predicate: p, Object: o})] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// objects are the values that a cell has as RDF.
func (c described) objects(row map[string]string) (list []quad.Value) {
	cell := row[c.Name]
	switch {
	case c.SuppressOutput, cell == "" && !c.Virtual:
		return nil
	case c.ValueURL != "":
		return []quad.Value{quad.IRI(fill(c.ValueURL, row))}
	}
	values := []string{cell}
	if c.Datatype == "string" {
		values[0] = tables.Unguard(cell)
	}
	if c.Separator != "" {
		values = strings.Split(values[0], c.Separator)
	}
	for _, v := range values {
		switch {
		case c.Lang != "":
			list = append(list, quad.LangString{Value: quad.String(v), Lang: c.Lang})
		case c.Datatype == "string":
			list = append(list, quad.String(v))
		default:
			list = append(list, quad.TypedString{Value: quad.String(v), Type: vocab.XSDNamespace + quad.IRI(c.Datatype)})
		}
	}
	return list
}

var variable = regexp.MustCompile(`\{(\+?)([a-z_]+)\}`)

// fill expands a URI template of RFC 6570, of the two kinds that we use.
func fill(template string, row map[string]string) string {
	return variable.ReplaceAllStringFunc(template, func(s string) string {
		m := variable.FindStringSubmatch(s)
		if m[1] == "+" {
			return row[m[2]]
		}
		return url.PathEscape(row[m[2]])
	})
}

func nquad(q quad.Quad) string {
	q.Label = nil
	return strings.TrimSpace(q.NQuad())
}

// ofThings are the statements of a dataset about the things of the tables, as
// N-Triples.
func ofThings(d *graph.Dataset) (list []string) {
	u := d.Union()
	typ, _ := d.Lookup(vocab.RDFType)
	for t := range u.Match(0, 0, 0) {
		if len(u.Objects(t.Subject(), typ)) > 0 {
			list = append(list, nquad(u.Quad(t)))
		}
	}
	slices.Sort(list)
	return list
}

func file(path string) view.File {
	return tables.Files[slices.IndexFunc(tables.Files, func(f view.File) bool { return f.Path == tables.Folder+path })]
}
