// Package quality scores a DCAT catalogue as data.europa.eu does: 405 points for
// each dataset, by what is said of it and of the best of its distributions.
//
// Rules have the names of the vocabulary that the Norwegian scorer publishes
// (dcatno-mqa); their points are its default ones, without the two (format matches
// and syntax is valid) that a newer file adds.
package quality

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/authority"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Maximum is what a dataset can get.
const Maximum = 405

// Dimension is a kind of quality.
type Dimension string

// The dimensions, in the portal's order.
const (
	Findability      Dimension = "findability"
	Accessibility    Dimension = "accessibility"
	Interoperability Dimension = "interoperability"
	Reusability      Dimension = "reusability"
	Contextuality    Dimension = "contextuality"
)

// Rule is something that earns points.
type Rule struct {
	Name      string // in dcatno-mqa
	Dimension Dimension
	Points    int
	Wants     string // what earns the points, for people

	dataset, distribution func(*subject) bool // one of them; both: either is enough
}

// Options are what a document cannot say itself. The zero value gives the score
// that the document deserves if all is well outside it.
type Options struct {
	// Answers reports whether an address answers; nil: all do.
	Answers func(address string) bool

	// Conforms reports whether a dataset, by its address, is free of violations of
	// DCAT-AP; nil: all are.
	Conforms func(dataset string) bool
}

// Score is what a dataset gets.
type Score struct {
	Dataset      string // its address
	Distribution string // the address of the best one; empty where there is none
	Points       int
	Missing      []Rule // those that earn nothing, in the order of Rules
}

// Rating is the portal's word for the score.
func (s Score) Rating() string {
	for _, r := range []struct {
		above int
		word  string
	}{{350, "excellent"}, {220, "good"}, {120, "sufficient"}} {
		if s.Points > r.above {
			return r.word
		}
	}
	return "bad"
}

// Rate scores every dataset of a catalogue, by address.
func Rate(d *graph.Dataset, o Options) (scores []Score) {
	if o.Answers == nil {
		o.Answers = func(string) bool { return true }
	}
	if o.Conforms == nil {
		o.Conforms = func(string) bool { return true }
	}
	typ, _ := d.Lookup(vocab.RDFType)
	class, _ := d.Lookup(vocab.DCATDataset)
	if typ == 0 || class == 0 {
		return nil
	}
	for _, id := range d.Union().Subjects(typ, class) {
		scores = append(scores, best(&subject{d, id, &o}))
	}
	return scores
}

// best is the score with the distribution that earns most, the first of equals.
func best(dataset *subject) Score {
	top := score(dataset, &subject{dataset.d, 0, dataset.o})
	for _, id := range dataset.values(dcat + "distribution") {
		if s := score(dataset, &subject{dataset.d, id, dataset.o}); s.Points > top.Points {
			top = s
		}
	}
	return top
}

func score(dataset, distribution *subject) Score {
	s := Score{Dataset: dataset.text(), Distribution: distribution.text()}
	for _, r := range Rules {
		if r.dataset != nil && r.dataset(dataset) || r.distribution != nil && r.distribution(distribution) {
			s.Points += r.Points
		} else {
			s.Missing = append(s.Missing, r)
		}
	}
	return s
}

const (
	dcat = vocab.DCATNamespace
	dct  = vocab.DCTNamespace
)

// Rules are all rules, in the portal's order. A caller must not change it.
var Rules = []Rule{
	{"keywordAvailability", Findability, 30, "a keyword of the dataset", has(dcat + "keyword"), nil},
	{"categoryAvailability", Findability, 30, "a theme of the dataset", has(dcat + "theme"), nil},
	{"spatialAvailability", Findability, 20, "a place that the dataset is about", has(dct + "spatial"), nil},
	{"temporalAvailability", Findability, 20, "a period that the dataset is about", has(dct + "temporal"), nil},

	{"accessUrlStatusCode", Accessibility, 50, "an access address that answers", nil, answers(dcat + "accessURL")},
	{"downloadUrlAvailability", Accessibility, 20, "a download address", nil, has(dcat + "downloadURL")},
	{"downloadUrlStatusCode", Accessibility, 30, "a download address that answers", nil, answers(dcat + "downloadURL")},

	{"formatAvailability", Interoperability, 20, "a format", nil, has(dct + "format")},
	{"mediaTypeAvailability", Interoperability, 10, "a media type", nil, has(dcat + "mediaType")},
	{"formatMediaTypeVocabularyAlignment", Interoperability, 10, "a format of the EU table and a media type of IANA", nil, aligned},
	{"formatMediaTypeNonProprietary", Interoperability, 20, "a format that nobody owns", nil, open},
	{"formatMediaTypeMachineInterpretable", Interoperability, 20, "a format that programs read", nil, open},
	{"dcatApCompliance", Interoperability, 30, "no violation of DCAT-AP", func(s *subject) bool { return s.o.Conforms(s.text()) }, nil},

	{"licenseAvailability", Reusability, 20, "a licence", nil, has(dct + "license")},
	{"knownLicense", Reusability, 10, "a licence of the EU table", nil, from(dct+"license", authority.Licence)},
	{"accessRightsAvailability", Reusability, 10, "access rights of the dataset", has(dct + "accessRights"), nil},
	{"accessRightsVocabularyAlignment", Reusability, 5, "access rights of the EU table", from(dct+"accessRights", authority.AccessRight), nil},
	{"contactPointAvailability", Reusability, 20, "a contact point of the dataset", has(dcat + "contactPoint"), nil},
	{"publisherAvailability", Reusability, 10, "a publisher of the dataset", has(dct + "publisher"), nil},

	{"rightsAvailability", Contextuality, 5, "a statement of rights", nil, has(dct + "rights")},
	{"byteSizeAvailability", Contextuality, 5, "a size in bytes", nil, has(dcat + "byteSize")},
	{"dateIssuedAvailability", Contextuality, 5, "a day of issue", has(dct + "issued"), has(dct + "issued")},
	{"dateModifiedAvailability", Contextuality, 5, "a day of the last change", has(dct + "modified"), has(dct + "modified")},
}

// subject is a dataset or a distribution.
type subject struct {
	d  *graph.Dataset
	id graph.ID // 0: none, of which nothing is said
	o  *Options
}

func (s *subject) text() string {
	if s.id == 0 {
		return ""
	}
	return s.d.Text(s.id)
}

func (s *subject) values(p string) []graph.ID {
	id, _ := s.d.Lookup(quad.IRI(p))
	if id == 0 || s.id == 0 {
		return nil
	}
	return s.d.Union().Objects(s.id, id)
}

// has asks for any value.
func has(p string) func(*subject) bool {
	return func(s *subject) bool { return len(s.values(p)) > 0 }
}

// some asks for a value whose text passes.
func some(s *subject, p string, ok func(string) bool) bool {
	return slices.ContainsFunc(s.values(p), func(id graph.ID) bool { return ok(s.d.Text(id)) })
}

func answers(p string) func(*subject) bool {
	return func(s *subject) bool { return some(s, p, s.o.Answers) }
}

// from asks for a value of an authority table.
func from(p string, t authority.Table) func(*subject) bool {
	return func(s *subject) bool {
		return some(s, p, func(iri string) bool {
			term, ok := authority.Find(iri)
			return ok && term.Table.Name == t.Name
		})
	}
}

func aligned(s *subject) bool {
	return from(dct+"format", authority.FileType)(s) && some(s, dcat+"mediaType", func(iri string) bool {
		_, address, _ := strings.Cut(iri, "://")
		return strings.HasPrefix(address, "www.iana.org/assignments/media-types/")
	})
}

// machines are the formats that count as readable by programs and owned by nobody.
var machines = []string{"CSV", "JSON", "JSON_LD", "RDF_TURTLE", "RDF_XML", "RDF_TRIG", "RDF_N_TRIPLES", "RDF_N_QUADS", "XML"}

func open(s *subject) bool {
	return some(s, dct+"format", func(iri string) bool {
		code, ok := strings.CutPrefix(iri, authority.FileType.Prefix)
		return ok && slices.Contains(machines, code)
	})
}
