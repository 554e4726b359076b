// Package feed writes the catalogue as a feed of changes: a linked data event
// stream (LDES) of DCAT-AP Feeds, from which a harvester learns what is new or has
// changed without reading the rest.
//
// The feed keeps the latest version of each thing (a retention policy that it
// states), so that it is one page and no page ever has to be written again. What
// it says of a thing stands in a graph named by the activity. The name of an activity
// is made from what it says: the same content is the same activity in every
// export, and other content another.
package feed

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports"
	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
	"policygraph/exports/internal/offer"
	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/ontology/vocab"
)

// Path is where the feed lies within an export. Hash addresses below it name the
// stream and its activities.
const Path = "feed.trig"

// Profile is what the feed conforms to.
const Profile = "https://semiceu.github.io/LDES-DCAT-AP-feeds/"

// The terms of LDES, TREE and Activity Streams.
const (
	ldes = "https://w3id.org/ldes#"
	tree = "https://w3id.org/tree#"
	as   = "https://www.w3.org/ns/activitystreams#"
)

// kinds are the classes of things that a feed has activities for.
var kinds = []quad.IRI{
	vocab.DCATNamespace + "Catalog", vocab.DCATNamespace + "Dataset", vocab.DCATNamespace + "Distribution",
	vocab.DCATNamespace + "DataService", vocab.FOAFNamespace + "Agent",
}

// Write writes the feed of the catalogue of the files that were written.
func Write(ctx context.Context, w io.Writer, in *artifact.Input) error {
	catalog, err := catalogue.Build(in, catalogue.Bridge)
	if err != nil {
		return err
	}
	f := &feed{r: offer.NewReader(catalog, in.Base), in: in, iri: in.Base + Path, things: map[graph.ID]bool{}}
	f.collect()
	f.stream()
	if err := errors.Join(f.errs...); err != nil {
		return err
	}
	format, err := formats.ByName("trig")
	if err != nil {
		return err
	}
	out := format.Open(w, formats.WriteOptions{Prefixes: f.prefixes()})
	return errors.Join(exports.WriteOrdered(ctx, out, f.b.Dataset(), in.Base), out.Close())
}

// feed is a feed in the making.
type feed struct {
	r      offer.Reader // of the catalogue
	in     *artifact.Input
	iri    string
	list   []graph.ID // the things, in order
	things map[graph.ID]bool
	b      graph.Builder
	errs   []error
}

func (f *feed) add(s string, p quad.IRI, o quad.Value, graph quad.Value) {
	if err := f.b.Add(quad.Quad{Subject: quad.IRI(s), Predicate: p, Object: o, Label: graph}); err != nil {
		f.errs = append(f.errs, err)
	}
}

// collect finds the things of the catalogue.
func (f *feed) collect() {
	for _, class := range kinds {
		for _, id := range f.r.Instances(class) {
			if !f.things[id] {
				f.things[id] = true
				f.list = append(f.list, id)
			}
		}
	}
}

// stream says what the stream is, and then each of its activities.
func (f *feed) stream() {
	stream, keep := f.iri+"#stream", f.iri+"#latest"
	f.add(stream, vocab.RDFType, quad.IRI(ldes+"EventStream"), nil)
	f.add(stream, tree+"shape", quad.IRI(Profile+"shape.ttl#ActivityShape"), nil)
	f.add(stream, ldes+"timestampPath", quad.IRI(as+"published"), nil)
	f.add(stream, ldes+"versionOfPath", quad.IRI(as+"object"), nil)
	f.add(stream, tree+"view", quad.IRI(f.iri), nil)
	f.add(f.iri, vocab.RDFType, quad.IRI(tree+"Node"), nil)
	f.add(f.iri, ldes+"retentionPolicy", quad.IRI(keep), nil)
	f.add(keep, vocab.RDFType, quad.IRI(ldes+"LatestVersionSubset"), nil)
	f.add(keep, ldes+"amount", quad.TypedString{Value: "1", Type: vocab.XSDInteger}, nil)
	for _, id := range f.list {
		f.activity(stream, id)
	}
}

// activity says that a thing was created or, if it is not of today, changed.
func (f *feed) activity(stream string, id graph.ID) {
	about := f.about(id)
	name := f.iri + "#" + sum(about)
	kind, day := "Create", f.in.Publication.Issued
	if f.in.Publication.Modified > day {
		kind, day = "Update", f.in.Publication.Modified
	}
	f.add(stream, tree+"member", quad.IRI(name), nil)
	f.add(name, vocab.RDFType, quad.IRI(as+kind), nil)
	f.add(name, as+"object", quad.IRI(f.r.D.Text(id)), nil)
	if day != "" {
		f.add(name, as+"published", quad.TypedString{Value: quad.String(day + "T00:00:00Z"), Type: vocab.XSDDateTime}, nil)
	}
	for _, q := range about {
		q.Label = quad.IRI(name)
		if err := f.b.Add(q); err != nil {
			f.errs = append(f.errs, err)
		}
	}
}

// about is what the catalogue says of a thing and of whatever it points at, as far
// as the next thing that has an activity of its own.
func (f *feed) about(id graph.ID) (said []quad.Quad) {
	seen := map[graph.ID]bool{id: true}
	for open := []graph.ID{id}; len(open) > 0; {
		s := open[0]
		open = open[1:]
		for t := range f.r.G.Match(s, 0, 0) {
			said = append(said, f.r.G.Quad(t))
			if o := t.Object(); !seen[o] && !f.things[o] {
				seen[o] = true
				open = append(open, o)
			}
		}
	}
	return said
}

// sum is a name made from what is said.
func sum(said []quad.Quad) string {
	var lines []string
	for _, q := range said {
		lines = append(lines, fmt.Sprintf("%s %s %s", q.Subject, q.Predicate, q.Object))
	}
	slices.Sort(lines)
	h := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	const enough = 16
	return hex.EncodeToString(h[:enough])
}

func (f *feed) prefixes() []graph.Prefix {
	list := []graph.Prefix{{Name: "as", IRI: as}, {Name: "ldes", IRI: ldes}, {Name: "tree", IRI: tree}, {Name: "activity", IRI: f.iri + "#"}}
	for _, p := range vocab.Prefixes() {
		if f.r.D.UsesNamespace(p.IRI) {
			list = append(list, graph.Prefix{Name: p.Name, IRI: p.IRI})
		}
	}
	return list
}
