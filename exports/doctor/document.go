package doctor

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/catalogue"
	"policygraph/graph"
	"policygraph/graph/formats"
)

// nowhere is what relative references are resolved against, so that they can be
// told from others.
const nowhere = "https://relative.invalid/"

// document is one file of the catalogue.
type document struct {
	path    string
	dialect string // as in catalogue.Dialect; empty for the bridge
	format  formats.Format
	answer  *Answer

	data *graph.Dataset // nil where the document cannot be read
	err  error          // why not
}

// formatOf is the RDF syntax that a path names.
func formatOf(p string) (formats.Format, bool) {
	f, err := formats.ByFile(p)
	return f, err == nil
}

// isCatalogue reports whether a path is one of the catalogue, and of which
// dialect.
func isCatalogue(p string) (dialect string, ok bool) {
	rest, ok := strings.CutPrefix(p, catalogue.Stem+".")
	if !ok || strings.Contains(p, "/") {
		return "", false
	}
	if i := strings.LastIndexByte(rest, '.'); i >= 0 {
		dialect = rest[:i]
	}
	return dialect, true
}

// served is the media type that stands in an answer, without parameters, or what
// a static host says of a name.
func (d *document) served() string {
	t, _, _ := strings.Cut(d.answer.Type, ";")
	if t = strings.ToLower(strings.TrimSpace(t)); t != "" {
		return t
	}
	return hosted[strings.ToLower(path.Ext(d.path))]
}

// hosted are the media types that static hosts give by extension.
var hosted = map[string]string{
	".ttl": "text/turtle", ".rdf": "application/rdf+xml", ".nt": "application/n-triples", ".jsonld": "application/ld+json",
	".nq": "application/n-quads", ".trig": "application/trig", ".n3": "text/n3", ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain",
}

// read reads the document. Statements before a mistake are not kept, as no
// harvester keeps them.
func (d *document) read() {
	var b graph.Builder
	body := bytes.TrimPrefix(d.answer.Body, bom)
	d.err = d.format.Read(bytes.NewReader(body), formats.ReadOptions{Name: d.path, Base: nowhere}, b.AddRaw)
	if d.err == nil {
		d.data = b.Dataset()
	}
}

var bom = []byte("\ufeff")

// place is where reading ended.
func (d *document) place() (where string, found Text) {
	var wrong *graph.SyntaxError
	if errors.As(d.err, &wrong) {
		return fmt.Sprintf("%s:%d:%d", d.path, wrong.Line, wrong.Column), same(wrong.Found)
	}
	return d.path, same(d.err.Error())
}

// id is a term's number, 0 where the document does not have it.
func (d *document) id(iri string) graph.ID {
	id, _ := d.data.Lookup(quad.IRI(iri))
	return id
}

// instances are the things of a class.
func (d *document) instances(class string) []graph.ID {
	typ, c := d.id(graph.RDFType), d.id(full(class))
	if typ == 0 || c == 0 {
		return nil
	}
	return d.data.Union().Subjects(typ, c)
}

// values are the objects of a property of a thing.
func (d *document) values(s graph.ID, property string) []graph.ID {
	p := d.id(full(property))
	if p == 0 || s == 0 {
		return nil
	}
	return d.data.Union().Objects(s, p)
}

// pairs calls f with each statement of a property.
func (d *document) pairs(property string, f func(s, o graph.ID)) {
	p := d.id(full(property))
	if p == 0 {
		return
	}
	for t := range d.data.Union().Match(0, p, 0) {
		f(t.Subject(), t.Object())
	}
}

// is reports whether a thing is of a class.
func (d *document) is(s graph.ID, class string) bool {
	typ, c := d.id(graph.RDFType), d.id(full(class))
	return typ != 0 && c != 0 && d.data.Union().Has(graph.Triple{s, typ, c})
}

// name is a term as reports write it: an IRI as it is, a blank node with its
// mark.
func (d *document) name(id graph.ID) string {
	if d.data.Kind(id) == graph.KindBNode {
		return "_:" + d.data.Text(id)
	}
	return d.data.Text(id)
}

// catalogue is the address of the catalogue, empty where there is none.
func (d *document) catalogue() string {
	if d.data == nil {
		return ""
	}
	for _, id := range d.instances("dcat:Catalog") {
		if d.data.Kind(id) == graph.KindIRI {
			return d.data.Text(id)
		}
	}
	return ""
}
