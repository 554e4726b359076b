package nanopub

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/turtle"
	"policygraph/ontology/vocab"
)

// FileName is what the document is called.
const FileName = "policygraph.nanopubs.trig"

// Publication is what a publisher says of all nanopublications. What is empty is
// left out; who publishes for others fills in all of it.
type Publication struct {
	Creator quad.IRI // who makes the assertions from the reviews, and publishes them
	License quad.IRI // of the nanopublications
	Created string   // a date, 2026-11-22, or an xsd:dateTime
}

// The nanopublication schema and its extensions.
const (
	schemaNamespace = "http://www.nanopub.org/nschema#"

	nanopublication    quad.IRI = schemaNamespace + "Nanopublication"
	hasAssertion       quad.IRI = schemaNamespace + "hasAssertion"
	hasProvenance      quad.IRI = schemaNamespace + "hasProvenance"
	hasPublicationInfo quad.IRI = schemaNamespace + "hasPublicationInfo"

	extensionNamespace          = "http://purl.org/nanopub/x/"
	introduces         quad.IRI = extensionNamespace + "introduces"
)

// kinds are the classes of the statements, in order.
var kinds = []quad.IRI{vocab.Claim, vocab.Finding, vocab.Judgement, vocab.EvidenceGap}

// Write writes a nanopublication for each claim, finding, judgement and gap of d,
// in this order and by address. base is where our own terms live in d. A
// statement that says neither section nor review is an error: a nanopublication
// must say where it is from. The same dataset gives the same bytes.
func Write(w io.Writer, d *graph.Dataset, base string, p Publication) error {
	created, err := p.created()
	if err != nil {
		return err
	}
	v := &view{d: d, g: d.Union(), base: base, publication: p, created: created}
	v.to = turtle.NewWriter(w, turtle.WriteOptions{Syntax: turtle.TriG, Prefixes: v.prefixes()})
	typ := v.id(vocab.RDFType)
	done := map[graph.ID]bool{}
	for _, kind := range kinds {
		for _, s := range v.g.Subjects(typ, v.id(kind)) {
			if done[s] {
				continue
			}
			done[s] = true
			if err := v.write(s); err != nil {
				return err
			}
		}
	}
	return v.to.Close()
}

// view is the dataset that nanopublications are made of, and where they go.
type view struct {
	d           *graph.Dataset
	g           *graph.Graph
	base        string
	publication Publication
	created     quad.Value // nil for none
	to          *turtle.Writer
}

// id is the term of an IRI of ours in the dataset, 0 if it has none.
func (v *view) id(iri quad.IRI) graph.ID {
	id, _ := v.d.Lookup(vocab.Rebase(iri, v.base))
	return id
}

func (v *view) prefixes() []turtle.Prefix {
	list := []turtle.Prefix{{Name: "np", IRI: schemaNamespace}, {Name: "npx", IRI: extensionNamespace}}
	for _, p := range vocab.Prefixes() {
		iri := string(vocab.Rebase(quad.IRI(p.IRI), v.base))
		if p.Name == "dct" || p.Name == "prov" || v.d.UsesNamespace(iri) {
			list = append(list, turtle.Prefix{Name: p.Name, IRI: iri})
		}
	}
	return list
}

var dateTime = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)

// created is the literal of the date, as xsd:dateTime, which readers of
// nanopublications look for.
func (p Publication) created() (quad.Value, error) {
	if p.Created == "" {
		return nil, nil
	}
	text := p.Created
	if !strings.Contains(text, "T") {
		text += "T00:00:00Z"
	}
	if !dateTime.MatchString(text) {
		return nil, fmt.Errorf("nanopub: expected a date like 2026-11-22 as the date of publication, found %q", p.Created)
	}
	return quad.TypedString{Value: quad.String(text), Type: vocab.XSDDateTime}, nil
}

// pub is one nanopublication.
type pub struct {
	iri                         quad.IRI
	head, assertion, prov, info quad.IRI
}

// pubOf names the nanopublication of a statement.
func (v *view) pubOf(s graph.ID) (pub, error) {
	address, ok := strings.CutPrefix(v.d.Text(s), v.base+"id/")
	if !ok || v.d.Kind(s) != graph.KindIRI {
		return pub{}, fmt.Errorf("nanopub: expected a statement below <%sid/>, found %v", v.base, v.d.Term(s))
	}
	iri := quad.IRI(v.base + "nanopub/" + address)
	return pub{iri, iri + "#Head", iri + "#assertion", iri + "#provenance", iri + "#pubinfo"}, nil
}

func (v *view) write(s graph.ID) error {
	n, err := v.pubOf(s)
	if err != nil {
		return err
	}
	provenance := v.provenance(s, n)
	if len(provenance) == 0 {
		return fmt.Errorf("nanopub: %v says neither its section nor its review", v.d.Term(s))
	}
	parts := [][]quad.Quad{
		in(n.head,
			quad.Quad{Subject: n.iri, Predicate: vocab.RDFType, Object: nanopublication},
			quad.Quad{Subject: n.iri, Predicate: hasAssertion, Object: n.assertion},
			quad.Quad{Subject: n.iri, Predicate: hasProvenance, Object: n.prov},
			quad.Quad{Subject: n.iri, Predicate: hasPublicationInfo, Object: n.info}),
		in(n.assertion, v.assertion(s)...),
		in(n.prov, provenance...),
		in(n.info, v.info(s, n)...),
	}
	for _, q := range slices.Concat(parts...) {
		if err := v.to.WriteQuad(q); err != nil {
			return err
		}
	}
	return nil
}

// in puts triples into a graph.
func in(name quad.IRI, triples ...quad.Quad) []quad.Quad {
	for i := range triples {
		triples[i].Label = name
	}
	return triples
}

// assertion is all that is said of a statement, and the link that a claim makes.
func (v *view) assertion(s graph.ID) (triples []quad.Quad) {
	for t := range v.g.Match(s, 0, 0) {
		triples = append(triples, v.g.Quad(t))
	}
	slices.SortStableFunc(triples, func(a, b quad.Quad) int { return isType(a) - isType(b) })
	for _, from := range v.g.Objects(s, v.id(vocab.Subject)) {
		for _, p := range v.g.Objects(s, v.id(vocab.Predicate)) {
			for _, to := range v.g.Objects(s, v.id(vocab.Object)) {
				if link := (graph.Triple{from, p, to}); v.links(s, link) {
					triples = append(triples, v.g.Quad(link))
				}
			}
		}
	}
	return triples
}

// isType is -1 for the statement of a class, which comes first, and 0 for others.
func isType(q quad.Quad) int {
	if q.Predicate == vocab.RDFType {
		return -1
	}
	return 0
}

// links reports whether the claim s makes the link, rather than another claim
// that the link is also of: the graph has it, and the review did not turn s down.
func (v *view) links(s graph.ID, link graph.Triple) bool {
	rejected := v.id(vocab.ModalityRejected)
	return v.g.Has(link) && !(rejected != 0 && v.g.Has(graph.Triple{s, v.id(vocab.Modality), rejected}))
}

// provenance says where the assertion is from: the sections and their review,
// the sources that the review cites for it, and who read it there.
func (v *view) provenance(s graph.ID, n pub) (triples []quad.Quad) {
	say := func(p quad.IRI, o quad.Value) {
		triples = append(triples, quad.Quad{Subject: n.assertion, Predicate: p, Object: o})
	}
	sections := v.g.Objects(s, v.id(vocab.StatedIn))
	for _, section := range sections {
		say(vocab.PROVWasDerivedFrom, v.d.Term(section))
	}
	for _, review := range v.reviews(s, sections) {
		say(vocab.PROVWasDerivedFrom, v.d.Term(review))
	}
	if len(triples) == 0 {
		return nil
	}
	for _, cited := range v.set(s, vocab.FromStudy, vocab.CitedSource) {
		say(vocab.PROVHadPrimarySource, v.d.Term(cited))
	}
	if v.publication.Creator != "" {
		say(vocab.PROVWasAttributedTo, v.publication.Creator)
	}
	return triples
}

// set is the objects of some properties, each once, in order.
func (v *view) set(s graph.ID, properties ...quad.IRI) (all []graph.ID) {
	for _, p := range properties {
		all = append(all, v.g.Objects(s, v.id(p))...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// reviews are the reviews a statement is from: those that its sections are a part
// of, or where it names none, those that its graphs were derived from.
func (v *view) reviews(s graph.ID, sections []graph.ID) []graph.ID {
	is := v.id(vocab.DCTIsPartOf)
	var within []graph.ID
	for next := slices.Clone(sections); len(next) > 0; next = next[1:] {
		if !slices.Contains(within, next[0]) {
			within = append(within, next[0])
			next = append(next, v.g.Objects(next[0], is)...)
		}
	}
	if found := v.onlyReviews(within); len(found) > 0 {
		return found
	}
	var origins []graph.ID
	for _, g := range v.d.Graphs() {
		if g.Name() != 0 && g.Count(s, 0, 0) > 0 {
			origins = append(origins, v.g.Objects(g.Name(), v.id(vocab.PROVWasDerivedFrom))...)
		}
	}
	return v.onlyReviews(origins)
}

// onlyReviews are those things that are reviews, each once, in order.
func (v *view) onlyReviews(things []graph.ID) (found []graph.ID) {
	typ, class := v.id(vocab.RDFType), v.id(vocab.Review)
	for _, thing := range things {
		if class != 0 && v.g.Has(graph.Triple{thing, typ, class}) {
			found = append(found, thing)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// info says what the nanopublication brings in, and who publishes it.
func (v *view) info(s graph.ID, n pub) []quad.Quad {
	triples := []quad.Quad{{Subject: n.iri, Predicate: introduces, Object: v.d.Term(s)}}
	for _, f := range []struct {
		predicate quad.IRI
		value     quad.Value
	}{
		{vocab.DCTCreated, v.created},
		{vocab.DCTCreator, v.publication.Creator},
		{vocab.DCTLicense, v.publication.License},
	} {
		if f.value != nil && f.value != quad.IRI("") {
			triples = append(triples, quad.Quad{Subject: n.iri, Predicate: f.predicate, Object: f.value})
		}
	}
	return triples
}
