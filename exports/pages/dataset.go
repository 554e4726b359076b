package pages

import (
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/exports/catalogue"
	"policygraph/exports/citation"
	"policygraph/exports/internal/offer"
	"policygraph/exports/schemaorg"
	"policygraph/internal/webpage"
)

// dataset is the page about a dataset.
func (m *maker) dataset(d offer.Dataset) *page {
	p := m.page(func(l string) string { return offer.Page(d.Key, l) })
	p.Title, p.Lead, p.Description = m.of(d.Title), m.of(d.Description), m.of(d.Description)
	p.Links = offer.Landing(m.in, d)
	p.Trail = []webpage.Span{webpage.Link(m.of(m.in.Publication.Title), "../"+offer.Front(string(m.lang)))}
	p.Data = schemaorg.Document(schemaorg.Writer{Lang: string(m.lang)}.Dataset(m.in, d, m.datasets))
	p.Sections = m.some(
		section{ID: "download", Title: m.word("downloads"), Blocks: []block{
			{Table: m.table(m.of(d.Title), d.Files, "../")},
			{Text: []webpage.Span{{Text: m.word("sums") + " "}, webpage.Link("SHA256SUMS", "../SHA256SUMS"), {Text: "."}}},
		}},
		section{ID: "facts", Title: m.word("facts"), Blocks: []block{{Rows: m.facts(d)}}},
		section{ID: "made", Title: m.word("made-how"), Blocks: []block{{Text: webpage.Text(m.of(d.Provenance))}}},
		m.variables(d), m.citation(d, "../"), m.conditions(),
	)
	return p
}

// facts are what the catalogue says of a dataset.
func (m *maker) facts(d offer.Dataset) (r webpage.Rows) {
	p := m.in.Publication
	r.Run(m.word("address"), webpage.Code(d.IRI))
	if d.Key == artifact.Whole && p.DOI != "" {
		r.Run(m.word("doi"), webpage.Link(p.DOI, "https://doi.org/"+p.DOI))
	}
	m.line(&r, "version", p.Version)
	m.line(&r, "notes", m.of(p.VersionNotes))
	m.line(&r, "issued", p.Issued)
	m.line(&r, "modified", p.Modified)
	m.line(&r, "language", m.languages())
	if d.From != "" && d.To != "" {
		m.line(&r, "period", m.word("period-of", d.From, d.To))
	}
	var places, keywords []string
	for _, place := range d.Places {
		places = append(places, m.of(place.Name))
	}
	m.line(&r, "places", strings.Join(places, ", "))
	keywords = append(keywords, d.Keywords[string(m.lang)]...)
	m.line(&r, "keywords", strings.Join(keywords, ", "))
	for _, s := range d.Sources {
		r.Add(m.word("based-on"), webpage.Line(webpage.Span{Text: m.of(s.Title) + " "}, webpage.Code(s.IRI)))
	}
	m.related(&r, d)
	for _, f := range p.Funding {
		r.Run(m.word("funding"), webpage.Span{Text: strings.TrimSpace(m.of(f.Name) + " " + f.Grant), Href: f.IRI})
	}
	r.Run(m.word("catalog"), webpage.Link(m.of(p.Title), "../"+offer.Front(string(m.lang))))
	return r
}

// line adds a row, unless there is nothing to say.
func (m *maker) line(r *webpage.Rows, key, text string) {
	if text != "" {
		r.Run(m.word(key), webpage.Span{Text: text})
	}
}

func (m *maker) languages() string {
	var names []string
	for _, iri := range m.in.Publication.LanguageIRIs() {
		if term, ok := authority.Find(iri); ok {
			names = append(names, m.of(artifact.Text{NB: term.NB, EN: term.EN}))
		}
	}
	return strings.Join(names, ", ")
}

// related are the datasets that are parts of the whole, or the whole.
func (m *maker) related(r *webpage.Rows, d offer.Dataset) {
	var parts []webpage.Item
	for _, other := range m.datasets {
		if (other.Key == artifact.Whole) != (d.Key == artifact.Whole) {
			parts = append(parts, webpage.Line(webpage.Link(m.of(other.Title), "../"+offer.Page(other.Key, string(m.lang)))))
		}
	}
	if d.Key == artifact.Whole {
		r.Add(m.word("parts"), parts...)
		return
	}
	r.Add(m.word("part-of"), parts...)
}

func (m *maker) variables(d offer.Dataset) section {
	s := section{ID: "outcomes", Title: m.word("variables")}
	outcomes := schemaorg.Outcomes(m.in, d)
	m.sort(outcomes)
	var items []webpage.Item
	for _, o := range outcomes {
		items = append(items, webpage.Line(webpage.Link(m.of(o.Name), "../"+offer.Concepts(string(m.lang))+"#"+schemaorg.Anchor(o.IRI, m.in.Base))))
	}
	if len(items) > 0 {
		s.Blocks = []block{{Items: items}}
	}
	return s
}

// citation says how to cite a dataset, on a page from which up leads to the folder.
func (m *maker) citation(d offer.Dataset, up string) section {
	p := m.in.Publication
	text := m.of(p.Publisher.Name)
	if len(p.Issued) >= len("2006") {
		text += " (" + p.Issued[:len("2006")] + ")"
	}
	text += ". " + m.of(d.Title) + ". "
	if p.Version != "" {
		text += m.word("version") + " " + p.Version + ". "
	}
	s := section{ID: "cite", Title: m.word("cite"), Blocks: []block{
		{Text: []webpage.Span{{Text: text + "[" + m.word("cite-data") + "]. "}, webpage.Code(offer.CiteAs(m.in, d))}},
	}}
	if m.written(citation.FileName, "") != "" {
		s.Blocks = append(s.Blocks, block{Text: []webpage.Span{{Text: m.word("cite-file") + ": "}, webpage.Link(citation.FileName, up+citation.FileName)}})
	}
	return s
}

// conditions are the licence, and whom to write to.
func (m *maker) conditions() section {
	p := m.in.Publication
	var r webpage.Rows
	if term, ok := authority.Licence.Term(p.Licence); ok {
		r.Run(m.word("licence"), webpage.Link(m.of(artifact.Text{NB: term.NB, EN: term.EN}), offer.Licence(p.Licence)))
	}
	m.line(&r, "rights", m.of(p.Rights))
	if term, ok := authority.AccessRight.Term(p.AccessRights); ok {
		m.line(&r, "access", m.of(artifact.Text{NB: term.NB, EN: term.EN}))
	}
	r.Run(m.word("publisher"), webpage.Span{Text: m.of(p.Publisher.Name), Href: p.Publisher.Homepage})
	contact := []webpage.Span{{Text: m.of(p.Contact.Name)}}
	if p.Contact.Email != "" {
		contact = append(contact, webpage.Span{Text: ", "}, webpage.Link(p.Contact.Email, "mailto:"+p.Contact.Email))
	}
	if p.Contact.URL != "" {
		contact = append(contact, webpage.Span{Text: ", "}, webpage.Link(p.Contact.URL, p.Contact.URL))
	}
	r.Run(m.word("contact"), contact...)
	r.Run(m.word("catalog"), webpage.Code(catalogue.IRI(m.in.Base)))
	return section{ID: "terms", Title: m.word("terms"), Blocks: []block{{Rows: r}}}
}
