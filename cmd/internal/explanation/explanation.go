// Package explanation says why a triple holds: the rules that give it, down to
// the cells and passages that state its premises, and what the reviews have for
// them and against. Of a triple that does not hold it says what is missing.
package explanation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/evidence"
	"policygraph/ontology/rules"
	"policygraph/ontology/vocab"
)

// Explanation is all that is said of one triple.
type Explanation struct {
	Triple
	Holds   bool     `json:"holds"`
	Proofs  []*Step  `json:"proofs"`            // the smallest first
	More    bool     `json:"more"`              // there are more proofs
	Misfits []Misfit `json:"misfits,omitempty"` // why it cannot hold
	Nearest []*Step  `json:"nearest,omitempty"` // the proofs that it comes nearest to
	Instead []*Step  `json:"instead,omitempty"` // what is stated of subject and predicate instead

	words *words // that it is told in
}

// Triple is a triple with its names.
type Triple struct {
	Subject   evidence.Node `json:"subject"`
	Predicate evidence.Node `json:"predicate"`
	Object    evidence.Node `json:"object"` // a literal has no IRI
}

// Step is one triple of a proof, and what it rests on.
type Step struct {
	Triple
	Rule     string   `json:"rule"`            // as OWL 2 RL names it; asserted; absent
	Words    string   `json:"words"`           // the rule in plain words
	Axiom    string   `json:"axiom,omitempty"` // that the rule was applied with
	Premises []*Step  `json:"premises,omitempty"`
	Cells    []string `json:"cells,omitempty"` // that state it, as file:line:column
	Places   []Place  `json:"places,omitempty"`
}

// Place is where a review says something: the claims of an edge, or the statement
// that the triple is about, with what bears on it.
type Place struct {
	evidence.Claim          // of a statement that is no claim, without modality
	Kind           string   `json:"kind"` // claim, finding, judgement, …
	Review         string   `json:"review"`
	Titles         []string `json:"titles"` // of its sections
	Pages          []string `json:"pages"`
	Judgements     []string `json:"judgements"` // that bear on it, each with its word and text

	label string // of the kind, in the language
}

// Misfit says why an end of a triple does not fit its predicate.
type Misfit struct {
	Node  evidence.Node `json:"node"`
	Class evidence.Node `json:"class"` // what it would have to be
	Is    evidence.Node `json:"is"`    // what it is, and cannot be at the same time
	End   string        `json:"end"`   // from or to
	By    evidence.Node `json:"by"`    // the property
}

// Explainer explains the triples of one dataset.
type Explainer struct {
	d      *graph.Dataset
	g      *graph.Graph
	theory *rules.Theory
	reader *evidence.Reader
	base   string
	lang   string
	words  *words

	// Cells returns the cells that state a quad. It may be nil.
	Cells func(quad.Quad) []string
}

// New makes an Explainer of a dataset with its ontology, for addresses below base and
// labels in a language of [evidence.Languages]. It works out what follows from
// the dataset, and fails where that is more than limit.
func New(ctx context.Context, d *graph.Dataset, base, lang string, limit int) (*Explainer, error) {
	theory, err := rules.Close(ctx, d.Union(), limit)
	if err != nil {
		return nil, fmt.Errorf("what follows from the data: %w", err)
	}
	return &Explainer{d: d, g: d.Union(), theory: theory, reader: evidence.New(d, base, lang), base: base, lang: lang, words: wordsIn(lang)}, nil
}

// How many of the nearest proofs are told, and of the statements that stand in the
// place of what is asked.
const (
	maxNearest = 5
	maxInstead = 5
)

// Explain explains a triple, with up to limit proofs.
func (x *Explainer) Explain(ctx context.Context, asked Asked, limit int) (*Explanation, error) {
	t := asked.Triple
	e := &Explanation{Triple: x.triple(t), Proofs: []*Step{}, words: x.words}
	if asked.Unstated != "" {
		e.Object.Label = asked.Unstated
		e.Instead = x.instead(t)
		return e, nil
	}
	e.Holds = x.theory.Holds(t)
	proofs, more, err := x.theory.Proofs(ctx, t, limit)
	if err != nil {
		return nil, err
	}
	e.More = more
	for _, p := range proofs {
		e.Proofs = append(e.Proofs, x.step(p))
	}
	if e.Holds {
		return e, nil
	}
	for _, m := range x.theory.Misfits(t) {
		e.Misfits = append(e.Misfits, x.misfit(t, m))
	}
	if len(e.Misfits) > 0 {
		return e, nil
	}
	e.Instead = x.instead(t)
	lacks, err := x.theory.Missing(ctx, t, maxNearest)
	for _, l := range lacks {
		e.Nearest = append(e.Nearest, x.step(l.Proof))
	}
	return e, err
}

// instead are statements with the subject and the predicate of a triple.
func (x *Explainer) instead(t graph.Triple) []*Step {
	var list []*Step
	objects := x.g.Objects(t[0], t[1])
	for _, o := range objects[:min(len(objects), maxInstead)] {
		list = append(list, x.step(&rules.Proof{Triple: graph.Triple{t[0], t[1], o}}))
	}
	return list
}

func (x *Explainer) misfit(t graph.Triple, m rules.Misfit) Misfit {
	end := "from"
	if m.Node == t.Object() {
		end = "to"
	}
	return Misfit{x.node(m.Node), x.node(m.Class), x.node(m.Is), end, x.node(t.Predicate())}
}

func (x *Explainer) triple(t graph.Triple) Triple {
	return Triple{x.node(t.Subject()), x.node(t.Predicate()), x.node(t.Object())}
}

// node is a term with its label. 0 is something that is not known.
func (x *Explainer) node(id graph.ID) evidence.Node {
	switch {
	case id == 0:
		return evidence.Node{Label: x.words.something}
	case x.d.Kind(id).IsLiteral():
		return evidence.Node{Label: quoted(x.d.Text(id), x.d.Aux(id))}
	case x.hasLabel(id):
		return x.reader.Node(id)
	}
	return evidence.Node{IRI: x.d.Text(id), Label: cmp.Or(x.reader.TermLabel(id), x.short(id))}
}

func (x *Explainer) hasLabel(id graph.ID) bool {
	p, ok := x.d.Lookup(vocab.SKOSPrefLabel)
	return ok && len(x.g.Objects(id, p)) > 0
}

// short is an address as a prefixed name, or of the ontology's own terms as the name
// alone.
func (x *Explainer) short(id graph.ID) string {
	text := x.d.Text(id)
	if name, ok := strings.CutPrefix(text, string(vocab.Rebase(vocab.Namespace, x.base))); ok {
		return name
	}
	best := "<" + text + ">"
	for _, p := range vocab.Prefixes() {
		rest, ok := strings.CutPrefix(text, string(vocab.Rebase(quad.IRI(p.IRI), x.base)))
		if ok && !strings.ContainsAny(rest, "/#") {
			best = p.Name + ":" + rest
		}
	}
	return best
}

func (x *Explainer) step(p *rules.Proof) *Step {
	s := &Step{Triple: x.triple(p.Triple), Rule: string(p.Rule), Words: p.Rule.WordsIn(x.lang), Axiom: x.axiom(p.Axiom)}
	switch p.Rule {
	case rules.Absent:
		return s
	case "":
		s.Rule = "asserted"
		s.Cells, s.Places = x.cells(p.Triple), x.places(p.Triple)
	}
	for _, q := range p.Premises {
		s.Premises = append(s.Premises, x.step(q))
	}
	return s
}

// axiom is an axiom in Turtle, a chain written out.
func (x *Explainer) axiom(t graph.Triple) string {
	if t == (graph.Triple{}) {
		return ""
	}
	return x.short(t[0]) + " " + x.short(t[1]) + " " + x.object(t[2])
}

func (x *Explainer) object(id graph.ID) string {
	first, _ := x.d.Lookup(quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#first"))
	rest, _ := x.d.Lookup(quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"))
	if x.d.Kind(id) != graph.KindBNode {
		return x.short(id)
	}
	var names []string
	for n := id; n != 0 && len(x.g.Objects(n, first)) == 1; n = x.g.Objects(n, rest)[0] {
		names = append(names, x.short(x.g.Objects(n, first)[0]))
	}
	return "( " + strings.Join(names, " ") + " )"
}

// cells are those that state a triple, in any graph.
func (x *Explainer) cells(t graph.Triple) []string {
	if x.Cells == nil {
		return nil
	}
	var list []string
	for _, g := range x.d.Graphs() {
		if g.Has(t) {
			list = append(list, x.Cells(g.Quad(t))...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// places are the claims that state an edge; where there are none, the statement that
// is its subject.
func (x *Explainer) places(t graph.Triple) []Place {
	var list []Place
	for _, c := range x.reader.Hop(t, false).Claims {
		list = append(list, x.place(c))
	}
	if len(list) == 0 && x.isStatement(t.Subject()) {
		list = append(list, x.place(evidence.Claim{IRI: x.d.Text(t.Subject())}))
	}
	return list
}

func (x *Explainer) isStatement(id graph.ID) bool {
	typ, _ := x.d.Lookup(vocab.RDFType)
	class, ok := x.d.Lookup(vocab.Rebase(vocab.Statement, x.base))
	return ok && x.theory.Holds(graph.Triple{id, typ, class})
}

// place finds where a statement stands.
func (x *Explainer) place(c evidence.Claim) Place {
	id, _ := x.d.Lookup(quad.IRI(c.IRI))
	p := Place{Claim: c, Titles: []string{}, Pages: x.texts(id, vocab.Page), Judgements: []string{}}
	p.Kind, p.label = x.kind(id)
	if c.Modality == "" {
		p.Lines = x.texts(id, vocab.Lines)
		p.Sources = []evidence.Source{}
		for _, source := range x.objects(id, vocab.FromStudy, vocab.CitedSource) {
			p.Sources = append(p.Sources, evidence.Source{IRI: x.d.Text(source), CitedAs: strings.Join(x.texts(source, vocab.CitedAs), "; ")})
		}
		p.Sections, p.For, p.Against, p.Qualifying = []string{}, []evidence.Finding{}, []evidence.Finding{}, []evidence.Finding{}
	}
	for _, section := range x.objects(id, vocab.StatedIn) {
		if c.Modality == "" {
			p.Sections = append(p.Sections, x.texts(section, vocab.BIBOSection)...)
		}
		p.Titles = append(p.Titles, x.inLanguage(section, vocab.DCTTitle))
		p.Review = cmp.Or(p.Review, x.review(section))
	}
	p.Judgements = x.judgements(id)
	return p
}

// kind is the class of a statement, and what it is called.
func (x *Explainer) kind(id graph.ID) (name, label string) {
	for _, class := range x.objects(id, vocab.RDFType) {
		name = strings.ToLower(x.short(class))
		return name, cmp.Or(x.reader.TermLabel(class), name)
	}
	return "statement", x.words.statement
}

// review is the title of what a section is part of.
func (x *Explainer) review(section graph.ID) string {
	for range 16 { // sections in sections
		next := x.objects(section, vocab.DCTIsPartOf)
		if len(next) == 0 {
			break
		}
		section = next[0]
	}
	return x.inLanguage(section, vocab.DCTTitle)
}

// judgements are those that bear on a claim: findings come with the claim.
func (x *Explainer) judgements(claim graph.ID) []string {
	list := []string{}
	class, _ := x.d.Lookup(vocab.Rebase(vocab.Judgement, x.base))
	typ, _ := x.d.Lookup(vocab.RDFType)
	for _, how := range []struct {
		word     string
		property quad.IRI
	}{{x.words.For, vocab.Supports}, {x.words.Against, vocab.Contradicts}, {x.words.Limits, vocab.Qualifies}} {
		p, ok := x.d.Lookup(vocab.Rebase(how.property, x.base))
		if !ok {
			continue
		}
		for _, s := range x.g.Subjects(p, claim) {
			if x.g.Has(graph.Triple{s, typ, class}) {
				list = append(list, how.word+": "+x.words.judgement+": "+x.inLanguage(s, vocab.DCTDescription))
			}
		}
	}
	return list
}

// objects are those of properties, each once, in order.
func (x *Explainer) objects(s graph.ID, properties ...quad.IRI) []graph.ID {
	var list []graph.ID
	for _, property := range properties {
		if p, ok := x.d.Lookup(vocab.Rebase(property, x.base)); ok {
			list = append(list, x.g.Objects(s, p)...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (x *Explainer) texts(s graph.ID, property quad.IRI) []string {
	list := []string{}
	for _, o := range x.objects(s, property) {
		list = append(list, x.d.Text(o))
	}
	return list
}

// inLanguage is the text of a property in the language asked for, or else in the
// first that it has.
func (x *Explainer) inLanguage(s graph.ID, property quad.IRI) string {
	objects := x.objects(s, property)
	for _, o := range objects {
		if x.d.Aux(o) == x.lang {
			return x.d.Text(o)
		}
	}
	if len(objects) == 0 {
		return ""
	}
	return x.d.Text(objects[0])
}
