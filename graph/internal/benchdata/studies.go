package benchdata

import (
	"fmt"
	"strconv"
)

func (g *generator) writeStudies() {
	var cited []int // the target of every citation so far
	for n := range g.studies {
		adjective, noun, topic := pick(g, adjectives), pick(g, nouns), pick(g, topics)
		g.begin(g.study(n), ns+"Study")
		g.label(g.title(pair{
			fmt.Sprintf("Effekt av %s %s på %s (%d)", adjective.nb, noun.nb, topic.nb, n),
			fmt.Sprintf("Effect of %s %s on %s (%d)", adjective.en, noun.en, topic.en, n),
		}))
		g.add(ns+"year", typed(strconv.Itoa(1980+n*45/g.studies), "gYear"))
		g.add(ns+"country", `"`+pick(g, countries)+`"`)
		g.add(ns+"design", named("design", pick(g, designs)))
		for _, a := range g.some(1, 4, func() int { return g.below(g.authors) }) {
			g.add(ns+"author", iri(author(a)))
		}
		if n > 0 {
			cited = g.writeCitations(n, cited)
		}
	}
}

// title leaves out one language of a title in half of all cases.
func (g *generator) title(p pair) pair {
	switch g.below(4) {
	case 0:
		p.en = ""
	case 1:
		p.nb = ""
	}
	return p
}

// writeCitations writes what study n cites: mostly older studies, rarely one
// in press. It gives cited with the older ones added.
func (g *generator) writeCitations(n int, cited []int) []int {
	least, most, newest := 0, 9, n == g.studies-1
	if newest {
		least, most = 40, 40
	}
	references := g.some(least, most, func() int { return g.older(n, cited) })
	cited = append(cited, references...)
	if !newest && g.below(1000) == 0 {
		references = append(references, n+1+g.below(min(50, g.studies-1-n)))
	}
	for _, k := range references {
		g.add(ns+"cites", iri(g.study(k)))
	}
	return cited
}

// older draws a study before n: the seminal one, one that others cite, which
// copies popularity, a recent one, or any.
func (g *generator) older(n int, cited []int) int {
	switch k := g.below(100); {
	case k < 2:
		return 0
	case k < 45 && len(cited) > 0:
		return pick(g, cited)
	case k < 85:
		return n - 1 - g.below(min(n, 400))
	}
	return g.below(n)
}

// writeFindings writes the findings of one study after the other, about one or
// two measures each.
func (g *generator) writeFindings() {
	for n := 0; n < g.findings; {
		study := n / findingsPerStudy
		if n >= g.studies*findingsPerStudy {
			study = g.below(g.studies)
		}
		measures := [2]int{g.studied(), g.studied()}
		for range min(findingsPerStudy, g.findings-n) {
			g.writeFinding(n, study, measures[g.below(2)])
			n++
		}
	}
}

// studied draws a measure; the first ones are studied more.
func (g *generator) studied() int {
	m := g.below(g.measures)
	return min(m, g.below(g.measures))
}

func (g *generator) writeFinding(n, study, about int) {
	g.begin(entity("finding", "f", n), ns+"Finding")
	g.add(ns+"fromStudy", iri(g.study(study)))
	g.add(ns+"aboutMeasure", iri(measure(about)))
	g.add(ns+"onOutcome", iri(outcome(g.measureDomain(about)*outcomesPerDomain+g.below(outcomesPerDomain))))
	direction := g.direction()
	g.add(ns+"direction", named("direction", direction))
	g.add(ns+"effectSize", typed(g.effectSize(direction), "decimal"))
	g.add(ns+"population", named("population", pick(g, populations)))
	g.add(ns+"horizonMonths", typed(strconv.Itoa(pick(g, horizons)), "integer"))
	if g.chance(70) {
		g.add(ns+"certainty", named("certainty", pick(g, certainties)))
	}
	if g.chance(30) {
		g.add(rdfs+"comment", g.comment())
	}
}

// effectSize draws a size in hundredths, with two decimals.
func (g *generator) effectSize(direction string) string {
	size, sign := g.below(150), ""
	switch {
	case direction == "against" && size > 0:
		sign = "-"
	case direction == "no-difference":
		size /= 10
	}
	return fmt.Sprintf("%s%d.%02d", sign, size/100, size%100)
}

// comment draws a comment; some have characters that need an escape.
func (g *generator) comment() string {
	topic, adjective := pick(g, topics), pick(g, adjectives)
	note, lang := fmt.Sprintf("Reported effect on %s; the measure was %s.", topic.en, adjective.en), "en"
	if g.chance(50) {
		note, lang = fmt.Sprintf("Rapportert effekt på %s; tiltaket var %s.", topic.nb, adjective.nb), "nb"
	}
	switch g.below(50) {
	case 0:
		note += ` Se "tabell 2" \ vedlegg.`
	case 1:
		note += "\nSecond line: p < 0.05 & n > 100."
	}
	return text(note, lang)
}
