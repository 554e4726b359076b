package reviews

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// rejected reports whether a claim is one the review turns down; such a claim
// makes no edge.
func (r *Record) rejected() bool { return r.Value("modality").IRI == vocab.ModalityRejected }

// linked returns the subjects of claims that make an edge of one of the given
// properties.
func (k *checker) linked(properties ...quad.IRI) map[quad.IRI]bool {
	from := map[quad.IRI]bool{}
	for c := range k.Records(KindClaim) {
		if !c.rejected() && slices.Contains(properties, c.Value("predicate").IRI) {
			from[c.Value("subject").IRI] = true
		}
	}
	return from
}

// linksKnown reports whether the links are all there: while nothing is claimed
// yet, or where a claim could not be read, nothing can be said of what is not
// linked.
func (k *checker) linksKnown() bool { return len(k.records[KindClaim]) > 0 && !k.doubtful }

func (k *checker) mechanismsLead() {
	k.mustLink(KindMechanism, msgLeadsNowhere,
		vocab.LeadsTo, vocab.ContributesTo, vocab.Mitigates)
}

func (k *checker) measuresAim() {
	k.mustLink(KindMeasure, msgAimsNowhere,
		vocab.Targets, vocab.Addresses)
}

func (k *checker) mustLink(kind Kind, message Wording, properties ...quad.IRI) {
	if !k.linksKnown() {
		return
	}
	from := k.linked(properties...)
	for r := range k.own(kind) {
		if !from[r.IRI] {
			k.fail(r.cellAt("id"), message)
		}
	}
}

func (k *checker) outcomesIndicate() {
	for r := range k.own(KindOutcome) {
		if !r.states("indicator_of") {
			k.warn(r.cellAt("indicator_of"), "", msgIndicates, found(r.Name))
		}
	}
}

func (k *checker) linkEnds() {
	for c := range k.own(KindClaim) {
		l, ok := linkOf(c.Text("predicate"))
		if !ok {
			continue
		}
		k.linkEnd(c, msgLinkFrom, "subject", l.name, l.from)
		k.linkEnd(c, msgLinkTo, "object", l.name, l.to)
	}
}

func (k *checker) linkEnd(c *Record, says Wording, column, link string, kinds []Kind) {
	if end := k.Find(c.Value(column).IRI); end != nil && !slices.Contains(kinds, end.Kind) {
		k.fail(c.cellAt(column), says, link, oneKind(kinds), end.Kind.the(), found(end.Name))
	}
}

func (k *checker) selfLinks() {
	for c := range k.own(KindClaim) {
		if s := c.Value("subject").IRI; s != "" && s == c.Value("object").IRI {
			k.fail(c.cellAt("object"), msgSelfLink, found(c.Text("subject")))
		}
	}
}

// labels compares names without regard to case and spacing.
func (k *checker) labels() {
	for _, kind := range conceptKinds {
		for _, column := range []string{"label_nb", "label_en", "label_nn"} {
			k.labelsOf(kind, column)
		}
	}
}

func (k *checker) labelsOf(kind Kind, column string) {
	first := map[string]*Record{}
	for r := range k.Records(kind) {
		if !r.Has(column) {
			continue
		}
		folded := strings.ToLower(strings.Join(strings.Fields(r.Text(column)), " "))
		if other := first[folded]; other != nil && !r.Shared {
			k.fail(r.cellAt(column), msgSameName, found(r.Text(column)), found(other.Name), where(other.Source, r.Source))
			continue
		}
		first[folded] = r
	}
}

func (k *checker) broaderCycles() {
	for _, kind := range conceptKinds {
		k.circles(kind, "broader", msgBroaderItself)
	}
}

// unreached follows the chains from measures: to mechanisms they target, on to
// mechanisms those lead to, to the problems these contribute to or mitigate, and
// on to the problems those contribute to.
func (k *checker) unreached() {
	if !k.linksKnown() {
		return
	}
	next := map[quad.IRI][]quad.IRI{}
	var reached []quad.IRI
	for c := range k.Records(KindClaim) {
		from, p, to := c.Value("subject").IRI, c.Value("predicate").IRI, c.Value("object").IRI
		switch {
		case c.rejected() || p == vocab.MayTrigger:
		case p == vocab.Targets || p == vocab.Addresses:
			reached = append(reached, to)
		default:
			next[from] = append(next[from], to)
		}
	}
	seen := map[quad.IRI]bool{}
	for len(reached) > 0 {
		at := reached[0]
		if reached = reached[1:]; !seen[at] {
			seen[at] = true
			reached = append(reached, next[at]...)
		}
	}
	for r := range k.own(KindProblem) {
		if !seen[r.IRI] {
			k.fail(r.cellAt("id"), msgUnreached)
		}
	}
}
