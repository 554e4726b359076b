package reviews

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// A contradiction is told at the cell of the first link it follows from; what only
// says the class of a thing is named after that.
func TestAContradictionIsToldAtItsCell(t *testing.T) {
	c := loadClean(t, miniFS(t))
	o := QuadOptions{Base: "https://example.org/"}
	var link, class quad.Quad
	for q := range c.Quads(o) {
		switch {
		case link.Subject == nil && q.Predicate == quad.IRI("https://example.org/ns#targets"):
			link = q
		case class.Subject == nil && q.Predicate == vocab.RDFType:
			class = q
		}
	}
	problems := c.CheckClosure([]Contradiction{
		{Says: "one", From: []quad.Quad{class, link}},
		{Says: "of nobody here", From: []quad.Quad{{Subject: link.Subject, Predicate: link.Predicate, Object: link.Subject, Label: link.Label}}},
	}, o)
	if len(problems) != 1 {
		t.Fatalf("%d problems: %v", len(problems), problems)
	}
	p, at, other := problems[0], c.Origin(link, o), c.Origin(class, o)
	if p.Rule != "P10" || p.Severity != Error || p.Source != at[0] || p.Excerpt == "" {
		t.Errorf("%+v, want P10 at %s", p, at[0])
	}
	for lang, begins := range map[Lang]string{English: "what follows contradicts the ontology: one; it follows from this and ", Norwegian: "det som følger, strider mot ontologien: one; det følger av dette og "} {
		if says := p.Says(lang); !strings.HasPrefix(says, begins) || !strings.HasSuffix(says, other[0].String()) {
			t.Errorf("%s: %s", lang, says)
		}
	}
}
