// Package rules works out what follows from an ontology, says why, and says
// where the data contradict it: nine rules and three checks of OWL 2 RL (section
// 4.3 of the profiles), run to a fixed point.
//
//	cax-sco    rdfs:subClassOf         prp-dom     rdfs:domain
//	prp-spo1   rdfs:subPropertyOf      prp-rng     rdfs:range
//	prp-spo2   owl:propertyChainAxiom  prp-inv1/2  owl:inverseOf
//	prp-trp    owl:TransitiveProperty  prp-symp    owl:SymmetricProperty
//
//	cax-adc    owl:AllDisjointClasses  prp-irp     owl:IrreflexiveProperty
//	cax-dw     owl:disjointWith
//
// Axioms are read from the graph itself, so that any ontology within these
// constructs works; all others are passed over. An axiom that would itself have
// to be inferred is none. Nothing is concluded of blank properties and classes,
// nothing with a literal as subject, and no classes where the graph does not have
// rdf:type at all.
package rules

import (
	"context"

	"policygraph/graph"
)

const (
	rdfs = "http://www.w3.org/2000/01/rdf-schema#"
	rdf  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	owl  = "http://www.w3.org/2002/07/owl#"
)

// Rule is a rule or a check, by its name in the tables of OWL 2 RL. The empty
// Rule stands for what is asserted.
type Rule string

// The rules, in the order in which proofs of one size are preferred, and the
// checks.
const (
	SubProperty Rule = "prp-spo1"
	Inverse1    Rule = "prp-inv1"
	Inverse2    Rule = "prp-inv2"
	Symmetric   Rule = "prp-symp"
	Transitive  Rule = "prp-trp"
	Chain       Rule = "prp-spo2"
	SubClass    Rule = "cax-sco"
	Domain      Rule = "prp-dom"
	Range       Rule = "prp-rng"
	AllDisjoint Rule = "cax-adc"
	Disjoint    Rule = "cax-dw"
	Irreflexive Rule = "prp-irp"
)

// words are the rules as one would say them.
var words = map[Rule]string{
	"":          "asserted",
	SubProperty: "a property implies the one above it",
	Inverse1:    "a property read backwards is its inverse",
	Inverse2:    "a property read backwards is its inverse",
	Symmetric:   "a symmetric property holds both ways",
	Chain:       "a chain of properties makes one",
	Transitive:  "a transitive property carries on",
	SubClass:    "what is in a class is in the class above it",
	Domain:      "what a property leads from has its domain as class",
	Range:       "what a property leads to has its range as class",
	AllDisjoint: "nothing is in two of a set of disjoint classes",
	Disjoint:    "nothing is in two disjoint classes",
	Irreflexive: "an irreflexive property leads from nothing to itself",
}

// ord are the same in Norwegian.
var ord = map[Rule]string{
	"":          "oppgitt",
	SubProperty: "en egenskap medfører den over seg",
	Inverse1:    "en egenskap lest baklengs er den omvendte",
	Inverse2:    "en egenskap lest baklengs er den omvendte",
	Symmetric:   "en symmetrisk egenskap gjelder begge veier",
	Chain:       "en kjede av egenskaper gir én",
	Transitive:  "en transitiv egenskap fortsetter",
	SubClass:    "det som er i en klasse, er i klassen over",
	Domain:      "det en egenskap går fra, er i definisjonsområdet som klasse",
	Range:       "det en egenskap går til, er i verdiområdet som klasse",
	AllDisjoint: "ingenting er i to av et sett atskilte klasser",
	Disjoint:    "ingenting er i to atskilte klasser",
	Irreflexive: "en irrefleksiv egenskap går ikke fra noe til det selv",
}

// Words is the rule in plain words.
func (r Rule) Words() string { return words[r] }

// WordsIn is the rule in plain words of a language: Norwegian for nb and nn, else
// English.
func (r Rule) WordsIn(lang string) string {
	if lang == "nb" || lang == "nn" {
		return ord[r]
	}
	return words[r]
}

// Closure returns what follows from g by the ontology that g holds, and is not
// in g, each triple once, in the same order for the same graph. It fails when a
// chain is no list of properties, when there are more than limit triples (0 is
// no limit), or when ctx is done.
func Closure(ctx context.Context, g *graph.Graph, limit int) ([]graph.Triple, error) {
	x, err := readAxioms(g)
	if err != nil {
		return nil, err
	}
	c := newClosure(ctx, x, limit)
	if err := c.run(); err != nil {
		return nil, err
	}
	return x.known(c.found()), nil
}
