package records

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Link is an edge between two concepts: a link of the causal chain, or what an
// outcome is an indicator of, or what is broader. With it comes everything that
// is said of it.
type Link struct {
	Subject, Predicate, Object graph.ID
	Direct                     bool // the edge itself is in the graph; false where every claim of it is rejected

	Claims     []graph.ID // that state it
	Findings   Stances    // on these claims
	Bearing    []graph.ID // the same findings, each once
	Judgements Stances    // on these claims
	Studies    []graph.ID // with these findings
	Sources    []graph.ID // cited by the claims
	Reviews    []graph.ID // that the claims stand in
}

// Stances are the statements that bear on claims, by how they do.
type Stances struct{ Supporting, Contradicting, Qualifying []graph.ID }

// All are the statements of all stances, each once.
func (s Stances) All() []graph.ID { return set(s.Supporting, s.Contradicting, s.Qualifying) }

// concepts are the tables whose things the network of concepts joins.
var concepts = []string{"problems", "mechanisms", "measures", "outcomes"}

// Concepts are the tables of problems, mechanisms, measures and outcomes.
func (r *Records) Concepts() (list []Filled) {
	for _, t := range r.Tables {
		if slices.Contains(concepts, t.Name) {
			list = append(list, t)
		}
	}
	return list
}

func (r *Records) isConcept(id graph.ID) bool {
	t, _, ok := r.Find(id)
	return ok && slices.Contains(concepts, t.Name)
}

// Links are the edges between problems, mechanisms, measures and outcomes that
// are in the graph or that some claim states, in order of subject, predicate,
// object.
func (r *Records) Links() []Link {
	stated := make(map[graph.Triple][]graph.ID)
	for _, t := range r.Concepts() {
		for _, row := range t.Rows {
			predicates, objects := r.Graph.From(row.ID)
			for i, o := range objects {
				if r.isConcept(o) {
					stated[graph.Triple{row.ID, predicates[i], o}] = nil
				}
			}
		}
	}
	for _, c := range r.Graph.Subjects(r.id(vocab.RDFType), r.id(vocab.Claim)) {
		if t, ok := r.claimed(c); ok {
			stated[t] = append(stated[t], c)
		}
	}
	order := slices.SortedFunc(maps.Keys(stated), func(a, b graph.Triple) int { return slices.Compare(a[:], b[:]) })
	links := make([]Link, len(order))
	for i, t := range order {
		links[i] = r.link(t, stated[t])
	}
	return links
}

// claimed is the edge that a claim states, where both ends are concepts.
func (r *Records) claimed(c graph.ID) (t graph.Triple, ok bool) {
	for i, property := range []quad.IRI{vocab.Subject, vocab.Predicate, vocab.Object} {
		list := r.Graph.Objects(c, r.id(property))
		if len(list) == 0 {
			return t, false
		}
		t[i] = list[0]
	}
	return t, r.isConcept(t[0]) && r.isConcept(t[2])
}

func (r *Records) link(t graph.Triple, claims []graph.ID) Link {
	l := Link{Subject: t[0], Predicate: t[1], Object: t[2], Direct: r.Graph.Has(t), Claims: claims}
	l.Findings = r.stances(claims, vocab.Finding)
	l.Bearing = l.Findings.All()
	l.Judgements = r.stances(claims, vocab.Judgement)
	l.Studies = r.along(l.Bearing, vocab.FromStudy)
	l.Sources = r.along(claims, vocab.CitedSource)
	l.Reviews = r.reviews(claims)
	return l
}

// stances are the statements of a class that bear on claims.
func (r *Records) stances(claims []graph.ID, class quad.IRI) (s Stances) {
	for how, list := range map[quad.IRI]*[]graph.ID{
		vocab.Supports: &s.Supporting, vocab.Contradicts: &s.Contradicting, vocab.Qualifies: &s.Qualifying,
	} {
		for _, c := range claims {
			*list = append(*list, r.ofClass(r.Graph.Subjects(r.id(how), c), class)...)
		}
		*list = set(*list)
	}
	return s
}

// reviews are the reviews that statements stand in: their sections are part of
// one, or of a section that is.
func (r *Records) reviews(statements []graph.ID) []graph.ID {
	whole := make(map[graph.ID]bool) // those met on the way up, against a circle
	up := r.along(statements, vocab.StatedIn)
	for len(up) > 0 {
		up = slices.DeleteFunc(r.along(up, vocab.DCTIsPartOf), func(id graph.ID) bool { return whole[id] })
		for _, id := range up {
			whole[id] = true
		}
	}
	return r.ofClass(slices.Sorted(maps.Keys(whole)), vocab.Review)
}

// along are the objects of a property of all subjects, each once.
func (r *Records) along(subjects []graph.ID, property quad.IRI) (list []graph.ID) {
	p := r.id(property)
	for _, s := range subjects {
		list = append(list, r.Graph.Objects(s, p)...)
	}
	return set(list)
}

// set joins lists to one in order, each element once.
func set[T cmp.Ordered](lists ...[]T) []T {
	all := slices.Concat(lists...)
	if len(all) < 2 {
		return all
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Relation says what sort of edge a predicate makes.
func (r *Records) Relation(predicate graph.ID) string {
	switch predicate {
	case r.id(vocab.IndicatorOf):
		return "indicator"
	case r.id(vocab.SKOSBroader):
		return "hierarchy"
	}
	return "causal"
}

// codesOf are the codes that statements have for a property, in the order of
// the code list, each as often as it occurs.
func (r *Records) codesOf(statements []graph.ID, property quad.IRI) (list []vocab.Code) {
	if len(statements) == 0 {
		return nil
	}
	scheme, _ := vocab.SchemeOf(property)
	for _, c := range scheme.Codes {
		for range r.having(statements, property, c.IRI) {
			list = append(list, c)
		}
	}
	return list
}

// having counts the statements that have a code.
func (r *Records) having(statements []graph.ID, property, code quad.IRI) (n int) {
	p, o := r.id(property), r.id(code)
	for _, s := range statements {
		if r.Graph.Has(graph.Triple{s, p, o}) {
			n++
		}
	}
	return n
}

// strongest are those designs of the findings in support of a link that tell
// cause from correlation best, and how well they do, -1 where none is known to.
func (r *Records) strongest(l Link) (strength int, designs []string) {
	strength = -1
	for _, c := range r.codesOf(l.Findings.Supporting, vocab.Design) {
		switch s, ok := c.Strength(); {
		case !ok || s < strength:
		case s > strength:
			strength, designs = s, []string{c.Notation}
		case !slices.Contains(designs, c.Notation):
			designs = append(designs, c.Notation)
		}
	}
	return strength, designs
}

// LinkField is a field of links. It has either texts or things.
type LinkField struct {
	Field
	texts  func(r *Records, l Link) []string
	things func(l Link) []graph.ID
}

// Values are the values of a link, things by the name that they are given.
func (f LinkField) Values(r *Records, l Link, name func(graph.ID) string) []string {
	if f.things == nil {
		return f.texts(r, l)
	}
	list := make([]string, 0, len(f.things(l)))
	for _, id := range f.things(l) {
		list = append(list, name(id))
	}
	return list
}

// LinkFields are what a link tells besides its two ends and its predicate.
var LinkFields = slices.Concat([]LinkField{
	texts(Field{"relation", String, false, "slags kant", "kind of edge"}, func(r *Records, l Link) []string { return []string{r.Relation(l.Predicate)} }),
	texts(Field{"direct", Boolean, false, "står i grafen", "stands in the graph"}, func(_ *Records, l Link) []string { return []string{strconv.FormatBool(l.Direct)} }),
	texts(Field{"modality", String, true, "modalitet", "modality"}, func(r *Records, l Link) []string {
		return slices.Compact(notations(r.codesOf(l.Claims, vocab.Modality)))
	}),
	counted("claims", "påstander", "claims", func(l Link) []graph.ID { return l.Claims }),
	counted("supporting_findings", "funn som støtter", "findings in support", func(l Link) []graph.ID { return l.Findings.Supporting }),
	counted("contradicting_findings", "funn som taler mot", "findings against", func(l Link) []graph.ID { return l.Findings.Contradicting }),
	counted("qualifying_findings", "funn som nyanserer", "findings that qualify", func(l Link) []graph.ID { return l.Findings.Qualifying }),
	counted("supporting_judgements", "vurderinger som støtter", "judgements in support", func(l Link) []graph.ID { return l.Judgements.Supporting }),
	counted("contradicting_judgements", "vurderinger som taler mot", "judgements against", func(l Link) []graph.ID { return l.Judgements.Contradicting }),
	counted("qualifying_judgements", "vurderinger som nyanserer", "judgements that qualify", func(l Link) []graph.ID { return l.Judgements.Qualifying }),
	counted("studies", "studier med funn om lenken", "studies with findings on the link", func(l Link) []graph.ID { return l.Studies }),
	counted("cited_sources", "kilder vist til", "cited sources", func(l Link) []graph.ID { return l.Sources }),
	texts(Field{"causal_strength", Whole, false, "beste årsaksstyrke blant funn som støtter", "best causal strength among findings in support"}, func(r *Records, l Link) []string {
		if s, _ := r.strongest(l); s >= 0 {
			return []string{strconv.Itoa(s)}
		}
		return nil
	}),
	texts(Field{"strongest_design", String, true, "designet som gir den styrken", "the design with that strength"}, func(r *Records, l Link) []string {
		_, designs := r.strongest(l)
		return designs
	}),
}, directions(), []LinkField{
	listed("claim_ids", "påstandene", "the claims", func(l Link) []graph.ID { return l.Claims }),
	listed("study_ids", "studiene", "the studies", func(l Link) []graph.ID { return l.Studies }),
	listed("review_ids", "oppsummeringene", "the reviews", func(l Link) []graph.ID { return l.Reviews }),
})

func counted(name, nb, en string, list func(Link) []graph.ID) LinkField {
	return texts(Field{name, Whole, false, nb, en}, func(_ *Records, l Link) []string { return []string{strconv.Itoa(len(list(l)))} })
}

func listed(name, nb, en string, things func(Link) []graph.ID) LinkField {
	return LinkField{Field: Field{name, String, true, nb, en}, things: things}
}

func texts(f Field, of func(*Records, Link) []string) LinkField {
	return LinkField{Field: f, texts: of}
}

// directions are the fields that count findings by direction.
func directions() (list []LinkField) {
	scheme, _ := vocab.SchemeOf(vocab.Direction)
	for _, c := range scheme.Codes {
		list = append(list, texts(
			Field{c.Notation + "_findings", Whole, false, "funn med retning " + c.NB, "findings with direction " + c.EN},
			func(r *Records, l Link) []string {
				return []string{strconv.Itoa(r.having(l.Bearing, vocab.Direction, c.IRI))}
			},
		))
	}
	return append(list, texts(
		Field{"findings_without_direction", Whole, false, "funn uten retning", "findings without a direction"},
		func(r *Records, l Link) []string {
			return []string{strconv.Itoa(len(l.Bearing) - len(r.codesOf(l.Bearing, vocab.Direction)))}
		},
	))
}

func notations(codes []vocab.Code) []string {
	list := make([]string, len(codes))
	for i, c := range codes {
		list[i] = c.Notation
	}
	return list
}
