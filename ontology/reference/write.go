package reference

import (
	"fmt"
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// Format is a form of the pages.
type Format string

// The formats, as their names on a command line.
const (
	HTML     Format = "html"
	Markdown Format = "markdown"
)

// Extension is what the names of files in the format end with.
func (f Format) Extension() string {
	if f == Markdown {
		return ".md"
	}
	return "." + string(f)
}

// Input is what the pages are made from, besides the ontology itself.
type Input struct {
	// Data is the dataset that the examples and the figures of use are taken from; nil
	// is none.
	Data *graph.Dataset
	// Base is the IRI that addresses in Data start with; empty is vocab.Base.
	Base string
	// Columns are the columns of the tables that curators write, in their order.
	Columns []Column
}

// Column is a column of a table that curators write, and what it becomes.
type Column struct {
	Table, Column string
	Class         quad.IRI // of the things that rows become; may be empty
	Property      quad.IRI // that a value becomes; may be empty
}

// A Page is one of the files that the documentation is made of. Pages of one folder link
// to each other, and to the ontology as Turtle and JSON-LD, by these names.
type Page struct {
	Name   string // of the file
	Lang   Lang   // empty for the ontology itself
	Format Format // empty for the ontology itself
	Write  func(w io.Writer, in Input) error
}

// The names of the files with the ontology itself.
const (
	turtleName = "ns.ttl"
	jsonldName = "ns.jsonld"
)

// Pages returns all files of the documentation: each language in each format, then the
// ontology that they document, in Turtle and JSON-LD.
func Pages() []Page {
	var pages []Page
	for _, f := range []Format{HTML, Markdown} {
		for _, l := range []Lang{EN, NB} {
			pages = append(pages, Page{name(l, f), l, f, func(w io.Writer, in Input) error { return Write(w, l, f, in) }})
		}
	}
	return append(pages, Page{Name: turtleName, Write: writeTurtle}, Page{Name: jsonldName, Write: writeJSONLD})
}

func name(l Lang, f Format) string { return "ns." + string(l) + f.Extension() }

// Write writes the documentation in one language and format. The same input gives the
// same bytes.
func Write(w io.Writer, lang Lang, format Format, in Input) error {
	if lang != NB && lang != EN {
		return fmt.Errorf("no documentation in %q; there is nb and en", lang)
	}
	in = in.complete()
	b, err := newBook(lang, in)
	if err != nil {
		return err
	}
	p, err := b.page()
	if err != nil {
		return err
	}
	switch format {
	case HTML:
		return writeHTML(w, p)
	case Markdown:
		return writeMarkdown(w, p)
	}
	return fmt.Errorf("no documentation as %q; there is html and markdown", format)
}

func (in Input) complete() Input {
	if in.Base == "" {
		in.Base = vocab.Base
	}
	if in.Data == nil {
		in.Data = new(graph.Builder).Dataset()
	}
	return in
}

// page is all that is written, in one language.
type page struct {
	Lang        Lang
	Title       string
	Description string
	Abstract    []span
	Meta        rows
	Sections    []section
	Others      []alternate // the page in the other language
	Formats     []alternate // the ontology in formats for programs
	Markdown    string      // the name of the page as Markdown
	Terms       termSet
}

// alternate is another file with the same in it.
type alternate struct{ Href, Lang, Title, Type string }

func (b *book) page() (*page, error) {
	sections, err := b.sections()
	if err != nil {
		return nil, err
	}
	p := &page{
		Lang:        b.lang,
		Title:       b.onto.text(vocab.Ontology, vocab.DCTTitle, b.lang),
		Description: b.onto.text(vocab.Ontology, vocab.DCTDescription, b.lang),
		Meta:        b.meta(),
		Sections:    sections,
		Markdown:    name(b.lang, Markdown),
		Formats: []alternate{
			{Href: turtleName, Title: "Turtle", Type: "text/turtle"},
			{Href: jsonldName, Title: "JSON-LD", Type: "application/ld+json"},
		},
		Terms: b.termSet(),
	}
	for _, l := range []Lang{EN, NB} {
		p.Others = append(p.Others, alternate{Href: name(l, HTML), Lang: string(l), Title: l.word("self"), Type: "text/html"})
	}
	return p, nil
}

// meta is what the ontology says of itself.
func (b *book) meta() rows {
	onto := vocab.Ontology
	var r rows
	r.Run(b.word("address"), code(b.address(onto)))
	r.Run(b.word("version"), span{Text: ontology.Version})
	r.Run(b.word("version-iri"), code(b.address(ontology.VersionIRI)))
	r.Run(b.word("namespace"), code(b.address(vocab.Namespace)))
	r.Run(b.word("prefix"), code("pg"))
	for _, c := range b.onto.all(onto, vocab.DCTCreator) {
		r.Run(b.word("creators"), b.value(c))
	}
	for _, l := range b.onto.iris(onto, vocab.DCTLicense) {
		r.Run(b.word("licence"), span{Text: licence(l), Href: string(l)})
	}
	if issued := lexical(b.onto.one(onto, vocab.DCTIssued)); len(issued) >= dateLength {
		r.Run(b.word("issued"), span{Text: issued[:dateLength]})
	}
	r.Run(b.word("jsonld-context"), code(b.address(ontology.ContextIRI)))
	codes, old := 0, 0
	for _, s := range vocab.Schemes() {
		codes += len(s.Codes)
	}
	for _, s := range b.onto.subjects {
		old += len(b.onto.all(s, vocab.OWLDeprecated))
	}
	r.Run(b.word("holds"), span{Text: b.word("holds-counts", len(vocab.Classes()), len(vocab.Properties()), len(vocab.Schemes()), codes)})
	if old == 0 {
		r.Run(b.word("deprecated-n"), span{Text: b.word("none-of-them")})
	} else {
		r.Run(b.word("deprecated-n"), span{Text: b.lang.number(old)})
	}
	return r
}

// dateLength is that of a date, which is how a time begins.
const dateLength = len("2006-01-02")

// Terms are the classes, the properties, and the code lists with their codes, which are
// what the pages tell of.
func Terms() []quad.IRI {
	terms := slices.Concat(vocab.Classes(), vocab.Properties())
	for _, s := range vocab.Schemes() {
		terms = append(terms, s.IRI)
		for _, c := range s.Codes {
			terms = append(terms, c.IRI)
		}
	}
	return terms
}

// licence is the name of a licence, its address where we have no name for it.
func licence(iri quad.IRI) string {
	if iri == "http://creativecommons.org/licenses/by/4.0/" {
		return "CC BY 4.0"
	}
	return string(iri)
}
