package publication

import "policygraph/exports/authority"

// Text is a text in the two languages of the project.
type Text struct {
	NB string `key:"nb" need:"true"`
	EN string `key:"en" need:"true"`
}

// Publication is what a publisher says of what is published. The tags say how it
// is written in a publication.yaml: key is the name of a value, form how it is
// spelt (see forms), need whether its mapping must have it, write what a
// publisher is asked for, and own that only the publisher can know it.
type Publication struct {
	Title       Text `key:"title" write:"the name of the catalogue"`
	Description Text `key:"description" write:"what is in the catalogue, in a sentence or two"`

	Publisher Agent   `key:"publisher" own:"true" write:"the organisation that answers for the data"`
	Contact   Contact `key:"contact" own:"true" write:"whom to write to about the data"`

	Licence      string   `key:"licence" form:"licence" write:"the licence, as a code of the EU table"`
	Rights       Text     `key:"rights" write:"the conditions of use, in a sentence"`
	AccessRights string   `key:"access" form:"access-right" write:"PUBLIC, RESTRICTED or NON_PUBLIC"`
	Legislation  []string `key:"legislation" form:"eli" write:"the European legislation identifier (ELI) of a law that has the data published"`

	Base          string `key:"base" form:"base" write:"the address that all others start with; it ends in a slash"`
	Files         string `key:"files" form:"files" write:"the address of the folder in which the exported files are served, if it is not the base; none where they are not"`
	Homepage      string `key:"homepage" form:"url" write:"the web site of the catalogue, if it is not the base"`
	Documentation string `key:"documentation" form:"url" write:"a page that explains the data"`

	Issued   string `key:"issued" form:"date" own:"true" write:"the day on which the data were first published"`
	Modified string `key:"modified" form:"date" own:"true" write:"the day on which the data last changed"`

	Content string `key:"content" form:"digest" write:"the hash of the data on that day, as in policygraph.hash, so that a change without a new day is noticed"`

	Version      string    `key:"version" write:"the version of the data"`
	VersionNotes Text      `key:"version_notes" write:"what is new in this version"`
	Previous     []Version `key:"previous" write:"earlier versions, the latest first"`

	Languages []string `key:"languages" form:"language" write:"the languages of the data, as tags such as nb"`
	Countries []string `key:"countries" form:"country" write:"the countries that the catalogue is about, if they are not those of its reviews"`
	Themes    []string `key:"themes" form:"data-theme" write:"themes of the EU table, such as SOCI"`
	Keywords  Keywords `key:"keywords" write:"search words"`
	Frequency string   `key:"frequency" form:"frequency" write:"how often the data are renewed, as a code of the EU table"`

	Availability string `key:"availability" form:"planned-availability" write:"how long the files will stay, as a code of the EU table"`

	Services []Service `key:"services" write:"interfaces that answer on the web, such as a SPARQL endpoint"`
	Series   *Series   `key:"series" write:"the programme that the reviews belong to"`
	Funding  []Funding `key:"funding" write:"who paid for the work"`
	DOI      string    `key:"doi" form:"doi" write:"the DOI of the data"`

	places map[string]Place // of values, by path
	given  map[string]bool  // keys that the publisher's own file has
}

// Agent is an organisation.
type Agent struct {
	Name     Text   `key:"name" need:"true" write:"the name of the organisation"`
	IRI      string `key:"iri" form:"url" write:"its address in a register, if it has no Norwegian organisation number"`
	Number   string `key:"organisation_number" form:"orgnr" write:"its nine digits in the Norwegian register"`
	Type     string `key:"type" form:"publishertype" write:"what it is, as a code of ADMS such as NationalAuthority"`
	Homepage string `key:"homepage" form:"url" write:"its web site"`
}

// Contact is whom to write to; it has an e-mail address or a page.
type Contact struct {
	Name  Text   `key:"name" need:"true" write:"the name of a desk, not of a person"`
	Email string `key:"email" form:"email" write:"an e-mail address"`
	URL   string `key:"url" form:"url" write:"a page with a form"`
}

// Keywords are search words in each language.
type Keywords struct {
	NB []string `key:"nb" form:"keyword" write:"search words in Norwegian"`
	EN []string `key:"en" form:"keyword" write:"search words in English"`
}

// Version is an earlier version.
type Version struct {
	Version string `key:"version" need:"true" write:"its number"`
	Issued  string `key:"issued" form:"date" write:"the day on which it was published"`
	Notes   Text   `key:"notes" write:"what was new in it"`
	URL     string `key:"url" form:"url" write:"where it is kept"`
}

// Service is an interface that answers on the web.
type Service struct {
	ID          string   `key:"id" form:"slug" need:"true" write:"a short name for its address, such as sparql"`
	Title       Text     `key:"title" need:"true" write:"what it is called"`
	Description Text     `key:"description" write:"what it does"`
	Endpoint    string   `key:"endpoint" form:"url" need:"true" write:"where it answers"`
	About       string   `key:"about" form:"url" write:"where it is described for programs"`
	Format      string   `key:"format" form:"file-type" write:"the form of its answers, as a code of the EU table"`
	Standards   []string `key:"standards" form:"url" write:"addresses of the standards that it follows"`
}

// Series is a programme of reviews.
type Series struct {
	Title       Text `key:"title" need:"true" write:"the name of the programme"`
	Description Text `key:"description" need:"true" write:"what it is"`
}

// Funding is money for the work.
type Funding struct {
	Name  Text   `key:"name" need:"true" write:"who paid"`
	IRI   string `key:"iri" form:"url" write:"the funder's address in a register"`
	Grant string `key:"grant" write:"the number of the grant"`
}

// Place is where a value stands.
type Place struct {
	File         string
	Line, Column int // from 1
}

// Place returns where a value stands that is named by its path, such as
// publisher.name.nb; the zero Place where nobody wrote it.
func (p *Publication) Place(path string) Place { return p.places[path] }

// LanguageIRIs are the addresses of the languages of the data.
func (p *Publication) LanguageIRIs() (iris []string) {
	for _, tag := range p.Languages {
		if term, ok := authority.OfTag(tag); ok {
			iris = append(iris, term.IRI())
		}
	}
	return iris
}

// FilesAt is the address of the folder in which the exported files are served,
// empty where they are not; base is where the rest is published.
func (p *Publication) FilesAt(base string) string {
	switch p.Files {
	case notServed:
		return ""
	case "":
		return base
	}
	return p.Files
}

// HomepageAt is the web site of the catalogue.
func (p *Publication) HomepageAt(base string) string {
	if p.Homepage == "" {
		return base
	}
	return p.Homepage
}

// PublisherIRI is the address of the publisher: the one given, that in the
// Norwegian catalogue of organisations, or one below the base.
func (p *Publication) PublisherIRI(base string) string {
	const organizations = "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/"
	switch {
	case p.Publisher.IRI != "":
		return p.Publisher.IRI
	case p.Publisher.Number != "":
		return organizations + p.Publisher.Number
	}
	return base + "id/agent/publisher"
}
