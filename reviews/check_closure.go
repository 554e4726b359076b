package reviews

import (
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// Contradiction is something that the ontology does not let be true, and that
// nevertheless is said or follows.
type Contradiction struct {
	Says string      // in terms of the ontology, as in "prp-irp: … leads from … to itself"
	From []quad.Quad // what was said, each with its graph, and makes it follow
}

// CheckClosure returns a problem for each contradiction, at the first cell that it
// follows from; the message names the others. The quads are below o.Base.
func (c *Corpus) CheckClosure(found []Contradiction, o QuadOptions) []Problem {
	texts := newExcerpts(c.texts)
	var problems []Problem
	for _, f := range found {
		cells := c.cells(f.From, o)
		if len(cells) == 0 {
			continue // not of this corpus
		}
		says := msgContradicts.with(f.Says)
		if others := places(cells[1:]); others != "" {
			says = msgContradictsWith.with(f.Says, others)
		}
		p := spot{Source: cells[0]}.problem("P10", Error, says)
		p.Excerpt = texts.line(cells[0])
		problems = append(problems, p)
	}
	return problems
}

// cells are where quads were read, those that are more than a row's class first,
// each once.
func (c *Corpus) cells(from []quad.Quad, o QuadOptions) (cells []Source) {
	seen := map[Source]bool{}
	for _, types := range []bool{false, true} {
		for _, q := range from {
			if (q.Predicate == vocab.RDFType) != types {
				continue
			}
			for _, at := range c.Origin(q, o) {
				if !seen[at] {
					seen[at] = true
					cells = append(cells, at)
				}
			}
		}
	}
	return cells
}

func places(cells []Source) string {
	texts := make([]string, len(cells))
	for i, at := range cells {
		texts[i] = at.String()
	}
	return strings.Join(texts, ", ")
}
