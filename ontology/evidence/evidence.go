// Package evidence says what carries an edge of the causal chain: which claims
// state it, how firmly and where, and which findings speak for it, against it,
// or limit it.
package evidence

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Reader looks evidence up in one dataset. It may be used by several goroutines
// at once.
type Reader struct {
	d     *graph.Dataset
	g     *graph.Graph // all graphs merged
	terms map[quad.IRI]graph.ID
	base  string
	lang  []string // the languages of labels, the best first

	inferred *graph.Graph // what follows by the ontology; nil where nothing was added
}

// languages are the fallbacks for labels: who asks for one of the Norwegian
// languages gets the other before English.
var languages = map[string][]string{
	"nb": {"nb", "nn", "en"},
	"nn": {"nn", "nb", "en"},
	"en": {"en", "nb", "nn"},
}

// Languages are the languages that labels can be asked for in.
func Languages() []string { return []string{"nb", "nn", "en"} }

// New makes a Reader of a dataset whose addresses start with base, with labels
// in a language of [Languages].
func New(d *graph.Dataset, base, lang string) *Reader {
	r := &Reader{d: d, g: d.Union(), base: base, lang: languages[lang], terms: make(map[quad.IRI]graph.ID)}
	for _, iri := range used {
		r.terms[iri], _ = d.Lookup(vocab.Rebase(iri, base))
	}
	for _, g := range d.Graphs() {
		if name := g.Name(); name != 0 && d.Text(name) == base+"graph/inferred" {
			r.inferred = g
		}
	}
	return r
}

// used are the terms that a Reader looks for.
var used = []quad.IRI{
	vocab.Subject, vocab.Predicate, vocab.Object, vocab.Modality, vocab.StatedIn, vocab.Lines, vocab.CitedSource, vocab.CitedAs,
	vocab.Supports, vocab.Contradicts, vocab.Qualifies, vocab.FromStudy, vocab.Direction, vocab.Design,
	vocab.SKOSPrefLabel, vocab.DCTDescription, vocab.BIBOSection, vocab.RDFType, vocab.Study, vocab.RDFSLabel,
	vocab.Targets, vocab.LeadsTo, vocab.Mitigates, vocab.ContributesTo,
}

// causal are the properties whose triples claims state.
var causal = []quad.IRI{vocab.Targets, vocab.LeadsTo, vocab.Mitigates, vocab.ContributesTo}

// Hop is one edge and what carries it.
type Hop struct {
	Subject   Node    `json:"subject"`
	Predicate string  `json:"predicate"` // the local name
	Object    Node    `json:"object"`
	Inverse   bool    `json:"inverse,omitempty"`  // walked from object to subject
	Inferred  bool    `json:"inferred,omitempty"` // it follows by the ontology, and is stated nowhere
	Claims    []Claim `json:"claims"`

	causal bool   // claims state triples of its predicate
	label  string // of the predicate, in the language
}

// Node is a concept on the way.
type Node struct {
	IRI   string `json:"iri"`
	Label string `json:"label"`
}

// Claim is a claim that states the edge.
type Claim struct {
	IRI        string    `json:"iri"`
	Modality   string    `json:"modality"` // asserted, suggested, disputed or rejected
	Sections   []string  `json:"sections"`
	Lines      []string  `json:"lines"`
	Sources    []Source  `json:"sources"` // cited by the review for the link
	For        []Finding `json:"for"`
	Against    []Finding `json:"against"`
	Qualifying []Finding `json:"qualifying"`
}

// Source is a work.
type Source struct {
	IRI     string `json:"iri"`
	CitedAs string `json:"citedAs"`
	Study   bool   `json:"study"` // reports results, rather than theory or policy alone
}

// Finding is a result that bears on a claim.
type Finding struct {
	IRI       string   `json:"iri"`
	Study     Source   `json:"study"`
	Direction string   `json:"direction,omitempty"`
	Designs   []string `json:"designs"`
	Strength  int      `json:"strength"` // of the best design, 0 to 5; -1 where none has one
	Text      string   `json:"text"`
}

// Hop returns the edge of a triple with its evidence.
func (r *Reader) Hop(t graph.Triple, inverse bool) Hop {
	h := Hop{
		Subject: r.Node(t.Subject()), Predicate: r.local(t.Predicate()), Object: r.Node(t.Object()),
		Inverse: inverse, Inferred: r.inferred != nil && r.inferred.Has(t), Claims: []Claim{},
		causal: slices.ContainsFunc(causal, func(p quad.IRI) bool { return r.terms[p] == t.Predicate() }),
		label:  cmp.Or(r.TermLabel(t.Predicate()), r.local(t.Predicate())),
	}
	for _, c := range r.claims(t) {
		h.Claims = append(h.Claims, r.claim(c))
	}
	return h
}

// claims are the claims with the subject, predicate and object of a triple.
func (r *Reader) claims(t graph.Triple) []graph.ID {
	return slices.DeleteFunc(slices.Clone(r.g.Subjects(r.terms[vocab.Subject], t.Subject())), func(c graph.ID) bool {
		return !r.g.Has(graph.Triple{c, r.terms[vocab.Predicate], t.Predicate()}) || !r.g.Has(graph.Triple{c, r.terms[vocab.Object], t.Object()})
	})
}

func (r *Reader) claim(c graph.ID) Claim {
	return Claim{
		IRI:        r.d.Text(c),
		Modality:   r.code(c, vocab.Modality),
		Sections:   r.sections(c),
		Lines:      r.texts(c, vocab.Lines, byFirstNumber),
		Sources:    r.sources(c),
		For:        r.findings(c, vocab.Supports),
		Against:    r.findings(c, vocab.Contradicts),
		Qualifying: r.findings(c, vocab.Qualifies),
	}
}

func (r *Reader) sections(c graph.ID) []string {
	numbers := []string{}
	for _, s := range r.g.Objects(c, r.terms[vocab.StatedIn]) {
		numbers = append(numbers, r.texts(s, vocab.BIBOSection, cmp.Compare[string])...)
	}
	slices.Sort(numbers)
	return numbers
}

func (r *Reader) sources(c graph.ID) []Source {
	list := []Source{}
	for _, s := range r.g.Objects(c, r.terms[vocab.CitedSource]) {
		list = append(list, r.source(s))
	}
	return list
}

func (r *Reader) source(s graph.ID) Source {
	return Source{
		IRI:     r.d.Text(s),
		CitedAs: first(r.texts(s, vocab.CitedAs, cmp.Compare[string])),
		Study:   r.g.Has(graph.Triple{s, r.terms[vocab.RDFType], r.terms[vocab.Study]}),
	}
}

// findings are the findings and judgements that bear on a claim in one way;
// judgements have no study and are left out.
func (r *Reader) findings(c graph.ID, how quad.IRI) []Finding {
	list := []Finding{}
	for _, f := range r.g.Subjects(r.terms[how], c) {
		studies := r.g.Objects(f, r.terms[vocab.FromStudy])
		if len(studies) == 0 {
			continue
		}
		list = append(list, Finding{
			IRI: r.d.Text(f), Study: r.source(studies[0]), Direction: r.code(f, vocab.Direction),
			Designs: r.codes(f, vocab.Design), Strength: r.strength(f), Text: r.text(f, vocab.DCTDescription),
		})
	}
	return list
}

// strength is how well the best of a finding's designs can tell cause from
// correlation.
func (r *Reader) strength(f graph.ID) int {
	best := -1
	for _, design := range r.g.Objects(f, r.terms[vocab.Design]) {
		if c, ok := vocab.CodeOf(r.defaultBase(design)); ok {
			if s, ok := c.Strength(); ok {
				best = max(best, s)
			}
		}
	}
	return best
}

// texts are the texts of a property, in an order.
func (r *Reader) texts(s graph.ID, property quad.IRI, order func(a, b string) int) []string {
	list := []string{}
	for _, o := range r.g.Objects(s, r.terms[property]) {
		list = append(list, r.d.Text(o))
	}
	slices.SortFunc(list, order)
	return list
}

// byFirstNumber orders ranges of lines, 559-562 before 1190-1193.
func byFirstNumber(a, b string) int { return cmp.Compare(leading(a), leading(b)) }

func leading(s string) int {
	end := slices.IndexFunc([]byte(s), func(c byte) bool { return c < '0' || c > '9' })
	if end < 0 {
		end = len(s)
	}
	n, _ := strconv.Atoi(s[:end])
	return n
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
