package sssom

import "slices"

// form is what may stand in a slot.
type form uint8

const (
	text      form = iota
	entity         // a CURIE or an IRI
	number         // within the range of the slot
	date           // 2026-11-22
	oneOf          // a word of the slot's list
	structure      // maps and lists of the metadata block
)

// slot is a row of the standard.
type slot struct {
	name      string
	form      form
	several   bool
	set       bool // stands in the metadata of a set
	row       bool // is a column of the table
	inherited bool // in the metadata it holds for every row that does not say it
	words     []string
	low, high float64
}

var (
	entityTypes = []string{
		"owl class", "owl object property", "owl data property", "owl annotation property", "owl named individual",
		"skos concept", "rdfs resource", "rdfs class", "rdfs literal", "rdfs datatype", "rdf property", "composed entity expression",
	}
	cardinalities = []string{"1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"}
)

// Not is the modifier of a mapping that is said not to hold.
const Not = "Not"

// slots are the slots of mappings in the order of their columns, then those of
// sets alone.
var slots = []slot{
	{name: "record_id", form: entity, row: true},
	{name: "subject_id", form: entity, row: true},
	{name: "subject_label", row: true},
	{name: "subject_category", row: true},
	{name: "predicate_id", form: entity, row: true},
	{name: "predicate_label", row: true},
	{name: "predicate_modifier", form: oneOf, words: []string{Not}, row: true},
	{name: "object_id", form: entity, row: true},
	{name: "object_label", row: true},
	{name: "object_category", row: true},
	{name: "mapping_justification", form: entity, row: true},
	{name: "author_id", several: true, row: true},
	{name: "author_label", several: true, row: true},
	{name: "reviewer_id", several: true, row: true},
	{name: "reviewer_label", several: true, row: true},
	{name: "creator_id", several: true, row: true, set: true},
	{name: "creator_label", several: true, row: true, set: true},
	{name: "license", row: true, set: true},
	{name: "subject_type", form: oneOf, words: entityTypes, row: true, set: true, inherited: true},
	{name: "subject_source", row: true, set: true, inherited: true},
	{name: "subject_source_version", row: true, set: true, inherited: true},
	{name: "object_type", form: oneOf, words: entityTypes, row: true, set: true, inherited: true},
	{name: "object_source", row: true, set: true, inherited: true},
	{name: "object_source_version", row: true, set: true, inherited: true},
	{name: "predicate_type", form: oneOf, words: entityTypes, row: true, set: true, inherited: true},
	{name: "mapping_provider", row: true, set: true, inherited: true},
	{name: "mapping_source", row: true},
	{name: "mapping_cardinality", form: oneOf, words: cardinalities, row: true},
	{name: "cardinality_scope", several: true, row: true, set: true, inherited: true},
	{name: "mapping_tool", row: true, set: true, inherited: true},
	{name: "mapping_tool_id", row: true, set: true, inherited: true},
	{name: "mapping_tool_version", row: true, set: true, inherited: true},
	{name: "mapping_date", form: date, row: true, set: true, inherited: true},
	{name: "publication_date", form: date, row: true, set: true},
	{name: "review_date", form: date, row: true},
	{name: "confidence", form: number, high: 1, row: true},
	{name: "reviewer_agreement", form: number, low: -1, high: 1, row: true},
	{name: "curation_rule", several: true, row: true, set: true, inherited: true},
	{name: "curation_rule_text", several: true, row: true, set: true, inherited: true},
	{name: "subject_match_field", several: true, row: true, set: true, inherited: true},
	{name: "object_match_field", several: true, row: true, set: true, inherited: true},
	{name: "match_string", several: true, row: true},
	{name: "subject_preprocessing", several: true, row: true, set: true, inherited: true},
	{name: "object_preprocessing", several: true, row: true, set: true, inherited: true},
	{name: "similarity_score", form: number, high: 1, row: true},
	{name: "similarity_measure", row: true, set: true, inherited: true},
	{name: "see_also", several: true, row: true, set: true},
	{name: "issue_tracker_item", row: true},
	{name: "other", row: true, set: true},
	{name: "comment", row: true, set: true},

	{name: "sssom_version", form: oneOf, words: []string{"1.0", "1.1"}, set: true},
	{name: "curie_map", form: structure, set: true},
	{name: "mapping_set_id", set: true},
	{name: "mapping_set_version", set: true},
	{name: "mapping_set_source", several: true, set: true},
	{name: "mapping_set_title", set: true},
	{name: "mapping_set_description", set: true},
	{name: "mapping_set_confidence", form: number, high: 1, set: true},
	{name: "issue_tracker", set: true},
	{name: "extension_definitions", form: structure, set: true},
}

func slotOf(name string) (slot, bool) {
	i := slices.IndexFunc(slots, func(s slot) bool { return s.name == name })
	if i < 0 {
		return slot{}, false
	}
	return slots[i], true
}

// The namespaces whose prefixes need no declaration, and that no file may give
// to others.
var builtIn = map[string]string{
	"linkml": "https://w3id.org/linkml/",
	"owl":    "http://www.w3.org/2002/07/owl#",
	"rdf":    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"rdfs":   "http://www.w3.org/2000/01/rdf-schema#",
	"semapv": semapv,
	"skos":   "http://www.w3.org/2004/02/skos/core#",
	"sssom":  "https://w3id.org/sssom/",
	"xsd":    "http://www.w3.org/2001/XMLSchema#",
}

const (
	semapv = "https://w3id.org/semapv/vocab/"

	// NoTermFound stands where one side has no term that fits.
	NoTermFound = "https://w3id.org/sssom/NoTermFound"

	// ManualMappingCuration is the justification of what people have looked at.
	ManualMappingCuration = semapv + "ManualMappingCuration"
)

// justifications are the ways by which a mapping may have come about, below
// semapv.
var justifications = []string{
	"MappingReview", "ManualMappingCuration", "LogicalReasoning", "LexicalMatching", "CompositeMatching", "UnspecifiedMatching",
	"SemanticSimilarityThresholdMatching", "LexicalSimilarityThresholdMatching", "MappingChaining", "MappingInversion",
	"StructuralMatching", "InstanceBasedMatching", "BackgroundKnowledgeBasedMatching",
}
