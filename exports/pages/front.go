package pages

import (
	"path"
	"slices"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/exports/internal/offer"
	"policygraph/exports/schemaorg"
	"policygraph/internal/webpage"
)

// front is the front page, which is about the catalogue.
func (m *maker) front() *page {
	p := m.page(offer.Front)
	p.Title, p.Lead = m.of(m.in.Publication.Title), m.of(m.in.Publication.Description)
	p.Description = p.Lead
	p.Links = offer.FrontPage(m.in)
	if m.at != "" {
		p.Default = m.at
	}
	p.Data = schemaorg.Document(schemaorg.Writer{Lang: string(m.lang)}.Catalog(m.in, m.datasets))
	p.Sections = m.some(
		m.listOfDatasets(), m.readOn(),
		section{ID: "download", Title: m.word("downloads"), Sections: m.downloads()},
		m.programs(), m.citation(m.datasets[0], ""), m.conditions(),
	)
	return p
}

// some are the sections that have something in them.
func (m *maker) some(sections ...section) []section {
	return slices.DeleteFunc(sections, func(s section) bool { return len(s.Blocks)+len(s.Sections) == 0 })
}

func (m *maker) listOfDatasets() section {
	s := section{ID: "datasets", Title: m.word("datasets")}
	for _, d := range m.datasets {
		href := offer.Page(d.Key, string(m.lang))
		var formats []string
		for _, f := range d.Files {
			if name := shortFormat(f); f.Full && !slices.Contains(formats, name) {
				formats = append(formats, name)
			}
		}
		var r webpage.Rows
		if len(formats) > 0 {
			r.Run(m.word("format"), webpage.Span{Text: strings.Join(formats, ", ")})
		}
		r.Run(m.word("address"), webpage.Code(d.IRI))
		s.Sections = append(s.Sections, section{
			ID: "dataset-" + slug(d), Title: m.of(d.Title), Href: href, Class: "term",
			Blocks: []block{
				{Text: webpage.Text(m.of(d.Description))}, {Rows: r},
				{Text: []webpage.Span{webpage.Link(m.word("more"), href)}},
			},
		})
	}
	return s
}

func slug(d offer.Dataset) string { return strings.ReplaceAll(string(d.Key), "/", "-") }

// shortFormat is the name of a format in the EU table, without what all RDF has
// alike.
func shortFormat(f artifact.File) string {
	term, ok := authority.FileType.Term(f.FileType)
	if !ok {
		return strings.TrimPrefix(path.Ext(f.Path), ".")
	}
	return strings.TrimPrefix(term.EN, "RDF ")
}

// readOn leads to the pages that people read.
func (m *maker) readOn() section {
	var items []webpage.Item
	add := func(href, title, about string) {
		items = append(items, webpage.Line(webpage.Link(m.word(title), href), webpage.Span{Text: ": " + m.word(about)}))
	}
	add(offer.Concepts(string(m.lang)), "concepts-page", "concepts-about")
	if href := m.written("gapmap/", "."+string(m.lang)+".html"); href != "" {
		add(href, "map", "map-about")
	}
	if href := m.written("ns."+string(m.lang), ".html"); href != "" {
		add(href, "reference", "reference-about")
	}
	if page := m.in.Publication.Documentation; page != "" {
		items = append(items, webpage.Line(webpage.Link(m.word("documentation"), page)))
	}
	return section{ID: "read", Title: m.word("read-on"), Blocks: []block{{Items: items}}}
}

// written is the first path that begins and ends as asked, or empty.
func (m *maker) written(prefix, suffix string) string {
	for _, f := range m.in.Written {
		if strings.HasPrefix(f.Path, prefix) && strings.HasSuffix(f.Path, suffix) {
			return f.Path
		}
	}
	return ""
}

// downloads are tables of the files of each dataset, and then of those of none.
func (m *maker) downloads() (sections []section) {
	for _, d := range m.datasets {
		sections = append(sections, section{
			ID: "files-" + slug(d), Title: m.of(d.Title),
			Blocks: []block{{Table: m.table(m.of(d.Title), d.Files, "")}},
		})
	}
	var rest []artifact.File
	for _, f := range m.in.Written {
		if f.Dataset == "" && f.Group != artifact.Catalogue && f.Group != artifact.Pages {
			rest = append(rest, f)
		}
	}
	alone, folders := m.apart(rest)
	other := section{ID: "files-other", Title: m.word("others")}
	if len(alone) > 0 {
		other.Blocks = append(other.Blocks, block{Table: m.table(m.word("others"), alone, "")})
	}
	other.Blocks = append(other.Blocks, folders...)
	return append(sections, m.some(other)...)
}

// many is how many files of a folder are folded away.
const many = 10

// apart are the files that are listed, and the folders of many files.
func (m *maker) apart(files []artifact.File) (alone []artifact.File, folders []block) {
	of := map[string][]artifact.File{}
	for _, f := range files {
		dir := path.Dir(f.Path)
		of[dir] = append(of[dir], f)
	}
	for _, f := range files {
		dir := path.Dir(f.Path)
		switch all := of[dir]; {
		case len(all) < many || dir == ".":
			alone = append(alone, f)
		case all[0].Path == f.Path:
			var items []webpage.Item
			for _, g := range all {
				items = append(items, webpage.Line(webpage.Link(path.Base(g.Path), g.Path)))
			}
			folders = append(folders, block{Folded: &folded{m.word("files-in", len(all), dir+"/") + ": " + m.of(f.Title), items}})
		}
	}
	return alone, folders
}

// table is a table of files to download. Its caption is what a title has before a
// colon, since a narrow screen has no room for more.
func (m *maker) table(title string, files []artifact.File, up string) *webpage.Table {
	caption, _, _ := strings.Cut(title, ":")
	t := &webpage.Table{
		Caption: caption,
		Head:    []string{m.word("file"), m.word("what"), m.word("format"), m.word("size")},
	}
	for _, f := range files {
		mediaType, _, _ := strings.Cut(f.MediaType, ";")
		t.Rows = append(t.Rows, [][]webpage.Span{
			{{Text: f.Path, Href: up + f.Path}}, webpage.Text(m.of(f.Title)), {webpage.Code(mediaType)}, webpage.Text(m.size(f.Bytes)),
		})
	}
	return t
}

// programs are the files that machines ask for first.
func (m *maker) programs() section {
	var files []artifact.File
	for _, f := range m.in.Written {
		if f.Group == artifact.Catalogue {
			files = append(files, f)
		}
	}
	s := section{ID: "programs", Title: m.word("programs"), Blocks: []block{
		{Text: webpage.Text(m.word("programs-about"))},
	}}
	if len(files) > 0 {
		s.Blocks = append(s.Blocks, block{Table: m.table(m.word("programs"), files, "")})
	}
	var services []webpage.Item
	for _, service := range m.in.Publication.Services {
		spans := []webpage.Span{webpage.Link(m.of(service.Title), service.Endpoint)}
		if about := m.of(service.Description); about != "" {
			spans = append(spans, webpage.Span{Text: ": " + about})
		}
		services = append(services, webpage.Line(spans...))
	}
	if len(services) > 0 {
		s.Sections = append(s.Sections, section{ID: "services", Title: m.word("services"), Blocks: []block{{Items: services}}})
	}
	return s
}
