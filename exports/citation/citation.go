// Package citation says how to cite what is published: a CITATION.cff, in the
// Citation File Format 1.2.0, with the reports that the data were coded from as
// references.
package citation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/references"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// FileName is what the file is called, in an export and at the root of a
// repository.
const FileName = "CITATION.cff"

// licences are the codes of licences at SPDX, by those of the EU. The others have
// none there.
var licences = map[string]string{
	"CC0":         "CC0-1.0",
	"CC_BY_3_0":   "CC-BY-3.0",
	"CC_BY_4_0":   "CC-BY-4.0",
	"CC_BYSA_4_0": "CC-BY-SA-4.0",
	"CC_BYNC_4_0": "CC-BY-NC-4.0",
	"NLOD_1_0":    "NLOD-1.0",
	"NLOD_2_0":    "NLOD-2.0",
	"ODC_BY":      "ODC-By-1.0",
	"ODC_BL":      "ODbL-1.0",
	"ODC_PDDL":    "PDDL-1.0",
}

// file is a document in the making.
type file struct{ bytes.Buffer }

// value writes a key with a text, which JSON quotes as YAML does; nothing where
// there is no text.
func (f *file) value(indent, key, text string) {
	if text == "" {
		return
	}
	f.WriteString(indent + key + ": " + quoted(text))
}

// quoted is a text as a line of JSON.
func quoted(text string) string {
	var line strings.Builder
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string always encodes
	}
	return line.String()
}

// Write writes the file. The same dataset and publication give the same bytes.
func Write(w io.Writer, in *artifact.Input) error {
	p := in.Publication
	var f file
	f.WriteString("cff-version: 1.2.0\ntype: dataset\n")
	f.value("", "message", "If you use the data, please cite them as below, and the review that a statement was coded from.")
	f.value("", "title", p.Title.EN)
	f.value("", "abstract", p.Description.EN)
	f.WriteString("authors:\n")
	f.value("  - ", "name", p.Publisher.Name.EN)
	f.value("    ", "website", p.Publisher.Homepage)
	f.value("", "version", p.Version)
	f.value("", "date-released", p.Modified)
	f.value("", "license", licences[p.Licence])
	f.value("", "doi", p.DOI)
	f.value("", "url", p.HomepageAt(in.Base))
	if len(p.Keywords.EN) > 0 {
		f.WriteString("keywords:\n")
		for _, k := range p.Keywords.EN {
			f.WriteString("  - " + quoted(k))
		}
	}
	f.references(in)
	_, err := f.WriteTo(w)
	return err
}

// references lists the reports that the data were coded from.
func (f *file) references(in *artifact.Input) {
	r := reader{in.Dataset, in.Base}
	typ, class := r.id(vocab.RDFType), r.id(vocab.Review)
	if typ == 0 || class == 0 {
		return
	}
	f.WriteString("references:\n")
	for _, s := range in.Dataset.Union().Subjects(typ, class) {
		f.WriteString("  - type: report\n")
		f.value("    ", "title", r.title(s))
		f.WriteString("    authors:\n")
		organisations := append(r.texts(s, vocab.DCTPublisher), r.texts(s, vocab.MARCRelCommissioner)...)
		for _, name := range references.Authors(r.texts(s, vocab.DCTCreator), organisations...) {
			f.author(name)
		}
		for _, name := range r.texts(s, vocab.DCTPublisher) {
			f.WriteString("    institution:\n")
			f.value("      ", "name", name)
		}
		for _, year := range r.texts(s, vocab.DCTIssued) {
			fmt.Fprintf(f, "    year: %s\n", year)
		}
		for _, number := range r.texts(s, vocab.DCTIdentifier) {
			f.value("    ", "number", number)
		}
		for _, doi := range r.texts(s, vocab.BIBODoi) {
			f.value("    ", "doi", doi)
		}
	}
}

// author writes a person, or an organisation.
func (f *file) author(name references.Name) {
	if name.Given == "" {
		f.value("      - ", "name", name.Family)
		return
	}
	f.value("      - ", "family-names", name.Family)
	f.value("        ", "given-names", name.Given)
}

// reader reads the dataset.
type reader struct {
	d    *graph.Dataset
	base string
}

func (r reader) id(iri quad.IRI) graph.ID {
	id, _ := r.d.Lookup(vocab.Rebase(iri, r.base))
	return id
}

func (r reader) texts(s graph.ID, p quad.IRI) (texts []string) {
	id := r.id(p)
	if id == 0 {
		return nil
	}
	for _, o := range r.d.Union().Objects(s, id) {
		texts = append(texts, r.d.Text(o))
	}
	return texts
}

// title is the title in the language of the review where we know it, which is
// bokmål before English.
func (r reader) title(s graph.ID) string {
	best := ""
	if id := r.id(vocab.DCTTitle); id != 0 {
		for _, o := range r.d.Union().Objects(s, id) {
			if best == "" || r.d.Aux(o) == "nb" {
				best = r.d.Text(o)
			}
		}
	}
	return best
}
