package schemaorg

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/catalogue"
	"policygraph/exports/internal/offer"
	"policygraph/ontology/vocab"
)

// Catalog is the catalogue with the names of its datasets.
func (w Writer) Catalog(in *artifact.Input, datasets []offer.Dataset) Node {
	p := in.Publication
	n := typed("DataCatalog", catalogue.IRI(in.Base))
	n.add("name", w.text(p.Title))
	n.add("description", w.text(p.Description))
	n.add("url", p.HomepageAt(in.Base))
	n.add("identifier", catalogue.IRI(in.Base))
	n.add("publisher", w.publisher(in))
	n.add("license", offer.Licence(p.Licence))
	n.add("inLanguage", p.Languages)
	n.add("keywords", w.texts(map[string][]string{"nb": p.Keywords.NB, "en": p.Keywords.EN}))
	n.add("datePublished", p.Issued)
	n.add("dateModified", p.Modified)
	var list []Node
	for _, d := range datasets {
		set := typed("Dataset", d.IRI)
		set.add("name", w.text(d.Title))
		set.add("description", w.text(d.Description))
		set.add("url", w.page(in, d.Key))
		set.add("license", offer.Licence(p.Licence))
		list = append(list, set)
	}
	n.add("dataset", list)
	return n
}

// page is the address of the page about a dataset, if it is served.
func (w Writer) page(in *artifact.Input, key artifact.Dataset) string {
	return w.address(in, func(lang string) string { return offer.Page(key, lang) })
}

// address is the address of a page in the language of the writer, empty where no
// files are served.
func (w Writer) address(in *artifact.Input, path func(lang string) string) string {
	at := in.Publication.FilesAt(in.Base)
	if at == "" {
		return ""
	}
	return at + path(cmp.Or(w.Lang, offer.Languages[0]))
}

func (w Writer) publisher(in *artifact.Input) Node {
	p := in.Publication
	n := typed("Organization", p.PublisherIRI(in.Base))
	n.add("name", w.text(p.Publisher.Name))
	n.add("url", p.Publisher.Homepage)
	if p.Publisher.Number != "" {
		id := typed("PropertyValue", "")
		id.add("propertyID", "https://data.brreg.no/enhetsregisteret/")
		id.add("value", p.Publisher.Number)
		n.add("identifier", id)
	}
	contact := typed("ContactPoint", "")
	contact.add("contactType", "data")
	contact.add("name", w.text(p.Contact.Name))
	contact.add("email", p.Contact.Email)
	contact.add("url", p.Contact.URL)
	n.add("contactPoint", contact)
	return n
}

// Dataset is a dataset with all that search engines ask for.
func (w Writer) Dataset(in *artifact.Input, d offer.Dataset, all []offer.Dataset) Node {
	p := in.Publication
	n := typed("Dataset", d.IRI)
	n.add("name", w.text(d.Title))
	n.add("description", w.text(d.Description))
	n.add("url", w.page(in, d.Key))
	n.add("identifier", w.identifiers(in, d))
	if d.Key == artifact.Whole && p.DOI != "" {
		n.add("sameAs", "https://doi.org/"+p.DOI)
	}
	n.add("creator", w.publisher(in))
	n.add("publisher", ref(p.PublisherIRI(in.Base)))
	n.add("license", offer.Licence(p.Licence))
	n.add("isAccessibleForFree", p.AccessRights == "PUBLIC")
	n.add("conditionsOfAccess", w.text(p.Rights))
	n.add("inLanguage", p.Languages)
	n.add("keywords", w.texts(d.Keywords))
	n.add("version", p.Version)
	n.add("datePublished", p.Issued)
	n.add("dateModified", p.Modified)
	n.add("spatialCoverage", w.places(d.Places))
	if d.From != "" && d.To != "" {
		n.add("temporalCoverage", d.From+"/"+d.To)
	}
	n.add("measurementTechnique", w.text(d.Provenance))
	n.add("variableMeasured", w.variables(in, d))
	reports := w.reports(d)
	n.add("isBasedOn", reports)
	n.add("citation", reports)
	n.add("funder", w.funders(in))
	w.parts(&n, d, all)
	catalog := typed("DataCatalog", catalogue.IRI(in.Base))
	catalog.add("name", w.text(p.Title))
	catalog.add("url", p.HomepageAt(in.Base))
	n.add("includedInDataCatalog", catalog)
	n.add("distribution", w.downloads(in, d.Files))
	return n
}

// identifiers are the address of a dataset and, where the whole has one, the DOI.
func (w Writer) identifiers(in *artifact.Input, d offer.Dataset) []any {
	list := []any{d.IRI}
	if doi := in.Publication.DOI; doi != "" && d.Key == artifact.Whole {
		id := typed("PropertyValue", "https://doi.org/"+doi)
		id.add("propertyID", "https://registry.identifiers.org/registry/doi")
		id.add("value", "doi:"+doi)
		id.add("url", "https://doi.org/"+doi)
		list = append(list, id)
	}
	return list
}

func (w Writer) places(places []offer.Place) (list []Node) {
	for _, p := range places {
		n := typed("Place", p.IRI)
		n.add("name", w.text(p.Name))
		list = append(list, n)
	}
	return list
}

func (w Writer) reports(d offer.Dataset) (list []Node) {
	for _, s := range d.Sources {
		n := typed("Report", s.IRI)
		n.add("name", w.text(s.Title))
		list = append(list, n)
	}
	return list
}

func (w Writer) funders(in *artifact.Input) (list []Node) {
	for _, f := range in.Publication.Funding {
		n := typed("Organization", f.IRI)
		n.add("name", w.text(f.Name))
		list = append(list, n)
	}
	return list
}

// parts says that the whole graph holds the other datasets.
func (w Writer) parts(n *Node, d offer.Dataset, all []offer.Dataset) {
	var parts []Node
	for _, other := range all {
		switch {
		case d.Key == artifact.Whole && other.Key != artifact.Whole:
			part := typed("Dataset", other.IRI)
			part.add("name", w.text(other.Title))
			part.add("description", w.text(other.Description))
			parts = append(parts, part)
		case d.Key != artifact.Whole && other.Key == artifact.Whole:
			whole := typed("Dataset", other.IRI)
			whole.add("name", w.text(other.Title))
			whole.add("description", w.text(other.Description))
			n.add("isPartOf", whole)
		}
	}
	n.add("hasPart", parts)
}

// variables are the outcomes that statements of the dataset speak of.
func (w Writer) variables(in *artifact.Input, d offer.Dataset) (list []Node) {
	for _, o := range Outcomes(in, d) {
		n := typed("PropertyValue", o.IRI)
		n.add("name", w.text(o.Name))
		list = append(list, n)
	}
	return list
}

// Outcomes are the outcomes that statements of a dataset speak of, by their
// addresses; none for the vocabulary.
func Outcomes(in *artifact.Input, d offer.Dataset) (list []offer.Place) {
	r := offer.NewReader(in.Dataset, in.Base)
	g := r.G
	switch d.Key {
	case artifact.Knowledge:
		return nil
	case artifact.Whole:
	default:
		name, _ := in.Dataset.Lookup(vocab.Rebase(vocab.GraphNamespace+quad.IRI(offer.Slug(string(d.Key))), in.Base))
		if g = in.Dataset.Graph(name); name == 0 || g == nil {
			return nil
		}
	}
	p := r.ID(vocab.OutcomeProperty)
	for _, o := range r.Instances(vocab.Outcome) {
		if p != 0 && len(g.Subjects(p, o)) > 0 {
			list = append(list, offer.Place{IRI: r.D.Text(o), Name: r.Text(o, vocab.SKOSPrefLabel)})
		}
	}
	return list
}

// downloads are the files that are served, those with everything first.
func (w Writer) downloads(in *artifact.Input, files []artifact.File) (list []Node) {
	at := in.Publication.FilesAt(in.Base)
	if at == "" {
		return nil
	}
	for _, f := range slices.Concat(full(files, true), full(files, false)) {
		n := typed("DataDownload", in.Base+"id/distribution/"+f.Path)
		n.add("name", w.text(f.Title))
		n.add("contentUrl", at+f.Path)
		n.add("encodingFormat", f.MediaType)
		n.add("contentSize", fmt.Sprintf("%d B", f.Bytes))
		n.add("sha256", f.SHA256)
		n.add("license", offer.Licence(in.Publication.Licence))
		list = append(list, n)
	}
	return list
}

func full(files []artifact.File, full bool) []artifact.File {
	return slices.DeleteFunc(slices.Clone(files), func(f artifact.File) bool { return f.Full != full })
}
