package framed

import (
	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// frame says what a thing takes into its node object. What a frame does not name
// stays outside: a reference, or a thing beyond the border.
type frame struct {
	forward []along
	reverse []against
}

// along nests the objects of a property of the thing.
type along struct {
	predicate quad.IRI
	frame     *frame
}

// against nests, under a key of reverse.jsonld, the things of one class that
// have the thing as the object of a property. Without a frame the things stay
// beyond the border.
type against struct {
	key       string
	predicate quad.IRI
	class     quad.IRI
	frame     *frame
}

// leaf takes in nothing.
var leaf = &frame{}

// finding is a finding with the study it comes from and the conflicts it is in.
var finding = &frame{
	forward: []along{{vocab.FromStudy, leaf}},
	reverse: conflicts,
}

var conflicts = []against{{"conflicts", vocab.Member, vocab.Conflict, leaf}}

// documents are the frames of the documents of one thing, by its class.
var documents = []struct {
	class quad.IRI
	frame *frame
}{
	{vocab.Measure, &frame{
		forward: []along{{vocab.Targets, leaf}, {vocab.MayTrigger, leaf}},
		reverse: []against{
			{"claims", vocab.Subject, vocab.Claim, leaf},
			{"findings", vocab.Evaluates, vocab.Finding, finding},
			{"judgements", vocab.Evaluates, vocab.Judgement, leaf},
			{"findingsAbout", vocab.About, vocab.Finding, finding},
			{"judgementsAbout", vocab.About, vocab.Judgement, leaf},
			{"gaps", vocab.About, vocab.EvidenceGap, leaf},
			{"narrower", vocab.SKOSBroader, vocab.Measure, nil},
		},
	}},
	{vocab.Problem, &frame{
		reverse: []against{
			{"causes", vocab.ContributesTo, vocab.Mechanism, leaf},
			{"mitigatedBy", vocab.Mitigates, vocab.Mechanism, leaf},
			{"indicators", vocab.IndicatorOf, vocab.Outcome, leaf},
			{"claimsTo", vocab.Object, vocab.Claim, leaf},
			{"claims", vocab.Subject, vocab.Claim, leaf},
			{"findingsAbout", vocab.About, vocab.Finding, finding},
			{"judgementsAbout", vocab.About, vocab.Judgement, leaf},
			{"gaps", vocab.About, vocab.EvidenceGap, leaf},
			{"measures", vocab.Addresses, vocab.Measure, nil},
			{"narrower", vocab.SKOSBroader, vocab.Problem, nil},
		},
	}},
}

// concept is what all concepts take in where everything is written.
var concept = &frame{reverse: []against{
	{"claims", vocab.Subject, vocab.Claim, leaf},
	{"findings", vocab.Evaluates, vocab.Finding, &frame{reverse: conflicts}},
	{"judgements", vocab.Evaluates, vocab.Judgement, leaf},
	{"findingsAbout", vocab.About, vocab.Finding, &frame{reverse: conflicts}},
	{"findingsOn", vocab.OutcomeProperty, vocab.Finding, &frame{reverse: conflicts}},
	{"judgementsAbout", vocab.About, vocab.Judgement, leaf},
	{"gaps", vocab.About, vocab.EvidenceGap, leaf},
}}

// everything gives the classes in the order in which the document of everything
// has them at its top, and what each takes in. A statement is with the first
// concept that asks for it; measures ask first.
var everything = []struct {
	class quad.IRI
	frame *frame
}{
	{vocab.Measure, concept},
	{vocab.Problem, concept},
	{vocab.Mechanism, concept},
	{vocab.Outcome, concept},
	{vocab.Population, concept},
	{vocab.Review, &frame{
		forward: []along{{vocab.SearchProperty, &frame{forward: []along{{vocab.DCTTemporal, leaf}}}}},
		reverse: []against{{"sections", vocab.DCTIsPartOf, vocab.Section, section}},
	}},
	{vocab.Source, leaf},
}

// section is a section with the sections within it, however deep.
var section = func() *frame {
	f := &frame{}
	f.reverse = []against{{"sections", vocab.DCTIsPartOf, vocab.Section, f}}
	return f
}()

// names are the properties that name a thing, the best first.
var names = []quad.IRI{
	vocab.SKOSPrefLabel, vocab.DCTTitle, vocab.CitedAs, vocab.DCTDescription, vocab.BIBOSection,
}
