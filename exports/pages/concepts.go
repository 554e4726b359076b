package pages

import (
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
	"policygraph/exports/schemaorg"
	"policygraph/graph"
	"policygraph/internal/webpage"
	"policygraph/ontology/vocab"
)

// concepts is the page of all concepts and codes.
func (m *maker) concepts() *page {
	p := m.page(offer.Concepts)
	p.Title, p.Lead, p.Description = m.word("concepts-title"), m.word("concepts-lead"), m.word("concepts-lead")
	p.Trail = []webpage.Span{webpage.Link(m.of(m.in.Publication.Title), offer.Front(string(m.lang)))}
	p.Data = schemaorg.Graph(schemaorg.Writer{Lang: string(m.lang)}.Concepts(m.in))
	r := offer.NewReader(m.in.Dataset, m.in.Base)
	paths := map[string]bool{}
	for _, f := range m.in.Written {
		paths[f.Path] = true
	}
	for _, set := range schemaorg.Sets {
		s := section{ID: set.ID, Title: m.of(set.Name)}
		for _, id := range m.byLabel(r, r.Instances(set.Class)) {
			s.Sections = append(s.Sections, m.concept(r, id, paths))
		}
		p.Sections = append(p.Sections, s)
	}
	p.Sections = m.some(append(p.Sections, m.codeLists())...)
	return p
}

// matches are the mappings to other vocabularies.
var matches = []struct {
	word     string
	property quad.IRI
}{
	{"exactMatch", vocab.SKOSExactMatch},
	{"closeMatch", vocab.SKOSCloseMatch},
	{"broadMatch", vocab.SKOSBroadMatch},
	{"narrowMatch", vocab.SKOSNarrowMatch},
	{"relatedMatch", vocab.SKOSRelatedMatch},
}

func (m *maker) concept(r offer.Reader, id graph.ID, paths map[string]bool) section {
	iri := r.D.Text(id)
	var rows webpage.Rows
	m.line(&rows, "also-called", strings.Join(r.In(id, vocab.SKOSAltLabel, string(m.lang)), ", "))
	for _, other := range []string{"nb", "nn", "en"} {
		labels := r.In(id, vocab.SKOSPrefLabel, other)
		if other != string(m.lang) && len(labels) > 0 {
			rows.Run(m.word("in-"+other), webpage.Span{Text: labels[0], Lang: other})
		}
	}
	rows.Add(m.word("broader"), m.linked(r, r.Values(id, vocab.SKOSBroader))...)
	rows.Add(m.word("narrower"), m.linked(r, r.Pointing(vocab.SKOSBroader, id))...)
	for _, match := range matches {
		var items []webpage.Item
		for _, other := range r.All(id, match.property) {
			items = append(items, webpage.Line(webpage.Span{Text: other, Href: other, Code: true}))
		}
		rows.Add(m.word(match.word), items...)
	}
	if path := "documents/" + strings.TrimPrefix(iri, r.Base+"id/") + ".jsonld"; paths[path] {
		rows.Run(m.word("document"), webpage.Link("JSON-LD", path))
	}
	rows.Run(m.word("address"), webpage.Code(iri))
	return section{
		ID: schemaorg.Anchor(iri, r.Base), Title: m.of(r.Text(id, vocab.SKOSPrefLabel)), Class: "term",
		Blocks: []block{{Text: webpage.Text(m.of(r.Text(id, vocab.SKOSDefinition)))}, {Rows: rows}},
	}
}

// linked are links to concepts, by their labels.
func (m *maker) linked(r offer.Reader, ids []graph.ID) (items []webpage.Item) {
	for _, id := range m.byLabel(r, ids) {
		items = append(items, webpage.Line(webpage.Link(m.of(r.Text(id, vocab.SKOSPrefLabel)), "#"+schemaorg.Anchor(r.D.Text(id), r.Base))))
	}
	return items
}

func (m *maker) codeLists() section {
	all := section{ID: "codes", Title: m.word("codes")}
	onto := offer.NewReader(m.in.Ontology, m.in.Base)
	for _, s := range vocab.Schemes() {
		iri := string(vocab.Rebase(s.IRI, m.in.Base))
		var address webpage.Rows
		address.Run(m.word("address"), webpage.Code(iri))
		list := section{
			ID: schemaorg.Anchor(iri, m.in.Base), Title: m.of(artifact.Text{NB: s.NB, EN: s.EN}), Class: "term",
			Blocks: []block{{Rows: address}},
		}
		for _, c := range s.Codes {
			code := string(vocab.Rebase(c.IRI, m.in.Base))
			var rows webpage.Rows
			rows.Run(m.word("code"), webpage.Code(c.Notation))
			rows.Run(m.word("address"), webpage.Code(code))
			list.Sections = append(list.Sections, section{
				ID: schemaorg.Anchor(code, m.in.Base), Title: m.of(artifact.Text{NB: c.NB, EN: c.EN}), Class: "short",
				Blocks: []block{{Text: webpage.Text(m.of(onto.Text(onto.ID(c.IRI), vocab.SKOSDefinition)))}, {Rows: rows}},
			})
		}
		all.Sections = append(all.Sections, list)
	}
	return all
}
