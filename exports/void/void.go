// Package void describes the graph with VoID, the Vocabulary of Interlinked
// Datasets (W3C Interest Group Note, 3 March 2011): how large it is, which classes
// and properties it uses and how often, what it links to, and where it can be
// fetched. It says what a query would otherwise have to count.
//
// Everything described has an address below the document (void.ttl#…), so that
// there are no blank nodes, and the same graph gives the same bytes.
package void

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/exports/catalogue"
	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// The terms of VoID, and those of others that only a description needs.
const (
	ns = vocab.VOIDNamespace

	description       quad.IRI = ns + "DatasetDescription"
	linkset           quad.IRI = ns + "Linkset"
	subset            quad.IRI = ns + "subset"
	entities          quad.IRI = ns + "entities"
	classes           quad.IRI = ns + "classes"
	properties        quad.IRI = ns + "properties"
	distinctSubjects  quad.IRI = ns + "distinctSubjects"
	distinctObjects   quad.IRI = ns + "distinctObjects"
	class             quad.IRI = ns + "class"
	property          quad.IRI = ns + "property"
	classPartition    quad.IRI = ns + "classPartition"
	propertyPartition quad.IRI = ns + "propertyPartition"
	dataDump          quad.IRI = ns + "dataDump"
	feature           quad.IRI = ns + "feature"
	sparqlEndpoint    quad.IRI = ns + "sparqlEndpoint"
	exampleResource   quad.IRI = ns + "exampleResource"
	subjectsTarget    quad.IRI = ns + "subjectsTarget"
	objectsTarget     quad.IRI = ns + "objectsTarget"
	linkPredicate     quad.IRI = ns + "linkPredicate"

	primaryTopic quad.IRI = vocab.FOAFNamespace + "primaryTopic"
	homepage     quad.IRI = vocab.FOAFNamespace + "homepage"
	license      quad.IRI = vocab.DCTNamespace + "license"
	issued       quad.IRI = vocab.DCTNamespace + "issued"
	modified     quad.IRI = vocab.DCTNamespace + "modified"
	formats               = "http://www.w3.org/ns/formats/"
)

// Path is where the description lies within an export. Hash addresses below it
// name the parts of the graph that it counts.
const Path = "void.ttl"

// Write writes the description of the graph and of the files in.Written that
// hold all of it, as Turtle.
func Write(w io.Writer, in *artifact.Input) error {
	d := &document{in: in, all: in.Dataset.Union(), doc: in.Base + Path, about: make(map[quad.IRI][]quad.Quad)}
	d.typ, _ = in.Dataset.Lookup(vocab.RDFType)
	d.head()
	d.whole()
	d.graphs()
	d.classes()
	d.properties(d.dataset(), "property-", tally(d.all))
	d.links()
	return d.write(w)
}

func prefixes(base string) []graph.Prefix {
	var all []graph.Prefix
	for _, p := range vocab.Prefixes() {
		all = append(all, graph.Prefix{Name: p.Name, IRI: string(vocab.Rebase(quad.IRI(p.IRI), base))})
	}
	return append(all, graph.Prefix{Name: "formats", IRI: formats})
}

// document is a description in the making.
type document struct {
	in  *artifact.Input
	all *graph.Graph
	typ graph.ID // rdf:type, 0 if nothing has one
	doc string   // its address

	subjects []quad.IRI // in the order in which they are first spoken of
	about    map[quad.IRI][]quad.Quad
}

// write writes what was said, subject by subject.
func (d *document) write(w io.Writer) error {
	out := turtle.NewWriter(w, turtle.WriteOptions{Prefixes: prefixes(d.in.Base)})
	for _, s := range d.subjects {
		for _, q := range d.about[s] {
			if err := out.WriteQuad(q); err != nil {
				return err
			}
		}
	}
	return out.Close()
}

// dataset is the graph, under the address that it has in the catalogue.
func (d *document) dataset() quad.IRI {
	return quad.IRI(catalogue.DatasetIRI(d.in.Base, artifact.Whole))
}

// part is the address of a part of the description.
func (d *document) part(name string) quad.IRI { return quad.IRI(d.doc + "#" + name) }

func (d *document) say(s, p quad.IRI, o quad.Value) {
	if d.about[s] == nil {
		d.subjects = append(d.subjects, s)
	}
	d.about[s] = append(d.about[s], quad.Quad{Subject: s, Predicate: p, Object: o})
}

func (d *document) count(s, p quad.IRI, n int) {
	d.say(s, p, quad.TypedString{Value: quad.String(strconv.Itoa(n)), Type: vocab.XSDInteger})
}

func (d *document) date(s, p quad.IRI, day string) {
	if day != "" {
		d.say(s, p, quad.TypedString{Value: quad.String(day), Type: vocab.XSDNamespace + "date"})
	}
}

func (d *document) title(s quad.IRI, nb, en string) {
	d.say(s, vocab.DCTTitle, quad.LangString{Value: quad.String(nb), Lang: "nb"})
	d.say(s, vocab.DCTTitle, quad.LangString{Value: quad.String(en), Lang: "en"})
}

func (d *document) head() {
	doc := quad.IRI(d.doc)
	d.say(doc, vocab.RDFType, description)
	d.title(doc, "Beskrivelse av grafen (VoID)", "Description of the graph (VoID)")
	d.say(doc, primaryTopic, d.dataset())
}

// whole describes the graph as a whole.
func (d *document) whole() {
	set := d.dataset()
	d.say(set, vocab.RDFType, vocab.VOIDDataset)
	d.published(set)
	d.say(set, vocab.VOIDURISpace, quad.String(d.in.Base))
	for _, v := range vocabularies(d.all, d.in.Base) {
		d.say(set, vocab.VOIDVocabulary, v)
	}
	d.size(set, d.all)
	for _, e := range examples(d.all, d.typ, d.in.Base) {
		d.say(set, exampleResource, e)
	}
}

// published says what the publisher says, and where the files are.
func (d *document) published(set quad.IRI) {
	p := d.in.Publication
	d.title(set, p.Title.NB, p.Title.EN)
	d.say(set, vocab.DCTPublisher, quad.IRI(p.PublisherIRI(d.in.Base)))
	if t, ok := authority.Licence.Term(p.Licence); ok {
		d.say(set, license, quad.IRI(t.IRI()))
	}
	d.date(set, issued, p.Issued)
	d.date(set, modified, p.Modified)
	d.say(set, homepage, quad.IRI(p.HomepageAt(d.in.Base)))
	for _, f := range d.in.Written {
		if at := p.FilesAt(d.in.Base); at != "" && f.Full && f.Dataset == artifact.Whole {
			d.say(set, dataDump, quad.IRI(at+f.Path))
		}
	}
	for _, f := range features(d.in.Written) {
		d.say(set, feature, f)
	}
	for _, s := range p.Services {
		if slices.Contains(s.Standards, sparqlProtocol) {
			d.say(set, sparqlEndpoint, quad.IRI(s.Endpoint))
		}
	}
}

// sparqlProtocol is the standard by which a service is known as an endpoint.
const sparqlProtocol = "https://www.w3.org/TR/sparql11-protocol/"

// size counts a graph.
func (d *document) size(s quad.IRI, g *graph.Graph) {
	n := sizeOf(g, d.typ, d.in.Base)
	d.count(s, vocab.VOIDTriples, n.triples)
	d.count(s, entities, n.entities)
	d.count(s, distinctSubjects, n.subjects)
	d.count(s, distinctObjects, n.objects)
	d.count(s, classes, n.classes)
	d.count(s, properties, n.properties)
}

// graphs describes each named graph as a subset.
func (d *document) graphs() {
	for _, g := range d.in.Dataset.Graphs() {
		if g.Name() == 0 {
			continue
		}
		name := quad.IRI(d.in.Dataset.Text(g.Name()))
		d.say(d.dataset(), subset, name)
		d.say(name, vocab.RDFType, vocab.VOIDDataset)
		d.size(name, g)
	}
}

// classes describes each class, and the properties that its things have.
func (d *document) classes() {
	if d.typ == 0 {
		return
	}
	things, members := d.all.With(d.typ)
	for len(things) > 0 {
		c, n := things[0], 1
		for n < len(things) && things[n] == c {
			n++
		}
		name := quad.IRI(d.in.Dataset.Text(c))
		s := d.part("class-" + d.short(name))
		d.say(d.dataset(), classPartition, s)
		d.say(s, vocab.RDFType, vocab.VOIDDataset)
		d.say(s, class, name)
		d.count(s, entities, n)
		d.properties(s, "class-"+d.short(name)+"-property-", tallyOf(d.all, members[:n]))
		things, members = things[n:], members[n:]
	}
}

// properties describes the properties of a part.
func (d *document) properties(of quad.IRI, prefix string, rows []use) {
	for _, u := range rows {
		name := quad.IRI(d.in.Dataset.Text(u.property))
		s := d.part(prefix + d.short(name))
		d.say(of, propertyPartition, s)
		d.say(s, vocab.RDFType, vocab.VOIDDataset)
		d.say(s, property, name)
		d.count(s, vocab.VOIDTriples, u.triples)
		d.count(s, distinctSubjects, u.subjects)
		d.count(s, distinctObjects, u.objects)
	}
}

// short is a term as part of an address: its prefixed name with a dot, or
// where no prefix fits, its number in the graph's order of terms.
func (d *document) short(iri quad.IRI) string {
	for _, p := range vocab.Prefixes() {
		space := string(vocab.Rebase(quad.IRI(p.IRI), d.in.Base))
		if local, ok := cutPrefix(string(iri), space); ok {
			return p.Name + "." + local
		}
	}
	id, _ := d.in.Dataset.Lookup(iri)
	return fmt.Sprintf("term.%d", id)
}
