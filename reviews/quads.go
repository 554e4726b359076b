package reviews

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// QuadOptions say how to write addresses.
type QuadOptions struct {
	// Base stands in place of vocab.Base in every address. Empty is vocab.Base.
	Base string
}

// The named graphs besides the one of each review, which is graph/{review}.
const (
	GraphConcepts   quad.IRI = vocab.GraphNamespace + "concepts"
	GraphMappings   quad.IRI = vocab.GraphNamespace + "mappings"
	GraphSources    quad.IRI = vocab.GraphNamespace + "sources"
	GraphProvenance quad.IRI = vocab.GraphNamespace + "provenance"
)

// GraphOf is the named graph of a review.
func GraphOf(review string) quad.IRI { return quad.IRI(vocab.GraphNamespace + review) }

// Statements says the corpus as quads, each with the cell it was read from. The
// order is that of the tables, of the rows in their files and of the columns,
// and is the same at every run. No quad has a blank node. A quad that several
// rows say comes once for each of them.
func (c *Corpus) Statements(o QuadOptions) iter.Seq2[quad.Quad, Source] {
	return func(yield func(quad.Quad, Source) bool) {
		s := &sayer{Corpus: c, base: o.Base, yield: yield, going: true}
		for r := range c.All() {
			s.record(r)
			if !s.going {
				return
			}
		}
	}
}

// Quads gives the quads of [Corpus.Statements] alone.
func (c *Corpus) Quads(o QuadOptions) iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		for q := range c.Statements(o) {
			if !yield(q) {
				return
			}
		}
	}
}

// Origin returns the cells that say a quad, in the order of Statements; none
// where the corpus does not say it.
func (c *Corpus) Origin(q quad.Quad, o QuadOptions) []Source {
	var found []Source
	for said, at := range c.Statements(o) {
		if said == q {
			found = append(found, at)
		}
	}
	return found
}

// sayer says records. After the consumer has had enough it says no more.
type sayer struct {
	*Corpus
	base  string
	yield func(quad.Quad, Source) bool
	going bool

	subject, graph quad.IRI // of the record at hand
}

// say yields one triple about the record at hand.
func (s *sayer) say(p quad.IRI, o quad.Value, at Source) { s.sayOf(s.subject, p, o, at) }

// sayOf says nothing where a term is missing because a cell could not be read.
func (s *sayer) sayOf(subject, p quad.IRI, o quad.Value, at Source) {
	if !s.going || subject == "" || p == "" || o == quad.IRI("") {
		return
	}
	q := quad.Quad{Subject: subject, Predicate: p, Object: o, Label: s.graph}
	if s.base != "" {
		q = rebase(q, s.base)
	}
	s.going = s.yield(q, at)
}

func rebase(q quad.Quad, base string) quad.Quad {
	move := func(v quad.Value) quad.Value {
		if i, ok := v.(quad.IRI); ok {
			return vocab.Rebase(i, base)
		}
		return v
	}
	return quad.Quad{Subject: move(q.Subject), Predicate: move(q.Predicate), Object: move(q.Object), Label: move(q.Label)}
}

// record says the type of a record, its columns in order, and what a row of its
// kind means beyond them. A row whose name could not be read says nothing.
func (s *sayer) record(r *Record) {
	s.subject, s.graph = r.IRI, graphOf(r)
	s.say(vocab.RDFType, r.table.Class, r.Source)
	if r.table.Folder == InConcepts {
		s.say(vocab.RDFType, vocab.SKOSConcept, r.Source) // for readers that know SKOS and compute no closure
	}
	if r.Kind == KindSource && r.reportsResults() {
		s.say(vocab.RDFType, vocab.Study, r.cellAt("kind").Source)
	}
	for i := range r.table.Fields {
		if f := &r.table.Fields[i]; f.Property != "" {
			for _, v := range r.values[i] {
				s.say(f.Property, v.term(f), v.Source)
			}
		}
	}
	if more := beyond[r.Kind]; more != nil {
		more(s, r)
	}
}

func graphOf(r *Record) quad.IRI {
	switch r.table.Folder {
	case InConcepts:
		if r.Kind == KindMapping {
			return GraphMappings
		}
		return GraphConcepts
	case InRoot:
		return GraphSources
	}
	if r.Kind == KindReview {
		return GraphSources
	}
	return GraphOf(r.Review)
}

// datatypes are the types of cell that become literals with a datatype. Their
// lexical form is what was written.
var datatypes = map[BaseType]quad.IRI{
	TypeDecimal: vocab.XSDDecimal,
	TypeInteger: vocab.XSDInteger,
	TypeYear:    vocab.XSDGYear,
}

// term is the RDF term of a value.
func (v Value) term(f *Field) quad.Value {
	switch base := f.Type.Base; {
	case base == TypeLangText:
		return quad.LangString{Value: quad.String(v.Text), Lang: f.Type.Lang}
	case base == TypeMention, v.IRI == "" && datatypes[base] == "":
		return quad.String(v.Text)
	case datatypes[base] != "":
		return quad.TypedString{Value: quad.String(v.Text), Type: datatypes[base]}
	}
	return v.IRI
}

// beyond says what no single column says.
var beyond = map[Kind]func(*sayer, *Record){
	KindMapping:   (*sayer).mapping,
	KindReview:    (*sayer).review,
	KindSearch:    (*sayer).period,
	KindSection:   (*sayer).partOf,
	KindClaim:     (*sayer).claim,
	KindFinding:   (*sayer).finding,
	KindJudgement: (*sayer).statement,
	KindGap:       (*sayer).statement,
	KindConflict:  (*sayer).conflict,
}

// mapping says the match, or where it is held not to hold, that it does not: as
// OWL says so, about a thing that stands for the statement that is denied.
func (s *sayer) mapping(r *Record) {
	object := r.Value("object")
	if r.Has("modifier") {
		s.denied(r)
		return
	}
	s.sayOf(r.Value("concept").IRI, r.Value("relation").IRI, object.IRI, object.Source)
}

func (s *sayer) denied(r *Record) {
	concept, relation, object := r.Value("concept"), r.Value("relation"), r.Value("object")
	if concept.IRI == "" || relation.IRI == "" || object.IRI == "" {
		return
	}
	sum := sha256.Sum256([]byte(object.IRI))
	name := strings.ReplaceAll(concept.Text, "/", ".") + "." + relation.Text + "." + hex.EncodeToString(sum[:6])
	denial := quad.IRI(vocab.IDNamespace + "mapping/" + name)
	s.sayOf(denial, vocab.RDFType, vocab.OWLNegativePropertyAssertion, r.Source)
	s.sayOf(denial, vocab.OWLSourceIndividual, concept.IRI, concept.Source)
	s.sayOf(denial, vocab.OWLAssertionProperty, relation.IRI, relation.Source)
	s.sayOf(denial, vocab.OWLTargetIndividual, object.IRI, object.Source)
}

// review ties the review to its search and to every source that it cites: those
// whose mentions name it, then those its statements name. Its graph was derived
// from it.
func (s *sayer) review(r *Record) {
	if search := s.Find(iriOf(KindSearch, r.Review, "")); search != nil {
		s.say(vocab.SearchProperty, search.IRI, search.Source)
	}
	cited := map[quad.IRI]bool{}
	cite := func(source quad.IRI, at Source) {
		if !cited[source] {
			cited[source] = true
			s.say(vocab.CITOCites, source, at)
		}
	}
	for source := range s.Records(KindSource) {
		for _, v := range source.Values("mentions") {
			if v.IRI == r.IRI {
				cite(source.IRI, v.Source)
			}
		}
	}
	for st := range s.statements() {
		if st.Review == r.Review {
			for _, v := range citedBy(st) {
				cite(v.IRI, v.Source)
			}
		}
	}
	s.graph = GraphProvenance
	s.sayOf(GraphOf(r.Review), vocab.PROVWasDerivedFrom, r.IRI, r.cellAt("id").Source)
}

// citedBy returns the sources a statement names.
func citedBy(r *Record) []Value {
	var all []Value
	for _, column := range []string{"study", "sources"} {
		if r.table.index(column) >= 0 {
			all = append(all, r.Values(column)...)
		}
	}
	return all
}

// period gives the years of a search a node of their own.
func (s *sayer) period(r *Record) {
	ends := []struct {
		column   string
		property quad.IRI
	}{{"period_from", vocab.DCATStartDate}, {"period_to", vocab.DCATEndDate}}
	if !r.Has("period_from") && !r.Has("period_to") {
		return
	}
	period := quad.IRI(vocab.IDNamespace + "period/" + r.Review)
	s.say(vocab.DCTTemporal, period, r.Source)
	s.sayOf(period, vocab.RDFType, vocab.DCTPeriodOfTime, r.Source)
	for _, e := range ends {
		for _, v := range r.Values(e.column) {
			s.sayOf(period, e.property, v.term(r.table.Field(e.column)), v.Source)
		}
	}
}

// partOf puts a section into the section around it, or into the review.
func (s *sayer) partOf(r *Record) {
	if v := r.Value("part_of"); v.IRI != "" {
		s.say(vocab.DCTIsPartOf, v.IRI, v.Source)
		return
	}
	s.say(vocab.DCTIsPartOf, iriOf(KindReview, r.Review, r.Review), r.Source)
}

// statement says what holds for every statement: how it was coded, and which
// passage it was read from.
func (s *sayer) statement(r *Record) {
	if !r.states("basis") {
		s.say(vocab.Basis, vocab.BasisAsCited, r.Source)
	}
	s.passage(r)
}

// passage says the digest, if it was taken of the lines the row gives now.
func (s *sayer) passage(r *Record) {
	anchor := s.anchors[r.IRI]
	if anchor != nil && joinRanges(anchor.Lines()) == joinRanges(r.Lines()) && anchor.Has("digest") {
		s.say(vocab.PassageDigest, quad.String(anchor.Text("digest")), anchor.Value("digest").Source)
	}
}

// claim says the link itself, unless the review turns it down.
func (s *sayer) claim(r *Record) {
	subject, predicate, object := r.Value("subject"), r.Value("predicate"), r.Value("object")
	s.say(vocab.Predicate, predicate.IRI, predicate.Source)
	s.sentences(r)
	s.statement(r)
	if r.Has("modality") && !r.rejected() {
		s.sayOf(subject.IRI, predicate.IRI, object.IRI, predicate.Source)
	}
}

// finding adds that a finding which was checked derives from the study itself.
func (s *sayer) finding(r *Record) {
	s.statement(r)
	if r.Value("basis").IRI == vocab.BasisChecked {
		s.say(vocab.PROVWasDerivedFrom, r.Value("study").IRI, r.cellAt("basis").Source)
	}
}

// conflict says which members are against which: those that differ in direction,
// both ways.
func (s *sayer) conflict(r *Record) {
	s.passage(r)
	for _, v := range r.Values("members") {
		for _, w := range r.Values("members") {
			f, g := s.Find(v.IRI), s.Find(w.IRI)
			if f != nil && g != nil && f.Has("direction") && g.Has("direction") && f.Text("direction") != g.Text("direction") {
				s.sayOf(f.IRI, vocab.ConflictsWith, g.IRI, v.Source)
			}
		}
	}
}
