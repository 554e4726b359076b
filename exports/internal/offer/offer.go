// Package offer reads what is on offer out of the catalogue: its datasets, with
// what is said of each and the files that it can be had as. Pages, schema.org and
// link sets are written from it, so that none of them says anything that the
// catalogue does not say too.
package offer

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/authority"
	"policygraph/exports/catalogue"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Dataset is a dataset of the catalogue.
type Dataset struct {
	Key         artifact.Dataset
	IRI         string
	Title       artifact.Text
	Description artifact.Text
	Provenance  artifact.Text
	Keywords    map[string][]string // by language, in order
	Places      []Place
	From, To    string // days; empty: not known
	Sources     []Source
	Files       []artifact.File
}

// Place is what a dataset is about.
type Place struct {
	IRI  string
	Name artifact.Text
}

// Source is a report that a dataset was made from.
type Source struct {
	IRI   string
	Title artifact.Text
}

// The terms of catalogues that are read here.
const (
	dataset        quad.IRI = vocab.DCATNamespace + "dataset"
	keyword        quad.IRI = vocab.DCATNamespace + "keyword"
	provenance     quad.IRI = vocab.DCTNamespace + "provenance"
	wasDerivedFrom quad.IRI = vocab.PROVNamespace + "wasDerivedFrom"
)

// Read returns the datasets of the catalogue of what was written: the whole graph
// first, then the vocabulary, then the reviews by their addresses.
func Read(in *artifact.Input) ([]Dataset, error) {
	d, err := catalogue.Build(in, catalogue.Bridge)
	if err != nil {
		return nil, err
	}
	r := NewReader(d, in.Base)
	c, _ := d.Lookup(quad.IRI(catalogue.IRI(in.Base)))
	var list []Dataset
	for _, id := range r.Values(c, dataset) {
		key, _ := strings.CutPrefix(d.Text(id), catalogue.DatasetIRI(in.Base, ""))
		list = append(list, r.dataset(id, artifact.Dataset(key), in.Written))
	}
	slices.SortStableFunc(list, func(a, b Dataset) int { return rank(a.Key) - rank(b.Key) })
	return list, nil
}

// rank says which datasets come first.
func rank(key artifact.Dataset) int {
	switch key {
	case artifact.Whole:
		return 0
	case artifact.Knowledge:
		return 1
	}
	return 2
}

func (r Reader) dataset(id graph.ID, key artifact.Dataset, written []artifact.File) Dataset {
	set := Dataset{
		Key: key, IRI: r.D.Text(id), Keywords: map[string][]string{},
		Title: r.Text(id, vocab.DCTTitle), Description: r.Text(id, vocab.DCTDescription),
	}
	for _, o := range r.Values(id, provenance) {
		set.Provenance = r.Text(o, vocab.RDFSLabel)
	}
	for _, o := range r.Values(id, keyword) {
		set.Keywords[r.D.Aux(o)] = append(set.Keywords[r.D.Aux(o)], r.D.Text(o))
	}
	for _, o := range r.Values(id, vocab.DCTSpatial) {
		term, _ := authority.Find(r.D.Text(o))
		set.Places = append(set.Places, Place{r.D.Text(o), artifact.Text{NB: term.NB, EN: term.EN}})
	}
	for _, o := range r.Values(id, vocab.DCTTemporal) {
		set.From, set.To = r.One(o, vocab.DCATStartDate), r.One(o, vocab.DCATEndDate)
	}
	for _, o := range r.Values(id, wasDerivedFrom) {
		set.Sources = append(set.Sources, Source{r.D.Text(o), r.Text(o, vocab.DCTTitle)})
	}
	for _, f := range written {
		if f.Dataset == key {
			set.Files = append(set.Files, f)
		}
	}
	return set
}

// Languages are the languages of the pages, the first being that of an address
// that names none.
var Languages = []string{"nb", "en"}

// Page is the path of the page about a dataset in a language.
func Page(key artifact.Dataset, lang string) string {
	return "datasets/" + strings.ReplaceAll(string(key), "/", "-") + "." + lang + ".html"
}

// Concepts is the path of the page about the concepts in a language.
func Concepts(lang string) string { return "concepts." + lang + ".html" }

// Front is the path of the front page in a language.
func Front(lang string) string { return "index." + lang + ".html" }
