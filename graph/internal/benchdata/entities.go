package benchdata

import (
	"fmt"
	"slices"
	"strings"
)

func (g *generator) writeOntology() {
	for _, c := range classes {
		g.begin(ns+c.name, owl+"Class")
		g.label(c.label)
	}
	for _, p := range properties {
		datatype, data := strings.CutPrefix(p.rang, "xsd:")
		class, rang := "ObjectProperty", ns+p.rang
		if data {
			class, rang = "DatatypeProperty", xsd+datatype
		}
		g.begin(ns+p.name, owl+class)
		if p.domain != "" {
			g.add(rdfs+"domain", iri(ns+p.domain))
		}
		if p.rang != "" {
			g.add(rdfs+"range", iri(rang))
		}
		g.label(p.label)
	}
}

// writeProblems writes a tree of three levels per domain.
func (g *generator) writeProblems() {
	for n := range g.domains * problemsPerDomain {
		domain, i := n/problemsPerDomain, n%problemsPerDomain
		topic := pick(g, topics)
		level, parent := "micro", -1
		switch {
		case i == 0:
			level = "macro"
		case i <= mesoPerDomain:
			level, parent = "meso", 0
		default:
			parent = 1 + g.below(mesoPerDomain)
		}
		g.begin(problem(n), ns+"Problem")
		g.label(pair{fmt.Sprintf("%s (%d.%d)", topic.nb, domain, i), fmt.Sprintf("%s (%d.%d)", topic.en, domain, i)})
		g.add(ns+"level", `"`+level+`"`)
		if parent >= 0 {
			g.add(ns+"broader", iri(problem(domain*problemsPerDomain+parent)))
		}
	}
}

func problem(n int) string   { return entity("problem", "p", n) }
func mechanism(n int) string { return entity("mechanism", "k", n) }
func outcome(n int) string   { return entity("outcome", "o", n) }
func measure(n int) string   { return entity("measure", "m", n) }
func author(n int) string    { return entity("author", "a", n) }

// study is the IRI of a study. The oldest and the newest have names.
func (g *generator) study(n int) string {
	switch n {
	case 0:
		return base + "study/seminal"
	case g.studies - 1:
		return base + "study/umbrella"
	}
	return entity("study", "s", n)
}

func (g *generator) writeMechanisms() {
	for domain := range g.domains {
		bridge := -1 // the mechanism that leads into another domain
		if g.domains > 1 && domain%2 == 0 {
			bridge = g.below(mechanismsPerDomain)
		}
		for i := range mechanismsPerDomain {
			adjective, topic := pick(g, adjectives), pick(g, topics)
			g.begin(mechanism(domain*mechanismsPerDomain+i), ns+"Mechanism")
			g.label(pair{adjective.nb + " påvirkning på " + topic.nb, adjective.en + " effect on " + topic.en})
			for _, p := range g.some(1, 3, func() int { return g.below(problemsPerDomain) }) {
				g.add(ns+"contributesTo", iri(problem(domain*problemsPerDomain+p)))
			}
			for _, k := range g.effects(domain, i, i == bridge) {
				g.add(ns+"leadsTo", iri(mechanism(k)))
			}
		}
	}
}

// effects are the mechanisms that the i-th of a domain leads to: one or two
// further down, rarely one further up, and one elsewhere if it is a bridge.
func (g *generator) effects(domain, i int, bridge bool) (effects []int) {
	first, layer := domain*mechanismsPerDomain, i/mechanismsPerLayer
	if layer < layers-1 {
		effects = g.some(1, 2, func() int {
			step := 1
			if !g.chance(75) {
				step += g.below(4)
			}
			return first + min(layer+step, layers-1)*mechanismsPerLayer + g.below(mechanismsPerLayer)
		})
	}
	if layer > 0 && g.chance(2) {
		if back := first + g.below(i); !slices.Contains(effects, back) {
			effects = append(effects, back)
		}
	}
	if bridge {
		other := (domain + 1 + g.below(g.domains-1)) % g.domains
		effects = append(effects, other*mechanismsPerDomain+g.below(mechanismsPerDomain))
	}
	return effects
}

func (g *generator) writeOutcomes() {
	for n := range g.domains * outcomesPerDomain {
		topic := pick(g, topics)
		g.begin(outcome(n), ns+"Outcome")
		g.label(pair{fmt.Sprintf("%s, indikator %d", topic.nb, n), fmt.Sprintf("%s, indicator %d", topic.en, n)})
		g.add(ns+"indicates", iri(problem(n/outcomesPerDomain*problemsPerDomain+g.below(problemsPerDomain))))
	}
}

// measureDomain is the domain of a measure; the last one takes the rest.
func (g *generator) measureDomain(n int) int { return min(n/measuresPerDomain, g.domains-1) }

// writeMeasures writes, per domain, 4 categories, 16 types below them and
// measures below those.
func (g *generator) writeMeasures() {
	for n := range g.measures {
		domain := g.measureDomain(n)
		first := domain * measuresPerDomain
		adjective, noun := pick(g, adjectives), pick(g, nouns)
		g.begin(measure(n), ns+"Measure")
		g.label(pair{adjective.nb + " " + noun.nb, adjective.en + " " + noun.en})
		switch i := n - first; {
		case i >= 20:
			g.add(ns+"broader", iri(measure(first+4+g.below(16))))
		case i >= 4:
			g.add(ns+"broader", iri(measure(first+g.below(4))))
		}
		for _, k := range g.some(1, 3, g.upper) {
			g.add(ns+"targets", iri(mechanism(domain*mechanismsPerDomain+k)))
		}
	}
}

// upper draws a mechanism, rather one of the upper layers.
func (g *generator) upper() int {
	k := g.below(mechanismsPerDomain)
	return min(k, g.below(mechanismsPerDomain))
}

func (g *generator) writeAuthors() {
	for n := range g.authors {
		g.begin(author(n), ns+"Author")
		given, family := pick(g, givenNames), pick(g, familyNames)
		g.add(ns+"name", `"`+given+" "+family+`"`)
	}
}
