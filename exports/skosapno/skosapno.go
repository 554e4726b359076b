package skosapno

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/graph/jsonld"
	"policygraph/ontology/vocab"
)

// Stem is what the names of the files start with; the extension of the format
// follows.
const Stem = "concepts.skos-ap-no"

// Publication is what the profile wants to know of the publisher.
type Publication struct {
	Publisher quad.IRI // the organization; data.norge.no knows those of its organization catalogue
	Name      string   // of the organization; may be empty
	Contact   Contact  // whom to ask
	Modified  string   // the date of the last change, 2026-11-22; may be empty
}

// Contact is whom to ask about the concepts. At least one of Email and Page is
// filled.
type Contact struct {
	Name  string
	Email string // without mailto:
	Page  quad.IRI
}

// Write writes the catalogue in one RDF syntax. base is where our own terms live
// in d. Concepts that [Unfit] lists are not in it. The order is that of the kinds,
// then of addresses, and the same dataset gives the same bytes.
func Write(w io.Writer, d *graph.Dataset, base string, p Publication, f formats.Format) error {
	if err := p.check(); err != nil {
		return err
	}
	context, err := jsonldContext()
	if err != nil {
		return err
	}
	to := f.Open(w, formats.WriteOptions{Prefixes: prefixes, Context: context})
	c := newCatalogue(d, base)
	c.publication, c.to = p, to
	c.organizations()
	for i := range kinds {
		c.kind(i)
	}
	return errors.Join(c.err, to.Close())
}

// A Lack is a concept that the profile does not take, and what it wants of it.
type Lack struct {
	Concept quad.IRI
	Wants   string
}

// Unfit returns the concepts of d that lack what is mandatory, by kind and
// address: a preferred name in bokmål and one in nynorsk, and a definition.
func Unfit(d *graph.Dataset, base string) (all []Lack) {
	c := newCatalogue(d, base)
	for _, k := range kinds {
		for _, s := range c.g.Subjects(c.id(vocab.RDFType), c.id(k.class)) {
			if iri, ok := d.Term(s).(quad.IRI); ok {
				if wants := c.wants(s); wants != "" {
					all = append(all, Lack{iri, wants})
				}
			}
		}
	}
	return all
}

// wants is what the profile misses in a concept, empty for nothing.
func (c *catalogue) wants(s graph.ID) string {
	switch names := c.id(vocab.SKOSPrefLabel); {
	case c.languages(s, names)["nb"] != 1:
		return "one preferred name in bokmål"
	case c.languages(s, names)["nn"] != 1:
		return "one preferred name in nynorsk"
	case len(c.languages(s, c.id(vocab.SKOSDefinition))) == 0:
		return "a definition"
	}
	return ""
}

// languages counts the texts of a property by language.
func (c *catalogue) languages(s, p graph.ID) map[string]int {
	n := map[string]int{}
	for _, o := range c.g.Objects(s, p) {
		if c.d.Kind(o) == graph.KindLangString {
			n[c.d.Aux(o)]++
		}
	}
	return n
}

func (p Publication) check() error {
	switch {
	case p.Publisher == "":
		return errors.New("skos-ap-no: the profile wants a publisher, and none is given")
	case p.Contact.Email == "" && p.Contact.Page == "":
		return errors.New("skos-ap-no: the profile wants a contact point, and neither an email address nor a page is given")
	}
	return nil
}

// jsonldContext is the prefixes as a context.
func jsonldContext() (*jsonld.Context, error) {
	names := map[string]string{}
	for _, p := range prefixes {
		names[p.Name] = p.IRI
	}
	text, err := json.Marshal(names)
	if err != nil {
		return nil, err
	}
	context, err := jsonld.ParseContext(text)
	if err != nil {
		return nil, fmt.Errorf("skos-ap-no: %w", err)
	}
	return context, nil
}

// catalogue is the document under way. The first error sticks.
type catalogue struct {
	d           *graph.Dataset
	g           *graph.Graph
	base        string
	publication Publication
	to          formats.Writer
	raw         graph.RawQuad
	err         error
}

func newCatalogue(d *graph.Dataset, base string) *catalogue {
	return &catalogue{d: d, g: d.Union(), base: base}
}

func (c *catalogue) say(s, p quad.IRI, o quad.Value) {
	if c.err != nil {
		return
	}
	if c.err = c.raw.SetQuad(quad.Quad{Subject: s, Predicate: p, Object: o}); c.err == nil {
		c.err = c.to.WriteRaw(&c.raw)
	}
}

// id is the term of an IRI of ours in the dataset, 0 if it has none.
func (c *catalogue) id(iri quad.IRI) graph.ID {
	id, _ := c.d.Lookup(vocab.Rebase(iri, c.base))
	return id
}

// contact is the address of the contact point.
func (c *catalogue) contact() quad.IRI { return quad.IRI(c.base + "id/contact") }

func (c *catalogue) organizations() {
	p := c.publication
	c.say(p.Publisher, vocab.RDFType, organization)
	if p.Name != "" {
		c.say(p.Publisher, vocab.FOAFName, quad.String(p.Name))
	}
	c.say(c.contact(), vocab.RDFType, vOrganization)
	if p.Contact.Name != "" {
		c.say(c.contact(), vName, quad.String(p.Contact.Name))
	}
	if p.Contact.Email != "" {
		c.say(c.contact(), vEmail, quad.IRI("mailto:"+p.Contact.Email))
	}
	if p.Contact.Page != "" {
		c.say(c.contact(), vURL, p.Contact.Page)
	}
}

// kind writes a collection and its concepts. A collection without members is
// left out, as the profile wants at least one.
func (c *catalogue) kind(i int) {
	k := kinds[i]
	concepts := slices.DeleteFunc(slices.Clone(c.g.Subjects(c.id(vocab.RDFType), c.id(k.class))), c.unfit)
	if len(concepts) == 0 {
		return
	}
	iri := quad.IRI(c.base + "id/collection/" + k.slug)
	c.say(iri, vocab.RDFType, collection)
	c.texts(iri, vocab.DCTTitle, k.title)
	c.texts(iri, vocab.DCTDescription, k.description)
	c.responsible(iri)
	for _, s := range concepts {
		c.say(iri, member, c.d.Term(s))
	}
	for _, s := range concepts {
		c.concept(s, iri)
	}
}

// unfit reports whether the profile does not take a thing as a concept.
func (c *catalogue) unfit(s graph.ID) bool {
	return c.d.Kind(s) != graph.KindIRI || c.wants(s) != ""
}

func (c *catalogue) texts(s, p quad.IRI, t text) {
	c.say(s, p, quad.LangString{Value: quad.String(t.nb), Lang: "nb"})
	c.say(s, p, quad.LangString{Value: quad.String(t.nn), Lang: "nn"})
	c.say(s, p, quad.LangString{Value: quad.String(t.en), Lang: "en"})
}

// responsible says what concepts and collections have in common.
func (c *catalogue) responsible(s quad.IRI) {
	c.say(s, vocab.DCTIdentifier, quad.TypedString{Value: quad.String(s), Type: vocab.XSDAnyURI})
	c.say(s, vocab.DCTPublisher, c.publication.Publisher)
	c.say(s, contactPoint, c.contact())
}

func (c *catalogue) concept(id graph.ID, in quad.IRI) {
	s := quad.IRI(c.d.Text(id))
	c.say(s, vocab.RDFType, vocab.SKOSConcept)
	for _, p := range []quad.IRI{vocab.SKOSPrefLabel, vocab.SKOSAltLabel} {
		for _, o := range c.g.Objects(id, c.id(p)) {
			c.say(s, p, c.d.Term(o))
		}
	}
	notes := c.definitions(id, s)
	for _, n := range notes {
		c.say(s, xlDefinition, n.iri)
	}
	for _, o := range c.g.Objects(id, c.id(vocab.SKOSBroader)) {
		if !c.unfit(o) {
			c.say(s, specializes, c.d.Term(o))
		}
	}
	c.responsible(s)
	if c.publication.Modified != "" {
		c.say(s, vocab.DCTModified, quad.TypedString{Value: quad.String(c.publication.Modified), Type: vocab.XSDDate})
	}
	c.say(s, memberOf, in)
	for _, n := range notes {
		c.say(n.iri, vocab.RDFType, xlNote)
		c.say(n.iri, value, n.text)
	}
}

// note is a definition with an address of its own.
type note struct {
	iri  quad.IRI
	text quad.Value
}

// definitions are the definitions of a concept by language; their address is that
// of the concept with #definition- and the language.
func (c *catalogue) definitions(id graph.ID, s quad.IRI) (notes []note) {
	for _, o := range c.g.Objects(id, c.id(vocab.SKOSDefinition)) {
		if lang := c.d.Aux(o); c.d.Kind(o) == graph.KindLangString {
			notes = append(notes, note{s + "#definition-" + quad.IRI(lang), c.d.Term(o)})
		}
	}
	slices.SortFunc(notes, func(a, b note) int { return cmp.Compare(a.iri, b.iri) })
	return notes
}
