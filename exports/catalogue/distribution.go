package catalogue

import (
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/ontology/vocab"
)

// distribution describes one file of a dataset.
func (b *builder) distribution(of string, f *artifact.File) {
	iri := b.id("distribution", f.Path)
	b.link(of, dcat+"distribution", iri)
	b.is(iri, dcat+"Distribution")
	b.text(iri, dct+"title", f.Title)
	b.text(iri, dct+"description", f.Description)
	b.page(iri, dcat+"accessURL", b.pub.HomepageAt(b.base))
	if at := b.pub.FilesAt(b.base); at != "" {
		b.link(iri, dcat+"downloadURL", at+f.Path)
	}
	b.code(iri, dct+"format", authority.FileType, f.FileType)
	b.mediaType(iri, f.MediaType)
	b.code(iri, dct+"license", authority.Licence, b.pub.Licence)
	b.link(iri, dct+"rights", b.base+"id/rights")
	b.date(iri, dct+"issued", b.pub.Issued)
	b.date(iri, dct+"modified", b.pub.Modified)
	b.code(iri, dcatap+"availability", authority.Availability, b.pub.Availability)
	b.languages(iri)
	if f.Full {
		b.ontologyStandard(iri)
	}
	for _, standard := range f.ConformsTo {
		b.standard(iri, standard, titleOf(standard))
	}
	b.disputed(iri, f)
}

// mediaType says the media type, where it is a registered one, and labels it for
// readers that show the label.
func (b *builder) mediaType(iri, name string) {
	name, _, _ = strings.Cut(name, ";")
	name = strings.TrimSpace(name)
	if _, sub, ok := strings.Cut(name, "/"); !ok || strings.HasPrefix(sub, "x-") {
		return
	}
	b.link(iri, dcat+"mediaType", iana+name)
	b.is(iana+name, dct+"MediaType")
	b.add(iana+name, rdfs+"label", quad.String(name))
}

// disputed says size, checksum and status in the way of the dialect. A file that
// is written after the catalogue has neither size nor sum yet.
func (b *builder) disputed(iri string, f *artifact.File) {
	d := b.dialect
	if d.Name == "" {
		return
	}
	b.add(iri, dcat+"byteSize", quad.TypedString{Value: quad.String(strconv.FormatInt(f.Bytes, 10)), Type: d.size})
	b.code(iri, adms+"status", d.status, d.completed)
	sum := b.id("checksum", f.Path)
	b.link(iri, spdx+"checksum", sum)
	b.is(sum, spdx+"Checksum")
	b.link(sum, spdx+"algorithm", spdx+d.algorithm)
	b.is(spdx+d.algorithm, spdx+"ChecksumAlgorithm")
	b.add(sum, spdx+"checksumValue", quad.TypedString{Value: quad.String(d.sum(f)), Type: quad.IRI(vocab.XSDNamespace + "hexBinary")})
}
